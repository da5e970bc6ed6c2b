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

/** Columns become rows: the inverted index of `rows`, where `width` is the number of columns. */
export function transpose({ start, columns, weights }: Rows, width: number): Rows {
  const turned = new Int32Array(width + 1);
  for (const column of columns) turned[column + 1] = (turned[column + 1] ?? 0) + 1;
  for (let column = 0; column < width; column += 1)
    turned[column + 1] = (turned[column + 1] ?? 0) + (turned[column] ?? 0);
  const next = turned.slice();
  const rowOf = new Int32Array(columns.length);
  const weightOf = new Float32Array(columns.length);
  for (let row = 0; row + 1 < start.length; row += 1) {
    for (let slot = start[row] ?? 0; slot < (start[row + 1] ?? 0); slot += 1) {
      const column = columns[slot] ?? 0;
      const to = next[column] ?? 0;
      next[column] = to + 1;
      rowOf[to] = row;
      weightOf[to] = weights[slot] ?? 0;
    }
  }
  return { start: turned, columns: rowOf, weights: weightOf };
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
