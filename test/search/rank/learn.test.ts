import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVATURE, EXAMPLES, PROFILE, RIDGE, TRIANGLE } from '../../../src/search/parameters.js';
import { createLearner, type Learned } from '../../../src/search/rank/learn.js';
import { kernel, largest, profileOf } from '../../../src/search/rank/profile.js';
import { createScorer } from '../../../src/search/rank/score.js';
import { solve } from '../../../src/search/rank/solve.js';
import { dotRow, lengthOf, type Rows, rowAt } from '../../../src/search/rank/sparse.js';
import type { Index } from '../../../src/search/rank/vectors.js';
import { LIBRARY } from '../faqs.js';
import { indexed } from '../indexed.js';
import { strangeWord } from '../letters.js';

const library = indexed(LIBRARY);
const learned = createLearner(library.index);

/** The coefficients of an entry, with each similarity by itself; about, since sums are added in another order. */
function slowly(index: Index, { profiles, regressionOf }: Learned, entry: number) {
  const rows = [...regressionOf(entry).neighbours].flatMap((other) => {
    const from = index.first[other] ?? 0;
    return Array.from({ length: (index.first[other + 1] ?? 0) - from }, (_, at) => ({ row: from + at, other }));
  });
  const product = (some: Rows, a: number, b: number) => {
    const weights = new Map([...rowAt(some, a).columns].map((column, at) => [column, rowAt(some, a).weights[at] ?? 0]));
    return [...rowAt(some, b).columns].reduce(
      (sum, column, at) => sum + (weights.get(column) ?? 0) * (rowAt(some, b).weights[at] ?? 0),
      0,
    );
  };
  const triangle = rows.flatMap(({ row }, at) =>
    rows.slice(0, at + 1).map((one) => kernel(product(index.phrasings, row, one.row), product(profiles, row, one.row))),
  );
  const target = Float64Array.from(rows, ({ other }) => (other === entry ? 1 : 0));
  return [...solve(Float32Array.from(triangle), target, RIDGE)].map((value) => expect.closeTo(value, 3));
}

