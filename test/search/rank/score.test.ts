import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARED, SCORED } from '../../../src/search/parameters.js';
import { createLearner } from '../../../src/search/rank/learn.js';
import { kernel, largest, profileOf } from '../../../src/search/rank/profile.js';
import { createScorer } from '../../../src/search/rank/score.js';
import { dotRow, lengthOf, rowAt } from '../../../src/search/rank/sparse.js';
import { entrySimilarities } from '../../../src/search/rank/vectors.js';
import { LIBRARY } from '../faqs.js';
import { indexed } from '../indexed.js';
import { strangeWord } from '../letters.js';

const library = indexed(LIBRARY);
const { index } = library;
const score = createScorer(index, createLearner(index));

const WORDS = Object.values(LIBRARY).flatMap((phrasings) => phrasings.flatMap((phrasing) => phrasing.split(' ')));
const anyText = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom('weather', 'qzxv', 'knee')), {
  maxLength: 12,
});

/** Similarities of a text to an entry, the slow way: to its nearest phrasing, and to the sum of its phrasings. */
function slowly(text: string, entry: number) {
  const dense = new Float32Array(library.vocabulary.size);
  const { columns, weights } = library.vector(text);
  columns.forEach((column, at) => {
    dense[column] = weights[at] ?? 0;
  });
  const sum = new Float32Array(library.vocabulary.size);
  let nearest = 0;
  for (let row = index.first[entry] ?? 0; row < (index.first[entry + 1] ?? 0); row += 1) {
    nearest = Math.max(nearest, dotRow(index.phrasings, row, dense));
    const phrasing = rowAt(index.phrasings, row);
    phrasing.columns.forEach((column, at) => {
      sum[column] = (sum[column] ?? 0) + (phrasing.weights[at] ?? 0);
    });
  }
  const overall = sum.reduce((total, value, at) => total + value * (dense[at] ?? 0), 0) / lengthOf(sum);
  return { similarity: nearest, overall };
}

describe('scoring', () => {
  it('gives the best first, each entry once, and the similarities that they have', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const text = words.join(' ');
        const scored = score(library.vector(text));
        expect(scored.length).toBeLessThanOrEqual(SCORED);
        expect(new Set(scored.map(({ entry }) => entry)).size).toBe(scored.length);
        expect(scored.map((one) => one.score)).toEqual(scored.map((one) => one.score).sort((a, b) => b - a));
        for (const { entry, similarity, overall } of scored) {
          const expected = slowly(text, entry);
          expect(similarity).toBeCloseTo(expected.similarity, 4);
          expect(overall).toBeCloseTo(expected.overall, 4);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out entries that share nothing with the text', () => {
    expect(score(library.vector('')).length).toBe(0);
    expect(score(library.vector('qzxv')).length).toBe(0);
    const printing = score(library.vector('copier')).map(({ entry }) => library.ids[entry]);
    expect(printing[0]).toBe('printing');
    expect(printing.length).toBeLessThan(library.ids.length);
  });

  it('scores a phrasing about 1 for its entry, and what says half of it less', () => {
    const of = (text: string) => score(library.vector(text)).find(({ entry }) => entry === library.numberOf('rooms'));
    const whole = of('reserve a group room');
    const half = of('reserve a table');
    expect(whole?.similarity).toBeCloseTo(1, 5);
    expect(whole?.score).toBeGreaterThan(0.7);
    expect(half?.score).toBeLessThan(whole?.score ?? 0);
    expect(half?.similarity).toBeLessThan(0.9);
  });

  it('keeps no trace of earlier texts', () => {
    const vector = library.vector('my card');
    const first = score(vector);
    for (const text of ['late book', '', 'print in colour', 'room room room']) score(library.vector(text));
    expect(score(vector)).toEqual(first);
  });

  it('scores twelve entries of many by all of the nearest eighty, and by nothing farther', () => {
    // All of them share a word with the text, the later ones less and less.
    const faq = Array.from({ length: 120 }, (_, at): [string, string[]] => [
      `e${at}`,
      [
        `keloid ${Array.from({ length: 1 + (at % 30) }, (_, word) => strangeWord(40 * at + word)).join(' ')}`,
        'keloid care',
      ],
    ]);
    const large = indexed(Object.fromEntries(faq));
    const learned = createLearner(large.index);
    const vector = large.vector('keloid care');
    const overall = new Float32Array(large.ids.length);
    entrySimilarities(large.index, vector, overall);
    const near = largest(overall, 80);
    const scored = createScorer(large.index, learned)(vector);
    expect([COMPARED, SCORED, near.length, scored.length]).toEqual([80, 12, 80, 12]);
    expect(scored.map(({ entry }) => entry).sort()).toEqual([...near.subarray(0, 12)].sort());

    const words = denseOf(vector, large.vocabulary.size);
    const about = denseOf(profileOf(near, overall), large.ids.length);
    for (const { entry, score } of scored) {
      const { neighbours, coefficients } = learned.regressionOf(entry);
      expect(neighbours.length).toBeGreaterThan(80);
      let sum = 0;
      let at = 0;
      for (const other of neighbours) {
        for (let row = large.index.first[other] ?? 0; row < (large.index.first[other + 1] ?? 0); row += 1) {
          const like = kernel(dotRow(large.index.phrasings, row, words), dotRow(learned.profiles, row, about));
          if (near.includes(other)) sum += (coefficients[at] ?? 0) * like;
          at += 1;
        }
      }
      expect(score).toBeCloseTo(sum, 4);
    }
  });
});

function denseOf({ columns, weights }: { columns: Int32Array; weights: Float32Array }, width: number): Float32Array {
  const dense = new Float32Array(width);
  columns.forEach((column, at) => {
    dense[column] = weights[at] ?? 0;
  });
  return dense;
}
