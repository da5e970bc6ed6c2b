import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import { relisted } from './edit-list.js';
import { replaced } from './edit-value.js';
import { ENTRY_FIELDS, SOURCE_FIELDS } from './fields.js';
import { fieldLines, lineEnd, lineStart, linesAt, type Splice, spliced, type Value } from './write.js';

/** One step of an edit, in one file. */
export type Step =
  /** Adds items to a list of an entry; those that are in it already are passed over. */
  | { does: 'append'; entry: string; field: string; items: readonly string[] }
  /** Gives a field of an entry another value, or takes it away. `was`: the value that the lead saw; null where there was none. */
  | { does: 'set'; entry: string; field: string; was: Value | null; to: Value | null }
  /** Adds an entry or a source at the end of its file. */
  | { does: 'add'; what: 'entries' | 'sources'; id: string; fields: Readonly<Record<string, Value>> };

/** Why a file is left as it is. */
export type Refusal =
  /** The file has YAML that cannot be read. */
  | { why: 'unreadable' }
  /** The entry is not in the file any more. */
  | { why: 'gone'; entry: string }
  /** An entry or source of this id stands there already. */
  | { why: 'taken'; id: string }
  /** Somebody has changed the field meanwhile. */
  | { why: 'changed'; entry: string; field: string; was: Value | null; now: Value | null }
  /** Somebody has changed meanwhile what was typed in. */
  | { why: 'typed over' }
  /** Somebody has changed since what is to be undone. */
  | { why: 'built upon' }
  /** It is written in a way that is edited by hand alone, such as an entry in braces, or with an alias. */
  | { why: 'form'; entry: string };

export type Edited = { text: string; refused?: undefined } | { refused: Refusal };

/**
 * Carries out steps in a file's text by the places of its nodes: comments, order, quotes, line breaks and indentation of everything
 * else stay, to the byte. What comes out is read again, and refused where it holds anything else than what was meant. Never throws.
 */
export function editText(text: string, steps: readonly Step[]): Edited {
  let edited = open(text);
  for (const step of steps) {
    if (edited === null) break;
    const done = editOnce(edited, step);
    if ('why' in done) return { refused: done };
    edited = done;
  }
  return edited === null ? { refused: { why: 'unreadable' } } : { text: edited.text };
}

/** What an entry or source of a file holds, trimmed. Null where it is not there or the file cannot be read. */
export function valuesIn(text: string, what: 'entries' | 'sources', id: string): Record<string, Value> | null {
  const groups = open(text)?.plain[what];
  const found = isGroup(groups) && Object.hasOwn(groups, id) ? groups[id] : undefined;
  return isGroup(found) ? (found as Record<string, Value>) : null;
}

type Plain = { [key: string]: Plain | Value | null };

interface Opened {
  text: string;
  document: Document;
  /** What it holds, texts trimmed. */
  plain: Plain;
}

function open(text: string): Opened | null {
  try {
    const document = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true, prettyErrors: false });
    if (document.errors.length > 0) return null;
    const plain: unknown = trimmed(document.toJS());
    return isGroup(plain) ? { text, document, plain } : null;
  } catch {
    return null;
  }
}

function editOnce(opened: Opened, step: Step): Opened | Refusal {
  const { text, document, plain } = opened;
  const what = step.does === 'add' ? step.what : 'entries';
  const id = step.does === 'add' ? step.id : step.entry;
  const list = under(document.contents, what);
  const meant = structuredClone(plain);
  const groups = meant[what];
  const form: Refusal = { why: 'form', entry: id };
  if (!isMap(list) || list.flow === true || list.items.length === 0 || !isGroup(groups)) return form;

  let ways: readonly Splice[];
  if (step.does === 'add') {
    if (Object.hasOwn(groups, id)) return { why: 'taken', id };
    ways = addition(text, list, step);
    groups[id] = trimmed(step.fields) as Plain;
  } else {
    const entry = under(list, id);
    const values = groups[id];
    if (!Object.hasOwn(groups, id) || !isGroup(values)) return { why: 'gone', entry: id };
    if (!isMap(entry) || entry.flow === true || isTangled(entry)) return form;
    const now = (values[step.field] as Value | undefined) ?? null;
    const to = targetOf(step, now);
    if (same(now, to)) return opened;
    if (step.does === 'set' && !same(meaning(now), meaning(trimmed(step.was))))
      return { why: 'changed', entry: id, field: step.field, was: step.was, now };
    ways = change(text, entry, { field: step.field, now, to });
    if (to === null) delete values[step.field];
    else values[step.field] = to;
  }
  for (const splice of ways) {
    const edited = open(spliced(text, splice));
    if (edited !== null && same(edited.plain, meant)) return edited;
  }
  return form;
}

/** What the field is to hold. */
function targetOf(step: Exclude<Step, { does: 'add' }>, now: Value | null): Value | null {
  if (step.does === 'set') return trimmed(step.to) as Value | null;
  const list = typeof now === 'string' ? [now] : (now ?? []);
  return [...new Set([...list, ...(trimmed(step.items) as string[])])];
}

