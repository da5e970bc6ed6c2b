import { ANSWERABLE, LESSON, PRIOR, PRIOR_STRENGTH } from './parameters.js';
import { SIGNALS, type Signal, type Signals } from './signals.js';

/** How signals become a confidence: 1 / (1 + e^−z), z = bias + Σ weight · signal. */
export interface Calibration {
  bias: number;
  weights: Readonly<Record<Signal, number>>;
}

/** One utterance whose outcome is known: its best entry's signals, whether that entry was right, and how much it counts. */
export interface Outcome {
  signals: Signals;
  right: boolean;
  weight: number;
}

/** The calibrated chance (0…1) that the best entry is right. */
export function confidenceOf(signals: Signals, { bias, weights }: Calibration): number {
  let z = bias;
  for (const name of SIGNALS) z += weights[name] * signals[name];
  return 1 / (1 + Math.exp(-z));
}

/**
 * Logistic regression by Newton's steps: maximises Σ weight · ln(chance of the outcome) − strength/2 · Σ (w − prior)².
 * The prior holds what public tasks taught, so that a small FAQ is calibrated too.
 */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const size = SIGNALS.length + 1;
  const prior: number[] = [PRIOR.bias, ...SIGNALS.map((name) => PRIOR.weights[name])];
  const rows = outcomes.map(({ signals }) => [1, ...SIGNALS.map((name) => signals[name])]);
  let w = [...prior];
  for (let step = 0; step < 12; step += 1) {
    const slope = w.map((value, i) => strength(i) * ((prior[i] ?? 0) - value));
    const curve = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? strength(i) : 0)),
    );
    outcomes.forEach(({ right, weight }, at) => {
      const x = rows[at] ?? [];
      const chance = 1 / (1 + Math.exp(-x.reduce((z, value, i) => z + value * (w[i] ?? 0), 0)));
      x.forEach((a, i) => {
        slope[i] = (slope[i] ?? 0) + weight * ((right ? 1 : 0) - chance) * a;
        const row = curve[i] ?? [];
        x.forEach((b, j) => {
          row[j] = (row[j] ?? 0) + weight * chance * (1 - chance) * a * b;
        });
      });
    });
    const move = eliminate(curve, slope);
    w = w.map((value, i) => value + (move[i] ?? 0));
  }
  const weights = Object.fromEntries(SIGNALS.map((name, i) => [name, w[i + 1] ?? 0])) as Record<Signal, number>;
  return { bias: (w[0] ?? 0) + PRIOR_SHIFT, weights };
}

/** The lesson has fewer answerable questions than staff ask: what that adds to the log-odds. */
const PRIOR_SHIFT = logOdds(ANSWERABLE) - logOdds(LESSON.answerable);

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}

/** The bias is nearly free: how easy an FAQ is differs most. */
function strength(i: number): number {
  return i === 0 ? PRIOR_STRENGTH / 20 : PRIOR_STRENGTH;
}

/** Solves a small symmetric positive system by Gaussian elimination. */
function eliminate(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  rows.forEach((pivot, i) => {
    for (const row of rows.slice(i + 1)) {
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  });
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    let sum = row[size] ?? 0;
    for (let j = i + 1; j < size; j += 1) sum -= (row[j] ?? 0) * (solution[j] ?? 0);
    solution[i] = sum / (row[i] ?? 1);
  }
  return solution;
}
