import { CURVATURE, PROFILE } from '../parameters.js';
import { lengthOf, type Vector } from './sparse.js';

/** The numbers of the `count` largest values above 0, largest first; equal values in order of number. */
export function largest(values: Float32Array, count: number): Int32Array {
  const best = new Int32Array(count);
  let size = 0;
  let bar = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value <= bar) continue;
    if (size < count) size += 1;
    let place = size - 1;
    for (; place > 0; place -= 1) {
      const better = best[place - 1] ?? 0;
      if ((values[better] ?? 0) >= value) break;
      best[place] = better;
    }
    best[place] = at;
    if (size === count) bar = values[best[count - 1] ?? 0] ?? 0;
  }
  return best.subarray(0, size);
}

/**
 * The profile of a text: the first of its nearest entries with their similarities, scaled to length 1. Texts on one subject
 * share it even without a word in common.
 */
export function profileOf(nearest: Int32Array, similarities: Float32Array): Vector {
  const columns = nearest.subarray(0, PROFILE.entries);
  const weights = new Float32Array(columns.length);
  for (let at = 0; at < columns.length; at += 1) weights[at] = similarities[columns[at] ?? 0] ?? 0;
  const length = lengthOf(weights) || 1;
  for (let at = 0; at < columns.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
  return { columns, weights };
}

/**
 * k = (words + share · profiles) / (1 + share), bent to (e^(γk) − 1) / (e^γ − 1): 1 for the same text, 0 for nothing in
 * common. Read from a table, straight between its points: within 1e-7, and several times as fast as the exponential.
 */
export function kernel(words: number, profiles: number): number {
  const place = Math.min(1, (words + PROFILE.share * profiles) / (1 + PROFILE.share)) * STEPS;
  const at = Math.floor(place);
  const below = BENT[at] ?? 0;
  return below + (place - at) * ((BENT[at + 1] ?? 0) - below);
}

const STEPS = 4096;
/** The last point stands twice, for the step beyond it. */
const BENT = Float64Array.from(
  { length: STEPS + 2 },
  (_, at) => Math.expm1((CURVATURE * Math.min(at, STEPS)) / STEPS) / Math.expm1(CURVATURE),
);
