import type { Glossary } from '../../knowledge/entry.js';
import { clean } from './clean.js';
import { CHAT_SHORTHAND, CHATTER, CONTRACTIONS, FUNCTION_WORDS } from './words.js';

/** Most tokens of a text that are read. */
export const MOST_TOKENS = 200;

/** Phrases and what is read instead of them, as a tree of words: plain data, so that one process can hand it to another. */
export interface Lexicon {
  next: Map<string, Lexicon>;
  /** The tokens that stand for the phrase that ends here; undefined where none ends. */
  instead?: readonly string[];
  /** True where the phrase is chatter. */
  chatter?: boolean;
}

/**
 * Figures, words, and signs. A figure keeps its point (`.5`), its sign (`-5`, not in `3-5`), its grade (`4+`) and what it is a
 * part of (`4-/5`, `120/80`). A slash, ampersand or plus sign is a token of its own until the shorthand is read.
 */
const PIECE =
  /(?:(?<![^\s(])[-+])?(?:\p{N}+(?:\.\p{N}+)*|\.\p{N}+)(?:[-+](?=\/\p{N})|[-+](?![^\s,;:?!)]))?(?:\/\p{N}{1,3}(?!\p{N}))*|\p{L}[\p{L}\p{N}]*(?:'\p{L}+)*|[/&+]/gu;

/** Whether a token is a figure. */
export function isFigure(token: string): boolean {
  return /^[-+]?\p{N}/u.test(token);
}

/** The tree of chatter, chat shorthand, and the glossary's shorthand, synonyms and terms. The clinic's own words win. */
export function createLexicon(glossary?: Glossary): Lexicon {
  const root: Lexicon = { next: new Map() };
  for (const phrase of CHATTER) addPhrase(root, phrase, [], true);
  for (const [phrase, instead] of CHAT_SHORTHAND) addPhrase(root, phrase, pieces(instead));
  if (glossary === undefined) return root;
  for (const group of glossary.synonyms) addGroup(root, group);
  for (const term of glossary.terms) addGroup(root, [term.name, ...term.also]);
  for (const [phrase, instead] of glossary.shorthand) addPhrase(root, phrase, pieces(instead));
  return root;
}

/** Each phrase of a group keeps its words and is followed by the group's sign: near, though not lost in one another. */
function addGroup(root: Lexicon, group: readonly string[]): void {
  const sign = `${SIGN}${pieces(group[0] ?? '').join('-')}`;
  for (const phrase of group) addPhrase(root, phrase, [...pieces(phrase), sign]);
}

/** First letter of a token that stands for a group of the glossary: `=ecchymosis`. No word begins with it. */
export const SIGN = '=';

function addPhrase(root: Lexicon, phrase: string, instead: readonly string[], chatter = false): void {
  const words = pieces(phrase);
  if (words.length === 0 || words.join(' ') === instead.join(' ')) return;
  let node = root;
  for (const word of words) {
    const child: Lexicon = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, child);
    node = child;
  }
  node.instead = instead;
  node.chatter = chatter;
}

/**
 * The tokens of an utterance or a phrasing: cleaned, contractions opened, shorthand and synonyms read out, chatter
 * dropped where anything else is left. `correct` is asked about each word before the lexicon is read. The same text always gives the same tokens, whatever its case and punctuation.
 */
export function normalize(
  text: string,
  lexicon: Lexicon = BARE,
  correct?: (word: string) => readonly string[],
): string[] {
  const words = correct === undefined ? pieces(text) : pieces(text).flatMap(correct).slice(0, MOST_TOKENS);
  const tokens = read(words, lexicon, true);
  return tokens.some((token) => !FUNCTION_WORDS.has(token)) ? tokens : read(words, lexicon, false);
}

/** Whether a token is one of the small words that every sentence has. */
export function isSmall(token: string): boolean {
  return FUNCTION_WORDS.has(token);
}

/** The normalised form of a phrasing in one line: two phrasings with the same form are the same question. */
export function normalForm(text: string, lexicon: Lexicon = BARE): string {
  return normalize(text, lexicon).join(' ');
}

const BARE = createLexicon();

/** Words in order, contractions opened; signs of shorthand still stand among them. */
export function pieces(text: string): string[] {
  return piecesOf(clean(text), PIECE);
}

/** The same, sentence by sentence, with the commas: for what depends on what stands together. */
export function sentences(text: string): string[][] {
  return clean(text)
    .split(SENTENCE_END)
    .map((sentence) => piecesOf(sentence.replace(EITHER, ' or '), PIECE_OR_COMMA))
    .filter((words) => words.some((word) => word !== COMMA));
}

/** A slash between whole words: "fevers/chills". */
const EITHER = /(?<=\p{L}{4})\/(?=\p{L}{4})/gu;
/** Where a sentence ends: a mark before a space, a line, a dash between spaces. */
const SENTENCE_END = /[.!?;]+(?=\s|$)|[?!]+|[\n\u2022]+|\s-+\s/;
/** The token of a comma. */
export const COMMA = ',';
const PIECE_OR_COMMA = new RegExp(`${PIECE.source}|[,()]`, 'gu');

function piecesOf(cleaned: string, pattern: RegExp): string[] {
  const found: string[] = [];
  for (const piece of cleaned.match(pattern) ?? []) {
    found.push(...(/[,()]/.test(piece) ? [COMMA] : opened(piece)));
    if (found.length >= MOST_TOKENS) break;
  }
  return found.slice(0, MOST_TOKENS);
}

/** The words inside a contraction: `don't` → do not, `patient's` → patient. A figure that begins with its point gets a zero. */
function opened(piece: string): readonly string[] {
  if (/^[-+]?\./.test(piece)) return [piece.replace('.', '0.')];
  const whole = CONTRACTIONS.get(piece);
  if (whole !== undefined) return whole.split(' ');
  const apostrophe = piece.indexOf("'");
  if (apostrophe < 0) return [piece];
  const before = piece.slice(0, apostrophe);
  const after = piece.slice(apostrophe + 1);
  if (after === 't' && before.endsWith('n')) return [before.slice(0, -1), 'not'];
  if (after === 's') return FUNCTION_WORDS.has(before) ? [before, 'is'] : [before];
  const word = { re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am' }[after];
  return word === undefined ? [before + after.replaceAll("'", '')] : [before, word];
}

/** Replaces phrases of the lexicon, the longest first, and drops the signs that are left over, but for commas. */
export function read(words: readonly string[], lexicon: Lexicon, dropChatter: boolean): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < words.length) {
    const found = longest(words, at, lexicon, dropChatter);
    if (found !== undefined) {
      tokens.push(...found.instead);
      at = found.end;
      continue;
    }
    const word = words[at] ?? '';
    if (word === COMMA || /[\p{L}\p{N}]/u.test(word)) tokens.push(word);
    at += 1;
  }
  return tokens.slice(0, MOST_TOKENS);
}

function longest(words: readonly string[], start: number, lexicon: Lexicon, dropChatter: boolean) {
  let node: Lexicon | undefined = lexicon;
  let best: { instead: readonly string[]; end: number } | undefined;
  for (let at = start; at < words.length; at += 1) {
    node = node.next.get(words[at] ?? '');
    if (node === undefined) break;
    if (node.instead !== undefined && (dropChatter || !node.chatter)) best = { instead: node.instead, end: at + 1 };
  }
  return best;
}
