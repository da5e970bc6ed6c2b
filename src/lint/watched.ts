import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintContext, quoted } from './rule.js';

/** Entries that are not about safety and have a watched word in a phrasing: as many show that it is an everyday word. */
const COMMON = 3;
/** Words or phrasings that a finding names. */
const NAMED = { words: 5, phrasings: 3 } as const;

export function nothingWatched({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, safety, watchFor }) =>
    !safety || watchFor.length > 0
      ? []
      : [
          problem(
            'K318',
            place,
            `The safety entry "${id}" watches for no words.`,
            'Add "watch_for": the words, as people say them, that must show it whatever else is asked.',
          ),
        ],
  );
}

export function findable({ knowledge, readings }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, watchFor }) =>
    watchFor
      .filter((watched) => readings(watched).length === 0)
      .map((watched) => {
        const message = `"${id}" watches for "${watched}", which has only small words: nothing to find it by.`;
        return problem('K321', place, message, 'Add the word that it is about, or remove it.');
      }),
  );
}

/** One problem for two entries: the one that has a word first in the folder's order, and each that has it later. */
export function sharedWatched({ knowledge, readings }: LintContext): Problem[] {
  const first = new Map<string, string>();
  return each(knowledge, ({ id, place, watchFor }) => {
    const shared = new Map<string, Set<string>>();
    for (const watched of watchFor) {
      for (const reading of readings(watched)) {
        const other = first.get(reading);
        if (other === undefined) first.set(reading, id);
        else if (other !== id) shared.set(other, (shared.get(other) ?? new Set()).add(watched));
      }
    }
    return [...shared].map(([other, words]) => {
      const message = `"${id}" and "${other}" both watch for ${quoted([...words], NAMED.words)}.`;
      const remedy = 'Keep each in the entry that says best what to do: both are shown for it, and three are the most.';
      return problem('K319', place, message, remedy);
    });
  });
}

/** A safety entry may well be asked about another's hazard; that three others do by chance is unlikely. */
export function commonWatched({ knowledge, warned }: LintContext): Problem[] {
  const phrasings = new Map<string, Map<string, Map<string, string>>>();
  for (const { id, safety, questions } of knowledge.entries.values()) {
    if (safety) continue;
    for (const question of questions) {
      for (const { entry, watched } of warned(question)) {
        if (entry === id) continue;
        const words = phrasings.get(entry) ?? new Map<string, Map<string, string>>();
        const found = words.get(watched) ?? new Map<string, string>();
        phrasings.set(entry, words.set(watched, found));
        if (!found.has(id)) found.set(id, question);
      }
    }
  }
  return each(knowledge, ({ id, place }) =>
    [...(phrasings.get(id) ?? [])]
      .filter(([, found]) => found.size >= COMMON)
      .map(([watched, found]) => {
        const message = `"${watched}" of "${id}" is also asked under ${found.size} other entries: ${quoted([...found.values()], NAMED.phrasings)}.`;
        return problem('K320', place, message, 'Watch for a longer phrase, so that it is shown for its hazard alone.');
      }),
  );
}
