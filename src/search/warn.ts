import type { Entry } from '../knowledge/entry.js';
import { isDenied, isDenying } from './denial.js';
import type { Warning } from './match.js';
import { MOST_WARNINGS, WATCH_GAP } from './parameters.js';
import { isContent } from './rank/features.js';
import { COMMA, isFigure, type Lexicon, pieces, read, SIGN, sentences } from './text/normalize.js';
import { createSpeller, type Spelling } from './text/spelling.js';
import { stem } from './text/stem.js';

/** The words that entries watch for, read as questions are. Plain data. */
export interface Watch {
  phrases: readonly Watched[];
  /** Their words, and the FAQ's others, which are never taken for one of them. */
  spelling: Spelling;
}

/** One watched phrase in one reading. */
export interface Watched {
  entry: string;
  /** As its lead wrote it. */
  phrase: string;
  /** Per content word: its stem, or itself where it is a name, and the signs of the glossary's groups that it stands for. One of each must be there. */
  keys: readonly (readonly string[])[];
  /** Number of the key that fewest phrases have: it is looked for first. */
  anchor: number;
  /** Word for word, where the keys would be one common word: "passed out", "had a stroke". */
  exact?: readonly string[];
}

/** Reads the watched words of all entries. `spelling` holds the FAQ's words. */
export function createWatch(entries: readonly Entry[], lexicon: Lexicon, { words, good }: Spelling): Watch {
  const lexemesOf = createLexemes(lexicon);
  const phrases = entries.flatMap(({ id, watchFor }) =>
    watchFor.flatMap((phrase) =>
      readingsOf(phrase, lexicon, lexemesOf).map((reading) => ({ entry: id, phrase, ...reading })),
    ),
  );
  const counts = new Map<string, number>();
  for (const key of phrases.flatMap(({ keys }) => keys.map(([first = '']) => first))) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const watched = new Map<string, number>();
  for (const { watchFor } of entries) {
    for (const word of watchFor.flatMap(pieces)) watched.set(word, (watched.get(word) ?? 0) + 1);
  }
  return {
    phrases: phrases.map((each) => ({ ...each, anchor: rarest(each.keys, counts) })),
    spelling: { words: watched, good: new Set([...words.keys(), ...good]) },
  };
}

function rarest(keys: Watched['keys'], counts: ReadonlyMap<string, number>): number {
  const frequency = ([first = '']: readonly string[]) => counts.get(first) ?? 0;
  return keys.reduce((best, key, at) => (frequency(key) < frequency(keys[best] ?? []) ? at : best), 0);
}

/**
 * How a phrase is found: by its content words, each or its group; by the group that it names; or run together in one word. One
 * content word among small words is found as it is written.
 */
function readingsOf(phrase: string, lexicon: Lexicon, lexemesOf: Lexemes): Pick<Watched, 'keys' | 'exact'>[] {
  const words = pieces(phrase);
  const lexemes = lexemesOf(read(words, lexicon, false));
  const content = lexemes.filter(({ word }) => isContent(word));
  if (content.length === 0) return [];
  const names = namesIn(phrase);
  const keys = content.map(({ word, signs }) => [names.get(word) ?? stem(word), ...signs]);
  if (content.length === 1 && lexemes.length > 1) return [{ keys, exact: lexemes.map(({ word }) => word) }];
  const readings = [{ keys }];
  const sign = signOf(words, lexicon);
  if (words.length > 1 && sign !== undefined) readings.push({ keys: [[sign]] });
  if (words.length > 1 && words.length <= 3 && words.every((word) => /^[a-z]+$/.test(word))) {
    readings.push({ keys: [[stem(words.join(''))]] });
  }
  return readings;
}

/** First letter of the key of a name: `@sever`. No stem begins with it. */
const NAME = '@';
/** An abbreviation in the plural: NSAIDs. */
const ABBREVIATIONS = /\p{Lu}s$/u;

/**
 * The keys of the words of a phrase that have a capital: names and abbreviations, which have no other form than the plural. So
 * "first aid" is not AIDS, and "severe" not Sever's.
 */
function namesIn(phrase: string): ReadonlyMap<string, string> {
  const names = phrase.split(/\s+/).filter((word) => /\p{Lu}/u.test(word));
  return new Map(
    names.flatMap((name) =>
      pieces(name).map((word) => [word, NAME + (ABBREVIATIONS.test(name) ? word.slice(0, -1) : word)] as const),
    ),
  );
}

/** A word without the plain ending of the plural; one of three letters or fewer stays as it is, as its stem does. */
function singular(word: string): string {
  return word.replace(/(?<=...)s$/, '');
}

/** The sign of the group that has exactly these words as one of its phrases. */
function signOf(words: readonly string[], lexicon: Lexicon): string | undefined {
  let node: Lexicon | undefined = lexicon;
  for (const word of words) node = node?.next.get(word);
  return node?.instead?.find((token) => token.startsWith(SIGN));
}

