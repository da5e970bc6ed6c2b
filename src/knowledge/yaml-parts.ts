/** A line that begins an entry, a source, or an item of a file's outermost list. */
const BEGINNING = /^ {1,4}(?:[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?|- [^\n]*)\r?$/gm;

/** A part of a text that can be read by itself. */
export interface Part {
  from: number;
  part: string;
  /** Whether it is an entry, a source or an item, and no outermost field. */
  isInner: boolean;
}

/** A text of the same length and the same lines without some of its parts. */
export function without(text: string, parts: readonly Part[]): string {
  return parts.reduce(
    (rest, { from, part }) => rest.slice(0, from) + part.replace(/[^\r\n]/g, ' ') + rest.slice(from + part.length),
    text,
  );
}

/** A text in the parts that can be read by themselves: what stands before the first entry, then each entry. */
export function partsOf(text: string): Part[] {
  const lines = [...text.matchAll(BEGINNING)];
  // What begins as an item does is none where entries begin with their names.
  const isItem = (line = '') => line.trimStart().startsWith('- ');
  const all = lines.filter(([line]) => isItem(line) === isItem(lines[0]?.[0]));
  const depth = depthOf(all[0]?.[0] ?? '');
  const outermost = [...text.matchAll(/^[a-z_]+:/gm)].map(({ index }) => index);
  const inner = all.filter(([line]) => depthOf(line) === depth).map(({ index }) => index);
  const begins = [...new Set([0, ...outermost, ...inner])].sort((a, b) => a - b);
  const isInner = (from: number) => inner.includes(from) && depth > 0;
  return begins.map((from, at) => ({ from, part: text.slice(from, begins[at + 1]), isInner: isInner(from) }));
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}
