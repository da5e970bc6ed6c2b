import type { Place } from './entry.js';

/** `error`: `npm run check` fails. `warning`: something for a lead to work through. */
export type Severity = 'error' | 'warning';

/**
 * Every finding that a knowledge folder can give, with its severity and what it is about.
 * K1 the file and its shape, K2 ids and references: a folder with such an error is not served.
 * K3 content: `npm run check` reports it, the folder is served all the same.
 */
export const PROBLEMS = {
  K101: { severity: 'error', about: 'the text is not valid YAML' },
  K102: { severity: 'error', about: 'the folder or file cannot be read: missing, too large, or not UTF-8' },
  K103: { severity: 'error', about: 'unknown field' },
  K104: { severity: 'error', about: 'missing field' },
  K105: { severity: 'error', about: 'wrong type: text, list, true/false or a group of fields is expected' },
  K106: { severity: 'error', about: 'empty: a field, a list or a file has nothing in it' },
  K107: { severity: 'error', about: 'not one of the allowed words' },
  K108: { severity: 'error', about: 'YAML anchors, aliases and tags are not allowed' },
  K109: { severity: 'error', about: 'invisible control character in the text' },
  K110: { severity: 'warning', about: 'text after " #" is a comment and is lost' },
  K111: { severity: 'warning', about: 'the file does not end with a line break, as if it were cut off' },
  K112: { severity: 'error', about: 'bad date' },
  K201: { severity: 'error', about: 'bad id: small letters, digits and hyphens only' },
  K202: { severity: 'error', about: 'id used twice' },
  K203: { severity: 'error', about: 'unknown source' },
  K204: { severity: 'error', about: 'the reading path names an unknown entry, or a right option that is not there' },
  K301: { severity: 'error', about: 'the same question in two entries' },
  K302: { severity: 'warning', about: 'the same question twice in one entry' },
  K303: { severity: 'error', about: 'unknown related entry, or an entry related to itself' },
  K304: { severity: 'warning', about: 'source never used' },
  K305: { severity: 'error', about: 'answer too long for Slack' },
  K306: { severity: 'error', about: 'short form longer than 160 characters' },
  K307: { severity: 'error', about: 'a mark such as [3] has no source of that number' },
  K308: { severity: 'warning', about: 'a source of the entry is never marked in its answer' },
  K309: { severity: 'error', about: 'malformed link, DOI or PubMed number' },
  K310: { severity: 'warning', about: 'safety entry never reviewed by a clinician' },
  K311: { severity: 'warning', about: 'entry never reviewed by a clinician' },
  K312: { severity: 'warning', about: 'review overdue' },
  K313: { severity: 'error', about: 'review date without a name, or a name without a date, or a date in the future' },
  K314: { severity: 'warning', about: 'unverified source under an entry' },
  K315: { severity: 'error', about: 'safety entry that rests on unverified sources alone' },
  K316: { severity: 'warning', about: 'no strength of evidence' },
  K317: { severity: 'warning', about: 'a word stands in two groups of the glossary' },
  K318: { severity: 'warning', about: 'safety entry without words to watch for' },
  K319: { severity: 'warning', about: 'two entries watch for the same words' },
  K320: { severity: 'warning', about: 'a watched word is common in the questions of other entries' },
  K321: { severity: 'warning', about: 'a watched phrase of small words alone' },
  K322: { severity: 'warning', about: 'entries with fewer than eight phrasings, told once a file' },
  K323: { severity: 'warning', about: 'entry with more than thirty phrasings' },
  K324: { severity: 'warning', about: 'answer shorter than 60 words or longer than 120' },
  K325: { severity: 'warning', about: 'answer harder to read than grade 10 (Flesch-Kincaid)' },
  K326: { severity: 'warning', about: 'short form missing, shorter than 20 characters, or with a mark' },
  K327: { severity: 'warning', about: 'answer that begins by saying the short form again' },
  K328: { severity: 'warning', about: 'safety entry whose answer names nobody who decides' },
  K329: { severity: 'warning', about: 'safety entry that promises: "is safe", "cures", "no side effects"' },
  K330: { severity: 'warning', about: 'entry that leads to fewer than two or more than four others' },
  K331: { severity: 'warning', about: 'entry that no other leads to' },
  K332: { severity: 'warning', about: 'the right option is the longest in most questions of the reading path' },
  K333: { severity: 'warning', about: 'fewer than eight questions of the reading path are on safety entries' },
  K334: { severity: 'warning', about: 'option of a question longer than 75 characters, or written twice' },
  K335: { severity: 'warning', about: 'question about an entry that is not in its unit' },
  K336: { severity: 'warning', about: 'definition in the glossary longer than a line of 300 characters' },
} as const satisfies Record<string, { severity: Severity; about: string }>;

export type Code = keyof typeof PROBLEMS;

/** One finding, in the reader's words: where, what is wrong, what to do. */
export interface Problem {
  code: Code;
  severity: Severity;
  place: Place;
  message: string;
  remedy: string;
}

export function problem(code: Code, place: Place, message: string, remedy: string): Problem {
  return { code, severity: PROBLEMS[code].severity, place, message, remedy };
}

/** Whether a folder with this problem must not be served. */
export function blocks(found: Problem): boolean {
  return found.severity === 'error' && !found.code.startsWith('K3');
}

/** `safety.yml:41:5 error K203 message remedy`. `dir` is put before the file's name. */
export function problemLine(found: Problem, dir = ''): string {
  const { file, line, col } = found.place;
  const path = dir === '' ? file : `${dir.replace(/\/+$/, '')}/${file}`;
  return `${path}:${line}:${col} ${found.severity} ${found.code} ${found.message} ${found.remedy}`;
}

/** The lines of those problems that are errors. */
export function errorLines(problems: readonly Problem[], dir: string): string[] {
  return problems.filter(({ severity }) => severity === 'error').map((found) => problemLine(found, dir));
}

/** Orders problems by file, line, column and code. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.col - b.place.col ||
    compare(a.code, b.code)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
