import { type Problem, problem } from '../knowledge/problem.js';
import { dueDay, isToCome, REVIEW_MONTHS } from '../knowledge/review.js';
import { each, type LintDeps, type Rule } from './rule.js';

/** On reviews and the strength of evidence. */
export const reviewRules: readonly Rule[] = [reviews, intervals, changes, evidence];

function reviews({ knowledge, today, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, place, safety, reviewed, reviewedBy } = entry;
    if (reviewed === undefined && reviewedBy === undefined) {
      const code = safety ? 'K310' : 'K311';
      const what = safety ? `The safety entry "${id}"` : `"${id}"`;
      const remedy = 'When a clinician of the clinic has read it beside its sources, add "reviewed" and "reviewed_by".';
      return [problem(code, place, `${what} has never been reviewed.`, remedy)];
    }
    if (reviewed === undefined || reviewedBy === undefined) {
      const missing = reviewed === undefined ? 'reviewed' : 'reviewed_by';
      return [
        problem(
          'K313',
          at(entry, reviewed === undefined ? 'reviewed_by' : 'reviewed'),
          `"${id}" has a review without "${missing}".`,
          'Add it: a review has a day and a name.',
        ),
      ];
    }
    if (isToCome(reviewed, today)) {
      return [
        problem(
          'K313',
          at(entry, 'reviewed'),
          `"${id}" was reviewed on ${reviewed}, which is to come.`,
          'Correct the date.',
        ),
      ];
    }
    const due = dueDay(entry);
    if (due === null || due > today) return [];
    const message = `"${id}" was last reviewed on ${reviewed}, and is due again since ${due}.`;
    return [
      problem('K312', at(entry, 'reviewed'), message, 'Read it beside its sources again, then set the new date.'),
    ];
  });
}

function intervals({ knowledge, at }: LintDeps): Problem[] {
  const { least, most } = REVIEW_MONTHS;
  return each(knowledge, (entry) => {
    const { id, reviewEvery } = entry;
    if (reviewEvery === undefined || (reviewEvery >= least && reviewEvery <= most)) return [];
    const message = `"${id}" is to be reviewed every ${reviewEvery} months.`;
    return [problem('K350', at(entry, 'review_every'), message, `Write a number of months from ${least} to ${most}.`)];
  });
}

function changes({ knowledge, today, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, changed } = entry;
    if (changed === undefined || !isToCome(changed, today)) return [];
    const message = `"${id}" was changed on ${changed}, which is to come.`;
    return [problem('K351', at(entry, 'changed'), message, 'Correct the date: until then it is not listed as new.')];
  });
}

function evidence({ knowledge }: LintDeps): Problem[] {
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
