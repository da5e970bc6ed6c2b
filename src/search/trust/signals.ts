import { CENTRAL, SHARPNESS } from '../parameters.js';
import { groupsOf, isContent } from '../rank/features.js';
import type { Scored } from '../rank/score.js';
import { columnOf, type Index } from '../rank/vectors.js';
import { SIGN } from '../text/normalize.js';
import { stem } from '../text/stem.js';
import type { Domain } from './domain.js';

/** What speaks for or against the best entry being right. Each is about 0…1, but for `domain`. */
export const SIGNALS = [
  'score',
  'margin',
  'chance',
  'similarity',
  'overall',
  'explained',
  'known',
  'told',
  'elsewhere',
  'domain',
  'talk',
  'central',
] as const;
export type Signal = (typeof SIGNALS)[number];
/** `matched` is no signal: the number of content words that the entry has, by itself or by their everyday group. */
export type Signals = Readonly<Record<Signal, number>> & { readonly matched: number };

/** Shares of the entries' chances: softmax of `SHARPNESS` · score, best first as given. */
export function chances(scored: readonly Scored[]): number[] {
  const best = scored[0]?.score ?? 0;
  const powers = scored.map(({ score }) => Math.exp(SHARPNESS * (score - best)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * The signals of the best entry. `explained`: share of the content words' idf that the entry's phrasings have, half where
 * they only have a word of the same everyday group. `central`: the same by the share of its phrasings that have the word, times
 * `CENTRAL`, at most 1. `known`: share of content words that any phrasing has. `told`: how much content was typed, n / (n + 2)
 * for n content words, groups of the glossary not counted. `elsewhere`: share of the content words' idf that everyday talk has and
 * the entry has not. `domain`: mean log-odds of the content words between the FAQ's phrasings and everyday talk. `talk`:
 * similarity to the nearest line of everyday talk.
 */
export function signalsOf(
  tokens: readonly string[],
  scored: readonly Scored[],
  index: Index,
  words: Domain,
  talk: number,
): Signals {
  const best = scored[0];
  const content = tokens.filter(isContent);
  if (best === undefined) return NOTHING;
  const spoken = content.filter((token) => !token.startsWith(SIGN)).length;
  let mass = 0;
  let explained = 0;
  let central = 0;
  let known = 0;
  let matched = 0;
  let elsewhere = 0;
  let domain = 0;
  for (const token of content) {
    const root = stem(token);
    const column = columnOf(index, `w ${root}`);
    const weight = column === undefined ? index.rare : (index.idf[column] ?? 0);
    mass += weight;
    const share = wordShare(root, column, best.entry, index);
    explained += weight * share;
    if (share === 1 && column !== undefined)
      central += weight * Math.min(1, CENTRAL * columnShare(column, best.entry, index));
    domain += words.oddsOf(root);
    if (share > 0) matched += 1;
    if (share === 0 && words.isTalk(root)) elsewhere += weight;
    if (column !== undefined) known += 1;
  }
  return {
    score: best.score,
    margin: best.score - (scored[1]?.score ?? 0),
    chance: chances(scored)[0] ?? 0,
    similarity: best.similarity,
    overall: best.overall,
    explained: mass === 0 ? 0 : explained / mass,
    known: content.length === 0 ? 0 : known / content.length,
    told: spoken / (spoken + 2),
    elsewhere: mass === 0 ? 0 : elsewhere / mass,
    domain: content.length === 0 ? 0 : domain / content.length,
    talk,
    central: mass === 0 ? 0 : central / mass,
    matched,
  };
}

const NOTHING: Signals = {
  score: 0,
  margin: 0,
  chance: 0,
  similarity: 0,
  overall: 0,
  explained: 0,
  known: 0,
  told: 0,
  elsewhere: 0,
  domain: 0,
  talk: 0,
  central: 0,
  matched: 0,
};

/** 1 where an entry's phrasings have the word, 0.5 where they have one of its everyday group, else 0. */
function wordShare(root: string, column: number | undefined, entry: number, index: Index): number {
  if (column !== undefined && hasColumn(index, column, entry)) return 1;
  for (const group of groupsOf(root)) {
    const shared = columnOf(index, `g ${group}`);
    if (shared !== undefined && hasColumn(index, shared, entry)) return 0.5;
  }
  return 0;
}

/** Whether an entry's phrasings or answer have a stem. */
export function hasStem(root: string, entry: number, index: Index): boolean {
  const column = columnOf(index, `w ${root}`);
  return column !== undefined && hasColumn(index, column, entry);
}

/** Share (0…1) of an entry's phrasings that have a stem; 0 where so many entries have it that it is left out of the search. */
export function shareWith(root: string, entry: number, index: Index): number {
  const column = columnOf(index, `w ${root}`);
  return column === undefined ? 0 : columnShare(column, entry, index);
}

/** The same by column. */
function columnShare(column: number, entry: number, index: Index): number {
  const phrasings = (index.first[entry + 1] ?? 0) - (index.first[entry] ?? 0);
  return (index.counts[placeOf(index, column, entry)] ?? 0) / Math.max(1, phrasings);
}

/** Whether an entry has a column. */
function hasColumn(index: Index, column: number, entry: number): boolean {
  return placeOf(index, column, entry) >= 0;
}

/** The place in `byColumn` of an entry that has a column, by halving; -1 where it has not. */
function placeOf({ byColumn }: Index, column: number, entry: number): number {
  let from = byColumn.start[column] ?? 0;
  let to = byColumn.start[column + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >> 1;
    const found = byColumn.columns[middle] ?? 0;
    if (found === entry) return middle;
    if (found < entry) from = middle + 1;
    else to = middle;
  }
  return -1;
}
