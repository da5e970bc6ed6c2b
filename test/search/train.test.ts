import { describe, expect, it } from 'vitest';
import { train } from '../../src/search/train.js';
import { knowledgeOf } from './faqs.js';

const model = train(
  knowledgeOf(
    {
      tea: ['Is there tea?', 'tea and more tea', 'tea at 4', '?!'],
      coffee: ['Is there coffee?', 'a hot drink', 'coffee, is it hot'],
      cocoa: ['a hot drink', 'Tea at 4!', 'open 8 to 12'],
    },
    {
      safety: ['coffee'],
      answers: { tea: 'Ask for the samovar.' },
      glossary: {
        terms: [{ name: 'Oolong', definition: 'Half fermented.', also: ['wulong'] }],
        shorthand: new Map([['cuppa', 'mug']]),
        synonyms: [['biscuit', 'cookie']],
      },
    },
  ),
);

describe('a model', () => {
  it('numbers entries by their ids, whatever their order', () => {
    expect(model.entries).toEqual(['cocoa', 'coffee', 'tea']);
    expect(model.safety).toEqual([false, true, false]);
    expect(model.phrasings[2]).toEqual(['Is there tea?', 'tea and more tea', 'tea at 4', '?!']);
    expect([...model.index.first]).toEqual([0, 3, 6, 10]);
    expect(model.regressions.length).toBe(3);
  });

  it('knows a phrasing word for word where one entry alone has it, and where it has words', () => {
    expect(Object.fromEntries(model.verbatim)).toEqual({
      'is there tea': 2,
      'tea and more tea': 2,
      'is there coffee': 1,
      'coffee is it hot': 1,
      'open 8 to 12': 0,
    });
  });

  it('knows phrasings that differ by their figures alone, and no others', () => {
    expect([...model.figured].sort()).toEqual(['open # to #', 'tea at #']);
  });

  it('corrects to words of phrasings and of the glossary, counted once a text', () => {
    const { words } = model.spelling;
    expect([words.get('tea'), words.get('hot'), words.get('drink')]).toEqual([4, 3, 2]);
    expect(['oolong', 'wulong', 'cuppa', 'mug', 'biscuit', 'cookie'].map((word) => words.get(word))).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
    expect(words.has('samovar')).toBe(false);
  });

  it('leaves words of answers and of definitions alone', () => {
    expect(['samovar', 'fermented'].map((word) => model.spelling.good.has(word))).toEqual([true, true]);
    expect(model.spelling.good.has('oolong')).toBe(false);
  });

  it('is plain data, the same each time', () => {
    expect(structuredClone(model)).toEqual(model);
  });
});
