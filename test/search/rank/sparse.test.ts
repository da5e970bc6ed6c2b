import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRow,
  clearAt,
  createAdder,
  createTriangle,
  dotRow,
  lengthOf,
  multiply,
  type Rows,
  rowAt,
  rowsOf,
  transpose,
} from '../../../src/search/rank/sparse.js';

const WIDTH = 7;

/** Dense rows of small whole numbers, which floats add up exactly; about half are 0. */
const anyMatrix = fc.array(
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -4, max: 4 })), { minLength: WIDTH, maxLength: WIDTH }),
  { maxLength: 9 },
);
const anyRow = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: WIDTH, maxLength: WIDTH });

function sparse(row: readonly number[]) {
  const columns = row.flatMap((value, column) => (value === 0 ? [] : [column]));
  return { columns: new Int32Array(columns), weights: Float32Array.from(columns, (column) => row[column] ?? 0) };
}

const rows = (matrix: readonly (readonly number[])[]) => rowsOf(matrix.map(sparse));

function dense(some: Rows, width: number): number[][] {
  return Array.from({ length: some.start.length - 1 }, (_, row) => {
    const line = new Array<number>(width).fill(0);
    const { columns, weights } = rowAt(some, row);
    columns.forEach((column, at) => {
      line[column] = weights[at] ?? 0;
    });
    return line;
  });
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('sparse rows', () => {
  it('hold what was put into them', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        expect(dense(rows(matrix), WIDTH)).toEqual(matrix);
      }),
    );
  });

  it('turn into columns, and back', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const turned = transpose(rows(matrix), WIDTH);
        const expected = Array.from({ length: WIDTH }, (_, column) => matrix.map((row) => row[column] ?? 0));
        expect(dense(turned, matrix.length)).toEqual(expected);
        expect(dense(transpose(turned, matrix.length), WIDTH)).toEqual(matrix);
      }),
    );
  });

  it('leave out columns that more rows have than they may, and no others', () => {
    const matrix = [
      [1, 2, 0],
      [3, 0, 0],
      [4, 5, 0],
    ];
    expect(dense(transpose(rows(matrix), 3, 2), 3)).toEqual([
      [0, 0, 0],
      [2, 0, 5],
      [0, 0, 0],
    ]);
    expect(dense(transpose(rows(matrix), 3, 3), 3)[0]).toEqual([1, 3, 4]);
  });

  it('keep every other column whole, whichever are left out', () => {
    fc.assert(
      fc.property(anyMatrix, fc.integer({ min: 0, max: 9 }), (matrix, most) => {
        const turned = dense(transpose(rows(matrix), WIDTH, most), matrix.length);
        turned.forEach((column, at) => {
          const whole = matrix.map((row) => row[at] ?? 0);
          const isLeftOut = whole.filter((value) => value !== 0).length > most;
          expect(column).toEqual(isLeftOut ? whole.map(() => 0) : whole);
        });
      }),
    );
  });

  it('are multiplied with a vector by their columns', () => {
    fc.assert(
      fc.property(anyMatrix, anyRow, (matrix, vector) => {
        const into = new Float32Array(matrix.length).fill(99);
        multiply(transpose(rows(matrix), WIDTH), sparse(vector), into);
        expect([...into]).toEqual(matrix.map((row) => expect.closeTo(dot(row, vector), 9)));
      }),
    );
  });

  it('are multiplied with one another, row by row', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const productsOf = createTriangle(rows(matrix), WIDTH);
        matrix.forEach((row, at) => {
          const expected = matrix.slice(0, at + 1).map((other) => expect.closeTo(dot(row, other), 9));
          expect([...productsOf(at).subarray(0, at + 1)]).toEqual(expected);
        });
      }),
    );
  });

  it('are added into a dense array and multiplied with one, by themselves', () => {
    fc.assert(
      fc.property(anyMatrix, anyRow, (matrix, start) => {
        const some = rows(matrix);
        const into = Float32Array.from(start);
        matrix.forEach((row, at) => {
          expect(dotRow(some, at, Float32Array.from(start))).toBeCloseTo(dot(row, start), 9);
          addRow(some, at, 2, into);
        });
        expect([...into]).toEqual(
          start.map((value, column) => value + 2 * matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
        );
        for (let row = 0; row < matrix.length; row += 1) clearAt(rowAt(some, row).columns, into);
        matrix.forEach((row) => {
          row.forEach((value, column) => {
            if (value !== 0) expect(into[column]).toBe(0);
          });
        });
      }),
    );
  });

  it('are summed, columns in the order in which they came, and each sum begins anew', () => {
    const adder = createAdder(WIDTH);
    adder.add(sparse([0, 0, 0, 5, 0, 0, 0]), 1);
    adder.add(sparse([0, 2, 0, 1, 0, 0, 0]), 3);
    const sum = adder.take();
    expect([[...sum.columns], [...sum.weights]]).toEqual([
      [3, 1],
      [8, 6],
    ]);
    adder.add(sparse([0, 1, 0, 0, 0, 0, 0]), 1);
    expect([...adder.take().weights]).toEqual([1]);
    expect(adder.take().columns.length).toBe(0);
  });

  it('have a length', () => {
    expect(lengthOf(Float32Array.of(3, 4))).toBe(5);
    expect(lengthOf(new Float32Array())).toBe(0);
  });
});
