import type { Entry, Place } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintDeps, type Rule } from './rule.js';

/** On phrasings. */
export const questionRules: readonly Rule[] = [
  sameQuestion,
  otherEntrys,
  smallWords,
  longPhrasings,
  fewPhrasings,
  manyPhrasings,
];

/** Phrasings of an entry: with fewer there is too little to learn from; with more, one entry outshouts its neighbours. */
const PHRASINGS = { fewest: 8, most: 30 } as const;
/** Characters of a phrasing: people type one thought, and the title stands on buttons. */
const LONGEST = 200;
/** Words of a question that can be anything's: with more, even small ones say something together. */
const FEW = 4;
/** Entries that a finding on a whole file names. */
const NAMED = 10;

function sameQuestion({ knowledge, normalize, at }: LintDeps): Problem[] {
  const first = new Map<string, { entry: Entry; question: string; place: Place }>();
  return each(knowledge, (entry) =>
    entry.questions.flatMap((question, item) => {
      const place = at(entry, 'questions', item);
      const key = normalize(question);
      const other = first.get(key);
      if (!other) {
        first.set(key, { entry, question, place });
        return [];
      }
      if (other.entry.id === entry.id) {
        const message = `"${entry.id}" asks "${question}" twice, once as "${other.question}".`;
        return [problem('K302', place, message, 'Remove one, or say it in other words.')];
      }
      const { file, line } = other.place;
      const message = `"${question}" stands under "${entry.id}" and, as "${other.question}", under "${other.entry.id}" (${file}:${line}).`;
      return [problem('K301', place, message, 'Keep it where the better answer stands.')];
    }),
  );
}

/** A phrasing takes with it whatever is asked alike: it would be answered with this entry from now on. */
function otherEntrys({ overlaps, at }: LintDeps): Problem[] {
  return overlaps.map(({ entry, at: item, other, phrasing }) => {
    const question = entry.questions[item] ?? '';
    const message = `"${question}" of "${entry.id}" asks what "${other}" answers, as "${phrasing}": it takes such questions away from there.`;
    const remedy = 'Move it there, or say in it what only this entry is about.';
    return problem('K340', at(entry, 'questions', item), message, remedy);
  });
}

function smallWords({ knowledge, tells, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) =>
    entry.questions.flatMap((question, item) => {
      if (tells(question) || question.trim().split(/\s+/).length > FEW) return [];
      const message = `"${question}" of "${entry.id}" has only small words, and would answer whoever says as little.`;
      return [problem('K341', at(entry, 'questions', item), message, 'Name what it is about, or remove it.')];
    }),
  );
}

function longPhrasings({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) =>
    entry.questions.flatMap((question, item) => {
      if (question.length <= LONGEST) return [];
      const message = `A phrasing of "${entry.id}" has ${question.length} characters: "${question.slice(0, 40)}…".`;
      const remedy = `Say in at most ${LONGEST} what is asked; two questions are two phrasings.`;
      return [problem('K357', at(entry, 'questions', item), message, remedy)];
    }),
  );
}

/** One problem a file, so that a small FAQ is not drowned in them. */
function fewPhrasings({ knowledge, at }: LintDeps): Problem[] {
  return [...knowledge.topics.values()].flatMap((topic) => {
    const few = topic.entries
      .flatMap((id) => knowledge.entries.get(id) ?? [])
      .filter(({ questions }) => questions.length < PHRASINGS.fewest);
    const [first] = few;
    if (!first) return [];
    const named = few.slice(0, NAMED).map(({ id, questions }) => `"${id}" ${questions.length}`);
    const more = few.length > NAMED ? `, and ${few.length - NAMED} more entries` : '';
    const message = `Entries with fewer than ${PHRASINGS.fewest} phrasings: ${few.length} (${named.join(', ')}${more}).`;
    const remedy =
      'Add how people really ask it: short, long, in shorthand, in a patient’s words. The bot learns from each.';
    return [problem('K322', at(first, 'questions'), message, remedy)];
  });
}

function manyPhrasings({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, questions } = entry;
    if (questions.length <= PHRASINGS.most) return [];
    const message = `"${id}" has ${questions.length} phrasings; ${PHRASINGS.most} are enough.`;
    return [
      problem(
        'K323',
        at(entry, 'questions', PHRASINGS.most),
        message,
        'Remove those that say the same in other words, or make two entries of it.',
      ),
    ];
  });
}
