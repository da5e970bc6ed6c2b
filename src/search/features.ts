import { WORD_GROUPS } from './groups.js';
import { SIGN } from './normalize.js';
import { BLOCKS, type Block, FUNCTION_WORD_WEIGHT, SIGN_WEIGHT } from './parameters.js';
import { stem } from './stem.js';
import { FUNCTION_WORDS } from './words.js';

/** A feature of a text: its block, its key (unique over all blocks) and its weight before idf. */
export interface Feature {
  block: Block;
  key: string;
  weight: number;
}

/** The everyday groups that a stem belongs to. */
const GROUPS_OF: ReadonlyMap<string, readonly number[]> = groupsByStem();

/** The features of a text, each key once, in order of appearance. A repeated feature weighs as often as it stands there. */
export function featuresOf(tokens: readonly string[]): Feature[] {
  const found = new Map<string, Feature>();
  const add = (block: Block, key: string, weight: number) => {
    const feature = found.get(key);
    if (feature === undefined) found.set(key, { block, key, weight });
    else feature.weight += weight;
  };
  let before = '^';
  let beforeWeight = FUNCTION_WORD_WEIGHT;
  for (const token of tokens) {
    if (token.startsWith(SIGN)) {
      add('groups', `g ${token}`, 1);
      add('words', `w ${token}`, SIGN_WEIGHT);
      continue;
    }
    const weight = wordWeight(token);
    const root = stem(token);
    add('words', `w ${root}`, weight);
    add('pairs', `o ${root}`, weight);
    add('pairs', `p ${before} ${root}`, Math.max(weight, beforeWeight));
    add('starts', `s ${token.slice(0, 4)}`, weight);
    addGroups(token, root, add);
    addPieces(token, weight, add);
    before = root;
    beforeWeight = weight;
  }
  if (tokens.length > 0) add('pairs', `p ${before} $`, Math.max(beforeWeight, FUNCTION_WORD_WEIGHT));
  return [...found.values()];
}

/** The weight of a word before idf: function words hold a sentence together and say little. */
export function wordWeight(token: string): number {
  return FUNCTION_WORDS.has(token) ? FUNCTION_WORD_WEIGHT : 1;
}

/** Whether a word says what a text is about. */
export function isContent(token: string): boolean {
  return !FUNCTION_WORDS.has(token);
}

/** The numbers of the everyday groups that a word belongs to. */
export function groupsOf(root: string): readonly number[] {
  return GROUPS_OF.get(root) ?? [];
}

type Add = (block: Block, key: string, weight: number) => void;

function addGroups(token: string, root: string, add: Add): void {
  const groups = groupsOf(root);
  for (const group of groups) add('groups', `g ${group}`, 1);
  if (groups.length === 0 && isContent(token)) add('groups', `n ${root}`, 1);
}

/** Three or four letters in a row, the word's ends marked: what is left of a word after a slip of the finger. */
function addPieces(token: string, weight: number, add: Add): void {
  const word = `<${token.slice(0, 40)}>`;
  for (let size = 3; size <= 4; size += 1) {
    for (let at = 0; at + size <= word.length; at += 1) add('pieces', `c ${word.slice(at, at + size)}`, weight);
  }
}

function groupsByStem(): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  WORD_GROUPS.forEach((words, group) => {
    for (const root of new Set(words.map(stem))) groups.set(root, [...(groups.get(root) ?? []), group]);
  });
  return groups;
}

/** The blocks in their order, for arrays by block. */
export const BLOCK_NAMES = Object.keys(BLOCKS) as readonly Block[];
