import { describe, expect, it } from 'vitest';
import { ANSWER_WEIGHT, BLOCKS, COMMON, IDF_POWER } from '../../../src/search/parameters.js';
import { BLOCK_NAMES } from '../../../src/search/rank/features.js';
import { lengthOf, rowAt } from '../../../src/search/rank/sparse.js';
import { columnOf, createIndex, entrySimilarities, vectorOf } from '../../../src/search/rank/vectors.js';
import { createAnalyzer, createVocabulary, extended } from '../../../src/search/rank/vocabulary.js';
import { strangeWord } from '../letters.js';

/** The index of some entries by the words of their phrasings and answers. "weather" is in the vocabulary alone. */
function indexOf(entries: readonly { phrasings: string[]; answer?: string }[]) {
  const tokens = entries.map(({ phrasings, answer = '' }) => ({
    phrasings: phrasings.map((line) => line.split(' ')),
    answer: answer.split(' ').filter(Boolean),
  }));
  const vocabulary = extended(createVocabulary(tokens), [['weather']]);
  const analyze = createAnalyzer(vocabulary);
  const texts = tokens.map(({ phrasings, answer }) => ({ phrasings: phrasings.map(analyze), answer: analyze(answer) }));
  const index = createIndex(texts, vocabulary);
  return {
    index,
    analyze: (line: string) => analyze(line.split(' ')),
    vector: (line: string) => vectorOf(analyze(line.split(' ')), index),
    column: (key: string) => vocabulary.get(key) ?? -1,
  };
}

const idfOf = (entries: number, having: number) => (Math.log((1 + entries) / (1 + having)) + 1) ** IDF_POWER;

const small = indexOf([
  { phrasings: ['keloid scar', 'keloid'], answer: 'lotion' },
  { phrasings: ['scar'], answer: 'keloid' },
  { phrasings: ['pacemaker'] },
]);

describe('the weight of a feature', () => {
  const weightOf = (key: string) => small.index.idf[small.column(key)];

  it('falls with the entries that have it in a phrasing, however often', () => {
    // Of three entries: "keloid" is in two phrasings of one, "scar" in one phrasing of each of two.
    expect(weightOf('w keloid')).toBeCloseTo(idfOf(3, 1), 5);
    expect(weightOf('w scar')).toBeCloseTo(idfOf(3, 2), 5);
    expect(weightOf('w pacemaker')).toBeCloseTo(idfOf(3, 1), 5);
  });

  it('of a word that only answers have is that of one entry', () => {
    expect(weightOf('w lotion')).toBeCloseTo(idfOf(3, 1), 5);
  });

  it('of a word that no entry has is the greatest', () => {
    expect(weightOf('w weather')).toBeCloseTo(idfOf(3, 0), 5);
    expect(small.index.rare).toBeCloseTo(idfOf(3, 0), 9);
  });
});

describe('the vector of a text', () => {
  /** The squares of each block's weights. */
  function squares(line: string, { index, vector } = small): number[] {
    const { columns, weights } = vector(line);
    const block = new Map([...index.vocabulary].map(([key, column]) => [column, 'wc'.indexOf(key[0] ?? '')]));
    return BLOCK_NAMES.map((_, at) =>
      [...columns].reduce((sum, column, slot) => {
        const own = block.get(column) ?? 2;
        return (own < 0 ? 2 : own) === at ? sum + (weights[slot] ?? 0) ** 2 : sum;
      }, 0),
    );
  }

  it('gives each block its share', () => {
    const shares = BLOCK_NAMES.map((name) => expect.closeTo(BLOCKS[name], 5));
    expect(Object.values(BLOCKS).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(squares('keloid scar')).toEqual(shares);
    expect(squares('pacemaker')).toEqual(shares);
  });

  it('weighs words within a block by idf and by how often they come', () => {
    const { columns, weights } = small.vector('keloid scar keloid');
    const [keloid, scar] = ['w keloid', 'w scar'].map((key) => weights[columns.indexOf(small.column(key))]);
    const length = Math.hypot(2 * idfOf(3, 1), idfOf(3, 2));
    expect(keloid).toBeCloseTo((Math.sqrt(BLOCKS.words) * 2 * idfOf(3, 1)) / length, 5);
    expect(scar).toBeCloseTo((Math.sqrt(BLOCKS.words) * idfOf(3, 2)) / length, 5);
  });

  it('has no place for unknown words, but is the shorter for them: they weigh as much as any rare one', () => {
    const { columns } = small.vector('keloid qzxv');
    expect([...columns].every((column) => column >= 0)).toBe(true);
    const [words = 0] = squares('keloid qzxv');
    expect(words).toBeCloseTo((BLOCKS.words * idfOf(3, 1) ** 2) / (idfOf(3, 1) ** 2 + idfOf(3, 0) ** 2), 5);
    expect(small.vector('qzxv').columns.length).toBe(0);
  });
});

describe('an entry', () => {
  it('is the sum of its phrasings and of its answer, as the answer weighs', () => {
    const { index } = small;
    const sum = new Map<number, number>();
    const add = ({ columns, weights }: { columns: Int32Array; weights: Float32Array }, factor: number) =>
      columns.forEach((column, at) => void sum.set(column, (sum.get(column) ?? 0) + factor * (weights[at] ?? 0)));
    for (const line of ['keloid scar', 'keloid']) add(small.vector(line), 1);
    add(small.vector('lotion'), ANSWER_WEIGHT);
    expect(index.lengths[0]).toBeCloseTo(lengthOf(Float32Array.from(sum.values())), 4);
    for (const [column, value] of sum) {
      const { columns, weights } = rowAt(index.byColumn, column);
      expect(weights[columns.indexOf(0)]).toBeCloseTo(value, 5);
    }
  });

  it('knows where its phrasings stand', () => {
    expect([...small.index.first]).toEqual([0, 2, 3, 4]);
  });

  it('is as like a text as the angle between them says, and an entry of nothing is like nothing', () => {
    const { index, vector } = indexOf([
      { phrasings: ['keloid'] },
      { phrasings: ['pacemaker', 'pacemaker'] },
      { phrasings: [] },
    ]);
    const into = new Float32Array(3).fill(9);
    entrySimilarities(index, vector('pacemaker'), into);
    expect(into[1]).toBeCloseTo(1, 5);
    expect(into[0]).toBeLessThan(0.2);
    expect(into[2]).toBe(0);
  });
});

describe('a column', () => {
  it('is found where some entry has the feature, and not where only the vocabulary has it', () => {
    const { index, column } = small;
    expect(columnOf(index, 'w keloid')).toBe(column('w keloid'));
    expect(columnOf(index, 'w lotion')).toBe(column('w lotion'));
    expect(column('w weather')).toBeGreaterThanOrEqual(0);
    expect(columnOf(index, 'w weather')).toBeUndefined();
    expect(columnOf(index, 'w qzxv')).toBeUndefined();
  });

  it('that more than 500 entries have is left out of the search for candidates, but is known', () => {
    const entries = (size: number) =>
      Array.from({ length: size }, (_, at) => ({ phrasings: [`keloid ${strangeWord(at)}`] }));
    const most = indexOf(entries(COMMON));
    const more = indexOf(entries(COMMON + 1));
    const having = ({ index, column }: typeof most) => rowAt(index.byColumn, column('w keloid')).columns.length;
    expect([COMMON, having(most), having(more)]).toEqual([500, 500, 0]);
    expect(columnOf(more.index, 'w keloid')).toBe(more.column('w keloid'));
  });
});
