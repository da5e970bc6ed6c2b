import Fuse from 'fuse.js';
import { isEnglish } from '../../english/dictionary.js';
import { REMEMBERED, SPELLING } from '../parameters.js';
import { EVERYDAY } from './everyday.js';
import { WORD_GROUPS } from './groups.js';
import { stem } from './stem.js';
import { CHAT_SHORTHAND, CONTRACTIONS, MORPHEMES } from './words.js';

/** The words of an FAQ, for correcting what people mistype. Plain data. */
export interface Spelling {
  /** Words of the phrasings and the glossary with the number of phrasings that have them. */
  words: ReadonlyMap<string, number>;
  /** Further good words, such as those of the answers: never corrected, never a correction. */
  good: ReadonlySet<string>;
}

/** How a word is read. */
export interface Spelled {
  /** The word itself, what it probably stands for, or the two words that were run together in it. */
  words: readonly string[];
  /** The FAQ's word that it looks like and is not, being a word itself: nephropathy beside neuropathy. */
  twin?: string;
}

export type Speller = (word: string) => Spelled;

/** Words that people type and no dictionary of English has. */
const TYPED: ReadonlySet<string> = new Set(
  [
    ...CONTRACTIONS.keys(),
    ...CHAT_SHORTHAND.keys(),
    ...WORD_GROUPS.flat(),
    ...EVERYDAY.flatMap((line) => line.toLowerCase().split(/[^a-z]+/)),
  ].map(stem),
);

/**
 * Makes a speller. Fuse.js finds words that look alike; edit distance and the guards of `SPELLING` decide. Remembers words. Without
 * `twins` nothing is looked up for a word that is a word, which is most of the cost.
 */
export function createSpeller({ words, good }: Spelling, { twins = true } = {}): Speller {
  const stems = new Set([...words.keys()].map(stem));
  const targets = [...words.keys()].filter((word) => word.length >= SPELLING.shortest && /^[a-z]+$/.test(word)).sort();
  const shelves = createShelves(targets);
  const remembered = new Map<string, Spelled>();

  function spell(word: string): Spelled {
    const itself = { words: [word] };
    if (word.length < SPELLING.shortest || word.length > SPELLING.longest || !/^[a-z]+$/.test(word)) return itself;
    const root = stem(word);
    if (words.has(word) || stems.has(root)) return itself;
    // "fascitis", which dictionaries let pass, is fasciitis.
    const latin = word.replace(/(?<!i)itis$/, 'iitis');
    if (latin !== word && words.has(latin)) return { words: [latin] };
    const isWord = good.has(word) || TYPED.has(root) || isEnglish(word);
    if (isWord && (!twins || word.length < SPELLING.twin)) return itself;
    const nearest = best(word, isWord);
    // A word that is a word is never bent into another; nor is one of medicine that no dictionary has.
    if (isWord) return nearest === undefined ? itself : { ...itself, twin: nearest };
    if (nearest === undefined) return { words: parted(word) ?? [word] };
    const isTwin = meanOther(word, nearest) || (editDistance(word, nearest) > 1 && isSlipOfAnother(word, nearest));
    return isTwin ? { ...itself, twin: nearest } : { words: [nearest] };
  }

  /** The nearest of the FAQ's words: by a slip of the finger, or for a word that is a word by any one letter. */
  function best(word: string, isWord: boolean): string | undefined {
    let found: { target: string; cost: number } | undefined;
    for (const target of shelves(word)) {
      const distance = editDistance(word, target);
      if (distance > Math.max(allowed(word, target), isWord ? 1 : 0)) continue;
      const cost = distance - Math.min(words.get(target) ?? 0, 9) / 100 - (target[0] === word[0] ? 0.3 : 0);
      if (found === undefined || cost < found.cost) found = { target, cost };
    }
    return found?.target;
  }

  /** The two words of the FAQ that were run together, if any. */
  function parted(word: string): readonly string[] | undefined {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => words.has(part))) return parts;
    }
    return undefined;
  }

  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size > REMEMBERED.words) remembered.clear();
    const spelled = spell(word);
    remembered.set(word, spelled);
    return spelled;
  };
}

