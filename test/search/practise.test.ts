import { describe, expect, it } from 'vitest';
import { ASPECTS, aspectTokens } from '../../src/search/aspects.js';
import { calibrate, confidenceOf, type Outcome } from '../../src/search/calibrate.js';
import { createLexicon } from '../../src/search/normalize.js';
import { LESSON } from '../../src/search/parameters.js';
import { practise } from '../../src/search/practise.js';
import { SIGNALS } from '../../src/search/signals.js';
import { HEARD, talkTokens } from '../../src/search/talk.js';
import { createReader, extended } from '../../src/search/vocabulary.js';
import { LIBRARY } from './faqs.js';
import { indexed } from './indexed.js';

const lexicon = createLexicon();

function practised(questions: Readonly<Record<string, readonly string[]>>): Outcome[] {
  const { texts, vocabulary } = indexed(questions);
  const wide = extended(vocabulary, talkTokens(lexicon));
  const read = createReader(wide);
  const again = texts.map(({ phrasings }) => ({
    phrasings: phrasings.map(({ tokens }) => read(tokens)),
    answer: read([]),
  }));
  return practise(again, { talk: talkTokens(lexicon).map(read), aspects: aspectTokens(lexicon) }, wide, read);
}

const weightOf = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { weight }) => sum + weight, 0);

describe('practising', () => {
  const outcomes = practised(LIBRARY);
  const phrasings = Object.values(LIBRARY).flat().length;

  it('keeps the signals of each question, and whether its best entry was right', () => {
    for (const { signals, right, weight } of outcomes) {
      expect(SIGNALS.every((name) => Number.isFinite(signals[name]))).toBe(true);
      expect(typeof right).toBe('boolean');
      expect(weight).toBeGreaterThanOrEqual(0);
    }
  });

  it('finds most of the phrasings that it holds out, and is never right about what no entry answers', () => {
    const right = outcomes.filter((outcome) => outcome.right).length;
    expect(right).toBeGreaterThan(phrasings / 4);
    expect(right).toBeLessThanOrEqual(phrasings);
    expect(outcomes.length).toBeGreaterThan(HEARD.length);
  });

  it('weighs all questions as its lesson says, whatever their number', () => {
    const total = Object.values(LESSON).reduce((sum, share) => sum + share, 0);
    const answerable = weightOf(outcomes) / total;
    // So many phrasings were held out of entries that were taught.
    expect(answerable).toBeGreaterThan(phrasings / 2);
    expect(answerable).toBeLessThanOrEqual(phrasings);
    expect(answerable).toBeCloseTo(Math.round(answerable), 3);
  });

  it('teaches a confidence that is higher for what is answered than for what is not', () => {
    // Each phrasing has its entry's id in it: what is held out can be found.
    const findable = Object.entries(LIBRARY).map(([id, own]) => [id, own.map((phrasing) => `${id} ${phrasing}`)]);
    const learnt = practised(Object.fromEntries(findable));
    const calibration = calibrate(learnt);
    const mean = (isRight: boolean) => {
      const some = learnt.filter(({ right }) => right === isRight);
      return some.reduce((sum, one) => sum + one.weight * confidenceOf(one.signals, calibration), 0) / weightOf(some);
    };
    expect(mean(true)).toBeGreaterThan(mean(false) + 0.3);
  });

  it('asks talk as if it had never been heard: it is not nearest to itself', () => {
    const near = outcomes.filter(({ signals }) => signals.talk > 0.99).length;
    expect(near).toBeLessThan(outcomes.length / 50);
    expect(outcomes.some(({ signals }) => signals.talk > 0.4)).toBe(true);
  });

  it('asks every third held-out phrasing with a word more that nobody knows', () => {
    // All words of a phrasing are in the others too.
    const turned = (a: string, b: string, c: string) => [
      `${a} ${b} ${c}`,
      `${b} ${c} ${a}`,
      `${c} ${a} ${b}`,
      `${b} ${a}`,
    ];
    const known = practised({ one: turned('stapler', 'paper', 'clip'), two: turned('kettle', 'water', 'cup') })
      .filter(({ right }) => right)
      .map(({ signals }) => signals.known);
    expect(known.length).toBe(8);
    // In each of three folds the first, and every third after it, of four, two and two.
    expect(known.filter((share) => share < 1).length).toBe(4);
  });

  it('gives the same outcomes each time', () => {
    const [first = ['', []], second = ['', []]] = Object.entries(LIBRARY);
    const two = Object.fromEntries([first, second]);
    expect(practised(two)).toEqual(practised(two));
  });

  it('teaches nothing where no phrasing can be held out: what public tasks taught decides', () => {
    const single = practised(Object.fromEntries(Object.entries(LIBRARY).map(([id, [first]]) => [id, [first]])));
    expect(weightOf(single)).toBe(0);
    expect(calibrate(single)).toEqual(calibrate([]));
  });

  it('has nothing to ask of no entries', () => {
    expect(weightOf(practised({}))).toBe(0);
  });
});

describe('aspects', () => {
  it('have one place each for the subject, and words beside it', () => {
    expect(ASPECTS.filter((line) => line.split('—').length !== 2)).toEqual([]);
    expect(ASPECTS.filter((line) => line.replace('—', '').trim().length < 4)).toEqual([]);
    expect(new Set(ASPECTS).size).toBe(ASPECTS.length);
    expect(ASPECTS.length).toBeGreaterThan(60);
  });

  it('are read before and behind their subject, by the FAQ’s own words', () => {
    const read = aspectTokens(createLexicon({ terms: [], shorthand: new Map(), synonyms: [['cure', 'remedy']] }));
    expect(read.length).toBe(ASPECTS.length);
    const at = ASPECTS.indexOf('is there a cure for —');
    expect(read[at]).toEqual({ before: ['is', 'there', 'a', 'cure', '=cure', 'for'], after: [] });
    const behind = ASPECTS.indexOf('— and pregnancy');
    expect(read[behind]?.before).toEqual([]);
    expect(read[behind]?.after).toEqual(['and', 'pregnancy']);
  });

  it('are heard like talk, without their subject', () => {
    expect(HEARD.slice(-ASPECTS.length).some((line) => line.includes('—'))).toBe(false);
  });
});
