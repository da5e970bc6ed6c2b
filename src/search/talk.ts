import { EVERYDAY } from './everyday.js';
import { type Index, vectorOf } from './index.js';
import { type Lexicon, normalize } from './normalize.js';
import { multiply, type Rows, rowsOf, transpose } from './sparse.js';
import type { Reader, Text } from './vocabulary.js';

/** The lines of everyday talk as an FAQ's lexicon reads them. */
export function talkTokens(lexicon: Lexicon): string[][] {
  return EVERYDAY.map((line) => normalize(line, lexicon));
}

/** The lines of everyday talk as vectors, in order. */
export function talkVectors(lines: readonly (readonly string[])[], read: Reader, index: Index): Rows {
  return rowsOf(lines.map((tokens) => vectorOf(read(tokens), index)));
}

/**
 * Cosine similarity (0…1) of a text to the nearest line of everyday talk, but for one line, if it is named by its number:
 * what no FAQ answers is often asked in nearly the same words. Keeps a scratch array.
 */
export type Talk = (text: Text, besides?: number) => number;

export function createTalk(lines: Rows, index: Index): Talk {
  const turned = transpose(lines, index.vocabulary.size);
  const similarity = new Float32Array(lines.start.length - 1);
  return (text, besides = -1) => {
    multiply(turned, vectorOf(text, index), similarity);
    let nearest = 0;
    for (let line = 0; line < similarity.length; line += 1) {
      if (line !== besides) nearest = Math.max(nearest, similarity[line] ?? 0);
    }
    return nearest;
  };
}
