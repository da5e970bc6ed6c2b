import { isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import { replaced } from './edit-value.js';
import { breakAt, flowList, inline, itemLine, lineEnd, lineStart, linesAt, type Splice, spliced } from './write.js';

/** Characters of a line beyond which a further item of a list in brackets begins a new one. */
const LONGEST_LINE = 140;

interface Lists {
  now: readonly string[];
  to: readonly string[];
  /** The column of the items where the list does not tell it. */
  margin: number;
}

/** How a list becomes another, the first way the one that leaves most of it as it is written: item by item, else anew. */
export function relisted(text: string, node: unknown, lists: Lists): Splice[] {
  if (!isSeq(node)) return [];
  return [itemByItem(text, node, lists), anew(text, node, lists)].filter((splice) => splice !== null);
}

/** What becomes of one item, and what comes behind it. */
interface Fate {
  /** Its text; null where it goes. */
  becomes: string | null;
  behind: string[];
}

/** Items that stay are not touched, nor are comments; what is said in other words stands where it stood, in its manner. */
function itemByItem(text: string, list: YAMLSeq, { now, to, margin }: Lists): Splice | null {
  if (list.items.length !== now.length || now.length === 0) return null;
  const { before, fates } = fatesOf(now, to);
  const isFlow = list.flow === true;
  const column = columnOf(list) ?? margin;
  const splices: (Splice | null)[] = [];
  if (before.length > 0) splices.push(isFlow ? firstInBrackets(list, before) : linesAbove(text, list, before, column));
  const kept = fates.findLastIndex(({ becomes }) => becomes !== null);
  for (const [at, { becomes, behind }] of fates.entries()) {
    const item = list.items[at];
    if (becomes === null) splices.push(isFlow ? outOfBrackets(text, list, at, kept) : wholeLines(text, item));
    else if (becomes !== now[at])
      splices.push(isFlow ? inBrackets(item, becomes) : replaced(text, item, becomes, column));
    if (behind.length > 0)
      splices.push(isFlow ? behindInBrackets(text, list, at, behind) : linesBelow(text, item, behind, column));
  }
  return together(text, splices);
}

/** By the longest common subsequence: an item that goes where another comes is said in other words. */
function fatesOf(now: readonly string[], to: readonly string[]): { before: string[]; fates: Fate[] } {
  const width = to.length + 1;
  const common = new Uint16Array((now.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = now.length - 1; row >= 0; row--)
    for (let column = to.length - 1; column >= 0; column--)
      common[row * width + column] =
        now[row] === to[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const before: string[] = [];
  const fates: Fate[] = [];
  let gone: Fate[] = [];
  let come: string[] = [];
  const settle = () => {
    for (const fate of gone) fate.becomes = come.shift() ?? null;
    (fates.at(-1)?.behind ?? before).push(...come);
    [gone, come] = [[], []];
  };
  for (let row = 0, column = 0; row < now.length || column < to.length; ) {
    if (row < now.length && column < to.length && now[row] === to[column]) {
      settle();
      fates.push({ becomes: to[column] ?? null, behind: [] });
      row++;
      column++;
    } else if (column >= to.length || (row < now.length && at(row + 1, column) >= at(row, column + 1))) {
      const fate: Fate = { becomes: null, behind: [] };
      fates.push(fate);
      gone.push(fate);
      row++;
    } else {
      come.push(to[column] ?? '');
      column++;
    }
  }
  settle();
  return { before, fates };
}

/** Several changes of one text as one. Null where one of them cannot be told. */
function together(text: string, splices: readonly (Splice | null)[]): Splice | null {
  const sorted = splices.filter((splice) => splice !== null).sort((a, b) => a.from - b.from || a.to - b.to);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < splices.length) return null;
  if (sorted.some(({ from }, at) => from < (sorted[at - 1]?.to ?? 0))) return null;
  const changed = sorted.toReversed().reduce(spliced, text);
  return { from: first.from, to: last.to, text: changed.slice(first.from, changed.length - (text.length - last.to)) };
}

function wholeLines(text: string, item: unknown): Splice | null {
  const [from, to] = rangeOf(item);
  return { from: lineStart(text, from), to: lineEnd(text, to), text: '' };
}

function linesAbove(text: string, list: YAMLSeq, items: readonly string[], column: number): Splice {
  return linesAt(text, lineStart(text, rangeOf(list.items[0])[0]), itemLines(items, column));
}

function linesBelow(text: string, item: unknown, items: readonly string[], column: number): Splice {
  return linesAt(text, lineEnd(text, rangeOf(item)[1]), itemLines(items, column));
}

function itemLines(items: readonly string[], column: number): string[] {
  return items.map((item) => itemLine(item, column));
}

function firstInBrackets(list: YAMLSeq, items: readonly string[]): Splice {
  const [from] = rangeOf(list.items[0]);
  return { from, to: from, text: items.map((item) => `${inline(item, { flow: true })}, `).join('') };
}

function inBrackets(item: unknown, to: string): Splice | null {
  if (!isScalar(item)) return null;
  const [from, end] = rangeOf(item);
  return { from, to: end, text: inline(to, { flow: true, like: item }) };
}

/** `kept`: the last item that stays. What goes behind it takes the comma before it along. */
function outOfBrackets(text: string, list: YAMLSeq, at: number, kept: number): Splice {
  const [from, end] = rangeOf(list.items[at]);
  const before = rangeOf(list.items[at - 1])[1];
  if (at > kept && kept >= 0 && !text.slice(before, from).includes('#')) return { from: before, to: end, text: '' };
  const comma = commaAfter(text, end) ?? end;
  const stop = comma + (/^[ \t]*/.exec(text.slice(comma))?.[0].length ?? 0);
  if (!/^\r?\n/.test(text.slice(stop))) return { from, to: stop, text: '' };
  const start = lineStart(text, from);
  const rest = text.slice(start, from).trimEnd().length;
  return rest === 0 ? { from: start, to: lineEnd(text, stop), text: '' } : { from: start + rest, to: stop, text: '' };
}

function behindInBrackets(text: string, list: YAMLSeq, place: number, items: readonly string[]): Splice {
  const [, end] = rangeOf(list.items[place]);
  const comma = commaAfter(text, end);
  const at = comma ?? end;
  const start = lineStart(text, at);
  const rest = text.slice(at, lineEnd(text, at));
  const margin = /^ */.exec(text.slice(start, at))?.[0] ?? '';
  // Behind a plain text a comment could be lost words of it.
  const isCommented = /^\s*#/.test(rest);
  const added = items
    .map((item) => (isCommented && comma === null ? JSON.stringify(item) : inline(item, { flow: true })))
    .join(', ');
  if (comma === null) return { from: at, to: at, text: `,${gap(rest.length)}${added}` };
  if (isCommented) return linesAt(text, at + rest.length, [`${margin}${added},`]);
  return { from: at, to: at, text: `${gap(rest.length)}${added},` };

  /** In the first line of a list the margin is that of its field: what goes on stands deeper. */
  function gap(more: number): string {
    if (at - start + more + added.length <= LONGEST_LINE) return ' ';
    return breakAt(text, at) + margin + (start < (list.range?.[0] ?? 0) ? '  ' : '');
  }
}

/** The whole list in the place of the former one. */
function anew(text: string, list: YAMLSeq, { to, margin }: Lists): Splice | null {
  const [from, end] = list.range ?? [0, 0];
  if (list.flow === true) return { from, to: end, text: flowList(to) };
  const start = lineStart(text, from);
  if (list.items.length === 0 || text.slice(start, from).trim() !== '') return null;
  const stop = lineEnd(text, rangeOf(list.items.at(-1))[1]);
  return { ...linesAt(text, start, itemLines(to, columnOf(list) ?? margin)), to: stop };
}

/** Where the comma behind an item of a list in brackets ends; null where there is none. */
function commaAfter(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '#') at = text.indexOf('\n', at);
    else if (text[at] === ',') return at + 1;
    else if (text[at] === ']' || at === -1) return null;
  }
  return null;
}

function columnOf(list: YAMLSeq): number | null {
  return (list.srcToken as { indent?: number } | undefined)?.indent ?? null;
}

function rangeOf(node: unknown): readonly [number, number] {
  const [from = 0, end = 0] = (node as Node | undefined)?.range ?? [];
  return [from, end];
}
