import { EXAMPLES, PROFILE, RIDGE, TRIANGLE } from '../parameters.js';
import { kernel, largest, profileOf } from './profile.js';
import { solve } from './solve.js';
import { addRow, createAdder, createTriangle, dotRow, type Rows, rowAt, rowsOf, type Vector } from './sparse.js';
import { entrySimilarities, type Index } from './vectors.js';

/**
 * What was learned about an entry: score(text) = Σ coefficient · kernel(text, phrasing) over the phrasings of the entry and
 * of its nearest entries. Coefficients make the score 1 on the entry's own phrasings and 0 on its neighbours'.
 */
export interface Regression {
  /** The entries that it was trained against, itself among them, in rising order. */
  neighbours: Int32Array;
  /** Coefficients of their phrasings, in order. */
  coefficients: Float32Array;
}

/** What is known of all entries: the profile of each phrasing, whose columns are entries, and the regressions by entry. */
export interface Learned {
  profiles: Rows;
  regressionOf(entry: number): Regression;
}

/** Learns an entry when it is first asked for. Cost of each: its neighbours' phrasings squared. */
export function createLearner(index: Index): Learned {
  const profiles = profilesOf(index);
  const pairs = similarPairs(index, profiles);
  const neighboursOf = createNeighbours(index);
  const regressions = new Map<number, Regression>();
  return {
    profiles,
    regressionOf(entry) {
      const known = regressions.get(entry);
      if (known !== undefined) return known;
      const neighbours = neighboursOf(entry);
      const regression = { neighbours, coefficients: solveEntry(index, entry, neighbours, pairs) };
      regressions.set(entry, regression);
      return regression;
    },
  };
}

function sizeOf({ phrasings }: Index): number {
  return phrasings.start.length - 1;
}

function profilesOf(index: Index): Rows {
  const similarities = new Float32Array(index.lengths.length);
  const profiles: Vector[] = [];
  for (let row = 0; row < sizeOf(index); row += 1) {
    entrySimilarities(index, rowAt(index.phrasings, row), similarities);
    profiles.push(profileOf(largest(similarities, PROFILE.entries), similarities));
  }
  return rowsOf(profiles);
}

/** Phrasings that one entry is trained against, its own among them. */
function examplesOf(index: Index): number {
  if (sizeOf(index) <= TRIANGLE) return EXAMPLES.most;
  return Math.min(EXAMPLES.most, Math.floor(Math.sqrt(EXAMPLES.pairs / index.lengths.length)));
}

/** An entry itself and the entries whose phrasings are nearest to its own, as many as its examples allow. */
function createNeighbours(index: Index): (entry: number) => Int32Array {
  const most = examplesOf(index);
  const near = new Float32Array(index.lengths.length);
  const adder = createAdder(index.vocabulary.size);
  return (entry) => {
    for (let row = index.first[entry] ?? 0; row < (index.first[entry + 1] ?? 0); row += 1) {
      adder.add(rowAt(index.phrasings, row), 1);
    }
    entrySimilarities(index, adder.take(), near);
    near[entry] = 0;
    return withinExamples(index, [entry, ...largest(near, most)], most);
  };
}

/** The first entries of a list, as many as have `most` phrasings together; two at least. In rising order. */
function withinExamples({ first }: Index, entries: readonly number[], most: number): Int32Array {
  let examples = 0;
  const kept = entries.filter((entry, at) => {
    examples += (first[entry + 1] ?? 0) - (first[entry] ?? 0);
    return at < 2 || examples <= most;
  });
  return Int32Array.from(kept).sort();
}

/** The phrasings of some entries, which rise, and so do these. */
function phrasingsOf({ first }: Index, entries: Int32Array): Int32Array {
  const rows: number[] = [];
  for (const entry of entries)
    for (let row = first[entry] ?? 0; row < (first[entry + 1] ?? 0); row += 1) rows.push(row);
  return new Int32Array(rows);
}

function solveEntry(index: Index, entry: number, near: Int32Array, pairs: Pairs): Float32Array {
  const rows = phrasingsOf(index, near);
  const from = index.first[entry] ?? 0;
  const to = index.first[entry + 1] ?? 0;
  const target = Float64Array.from(rows, (row) => (row >= from && row < to ? 1 : 0));
  return Float32Array.from(solve(pairs(rows), target, RIDGE));
}

/** Kernel values between some phrasings, in rising order: each with those up to itself, as the lines of a triangle. */
type Pairs = (rows: Int32Array) => Float32Array;

/** All pairs at once while their triangle is small, else pair by pair when asked. */
function similarPairs(index: Index, profiles: Rows): Pairs {
  return sizeOf(index) <= TRIANGLE ? allPairs(index, profiles) : onDemand(index, profiles);
}

function allPairs(index: Index, profiles: Rows): Pairs {
  const size = sizeOf(index);
  const all = new Float32Array(triangle(size));
  const wordsOf = createTriangle(index.phrasings, index.vocabulary.size);
  const aboutOf = createTriangle(profiles, index.lengths.length);
  for (let row = 0; row < size; row += 1) {
    const words = wordsOf(row);
    const about = aboutOf(row);
    const line = triangle(row);
    for (let other = 0; other <= row; other += 1) all[line + other] = kernel(words[other] ?? 0, about[other] ?? 0);
  }
  return (rows) => {
    const some = new Float32Array(triangle(rows.length));
    let to = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const line = triangle(rows[i] ?? 0);
      for (let j = 0; j <= i; j += 1) {
        some[to] = all[line + (rows[j] ?? 0)] ?? 0;
        to += 1;
      }
    }
    return some;
  };
}

/** Numbers in the first `lines` lines of a triangle. */
function triangle(lines: number): number {
  return (lines * (lines + 1)) / 2;
}

function onDemand(index: Index, profiles: Rows): Pairs {
  const words = new Float32Array(index.vocabulary.size);
  const about = new Float32Array(index.lengths.length);
  return (rows) => {
    const some = new Float32Array(triangle(rows.length));
    let to = 0;
    for (const row of rows) {
      addRow(index.phrasings, row, 1, words);
      addRow(profiles, row, 1, about);
      for (const other of rows) {
        some[to] = kernel(dotRow(index.phrasings, other, words), dotRow(profiles, other, about));
        to += 1;
        if (other === row) break;
      }
      addRow(index.phrasings, row, -1, words);
      addRow(profiles, row, -1, about);
    }
    return some;
  };
}
