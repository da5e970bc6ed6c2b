import { isDenied, isDenying } from './denial.js';
import type { Warning } from './match.js';
import { MOST_WARNINGS, WATCH_GAP } from './parameters.js';
import { isContent } from './rank/features.js';
import { COMMA, isFigure, type Lexicon, pieces, read } from './text/normalize.js';
import { createSpeller } from './text/spelling.js';
import { stem } from './text/stem.js';
import { createLexemes, type Lexeme, NAME, singular, type Watch, type Watched } from './watch.js';

/** The entries whose watched words some sentences with their commas use and do not deny: all of them, the most urgent first. */
export type Warner = (said: readonly (readonly string[])[]) => Warning[];

/** `isUrgent` tells the entries that come before all others. Remembers words. */
export function createWarner(watch: Watch, lexicon: Lexicon, isUrgent: (entry: string) => boolean): Warner {
  const spell = createSpeller(watch.spelling, { twins: false });
  const lexemesOf = createLexemes(lexicon);
  const spotOf = createSpots(new Set(watch.phrases.flatMap(({ keys }) => keys.flat())));
  const byKey = new Map<string, Watched[]>();
  for (const watched of watch.phrases) {
    for (const key of watched.keys[watched.anchor] ?? []) byKey.set(key, [...(byKey.get(key) ?? []), watched]);
  }

  function warningsIn(sentence: readonly string[], found: Map<string, Warning & { size: number }>): void {
    const spelled = sentence.flatMap((word) => spell(word).words);
    const lexemes = lexemesOf(read(spelled, lexicon, false));
    const spots = lexemes
      .filter(({ word }) => word !== COMMA && isContent(word))
      .map((lexeme, place) => spotOf(lexeme, place, lexemes[lexeme.at - 1]))
      .filter(({ keys, joined }) => keys.length > 0 || joined !== undefined);
    if (spots.length === 0) return;
    const words = lexemes.map(({ word }) => word);
    for (const spot of spots) {
      for (const key of [...spot.keys, spot.joined ?? '']) {
        for (const watched of byKey.get(key) ?? []) {
          const { entry, phrase, keys, exact } = watched;
          const size = exact?.length ?? keys.length;
          if ((found.get(entry)?.size ?? 0) >= size) continue;
          const span = exact === undefined ? spanOf(watched, spot, spots) : exactSpan(exact, spot.at, words);
          if (span === undefined || deniedIn(words, span, phrase)) continue;
          found.set(entry, { entry, watched: phrase, size });
        }
      }
    }
  }

  return (said) => {
    const found = new Map<string, Warning & { size: number }>();
    for (const sentence of said) warningsIn(sentence, found);
    const warnings = [...found.values()].map(({ entry, watched }) => ({ entry, watched }));
    return [...warnings.filter(({ entry }) => isUrgent(entry)), ...warnings.filter(({ entry }) => !isUrgent(entry))];
  };
}

/** A content word of a sentence: its place among all tokens and among the content words, and what it may be found by. */
interface Spot {
  at: number;
  place: number;
  keys: readonly string[];
  /** What it makes with the word before, run together: pace maker. */
  joined: string | undefined;
}

/** Makes spots. They have the keys that some phrase has, and no others: most words have none. */
function createSpots(watched: ReadonlySet<string>) {
  const names = new Map(
    [...watched].flatMap((key) => (key.startsWith(NAME) ? [[key.slice(NAME.length), key] as const] : [])),
  );
  return ({ word, signs, at }: Lexeme, place: number, before: Lexeme | undefined): Spot => {
    const keys: string[] = [];
    const root = stem(word);
    if (watched.has(root)) keys.push(root);
    for (const name of [names.get(word), names.get(singular(word))]) if (name !== undefined) keys.push(name);
    for (const sign of signs) if (watched.has(sign)) keys.push(sign);
    const whole = /^\d+(?=[./])/.exec(word)?.[0];
    if (whole !== undefined && watched.has(whole)) keys.push(whole);
    const both = before === undefined ? '' : stem(before.word + word);
    return { at, place, keys, joined: watched.has(both) ? both : undefined };
  };
}

/** The first token of what a key is found by at a place; undefined where it is not. */
function startAt({ at, keys, joined }: Spot, key: readonly string[]): number | undefined {
  for (const each of keys) if (key.includes(each)) return at;
  return joined !== undefined && key.includes(joined) ? at - 1 : undefined;
}

/** The tokens from the first to behind the last of what was found. */
interface Span {
  from: number;
  to: number;
}

/** Where a phrase stands word for word, its content word at a given token. */
function exactSpan(exact: readonly string[], at: number, words: readonly string[]): Span | undefined {
  const from = at - exact.findIndex(isContent);
  return exact.every((word, offset) => words[from + offset] === word) ? { from, to: from + exact.length } : undefined;
}

/**
 * Where the words of a phrase stand together, its rarest at a given place, in any order and with little in between. A figure
 * belongs to its neighbour: "8 year old" is not "52 year old, 8 weeks".
 */
function spanOf({ keys, anchor }: Watched, here: Spot, spots: readonly Spot[]): Span | undefined {
  const reach = keys.length - 1 + WATCH_GAP;
  const start = startAt(here, keys[anchor] ?? []);
  if (start === undefined) return undefined;
  if (keys.length === 1) return { from: start, to: here.at + 1 };
  const near = spots.filter(({ place }) => Math.abs(place - here.place) <= reach);
  const hits: Hit[] = [];
  hits[anchor] = { one: here, start };
  for (const [number, key] of keys.entries()) {
    if (number === anchor) continue;
    const next = nearest(key, here, near, hits);
    if (next === undefined) return undefined;
    hits[number] = next;
  }
  const places = hits.map(({ one }) => one.place);
  if (Math.max(...places) - Math.min(...places) > reach || isLoose(keys, places)) return undefined;
  return { from: Math.min(...hits.map((each) => each.start)), to: Math.max(...hits.map(({ one }) => one.at)) + 1 };
}

/** A place with the first token of what was found there. */
interface Hit {
  one: Spot;
  start: number;
}

/** The place nearest to another that has a key and is not taken. */
function nearest(key: readonly string[], here: Spot, near: readonly Spot[], taken: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined;
  for (const one of near) {
    const start = startAt(one, key);
    if (start === undefined || taken.some((other) => other.one === one)) continue;
    const isNearer = Math.abs(one.place - here.place) < Math.abs((best?.one.place ?? Number.NaN) - here.place);
    if (best === undefined || isNearer) best = { one, start };
  }
  return best;
}

/** Whether a figure among the keys does not stand right before the next word of the phrase, or behind the one before it. */
function isLoose(keys: Watched['keys'], places: readonly number[]): boolean {
  return keys.some((key, at) => {
    if (!isFigure(key[0] ?? '')) return false;
    const before = Math.min(at, keys.length - 2);
    return (places[before + 1] ?? 0) - (places[before] ?? 0) !== 1;
  });
}

/** Whether what was found is denied: as a whole, or its last word by a denial inside it ("hx: no cancer"). */
function deniedIn(words: readonly string[], { from, to }: Span, phrase: string): boolean {
  if (isDenied(words, from, to)) return true;
  const isInside = words.slice(from, to).some(isDenying) && !pieces(phrase).some(isDenying);
  return isInside && isDenied(words, to - 1, to);
}

/** At most three warnings, without an entry that is answered anyway. */
export function shownWarnings(warnings: readonly Warning[], answered: readonly (string | null)[]): Warning[] {
  return warnings.filter(({ entry }) => !answered.includes(entry)).slice(0, MOST_WARNINGS);
}
