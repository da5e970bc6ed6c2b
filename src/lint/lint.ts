import type { Knowledge } from '../knowledge/entry.js';
import { byPlace, type Problem } from '../knowledge/problem.js';
import type { LintDeps } from './rule.js';
import { RULES } from './rules.js';

/** Runs every rule over a knowledge that was read without shape errors. Ordered by file and line. */
export function lint(context: LintDeps): Problem[] {
  return RULES.flatMap((rule) => rule(context)).sort(byPlace);
}

/** What `npm run check` tells at its end about one topic. */
export interface TopicSummary {
  topic: string;
  entries: number;
  unreviewed: number;
  /** Entries with a source that nobody has read. */
  unverified: number;
  overdue: number;
}

/** Counts the open review work by topic. */
export function summarize(knowledge: Knowledge, problems: readonly Problem[]): TopicSummary[] {
  return [...knowledge.topics.values()].map((topic) => {
    const count = (...codes: string[]) =>
      new Set(
        problems
          .filter(({ code, place }) => place.file === topic.file && codes.includes(code))
          .map(({ place }) => place.line),
      ).size;
    return {
      topic: topic.title,
      entries: topic.entries.length,
      unreviewed: count('K310', 'K311'),
      unverified: count('K314', 'K315'),
      overdue: count('K312'),
    };
  });
}
