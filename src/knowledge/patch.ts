/** One place where a text changes, with up to three lines around it. */
export interface Hunk {
  /** The lines before and after it began with, counted from 1. */
  from: number;
  to: number;
  /** Lines with their breaks, behind ` ` where they stay, `-` where they go, `+` where they come. */
  lines: readonly string[];
}

/** Lines shown around a change. */
const AROUND = 3;
/** Lines around a change that are tried until its place is the only one. */
const WIDER = [AROUND, 10, 30];
/** Lines on one side between the first and the last change beyond which all of them are shown as changed. */
const MOST_COMPARED = 1500;

/** Where two texts differ, line by line, with so many lines around. */
export function hunksOf(before: string, after: string, around = AROUND): Hunk[] {
  const signed = compared(linesOf(before), linesOf(after));
  const changes = signed.flatMap((line, at) => (line.startsWith(' ') ? [] : [at]));
  const groups: { first: number; last: number }[] = [];
  for (const at of changes) {
    const group = groups.at(-1);
    // Changes whose lines around them meet are one.
    if (group !== undefined && at - group.last <= 2 * around + 1) group.last = at;
    else groups.push({ first: at, last: at });
  }
  return groups.map(({ first, last }) => {
    const start = Math.max(0, first - around);
    const above = (but: string) => signed.slice(0, start).filter((line) => !line.startsWith(but)).length;
    return { from: above('+') + 1, to: above('-') + 1, lines: signed.slice(start, last + around + 1) };
  });
}

/** The lines that stay, go and come, in order. */
function compared(before: readonly string[], after: readonly string[]): string[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const kept = (lines: readonly string[]) => lines.map((line) => ` ${line}`);
  const middle =
    Math.max(old.length, now.length) > MOST_COMPARED
      ? [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)]
      : shortest(old, now);
  return [...kept(before.slice(0, head)), ...middle, ...kept(before.slice(before.length - tail))];
}

/** The fewest lines that go and come, by the longest common subsequence. */
function shortest(old: readonly string[], now: readonly string[]): string[] {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      common[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const signed: string[] = [];
  for (let row = 0, column = 0; row < old.length || column < now.length; ) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      signed.push(` ${old[row]}`);
      row++;
      column++;
    } else if (column >= now.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) {
      signed.push(`-${old[row]}`);
      row++;
    } else {
      signed.push(`+${now[column]}`);
      column++;
    }
  }
  return signed;
}

/** A text as lines, each with its break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The same, with as many lines around as tell each place from all others, before and after: it can be carried out, and taken back. */
export function surely(before: string, after: string): Hunk[] {
  for (const around of WIDER) {
    const hunks = hunksOf(before, after, around);
    if (undone(after, hunks) === before && patched(before, hunks) === after) return hunks;
  }
  return hunksOf(before, after, Number.POSITIVE_INFINITY);
}

/** What one text and another were made of a third, in one. Null where both changed the same lines. */
export function merged(base: string, one: string, other: string): string | null {
  return patched(other, surely(base, one));
}

/** The text with a change. Null where the lines that it changes are not there, or stand twice. */
export function patched(text: string, hunks: readonly Hunk[]): string | null {
  const signs: Record<string, string> = { '+': '-', '-': '+' };
  const turned = (line: string) => `${signs[line.charAt(0)] ?? ' '}${line.slice(1)}`;
  return undone(
    text,
    hunks.map(({ from, to, lines }) => ({ from: to, to: from, lines: lines.map(turned) })),
  );
}

/** The changes of one file as `git apply` and `patch -p1` take them. */
export function patchOf(file: string, hunks: readonly Hunk[]): string {
  const parts = hunks.map(({ from, to, lines }) => {
    const count = (but: string) => lines.filter((line) => !line.startsWith(but)).length;
    const range = (start: number, length: number) => (length === 0 ? `${start - 1},0` : `${start},${length}`);
    const body = lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
    return `@@ -${range(from, count('+'))} +${range(to, count('-'))} @@\n${body.join('')}`;
  });
  return `--- a/${file}\n+++ b/${file}\n${parts.join('')}`;
}

/** The text without what came by a change, and with what went by it. Null where those lines are not there any more, or stand twice. */
export function undone(text: string, hunks: readonly Hunk[]): string | null {
  let result = text;
  for (const { lines } of hunks) {
    const part = (but: string) =>
      lines
        .filter((line) => !line.startsWith(but))
        .map((line) => line.slice(1))
        .join('');
    const [now, before] = [part('-'), part('+')];
    const at = placesOf(result, now);
    if (at.length !== 1) return null;
    const [place = 0] = at;
    result = result.slice(0, place) + before + result.slice(place + now.length);
  }
  return result;
}

/** The same changes the other way round. */
export function inverted(hunks: readonly Hunk[]): Hunk[] {
  const signs: Readonly<Record<string, string>> = { '-': '+', '+': '-' };
  return hunks.map(({ from, to, lines }) => ({
    from: to,
    to: from,
    lines: lines.map((line) => (signs[line.charAt(0)] ?? ' ') + line.slice(1)),
  }));
}

/** Where a part stands in a text, from the beginning of a line. */
function placesOf(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (at === 0 || text[at - 1] === '\n') found.push(at);
    if (part === '') break;
  }
  return found;
}
