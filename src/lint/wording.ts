import type { Entry } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintDeps, quoted, type Rule } from './rule.js';

/** On words that readers do not know, and on what is nobody's business or is not so yet. */
export const wordingRules: readonly Rule[] = [patients, abbreviations, datesToCome, yearsOfSources];

/** Abbreviations that a finding names. */
const NAMED = 5;
/** Capitals that everybody reads: countries, offices, clocks, file types, and what nobody spells out. */
const EVERYDAY = new Set(
  'TODO TBD FIXME XXX AM PM OK US USA UK EU UN ID TV IT FAQ PDF DNA HIV AIDS GP ER ICU CEO DIY VIP FDA NHS CDC WHO AI I II III IV V VI VII VIII IX X XI XII'.split(
    ' ',
  ),
);
/** Two to six capitals, also with a figure or a plural's s. */
const ABBREVIATION = /(?<![\p{L}\p{N}-])[A-Z]{2,6}(?=s?(?![\p{L}\p{N}]))/gu;

/** What people read of an entry besides its phrasings. */
function told(entry: Entry): { field: string; text: string }[] {
  const { short = '', answer, evidenceNote = '' } = entry;
  return [
    { field: 'short', text: short },
    { field: 'answer', text: answer },
    { field: 'evidence_note', text: evidenceNote },
  ];
}

/** What no answer has a use for; it may well name a clinician, a telephone or a day. */
const OF_PATIENTS: ReadonlySet<string> = new Set(['record number', 'id number']);

/** The details are not repeated: this is printed where others can read it. */
function patients({ knowledge, at, identifiers }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const texts: { field: string; item?: number; text: string; isOf: (kind: string) => boolean }[] = [
      ...entry.questions.map((text, item) => ({
        field: 'questions',
        item,
        text,
        isOf: (kind: string) => kind !== 'link',
      })),
      ...told(entry).map((one) => ({ ...one, isOf: (kind: string) => OF_PATIENTS.has(kind) })),
    ];
    return texts.flatMap(({ field, item, text, isOf }) => {
      const kinds = identifiers(text).filter(isOf);
      if (kinds.length === 0) return [];
      const message = `"${entry.id}" seems to hold what tells who a patient is: ${kinds.join(', ')}.`;
      return [problem('K343', at(entry, field, item), message, 'Take it out; people ask the same without it.')];
    });
  });
}

function abbreviations({ knowledge, at }: LintDeps): Problem[] {
  const { terms, shorthand, synonyms } = knowledge.glossary;
  const listed = [
    ...terms.flatMap(({ name, also }) => [name, ...also]),
    ...shorthand.keys(),
    ...shorthand.values(),
    ...synonyms.flat(),
  ];
  const known = new Set(listed.flatMap((phrase) => phrase.toUpperCase().split(/[^\p{L}\p{N}]+/u)));
  return each(knowledge, (entry) => {
    const texts = told(entry).map(({ text }) => text);
    const whole = texts.join('\n');
    // Whoever asks by a word knows it.
    const asked = entry.questions.join('\n');
    const unknown = [...new Set(whole.match(ABBREVIATION) ?? [])].filter(
      (word) =>
        ![EVERYDAY, known].some((words) => words.has(word)) && !asked.includes(word) && !isExplained(word, whole),
    );
    const [first] = unknown;
    if (first === undefined) return [];
    const field = told(entry).find(({ text }) => text.includes(first))?.field ?? 'answer';
    const message = `"${entry.id}" says ${quoted(unknown, NAMED)} and does not say what that means.`;
    const remedy = 'Write it out once, with the short form in brackets, or add it to the terms of glossary.yml.';
    return [problem('K344', at(entry, field, first), message, remedy)];
  });
}

/** `range of motion (ROM)`, `ROM (range of motion)`, or a word that stands in small letters, too, and is only said aloud: STOP. */
function isExplained(word: string, text: string): boolean {
  return text.includes(`(${word}`) || new RegExp(`\\b${word}s?\\*{0,2} \\(|\\b${word.toLowerCase()}\\b`).test(text);
}

/** A year, alone or in a date; not one of figures or addresses. */
const YEAR = /(?<![\w/.-])(20\d\d)(-\d\d-\d\d)?(?![\w/]|\.\d)/g;

function datesToCome({ knowledge, today, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) =>
    told(entry).flatMap(({ field, text }) => {
      const [date] = toCome(text, today);
      if (date === undefined) return [];
      const message = `"${entry.id}" tells of ${date}, which is to come: the bot says it word for word from now on.`;
      return [
        problem('K345', at(entry, field, date), message, 'Say what holds today, and change it when the day is there.'),
      ];
    }),
  );
}

function yearsOfSources({ knowledge, today, at }: LintDeps): Problem[] {
  return [...knowledge.sources.values()].flatMap((source) => {
    const [date] = toCome(source.citation, today);
    if (date === undefined) return [];
    const message = `The source "${source.id}" is of ${date}, which is to come.`;
    return [problem('K345', at(source, 'citation', date), message, 'Correct the year.')];
  });
}

/** The dates of a text that are later than today, as they are written. */
function toCome(text: string, today: string): string[] {
  return [...text.matchAll(YEAR)]
    .filter(([, year = '', day]) => (day === undefined ? year > today.slice(0, 4) : `${year}${day}` > today))
    .map(([whole]) => whole);
}
