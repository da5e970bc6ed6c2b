import type { Entry, Knowledge } from '../knowledge/entry.js';
import { createLearner } from './rank/learn.js';
import { createScorer } from './rank/score.js';
import { multiply, rowAt, transpose } from './rank/sparse.js';
import { createIndex, vectorOf } from './rank/vectors.js';
import { createAnalyzer, createVocabulary, type EntryOf, type Text } from './rank/vocabulary.js';
import { createLexicon, normalize } from './text/normalize.js';

/** A phrasing that another entry has a better claim to. */
export interface Overlap {
  entry: Entry;
  /** Number of the phrasing in its entry. */
  at: number;
  /** The other entry's id, and its likest phrasing. */
  other: string;
  phrasing: string;
}

/**
 * Likeness (cosine, 0…1) of two phrasings from which on they may be about the same thing, and from which on they are where the
 * own entry has nothing that comes near. Chosen so that none of the 2,728 phrasings that come with the program is told, and
 * five of eight that were put under a wrong entry are.
 */
const ALIKE = { maybe: 0.7, surely: 0.85, ahead: 0.4 } as const;
/** Scores, without the phrasing, at which the search would take it for the other entry's. */
const TAKEN = { other: 0.3, own: 0.1 } as const;
/** A feature that more phrasings have is not compared: it tells little and costs most. */
const COMMON = 3000;

interface Suspect extends Overlap {
  text: Text;
  /** Likeness to the other's phrasing, and to the likest of its own entry. */
  likeness: number;
  own: number;
}

/**
 * Phrasings that are likelier another entry's: nearly its words, or found for it by the search where nobody had taught them here.
 * Takes a second at 3,000 phrasings.
 */
export function overlaps({ entries: all, glossary }: Knowledge): Overlap[] {
  const entries = [...all.values()];
  const lexicon = createLexicon(glossary);
  const tokens = entries.map(({ questions, short = '', answer }) => ({
    phrasings: questions.map((phrasing) => normalize(phrasing, lexicon)),
    answer: normalize(`${short} ${answer}`, lexicon),
  }));
  const vocabulary = createVocabulary(tokens);
  const analyze = createAnalyzer(vocabulary);
  const texts = tokens.map(({ phrasings, answer }) => ({ phrasings: phrasings.map(analyze), answer: analyze(answer) }));
  const suspects = suspectsAmong(entries, texts);
  if (suspects.length === 0) return [];
  const isSuspect = new Set(suspects.map(({ text }) => text));
  const index = createIndex(
    texts.map(({ phrasings, answer }) => ({ phrasings: phrasings.filter((text) => !isSuspect.has(text)), answer })),
    vocabulary,
  );
  const score = createScorer(index, createLearner(index));
  const found = suspects.filter(({ entry, other, text, likeness, own }) => {
    if (likeness >= ALIKE.surely && likeness - own >= ALIKE.ahead) return true;
    const scored = score(vectorOf(text, index));
    const scoreOf = (id: string) => scored.find((each) => entries[each.entry]?.id === id)?.score ?? 0;
    return scoreOf(other) >= TAKEN.other && scoreOf(entry.id) <= TAKEN.own;
  });
  // Of two that point at each other, the one that its own entry has less to do with.
  return found.filter(
    (one) =>
      !found.some(
        (two) => two.entry.id === one.other && two.entry.questions[two.at] === one.phrasing && two.own < one.own,
      ),
  );

  function suspectsAmong(owners: readonly Entry[], each: readonly EntryOf<Text>[]): Suspect[] {
    const { phrasings, first } = createIndex(each, vocabulary);
    const turned = transpose(phrasings, vocabulary.size, COMMON);
    const likeness = new Float32Array(phrasings.start.length - 1);
    const rows = owners.flatMap((entry, number) => entry.questions.map((_, at) => ({ entry, number, at })));
    return rows.flatMap(({ entry, number, at }, row) => {
      multiply(turned, rowAt(phrasings, row), likeness);
      likeness[row] = 0;
      const [from, to] = [first[number] ?? 0, first[number + 1] ?? 0];
      const own = Math.max(0, ...likeness.subarray(from, to));
      likeness.fill(0, from, to);
      const best = largestOf(likeness);
      const found = rows[best];
      const text = each[number]?.phrasings[at];
      const alike = likeness[best] ?? 0;
      if (found === undefined || text === undefined || alike < ALIKE.maybe || alike <= own) return [];
      const phrasing = found.entry.questions[found.at] ?? '';
      // One that two entries have is told as that.
      if (text.tokens.join(' ') === each[found.number]?.phrasings[found.at]?.tokens.join(' ')) return [];
      return [{ entry, at, other: found.entry.id, phrasing, text, likeness: alike, own }];
    });
  }
}

function largestOf(values: Float32Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at += 1) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return best;
}
