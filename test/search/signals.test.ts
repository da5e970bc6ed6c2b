import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDomain } from '../../src/search/domain.js';
import { EVERYDAY } from '../../src/search/everyday.js';
import { createLearner } from '../../src/search/learn.js';
import { normalize } from '../../src/search/normalize.js';
import { createScorer, type Scored } from '../../src/search/score.js';
import { chances, hasStem, SIGNALS, shareWith, signalsOf } from '../../src/search/signals.js';
import { stem } from '../../src/search/stem.js';
import { HEARD } from '../../src/search/talk.js';
import { LIBRARY } from './faqs.js';
import { indexed } from './indexed.js';

const library = indexed(LIBRARY);
const { index } = library;
const score = createScorer(index, createLearner(index));
const domain = createDomain(index);

const signalsFor = (text: string, talk = 0) =>
  signalsOf(normalize(text), score(library.vector(text)), index, domain, talk);

describe('signals', () => {
  it('are in bounds for any text', () => {
    const words = Object.values(LIBRARY).flatMap((phrasings) => phrasings.flatMap((phrasing) => phrasing.split(' ')));
    const anyWord = fc.constantFrom(...words, 'weather', 'qzxv', 'and', 'not');
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (some, talk) => {
        const signals = signalsFor(some.join(' '), talk);
        for (const name of SIGNALS) {
          const bound = name === 'domain' ? 3 : name === 'score' || name === 'margin' ? 2 : 1 + 1e-5;
          expect([name, Math.abs(signals[name]) <= bound]).toEqual([name, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all nothing where no entry is near', () => {
    for (const text of ['', 'qzxv']) expect(new Set(Object.values(signalsFor(text, 0.9)))).toEqual(new Set([0]));
  });

  it('tell how much of the question the best entry explains', () => {
    expect(signalsFor('overdue fee').explained).toBe(1);
    expect(signalsFor('overdue fee').matched).toBe(2);
    const half = signalsFor('overdue qzxv');
    expect(half.explained).toBeGreaterThan(0.2);
    expect(half.explained).toBeLessThan(0.6);
    expect(half.matched).toBe(1);
  });

  it('count a word of the same everyday group as half', () => {
    // "fee" and "price" are of one group; no phrasing of the library has "price".
    const { explained, matched } = signalsFor('overdue price');
    expect(explained).toBeLessThan(signalsFor('overdue fee').explained);
    expect(explained).toBeGreaterThan(signalsFor('overdue qzxv').explained);
    expect(matched).toBe(2);
  });

  it('tell how much was typed, without function words', () => {
    expect(signalsFor('overdue').told).toBeCloseTo(1 / 3, 9);
    expect(signalsFor('overdue fee').told).toBeCloseTo(2 / 4, 9);
    expect(signalsFor('is the overdue fee').told).toBe(signalsFor('overdue fee').told);
  });

  it('tell which words any phrasing has, and which are of everyday talk only', () => {
    expect(signalsFor('overdue fee').known).toBe(1);
    expect(signalsFor('overdue qzxv').known).toBe(0.5);
    expect(signalsFor('overdue qzxv').elsewhere).toBe(0);
    // Talk has "book" too, and so has the entry.
    expect(domain.isTalk(stem('book'))).toBe(true);
    expect(signalsFor('replace a lost book').elsewhere).toBe(0);
    expect(signalsFor('overdue pizza').elsewhere).toBeGreaterThan(0.3);
  });

  it('tell how central the words are to the entry', () => {
    // "library" is in two of the phrasings about the card, "new" in one, "colour" in none.
    const of = (word: string) => signalsFor(`sign up member card ${word}`).central;
    expect(of('library')).toBeGreaterThan(of('new'));
    expect(of('new')).toBeGreaterThan(of('colour'));
  });

  it('hand on the nearest line of talk, and the margin to the second', () => {
    const text = 'renew my loan';
    const scored = score(library.vector(text));
    const signals = signalsFor(text, 0.42);
    expect(signals.talk).toBe(0.42);
    expect(signals.score).toBe(scored[0]?.score);
    expect(signals.margin).toBeCloseTo((scored[0]?.score ?? 0) - (scored[1]?.score ?? 0), 9);
  });

  it('know which stems an entry has, and in how many of its phrasings', () => {
    const late = library.numberOf('late');
    expect(hasStem('fee', late, index)).toBe(true);
    expect(hasStem('printer', late, index)).toBe(false);
    expect(shareWith('late', late, index)).toBe(0.75);
    expect(shareWith('qzxv', late, index)).toBe(0);
  });
});

describe('chances', () => {
  const scoredOf = (...scores: number[]) =>
    scores.map((one, entry): Scored => ({ entry, score: one, similarity: 0, overall: 0 }));

  it('sum to 1, the best first, however far the scores are apart', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1 }), (scores) => {
        const shares = chances(scoredOf(...scores.sort((a, b) => b - a)));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
    );
  });

  it('are equal for equal scores, and none for none', () => {
    expect(chances(scoredOf(0.4, 0.4))).toEqual([0.5, 0.5]);
    expect(chances([])).toEqual([]);
  });
});

describe('the words of the FAQ and of talk', () => {
  it('speak for the FAQ, for talk, or a little against an FAQ as large as talk where neither has them', () => {
    const filler = Array.from({ length: 2 * HEARD.length }, (_, at) =>
      at % 2 === 0 ? 'which shelf' : 'which library',
    );
    const { oddsOf } = createDomain(indexed({ ...LIBRARY, filler }).index);
    expect(oddsOf(stem('library'))).toBeGreaterThan(1);
    expect(oddsOf(stem('weather'))).toBeLessThan(-1);
    expect(oddsOf('qzxv')).toBe(oddsOf('vxqz'));
    expect(oddsOf('qzxv')).toBeLessThan(0);
    expect(oddsOf('qzxv')).toBeGreaterThan(oddsOf(stem('weather')));
  });

  it('are within 3 either way', () => {
    const roots = [
      ...HEARD.flatMap((line) => normalize(line)),
      ...Object.values(LIBRARY).flatMap((own) => normalize(own.join(' '))),
    ];
    for (const root of roots.map(stem)) expect(Math.abs(domain.oddsOf(root))).toBeLessThanOrEqual(3);
  });

  it('are known as talk where some line has them', () => {
    expect([stem('weather'), stem('pizza')].every(domain.isTalk)).toBe(true);
    expect(domain.isTalk('qzxv')).toBe(false);
  });

  it('are counted without a line as if it had never been heard', () => {
    const line = EVERYDAY.findIndex((one) => one.includes('Eiffel'));
    expect(domain.isTalk(stem('eiffel'))).toBe(true);
    const unheard = domain.without(line);
    expect(unheard.isTalk(stem('eiffel'))).toBe(false);
    expect(unheard.oddsOf(stem('eiffel'))).toBeGreaterThan(domain.oddsOf(stem('eiffel')));
    expect(unheard.isTalk(stem('weather'))).toBe(true);
    expect(domain.isTalk(stem('eiffel'))).toBe(true);
  });
});
