import { fold, MASK } from './fold.js';
import { nameEnd } from './names.js';
import type { Kind, Rule } from './rule.js';
import { RULES } from './rules.js';

/** A part of a text that identifies a person, from `start` to before `end`. */
export interface Found {
  kind: Kind;
  start: number;
  end: number;
}

/** A text that has been cleared can be cleared again: what stands in brackets already is left alone. */
const PLACEHOLDER = new RegExp(`\\[(?:${[...new Set(RULES.map(({ kind }) => kind))].join('|')})\\]`, 'gu');
const RULES_WITHOUT_DIGIT = RULES.filter(({ digit }) => digit !== true);
/** A find can lay bare another, once or twice: "MRN 12, Kowalski". */
const MOST_ROUNDS = 4;

/** Replaces what identifies a person by its kind in brackets, and tells each kind that was found once. */
export function redact(text: string): { text: string; found: readonly Kind[] } {
  const parts: string[] = [];
  const kinds = new Set<Kind>();
  let at = 0;
  for (const { kind, start, end } of find(text)) {
    parts.push(text.slice(at, start), `[${kind}]`);
    kinds.add(kind);
    at = end;
  }
  return { text: parts.join('') + text.slice(at), found: [...kinds] };
}

/** What identifies a person in a text, in the text's order; the places are those of the text as typed. */
export function find(text: string): Found[] {
  const folded = fold(text);
  let view = folded.view.replace(PLACEHOLDER, (placeholder) => MASK.repeat(placeholder.length));
  const all: Found[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = all.length;
    for (const rule of /\d/.test(view) ? RULES : RULES_WITHOUT_DIGIT) {
      const found = apply(rule, view);
      view = mask(view, found);
      all.push(...found);
    }
    if (all.length === before) break;
  }
  return all
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => ({ kind, start: folded.start(start), end: folded.end(end) }));
}

/** What one rule finds in a view; no two overlap. */
function apply(rule: Rule, view: string): Found[] {
  const found: Found[] = [];
  let free = 0;
  for (const match of matches(rule.pattern, view)) {
    const [start, end] = span(rule, match, view);
    if (start < free || end <= start) continue;
    found.push({ kind: rule.kind, start, end });
    free = end;
  }
  return found;
}

/** As `matchAll`, which copies the pattern at every call and so takes three times as long on a short text. */
function* matches(pattern: RegExp, view: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match !== null; match = pattern.exec(view)) {
    if (match[0] === '') pattern.lastIndex += (view.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
    const next = pattern.lastIndex;
    yield match;
    pattern.lastIndex = next;
  }
}

/** From where to where a match goes, as `Rule.pattern` tells. */
function span({ name }: Rule, match: RegExpExecArray, view: string): readonly [number, number] {
  const end = match.index + match[0].length;
  if (name !== undefined) return [end, nameEnd(view, end, name)];
  const groups = match.indices?.groups;
  return groups?.it ?? groups?.bare ?? [groups?.from?.[0] ?? match.index, end];
}

function mask(view: string, found: readonly Found[]): string {
  if (found.length === 0) return view;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    parts.push(view.slice(at, start), MASK.repeat(end - start));
    at = end;
  }
  return parts.join('') + view.slice(at);
}