/** Whether a word is one slip away from a word of English, and from none with the stem of `target`, which is two slips away. */
function isSlipOfAnother(word: string, target: string): boolean {
  const english = oneSlipAway(word).filter(isEnglish);
  return english.length > 0 && english.every((other) => stem(other) !== stem(target));
}

function oneSlipAway(word: string): string[] {
  return Array.from({ length: word.length + 1 }, (_, at) => {
    const before = word.slice(0, at);
    const after = word.slice(at);
    const swapped = after.length > 1 ? [`${before}${after[1]}${after[0]}${after.slice(2)}`] : [];
    const others = [...LETTERS].flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]);
    return [before + after.slice(1), ...swapped, ...others];
  }).flat();
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Whether two words of medicine differ by parts that mean different things: hypo- and hyper-, -itis and -osis. */
export function meanOther(word: string, other: string): boolean {
  return MORPHEMES.some((group) => {
    const mine = partOf(word, group);
    const theirs = partOf(other, group);
    return mine !== undefined && theirs !== undefined && mine !== theirs;
  });
}

/** The part of a group that a word has. */
function partOf(word: string, group: readonly string[]): string | undefined {
  return group.find((part) =>
    part.startsWith('…') ? word.endsWith(part.slice(1)) : word.startsWith(part.slice(0, -1)),
  );
}

/**
 * Looks words up by fuse.js, on shelves of words that begin or end alike: a slip rarely hits both ends of a word, and a
 * shelf is searched fifty times faster than the whole vocabulary. Shelves are set up when first needed.
 */
function createShelves(targets: readonly string[]): (word: string) => readonly string[] {
  const words = new Map<string, string[]>();
  for (const target of targets) {
    for (const shelf of shelvesOf(target)) words.set(shelf, [...(words.get(shelf) ?? []), target]);
  }
  const ready = new Map<string, Fuse<string>>();
  return (word) => {
    const found = new Set<string>();
    for (const shelf of shelvesOf(word)) {
      const fuse = ready.get(shelf) ?? new Fuse(words.get(shelf) ?? [], FUSE);
      ready.set(shelf, fuse);
      for (const { item } of fuse.search(word, { limit: SPELLING.looks })) found.add(item);
    }
    return [...found];
  };
}

const FUSE = { threshold: 0.45, ignoreLocation: true, minMatchCharLength: 2 } as const;

/** A word's shelves: its first two letters in any order, its first and the next two in any order, and its last three. */
function shelvesOf(word: string): string[] {
  const sorted = (letters: string) => [...letters].sort().join('');
  return [`${sorted(word.slice(0, 2))}-`, `${word[0]}${sorted(word.slice(1, 3))}-`, `-${word.slice(-3)}`];
}

/** Most slips that are believed between two words: one in a short word, two in a long one that begins alike. */
function allowed(word: string, target: string): number {
  const length = Math.min(word.length, target.length);
  if (word[0] !== target[0] && length < SPELLING.long) return isSwap(word, target) ? 1 : 0;
  if (length < SPELLING.trusted && !isTypingSlip(word, target)) return 0;
  return length >= SPELLING.long ? 2 : 1;
}

function isSwap(word: string, target: string): boolean {
  return word[0] === target[1] && word[1] === target[0];
}

/** Whether a short word can have come from the other by a finger: a letter too many or too few, two swapped, or a neighbouring key. */
function isTypingSlip(word: string, target: string): boolean {
  if (word.length !== target.length) return true;
  const wrong = [...word].flatMap((letter, at) => (letter === target[at] ? [] : [at]));
  if (wrong.length !== 1) return true;
  const at = wrong[0] ?? 0;
  return areNeighbours(word[at] ?? '', target[at] ?? '');
}

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function areNeighbours(a: string, b: string): boolean {
  const place = (key: string) => {
    const row = KEY_ROWS.findIndex((keys) => keys.includes(key));
    return { row, column: (KEY_ROWS[row] ?? '').indexOf(key) + row * 0.5 };
  };
  const from = place(a);
  const to = place(b);
  return Math.abs(from.row - to.row) <= 1 && Math.abs(from.column - to.column) <= 1;
}

/** Damerau's edit distance (optimal string alignment): letters added, dropped, changed, or two neighbours swapped. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
