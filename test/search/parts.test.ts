import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/search/match.js';
import { LIKELY, MOST_PARTS } from '../../src/search/parameters.js';
import { askingParts, joined } from '../../src/search/parts.js';

describe('the parts that ask', () => {
  it.each([
    ['two sentences', 'Does it hurt? How often do I come?', ['does it hurt?', 'how often do i come?']],
    ['two lines', 'does it hurt\nhow often do I come', ['does it hurt', 'how often do i come']],
    ['and', 'who shouldnt get it and how do i clean the tools', ['who shouldnt get it', 'how do i clean the tools']],
    ['and also', 'does it hurt, and also how often', ['does it hurt', 'how often']],
    ['plus', 'does it hurt plus how long does it take', ['does it hurt', 'how long does it take']],
    ['also', 'does it hurt? also what oil is best', ['does it hurt?', 'what oil is best']],
    ['an ampersand', 'does it hurt &amp; is it safe', ['does it hurt', 'is it safe']],
    ['a plus sign', 'does it hurt + is it safe', ['does it hurt', 'is it safe']],
    ['or', 'how do i hold it or which angle is right', ['how do i hold it', 'which angle is right']],
    ['a semicolon', 'Is it safe for kids; what about teens?', ['is it safe for kids', 'what about teens?']],
    [
      'commas',
      'What is IASTM, how does it work, and is it safe?',
      ['what is iastm', 'how does it work', 'is it safe?'],
    ],
    ['numbers in a line', '1) does it hurt 2) how often', ['does it hurt', 'how often']],
    ['numbers in lines', '1) does it hurt\n2) how often', ['does it hurt', 'how often']],
    ['numbers in brackets', '(1) does it hurt (2) how often', ['does it hurt', 'how often']],
    ['a story before a question', 'Runner with heel pain. Tried ice. Does it help?', ['does it help?']],
    ['a greeting before a question', 'Hi! Quick question. Does it hurt?', ['does it hurt?']],
    ['a figure with a point', 'Insoles of 2.5 mm did nothing. What pressure?', ['what pressure?']],
    [
      'a story, which stays with its question',
      'bad knee, does it help and how often do you treat',
      ['bad knee, does it help', 'how often do you treat'],
    ],
  ] as const)('are found by %s', (_by, text, parts) => {
    expect(askingParts(text)).toEqual(parts);
  });

  it.each([
    ['one question', 'Does it hurt?'],
    ['one question with its story', 'bad knee, does it help'],
    ['two things in one question', 'can I scrape the knee and the calf?'],
    ['two qualities in one question', 'is it safe and effective'],
    ['key words', 'heel pain and fever'],
    ['a conjunction at the start', 'and is it safe?'],
    ['thanks before it', 'Thanks! also what oil do you use'],
    ['statements only', 'Tools are steel. Oil is coconut.'],
    ['one word each', 'how? why?'],
    ['nothing', ''],
    ['marks', '?! ... ,,'],
  ])('are none in %s: "%s"', (_what, text) => {
    expect(askingParts(text)).toEqual([]);
  });

  // The number of the next point is left at the end of the one before it, where it is read as a figure.
  it.fails('are found clean of "2." and "3." in a line; move a mended one up', () => {
    expect(askingParts('1. does it hurt 2. how often do I come')).toEqual(['does it hurt', 'how often do i come']);
  });

  it('are at most a few, the last ones: people ask at the end', () => {
    const many = Array.from({ length: MOST_PARTS + 3 }, (_, at) => `is it safe for number ${at}?`);
    expect([MOST_PARTS, askingParts(many.join(' '))]).toEqual([6, many.slice(-6)]);
  });

  it('are found in any text, each within it', () => {
    const words = fc.constantFrom('is', 'it', 'safe', 'and', 'also', '?', '.', ',', '1)', 'how', '\n', 'pain', '&');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (some) => {
        const parts = askingParts(some.join(' '));
        expect(parts.length).toBeLessThanOrEqual(MOST_PARTS);
        for (const part of parts) expect(part.trim().split(/\s+/).length).toBeGreaterThan(1);
      }),
    );
  });
});

/** A verdict of some candidates: it answers with the first where it is at least 0.94 sure. */
function verdict(...candidates: [string, number][]): Verdict {
  const [entry, confidence] = candidates[0] ?? ['', 0];
  const decision = confidence >= 0.94 ? 'answer' : confidence >= 0.5 ? 'suggest' : 'abstain';
  return {
    decision,
    entry: decision === 'answer' ? entry : null,
    confidence,
    candidates: candidates.map(([id, chance]) => ({ entry: id, confidence: chance })),
    offered: decision === 'suggest' ? [entry] : [],
  };
}

