import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COSTS, MEANT, NEAR } from '../../../src/search/parameters.js';
import { decide } from '../../../src/search/trust/decide.js';

const never = () => false;
const list = (...confidences: number[]) => confidences.map((confidence, at) => ({ entry: `e${at}`, confidence }));
const decisionOf = (...confidences: number[]) => decide(list(...confidences), never).decision;
const offeredOf = (...confidences: number[]) => decide(list(...confidences), never).offered.join(' ');

describe('deciding by cost', () => {
  it.each([
    ['answers where it is sure', list(0.95, 0.02), 'answer'],
    ['suggests where two are close', list(0.5, 0.4), 'suggest'],
    ['suggests one that is likely', list(0.75), 'suggest'],
    ['abstains where nothing is likely', list(0.1, 0.05, 0.05), 'abstain'],
    ['abstains where there is nothing', [], 'abstain'],
    ['does not offer one alone that is as likely wrong', list(0.5), 'abstain'],
  ] as const)('%s', (_name, candidates, decision) => {
    expect(decide(candidates, never).decision).toBe(decision);
  });

  it('has nothing to say where there is nothing', () => {
    expect(decide([], never)).toEqual({ decision: 'abstain', entry: null, confidence: 0, candidates: [], offered: [] });
  });

  it('answers from the confidence on where an answer costs no more than an offer', () => {
    // One candidate: (1 − c) · wrong ≤ offer + (1 − c) · useless.
    const least = 1 - COSTS.offer / (COSTS.wrong - COSTS.uselessOffer);
    expect([decisionOf(least + 1e-6), decisionOf(least - 1e-6)]).toEqual(['answer', 'suggest']);
  });

  it('counts several as no more than certain, whatever they sum to', () => {
    expect(decisionOf(0.95, 0.5, 0.5)).toBe('answer');
  });

  it('offers from the chance on where an offer costs no more than silence', () => {
    // offer + (1 − s) · useless ≤ s · missed, where s is what the first three have together.
    const least = (COSTS.offer + COSTS.uselessOffer) / (COSTS.missed + COSTS.uselessOffer);
    const third = (s: number) => [s / 3, s / 3, s / 3];
    expect([decisionOf(...third(least + 1e-6)), decisionOf(...third(least - 1e-6))]).toEqual(['suggest', 'abstain']);
    expect(decisionOf(...third(least - 1e-6), least / 4)).toBe('abstain');
  });

  it('never lets a more certain best do worse: silence, then an offer, then an answer', () => {
    const rank = { abstain: 0, suggest: 1, answer: 2 };
    const confidence = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(confidence, confidence, fc.double({ min: 0, max: 0.2, noNaN: true }), (a, b, second) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        fc.pre(second <= low);
        expect(rank[decisionOf(low, second)]).toBeLessThanOrEqual(rank[decisionOf(high, second)]);
      }),
    );
  });

  it('needs more to answer with a safety entry', () => {
    const least = 1 - COSTS.offer / (COSTS.wrong - COSTS.uselessOffer);
    const leastOfSafety = 1 - COSTS.offer / (COSTS.wrongSafety - COSTS.uselessOffer);
    const safe = (best: number) => decide(list(best), () => true).decision;
    expect([safe(least + 1e-6), safe(leastOfSafety - 1e-6)]).toEqual(['suggest', 'suggest']);
    expect(safe(leastOfSafety + 1e-6)).toBe('answer');
  });

  it('needs more to answer with another entry where a safety entry may be meant', () => {
    // Between the two thresholds: (1 − c) · wrong = offer + (1 − c − second) · useless, and the same with insteadOfSafety.
    const leastFor = (wrong: number) => 1 - (COSTS.offer - MEANT * COSTS.uselessOffer) / (wrong - COSTS.uselessOffer);
    const best = (leastFor(COSTS.wrong) + leastFor(COSTS.insteadOfSafety)) / 2;
    const decided = (second: number, safety: string) =>
      decide(list(best, second), (entry) => entry === safety).decision;
    expect(decided(MEANT, 'none')).toBe('answer');
    expect(decided(MEANT, 'e1')).toBe('suggest');
    expect(decided(MEANT - 0.001, 'e1')).toBe('answer');
  });
});

describe('what a suggestion offers', () => {
  it.each([
    ['the best alone, four times as likely as the second', 'e0', [0.8, 0.19]],
    ['the best alone, exactly four times as likely', 'e0', [0.8, 0.2]],
    ['the best alone, where there is no other', 'e0', [0.75]],
    ['both, where the second is nearer than that', 'e0 e1', [0.8, 0.21]],
    ['the best alone from 0.6 on', 'e0', [0.6, 0.1, 0.1]],
    ['all three, where the best is below 0.6, however far ahead', 'e0 e1 e2', [0.59, 0.1, 0.1]],
    ['at most three', 'e0 e1 e2', [0.3, 0.25, 0.2, 0.15, 0.1]],
    ['none with less than a tenth of the best', 'e0 e1', [0.5, 0.4, 0.049]],
    ['one with a tenth of the best', 'e0 e1 e2', [0.5, 0.4, 0.05]],
  ] as const)('%s', (_name, offered, confidences) => {
    expect(decisionOf(...confidences)).toBe('suggest');
    expect(offeredOf(...confidences)).toBe(offered);
  });

  it('is empty, unless it suggests', () => {
    expect([offeredOf(0.97, 0.02), offeredOf(0.2, 0.1), offeredOf()]).toEqual(['', '', '']);
  });

  it('holds a near safety entry in the last place, and leads the candidates', () => {
    const match = decide(list(0.45, 0.2, 0.1, 0.09, 0.01), (entry) => entry === 'e3');
    expect(match.offered).toEqual(['e0', 'e1', 'e3']);
    expect(match.candidates.map(({ entry }) => entry)).toEqual(['e0', 'e1', 'e3', 'e2', 'e4']);
  });

  it('holds a safety entry from half of the last one on', () => {
    const offered = (safety: number) => decide(list(0.45, 0.2, 0.1, safety), (entry) => entry === 'e3').offered;
    expect([NEAR, offered(0.05), offered(0.049)]).toEqual([0.5, ['e0', 'e1', 'e3'], ['e0', 'e1', 'e2']]);
  });

  it('holds a safety entry that may be meant, however far ahead the best is', () => {
    const offered = (second: number) => decide(list(0.8, second), (entry) => entry === 'e1').offered;
    expect([MEANT, offered(0.02), offered(0.019)]).toEqual([0.02, ['e0', 'e1'], ['e0']]);
  });

  it('holds no safety entry that is far behind, nor a second one', () => {
    expect(decide(list(0.45, 0.2, 0.1, 0.04), (entry) => entry === 'e3').offered).toEqual(['e0', 'e1', 'e2']);
    expect(decide(list(0.45, 0.2, 0.1, 0.09), (entry) => entry !== 'e0').offered).toEqual(['e0', 'e1', 'e2']);
  });
});
