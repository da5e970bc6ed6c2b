import { find } from './redact.js';
import type { Kind } from './rule.js';

/** Questions with what must go from them marked `{kind|text}`, and questions in which nothing must. */
export interface LabelledSet {
  identifiers: readonly string[];
  clean: readonly string[];
}

/** A labelled question taken apart. */
export interface Labelled {
  text: string;
  marks: readonly { kind: Kind; start: number; end: number }[];
}

/** How many marks of a kind were to go, and which stayed. */
export interface Recall {
  marked: number;
  missed: string[];
}

/** What a set shows about the redaction. */
export interface Measure {
  recall: Map<Kind, Recall>;
  /** Questions in which something was redacted that is not marked, of all; clean ones and others apart. */
  falseAlarms: { clean: string[]; marked: string[] };
  clean: number;
  marked: number;
}

const MARK = /\{([a-z ]{3,24})\|([^{}]{1,200})\}/gu;

/** Reads the marks of a question. */
export function readMarks(line: string): Labelled {
  const marks: { kind: Kind; start: number; end: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    text += line.slice(at, match.index);
    const [whole, kind = '', marked = ''] = match;
    marks.push({ kind: kind as Kind, start: text.length, end: text.length + marked.length });
    text += marked;
    at = match.index + whole.length;
  }
  return { text: text + line.slice(at), marks };
}

/** Counts a mark as gone when no letter or digit of it stays, and a find as false when it touches no mark. */
export function measure(set: LabelledSet): Measure {
  const recall = new Map<Kind, Recall>();
  const marked: string[] = [];
  for (const { text, marks } of set.identifiers.map(readMarks)) {
    const found = find(text);
    for (const { kind, start, end } of marks) {
      const sum = recall.get(kind) ?? { marked: 0, missed: [] };
      recall.set(kind, sum);
      sum.marked += 1;
      if (!isGone(text, start, end, found)) sum.missed.push(text);
    }
    if (found.some((one) => !marks.some((mark) => one.start < mark.end && mark.start < one.end))) marked.push(text);
  }
  const clean = set.clean.filter((text) => find(text).length > 0);
  return { recall, falseAlarms: { clean, marked }, clean: set.clean.length, marked: set.identifiers.length };
}

function isGone(text: string, start: number, end: number, found: readonly { start: number; end: number }[]): boolean {
  for (let at = start; at < end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
    if (!found.some((one) => one.start <= at && at < one.end)) return false;
  }
  return true;
}
