import { describe, expect, it } from 'vitest';
import { LESSON } from '../../../src/search/parameters.js';
import { createAnalyzer, extended } from '../../../src/search/rank/vocabulary.js';
import { EVERYDAY } from '../../../src/search/text/everyday.js';
import { createLexicon } from '../../../src/search/text/normalize.js';
import { ASPECTS, aspectTokens } from '../../../src/search/trust/aspects.js';
import { calibrate, confidenceOf, type Sample } from '../../../src/search/trust/calibrate.js';
import { practise } from '../../../src/search/trust/practise.js';
import { SIGNALS } from '../../../src/search/trust/signals.js';
import { HEARD, talkTokens } from '../../../src/search/trust/talk.js';
import { LIBRARY } from '../faqs.js';
import { indexed } from '../indexed.js';
import { strangeWord } from '../letters.js';

const lexicon = createLexicon();

function practised(questions: Readonly<Record<string, readonly string[]>>): Sample[] {
  const { texts, vocabulary } = indexed(questions);
  const wide = extended(vocabulary, talkTokens(lexicon));
  const analyze = createAnalyzer(wide);
  const again = texts.map(({ phrasings }) => ({
    phrasings: phrasings.map(({ tokens }) => analyze(tokens)),
    answer: analyze([]),
  }));
  return practise(again, { talk: talkTokens(lexicon).map(analyze), aspects: aspectTokens(lexicon) }, wide, analyze);
}

/** The samples with what they come from, in the order in which they are asked. */
function laidOut(questions: Readonly<Record<string, readonly string[]>>) {
  const samples = practised(questions);
  const own = Object.values(questions);
  const asked: { origin: string; fold: number; line?: number; aspect?: number }[] = [];
  for (let fold = 0; fold < 3; fold += 1) {
    const isAbsent = (entry: number) => own.length > 4 && entry % 5 === fold;
    own.forEach((phrasings, entry) => {
      phrasings.forEach((_, at) => {
        if (isAbsent(entry)) asked.push({ origin: 'absent', fold });
        else if (at % 3 === fold) asked.push({ origin: 'answerable', fold });
      });
    });
    EVERYDAY.forEach((_, line) => {
      if (line % 3 === fold) asked.push({ origin: 'far', fold, line }, { origin: 'grafted', fold, line });
    });
    const taught = own.filter((_, entry) => !isAbsent(entry)).length;
    ASPECTS.forEach((_, aspect) => {
      if (aspect % 3 === fold)
        asked.push(...Array.from({ length: Math.min(8, taught) }, () => ({ origin: 'aspect', fold, aspect })));
    });
  }
  expect(samples.length).toBe(asked.length);
  return asked.map((one, at) => ({ ...one, sample: samples[at] as Sample }));
}

const weightOf = (samples: readonly Sample[]) => samples.reduce((sum, { weight }) => sum + weight, 0);