const isSafety = (entry: string) => entry.startsWith('safe');

/** What is answered of a whole and its parts, and what is added. */
function said(whole: Verdict, ...parts: Verdict[]) {
  const { verdict: said, also } = joined(whole, parts, isSafety);
  return [said.decision === 'answer' ? said.entry : said.decision, ...also].join(' ');
}

describe('joining what the parts are answered by', () => {
  const both = verdict(['a', 0.5], ['b', 0.3], ['safe', 0.1]);

  it.each([
    ['leaves a whole without parts as it is', verdict(['a', 0.97]), [], 'a'],
    ['leaves a suggestion without parts as it is', verdict(['a', 0.7]), [], 'suggest'],
    ['answers both of two questions', both, [verdict(['a', 0.95]), verdict(['b', 0.96])], 'a b'],
    ['answers with the safety entry first', both, [verdict(['a', 0.99]), verdict(['safe', 0.95])], 'safe a'],
    ['names an entry once', both, [verdict(['a', 0.95]), verdict(['a', 0.96])], 'a'],
    ['adds what the whole is answered by', verdict(['a', 0.97], ['b', 0.01]), [verdict(['b', 0.95]), both], 'b a'],
    ['leaves out what the whole does not point to', both, [verdict(['x', 0.99]), verdict(['a', 0.95])], 'a'],
    ['leaves out what is not certain', both, [verdict(['a', 0.95]), verdict(['b', LIKELY - 0.01])], 'a'],
    ['adds what is likely to what is certain', both, [verdict(['a', 0.95]), verdict(['b', LIKELY])], 'a b'],
    ['answers a single question where the whole agrees', verdict(['a', 0.7]), [verdict(['a', 0.95])], 'a'],
    ['does not where the whole’s best is another', both, [verdict(['b', 0.99])], 'suggest'],
    ['never takes an answer away', verdict(['a', 0.97]), [verdict(['b', 0.1]), verdict(['c', 0.1])], 'a'],
    ['offers what is likely of several', both, [verdict(['a', LIKELY]), verdict(['b', LIKELY])], 'suggest'],
    ['has nothing to say of nothing', verdict(), [], 'abstain'],
  ] as const)('%s', (_what, whole, parts, expected) => {
    expect(said(whole, ...parts)).toBe(expected);
  });

  it('adds all that is certain, in the order in which it was asked: the matcher takes the first two', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const whole = verdict(...ids.map((id): [string, number] => [id, 0.2]));
    const { also } = joined(
      whole,
      ids.map((id) => verdict([id, 0.95])),
      isSafety,
    );
    expect(also).toEqual(['b', 'c', 'd', 'e']);
  });

  it('keeps the confidence of the part that answers, and leads the candidates with it', () => {
    const { verdict: joint } = joined(
      both,
      [verdict(['b', 0.96]), verdict(['b', 0.98]), verdict(['b', 0.95])],
      isSafety,
    );
    expect(joint).toMatchObject({ decision: 'answer', entry: 'b', confidence: 0.98, offered: [] });
    expect(joint.candidates).toEqual([
      { entry: 'b', confidence: 0.98 },
      { entry: 'a', confidence: 0.5 },
      { entry: 'safe', confidence: 0.1 },
    ]);
  });

  it('offers three at the most, safety entries first', () => {
    const ids = ['a', 'b', 'c', 'safe'];
    const whole = verdict(...ids.map((id): [string, number] => [id, 0.2]));
    const { verdict: joint } = joined(
      whole,
      ids.map((id) => verdict([id, LIKELY])),
      isSafety,
    );
    expect(joint.offered).toEqual(['safe', 'a', 'b']);
  });

  it('leads the candidates with what it offers', () => {
    const { verdict: joint } = joined(both, [verdict(['b', LIKELY]), verdict(['safe', LIKELY])], isSafety);
    expect(joint.offered).toEqual(['safe', 'b']);
    expect(
      joint.candidates
        .map(({ entry }) => entry)
        .slice(0, 2)
        .sort(),
    ).toEqual(['b', 'safe']);
    expect(joint.candidates.length).toBe(3);
  });

  it.fails('still offers them in another order than the candidates stand in: move it up when mended', () => {
    const { verdict: joint } = joined(both, [verdict(['b', LIKELY]), verdict(['safe', LIKELY])], isSafety);
    expect(joint.candidates.slice(0, 2).map(({ entry }) => entry)).toEqual(joint.offered);
  });
});
