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

/** A token by itself: its stem, none for a sign; its weight; and the features that do not depend on its neighbours. */
export interface Word {
  root: string | undefined;
  weight: number;
  features: readonly Feature[];
}

export function readWord(token: string): Word {
  if (token.startsWith(SIGN)) return { root: undefined, weight: SIGN_WEIGHT, features: ofSign(token) };
  const weight = wordWeight(token);
  const root = stem(token);
  const features: Feature[] = [
    { block: 'words', key: `w ${root}`, weight },
    { block: 'pairs', key: `o ${root}`, weight },
    { block: 'starts', key: `s ${token.slice(0, 4)}`, weight },
    ...ofGroups(token, root),
    ...ofPieces(token, weight),
  ];
  return { root, weight, features };
}

/** The neighbouring pairs of a text's words, its ends marked. Signs are passed over. */
export function pairsOf(words: readonly Pick<Word, 'root' | 'weight'>[]): Feature[] {
  if (words.length === 0) return [];
  const pairs: Feature[] = [];
  let before = { root: '^', weight: FUNCTION_WORD_WEIGHT };
  for (const { root, weight } of [...words, { root: '$', weight: FUNCTION_WORD_WEIGHT }]) {
    if (root === undefined) continue;
    pairs.push({ block: 'pairs', key: `p ${before.root} ${root}`, weight: Math.max(before.weight, weight) });
    before = { root, weight };
  }
  return pairs;
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
