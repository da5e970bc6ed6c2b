import { BLOCK_NAMES, featuresOf } from './features.js';

/** Numbers of all features of an FAQ: its columns. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A text: its tokens, and its features by column, −1 for those that the FAQ has not. Made once, used in every fold. */
export interface Text {
  tokens: readonly string[];
  columns: Int32Array;
  /** By feature: the number of its block in `BLOCK_NAMES`. */
  blocks: Uint8Array;
  /** By feature: its weight before idf. */
  weights: Float32Array;
}

/** An entry's phrasings, and its answer, which is no phrasing but lends its words. */
export interface EntryOf<T> {
  phrasings: readonly T[];
  answer: T;
}

/** Numbers the features of some entries. Pairs of words in answers say nothing and are left out. */
export function createVocabulary(entries: readonly EntryOf<readonly string[]>[]): Vocabulary {
  const columns = new Map<string, number>();
  const add = (key: string) => {
    if (!columns.has(key)) columns.set(key, columns.size);
  };
  for (const { phrasings, answer } of entries) {
    for (const tokens of phrasings) for (const { key } of featuresOf(tokens)) add(key);
    for (const { key, block } of featuresOf(answer)) if (block !== 'pairs') add(key);
  }
  return columns;
}

/** A text by the columns of a vocabulary. */
export function textOf(tokens: readonly string[], vocabulary: Vocabulary): Text {
  const features = featuresOf(tokens);
  return {
    tokens,
    columns: Int32Array.from(features, ({ key }) => vocabulary.get(key) ?? -1),
    blocks: Uint8Array.from(features, ({ block }) => BLOCK_NAMES.indexOf(block)),
    weights: Float32Array.from(features, ({ weight }) => weight),
  };
}
