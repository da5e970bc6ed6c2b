import type { Knowledge } from '../knowledge/entry.js';
import type { Decision, Match } from '../search/match.js';
import type { Matcher } from '../search/matcher.js';

type Asks = Pick<Matcher, 'match'>;

/** A question that is asked of the knowledge before and after an edit. */
export interface Replayed {
  text: string;
  /** The entry that it must find: its phrasing, or a test that leads have written. Null for what people have asked. */
  entry: string | null;
}

/** What was decided of a question. */
export interface Outcome {
  decision: Decision;
  /** The answered entry, or the first one that is offered; null for none. */
  entry: string | null;
}

/**
 * A question of which something else is decided now. `gained`: it is answered, and was not. `lost`: it was answered, offered or
 * warned of, and is not. `changed`: it is answered by another entry, or others are offered.
 */
export interface Shift extends Replayed {
  what: 'gained' | 'lost' | 'changed';
  before: Outcome;
  after: Outcome;
}

/** All phrasings of the entries that were there before and still are. */
export function phrasingsOf(before: Knowledge, after: Knowledge): Replayed[] {
  return [...before.entries.values()].flatMap(({ id, questions }) =>
    questions
      .filter((text) => after.entries.get(id)?.questions.includes(text))
      .map((text) => ({ text, entry: after.entries.get(id)?.id ?? id })),
  );
}

/** Phrasings of entries that only the knowledge after has there. */
export function addedPhrasings(before: Knowledge, after: Knowledge): Replayed[] {
  return [...after.entries.values()].flatMap(({ id, questions, formerly = [] }) =>
    questions
      .filter((text) => ![id, ...formerly].some((known) => before.entries.get(known)?.questions.includes(text)))
      .map((text) => ({ text, entry: id })),
  );
}

/** What leads have written to see what is answered: the tests of entries, and what must not be answered. */
export function testsOf({ entries, tests }: Knowledge): Replayed[] {
  const own = [...entries.values()].flatMap(({ id, tests: some = [] }) => some.map((text) => ({ text, entry: id })));
  const others = [...(tests?.notAnswered ?? []), ...(tests?.knownGaps ?? [])];
  return [...own, ...others.map((text) => ({ text, entry: null }))];
}

/** Fewest words of a phrasing that is asked without its last one, too. */
const SHORTENED = 4;

/** Phrasings without their last word: word for word they are answered by their entry, whatever else changes. */
export function shortened(phrasings: readonly Replayed[]): Replayed[] {
  return phrasings.flatMap(({ text, entry }) => {
    const words = text.trim().split(/\s+/);
    return words.length < SHORTENED ? [] : [{ text: words.slice(0, -1).join(' '), entry }];
  });
}

/** Asks every question of both, and tells where something else is decided. `called` gives the id that an entry has afterwards. */
export function replay(
  questions: readonly Replayed[],
  before: Asks,
  after: Asks,
  called: (entry: string) => string = (entry) => entry,
): Shift[] {
  return questions.flatMap(({ text, entry }) => {
    const [old, now] = [renamed(before.match(text), called), after.match(text)];
    const what = entry === null ? shiftOf(old, now) : shiftFor(entry, old, now);
    return what === null ? [] : [{ text, entry, what, before: outcomeOf(old), after: outcomeOf(now) }];
  });
}

function renamed(match: Match, called: (entry: string) => string): Match {
  const { entry, offered, also, warnings } = match;
  return {
    ...match,
    entry: entry === null ? null : called(entry),
    offered: offered.map(called),
    also: also.map(called),
    warnings: warnings.map((warning) => ({ ...warning, entry: called(warning.entry) })),
  };
}

export function outcomeOf({ decision, entry, offered }: Match): Outcome {
  return { decision, entry: entry ?? offered[0] ?? null };
}

/** By how much a question finds the entry that it must: answered, shown beside, or not at all. */
function shiftFor(entry: string, before: Match, after: Match): Shift['what'] | null {
  const degree = (match: Match) => (match.entry === entry ? 2 : shownIn(match).has(entry) ? 1 : 0);
  if (degree(after) < degree(before) || warningLost(before, after)) return 'lost';
  if (degree(after) === degree(before)) return null;
  return degree(after) === 2 ? 'gained' : 'changed';
}

function shiftOf(before: Match, after: Match): Shift['what'] | null {
  if (warningLost(before, after)) return 'lost';
  if (before.entry !== null) return after.entry === before.entry ? null : after.entry === null ? 'lost' : 'changed';
  if (after.entry !== null) return 'gained';
  if (before.offered.length > 0 && after.offered.length === 0) return 'lost';
  return before.offered[0] === after.offered[0] ? null : 'changed';
}

/** Whether an entry that was warned of is not shown at all any more. */
function warningLost(before: Match, after: Match): boolean {
  const shown = shownIn(after);
  return before.warnings.some(({ entry }) => !shown.has(entry));
}

function shownIn({ entry, offered, warnings, also }: Match): Set<string | null> {
  return new Set([entry, ...offered, ...also, ...warnings.map((each) => each.entry)]);
}

/** How many questions are answered now, not any more, and otherwise. */
export function countsOf(shifts: readonly Pick<Shift, 'what'>[]): Record<Shift['what'], number> {
  const count = (what: Shift['what']) => shifts.filter((shift) => shift.what === what).length;
  return { gained: count('gained'), lost: count('lost'), changed: count('changed') };
}
