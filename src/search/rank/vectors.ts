import { ANSWER_WEIGHT, BLOCKS, COMMON, IDF_POWER } from '../parameters.js';
import { BLOCK_NAMES } from './features.js';
import { createAdder, lengthOf, multiply, type Rows, rowAt, rowsOf, transpose, type Vector } from './sparse.js';
import type { EntryOf, Text, Vocabulary } from './vocabulary.js';

/** How much each feature tells. */
export interface Weights {
  /** idf^power by column. */
  idf: Float32Array;
  /** The same for a feature that no phrasing has. */
  rare: number;
}

/** Phrasings as vectors, and entries by feature. */
export interface Index extends Weights {
  vocabulary: Vocabulary;
  /** Phrasings in the order of their entries. */
  phrasings: Rows;
  /** The first phrasing of each entry, and the number of phrasings at the end. */
  first: Int32Array;
  /** By column: the entries that have it, with the sum of its weight over their phrasings. Very common columns are empty. */
  byColumn: Rows;
  /** How many of the entry's phrasings have the column, in the order of `byColumn`. */
  counts: Uint16Array;
  /** Length of the sum of each entry's phrasings. */
  lengths: Float32Array;
}

/** Builds the index of some entries, which are numbered by their place. Columns that more than `COMMON` have cost most and tell least. */
export function createIndex(entries: readonly EntryOf<Text>[], vocabulary: Vocabulary): Index {
  const weights = weigh(entries, vocabulary.size);
  const phrasings = rowsOf(entries.flatMap((entry) => entry.phrasings.map((text) => vectorOf(text, weights))));
  const first = new Int32Array(entries.length + 1);
  entries.forEach((entry, at) => {
    first[at + 1] = (first[at] ?? 0) + entry.phrasings.length;
  });
  const answers = entries.map(({ answer }) => vectorOf(answer, weights));
  const { sums, lengths } = sumEntries(phrasings, first, answers, vocabulary.size);
  const byColumn = transpose(sums, vocabulary.size, COMMON);
  return {
    ...weights,
    vocabulary,
    phrasings,
    first,
    byColumn,
    counts: countPhrasings(phrasings, first, byColumn),
    lengths,
  };
}

/** By place in `byColumn`: the entry's phrasings that have the column; none where only its answer has it. */
function countPhrasings(phrasings: Rows, first: Int32Array, { start, columns }: Rows): Uint16Array {
  const counts = new Uint16Array(columns.length);
  const places = start.slice();
  for (let entry = 0; entry + 1 < first.length; entry += 1) {
    const end = phrasings.start[first[entry + 1] ?? 0] ?? 0;
    for (let slot = phrasings.start[first[entry] ?? 0] ?? 0; slot < end; slot += 1) {
      const column = phrasings.columns[slot] ?? 0;
      const last = start[column + 1] ?? 0;
      let place = places[column] ?? 0;
      while (place < last && (columns[place] ?? 0) < entry) place += 1;
      places[column] = place;
      if (place < last) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return counts;
}

/** Counts the entries that have each feature; one that only answers have is as good as rare. */
function weigh(entries: readonly EntryOf<Text>[], width: number): Weights {
  const counts = new Int32Array(width);
  const last = new Int32Array(width).fill(-1);
  entries.forEach(({ phrasings }, entry) => {
    for (const { columns } of phrasings) {
      for (const column of columns) {
        if (last[column] !== entry) counts[column] = (counts[column] ?? 0) + 1;
        last[column] = entry;
      }
    }
  });
  for (const { answer } of entries) for (const column of answer.columns) if (column >= 0) counts[column] ||= 1;
  return { idf: Float32Array.from(counts, (count) => idfOf(count, entries.length)), rare: idfOf(0, entries.length) };
}

/** idf^power, with idf = ln((1 + entries) / (1 + entries that have it)) + 1. */
export function idfOf(count: number, entries: number): number {
  return (Math.log((1 + entries) / (1 + count)) + 1) ** IDF_POWER;
}

/** The column of a feature that some entry of the index has; in a fold the vocabulary knows more. */
export function columnOf({ vocabulary, byColumn, idf, rare }: Index, key: string): number | undefined {
  const column = vocabulary.get(key) ?? -1;
  if (column < 0) return undefined;
  const isEmpty = byColumn.start[column] === byColumn.start[column + 1] && (idf[column] ?? 0) >= Math.fround(rare);
  return isEmpty ? undefined : column;
}

/**
 * The vector of a text: in each block tf · idf^power, scaled so that the block's squares sum to its share. Its length is at
 * most 1; features that no phrasing has count in it, so that a text full of unknown words is near nothing.
 */
export function vectorOf({ columns, blocks, weights }: Text, { idf, rare }: Weights): Vector {
  const values = new Float32Array(columns.length);
  const squares = new Float64Array(BLOCK_NAMES.length);
  let known = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? -1;
    const value = (weights[at] ?? 0) * (column < 0 ? rare : (idf[column] ?? 0));
    const block = blocks[at] ?? 0;
    values[at] = value;
    squares[block] = (squares[block] ?? 0) + value * value;
    if (column >= 0) known += 1;
  }
  const scales = BLOCK_NAMES.map((name, block) => Math.sqrt(BLOCKS[name] / (squares[block] || 1)));
  const vector = { columns: new Int32Array(known), weights: new Float32Array(known) };
  let to = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? -1;
    if (column < 0) continue;
    vector.columns[to] = column;
    vector.weights[to] = (values[at] ?? 0) * (scales[blocks[at] ?? 0] ?? 0);
    to += 1;
  }
  return vector;
}

/** Each entry's sum of phrasings and a share of its answer, as a sparse row, and its length. */
function sumEntries(phrasings: Rows, first: Int32Array, answers: readonly Vector[], width: number) {
  const adder = createAdder(width);
  const lengths = new Float32Array(answers.length);
  const sums = answers.map((answer, entry) => {
    for (let row = first[entry] ?? 0; row < (first[entry + 1] ?? 0); row += 1) adder.add(rowAt(phrasings, row), 1);
    adder.add(answer, ANSWER_WEIGHT);
    const sum = adder.take();
    lengths[entry] = lengthOf(sum.weights);
    return sum;
  });
  return { sums: rowsOf(sums), lengths };
}

/** Similarity (cosine, 0…1) of a vector to each entry's sum of phrasings. Clears and fills `into`. */
export function entrySimilarities({ byColumn, lengths }: Index, vector: Vector, into: Float32Array): void {
  multiply(byColumn, vector, into);
  for (let entry = 0; entry < into.length; entry += 1) into[entry] = (into[entry] ?? 0) / (lengths[entry] || 1);
}
