import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLVER } from '../../../src/search/parameters.js';
import { solve } from '../../../src/search/rank/solve.js';

/** A symmetric positive matrix, A·Aᵀ of small numbers, of 1 to 9 lines: odd and even. */
const anyMatrix = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    })
    .map((a) => a.map((row) => a.map((other) => row.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)))),
);

const triangle = (matrix: readonly (readonly number[])[]) =>
  Float32Array.from(matrix.flatMap((row, at) => row.slice(0, at + 1)));

/** (K + ridge · 1) x, the slow way. */
function image(matrix: readonly (readonly number[])[], ridge: number, x: ArrayLike<number>): number[] {
  return matrix.map((row, i) => row.reduce((sum, value, j) => sum + value * (x[j] ?? 0), ridge * (x[i] ?? 0)));
}

const lengthOf = (values: readonly number[]) => Math.hypot(...values);

/** So many steps of conjugate gradients, as textbooks write them. */
function steps(matrix: readonly (readonly number[])[], ridge: number, y: readonly number[], count: number): number[] {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  let x = y.map(() => 0);
  let rest = [...y];
  let direction = rest;
  for (let step = 0; step < count; step += 1) {
    const moved = image(matrix, ridge, direction);
    const length = dot(rest, rest) / dot(direction, moved);
    x = x.map((value, at) => value + length * (direction[at] ?? 0));
    const next = rest.map((value, at) => value - length * (moved[at] ?? 0));
    const turn = dot(next, next) / dot(rest, rest);
    direction = next.map((value, at) => value + turn * (direction[at] ?? 0));
    rest = next;
  }
  return x;
}

describe('solving least squares', () => {
  it('comes as near to the right side as was asked, for odd and even sizes', () => {
    fc.assert(
      fc.property(anyMatrix, fc.constantFrom(0.2, 1), fc.boolean(), (matrix, ridge, isFirst) => {
        const y = Float64Array.from(matrix, (_, at) => (isFirst ? Number(at === 0) : 1));
        const x = solve(triangle(matrix), y, ridge);
        const rest = image(matrix, ridge, x).map((value, at) => value - (y[at] ?? 0));
        expect(lengthOf(rest)).toBeLessThanOrEqual(SOLVER.residual * lengthOf([...y]) + 1e-4);
      }),
    );
  });

  it('solves what has no relations at once: y / (1 + ridge)', () => {
    const x = solve(Float32Array.of(1, 0, 1, 0, 0, 1), Float64Array.of(1, 2, 3), 0.25);
    expect([...x]).toEqual([0.8, 1.6, 2.4].map((value) => expect.closeTo(value, 6)));
  });

  it('shrinks what it solves with a greater ridge', () => {
    const K = Float32Array.of(1, 0.5, 1);
    const y = Float64Array.of(1, 0);
    const lengths = [0.1, 1, 10].map((ridge) => lengthOf([...solve(K, y, ridge)]));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(lengths[2]).toBeLessThan(0.1);
  });

  /** A ladder of scales: what conjugate gradients cannot solve in fewer steps than about its root. */
  const ladder = Array.from({ length: 200 }, (_, i) => Array.from({ length: 200 }, (_, j) => (i === j ? i + 1 : 0)));

  it('stops after twelve steps, however far it has come', () => {
    const y = new Float64Array(200).fill(1);
    const x = solve(triangle(ladder), y, 0);
    expect([...x]).toEqual(steps(ladder, 0, [...y], SOLVER.steps).map((value) => expect.closeTo(value, 6)));
    const rest = (solution: ArrayLike<number>) => lengthOf(image(ladder, 0, solution).map((value) => value - 1));
    expect([SOLVER.steps, rest(x) > SOLVER.residual * lengthOf([...y])]).toEqual([12, true]);
    expect(rest(steps(ladder, 0, [...y], 100))).toBeLessThan(SOLVER.residual * lengthOf([...y]));
  });

  it('stops as soon as it is near enough', () => {
    const matrix = ladder.slice(0, 30).map((row) => row.slice(0, 30));
    const y = new Float64Array(30).fill(1);
    const x = solve(triangle(matrix), y, 1);
    const rests = Array.from({ length: SOLVER.steps + 1 }, (_, count) =>
      lengthOf(image(matrix, 1, steps(matrix, 1, [...y], count)).map((value) => value - 1)),
    );
    const first = rests.findIndex((rest) => rest <= SOLVER.residual * lengthOf([...y]));
    expect(first).toBeGreaterThan(2);
    expect([...x]).toEqual(steps(matrix, 1, [...y], first).map((value) => expect.closeTo(value, 6)));
  });

  it('has nothing to solve of nothing, and changes neither side', () => {
    expect(solve(new Float32Array(), new Float64Array(), 0.2)).toEqual(new Float64Array());
    expect([...solve(Float32Array.of(1), Float64Array.of(0), 0.2)]).toEqual([0]);
    const K = Float32Array.of(1, 0.5, 1);
    const y = Float64Array.of(1, 0);
    solve(K, y, 0.2);
    expect([[...K], [...y]]).toEqual([
      [1, 0.5, 1],
      [1, 0],
    ]);
  });
});
