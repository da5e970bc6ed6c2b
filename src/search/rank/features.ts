import { BLOCKS, type Block, FUNCTION_WORD_WEIGHT, SIGN_WEIGHT } from '../parameters.js';
import { WORD_GROUPS } from '../text/groups.js';
import { SIGN } from '../text/normalize.js';
import { stem } from '../text/stem.js';
import { FUNCTION_WORDS } from '../text/words.js';

/** A feature of a text: its block, its key (unique over all blocks) and its weight before idf. */
export interface Feature {
  block: Block;
  key: string;
  weight: number;
}

/** The everyday groups that a stem belongs to. */
const GROUPS_OF: ReadonlyMap<string, readonly number[]> = groupsByStem();

/** The features of a token: by its stem, its everyday groups and its pieces; by itself where it is a sign. */
export function featuresOf(token: string): readonly Feature[] {
  if (token.startsWith(SIGN)) return ofSign(token);
  const weight = wordWeight(token);
  const root = stem(token);
  return [{ block: 'words', key: `w ${root}`, weight }, ...ofGroups(token, root), ...ofPieces(token, weight)];
}

function ofSign(token: string): Feature[] {
  return [
    { block: 'groups', key: `g ${token}`, weight: 1 },
    { block: 'words', key: `w ${token}`, weight: SIGN_WEIGHT },
  ];
}

/** The weight of a word before idf: function words hold a sentence together and say little. */
function wordWeight(token: string): number {
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

function ofGroups(token: string, root: string): Feature[] {
  const groups = groupsOf(root);
  if (groups.length === 0 && isContent(token)) return [{ block: 'groups', key: `n ${root}`, weight: 1 }];
  return groups.map((group) => ({ block: 'groups', key: `g ${group}`, weight: 1 }));
}

/** Three or four letters in a row, the word's ends marked: what is left of a word after a slip of the finger. */
function ofPieces(token: string, weight: number): Feature[] {
  const word = `<${token.slice(0, 40)}>`;
  const pieces: Feature[] = [];
  for (let size = 3; size <= 4; size += 1) {
    for (let at = 0; at + size <= word.length; at += 1) {
      pieces.push({ block: 'pieces', key: `c ${word.slice(at, at + size)}`, weight });
    }
  }
  return pieces;
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
