import { lookAlike } from './characters.js';
import { ENTRY_FIELDS, type Field, type Fields, type Shape, TOPIC_FIELDS } from './fields.js';

/** Which words a field of one word takes, and what to do where it holds another. */
export function expectation(field: Field): { allowed: (word: string) => boolean; remedy: string } {
  const shape: Shape = field.shape;
  if (shape === 'flag')
    return { allowed: (word) => word === 'true' || word === 'false', remedy: 'Write true or false.' };
  if (shape === 'number') return { allowed: (word) => /^\d{1,6}$/.test(word), remedy: 'Write a whole number.' };
  if (shape === 'date') return { allowed: isDate, remedy: 'Write the date as 2026-11-30.' };
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

/** What to do about a field, from a column on, that is not in the table: the nearest known one, or all of them. */
export function unknownRemedy(name: string, column: number, table: Fields): string {
  const alike = lookAlike(`${name}:`, column);
  if (alike) return alike;
  const near = nearest(name, table);
  if (table === TOPIC_FIELDS && name === 'sources')
    return 'Sources stand in sources.yml: move them there. Where it is the field of an entry, put four spaces before it.';
  if (table === TOPIC_FIELDS && Object.hasOwn(ENTRY_FIELDS, name))
    return 'It is a field of an entry: put four spaces before it, and line its items up.';
  return near ? `Did you mean "${near}"?` : `Known fields are: ${names(table)}.`;
}

/** The field that a name is probably meant for; undefined where none is near. */
export function nearest(name: string, table: Fields): string | undefined {
  return nearestOf(name.toLowerCase().trim(), Object.keys(table));
}

/** The word or id that somebody has probably meant: two letters off at the most. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  for (const each of known) if (closeTo(word, each)) return each;
  return undefined;
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

/** A comment that is set off from its text, by two spaces and one after the sign: nobody types a text so. */
const SET_OFF = /^[ \t]*(?:,[ \t]*)?(?:[ ]{2,}|\t[ \t]*)#+(?:\s|$)/;

/** The words that a comment takes away from a text, by what stands after the text in its line. Undefined where none are lost. */
export function lostWords(after: string): string | undefined {
  const [, words] = /^[ \t]*,?[ \t]*#(.*)$/.exec(after) ?? [];
  return words === undefined || SET_OFF.test(after.replace(/^[ \t]*,/, '')) ? undefined : words.trim();
}
