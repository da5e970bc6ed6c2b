import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintDeps, quoted, type Rule, type Told } from './rule.js';

/** On the questions that leads write to see what is answered. */
export const testRules: readonly Rule[] = [idleTests, testsOfEntries, notAnswered, knownGaps];

/** A phrasing is answered by its entry anyway, so that such a test proves nothing. */
function idleTests({ knowledge, normalize, at }: LintDeps): Problem[] {
  const phrasings = new Map(
    [...knowledge.entries.values()].flatMap(({ id, questions }) =>
      questions.map((question) => [normalize(question), id] as const),
    ),
  );
  const seen = new Set<string>();
  const { tests } = knowledge;
  const all = [
    ...[...knowledge.entries.values()].flatMap((entry) =>
      (entry.tests ?? []).map((test, item) => ({ test, place: at(entry, 'tests', item) })),
    ),
    ...(tests?.notAnswered ?? []).map((test, item) => ({ test, place: at(tests ?? {}, 'not_answered', item) })),
    ...(tests?.knownGaps ?? []).map((test, item) => ({ test, place: at(tests ?? {}, 'known_gaps', item) })),
  ];
  return all.flatMap(({ test, place }) => {
    const key = normalize(test);
    const owner = phrasings.get(key);
    if (owner !== undefined) {
      const message = `The test "${test}" is a phrasing of "${owner}" already.`;
      return [problem('K346', place, message, 'Ask it in other words, or remove it.')];
    }
    const isSecond = seen.has(key);
    seen.add(key);
    return isSecond ? [problem('K346', place, `The test "${test}" stands twice.`, 'Keep it in one place.')] : [];
  });
}

function testsOfEntries({ knowledge, told, at }: LintDeps): Problem[] {
  if (told === null) return [];
  return each(knowledge, (entry) =>
    (entry.tests ?? []).flatMap((test, item) => {
      const reply = told(test);
      if (isWon(entry.id, reply)) return [];
      const message = `"${entry.id}" must win "${test}", and ${said(reply)}.`;
      const remedy =
        'Add how people ask it to its phrasings; run "npm run -s ask -- --why" with it to see what speaks for the other.';
      return [problem('K347', at(entry, 'tests', item), message, remedy)];
    }),
  );
}

/** Answered, the first of those offered, or shown as a warning: it, or an entry that narrows it. */
function isWon(id: string, { shown, warned }: Told): boolean {
  return [...shown.slice(0, 1), ...warned].some((shownId) => shownId === id || shownId.startsWith(`${id}-`));
}

function notAnswered({ knowledge: { tests }, told, at }: LintDeps): Problem[] {
  if (told === null) return [];
  return (tests?.notAnswered ?? []).flatMap((test, item) => {
    const reply = told(test);
    if (reply.decision !== 'answer') return [];
    const message = `"${test}" must not be answered, and ${said(reply)}.`;
    const remedy = 'Look for a phrasing of that entry that is not clearly its own.';
    return [problem('K348', at(tests ?? {}, 'not_answered', item), message, remedy)];
  });
}

function knownGaps({ knowledge: { tests }, told, at }: LintDeps): Problem[] {
  if (told === null) return [];
  return (tests?.knownGaps ?? []).flatMap((test, item) => {
    const reply = told(test);
    if (reply.decision !== 'answer') return [];
    const message = `"${test}" is a known gap, and ${said(reply)}.`;
    const remedy = 'Where that is right, move it to the "tests" of the entry; else to "not_answered".';
    return [problem('K349', at(tests ?? {}, 'known_gaps', item), message, remedy)];
  });
}

/** "is answered with “painful”", "people are offered …". */
function said({ decision, shown }: Told): string {
  if (decision === 'abstain') return 'the bot says that the FAQ has no answer';
  return decision === 'answer' ? `is answered with "${shown[0]}"` : `people are offered ${quoted(shown, 3)}`;
}
