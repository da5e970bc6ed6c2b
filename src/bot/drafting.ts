import type { Change } from '../knowledge/change.js';
import type { Step } from '../knowledge/edit.js';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { marksOf } from '../knowledge/quoted.js';
import type { Filled } from '../replies/fields.js';
import { FAULTS } from '../replies/workshop.js';
import type { BotDeps } from './deps.js';
import { detailsAmong } from './details.js';

/** An edit as a lead has filled it in. */
export interface Meant {
  entry: string;
  title: string;
  /** What it is to answer. */
  wordings: readonly string[];
  /** Phrasings that it takes out. */
  dropped?: readonly string[];
  changes: readonly Change[];
}

/** What is to be mended in a form, by field. */
export type Faults = Record<string, string>;

export interface Drafting {
  knowledge: Knowledge;
  redact: BotDeps['redact'];
}

/** Wordings of one form at the most. */
const MOST_WORDINGS = 30;
/** Longest id that is made of a title. */
const LONGEST_ID = 40;

/**
 * Reads wordings for an entry out of their form. What the entry answers already becomes one of its tests, which hold it to that; the
 * rest its phrasings, by which the bot learns.
 */
export function meantWordings(
  filled: Filled,
  { knowledge, redact, answers }: Drafting & { answers(wording: string): string | null },
): Meant | { faults: Faults } {
  const entry = knowledge.entries.get(filled.entry?.[0] ?? '');
  if (entry === undefined) return { faults: { entry: FAULTS.noEntry } };
  const wordings = wordingsOf(filled);
  const faults = faultsOf(wordings, entry.id, { knowledge, redact });
  if (wordings.length === 0) faults.wordings = FAULTS.noWording;
  if (Object.keys(faults).length > 0) return { faults };
  const known = new Set([...entry.questions, ...(entry.tests ?? [])]);
  const fresh = wordings.filter((wording) => !known.has(wording));
  const append = (field: string, items: readonly string[]): Step[] =>
    items.length === 0 ? [] : [{ does: 'append', entry: entry.id, field, items }];
  const steps = [
    ...append(
      'questions',
      fresh.filter((wording) => answers(wording) !== entry.id),
    ),
    ...append(
      'tests',
      fresh.filter((wording) => answers(wording) === entry.id),
    ),
  ];
  return { entry: entry.id, title: entry.questions[0], wordings, changes: [{ file: entry.place.file, steps }] };
}

/** Reads a whole entry out of its form. `today`: the day on which it is new, and of its review, where a clinician says so. */
export function meantDraft(
  filled: Filled,
  { knowledge, redact, today, clinician }: Drafting & { today: string; clinician: boolean },
): Meant | { faults: Faults } {
  const one = (name: string) => (filled[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim();
  const title = one('title').replace(/\s+/g, ' ');
  const wordings = [...new Set([title, ...wordingsOf(filled)])];
  const faults = faultsOf(wordings, '', { knowledge, redact });
  const typed = one('source') === '' ? null : sourceOf(one('source'), knowledge);
  const picked = [...new Set(filled.sources ?? [])];
  const sources = [...picked, ...(typed === null || typed === 'bad' ? [] : [typed.id])];
  if (typed === 'bad') faults.source = FAULTS.badSource;
  else if (sources.length === 0) faults.sources = FAULTS.noSource;
  if (Math.max(0, ...marksOf(one('answer'))) > sources.length) faults.answer = FAULTS.mark(sources.length);
  const topic = knowledge.topics.get(one('topic'));
  if (topic === undefined) return { faults: { ...faults, topic: FAULTS.noTopic } };
  if (Object.keys(faults).length > 0) return { faults };
  const id = freeId(idOf(title), knowledge.entries);
  const reviewer = clinician ? one('reviewer') : '';
  const fields = {
    questions: wordings,
    short: one('short').replace(/\s+/g, ' '),
    answer: one('answer'),
    ...(one('evidence') === '' ? {} : { evidence: one('evidence') }),
    ...(one('safety') === 'yes' ? { safety: 'true' } : {}),
    sources,
    changed: today,
    ...(reviewer === '' ? {} : { reviewed: today, reviewed_by: reviewer }),
  };
  const added: Change = { file: topic.file, steps: [{ does: 'add', what: 'entries', id, fields }] };
  return {
    entry: id,
    title,
    wordings,
    changes: typed === null || typed === 'bad' ? [added] : [typed.change, added],
  };
}

function wordingsOf(filled: Filled): string[] {
  return linesOf(filled.wordings?.[0] ?? '').slice(0, MOST_WORDINGS);
}

/** Lines that say something, each once, without the bullets that people put before them. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/^\s*[-•*]\s+/, '').trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** A wording of another entry would make the search unsure of both, and details of patients have no place in the FAQ. */
export function faultsOf(wordings: readonly string[], entry: string, { knowledge, redact }: Drafting): Faults {
  const faults: Faults = {};
  const details = detailsIn(wordings, redact);
  if (details !== null) faults.wordings = details;
  const owners = new Map<string, Entry>();
  for (const each of knowledge.entries.values())
    for (const question of each.questions) owners.set(question.toLowerCase(), each);
  for (const [at, wording] of wordings.entries()) {
    const owner = owners.get(wording.toLowerCase());
    if (owner !== undefined && owner.id !== entry)
      faults[entry === '' && at === 0 ? 'title' : 'wordings'] = FAULTS.taken(wording, owner.questions[0]);
  }
  return faults;
}

/** Said under a field that seems to hold details of a patient; null where it does not. */
export function detailsIn(texts: readonly string[], redact: BotDeps['redact']): string | null {
  const found = new Set(texts.flatMap((text) => detailsAmong(redact(text).found)));
  return found.size === 0 ? null : FAULTS.details([...found]);
}

/** "Lee A, Ray B (2026). A trial. J 1:2. https://…" as a source that nobody has verified yet. */
export function sourceOf(typed: string, { sources }: Knowledge): { id: string; change: Change } | 'bad' {
  const [, citation = '', url] = /^(.*?)\s*(https?:\/\/\S+)?$/s.exec(typed.replace(/\s+/g, ' ')) ?? [];
  const [, year] = /\((\d{4})\)/.exec(citation) ?? [];
  const author = idOf(citation.split(/[\s,]/, 1)[0] ?? '');
  if (year === undefined || author === '') return 'bad';
  const id = freeId(`${author}-${year}`, sources);
  const fields = { citation, ...(url === undefined ? {} : { url }), verified: 'false' };
  const [known] = sources.values();
  const file = known?.place.file ?? 'sources.yml';
  return { id, change: { file, steps: [{ does: 'add', what: 'sources', id, fields }] } };
}

/** Small letters, digits and single hyphens. */
function idOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, LONGEST_ID).replace(/^-+|-+$/g, '');
}

function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  const id = wanted === '' ? 'entry' : wanted;
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
