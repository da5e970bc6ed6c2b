import type { Change } from '../knowledge/change.js';
import type { Step } from '../knowledge/edit.js';
import type { Entry } from '../knowledge/entry.js';
import { marksOf, remarked } from '../knowledge/quoted.js';
import { REVIEW_MONTHS } from '../knowledge/review.js';
import type { Value } from '../knowledge/write.js';
import { briefly, CHANGE_FAULTS, MEANWHILE } from '../replies/change.js';
import type { Filled, Notes } from '../replies/fields.js';
import { FAULTS } from '../replies/workshop.js';
import { type Drafting, detailsIn, type Faults, faultsOf, type Meant, sourceOf } from './drafting.js';
import {
  blockOf,
  type Field,
  filledWith,
  type Said,
  saidBy,
  typedIn,
  type Verdict,
  verdictsOf,
  writtenIn,
} from './typed.js';

/** What a clinician attests of an entry, and people are told to be new: where one of these changes, its review no longer stands. */
const ATTESTED = ['short', 'answer', 'sources', 'evidence', 'evidence_note', 'safety'] as const;

interface Changing extends Drafting {
  entry: Entry;
  /** The day on which it is changed. */
  today: string;
  /** Whether who changes it may say who has reviewed the change. */
  clinician: boolean;
  /** Makes a short text of a value, another one for every other value. */
  tag(value: unknown): string;
}

/** What a form shows of an entry: what it says now, and what was typed where that is to take its place. */
export function shownOf(entry: Entry, filled: Filled, tag: Changing['tag']): { filled: Filled; notes: Notes } {
  const typed = typedIn(filled, entry);
  const verdicts = verdictsOf(entry, typed, tag);
  const now = saidBy(entry);
  const said: Said = { ...now };
  const notes: Record<string, string> = {};
  for (const [name, verdict] of Object.entries(verdicts) as [Field, Verdict][]) {
    const note = name === 'questions' ? 'title' : name;
    if (verdict === 'set' || verdict === 'both') Object.assign(said, { [name]: typed.said[name] });
    if (verdict === 'theirs' && name !== 'sources') notes[note] = MEANWHILE.theirs;
    if (verdict === 'both' && name !== 'sources')
      notes[note] = MEANWHILE.both(inWords(now[name])) + (name === 'answer' ? MEANWHILE.marks : '');
  }
  // What the other lead cites as well is not left out by a press.
  if (verdicts.sources === 'both') said.sources = [...new Set([...(now.sources ?? []), ...(said.sources ?? [])])];
  const besides = Object.fromEntries(['source', 'reviewer', 'why'].map((name) => [name, filled[name] ?? []]));
  return { filled: { ...filledWith(said), ...besides }, notes };
}

/**
 * Reads what is to change of an entry out of its form. `again`: somebody else has changed the same since it was opened, and both are to
 * be seen before one takes the place of the other.
 */
export function meantChange(filled: Filled, deps: Changing): Meant | { faults: Faults } | { again: true } {
  const { entry, knowledge, clinician, today, tag } = deps;
  const typed = typedIn(filled, entry);
  const verdicts = verdictsOf(entry, typed, tag);
  if (Object.values(verdicts).includes('both')) return { again: true };
  const one = (name: string) => (filled[blockOf(name, filled)]?.[0] ?? '').trim();
  const added = one('source') === '' ? null : sourceOf(one('source'), knowledge);
  const to = new Map<Field, Value | null>(
    (Object.keys(verdicts) as Field[]).flatMap((name) =>
      verdicts[name] === 'set' ? [[name, typed.said[name] ?? null] as const] : [],
    ),
  );
  const faults = faultsIn(to, deps);
  if (one('title') === '') faults.title = CHANGE_FAULTS.noTitle;
  if (added === 'bad') faults.source = FAULTS.badSource;
  else if (typed.said.answer !== undefined && (to.has('answer') || to.has('sources') || added !== null)) {
    const cited = citedBy(typed.said, added === null ? [] : [added.id], deps);
    Object.assign(faults, cited.faults);
    to.set('answer', cited.answer).set('sources', cited.sources);
  }
  const title = to.get('questions')?.[0] ?? entry.questions[0];
  const isAttested = title !== entry.questions[0] || ATTESTED.some((name) => to.has(name));
  const reviewer = clinician ? one('reviewer') : '';
  if (to.size === 0 && Object.keys(faults).length === 0) faults.short = CHANGE_FAULTS.nothing;
  else if (reviewer !== '' && !isAttested) faults.reviewer = CHANGE_FAULTS.marked;
  if (Object.keys(faults).length > 0)
    return { faults: Object.fromEntries(Object.entries(faults).map(([name, told]) => [blockOf(name, filled), told])) };

  const was = writtenIn(entry);
  const steps = [
    ...[...to].map(([name, value]) => setting(entry, name, was[name], asWritten(value, was[name]))),
    ...(isAttested
      ? [
          setting(entry, 'changed', entry.changed ?? null, today),
          setting(entry, 'reviewed', entry.reviewed ?? null, reviewer === '' ? null : today),
          setting(entry, 'reviewed_by', entry.reviewedBy ?? null, reviewer === '' ? null : reviewer),
        ]
      : []),
  ];
  const changed: Change = { file: entry.place.file, steps };
  const now = saidBy(entry);
  return {
    entry: entry.id,
    title,
    wordings: [...fresh(to, now, 'questions'), ...fresh(to, now, 'tests')],
    dropped: to.has('questions')
      ? [...(now.questions ?? [])].filter((each) => !to.get('questions')?.includes(each))
      : [],
    changes: added === null || added === 'bad' ? [changed] : [added.change, changed],
  };
}

