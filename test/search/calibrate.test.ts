import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, confidenceOf, type Outcome } from '../../src/search/calibrate.js';
import { SIGNALS, type Signals } from '../../src/search/signals.js';

/** Signals as far out as they come: most are 0…1, the odds of the domain −3…3. */
const anySignals = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: SIGNALS.length, maxLength: SIGNALS.length })
  .map(
    (values) => ({ ...Object.fromEntries(SIGNALS.map((name, i) => [name, values[i] ?? 0])), matched: 1 }) as Signals,
  );
const anyOutcomes = fc.array(
  fc.record({ signals: anySignals, right: fc.boolean(), weight: fc.double({ min: 0.01, max: 5, noNaN: true }) }),
  { minLength: 1, maxLength: 80 },
);

/** Log loss; the confidence is kept from 0 and 1. */
function loss(outcomes: readonly Outcome[], confidence: (signals: Signals) => number): number {
  return outcomes.reduce((sum, { signals, right, weight }) => {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, confidence(signals)));
    return sum - weight * Math.log(right ? chance : 1 - chance);
  }, 0);
}

describe('calibration', () => {
  it('is finite and in bounds whatever the outcomes are', () => {
    fc.assert(
      fc.property(anyOutcomes, anySignals, (outcomes, signals) => {
        const confidence = confidenceOf(signals, calibrate(outcomes));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('tells right from wrong where one signal does, however far its prior is from it', () => {
    const outcomes = Array.from({ length: 200 }, (_, at): Outcome => {
      const right = at % 2 === 0;
      const values = Object.fromEntries(SIGNALS.map((name) => [name, name === 'domain' ? (right ? 3 : -3) : 0.5]));
      return { signals: { ...values, matched: 1 } as Signals, right, weight: 1 };
    });
    const calibration = calibrate(outcomes);
    expect(calibration.weights.domain).toBeGreaterThan(0.5);
    expect(loss(outcomes, (signals) => confidenceOf(signals, calibration)) / 200).toBeLessThan(0.2);
  });

  it('keeps what public tasks taught where there is nothing to learn from', () => {
    expect(calibrate([]).weights.score).toBeGreaterThan(0);
  });
});
