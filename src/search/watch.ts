import type { Entry } from '../knowledge/entry.js';
import { isContent } from './rank/features.js';
import { type Lexicon, pieces, read, SIGN } from './text/normalize.js';
import type { Spelling } from './text/spelling.js';
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
export const NAME = '@';
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
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The sign of the group that has exactly these words as one of its phrases. */
function signOf(words: readonly string[], lexicon: Lexicon): string | undefined {
  let node: Lexicon | undefined = lexicon;
  for (const word of words) node = node?.next.get(word);
  return node?.instead?.find((token) => token.startsWith(SIGN));
}

/** A token that is no sign, with the signs of its groups, by itself and as the end of a phrase. */
export interface Lexeme {
  word: string;
  signs: string[];
  /** Place among the tokens without signs. */
  at: number;
}

type Lexemes = (tokens: readonly string[]) => Lexeme[];

/** Reads tokens as lexemes. A word has the sign of a group also in the plural: "thinners" beside "thinner". */
export function createLexemes(lexicon: Lexicon): Lexemes {
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
