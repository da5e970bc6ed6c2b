import { ANSWERABLE, LESSON, PRIOR, PRIOR_STRENGTH, TALK_POWER } from '../parameters.js';
import { SIGNALS, type Signal, type Signals } from './signals.js';

/** How signals become a confidence: 1 / (1 + e^−z), z = bias + Σ weight · signal. */
export interface Calibration {
  bias: number;
  weights: Readonly<Record<Signal, number>>;
}

/** One utterance whose outcome is known: its best entry's signals, whether that entry was right, and how much it counts. */
export interface Sample {
  signals: Signals;
  right: boolean;
  weight: number;
}

/**
 * The calibrated chance (0…1) that the best entry is right. It is less where everyday talk is nearer than any phrasing, times
 * (1 − how much nearer)^`TALK_POWER`: held-out talk is never so near to the talk that was heard, and cannot teach that.
 */
export function confidenceOf(signals: Signals, { bias, weights }: Calibration): number {
  let z = bias;
  for (const name of SIGNALS) z += weights[name] * signals[name];
  const nearer = Math.min(1, Math.max(0, signals.talk - signals.similarity));
  return (1 - nearer) ** TALK_POWER / (1 + Math.exp(-z));
}

/**
 * Logistic regression by Newton's steps: maximises Σ weight · ln(chance of the outcome) − strength/2 · Σ (w − prior)².
 * The prior holds what public tasks taught, so that a small FAQ is calibrated too. A step that overshoots is halved.
 */
export function calibrate(samples: readonly Sample[]): Calibration {
  const rows = samples.map(({ signals }) => [1, ...SIGNALS.map((name) => signals[name])]);
  let w: readonly number[] = PRIORS;
  let reached = worthOf(w, rows, samples);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const move = newtonMove(w, rows, samples);
    let share = 1;
    let next = w;
    let worth = reached;
    for (; share > SMALLEST_SHARE; share /= 2) {
      next = w.map((value, i) => value + share * (move[i] ?? 0));
      worth = worthOf(next, rows, samples);
      if (worth >= reached) break;
    }
    if (worth <= reached) break;
    w = next;
    reached = worth;
  }
  const weights = Object.fromEntries(SIGNALS.map((name, i) => [name, w[i + 1] ?? 0])) as Record<Signal, number>;
  return { bias: (w[0] ?? 0) + PRIOR_SHIFT, weights };
}

const PRIORS: readonly number[] = [PRIOR.bias, ...SIGNALS.map((name) => PRIOR.weights[name])];
const MOST_STEPS = 12;
const SMALLEST_SHARE = 1e-3;

/** What is maximised. Chances are kept from 0, where the logarithm has no end. */
function worthOf(w: readonly number[], rows: readonly number[][], samples: readonly Sample[]): number {
  let worth = 0;
  for (const [i, value] of w.entries()) worth -= (strength(i) / 2) * (value - (PRIORS[i] ?? 0)) ** 2;
  for (const [at, { right, weight }] of samples.entries()) {
    const chance = chanceOf(w, rows[at] ?? []);
    worth += weight * Math.log(Math.max(1e-12, right ? chance : 1 - chance));
  }
  return worth;
}

/** The step to where the curve that touches the worth at `w` has its top. */
function newtonMove(w: readonly number[], rows: readonly number[][], samples: readonly Sample[]): number[] {
  const slope = w.map((value, i) => strength(i) * ((PRIORS[i] ?? 0) - value));
  const curve = w.map((_, i) => w.map((_, j) => (i === j ? strength(i) : 0)));
  samples.forEach(({ right, weight }, at) => {
    const x = rows[at] ?? [];
    const chance = chanceOf(w, x);
    x.forEach((a, i) => {
      slope[i] = (slope[i] ?? 0) + weight * ((right ? 1 : 0) - chance) * a;
      const row = curve[i] ?? [];
      x.forEach((b, j) => {
        row[j] = (row[j] ?? 0) + weight * chance * (1 - chance) * a * b;
      });
    });
  });
  return eliminate(curve, slope);
}

function chanceOf(w: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((z, value, i) => z + value * (w[i] ?? 0), 0)));
}

/** The lesson has fewer answerable questions than staff ask: what that adds to the log-odds. */
const PRIOR_SHIFT = logOdds(ANSWERABLE) - logOdds(LESSON.answerable);

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}

/** The bias is nearly free: how easy an FAQ is differs most. */
function strength(i: number): number {
  return i === 0 ? PRIOR_STRENGTH / 5 : PRIOR_STRENGTH;
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
