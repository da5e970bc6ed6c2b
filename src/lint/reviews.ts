import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintContext } from './rule.js';

/** A review older than this many days is overdue. */
const REVIEW_DAYS = 365;

export function reviews({ knowledge, today }: LintContext): Problem[] {
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - REVIEW_DAYS * 86_400_000).toISOString().slice(0, 10);
  return each(knowledge, ({ id, place, safety, reviewed, reviewedBy }) => {
    if (reviewed === undefined && reviewedBy === undefined) {
      const code = safety ? 'K310' : 'K311';
      const what = safety ? `The safety entry "${id}"` : `"${id}"`;
      const remedy = 'When a clinician of the clinic has read it beside its sources, add "reviewed" and "reviewed_by".';
      return [problem(code, place, `${what} has never been reviewed.`, remedy)];
    }
    if (reviewed === undefined || reviewedBy === undefined) {
      const missing = reviewed === undefined ? 'reviewed' : 'reviewed_by';
      return [
        problem('K313', place, `"${id}" has a review without "${missing}".`, 'Add it: a review has a day and a name.'),
      ];
    }
    if (reviewed > today) {
      return [problem('K313', place, `"${id}" was reviewed on ${reviewed}, which is to come.`, 'Correct the date.')];
    }
    if (reviewed >= oldest) return [];
    const message = `"${id}" was last reviewed on ${reviewed}, more than ${REVIEW_DAYS} days ago.`;
    return [problem('K312', place, message, 'Read it beside its sources again, then set the new date.')];
  });
}

export function evidence({ knowledge }: LintContext): Problem[] {
  return each(knowledge, (entry) =>
    entry.evidence === undefined
      ? [
          problem(
            'K316',
            entry.place,
            `"${entry.id}" does not say how strong its evidence is.`,
            'Add "evidence": good, fair, low, expert, practice or theory.',
          ),
        ]
      : [],
  );
}
