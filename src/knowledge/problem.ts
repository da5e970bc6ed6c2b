import type { Place } from './entry.js';

/** `error`: `npm run check` fails. `warning`: something for a lead to work through. */
export type Severity = 'error' | 'warning';

/**
 * Every finding that a knowledge folder can give, with its severity and what it is about.
 * K1 the file and its shape, K2 ids and references: a folder with such an error is not served.
 * K3 content: `npm run check` reports it, the folder is served all the same.
 */
export const PROBLEMS = {
  K101: { severity: 'error', about: 'a sign is missing or out of place, so that the file cannot be read' },
  K102: {
    severity: 'error',
    about: 'the folder or file cannot be read: missing, too large, not UTF-8, or no ordinary file',
  },
  K103: { severity: 'error', about: 'unknown field' },
  K104: { severity: 'error', about: 'missing field' },
  K105: { severity: 'error', about: 'wrong type: text, list, true/false or a group of fields is expected' },
  K106: { severity: 'error', about: 'empty: a field, a list or a file has nothing in it' },
  K107: { severity: 'error', about: 'not one of the allowed words' },
  K108: { severity: 'error', about: 'YAML anchors, aliases and tags are not allowed' },
  K109: { severity: 'error', about: 'invisible character in the text, or a letter that was lost in saving' },
  K110: { severity: 'error', about: 'text after " #" is a comment and is lost' },
  K111: { severity: 'error', about: 'the file ends in the middle of a line, as if it were cut off' },
  K112: { severity: 'error', about: 'bad date' },
  K113: { severity: 'error', about: 'two files of one name, such as a copy, or .yaml beside .yml' },
  K114: { severity: 'error', about: 'file that is named so that it is not read: .YML, .yml.txt, Glossary.yml' },
  K115: {
    severity: 'warning',
    about: 'file or folder that looks like knowledge and is not read: a backup, a sub-folder',
  },
  K116: { severity: 'warning', about: 'text in curly quotes, which are shown as part of it' },
  K117: { severity: 'error', about: 'a merge left two versions of the same lines' },
  K201: { severity: 'error', about: 'bad id: small letters, digits and hyphens only' },
  K202: { severity: 'error', about: 'id used twice' },
  K203: { severity: 'error', about: 'unknown source' },
  K204: { severity: 'error', about: 'the reading path names an unknown entry, or a right option that is not there' },
  K205: { severity: 'error', about: 'an id that an entry had before is another entry’s, or its own' },
  K301: { severity: 'error', about: 'the same question in two entries' },
  K302: { severity: 'warning', about: 'the same question twice in one entry' },
  K303: { severity: 'error', about: 'unknown related entry, or an entry related to itself' },
  K304: { severity: 'warning', about: 'source never used' },
  K305: { severity: 'error', about: 'answer too long for Slack' },
  K306: { severity: 'error', about: 'short form longer than 160 characters' },
  K307: { severity: 'error', about: 'a mark such as [3] has no source of that number' },
  K308: { severity: 'warning', about: 'sources of the entry that are never marked in its answer' },
  K309: { severity: 'error', about: 'malformed link, DOI or PubMed number' },
  K310: { severity: 'warning', about: 'safety entry never reviewed by a clinician' },
  K311: { severity: 'warning', about: 'entry never reviewed by a clinician' },
  K312: { severity: 'warning', about: 'review overdue: twelve months, or what `review_every` says, are over' },
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
  K329: {
    severity: 'warning',
    about: 'entry that promises: "completely safe", "cures", "no side effects", "guaranteed"',
  },
  K330: { severity: 'warning', about: 'entry that leads to fewer than two or more than four others' },
  K331: { severity: 'warning', about: 'entry that no other leads to' },
  K332: { severity: 'warning', about: 'the right option is the longest in most questions of the reading path' },
  K333: { severity: 'warning', about: 'fewer than eight questions of the reading path are on safety entries' },
  K334: { severity: 'warning', about: 'option of a question longer than 75 characters, or written twice' },
  K335: { severity: 'warning', about: 'question about an entry that is not in its unit' },
  K336: { severity: 'warning', about: 'definition in the glossary longer than a line of 300 characters' },
  K337: { severity: 'warning', about: 'quote of the reading path that its entry does not hold word for word' },
  K340: { severity: 'warning', about: 'phrasing that another entry has a better claim to, as the search measures it' },
  K341: { severity: 'warning', about: 'phrasing of small words alone, such as "what is it"' },
  K342: { severity: 'warning', about: 'Markdown or HTML that Slack shows as it is typed' },
  K343: { severity: 'warning', about: 'what may tell who a patient is: a name, a birth date, a record number' },
  K344: { severity: 'warning', about: 'abbreviation that neither the entry nor the glossary explains' },
  K345: { severity: 'warning', about: 'date to come, in what is told or in a source' },
  K346: { severity: 'warning', about: 'test that is a phrasing already, or stands twice' },
  K347: { severity: 'error', about: 'test that its entry does not win' },
  K348: { severity: 'error', about: 'question of tests.yml that must not be answered, and is' },
  K349: { severity: 'warning', about: 'known gap of tests.yml that is answered now' },
  K350: { severity: 'warning', about: '`review_every` is no number of months from 1 to 60' },
  K351: { severity: 'warning', about: '`changed` is a day to come' },
  K352: { severity: 'warning', about: '`owner` is no member id of Slack' },
  K353: { severity: 'warning', about: 'what is still to be filled in: `____`, TODO, a review by "Name, profession"' },
  K354: { severity: 'warning', about: 'mark in another form, such as (1), [S1] or [1-3]' },
  K355: { severity: 'warning', about: 'entry on safety or red flags that watches for fewer than four words' },
  K356: { severity: 'warning', about: 'the same source, related entry or watched word twice in one list' },
  K357: { severity: 'warning', about: 'phrasing longer than 200 characters' },
  K358: { severity: 'warning', about: 'more than four entries are `featured`' },
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

/** Whether a folder with this problem is kept out of service. Nothing else decides that. */
export function blocks(found: Problem): boolean {
  return found.severity === 'error' && !found.code.startsWith('K3');
}

/** Said of an error that does not block, so that nobody waits for the bot to refuse it. */
const SERVED = 'The bot serves the folder all the same.';

/** The whole finding in sentences: what is wrong, what to do, and what the bot does meanwhile where that is not plain. */
export function wording(found: Problem): string {
  const { severity, message, remedy } = found;
  return [message, remedy, ...(severity === 'error' && !blocks(found) ? [SERVED] : [])].join(' ');
}

/** `knowledge/safety.yml`, with whichever slash ends the folder's name. */
export function pathOf({ place }: Problem, dir: string): string {
  return dir === '' ? place.file : `${dir.replace(/[\\/]+$/, '')}/${place.file}`;
}

/** `safety.yml:41:5 error K203 message remedy`. `dir` is put before the file's name. */
export function problemLine(found: Problem, dir = ''): string {
  const { line, col } = found.place;
  return `${pathOf(found, dir)}:${line}:${col} ${found.severity} ${found.code} ${wording(found)}`;
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