/** A token that is no sign, with the signs of its groups, by itself and as the end of a phrase. */
interface Lexeme {
  word: string;
  signs: string[];
  /** Place among the tokens without signs. */
  at: number;
}

type Lexemes = (tokens: readonly string[]) => Lexeme[];

/** Reads tokens as lexemes. A word has the sign of a group also in the plural: "thinners" beside "thinner". */
function createLexemes(lexicon: Lexicon): Lexemes {
  return (tokens) => {
    const lexemes: Lexeme[] = [];
    for (const token of tokens) {
      if (token.startsWith(SIGN)) {
        lexemes.at(-1)?.signs.push(token);
        continue;
      }
      const own = signOf([singular(token)], lexicon);
      lexemes.push({ word: token, signs: own === undefined ? [] : [own], at: lexemes.length });
    }
    return lexemes;
  };
}

/** The entries whose watched words an utterance uses and does not deny: all of them, the most urgent first. */
export type Warner = (utterance: string) => Warning[];

/** `isUrgent` tells the entries that come before all others. Remembers words. */
export function createWarner(watch: Watch, lexicon: Lexicon, isUrgent: (entry: string) => boolean): Warner {
  const spell = createSpeller(watch.spelling, { twins: false });
  const lexemesOf = createLexemes(lexicon);
  const byKey = new Map<string, Watched[]>();
  for (const watched of watch.phrases) {
    for (const key of watched.keys[watched.anchor] ?? []) byKey.set(key, [...(byKey.get(key) ?? []), watched]);
  }

  function warningsIn(sentence: readonly string[], found: Map<string, Warning & { size: number }>): void {
    const spelled = sentence.flatMap((word) => spell(word).words);
    const lexemes = lexemesOf(read(spelled, lexicon, false));
    const words = lexemes.map(({ word }) => word);
    const content = lexemes
      .filter(({ word }) => word !== COMMA && isContent(word))
      .map((lexeme, place) => spotOf(lexeme, place, lexemes[lexeme.at - 1]));
    for (const spot of content) {
      for (const watched of [...spot.keys, spot.joined ?? ''].flatMap((key) => byKey.get(key) ?? [])) {
        const { entry, phrase, keys, exact } = watched;
        const size = exact?.length ?? keys.length;
        if ((found.get(entry)?.size ?? 0) >= size) continue;
        const span = exact === undefined ? spanOf(watched, spot, content) : exactSpan(exact, spot.at, words);
        if (span === undefined || deniedIn(words, span, phrase)) continue;
        found.set(entry, { entry, watched: phrase, size });
      }
    }
  }

  return (utterance) => {
    const found = new Map<string, Warning & { size: number }>();
    for (const sentence of sentences(utterance)) warningsIn(sentence, found);
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

function spotOf({ word, signs, at }: Lexeme, place: number, before: Lexeme | undefined): Spot {
  const whole = /^\d+(?=[./])/.exec(word)?.[0];
  const joined = before === undefined ? undefined : stem(before.word + word);
  const names = [word, singular(word)].map((name) => NAME + name);
  return { at, place, joined, keys: [stem(word), ...names, ...signs, ...(whole === undefined ? [] : [whole])] };
}

/** The first token of what a key is found by at a place; undefined where it is not. */
function startAt({ at, keys, joined }: Spot, key: readonly string[]): number | undefined {
  if (keys.some((each) => key.includes(each))) return at;
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
function spanOf({ keys, anchor }: Watched, here: Spot, content: readonly Spot[]): Span | undefined {
  const reach = keys.length - 1 + WATCH_GAP;
  const start = startAt(here, keys[anchor] ?? []);
  if (start === undefined) return undefined;
  if (keys.length === 1) return { from: start, to: here.at + 1 };
  const near = content.slice(Math.max(0, here.place - reach), here.place + reach + 1);
  const taken = new Map([[anchor, { one: here, start }]]);
  for (const [number, key] of keys.entries()) {
    if (number === anchor) continue;
    const next = nearest(key, here, near, taken);
    if (next === undefined) return undefined;
    taken.set(number, next);
  }
  const found = keys.flatMap((_, number) => taken.get(number) ?? []);
  const places = found.map(({ one }) => one.place);
  if (Math.max(...places) - Math.min(...places) > reach || isLoose(keys, places)) return undefined;
  return { from: Math.min(...found.map((each) => each.start)), to: Math.max(...found.map(({ one }) => one.at)) + 1 };
}

/** A place with the first token of what was found there. */
interface Hit {
  one: Spot;
  start: number;
}

/** The place nearest to another that has a key and is not taken. */
function nearest(key: readonly string[], here: Spot, near: readonly Spot[], taken: ReadonlyMap<number, Hit>) {
  let best: Hit | undefined;
  for (const one of near) {
    const start = startAt(one, key);
    if (start === undefined || [...taken.values()].some((other) => other.one === one)) continue;
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
