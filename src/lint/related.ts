import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintContext } from './rule.js';

/** Next questions of an entry: a reader has one or two in mind, and a reply shows four. */
const RELATED = { fewest: 2, most: 4 } as const;

export function relatedEntries({ knowledge }: LintContext): Problem[] {
  return each(knowledge, (entry) =>
    entry.related
      .filter((id) => id === entry.id || !knowledge.entries.has(id))
      .map((id) => {
        const message =
          id === entry.id
            ? `"${entry.id}" is related to itself.`
            : `"${entry.id}" is related to "${id}", which is not there.`;
        return problem('K303', entry.place, message, 'Correct the id, or remove it from "related".');
      }),
  );
}

/** An FAQ of two entries has only one other to lead to. */
export function numberOfRelated({ knowledge }: LintContext): Problem[] {
  const fewest = Math.min(RELATED.fewest, knowledge.entries.size - 1);
  return each(knowledge, ({ id, place, related }) => {
    if (related.length >= fewest && related.length <= RELATED.most) return [];
    const message = `"${id}" leads to ${related.length} other entries.`;
    const remedy = `Name ${RELATED.fewest} to ${RELATED.most} in "related": the next questions that a person really has.`;
    return [problem('K330', place, message, remedy)];
  });
}

export function islands({ knowledge }: LintContext): Problem[] {
  if (knowledge.entries.size < 2) return [];
  const led = new Set(
    [...knowledge.entries.values()].flatMap(({ id, related }) => related.filter((other) => other !== id)),
  );
  return each(knowledge, ({ id, place }) =>
    led.has(id)
      ? []
      : [
          problem(
            'K331',
            place,
            `No entry leads to "${id}".`,
            'Name it in "related" of an entry that is read before it.',
          ),
        ],
  );
}
