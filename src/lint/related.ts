import { type Entry, MOST_FEATURED } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { nearestOf } from '../knowledge/remedies.js';
import { each, type LintDeps, quoted, type Rule } from './rule.js';

/** On where people begin, and on the way from one entry to the next. */
export const relatedRules: readonly Rule[] = [beginnings, relatedEntries, numberOfRelated, islands];

/** Next questions of an entry: a reader has one or two in mind, and a reply shows four. */
const RELATED = { fewest: 2, most: 4 } as const;

function beginnings({ knowledge, at }: LintDeps): Problem[] {
  const featured = [...knowledge.entries.values()].filter((entry) => entry.featured);
  const unseen = featured[MOST_FEATURED];
  if (unseen === undefined) return [];
  const ids = quoted(
    featured.map(({ id }) => id),
    featured.length,
  );
  const message = `${featured.length} entries are featured (${ids}), and people are shown the first ${MOST_FEATURED}.`;
  return [problem('K358', at(unseen, 'featured'), message, 'Take "featured" out of the others.')];
}

function relatedEntries({ knowledge, isThere, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) =>
    entry.related.flatMap((id, item) => {
      if (id !== entry.id && isThere(id)) return [];
      const message =
        id === entry.id
          ? `"${entry.id}" is related to itself.`
          : `"${entry.id}" is related to "${id}", which is not there.`;
      if (idsIn(id).length > 1) {
        const message = `"${entry.id}" is related to "${id}", which is ${idsIn(id).length} ids in one.`;
        return [
          problem('K303', at(entry, 'related', item), message, `Put commas between them: ${idsIn(id).join(', ')}.`),
        ];
      }
      const near = id === entry.id ? undefined : nearestOf(id, knowledge.entries.keys());
      const titled = [...knowledge.entries.values()].find(({ questions }) => questions.includes(id));
      const meant = near ?? titled?.id;
      const remedy = meant ? `Did you mean "${meant}"?` : 'Correct the id, or remove it from "related".';
      return [problem('K303', at(entry, 'related', item), message, remedy)];
    }),
  );
}

/** The ids of an item: several where the commas between them are missing. */
function idsIn(item: string): string[] {
  return item.includes('?') ? [item] : item.split(/[\s;|]+/);
}

/** The related entries that an entry names, also those that it names without a comma. */
function meant({ related }: Pick<Entry, 'related'>): string[] {
  return related.flatMap(idsIn);
}

/** An FAQ of two entries has only one other to lead to. */
function numberOfRelated({ knowledge, at }: LintDeps): Problem[] {
  const fewest = Math.min(RELATED.fewest, knowledge.entries.size - 1);
  return each(knowledge, (entry) => {
    const { id } = entry;
    const related = meant(entry);
    if (related.length >= fewest && related.length <= RELATED.most) return [];
    const message = `"${id}" leads to ${related.length} other entries.`;
    const remedy = `Name ${RELATED.fewest} to ${RELATED.most} in "related": the next questions that a person really has.`;
    return [problem('K330', at(entry, 'related'), message, remedy)];
  });
}

function islands({ knowledge }: LintDeps): Problem[] {
  if (knowledge.entries.size < 2) return [];
  const led = new Set(
    [...knowledge.entries.values()].flatMap(({ id, related }) => meant({ related }).filter((other) => other !== id)),
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
