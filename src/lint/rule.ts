import type { Entry, Knowledge, Place } from '../knowledge/entry.js';
import type { Problem } from '../knowledge/problem.js';

/** What the rules need besides the knowledge: how search reads it. */
export interface LintDeps {
  knowledge: Knowledge;
  /** Where a field of an entry, a source, a term … stands; the item of its list of a number, or the line that has some words. */
  at(owner: object, field: string, where?: number | string): Place;
  /** Today as 2026-11-30. */
  today: string;
  /** The form in which search compares two questions. */
  normalize(question: string): string;
  /** The forms in which search looks for a watched phrase; none where it has nothing to find it by. */
  readings(watched: string): readonly string[];
  /** Whether a question has a word that search can find it by, besides small ones. */
  tells(question: string): boolean;
  /** Phrasings that another entry has a better claim to. */
  overlaps: readonly { entry: Entry; at: number; other: string; phrasing: string }[];
  /** Whether there is an entry of an id, also one that could not be read. */
  isThere(id: string): boolean;
  /** What people are told who ask a question; the search is trained when this is asked first. Null where too little could be read. */
  told: ((question: string) => Told) | null;
  /** What in a text may tell who a patient is, by kind: name, date … */
  identifiers(text: string): readonly string[];
  /** The entries whose watched words a question uses, each with the words as their lead wrote them. */
  warned(question: string): readonly { entry: string; watched: string }[];
}

/** What somebody sees of a reply. */
export interface Told {
  decision: 'answer' | 'suggest' | 'abstain';
  /** The ids of the answered entry, of the offered ones, and of those that another part of the question is answered by. */
  shown: readonly string[];
  /** The ids of the entries that are warned of. */
  warned: readonly string[];
}

/** A rule looks at the whole knowledge and tells every problem of its kind. */
export type Rule = (context: LintDeps) => Problem[];

/** The problems of all entries, one by one. */
export function each(knowledge: Knowledge, rule: (entry: Entry) => Problem[]): Problem[] {
  return [...knowledge.entries.values()].flatMap(rule);
}

/** Quoted words for a sentence: at most so many, and how many more there are. */
export function quoted(words: readonly string[], most: number): string {
  const shown = words.slice(0, most).map((word) => `"${word}"`);
  const more = words.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
