import type { QuizQuestion } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { standsIn } from '../knowledge/quoted.js';
import type { LintDeps, Rule } from './rule.js';

/** On the reading path. */
export const pathRules: readonly Rule[] = [rightIsLongest, safetyQuiz, options, quizOfUnit, quotes];

/** Longest option in characters: Slack cuts longer ones. */
const LONGEST_OPTION = 75;
/** Questions of a quiz that are about safety, where the FAQ has as many safety entries. */
const ON_SAFETY = 8;
/** Characters of a quote that tell which one is meant. */
const MOST_QUOTED = 60;

function quizOf({ knowledge }: LintDeps): QuizQuestion[] {
  return knowledge.path.flatMap(({ quiz }) => quiz);
}

/** By chance the right one is the longest of three in a third of the questions. */
function rightIsLongest(context: LintDeps): Problem[] {
  const quiz = quizOf(context);
  const given = quiz.filter(({ options, right }) =>
    options.every((option, at) => at === right - 1 || option.length < (options[right - 1]?.length ?? 0)),
  );
  const [first] = given;
  if (!first || given.length < 2 || given.length <= quiz.length / 2) return [];
  const message = `The right option is the longest in ${given.length} of ${quiz.length} questions, which gives it away.`;
  return [problem('K332', first.place, message, 'Make the other options as long and as likely.')];
}

function safetyQuiz(context: LintDeps): Problem[] {
  const { entries } = context.knowledge;
  const quiz = quizOf(context);
  const [first] = quiz;
  const wanted = Math.min(ON_SAFETY, [...entries.values()].filter(({ safety }) => safety).length);
  const found = quiz.filter(({ entry }) => entries.get(entry)?.safety).length;
  if (!first || found >= wanted) return [];
  const message = `Of the reading path's questions ${found} are on safety entries; ${wanted} is the least.`;
  return [problem('K333', first.place, message, 'Ask what to do and when to stop, before what is known.')];
}

function options(context: LintDeps): Problem[] {
  return quizOf(context).flatMap((question) =>
    question.options.flatMap((option, item) => {
      const place = context.at(question, 'options', item);
      const found: Problem[] = [];
      if (option.length > LONGEST_OPTION) {
        const message = `The option "${option}" has ${option.length} characters; Slack cuts it after ${LONGEST_OPTION}.`;
        found.push(problem('K334', place, message, 'Shorten it.'));
      }
      const isSecond = question.options.indexOf(option) < item && question.options.lastIndexOf(option) === item;
      if (isSecond)
        found.push(problem('K334', place, `The option "${option}" stands twice.`, 'Remove one, or write another.'));
      return found;
    }),
  );
}

function quizOfUnit({ knowledge, isThere, at }: LintDeps): Problem[] {
  return knowledge.path.flatMap(({ title, entries, quiz }) =>
    quiz
      // An entry of the unit that is not there may be the one that is asked about.
      .filter(() => entries.every(isThere))
      .filter(({ entry }) => !entries.includes(entry))
      .map((question) => {
        const { entry } = question;
        const message = `The unit "${title}" asks about "${entry}", which is not among its entries.`;
        return problem('K335', at(question, 'entry'), message, 'Add the entry to the unit, or move the question.');
      }),
  );
}

/** Such a quote is not shown: the sentence that is likest stands in its place. */
function quotes(context: LintDeps): Problem[] {
  const { entries } = context.knowledge;
  return quizOf(context).flatMap((question) => {
    const { quote, entry: id } = question;
    const entry = entries.get(id);
    if (quote === undefined || entry === undefined || standsIn(quote, entry)) return [];
    const message = `The quote "${quote.slice(0, MOST_QUOTED)}" does not stand in "${id}" word for word.`;
    return [
      problem(
        'K337',
        context.at(question, 'quote'),
        message,
        'Copy the words from its answer or short form, with their marks, or remove the quote.',
      ),
    ];
  });
}
