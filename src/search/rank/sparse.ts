/** Sparse rows of numbers in three flat arrays: row r has `columns[s]`, `weights[s]` for s from `start[r]` to `start[r + 1]`. */
export interface Rows {
  start: Int32Array;
  columns: Int32Array;
  weights: Float32Array;
}

/** One sparse row by itself. */
export interface Vector {
  columns: Int32Array;
  weights: Float32Array;
}

export function rowsOf(vectors: readonly Vector[]): Rows {
  const start = new Int32Array(vectors.length + 1);
  vectors.forEach(({ columns }, row) => {
    start[row + 1] = (start[row] ?? 0) + columns.length;
  });
  const columns = new Int32Array(start[vectors.length] ?? 0);
  const weights = new Float32Array(columns.length);
  vectors.forEach((vector, row) => {
    columns.set(vector.columns, start[row] ?? 0);
    weights.set(vector.weights, start[row] ?? 0);
  });
  return { start, columns, weights };
}

/** Columns become rows: the inverted index of `rows`, of `width` columns. Columns that more than `most` rows have come out empty. */
export function transpose({ start, columns, weights }: Rows, width: number, most = Number.POSITIVE_INFINITY): Rows {
  const counts = new Int32Array(width);
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  const turned = new Int32Array(width + 1);
  counts.forEach((count, column) => {
    turned[column + 1] = (turned[column] ?? 0) + (count > most ? 0 : count);
  });
  const next = turned.slice();
  const rowOf = new Int32Array(turned[width] ?? 0);
  const weightOf = new Float32Array(rowOf.length);
  for (let row = 0; row + 1 < start.length; row += 1) {
    const end = start[row + 1] ?? 0;
    for (let slot = start[row] ?? 0; slot < end; slot += 1) {
      const column = columns[slot] ?? 0;
      if ((counts[column] ?? 0) > most) continue;
      const to = next[column] ?? 0;
      next[column] = to + 1;
      rowOf[to] = row;
      weightOf[to] = weights[slot] ?? 0;
    }
  }
  return { start: turned, columns: rowOf, weights: weightOf };
}

/** One row by itself, sharing memory. */
export function rowAt({ start, columns, weights }: Rows, row: number): Vector {
  const from = start[row] ?? 0;
  const to = start[row + 1] ?? 0;
  return { columns: columns.subarray(from, to), weights: weights.subarray(from, to) };
}

/** The products of a vector with each row of a matrix that is given by its columns (`transpose`). Clears and fills `into`. */
export function multiply({ start, columns, weights }: Rows, vector: Vector, into: Float32Array): void {
  into.fill(0);
  for (let at = 0; at < vector.columns.length; at += 1) {
    const column = vector.columns[at] ?? 0;
    const factor = vector.weights[at] ?? 0;
    const end = start[column + 1] ?? 0;
    let slot = start[column] ?? 0;
    // Four in a round, since V8 finds the arrays' memory and length anew in each.
    for (; slot + 3 < end; slot += 4) {
      const a = columns[slot] ?? 0;
      const b = columns[slot + 1] ?? 0;
      const c = columns[slot + 2] ?? 0;
      const d = columns[slot + 3] ?? 0;
      into[a] = (into[a] ?? 0) + factor * (weights[slot] ?? 0);
      into[b] = (into[b] ?? 0) + factor * (weights[slot + 1] ?? 0);
      into[c] = (into[c] ?? 0) + factor * (weights[slot + 2] ?? 0);
      into[d] = (into[d] ?? 0) + factor * (weights[slot + 3] ?? 0);
    }
    for (; slot < end; slot += 1) {
      const row = columns[slot] ?? 0;
      into[row] = (into[row] ?? 0) + factor * (weights[slot] ?? 0);
    }
  }
}

/** For each row in turn: its products with itself and the rows before it, in an array that the next call fills anew. */
export function createTriangle(rows: Rows, width: number): (row: number) => Float32Array {
  const { start, columns, weights } = transpose(rows, width);
  const end = start.slice();
  const products = new Float32Array(rows.start.length - 1);
  return (row) => {
    products.fill(0, 0, row + 1);
    for (let from = rows.start[row] ?? 0; from < (rows.start[row + 1] ?? 0); from += 1) {
      const column = rows.columns[from] ?? 0;
      const factor = rows.weights[from] ?? 0;
      const last = end[column] ?? 0;
      end[column] = last + 1;
      for (let slot = start[column] ?? 0; slot <= last; slot += 1) {
        const other = columns[slot] ?? 0;
        products[other] = (products[other] ?? 0) + factor * (weights[slot] ?? 0);
      }
    }
    return products;
  };
}

/** Adds row `row`, times `factor`, into a dense array. */
export function addRow({ start, columns, weights }: Rows, row: number, factor: number, into: Float32Array): void {
  const end = start[row + 1] ?? 0;
  for (let slot = start[row] ?? 0; slot < end; slot += 1) {
    const column = columns[slot] ?? 0;
    into[column] = (into[column] ?? 0) + factor * (weights[slot] ?? 0);
  }
}

/** Row `row` times a dense array. */
export function dotRow({ start, columns, weights }: Rows, row: number, dense: Float32Array): number {
  const end = start[row + 1] ?? 0;
  let sum = 0;
  for (let slot = start[row] ?? 0; slot < end; slot += 1)
    sum += (weights[slot] ?? 0) * (dense[columns[slot] ?? 0] ?? 0);
  return sum;
}

/** Clears a dense array where a vector has columns. */
export function clearAt(columns: Int32Array, dense: Float32Array): void {
  for (const column of columns) dense[column] = 0;
}

/** Adds vectors of up to `width` columns up; `take` gives their sum, its columns in order of appearance, and begins anew. */
export function createAdder(width: number) {
  const dense = new Float32Array(width);
  const met = new Uint8Array(width);
  let order: number[] = [];
  return {
    add({ columns, weights }: Vector, factor: number): void {
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at] ?? 0;
        if (met[column] === 0) order.push(column);
        met[column] = 1;
        dense[column] = (dense[column] ?? 0) + factor * (weights[at] ?? 0);
      }
    },
    take(): Vector {
      const columns = new Int32Array(order);
      const weights = new Float32Array(order.length);
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at] ?? 0;
        weights[at] = dense[column] ?? 0;
        dense[column] = 0;
        met[column] = 0;
      }
      order = [];
      return { columns, weights };
    },
  };
}

/** Square root of the sum of squares. */
export function lengthOf(values: Float32Array): number {
  let square = 0;
  for (const value of values) square += value * value;
  return Math.sqrt(square);
}
