import { COMPARED, SCORED, TRIANGLE } from '../parameters.js';
import type { Learned } from './learn.js';
import { kernel, largest, profileOf } from './profile.js';
import { clearAt, dotRow, multiply, type Rows, transpose, type Vector } from './sparse.js';
import { entrySimilarities, type Index } from './vectors.js';

/** An entry beside an utterance. */
export interface Scored {
  /** Number of the entry. */
  entry: number;
  /** About 1 for one of its own phrasings, about 0 for a neighbour's and for anything else. */
  score: number;
  /** Cosine similarity (0…1) to its nearest phrasing. */
  similarity: number;
  /** Cosine similarity (0…1) to the sum of its phrasings. */
  overall: number;
}

export type Scorer = (vector: Vector) => Scored[];

/**
 * Scores the entries nearest to an utterance, best first; entries that share nothing are left out. Keeps scratch arrays
 * between calls (no other state), so one scorer must not be shared by threads.
 */
export function createScorer(index: Index, learned: Learned): Scorer {
  const size = index.phrasings.start.length - 1;
  const overall = new Float32Array(index.lengths.length);
  const similarity = new Float32Array(size);
  const likeness = new Float32Array(size);
  const kernels = new Float32Array(size);
  const needed = new Uint8Array(index.lengths.length);
  const compareWords = comparison(index.phrasings, index.vocabulary.size, index.first);
  const compareProfiles = comparison(learned.profiles, index.lengths.length, index.first);

  function scoreEntry(entry: number): Scored {
    let score = 0;
    let at = 0;
    const { neighbours, coefficients } = learned.regressionOf(entry);
    for (const other of neighbours) {
      const end = index.first[other + 1] ?? 0;
      for (let row = index.first[other] ?? 0; row < end; row += 1) {
        score += (coefficients[at] ?? 0) * (kernels[row] ?? 0);
        at += 1;
      }
    }
    let nearest = 0;
    for (let row = index.first[entry] ?? 0; row < (index.first[entry + 1] ?? 0); row += 1) {
      nearest = Math.max(nearest, similarity[row] ?? 0);
    }
    return { entry, score, similarity: nearest, overall: overall[entry] ?? 0 };
  }

  /** Fills `kernels` for the phrasings of the entries that these were trained against, and were compared; all else is unlike. */
  function bend(entries: Int32Array, compared: Int32Array): void {
    needed.fill(0);
    kernels.fill(0);
    for (const entry of entries) for (const other of learned.regressionOf(entry).neighbours) needed[other] = 1;
    for (const entry of compared) {
      if (needed[entry] === 0) continue;
      const end = index.first[entry + 1] ?? 0;
      for (let row = index.first[entry] ?? 0; row < end; row += 1) {
        kernels[row] = kernel(similarity[row] ?? 0, likeness[row] ?? 0);
      }
    }
  }

  return (vector) => {
    entrySimilarities(index, vector, overall);
    const near = largest(overall, COMPARED);
    compareWords(vector, near, similarity);
    compareProfiles(profileOf(near, overall), near, likeness);
    const nearest = near.subarray(0, SCORED);
    bend(nearest, near);
    const scored = Array.from(nearest, scoreEntry);
    return scored.sort((a, b) => b.score - a.score || a.entry - b.entry);
  };
}

/** Fills `into` with the products of a vector with the phrasings of some entries, at least. */
type Comparison = (vector: Vector, entries: Int32Array, into: Float32Array) => void;

/** Few phrasings are compared by the columns that they share with the vector, many one by one and only those of the entries. */
function comparison(rows: Rows, width: number, first: Int32Array): Comparison {
  if (rows.start.length - 1 <= TRIANGLE) {
    const turned = transpose(rows, width);
    return (vector, _, into) => multiply(turned, vector, into);
  }
  const dense = new Float32Array(width);
  return ({ columns, weights }, entries, into) => {
    for (let at = 0; at < columns.length; at += 1) dense[columns[at] ?? 0] = weights[at] ?? 0;
    for (const entry of entries) {
      const end = first[entry + 1] ?? 0;
      for (let row = first[entry] ?? 0; row < end; row += 1) into[row] = dotRow(rows, row, dense);
    }
    clearAt(columns, dense);
  };
}
