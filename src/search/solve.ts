import { SOLVER } from './parameters.js';

/**
 * Solves (K + ridge · 1) x = y by conjugate gradients, for a symmetric positive K given as n rows of n numbers.
 * Stops after `SOLVER.steps` or when the residual is `SOLVER.residual` of y. Cost n² a step.
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

function multiply(K: Float32Array, x: Float64Array, ridge: number, into: Float64Array): void {
  const n = x.length;
  for (let i = 0; i < n; i += 1) {
    let sum = ridge * (x[i] ?? 0);
    const row = i * n;
    for (let j = 0; j < n; j += 1) sum += (K[row + j] ?? 0) * (x[j] ?? 0);
    into[i] = sum;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