describe('learning an entry', () => {
  it('trains it against entries that rise, itself among them, with a coefficient for each of their phrasings', () => {
    library.ids.forEach((_, entry) => {
      const { neighbours, coefficients } = learned.regressionOf(entry);
      expect([...neighbours]).toEqual([...neighbours].sort((a, b) => a - b));
      expect([...neighbours]).toContain(entry);
      expect(new Set(neighbours).size).toBe(neighbours.length);
      const phrasings = [...neighbours].reduce((sum, other) => sum + (library.texts[other]?.phrasings.length ?? 0), 0);
      expect(coefficients.length).toBe(phrasings);
      expect([...coefficients].every(Number.isFinite)).toBe(true);
    });
  });

  it('scores its own phrasings high and those of its neighbours low', () => {
    const score = createScorer(library.index, learned);
    for (const [id, phrasings] of Object.entries(LIBRARY)) {
      for (const phrasing of phrasings) {
        const [best, second] = score(library.vector(phrasing));
        expect(library.ids[best?.entry ?? -1]).toBe(id);
        expect(best?.score).toBeGreaterThan(0.7);
        expect(second?.score ?? 0).toBeLessThan(0.3);
      }
    }
  });

  it('learns once: the same whenever it is asked for', () => {
    expect(learned.regressionOf(2)).toBe(learned.regressionOf(2));
    expect(createLearner(library.index).regressionOf(2)).toEqual(learned.regressionOf(2));
  });

  it('solves for 1 on its own phrasings and 0 on the others, from all similarities at once', () => {
    library.ids.forEach((_, entry) => {
      expect([...learned.regressionOf(entry).coefficients]).toEqual(slowly(library.index, learned, entry));
    });
  });

  it('solves the same from similarities that are computed when needed', () => {
    // Beyond the triangle: the library, and so many strange entries beside it that share little with it.
    const strangers = Array.from({ length: TRIANGLE / 4 }, (_, at): [string, string[]] => {
      const word = strangeWord(at);
      return [word, ['j', 'k', 'x', 'z'].map((letter) => `${letter}${letter}${word}${letter}${letter}`)];
    });
    const large = indexed({ ...LIBRARY, ...Object.fromEntries(strangers) });
    expect(large.index.phrasings.start.length - 1).toBeGreaterThan(TRIANGLE);
    const learner = createLearner(large.index);
    for (const entry of [0, 5]) {
      expect([...learner.regressionOf(entry).coefficients]).toEqual(slowly(large.index, learner, entry));
    }
    const score = createScorer(large.index, learner);
    for (const [id, phrasings] of Object.entries(LIBRARY)) {
      const [best] = score(large.vector(phrasings[0]));
      expect(large.ids[best?.entry ?? -1]).toBe(id);
      expect(best?.score).toBeGreaterThan(0.7);
      expect(best?.similarity).toBeCloseTo(1, 5);
    }
  });

  it('trains an entry against the nearest ones that have 320 phrasings together, and against one at least', () => {
    const lines = (id: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${id} about ${strangeWord(at)}`);
    const neighboursOf = (faq: Record<string, string[]>, entry = 0) => {
      const { index } = indexed(faq);
      return [...createLearner(index).regressionOf(entry).neighbours];
    };
    // More than so many by itself, and three entries that share a word with it, the first two of them nearer.
    const near = { next: ['keloid about it', 'keloid'], later: ['keloid'], far: ['about'] };
    expect(neighboursOf({ keloid: lines('keloid', 330), ...near }).length).toBe(2);
    expect(neighboursOf({ keloid: lines('keloid', 10), ...near })).toEqual([0, 1, 2, 3]);
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`e${at}`, [`about ${strangeWord(at)}`]]));
    expect([EXAMPLES.most, neighboursOf(many).length]).toEqual([320, 320]);
  });

  it('trains an entry of a very large FAQ against fewer, so that all of them compute ten million pairs', () => {
    const many = Array.from({ length: TRIANGLE / 4 + 1 }, (_, at): [string, string[]] => [
      `e${at}`,
      ['one', 'two', 'three', 'four'].map((word) => `about ${word} ${strangeWord(at)}`),
    ]);
    const { index, ids } = indexed(Object.fromEntries(many));
    const most = Math.floor(Math.sqrt(EXAMPLES.pairs / ids.length));
    expect([ids.length, EXAMPLES.pairs, most]).toEqual([1001, 1e7, 99]);
    expect(createLearner(index).regressionOf(7).neighbours.length).toBe(Math.floor(most / 4));
  });

  it('learns an entry that has no neighbour, and one that has no phrasing', () => {
    const odd = indexed({ one: ['alpha beta'], none: [] });
    const { neighbours, coefficients } = createLearner(odd.index).regressionOf(0);
    expect([...neighbours]).toEqual([0]);
    // One phrasing: coefficient · (kernel + ridge) = 1.
    expect(coefficients[0]).toBeCloseTo(1 / 1.2, 2);
    expect(createLearner(odd.index).regressionOf(1).coefficients.length).toBe(0);
  });
});

describe('the profile of a text', () => {
  it('is of its nearest entries, with a length of 1', () => {
    for (let row = 0; row < library.index.phrasings.start.length - 1; row += 1) {
      const { columns, weights } = rowAt(learned.profiles, row);
      expect(columns.length).toBeGreaterThan(0);
      expect(columns.length).toBeLessThanOrEqual(PROFILE.entries);
      expect(lengthOf(weights)).toBeCloseTo(1, 5);
    }
  });

  it('brings texts on one subject together that share no word', () => {
    const { index } = library;
    const dense = new Float32Array(library.ids.length);
    const profile = rowAt(learned.profiles, index.first[library.numberOf('late')] ?? 0);
    profile.columns.forEach((column, at) => {
      dense[column] = profile.weights[at] ?? 0;
    });
    const likeness = (id: string, at: number) =>
      dotRow(learned.profiles, (index.first[library.numberOf(id)] ?? 0) + at, dense);
    expect(likeness('late', 1)).toBeGreaterThan(likeness('printing', 1));
  });

  it('is of the first fifteen, in the measure of their likeness', () => {
    const similarities = Float32Array.from({ length: 20 }, (_, at) => 1 - at / 40);
    const { columns, weights } = profileOf(largest(similarities, 20), similarities);
    expect([PROFILE.entries, [...columns]]).toEqual([15, Array.from({ length: 15 }, (_, at) => at)]);
    const length = Math.hypot(...similarities.subarray(0, 15));
    expect([...weights]).toEqual([...columns].map((at) => expect.closeTo((similarities[at] ?? 0) / length, 5)));
  });

  it('is nothing where nothing is near', () => {
    expect(profileOf(new Int32Array(), new Float32Array(3)).columns.length).toBe(0);
  });
});

describe('the largest values', () => {
  it('come first, above 0, and in order of number where they are equal', () => {
    const values = fc.array(fc.integer({ min: -2, max: 5 }), { maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 8 }), (all, count) => {
        const expected = all
          .map((value, at) => ({ value, at }))
          .filter(({ value }) => value > 0)
          .sort((a, b) => b.value - a.value || a.at - b.at)
          .slice(0, count)
          .map(({ at }) => at);
        expect([...largest(Float32Array.from(all), count)]).toEqual(expected);
      }),
    );
  });
});

describe('the kernel', () => {
  it('is 0 for nothing in common, 1 for the same text, and never more', () => {
    expect(kernel(0, 0)).toBe(0);
    expect(kernel(1, 1)).toBe(1);
    expect(kernel(1.0001, 1.0001)).toBe(1);
    expect(kernel(2, 2)).toBe(1);
  });

  it('rises with each of the two, and faster the more they have in common', () => {
    expect(kernel(0.5, 0.2)).toBeGreaterThan(kernel(0.4, 0.2));
    expect(kernel(0.5, 0.3)).toBeGreaterThan(kernel(0.5, 0.2));
    expect(kernel(0.5, 0.5)).toBeLessThan(0.25);
  });

  it('bends the mean of words and profiles as it says', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (words, profiles) => {
        const mean = (words + PROFILE.share * profiles) / (1 + PROFILE.share);
        const bent = Math.expm1(CURVATURE * mean) / Math.expm1(CURVATURE);
        expect(Math.abs(kernel(words, profiles) - bent)).toBeLessThan(1e-6);
      }),
    );
  });
});
