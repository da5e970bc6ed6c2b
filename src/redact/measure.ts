import type { Identifier } from './recognizer.js';
import type { Found } from './redact.js';

/** Questions with what must go from them marked `{name|text}`, and questions in which nothing must. */
export interface LabelledSet {
  identifiers: readonly string[];
  clean: readonly string[];
}

/** A labelled question taken apart. */
export interface Labelled {
  text: string;
  marks: readonly { identifier: Identifier; start: number; end: number }[];
}

/** How many marks of a kind were to go, and in which questions one stayed. */
export interface Recall {
  marked: number;
  missed: string[];
}

/** What a set shows about the redaction. */
export interface Measure {
  recall: Map<Identifier, Recall>;
  /** Words and numbers of the clean questions, and those of them that went. */
  words: { all: number; gone: string[] };
  /** Clean questions whose asker is told that a patient's details were found. */
  told: string[];
  clean: number;
  marked: number;
}

const MARK = /\{([a-z ]{3,24})\|([^{}]{1,200})\}/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['.,/-][\p{L}\p{M}\p{N}]+)*/gu;

/** Reads the marks of a question. */
export function readMarks(line: string): Labelled {
  const marks: { identifier: Identifier; start: number; end: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    text += line.slice(at, match.index);
    const [whole, identifier = '', marked = ''] = match;
    marks.push({ identifier: identifier as Identifier, start: text.length, end: text.length + marked.length });
    text += marked;
    at = match.index + whole.length;
  }
  return { text: text + line.slice(at), marks };
}

/** Counts a mark as gone when no letter or digit of it stays, and a word of a clean question as gone when any of it is. */
export function measure(set: LabelledSet, find: (text: string) => readonly Found[]): Measure {
  const recall = new Map<Identifier, Recall>();
  for (const { text, marks } of set.identifiers.map(readMarks)) {
    const found = find(text);
    for (const { identifier, start, end } of marks) {
      const sum = recall.get(identifier) ?? { marked: 0, missed: [] };
      recall.set(identifier, sum);
      sum.marked += 1;
      if (!isGone(text, start, end, found)) sum.missed.push(text);
    }
  }
  const words: Measure['words'] = { all: 0, gone: [] };
  const told: string[] = [];
  for (const text of set.clean) {
    const found = find(text);
    if (found.some(({ sure }) => sure)) told.push(text);
    for (const { 0: word, index } of text.matchAll(WORD)) {
      words.all += 1;
      if (found.some(({ start, end }) => start < index + word.length && index < end))
        words.gone.push(`${word} in: ${text}`);
    }
  }
  return { recall, words, told, clean: set.clean.length, marked: set.identifiers.length };
}

function isGone(text: string, start: number, end: number, found: readonly Found[]): boolean {
  for (let at = start; at < end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
    if (!found.some((one) => one.start <= at && at < one.end)) return false;
  }
  return true;
}
