import type { Index } from './index.js';
import { EXAMPLES, RIDGE, TRIANGLE } from './parameters.js';
import { kernel, largest, profileOf } from './profile.js';
import { solve } from './solve.js';
import { addRow, dotRow, type Rows, rowsOf, transpose, type Vector } from './sparse.js';

/**
 * What was learned about each entry: score(entry, text) = Σ coefficient · kernel(text, phrasing) over the phrasings of the
 * entry and of its nearest entries. Coefficients make the score 1 on the entry's own phrasings and 0 on its neighbours'.
 */
export interface Learned {
  /** Profile of each phrasing: columns are entries. */
  profiles: Rows;
  /** By entry: the entries it was trained against, itself among them, in rising order. */
  neighbours: readonly Int32Array[];
  /** By entry: coefficients of its neighbours' phrasings, in order. */
  coefficients: readonly Float32Array[];
}

/** Learns all entries. Cost: entries × (neighbours' phrasings)². */
export function learn(index: Index): Learned {
  const entries = index.lengths.length;
  const scratch = new Float32Array(entries);
  const size = index.phrasings.start.length - 1;
  const profileVectors: Vector[] = [];
  for (let row = 0; row < size; row += 1) {
    const { entries: columns, weights } = profileOf(index, phrasing(index, row), scratch);
    profileVectors.push({ columns, weights });
  }
  const profiles = rowsOf(profileVectors);
  const pairs = similarPairs(index, profiles);
  const neighbours = nearestEntries(index);
  const coefficients = neighbours.map((near, entry) => solveEntry(index, entry, near, pairs));
  return { profiles, neighbours, coefficients };
}

function phrasing({ phrasings }: Index, row: number): Vector {
  const from = phrasings.start[row] ?? 0;
  const to = phrasings.start[row + 1] ?? 0;
  return { columns: phrasings.columns.subarray(from, to), weights: phrasings.weights.subarray(from, to) };
}

/** By entry: itself, then the entries whose phrasings are nearest to its own. */
function nearestEntries(index: Index): Int32Array[] {
  const entries = index.lengths.length;
  const near = new Float32Array(entries);
  return Array.from({ length: entries }, (_, entry) => {
    near.fill(0);
    const own = new Map<number, number>();
    for (let row = index.first[entry] ?? 0; row < (index.first[entry + 1] ?? 0); row += 1) {
      const { columns, weights } = phrasing(index, row);
      columns.forEach((column, at) => {
        own.set(column, (own.get(column) ?? 0) + (weights[at] ?? 0));
      });
    }
    for (const [column, weight] of own) addRow(index.byColumn, column, weight, near);
    for (let other = 0; other < entries; other += 1) near[other] = (near[other] ?? 0) / (index.lengths[other] || 1);
    near[entry] = 0;
    return withinExamples(index, [entry, ...largest(near, EXAMPLES.few)]);
  });
}

/** The first entries of a list, as many as have `EXAMPLES` phrasings together; two at least. */
function withinExamples({ first, phrasings }: Index, entries: readonly number[]): Int32Array {
  const most = phrasings.start.length - 1 <= TRIANGLE ? EXAMPLES.few : EXAMPLES.many;
  let examples = 0;
  const kept = entries.filter((entry, at) => {
    examples += (first[entry + 1] ?? 0) - (first[entry] ?? 0);
    return at < 2 || examples <= most;
  });
  return Int32Array.from(kept).sort();
}

/** The phrasings of some entries, which rise, and so do these. */
function phrasingsOf({ first }: Pick<Index, 'first'>, entries: Int32Array): number[] {
  const rows: number[] = [];
  for (const entry of entries)
    for (let row = first[entry] ?? 0; row < (first[entry + 1] ?? 0); row += 1) rows.push(row);
  return rows;
}

function solveEntry(index: Index, entry: number, near: Int32Array, pairs: Pairs): Float32Array {
  const rows = phrasingsOf(index, near);
  const from = index.first[entry] ?? 0;
  const to = index.first[entry + 1] ?? 0;
  const target = Float64Array.from(rows, (row) => (row >= from && row < to ? 1 : 0));
  return Float32Array.from(solve(pairs(rows), target, RIDGE));
}

/** Kernel values between some phrasings, in rising order, as a square. */
type Pairs = (rows: readonly number[]) => Float32Array;

/** All pairs at once while the triangle is small, else pair by pair when asked. */
function similarPairs(index: Index, profiles: Rows): Pairs {
  const size = index.phrasings.start.length - 1;
  return size <= TRIANGLE ? triangle(index, profiles, size) : onDemand(index, profiles);
}

function triangle(index: Index, profiles: Rows, size: number): Pairs {
  const values = new Float32Array((size * (size + 1)) / 2);
  const byWord = transpose(index.phrasings, index.vocabulary.size);
  const byEntry = transpose(profiles, index.lengths.length);
  const words = new Float32Array(size);
  const about = new Float32Array(size);
  for (let row = 0; row < size; row += 1) {
    words.fill(0);
    about.fill(0);
    addAll(index.phrasings, row, byWord, words);
    addAll(profiles, row, byEntry, about);
    const base = (row * (row + 1)) / 2;
    for (let other = 0; other <= row; other += 1) values[base + other] = kernel(words[other] ?? 0, about[other] ?? 0);
  }
  return (rows) => {
    const square = new Float32Array(rows.length ** 2);
    rows.forEach((row, i) => {
      const base = (row * (row + 1)) / 2;
      for (let j = 0; j <= i; j += 1) {
        const value = values[base + (rows[j] ?? 0)] ?? 0;
        square[i * rows.length + j] = value;
        square[j * rows.length + i] = value;
      }
    });
    return square;
  };
}

function addAll(rows: Rows, row: number, turned: Rows, into: Float32Array): void {
  const end = rows.start[row + 1] ?? 0;
  for (let slot = rows.start[row] ?? 0; slot < end; slot += 1) {
    addRow(turned, rows.columns[slot] ?? 0, rows.weights[slot] ?? 0, into);
  }
}

function onDemand(index: Index, profiles: Rows): Pairs {
  const words = new Float32Array(index.vocabulary.size);
  const about = new Float32Array(index.lengths.length);
  return (rows) => {
    const n = rows.length;
    const values = new Float32Array(n * n);
    rows.forEach((row, i) => {
      addRow(index.phrasings, row, 1, words);
      addRow(profiles, row, 1, about);
      for (let j = 0; j <= i; j += 1) {
        const other = rows[j] ?? 0;
        const value = kernel(dotRow(index.phrasings, other, words), dotRow(profiles, other, about));
        values[i * n + j] = value;
        values[j * n + i] = value;
      }
      addRow(index.phrasings, row, -1, words);
      addRow(profiles, row, -1, about);
    });
    return values;
  };
}
