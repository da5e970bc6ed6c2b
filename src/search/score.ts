import { type Index, vectorOf } from './index.js';
import type { Learned } from './learn.js';
import { COMPARED, SCORED } from './parameters.js';
import { kernel, largest, profileOf } from './profile.js';
import { clearAt, dotRow, type Vector } from './sparse.js';
import type { Text } from './vocabulary.js';

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

export type Scorer = (text: Text) => Scored[];

/**
 * Scores the entries nearest to an utterance, best first; entries that share nothing are left out. Keeps scratch arrays
 * between calls (no other state), so one scorer must not be shared by threads.
 */
export function createScorer(index: Index, learned: Learned): Scorer {
  const overall = new Float32Array(index.lengths.length);
  const words = new Float32Array(index.vocabulary.size);
  const about = new Float32Array(index.lengths.length);
  const similarity = new Float32Array(index.phrasings.start.length - 1);
  const kernels = new Float32Array(index.phrasings.start.length - 1);

  function scoreEntry(entry: number): Scored {
    let score = 0;
    let at = 0;
    const coefficients = learned.coefficients[entry] ?? NONE;
    for (const other of learned.neighbours[entry] ?? []) {
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

  /** Fills `similarity` and `kernels` for the phrasings of these entries. */
  function compare({ columns, weights }: Vector, entries: readonly number[]): void {
    for (let at = 0; at < columns.length; at += 1) words[columns[at] ?? 0] = weights[at] ?? 0;
    for (const entry of entries) {
      for (let row = index.first[entry] ?? 0; row < (index.first[entry + 1] ?? 0); row += 1) {
        similarity[row] = dotRow(index.phrasings, row, words);
        kernels[row] = kernel(similarity[row] ?? 0, dotRow(learned.profiles, row, about));
      }
    }
    clearAt(columns, words);
  }

  /** Clears `kernels` for the next utterance: phrasings that are not compared count as unlike. */
  function forget(entries: readonly number[]): void {
    for (const entry of entries) kernels.fill(0, index.first[entry], index.first[entry + 1]);
  }

  return (text) => {
    const vector = vectorOf(text, index);
    const profile = profileOf(index, vector, overall);
    const near = largest(overall, COMPARED);
    for (let at = 0; at < profile.entries.length; at += 1) about[profile.entries[at] ?? 0] = profile.weights[at] ?? 0;
    compare(vector, near);
    clearAt(profile.entries, about);
    const scored = near.slice(0, SCORED).map(scoreEntry);
    forget(near);
    return scored.sort((a, b) => b.score - a.score || a.entry - b.entry);
  };
}

const NONE = new Float32Array();