/** One field of an entry that says something else after an edit. */
export interface ChangedField {
  field: string;
  was: Value | null;
  to: Value | null;
}

/** The fields that an edit gives another value. */
export function changedFields(changes: readonly Change[]): ChangedField[] {
  const steps = changes.flatMap((change) => ('steps' in change ? change.steps : []));
  return steps.flatMap((step) => {
    if (step.does !== 'set' || JSON.stringify(step.was) === JSON.stringify(step.to)) return [];
    const { field, was, to } = step;
    return [{ field, was, to }];
  });
}

/** What the answer and its sources come to: sources that stay keep their order, and marks are numbered anew where one goes. */
function citedBy({ answer, sources }: Partial<Said>, added: readonly string[], { entry, knowledge }: Changing) {
  const faults: Faults = {};
  const picked = new Set([...(sources ?? []), ...added]);
  const numbered = [...new Set([...entry.sources, ...picked])];
  const cited = numbered.filter((id) => picked.has(id));
  const text = typeof answer === 'string' ? answer : '';
  if (text === '') faults.answer = CHANGE_FAULTS.noAnswer;
  if (cited.length === 0) faults.sources = FAULTS.noSource;
  for (const mark of marksOf(text)) {
    const id = numbered[mark - 1];
    if (id === undefined) faults.answer ??= FAULTS.mark(numbered.length);
    else if (!picked.has(id)) faults.answer ??= CHANGE_FAULTS.takenOut(mark, briefly(knowledge.sources.get(id), id));
  }
  return { faults, answer: remarked(text, (mark) => cited.indexOf(numbered[mark - 1] ?? '') + 1), sources: cited };
}

/** Details of a patient in what is new, phrasings of other entries, and what is no number of months. */
function faultsIn(to: ReadonlyMap<Field, Value | null>, { entry, knowledge, redact }: Changing): Faults {
  const now = saidBy(entry);
  const faults: Faults = {};
  for (const name of ['short', 'answer', 'evidence_note', 'watch_for', 'tests'] as const) {
    const details = detailsIn(fresh(to, now, name), redact);
    if (details !== null) faults[name] = details;
  }
  const questions = fresh(to, now, 'questions');
  const isTitle = (wording: string) => wording === to.get('questions')?.[0];
  const { wordings } = faultsOf(
    questions.filter((each) => !isTitle(each)),
    entry.id,
    { knowledge, redact },
  );
  const { wordings: title } = faultsOf(questions.filter(isTitle), entry.id, { knowledge, redact });
  const months = to.get('review_every') ?? null;
  if (typeof months === 'string' && !isMonths(months)) faults.review_every = CHANGE_FAULTS.months(REVIEW_MONTHS);
  return { ...faults, ...(wordings === undefined ? {} : { wordings }), ...(title === undefined ? {} : { title }) };
}

function isMonths(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= REVIEW_MONTHS.least && Number(text) <= REVIEW_MONTHS.most;
}

/** What a field is to say that it does not say yet. */
function fresh(to: ReadonlyMap<Field, Value | null>, now: Said, name: Field): string[] {
  const value = to.get(name) ?? [];
  if (typeof value === 'string') return [value];
  return value.filter((each) => !now[name]?.includes(each));
}

/** Items that stay are taken as the file has them: a form shows each in one line. */
function asWritten(to: Value | null, was: Value | null): Value | null {
  if (to === null || typeof to === 'string' || was === null || typeof was === 'string') return to;
  return to.map((item) => was.find((each) => each.replace(/\s+/g, ' ').trim() === item) ?? item);
}

function setting(entry: Entry, field: string, was: Value | null, to: Value | null): Step {
  return { does: 'set', entry: entry.id, field, was, to };
}

function inWords(value: Said[Field]): string {
  return value === null ? 'nothing' : typeof value === 'string' ? value : value.join('\n');
}
