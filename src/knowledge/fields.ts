import { EVIDENCE, SOURCE_TYPES } from './entry.js';

/** What a YAML field holds. `group` and `groups` are maps and lists of maps with fields of their own. */
export type Kind = 'text' | 'texts' | 'flag' | 'date' | 'number' | 'word' | 'lists' | 'words' | 'group' | 'groups';

/** One key that leads may write. `means` is the sentence that the leads' README shows. */
export interface Field {
  kind: Kind;
  required?: true;
  /** The allowed values of kind `word`. */
  words?: readonly string[];
  means: string;
}

export type Fields = Record<string, Field>;

export const TOPIC_FIELDS = {
  topic: { kind: 'text', means: 'The name of the file’s subject, as people see it in `/iastm topics`.' },
  owner: { kind: 'text', means: 'Slack user id (`U…`) of the lead who looks after the file.' },
  entries: { kind: 'group', required: true, means: 'The entries, each under its id.' },
} as const satisfies Fields;

export const ENTRY_FIELDS = {
  questions: {
    kind: 'texts',
    required: true,
    means: 'The phrasings, as people really type them. The first is the title that people see.',
  },
  short: { kind: 'text', means: 'The answer in one sentence of at most 160 characters.' },
  answer: {
    kind: 'text',
    required: true,
    means: 'The answer in Markdown. `[1]` marks what the first of `sources` supports.',
  },
  evidence: {
    kind: 'word',
    words: Object.keys(EVIDENCE),
    means: 'Strength of evidence: `good`, `fair`, `low`, `expert`, `practice` or `theory`.',
  },
  evidence_note: { kind: 'text', means: 'One sentence, where one word on the evidence is not honest enough.' },
  safety: { kind: 'flag', means: '`true` where a wrong answer could harm a patient: the reply carries a caution.' },
  watch_for: {
    kind: 'texts',
    means: 'Words and phrases, as people say them, that must bring this entry to the eye whatever else is asked.',
  },
  related: { kind: 'texts', means: 'Ids of the next questions that a person really has.' },
  sources: { kind: 'texts', required: true, means: 'Ids from `sources.yml`, in the order of their marks.' },
  reviewed: { kind: 'date', means: 'The day on which a clinician of the clinic reviewed the entry, as 2026-11-30.' },
  reviewed_by: { kind: 'text', means: 'Who reviewed it.' },
} as const satisfies Fields;

export const SOURCES_FIELDS = {
  sources: { kind: 'group', required: true, means: 'The sources, each under its id.' },
} as const satisfies Fields;

export const SOURCE_FIELDS = {
  citation: { kind: 'text', required: true, means: 'Authors (year). Title. Journal volume:pages.' },
  type: {
    kind: 'word',
    words: SOURCE_TYPES,
    means: 'What kind of publication it is. A `practice page` shows what is done or said, never that it works.',
  },
  url: { kind: 'text', means: 'The link that people follow: a DOI, PubMed or PMC address where there is one.' },
  pmid: { kind: 'text', means: 'The PubMed number.' },
  verified: { kind: 'flag', means: '`false` where nobody has read at least its abstract or page.' },
  note: { kind: 'text', means: 'What a reader must know when weighing it, such as who paid for it.' },
} as const satisfies Fields;

export const GLOSSARY_FIELDS = {
  terms: { kind: 'groups', means: 'Terms of the field, shown by `/iastm glossary`.' },
  shorthand: { kind: 'words', means: 'What staff type, and what search reads instead.' },
  synonyms: { kind: 'lists', means: 'Groups of words that mean the same to search.' },
} as const satisfies Fields;

export const TERM_FIELDS = {
  name: { kind: 'text', required: true, means: 'The term.' },
  definition: { kind: 'text', required: true, means: 'What it means, in one line.' },
  also: { kind: 'texts', means: 'Other words for the same thing.' },
} as const satisfies Fields;

export const PATH_FIELDS = {
  units: { kind: 'groups', required: true, means: 'The units of the reading path, in order.' },
} as const satisfies Fields;

export const UNIT_FIELDS = {
  title: { kind: 'text', required: true, means: 'The unit’s name.' },
  entries: { kind: 'texts', required: true, means: 'Ids of the entries to read, in order.' },
  quiz: { kind: 'groups', means: 'Questions to check oneself with.' },
} as const satisfies Fields;

export const QUIZ_FIELDS = {
  question: { kind: 'text', required: true, means: 'What is asked.' },
  options: { kind: 'texts', required: true, means: 'What one can choose from.' },
  right: { kind: 'number', required: true, means: 'The right option, counted from 1.' },
  entry: { kind: 'text', required: true, means: 'The entry that supports it.' },
} as const satisfies Fields;
