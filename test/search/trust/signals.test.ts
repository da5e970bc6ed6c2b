import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRAL, SHARPNESS } from '../../../src/search/parameters.js';
import { createLearner } from '../../../src/search/rank/learn.js';
import { createScorer, type Scored } from '../../../src/search/rank/score.js';
import { EVERYDAY } from '../../../src/search/text/everyday.js';
import { normalize } from '../../../src/search/text/normalize.js';
import { stem } from '../../../src/search/text/stem.js';
import { createDomain } from '../../../src/search/trust/domain.js';
import { chances, hasStem, SIGNALS, shareWith, signalsOf } from '../../../src/search/trust/signals.js';
import { HEARD } from '../../../src/search/trust/talk.js';
import { LIBRARY } from '../faqs.js';
import { indexed } from '../indexed.js';
import { strangeWord } from '../letters.js';

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

  // Counted by hand: "overdue" is in one phrasing of four, "book" in one of this entry and in others, "qzxv" in none.
  it('are those of the best entry, by hand', () => {
    const late = library.numberOf('late');
    const scored: Scored[] = [
      { entry: late, score: 0.7, similarity: 0.6, overall: 0.5 },
      { entry: 0, score: 0.3, similarity: 0.2, overall: 0.1 },
    ];
    const signals = signalsOf(['the', 'overdue', 'late', '=fee', 'qzxv', 'weather'], scored, index, domain, 0.42);
    const idf = (word: string) => index.idf[library.vocabulary.get(`w ${word}`) ?? -1] ?? Number.NaN;
    // A sign of the glossary that no phrasing has, and two words that none has.
    const mass = idf('overdu') + idf('late') + 3 * index.rare;
    expect(idf('overdu')).not.toBeCloseTo(index.rare, 3);
    expect(shareWith('overdu', late, index)).toBe(0.25);
    expect(shareWith('late', late, index)).toBe(0.75);
    const odds = ['overdu', 'late', '=fee', 'qzxv', 'weather'].map(domain.oddsOf);
    expect(signals).toEqual({
      score: 0.7,
      margin: expect.closeTo(0.4, 9),
      chance: expect.closeTo(1 / (1 + Math.exp(-SHARPNESS * 0.4)), 9),
      similarity: 0.6,
      overall: 0.5,
      explained: expect.closeTo((idf('overdu') + idf('late')) / mass, 6),
      // Twice the share of its phrasings, at most the whole.
      central: expect.closeTo((idf('overdu') * 0.25 * CENTRAL + idf('late')) / mass, 6),
      known: 2 / 5,
      told: 4 / 6,
      elsewhere: expect.closeTo(index.rare / mass, 6),
      domain: expect.closeTo(odds.reduce((sum, one) => sum + one, 0) / 5, 9),
      talk: 0.42,
      matched: 2,
    });
  });

  it('take a word that more than 500 entries have for none of the entry’s', () => {
    const many = Array.from({ length: 501 }, (_, at): [string, string[]] => [`e${at}`, [`keloid ${strangeWord(at)}`]]);
    const large = indexed(Object.fromEntries(many));
    const scored = [{ entry: 3, score: 1, similarity: 1, overall: 1 }];
    const signals = signalsOf(['keloid'], scored, large.index, createDomain(large.index), 0);
    expect(signals).toMatchObject({ known: 1, explained: 0, central: 0, matched: 0 });
    expect(shareWith(stem(strangeWord(0)), 0, large.index)).toBe(1);
  });

  it('find which entries have a word, and in how many phrasings, whichever they are and whatever their answers say', () => {
    const having = fc.array(fc.array(fc.constantFrom('alpha', 'beta', 'gamma'), { minLength: 1 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(having, (entries) => {
        const answers = entries.map((_, at) => [`e${at}`, at % 2 === 0 ? 'beta' : '']);
        const some = indexed(
          Object.fromEntries(entries.map((words, at) => [`e${at}`, words])),
          Object.fromEntries(answers),
        );
        for (const word of ['alpha', 'beta', 'gamma'])
          entries.forEach((words, at) => {
            const isAnswered = word === 'beta' && at % 2 === 0;
            const phrasings = words.filter((one) => one === word).length;
            expect(hasStem(stem(word), at, some.index)).toBe(phrasings > 0 || isAnswered);
            expect(shareWith(stem(word), at, some.index)).toBe(phrasings / words.length);
          });
      }),
      { numRuns: 30 },
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

  it('are as far apart as scores are, by how sharply they are told apart', () => {
    const [first = 0, second = 0] = chances(scoredOf(0.5, 0.3));
    expect(Math.log(first / second)).toBeCloseTo(SHARPNESS * 0.2, 9);
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

  it('are counted as they say', () => {
    const stemsOf = (line: string) => normalize(line).map(stem);
    const phrasings = Object.values(LIBRARY).flat().map(stemsOf);
    const lines = HEARD.map(stemsOf);
    const having = (some: readonly string[][], root: string) => some.filter((roots) => roots.includes(root)).length;
    const odds = (root: string, heard: readonly string[][]) => {
      const own = (having(phrasings, root) + 0.5) / (phrasings.length + 1);
      const other = (having(heard, root) + 0.5) / (heard.length + 1);
      return Math.max(-3, Math.min(3, Math.log(own / other)));
    };
    for (const root of ['book', 'card', 'weather', 'qzxv', 'pizza'].map(stem)) {
      expect(domain.oddsOf(root)).toBeCloseTo(odds(root, lines), 9);
    }
    const line = lines.findIndex((roots) => roots.includes('book'));
    const others = lines.filter((_, at) => at !== line);
    expect(having(others, 'book')).toBe(having(lines, 'book') - 1);
    for (const root of ['book', 'weather', 'qzxv'])
      expect(domain.without(line).oddsOf(root)).toBeCloseTo(odds(root, others), 9);
  });

  it('are of talk only where they say something', () => {
    expect(['the', 'is', 'you', 'what'].filter(domain.isTalk)).toEqual([]);
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
