import type { Entry } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintContext } from './rule.js';

/** Phrasings of an entry: with fewer there is too little to learn from; with more, one entry outshouts its neighbours. */
const PHRASINGS = { fewest: 8, most: 30 } as const;
/** Entries that a finding on a whole file names. */
const NAMED = 10;

export function sameQuestion({ knowledge, normalize }: LintContext): Problem[] {
  const first = new Map<string, { entry: Entry; question: string }>();
  return each(knowledge, (entry) =>
    entry.questions.flatMap((question) => {
      const key = normalize(question);
      const other = first.get(key);
      if (!other) {
        first.set(key, { entry, question });
        return [];
      }
      if (other.entry.id === entry.id) {
        const message = `"${entry.id}" asks "${question}" twice, once as "${other.question}".`;
        return [problem('K302', entry.place, message, 'Remove one, or say it in other words.')];
      }
      const message = `"${question}" stands under "${entry.id}" and, as "${other.question}", under "${other.entry.id}".`;
      return [problem('K301', entry.place, message, 'Keep it where the better answer stands.')];
    }),
  );
}

/** One problem a file, so that a small FAQ is not drowned in them. */
export function fewPhrasings({ knowledge }: LintContext): Problem[] {
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
    return [problem('K322', first.place, message, remedy)];
  });
}

export function manyPhrasings({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, questions }) => {
    if (questions.length <= PHRASINGS.most) return [];
    const message = `"${id}" has ${questions.length} phrasings; ${PHRASINGS.most} are enough.`;
    return [
      problem('K323', place, message, 'Remove those that say the same in other words, or make two entries of it.'),
    ];
  });
}
