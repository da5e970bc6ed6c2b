import { type Problem, problem } from '../knowledge/problem.js';
import type { LintDeps, Rule } from './rule.js';

/** On the glossary. */
export const glossaryRules: readonly Rule[] = [glossaryWords, definitions];

/** Longest definition in characters: `/iastm glossary` shows one line of it a term. */
const LONGEST_DEFINITION = 300;
function glossaryWords({ knowledge, at: placeOf }: LintDeps): Problem[] {
  const { terms, synonyms } = knowledge.glossary;
  const groups = [...terms.map(({ name, also }) => [name, ...also]), ...synonyms];
  const first = { term: new Map<string, number>(), synonyms: new Map<string, number>() };
  return groups.flatMap((group, at) =>
    [...new Set(group.map((word) => word.toLowerCase()))].flatMap((word) => {
      const term = terms[at];
      const among = term ? first.term : first.synonyms;
      const isSecond = among.has(word);
      among.set(word, at);
      if (!isSecond) return [];
      const place = term ? placeOf(term, 'name') : placeOf(knowledge.glossary, 'synonyms', at - terms.length);
      return [problem('K317', place, `"${word}" stands in two groups.`, 'Join the groups, or keep it in one.')];
    }),
  );
}

function definitions({ knowledge, at }: LintDeps): Problem[] {
  return knowledge.glossary.terms
    .filter(({ definition }) => definition.length > LONGEST_DEFINITION || definition.includes('\n'))
    .map((term) => {
      const { name, definition } = term;
      const message = `The definition of "${name}" has ${definition.length} characters, or more than one line.`;
      return problem(
        'K336',
        at(term, 'definition'),
        message,
        `Say it in one line of at most ${LONGEST_DEFINITION} characters.`,
      );
    });
}
