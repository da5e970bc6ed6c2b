import type { QuizQuestion } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import type { LintContext } from './rule.js';

/** Longest option in characters: Slack cuts longer ones. */
const LONGEST_OPTION = 75;
/** Questions of a quiz that are about safety, where the FAQ has as many safety entries. */
const ON_SAFETY = 8;

function quizOf({ knowledge }: LintContext): QuizQuestion[] {
  return knowledge.path.flatMap(({ quiz }) => quiz);
}

/** By chance the right one is the longest of three in a third of the questions. */
export function rightIsLongest(context: LintContext): Problem[] {
  const quiz = quizOf(context);
  const given = quiz.filter(({ options, right }) =>
    options.every((option, at) => at === right - 1 || option.length < (options[right - 1]?.length ?? 0)),
  );
  const [first] = given;
  if (!first || given.length < 2 || given.length <= quiz.length / 2) return [];
  const message = `The right option is the longest in ${given.length} of ${quiz.length} questions, which gives it away.`;
  return [problem('K332', first.place, message, 'Make the other options as long and as likely.')];
}

export function safetyQuiz(context: LintContext): Problem[] {
  const { entries } = context.knowledge;
  const quiz = quizOf(context);
  const [first] = quiz;
  const wanted = Math.min(ON_SAFETY, [...entries.values()].filter(({ safety }) => safety).length);
  const found = quiz.filter(({ entry }) => entries.get(entry)?.safety).length;
  if (!first || found >= wanted) return [];
  const message = `Of the reading path's questions ${found} are on safety entries; ${wanted} is the least.`;
  return [problem('K333', first.place, message, 'Ask what to do and when to stop, before what is known.')];
}

export function options(context: LintContext): Problem[] {
  return quizOf(context).flatMap(({ options: all, place }) => {
    const long = all
      .filter((option) => option.length > LONGEST_OPTION)
      .map((option) => {
        const message = `The option "${option}" has ${option.length} characters; Slack cuts it after ${LONGEST_OPTION}.`;
        return problem('K334', place, message, 'Shorten it.');
      });
    const twice = [...new Set(all.filter((option, at) => all.indexOf(option) !== at))].map((option) =>
      problem('K334', place, `The option "${option}" stands twice.`, 'Remove one, or write another.'),
    );
    return [...long, ...twice];
  });
}

export function quizOfUnit({ knowledge }: LintContext): Problem[] {
  return knowledge.path.flatMap(({ title, entries, quiz }) =>
    quiz
      .filter(({ entry }) => !entries.includes(entry))
      .map(({ entry, place }) => {
        const message = `The unit "${title}" asks about "${entry}", which is not among its entries.`;
        return problem('K335', place, message, 'Add the entry to the unit, or move the question.');
      }),
  );
}
