import { isScalar, Scalar } from 'yaml';
import { ENTRY_FIELDS, type Fields } from './fields.js';

/** What a field holds: one text, or a list of them. */
export type Value = string | readonly string[];

/** A part of a text and what takes its place. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** The text with one part replaced; everything else stays as it is, to the byte. */
export function spliced(text: string, { from, to, text: into }: Splice): string {
  return text.slice(0, from) + into + text.slice(to);
}

/** The line break that the text has before a place; where there is none, its first one. */
export function breakAt(text: string, at: number): string {
  const before = text.lastIndexOf('\n', at - 1);
  const found = before === -1 ? text.indexOf('\n') : before;
  return found > 0 && text[found - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the line begins that a place stands in. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line ends that a place stands in, with its break; a place right behind a break belongs to the line before. */
export function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Whole lines put in where a line begins, or after the last one, which may lack its break: a text that ends within a line looks cut off. */
export function linesAt(text: string, at: number, lines: readonly string[]): Splice {
  const next = breakAt(text, at);
  const isOpen = at > 0 && text[at - 1] !== '\n';
  return { from: at, to: at, text: (isOpen ? next : '') + lines.map((line) => line + next).join('') };
}

/** A field with its value, as new lines. Ids stand in one line, other lists one below the other, indented by `step`. */
export function fieldLines(name: string, value: Value, indent: number, step: number): string[] {
  const margin = ' '.repeat(indent);
  if (typeof value !== 'string') {
    if (name === 'sources' || name === 'related') return [`${margin}${name}: ${flowList(value)}`];
    return [`${margin}${name}:`, ...value.map((item) => itemLine(item, indent + step))];
  }
  if ((ENTRY_FIELDS as Fields)[name]?.shape === 'number') return [`${margin}${name}: ${value}`];
  if (name !== 'answer' && !value.includes('\n')) return [`${margin}${name}: ${inline(value)}`];
  return [`${margin}${name}: |`, ...literalLines(value, indent + 2)];
}

export function itemLine(item: string, indent: number): string {
  return `${' '.repeat(indent)}- ${inline(item)}`;
}

export function flowList(items: readonly string[]): string {
  return `[${items.map((item) => inline(item, { flow: true })).join(', ')}]`;
}

/** The lines of a text that begins with `|` on the line before. */
export function literalLines(value: string, indent: number): string[] {
  return value.split('\n').map((line) => (line.trim() === '' ? '' : ' '.repeat(indent) + line));
}

/** A text of one line as YAML: in the quotes that it had, else plain where nothing in it means something to YAML. */
export function inline(value: string, { flow = false, like }: { flow?: boolean; like?: unknown } = {}): string {
  const type = isScalar(like) ? like.type : undefined;
  if (type === Scalar.QUOTE_SINGLE && isPrintable(value)) return singleQuoted(value);
  if (type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value);
  if (isPlain(value, flow) || (type === Scalar.PLAIN && isNumber((like as Scalar).value) && isNumber(value)))
    return value;
  return /["\\]/.test(value) && !value.includes("'") && isPrintable(value)
    ? singleQuoted(value)
    : JSON.stringify(value);
}

/** Where a number stood without quotes, one may stand so. */
function isNumber(value: unknown): boolean {
  return typeof value === 'string' && /^\d+$/.test(value);
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function isPrintable(value: string): boolean {
  return !/\p{Cc}/u.test(value);
}

/** What YAML, or one of its readers, would not take for a plain text: signs at the beginning, ": " and " #", bare numbers and words. */
function isPlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || !isPrintable(value) || !value.isWellFormed()) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=<]/.test(value) || /:(\s|$)|\s#/.test(value) || /^\.\.\.(\s|$)/.test(value)) return false;
  if (/^(~|null|yes|no|on|off|y|n|[-+.\d][\d_,.:eE+-]*)$/i.test(value)) return false;
  return !flow || !/[,[\]{}]|:$/.test(value);
}
