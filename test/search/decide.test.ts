import { describe, expect, it } from 'vitest';
import { decide } from '../../src/search/decide.js';

const never = () => false;
const list = (...confidences: number[]) => confidences.map((confidence, at) => ({ entry: `e${at}`, confidence }));

describe('deciding by cost', () => {
  it.each([
    ['answers where it is sure', list(0.95, 0.02), 'answer'],
    ['suggests where two are close', list(0.5, 0.4), 'suggest'],
    ['abstains where nothing is likely', list(0.1, 0.05, 0.05), 'abstain'],
    ['abstains where there is nothing', [], 'abstain'],
    ['has no choice to offer from one candidate', list(0.5), 'abstain'],
  ] as const)('%s', (_name, candidates, decision) => {
    expect(decide(candidates, never).decision).toBe(decision);
  });

  it('needs more to answer with a safety entry, and most to answer with another where one may be meant', () => {
    const answers = (best: number, safety: string) =>
      decide(list(best, 0.02, 0.005), (entry) => entry === safety).decision === 'answer';
    expect([0.94, 0.955, 0.98].map((best) => answers(best, 'none'))).toEqual([true, true, true]);
    expect([0.94, 0.955, 0.98].map((best) => answers(best, 'e0'))).toEqual([false, true, true]);
    expect([0.94, 0.955, 0.98].map((best) => answers(best, 'e1'))).toEqual([false, false, true]);
    expect([0.94, 0.955, 0.98].map((best) => answers(best, 'e2'))).toEqual([true, true, true]);
  });

  it('offers a near safety entry in the last place', () => {
    const match = decide(list(0.45, 0.2, 0.1, 0.09, 0.01), (entry) => entry === 'e3');
    expect(match.offered).toEqual(['e0', 'e1', 'e3']);
    expect(match.candidates.map(({ entry }) => entry)).toEqual(['e0', 'e1', 'e3', 'e2', 'e4']);
  });
});
