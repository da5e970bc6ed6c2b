import type { Field, Fields, Kind } from './fields.js';

/** Which words a field of one word takes, and what to do where it holds another. */
export function expectation(field: Field): { allowed: (word: string) => boolean; remedy: string } {
  const kind: Kind = field.kind;
  if (kind === 'flag')
    return { allowed: (word) => word === 'true' || word === 'false', remedy: 'Write true or false.' };
  if (kind === 'number') return { allowed: (word) => /^\d{1,6}$/.test(word), remedy: 'Write a whole number.' };
  if (kind === 'date') return { allowed: isDate, remedy: 'Write the date as 2026-11-30.' };
  const words = field.words ?? [];
  return { allowed: (word) => words.includes(word), remedy: `Write one of: ${words.join(', ')}.` };
}

/** Whether a text is a day of the calendar, written as 2026-11-30. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The fields of a table, for a sentence. */
export function names(table: Fields): string {
  return Object.keys(table).join(', ');
}

/** The fields that are needed, quoted for a sentence; all of them where none is. */
export function required(table: Fields): string {
  const needed = Object.keys(table).filter((name) => table[name]?.required);
  return (needed.length > 0 ? needed : Object.keys(table)).map((name) => `"${name}"`).join(', ');
}

/** What to do about a field that is not in the table: the nearest known one, or all of them. */
export function unknownRemedy(name: string, table: Fields): string {
  if (name.includes('\u00a0')) return 'Delete the special spaces before it and type ordinary ones.';
  const near = Object.keys(table).find((known) => closeTo(name.toLowerCase().trim(), known));
  return near ? `Did you mean "${near}"?` : `Known fields are: ${names(table)}.`;
}

/** Whether two words differ in at most two letters, by length and by letters in place from either end. */
function closeTo(word: string, known: string): boolean {
  if (word === known) return true;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  let end = 0;
  while (end < word.length - start && end < known.length - start && word.at(-1 - end) === known.at(-1 - end)) end++;
  return Math.max(word.length, known.length) - start - end <= 2;
}

/** What to do about a fault of the YAML itself, by the parser's code. */
export function yamlRemedy(code: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'Use spaces, not tabs, at the beginning of a line.';
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Line the text up with the lines above, with two spaces more for each level.';
    case 'MISSING_CHAR':
    case 'BAD_DQ_ESCAPE':
      return 'Close the quote or bracket that was opened, or begin a longer text with "|" on a line of its own.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return 'Put quotes around a text that holds ": " or begins with a special character.';
    case 'MULTIPLE_DOCS':
      return 'Remove the line "---"; a file is one document.';
    default:
      return 'Compare the lines around with a well-formed entry in knowledge/README.md.';
  }
}
