import type { Entry, Knowledge } from '../knowledge/entry.js';
import type { Problem } from '../knowledge/problem.js';

/** What the rules need besides the knowledge: how search reads it. */
export interface LintContext {
  knowledge: Knowledge;
  /** Today as 2026-11-30. */
  today: string;
  /** The form in which search compares two questions. */
  normalize(question: string): string;
  /** The forms in which search looks for a watched phrase; none where it has nothing to find it by. */
  readings(watched: string): readonly string[];
  /** The entries whose watched words a question uses, each with the words as their lead wrote them. */
  warned(question: string): readonly { entry: string; watched: string }[];
}

/** A rule looks at the whole knowledge and tells every problem of its kind. */
export type Rule = (context: LintContext) => Problem[];

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
