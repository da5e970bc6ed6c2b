import { type Problem, problem } from '../knowledge/problem.js';
import { isUrgent } from '../knowledge/urgent.js';
import { each, type LintDeps, quoted, type Rule } from './rule.js';

/** On watched words. */
export const watchedRules: readonly Rule[] = [fewWatched, findable, sharedWatched, commonWatched];

/** Entries that are not about safety and have a watched word in a phrasing: as many show that it is an everyday word. */
const COMMON = 3;
/** Words or phrasings that a finding names. */
const NAMED = { words: 5, phrasings: 3 } as const;

/** Words that such an entry watches for: how it is called, and the ways in which staff and patients tell it instead. */
const FEWEST = 4;

function fewWatched({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, place, safety, watchFor } = entry;
    if (!safety && !isUrgent(id)) return [];
    if (watchFor.length === 0) {
      const message = `The safety entry "${id}" watches for no words.`;
      const remedy = 'Add "watch_for": the words, as people say them, that must show it whatever else is asked.';
      return [problem('K318', place, message, remedy)];
    }
    if (watchFor.length >= FEWEST) return [];
    const message = `"${id}" watches for ${watchFor.length === 1 ? 'one word' : `${watchFor.length} words`} only; ${FEWEST} are the least, since people describe more often than they name.`;
    const remedy =
      'Add how staff and patients tell it: half-words, brand names, abbreviations, what they see and feel.';
    return [problem('K355', at(entry, 'watch_for'), message, remedy)];
  });
}

function findable({ knowledge, readings, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) =>
    entry.watchFor.flatMap((watched, item) => {
      if (readings(watched).length > 0) return [];
      const message = `"${entry.id}" watches for "${watched}", which has only small words: nothing to find it by.`;
      return [problem('K321', at(entry, 'watch_for', item), message, 'Add the word that it is about, or remove it.')];
    }),
  );
}

/** One problem for two entries: the one that has a word first in the folder's order, and each that has it later. */
function sharedWatched({ knowledge, readings, at }: LintDeps): Problem[] {
  const first = new Map<string, string>();
  return each(knowledge, (entry) => {
    const { id, watchFor } = entry;
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
      const [word = ''] = words;
      return problem('K319', at(entry, 'watch_for', watchFor.indexOf(word)), message, remedy);
    });
  });
}

/** A safety entry may well be asked about another's hazard; that three others do by chance is unlikely. */
function commonWatched({ knowledge, warned, at }: LintDeps): Problem[] {
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
  return each(knowledge, (entry) =>
    [...(phrasings.get(entry.id) ?? [])]
      .filter(([, found]) => found.size >= COMMON)
      .map(([watched, found]) => {
        const message = `"${watched}" of "${entry.id}" is also asked under ${found.size} other entries: ${quoted([...found.values()], NAMED.phrasings)}.`;
        return problem(
          'K320',
          at(entry, 'watch_for', entry.watchFor.indexOf(watched)),
          message,
          'Watch for a longer phrase, so that it is shown for its hazard alone.',
        );
      }),
  );
}