/** How the text may change where a field of an entry does, the best way first. None where it is not written so that it can be told. */
function change(
  text: string,
  entry: YAMLMap,
  { field, now, to }: { field: string; now: Value | null; to: Value | null },
): Splice[] {
  const pair = entry.items.find((each) => keyOf(each) === field);
  const indent = columnOf(entry);
  if (indent === null) return [];
  if (pair === undefined) return to === null ? [] : newField(text, entry, { field, to, indent });
  const start = lineStart(text, rangeOf(pair.key)[0]);
  const isOwnLine = text.slice(start, rangeOf(pair.key)[0]).replace('\uFEFF', '').trim() === '';
  if (!isOwnLine) return [];
  const end = lineEnd(text, endOf(pair));
  if (to === null) return [{ from: start, to: end, text: '' }];
  if (now === null || isScalar(pair.value) !== (typeof to === 'string')) {
    const [first, ...more] = fieldLines(field, to, indent, stepOf(entry, indent));
    return [{ ...linesAt(text, start, [first ?? '', ...more]), to: end }];
  }
  if (typeof to === 'string') {
    const splice = replaced(text, pair.value, to, indent);
    return splice === null ? [] : [splice];
  }
  return relisted(text, pair.value, { now: now as readonly string[], to, margin: indent + stepOf(entry, indent) });
}

/** A field that was not there stands where the table of fields has it. */
function newField(
  text: string,
  entry: YAMLMap,
  { field, to, indent }: { field: string; to: Value; indent: number },
): Splice[] {
  const order = Object.keys(ENTRY_FIELDS);
  const before = entry.items.filter((pair) => order.indexOf(keyOf(pair)) < order.indexOf(field));
  const last = before.at(-1);
  if (last === undefined) return [];
  return [linesAt(text, lineEnd(text, endOf(last)), fieldLines(field, to, indent, stepOf(entry, indent)))];
}

/** A new group after the last one, in the manner of that. */
function addition(text: string, list: YAMLMap, { id, fields, what }: Extract<Step, { does: 'add' }>): Splice[] {
  const last = list.items.at(-1);
  const indent = columnOf(list);
  if (last === undefined || indent === null) return [];
  const inner = isMap(last.value) && last.value.flow !== true ? (columnOf(last.value) ?? indent + 2) : indent + 2;
  const step = isMap(last.value) ? stepOf(last.value, inner) : 2;
  const order = Object.keys(what === 'entries' ? ENTRY_FIELDS : SOURCE_FIELDS);
  const names = Object.keys(fields).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  let at = lineEnd(text, endOf(last));
  // A comment that is indented like the fields belongs to the entry above.
  const own = new RegExp(`^ {${inner},}#[^\\n]*(\\n|$)`);
  for (let found = own.exec(text.slice(at)); found !== null; found = own.exec(text.slice(at))) at += found[0].length;
  const above = text.slice(0, lineStart(text, rangeOf(last.key)[0])).replace(/(?:^|\n)([ \t]*#[^\n]*\n)+$/, '\n');
  const spaced = list.items.length === 1 ? what === 'entries' : /\n[ \t]*\r?\n$/.test(above);
  const lines = names.flatMap((name) => fieldLines(name, fields[name] ?? '', inner, step));
  return [linesAt(text, at, [...(spaced ? [''] : []), `${' '.repeat(indent)}${id}:`, ...lines])];
}

/** Whether it, or anything in it, is named by an anchor or stands for something else: then what is written is not all that changes. */
function isTangled(node: YAMLMap): boolean {
  let tangled = false;
  visit(node, {
    Alias: () => {
      tangled = true;
      return visit.BREAK;
    },
    Node(_, each) {
      if ('anchor' in each && each.anchor !== undefined) tangled = true;
      return tangled ? visit.BREAK : undefined;
    },
  });
  return tangled;
}

/** By how much the lists of an entry are indented more than its fields. */
function stepOf(entry: YAMLMap, indent: number): number {
  const list = entry.items.map(({ value }) => value).find((value) => isSeq(value) && value.flow !== true);
  const column = columnOf(list);
  return column === null ? 2 : column - indent;
}

/** The column at which the keys of a group, or the hyphens of a list, stand. */
function columnOf(node: unknown): number | null {
  const token = (node as { srcToken?: { indent?: number } } | undefined)?.srcToken;
  return token?.indent ?? null;
}

/** Where a pair ends: right behind its last sign. */
function endOf({ key, value }: Pair): number {
  return Math.max(rangeOf(key)[1], lastOf(value));
}

function lastOf(node: unknown): number {
  if (isMap(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1) as Pair);
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return lastOf(node.items.at(-1));
  if (isScalar(node) && node.source === '' && node.type === 'PLAIN') return 0;
  return rangeOf(node)[1];
}

function rangeOf(node: unknown): readonly [number, number, number] {
  return (node as Node | null)?.range ?? [0, 0, 0];
}

function under(node: unknown, key: string): unknown {
  return isMap(node) ? node.items.find((pair) => keyOf(pair) === key)?.value : undefined;
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

function isGroup(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it is read: texts without the space around them, and nothing where a text is empty. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.replaceAll('\r\n', '\n').trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (!isGroup(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trimmed(each)]));
}

/** What a field says, however it is written: a list of one text is that text, and an empty one or `false` says nothing. */
function meaning(value: unknown): unknown {
  if (!Array.isArray(value)) return value === 'false' ? null : value;
  return value.length < 2 ? (value[0] ?? null) : value;
}

/** Whether two values hold the same, in whichever order their fields stand. */
function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, at) => same(each, other[at]))
    );
  if (!isGroup(one) || !isGroup(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}
