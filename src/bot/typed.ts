import type { Entry } from '../knowledge/entry.js';
import { NOT_STATED } from '../replies/change.js';
import type { Filled } from '../replies/fields.js';
import { linesOf } from './drafting.js';

/** What the form that changes an entry holds, by the names of the YAML. */
const FIELDS = [
  'short',
  'answer',
  'sources',
  'evidence',
  'evidence_note',
  'safety',
  'questions',
  'watch_for',
  'related',
  'featured',
  'tests',
  'review_every',
] as const;
export type Field = (typeof FIELDS)[number];

/** What an entry says in each field, without what makes no difference to people: null where it says nothing. */
export type Said = Record<Field, string | readonly string[] | null>;

/** A form as it was sent. */
export interface Typed {
  /** Of the fields that it had. */
  said: Partial<Said>;
  /** What told in each field's id what stood there when it was opened. */
  tags: Partial<Record<string, string>>;
}

/**
 * What becomes of a field. `same`: it says so already. `set`: the lead has changed it. `theirs`: somebody else has since the form was
 * opened, and the lead has not. `both`: both have.
 */
export type Verdict = 'same' | 'set' | 'theirs' | 'both';

/** The field in whose id it is told what stood in this one: marks and the sources that they stand for are changed together. */
function tagged(name: string): string {
  if (name === 'sources') return 'answer';
  return name === 'title' || name === 'wordings' ? 'questions' : name;
}

/** What the file says in each field. */
export function writtenIn(entry: Entry): Said {
  const list = (items: readonly string[] = []) => (items.length === 0 ? null : items);
  return {
    short: entry.short ?? null,
    answer: entry.answer,
    sources: entry.sources,
    evidence: entry.evidence ?? null,
    evidence_note: entry.evidenceNote ?? null,
    safety: entry.safety ? 'true' : null,
    questions: entry.questions,
    watch_for: list(entry.watchFor),
    related: list(entry.related),
    featured: entry.featured ? 'true' : null,
    tests: list(entry.tests),
    review_every: entry.reviewEvery === undefined ? null : String(entry.reviewEvery),
  };
}

/** What an entry says now. */
export function saidBy(entry: Entry): Said {
  const written = writtenIn(entry);
  const said = FIELDS.map((name) => [
    name,
    name === 'answer' ? tidy(entry.answer) || null : withoutBreaks(written[name]),
  ]);
  return Object.fromEntries(said);
}

function withoutBreaks(value: Said[Field]): Said[Field] {
  if (value === null) return null;
  return typeof value === 'string' ? inOneLine(value) || null : items(value.map(inOneLine));
}

/** Reads what was sent. What was picked of the sources that the entry cites keeps their order: its marks stand for them. */
export function typedIn(filled: Filled, { sources, related }: Entry): Typed {
  const tags: Typed['tags'] = {};
  const pieces = new Map<string, Map<number, readonly string[]>>();
  for (const [block, given] of Object.entries(filled)) {
    const { name, piece, tag } = readBlock(block);
    if (tag !== undefined) tags[tagged(name)] = tag;
    pieces.set(name, (pieces.get(name) ?? new Map()).set(piece, given));
  }
  const given = (name: string) =>
    [...(pieces.get(name) ?? [])].sort(([a], [b]) => a - b).flatMap(([, values]) => values);
  const one = (name: string) => given(name)[0] ?? '';
  const ordered = (name: string, now: readonly string[]) => {
    const picked = new Set(given(name));
    return [...now.filter((id) => picked.has(id)), ...[...picked].filter((id) => !now.includes(id))];
  };
  const typed: Said = {
    short: inOneLine(one('short')) || null,
    answer: tidy(one('answer')) || null,
    sources: items(ordered('sources', sources)),
    evidence: one('evidence') === NOT_STATED ? null : one('evidence') || null,
    evidence_note: inOneLine(one('evidence_note')) || null,
    safety: one('safety') === 'yes' ? 'true' : null,
    questions: items([inOneLine(one('title')), ...given('wordings').flatMap(linesOf)].filter(Boolean)),
    watch_for: items(given('watch_for').flatMap(linesOf)),
    related: items(ordered('related', related)),
    featured: one('featured') === 'yes' ? 'true' : null,
    tests: items(given('tests').flatMap(linesOf)),
    review_every: inOneLine(one('review_every')).replace(/^0+(?=\d)/, '') || null,
  };
  const had = new Set([...pieces.keys()].map((name) => (name === 'title' ? 'questions' : name)));
  return { said: Object.fromEntries(FIELDS.filter((name) => had.has(name)).map((name) => [name, typed[name]])), tags };
}

/** What becomes of each field that was sent. `tag` makes a short text of a value, another one for every other value. */
export function verdictsOf(entry: Entry, { said, tags }: Typed, tag: (value: unknown) => string) {
  const now = saidBy(entry);
  const verdicts: Partial<Record<Field, Verdict>> = {};
  for (const name of FIELDS) {
    if (said[name] === undefined) continue;
    const mine = tag(partOf({ ...now, ...said }, name));
    const theirs = tag(partOf(now, name));
    const opened = tags[tagged(name)] ?? theirs;
    verdicts[name] = mine === theirs ? 'same' : opened === theirs ? 'set' : mine === opened ? 'theirs' : 'both';
  }
  return verdicts;
}

/** What is told in a field's id of what stands there. Of what is picked the order is not the lead's, and does not count. */
export function partOf(said: Said, name: string): unknown {
  const field = tagged(name) as Field;
  if (field === 'answer') return [said.answer, [...(said.sources ?? [])].sort()];
  return field === 'related' ? [...(said.related ?? [])].sort() : said[field];
}

/** What a form shows of what is said. */
export function filledWith(said: Said): Filled {
  const [title = '', ...wordings] = said.questions ?? [];
  const text = (value: Said[Field]) => (typeof value === 'string' ? value : (value ?? []).join('\n'));
  return {
    short: [text(said.short)],
    answer: [text(said.answer)],
    sources: said.sources === null ? [] : [...said.sources],
    evidence: [text(said.evidence) || NOT_STATED],
    evidence_note: [text(said.evidence_note)],
    safety: [said.safety === null ? 'no' : 'yes'],
    title: [title],
    wordings: [wordings.join('\n')],
    watch_for: [text(said.watch_for)],
    related: said.related === null ? [] : [...said.related],
    featured: [said.featured === null ? 'no' : 'yes'],
    tests: [text(said.tests)],
    review_every: [text(said.review_every)],
  };
}

/** The block of a form in which a field stands, where an error is shown. */
export function blockOf(name: string, filled: Filled): string {
  return Object.keys(filled).find((block) => readBlock(block).name === name) ?? name;
}

/** `watch_for2.1a2b3c4d`: the field, which of its pieces, and what stood there. */
function readBlock(block: string): { name: string; piece: number; tag: string | undefined } {
  const [, name = '', piece, tag] = /^([a-z_]+)(\d*)(?:\.([\w-]+))?$/.exec(block) ?? [];
  return { name, piece: Number(piece) || 1, tag };
}

function items(list: readonly string[]): readonly string[] | null {
  const differing = [...new Set(list)];
  return differing.length === 0 ? null : differing;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
