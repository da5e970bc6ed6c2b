import type { Trust } from './names.js';

/** What a placeholder can say: `[name]`, `[date]` … */
export type Identifier =
  | 'person'
  | 'channel'
  | 'email'
  | 'phone'
  | 'link'
  | 'file'
  | 'ip address'
  | 'date'
  | 'age'
  | 'social security number'
  | 'insurance number'
  | 'record number'
  | 'license number'
  | 'device number'
  | 'address'
  | 'name'
  | 'number'
  /** Nobody knows what it is, so it may be a name. */
  | 'word';

/** One form in which a person can be known. */
export interface Recognizer {
  identifier: Identifier;
  /** What the form is, and which of the identifiers of 45 CFR 164.514(b)(2)(i), (A) to (R), or which standard. */
  why: string;
  /** A text in which this kind is found, and no other. */
  example: string;
  /** True where every find holds a digit: nothing is looked for in a text without one, as most questions are. */
  digit?: true;
  /**
   * What goes: the group `it` or `bare`, or the whole match and the group `from` before it. With `name` the match is
   * only the cue, and the name after it goes.
   */
  pattern: RegExp;
  name?: Trust;
}

/*
 * The patterns are written from the parts below. Every quantifier has an upper bound, so that the work at one place of
 * a text is bounded and the work for a text grows with its length alone; a test reads the patterns for it.
 */

/** Not inside a word or a number. */
export const START = String.raw`(?<![\p{L}\p{N}_])`;
export const END = String.raw`(?![\p{L}\p{N}_])`;

/** A pattern in any case of letters; with the places of its groups. */
export function any(source: string): RegExp {
  return new RegExp(source, 'dgiu');
}

/** A pattern in the case that is written. */
export function exact(source: string): RegExp {
  return new RegExp(source, 'dgu');
}

/** A cue in any case, which a name follows after one or two spaces. */
export function cue(source: string): RegExp {
  return any(`${START}(?:${source})[ ]{1,2}`);
}

/** One of several sources. */
export function either(...sources: readonly string[]): string {
  return `(?:${sources.join('|')})`;
}

/** One of the words of a running text; `_` stands for a space inside one. */
export function oneOf(words: string): string {
  return either(
    ...words
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', ' ')),
  );
}
