import { describe, expect, it } from 'vitest';
import { REMEMBERED } from '../../../src/search/parameters.js';
import { BLOCK_NAMES, featuresOf } from '../../../src/search/rank/features.js';
import { createAnalyzer, createVocabulary, extended, type Vocabulary } from '../../../src/search/rank/vocabulary.js';

const vocabulary = createVocabulary([
  { phrasings: [['scar'], ['scar', 'tissue']], answer: ['lotion'] },
  { phrasings: [['keloid']], answer: ['scar'] },
]);

/** What an analyzer finds, by the names of the features; strangers by their numbers. */
function found(tokens: string[], known: Vocabulary = vocabulary, analyze = createAnalyzer(known)) {
  const names = new Map([...known].map(([key, column]) => [column, key]));
  const { columns, blocks, weights } = analyze(tokens);
  return [...columns].map((column, at) => ({
    key: names.get(column) ?? column,
    block: BLOCK_NAMES[blocks[at] ?? -1],
    weight: weights[at],
  }));
}

describe('the vocabulary of an FAQ', () => {
  it('numbers each feature once, those of phrasings before those of answers', () => {
    const numbers = [...vocabulary.values()];
    expect(numbers).toEqual(numbers.map((_, at) => at));
    const column = (word: string) => vocabulary.get(`w ${word}`) ?? -1;
    expect([column('scar'), column('tissu'), column('keloid')].map((at) => at >= 0 && at < column('lotion'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(vocabulary.has('w weather')).toBe(false);
  });

  it('keeps its numbers where it is extended', () => {
    const wide = extended(vocabulary, [['weather', 'scar']]);
    for (const [key, column] of vocabulary) expect(wide.get(key)).toBe(column);
    expect(wide.get('w weather')).toBeGreaterThanOrEqual(vocabulary.size);
    expect(vocabulary.has('w weather')).toBe(false);
  });
});

describe('an analyzer', () => {
  it('finds the features of a word, with block and weight', () => {
    expect(found(['scar'])).toEqual(featuresOf('scar'));
    expect(createAnalyzer(vocabulary)(['scar']).tokens).toEqual(['scar']);
  });

  it('adds up what comes again, in one word or several, and keeps the order', () => {
    const twice = found(['scar', 'keloid', 'scar']);
    const once = featuresOf('scar');
    expect(twice.slice(0, once.length)).toEqual(once.map((each) => ({ ...each, weight: 2 })));
    expect(new Set(twice.map(({ key }) => key)).size).toBe(twice.length);
    // "xxxx" has the same three letters twice.
    const xs = found(['xxxx'], createVocabulary([{ phrasings: [['xxxx']], answer: [] }]));
    expect(xs.find(({ key }) => key === 'c xxx')?.weight).toBe(2);
  });

  it('numbers strangers below 0, each differently, and the same one in the same way', () => {
    const columns = (...tokens: string[]) => [...createAnalyzer(vocabulary)(tokens).columns];
    const two = columns('qzxv', 'vjxk');
    expect(two.every((column) => column < 0)).toBe(true);
    expect(new Set(two).size).toBe(featuresOf('qzxv').length + featuresOf('vjxk').length);
    expect(columns('qzxv', 'qzxv')).toEqual(columns('qzxv'));
  });

  it('begins each text anew, whatever it has analysed before', () => {
    const analyze = createAnalyzer(vocabulary);
    const first = found(['scar', 'qzxv', 'scar'], vocabulary, analyze);
    for (const word of ['keloid', 'vjxk', 'scar', 'qzxv']) analyze([word, word]);
    expect(found(['scar', 'qzxv', 'scar'], vocabulary, analyze)).toEqual(first);
    expect(found([], vocabulary, analyze)).toEqual([]);
  });

  it('forgets strangers once they are many', () => {
    const analyze = createAnalyzer(vocabulary);
    let lowest = 0;
    // Long words of all letters: their features are many before they are many themselves.
    for (let at = 1; at < 1000; at += 1) {
      const word = [7, 11, 13, 17, 19, 23].map((factor) => ((at * factor * 2_654_435_761) >>> 0).toString(36)).join('');
      lowest = Math.min(lowest, ...analyze([word]).columns);
    }
    expect(lowest).toBeLessThan(-REMEMBERED.strangers / 2);
    expect(lowest).toBeGreaterThanOrEqual(-REMEMBERED.strangers - 100);
  });

  it('forgets words once they are many, though their pieces are known', () => {
    const letters = [...'qzxvj'];
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const tokens = all.flatMap((three) => letters.flatMap((d) => letters.map((e) => three + d + e)));
    // Words of six letters, of which all pieces are known.
    const known = createVocabulary([{ phrasings: [tokens], answer: [] }]);
    const analyze = createAnalyzer(known);
    let lowest = 0;
    for (let at = 0; at < 2.5 * REMEMBERED.words; at += 1) {
      const word = (tokens[at % tokens.length] ?? '') + letters[Math.floor(at / tokens.length)];
      lowest = Math.min(lowest, ...analyze([word]).columns);
    }
    // Stem, group and the letters at its end.
    expect(lowest).toBeLessThan(-REMEMBERED.words);
    expect(lowest).toBeGreaterThan(-2.5 * REMEMBERED.words);
  });
});
