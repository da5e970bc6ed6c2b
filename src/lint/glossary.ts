import { type Problem, problem } from '../knowledge/problem.js';
import type { LintContext } from './rule.js';

/** Longest definition in characters: `/iastm glossary` shows one line of it a term. */
const LONGEST_DEFINITION = 300;
/** Terms have no place of their own. */
const PLACE = { file: 'glossary.yml', line: 1, col: 1 };

export function glossaryWords({ knowledge }: LintContext): Problem[] {
  const { terms, synonyms } = knowledge.glossary;
  const groups = [...terms.map(({ name, also }) => [name, ...also]), ...synonyms];
  const first = new Map<string, number>();
  return groups.flatMap((group, at) =>
    [...new Set(group.map((word) => word.toLowerCase()))].flatMap((word) => {
      const other = first.get(word);
      if (other === undefined) first.set(word, at);
      if (other === undefined || (other < terms.length && at >= terms.length)) return [];
      return [problem('K317', PLACE, `"${word}" stands in two groups.`, 'Join the groups, or keep it in one.')];
    }),
  );
}

export function definitions({ knowledge }: LintContext): Problem[] {
  return knowledge.glossary.terms
    .filter(({ definition }) => definition.length > LONGEST_DEFINITION || definition.includes('\n'))
    .map(({ name, definition }) => {
      const message = `The definition of "${name}" has ${definition.length} characters, or more than one line.`;
      return problem('K336', PLACE, message, `Say it in one line of at most ${LONGEST_DEFINITION} characters.`);
    });
}
