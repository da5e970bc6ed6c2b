import type { Index } from './index.js';
import { entrySimilarities } from './index.js';
import { CURVATURE, PROFILE } from './parameters.js';
import type { Vector } from './sparse.js';

/** The nearest entries of a text with their similarities, scaled to length 1. Texts on one subject share it even without a word in common. */
export interface Profile {
  entries: Int32Array;
  weights: Float32Array;
}

/** The numbers of the `count` largest values above 0, largest first; equal values in order of number. */
export function largest(values: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value <= 0) continue;
    if (best.length === count && value <= (values[best[count - 1] ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place -= 1;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}

/** The profile of a text; `scratch` holds a number per entry and comes back with all similarities. */
export function profileOf(index: Index, vector: Vector, scratch: Float32Array): Profile {
  entrySimilarities(index, vector, scratch);
  const entries = Int32Array.from(largest(scratch, PROFILE.entries));
  const weights = Float32Array.from(entries, (entry) => scratch[entry] ?? 0);
  const length = Math.hypot(...weights) || 1;
  return { entries, weights: weights.map((weight) => weight / length) };
}

/** k = (words + share · profiles) / (1 + share), bent to (e^(γk) − 1) / (e^γ − 1): 1 for the same text, 0 for nothing in common. */
export function kernel(words: number, profiles: number): number {
  const mixed = (words + PROFILE.share * profiles) / (1 + PROFILE.share);
  return Math.expm1(CURVATURE * mixed) / SCALE;
}

const SCALE = Math.expm1(CURVATURE);
