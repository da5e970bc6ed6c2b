import type { Entry } from '../knowledge/entry.js';
import { isDenied } from './denial.js';
import { isContent } from './features.js';
import type { Warning } from './match.js';
import { COMMA, type Lexicon, normalize, pieces, read, SIGN, sentences } from './normalize.js';
import { MOST_WARNINGS, WATCH_GAP } from './parameters.js';
import { createSpeller, type Spelling } from './spelling.js';
import { stem } from './stem.js';

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
  /** Per content word: its stem, and the signs of the glossary's groups that it stands for. One of each must be there. */
  keys: readonly (readonly string[])[];
}

/** Reads the watched words of all entries. `spelling` holds the FAQ's words. */
export function createWatch(entries: readonly Entry[], lexicon: Lexicon, { words, good }: Spelling): Watch {
  const phrases = entries.flatMap(({ id, watchFor }) =>
    watchFor.flatMap((phrase) => readingsOf(phrase, lexicon).map((keys) => ({ entry: id, phrase, keys }))),
  );
  const watched = new Map<string, number>();
  for (const { watchFor } of entries) {
    for (const word of watchFor.flatMap(pieces)) watched.set(word, (watched.get(word) ?? 0) + 1);
  }
  const others = [...words.keys(), ...good].filter((word) => !watched.has(word));
  return { phrases, spelling: { words: watched, good: new Set(others) } };
}

/** How a phrase is found: by its content words, each or its group; by the group that it names; or run together in one word. */
function readingsOf(phrase: string, lexicon: Lexicon): string[][][] {
  const units = unitsOf(normalize(phrase, lexicon), lexicon).filter(({ word }) => isContent(word));
  if (units.length === 0) return [];
  const readings = [units.map(({ word, signs }) => [stem(word), ...signs])];
  const words = pieces(phrase);
  const sign = signOf(words, lexicon);
  if (words.length > 1 && sign !== undefined) readings.push([[sign]]);
  if (words.length > 1 && words.length <= 3 && words.every((word) => /^[a-z]+$/.test(word))) {
    readings.push([[stem(words.join(''))]]);
  }
  return readings;
}

/** The sign of the group that has exactly these words as one of its phrases. */
function signOf(words: readonly string[], lexicon: Lexicon): string | undefined {
  let node: Lexicon | undefined = lexicon;
  for (const word of words) node = node?.next.get(word);
  return node?.instead?.find((token) => token.startsWith(SIGN));
}

/** A token that is no sign, with the signs of its groups, by itself and as the end of a phrase. */
interface Unit {
  word: string;
  signs: string[];
  /** Place among the tokens without signs. */
  at: number;
}

function unitsOf(tokens: readonly string[], lexicon: Lexicon): Unit[] {
  const units: Unit[] = [];
  for (const token of tokens) {
    if (token.startsWith(SIGN)) {
      units.at(-1)?.signs.push(token);
      continue;
    }
    const own = signOf([token], lexicon);
    units.push({ word: token, signs: own === undefined ? [] : [own], at: units.length });
  }
  return units;
}

/** The entries whose watched words an utterance uses and does not deny: all of them, the most urgent first. */
export type Warner = (utterance: string) => Warning[];

/** `isUrgent` tells the entries that come before all others. Remembers words. */
export function createWarner(watch: Watch, lexicon: Lexicon, isUrgent: (entry: string) => boolean): Warner {
  const spell = createSpeller(watch.spelling);
  const byKey = new Map<string, Watched[]>();
  for (const watched of watch.phrases) {
    for (const key of watched.keys[0] ?? []) byKey.set(key, [...(byKey.get(key) ?? []), watched]);
  }

  function warningsIn(sentence: readonly string[], found: Map<string, Warning & { size: number }>): void {
    const spelled = sentence.flatMap((word) => spell(word).words);
    const units = unitsOf(read(spelled, lexicon, false), lexicon);
    const content = units
      .filter(({ word }) => word !== COMMA && isContent(word))
      .map((unit, place) => placeOf(unit, place, units[unit.at - 1]));
    const words = units.map(({ word }) => word);
    for (const unit of content) {
      for (const watched of [...unit.keys, unit.joined ?? ''].flatMap((key) => byKey.get(key) ?? [])) {
        const { entry, phrase, keys } = watched;
        if ((found.get(entry)?.size ?? 0) >= keys.length) continue;
        const span = spanOf(keys, unit, content);
        if (span === undefined || isDenied(words, span.from, span.to)) continue;
        found.set(entry, { entry, watched: phrase, size: keys.length });
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
interface Place {
  at: number;
  place: number;
  keys: readonly string[];
  /** What it makes with the word before, run together: pace maker. */
  joined: string | undefined;
}

function placeOf({ word, signs, at }: Unit, place: number, before: Unit | undefined): Place {
  const whole = /^\d+(?=[./])/.exec(word)?.[0];
  const joined = before === undefined || before.word === COMMA ? undefined : stem(before.word + word);
  return { at, place, joined, keys: [stem(word), ...signs, ...(whole === undefined ? [] : [whole])] };
}

/** The first token of what a key is found by at a place; undefined where it is not. */
function startAt({ at, keys, joined }: Place, key: readonly string[]): number | undefined {
  if (keys.some((each) => key.includes(each))) return at;
  return joined !== undefined && key.includes(joined) ? at - 1 : undefined;
}

/** Where the words of a phrase stand together, its first word at a given place, in any order and with little in between. */
function spanOf(
  keys: Watched['keys'],
  first: Place,
  content: readonly Place[],
): { from: number; to: number } | undefined {
  const reach = keys.length - 1 + WATCH_GAP;
  const near = content.slice(Math.max(0, first.place - reach), first.place + reach + 1);
  const taken: { one: Place; start: number }[] = [];
  for (const [number, key] of keys.entries()) {
    const next = (number === 0 ? [first] : near)
      .filter((one) => !taken.some((other) => other.one === one))
      .map((one) => ({ one, start: startAt(one, key) ?? -1 }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => Math.abs(a.one.place - first.place) - Math.abs(b.one.place - first.place))[0];
    if (next === undefined) return undefined;
    taken.push(next);
  }
  const places = taken.map(({ one }) => one.place);
  if (Math.max(...places) - Math.min(...places) > reach) return undefined;
  return { from: Math.min(...taken.map(({ start }) => start)), to: Math.max(...taken.map(({ one }) => one.at)) + 1 };
}

/** At most three warnings, without an entry that is answered anyway. */
export function shownWarnings(warnings: readonly Warning[], answered: readonly (string | null)[]): Warning[] {
  return warnings.filter(({ entry }) => !answered.includes(entry)).slice(0, MOST_WARNINGS);
}
