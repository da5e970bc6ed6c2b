import { BLOCKS, type Block } from '../parameters.js';
import { BLOCK_NAMES } from '../rank/features.js';
import { multiply, type Rows, rowsOf, transpose, type Vector } from '../rank/sparse.js';
import { type Index, vectorOf } from '../rank/vectors.js';
import type { Text } from '../rank/vocabulary.js';
import { EVERYDAY } from '../text/everyday.js';
import { type Lexicon, normalize } from '../text/normalize.js';
import { ASPECTS } from './aspects.js';

/** All that has been heard and no FAQ answers: everyday talk, then the aspects without their subject. */
export const HEARD: readonly string[] = [...EVERYDAY, ...ASPECTS.map((line) => line.replace('—', ' '))];

/** The tokens of each line that has been heard, as an FAQ's lexicon reads them. */
export function talkTokens(lexicon: Lexicon): string[][] {
  return HEARD.map((line) => normalize(line, lexicon));
}

/** The blocks of whole words, by which talk is compared: pieces of words say little more, at three times the cost. */
const WHOLE: readonly Block[] = ['words', 'groups'];
const IS_WHOLE = BLOCK_NAMES.map((name) => WHOLE.includes(name));
const SHARE = WHOLE.reduce((sum, name) => sum + BLOCKS[name], 0);

/** The lines of everyday talk as vectors of whole words, in order, scaled so that a line is about 1 beside itself. */
export function talkVectors(lines: readonly Text[], index: Index): Rows {
  return rowsOf(
    lines.map((line) => {
      const { columns, weights } = vectorOf(wholeWords(line), index);
      return { columns, weights: weights.map((weight) => weight / SHARE) };
    }),
  );
}

/** The features of a text that are of whole words. */
function wholeWords({ tokens, columns, blocks, weights }: Text): Text {
  const isWhole = (_: number, at: number) => IS_WHOLE[blocks[at] ?? -1] ?? false;
  return {
    tokens,
    columns: columns.filter(isWhole),
    blocks: blocks.filter(isWhole),
    weights: weights.filter(isWhole),
  };
}

/**
 * Similarity (0…1) of a vector to the nearest line of everyday talk, but for one line, if it is named by its number: what no
 * FAQ answers is often asked in nearly the same words. Keeps a scratch array.
 */
export type Talk = (vector: Vector, besides?: number) => number;

export function createTalk(lines: Rows, index: Index): Talk {
  const turned = transpose(lines, index.vocabulary.size);
  const similarity = new Float32Array(lines.start.length - 1);
  return (vector, besides = -1) => {
    multiply(turned, vector, similarity);
    let nearest = 0;
    for (let line = 0; line < similarity.length; line += 1) {
      if (line !== besides) nearest = Math.max(nearest, similarity[line] ?? 0);
    }
    return nearest;
  };
}
