import type { Why } from './match.js';
import type { Scorer } from './rank/score.js';
import { dotRow, type Vector } from './rank/sparse.js';
import { vectorOf } from './rank/vectors.js';
import type { Analyzer, Text } from './rank/vocabulary.js';
import type { Model } from './train.js';

/** What spoke for an entry: each word's weight is what the entry's score loses without it. */
export function explain(
  model: Model,
  { analyze, score }: { analyze: Analyzer; score: Scorer },
  tokens: readonly string[],
  id: string,
  entry: number | undefined,
): Why {
  const { at, similarity } = entry === undefined ? NOTHING : nearestPhrasing(model, analyze(tokens), entry);
  const scoreWith = (some: readonly string[]) => scoreOf(score, vectorOf(analyze(some), model.index), entry);
  const whole = scoreWith(tokens);
  const words = [...new Set(tokens)]
    .map((word) => ({ word, weight: whole - scoreWith(without(tokens, word)) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const phrasing = entry === undefined || similarity === 0 ? null : (model.phrasings[entry]?.[at] ?? null);
  return { entry: id, tokens, words: entry === undefined ? [] : words, phrasing, similarity };
}

const NOTHING = { at: 0, similarity: 0 };

function scoreOf(score: Scorer, vector: Vector, entry: number | undefined): number {
  return score(vector).find((scored) => scored.entry === entry)?.score ?? 0;
}

function without(tokens: readonly string[], word: string): string[] {
  return tokens.filter((token) => token !== word);
}

function nearestPhrasing({ index }: Model, text: Text, entry: number) {
  const vector = vectorOf(text, index);
  const dense = new Float32Array(index.vocabulary.size);
  vector.columns.forEach((column, at) => {
    dense[column] = vector.weights[at] ?? 0;
  });
  const from = index.first[entry] ?? 0;
  let nearest = NOTHING;
  for (let row = from; row < (index.first[entry + 1] ?? 0); row += 1) {
    const similarity = Math.min(1, dotRow(index.phrasings, row, dense));
    if (similarity > nearest.similarity) nearest = { at: row - from, similarity };
  }
  return nearest;
}
