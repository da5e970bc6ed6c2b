import { SOLVER } from '../parameters.js';

/**
 * Solves (K + ridge · 1) x = y by conjugate gradients, for a symmetric positive K whose n lines are given
 * up to the diagonal. Stops after `SOLVER.steps` or when the residual is `SOLVER.residual` of y. Cost n² a step.
 */
export function solve(K: Float32Array, y: Float64Array, ridge: number): Float64Array {
  const n = y.length;
  const x = new Float64Array(n);
  const residual = y.slice();
  const direction = y.slice();
  const image = new Float64Array(n);
  let square = dot(residual, residual);
  const enough = square * SOLVER.residual ** 2;
  for (let step = 0; step < SOLVER.steps && square > enough; step += 1) {
    multiply(K, direction, ridge, image);
    const length = square / dot(direction, image);
    for (let i = 0; i < n; i += 1) {
      x[i] = (x[i] ?? 0) + length * (direction[i] ?? 0);
      residual[i] = (residual[i] ?? 0) - length * (image[i] ?? 0);
    }
    const next = dot(residual, residual);
    for (let i = 0; i < n; i += 1) direction[i] = (residual[i] ?? 0) + (next / square) * (direction[i] ?? 0);
    square = next;
  }
  return x;
}

/** K is symmetric: a number off the diagonal counts in two places. Two lines are read at a time, which halves the reads of x. */
function multiply(K: Float32Array, x: Float64Array, ridge: number, into: Float64Array): void {
  const n = x.length;
  let line = 0;
  for (let i = 0; i < n; i += 2) {
    const next = line + i + 1;
    const isLast = i + 1 === n;
    const a = x[i] ?? 0;
    const b = isLast ? 0 : (x[i + 1] ?? 0);
    const between = isLast ? 0 : (K[next + i] ?? 0);
    let sumA = (ridge + (K[line + i] ?? 0)) * a + between * b;
    let sumB = isLast ? 0 : (ridge + (K[next + i + 1] ?? 0)) * b + between * a;
    const below = isLast ? line : next;
    for (let j = 0; j < i; j += 1) {
      const kA = K[line + j] ?? 0;
      const kB = K[below + j] ?? 0;
      const own = x[j] ?? 0;
      sumA += kA * own;
      sumB += kB * own;
      into[j] = (into[j] ?? 0) + kA * a + kB * b;
    }
    into[i] = sumA;
    if (!isLast) into[i + 1] = sumB;
    line = next + i + 2;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
