import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERABLE, LESSON, PRIOR, PRIOR_STRENGTH } from '../../../src/search/parameters.js';
import { calibrate, confidenceOf, type Sample } from '../../../src/search/trust/calibrate.js';
import { SIGNALS, type Signals } from '../../../src/search/trust/signals.js';

/** Signals as far out as they come: 0…1, but for the score and its margin (−2…2) and the odds of the domain (−3…3). */
const FARTHEST: Partial<Record<(typeof SIGNALS)[number], number>> = { score: 2, margin: 2, domain: 3 };
const anySignals = fc
  .tuple(
    ...SIGNALS.map((name) => {
      const farthest = FARTHEST[name];
      return fc.double({ min: farthest === undefined ? 0 : -farthest, max: farthest ?? 1, noNaN: true });
    }),
  )
  .map(
    (values) => ({ ...Object.fromEntries(SIGNALS.map((name, i) => [name, values[i] ?? 0])), matched: 1 }) as Signals,
  );
const samplesOf = (least: number) =>
  fc.array(
    fc.record({ signals: anySignals, right: fc.boolean(), weight: fc.double({ min: 0.01, max: 5, noNaN: true }) }),
    { minLength: least, maxLength: 80 },
  );
const anySamples = samplesOf(1);
/** Fewer than any FAQ practises on. A handful at odds with the prior would take more steps than are made. */
const enoughSamples = samplesOf(30);

/** Signals of which some are told; the others are nothing. */
function signalsOf(told: Partial<Signals>): Signals {
  return { ...(Object.fromEntries(SIGNALS.map((name) => [name, 0])) as Signals), matched: 1, ...told };
}

const logOdds = (share: number) => Math.log(share / (1 - share));
const SHIFT = logOdds(ANSWERABLE) - logOdds(LESSON.answerable);

/** Log loss; the confidence is kept from 0 and 1. */
function loss(samples: readonly Sample[], confidence: (signals: Signals) => number): number {
  return samples.reduce((sum, { signals, right, weight }) => {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, confidence(signals)));
    return sum - weight * Math.log(right ? chance : 1 - chance);
  }, 0);
}

describe('calibration', () => {
  it('is finite and in bounds whatever the samples are', () => {
    fc.assert(
      fc.property(anySamples, anySignals, (samples, signals) => {
        const confidence = confidenceOf(signals, calibrate(samples));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('tells right from wrong where one signal does, however far its prior is from it', () => {
    const samples = Array.from({ length: 200 }, (_, at): Sample => {
      const right = at % 2 === 0;
      const values = Object.fromEntries(SIGNALS.map((name) => [name, name === 'domain' ? (right ? 3 : -3) : 0.5]));
      return { signals: { ...values, matched: 1 } as Signals, right, weight: 1 };
    });
    const calibration = calibrate(samples);
    expect(calibration.weights.domain).toBeGreaterThan(0.5);
    expect(loss(samples, (signals) => confidenceOf(signals, calibration)) / 200).toBeLessThan(0.2);
  });

  it('keeps what public tasks taught where there is nothing to learn from, or nothing that counts', () => {
    const { bias, weights } = calibrate([]);
    expect(weights).toEqual(PRIOR.weights);
    // More of what staff ask is answerable than of the lesson.
    expect(bias).toBeCloseTo(PRIOR.bias + SHIFT, 9);
    expect(calibrate([{ signals: signalsOf({ score: 1 }), right: false, weight: 0 }])).toEqual({ bias, weights });
  });

  it('never fits worse than the prior, and better the more it has seen', () => {
    const prior = calibrate([]);
    fc.assert(
      fc.property(anySamples, (samples) => {
        const unshifted = (calibration: typeof prior) => ({ ...calibration, bias: calibration.bias - SHIFT });
        const raw = (calibration: typeof prior) => (signals: Signals) => {
          const { bias, weights } = unshifted(calibration);
          return 1 / (1 + Math.exp(-SIGNALS.reduce((z, name) => z + weights[name] * signals[name], bias)));
        };
        expect(loss(samples, raw(calibrate(samples)))).toBeLessThanOrEqual(loss(samples, raw(prior)) + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the top of what it maximises, also where a whole step overshoots', () => {
    fc.assert(
      fc.property(enoughSamples, (samples) => {
        const { bias, weights } = calibrate(samples);
        const w = [bias - SHIFT, ...SIGNALS.map((name) => weights[name])];
        const prior = [PRIOR.bias, ...SIGNALS.map((name) => PRIOR.weights[name])];
        // The slope of Σ weight · ln(chance) − strength/2 · Σ (w − prior)², which is 0 at the top.
        const slope = w.map((value, i) => (i === 0 ? PRIOR_STRENGTH / 5 : PRIOR_STRENGTH) * ((prior[i] ?? 0) - value));
        for (const { signals, right, weight } of samples) {
          const x = [1, ...SIGNALS.map((name) => signals[name])];
          const chance = 1 / (1 + Math.exp(-x.reduce((z, value, i) => z + value * (w[i] ?? 0), 0)));
          x.forEach((value, i) => {
            slope[i] = (slope[i] ?? 0) + weight * (Number(right) - chance) * value;
          });
        }
        expect(Math.hypot(...slope)).toBeLessThan(0.001);
      }),
      { numRuns: 60 },
    );
  });

  it('counts an outcome as often as it weighs', () => {
    const outcome = (right: boolean, weight: number) => ({ signals: signalsOf({ score: 0.6 }), right, weight });
    const twice = calibrate([outcome(true, 1), outcome(true, 1), outcome(false, 1)]);
    const once = calibrate([outcome(true, 2), outcome(false, 1)]);
    for (const name of SIGNALS) expect(once.weights[name]).toBeCloseTo(twice.weights[name], 6);
    expect(once.bias).toBeCloseTo(twice.bias, 6);
  });
});

describe('confidence', () => {
  const calibration = calibrate([]);
  const of = (signals: Partial<Signals>) => confidenceOf(signalsOf(signals), calibration);

  it('rises with what speaks for the entry', () => {
    expect(of({ score: 1, margin: 0.9, explained: 1, told: 0.6, overall: 0.8 })).toBeGreaterThan(0.9);
    expect(of({ score: 1, margin: 0.1, explained: 0.5 })).toBeLessThan(of({ score: 1, margin: 0.5, explained: 0.5 }));
    expect(of({ score: 0.1 })).toBeLessThan(0.5);
  });

  it('falls where everyday talk is nearer than any phrasing, and only there', () => {
    const near = { score: 1, margin: 0.9, explained: 1, similarity: 0.6 };
    const level = of({ ...near, talk: 0.6 });
    expect(of({ ...near, talk: 0.8 })).toBeLessThan(level * 0.75);
    expect(of({ ...near, talk: 1, similarity: 0 })).toBe(0);
    // Below, talk is a signal like others.
    const { talk } = calibration.weights;
    const less = of({ ...near, talk: 0.2 });
    expect(Math.log(less / (1 - less)) - Math.log(level / (1 - level))).toBeCloseTo(-0.4 * talk, 6);
  });
});