describe('practising', () => {
  const samples = practised(LIBRARY);
  const phrasings = Object.values(LIBRARY).flat().length;

  it('keeps the signals of each question, and whether its best entry was right', () => {
    for (const { signals, right, weight } of samples) {
      expect(SIGNALS.every((name) => Number.isFinite(signals[name]))).toBe(true);
      expect(typeof right).toBe('boolean');
      expect(weight).toBeGreaterThanOrEqual(0);
    }
  });

  it('finds most of the phrasings that it holds out, and is never right about what no entry answers', () => {
    const right = samples.filter(({ right }) => right).length;
    expect(right).toBeGreaterThan(phrasings / 4);
    expect(right).toBeLessThanOrEqual(phrasings);
    expect(samples.length).toBeGreaterThan(HEARD.length);
  });

  it('weighs all questions as its lesson says, whatever their number', () => {
    const total = Object.values(LESSON).reduce((sum, share) => sum + share, 0);
    const answerable = weightOf(samples) / total;
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
    const near = samples.filter(({ signals }) => signals.talk > 0.99).length;
    expect(near).toBeLessThan(samples.length / 50);
    expect(samples.some(({ signals }) => signals.talk > 0.4)).toBe(true);
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

  it('asks nothing else with a stranger: neither phrasings of an absent entry nor talk', () => {
    // All phrasings of all entries are of the same words, so that only a stranger is unknown.
    const words = ['stapler', 'paper', 'clip', 'folder'];
    const same = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [
        `e${at}`,
        [0, 1, 2, 3].map((turn) => [...words.slice(turn), ...words.slice(0, (turn + at) % 4)].join(' ')),
      ]),
    );
    const asked = laidOut(same);
    const unknown = (origin: string) =>
      asked.filter((one) => one.origin === origin).map(({ sample }) => sample.signals.known < 1);
    expect(unknown('absent')).toEqual(new Array(4 * 3 + 4).fill(false));
    const heldOut = asked.filter(({ origin }) => origin === 'absent' || origin === 'answerable');
    const places = [0, 1, 2].flatMap((fold) =>
      heldOut.filter((one) => one.fold === fold).map(({ origin }, at) => origin === 'answerable' && at % 3 === 0),
    );
    expect(heldOut.map(({ sample }) => sample.signals.known < 1)).toEqual(places);
    expect(places.filter(Boolean).length).toBeGreaterThan(4);
  });

  it('holds out every third phrasing, and each entry whole in one of five folds, but none of four entries', () => {
    const counts = (questions: Readonly<Record<string, readonly string[]>>) => {
      const all = laidOut(questions).map(({ origin }) => origin);
      return ['answerable', 'absent'].map((origin) => all.filter((one) => one === origin).length);
    };
    // Eight entries of four phrasings: in the folds 0, 1 and 2 two, two and two are held out whole (0 5, 1 6, 2 7).
    expect(counts(LIBRARY)).toEqual([6 * 2 + 6 * 1 + 6 * 1, 6 * 4]);
    expect(counts(Object.fromEntries(Object.entries(LIBRARY).slice(0, 4)))).toEqual([4 * 4, 0]);
  });

  it('is right only where a phrasing’s own entry is first', () => {
    for (const { origin, sample } of laidOut(LIBRARY)) if (origin !== 'answerable') expect(sample.right).toBe(false);
  });

  it('weighs each origin by its share, and in it what the FAQ knows itself the less', () => {
    const line = EVERYDAY.findIndex((one) => one.split(' ').length > 5);
    const asked = laidOut({ ...LIBRARY, talk: [EVERYDAY[line] ?? '', 'what is a library'] });
    const answerable = asked.filter(({ origin }) => origin === 'answerable').length;
    for (const [origin, share] of Object.entries(LESSON)) {
      const own = asked.filter((one) => one.origin === origin).map(({ sample }) => sample);
      expect([origin, weightOf(own)]).toEqual([origin, expect.closeTo(share * answerable, 6)]);
    }
    const far = asked.filter(({ origin }) => origin === 'far');
    const known = far.find((one) => one.line === line);
    expect(known?.sample.weight).toBe(0);
    expect(Math.max(...far.map(({ sample }) => sample.weight))).toBeGreaterThan(0);
    // What the FAQ answers for certain is all of one weight.
    expect(new Set(asked.filter(({ origin }) => origin === 'absent').map(({ sample }) => sample.weight)).size).toBe(1);
  });

  it('asks talk as it is and with an entry’s words, and aspects of eight entries in turn', () => {
    const asked = laidOut(LIBRARY);
    const of = (origin: string) => asked.filter((one) => one.origin === origin).map(({ sample }) => sample.signals);
    expect([of('far').length, of('grafted').length]).toEqual([EVERYDAY.length, EVERYDAY.length]);
    // Six of eight entries are taught in each fold.
    expect(of('aspect').length).toBe(6 * ASPECTS.length);
    const mean = (origin: string, name: 'matched' | 'told') =>
      of(origin).reduce((sum, signals) => sum + signals[name], 0) / of(origin).length;
    expect(mean('grafted', 'matched')).toBeGreaterThan(mean('far', 'matched') + 1);
    expect(mean('aspect', 'matched')).toBeGreaterThan(1.5);
  });

  it('does not know what it holds out', () => {
    const held = laidOut(LIBRARY).filter(({ origin }) => origin === 'answerable' || origin === 'absent');
    expect(Math.max(...held.map(({ sample }) => sample.signals.similarity))).toBeLessThan(0.9);
  });

  it('asks of an entry by the words that tell it from others, not by those that all have', () => {
    const common = Object.entries(LIBRARY).map(([id, own]) => [
      id,
      own.map((phrasing) => `library library reading reading ${id} ${phrasing}`),
    ]);
    const asked = laidOut(Object.fromEntries(common)).filter(({ origin }) => origin === 'aspect');
    const mean = (name: 'margin' | 'talk') =>
      asked.reduce((sum, { sample }) => sum + sample.signals[name], 0) / asked.length;
    expect(mean('margin')).toBeGreaterThan(0.2);
    // The line itself, without its subject, has never been heard.
    expect(mean('talk')).toBeLessThan(0.6);
  });

  it('takes an aspect for known only where more than a few of an entry’s phrasings have it', () => {
    const massage = ASPECTS.indexOf('massage for —');
    const weightWith = (many: number) => {
      const phrasings = Array.from({ length: 45 }, (_, at) => `scar ${strangeWord(at)}${at < many ? ' massage' : ''}`);
      const weights = laidOut({ scar: phrasings }).filter(({ aspect }) => aspect === massage);
      return weights.map(({ sample }) => sample.weight);
    };
    // Of thirty that are taught in its fold, two, and twelve.
    expect(weightWith(3)).toEqual([expect.toSatisfy((weight: number) => weight > 0)]);
    expect(weightWith(18)).toEqual([0]);
  });

  it('asks a large FAQ once, about 1,500 of what is held out', () => {
    const large = Array.from({ length: 1300 }, (_, at): [string, string[]] => [
      `e${at}`,
      [`${strangeWord(at)}`, `${strangeWord(at)} ${strangeWord(at + 1300)}`],
    ]);
    // In one fold a fifth of the entries is held out whole, and of the others the first of two phrasings.
    const heldOut = 260 * 2 + 1040;
    const rest =
      EVERYDAY.filter((_, line) => line % 3 === 0).length * 2 + ASPECTS.filter((_, at) => at % 3 === 0).length * 8;
    expect(practised(Object.fromEntries(large)).length).toBe(Math.ceil(heldOut / 2) + rest);
  });

  it('gives the same samples each time', () => {
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
