import { EVIDENCE, SOURCE_TYPES } from './entry.js';

/**
 * What a YAML field holds. `id` is one word, such as an id, an address or a number, which a comment may follow.
 * `group` and `groups` are maps and lists of maps with fields of their own.
 */
export type Shape =
  | 'text'
  | 'texts'
  | 'id'
  | 'ids'
  | 'flag'
  | 'date'
  | 'number'
  | 'word'
  | 'lists'
  | 'words'
  | 'group'
  | 'groups';

/** One key that leads may write. `means` is the sentence that the leads' README shows. */
export interface Field {
  shape: Shape;
  required?: true;
  /** The allowed values of shape `word`. */
  words?: readonly string[];
  means: string;
}

export type Fields = Record<string, Field>;

export const TOPIC_FIELDS = {
  topic: { shape: 'text', means: 'The name of the file’s subject, as people see it in `/iastm topics`.' },
  owner: { shape: 'id', means: 'Slack user id (`U…`) of the lead who looks after the file.' },
  entries: { shape: 'group', required: true, means: 'The entries, each under its id.' },
} as const satisfies Fields;

export const ENTRY_FIELDS = {
  questions: {
    shape: 'texts',
    required: true,
    means: 'The phrasings, as people really type them. The first is the title that people see.',
  },
  short: { shape: 'text', means: 'The answer in one sentence of at most 160 characters.' },
  answer: {
    shape: 'text',
    required: true,
    means: 'The answer in Markdown. `[1]` marks what the first of `sources` supports.',
  },
  evidence: {
    shape: 'word',
    words: Object.keys(EVIDENCE),
    means: 'Strength of evidence: `good`, `fair`, `low`, `expert`, `practice` or `theory`.',
  },
  evidence_note: { shape: 'text', means: 'One sentence, where one word on the evidence is not honest enough.' },
  safety: { shape: 'flag', means: '`true` where a wrong answer could harm a patient: the reply carries a caution.' },
  watch_for: {
    shape: 'texts',
    means: 'Words and phrases, as people say them, that must bring this entry to the eye whatever else is asked.',
  },
  related: { shape: 'ids', means: 'Ids of the next questions that a person really has.' },
  featured: { shape: 'flag', means: '`true` for one of up to four questions that people are shown to begin with.' },
  formerly: {
    shape: 'ids',
    means: 'Ids that the entry had before it was renamed: buttons in old messages and votes find it by them.',
  },
  tests: {
    shape: 'texts',
    means:
      'Questions that this entry must win, in other words than its phrasings. The check asks them; the bot does not learn them.',
  },
  sources: { shape: 'ids', required: true, means: 'Ids from `sources.yml`, in the order of their marks.' },
  changed: {
    shape: 'date',
    means:
      'The day on which its answer was written or last changed, as 2026-11-30: for sixty days it stands under what is new.',
  },
  reviewed: { shape: 'date', means: 'The day on which a clinician of the clinic reviewed the entry, as 2026-11-30.' },
  reviewed_by: { shape: 'text', means: 'Who reviewed it.' },
  review_every: {
    shape: 'number',
    means: 'Months after which it is due for review again, 1 to 60; 12 where nothing is said.',
  },
} as const satisfies Fields;

export const SOURCES_FIELDS = {
  sources: { shape: 'group', required: true, means: 'The sources, each under its id.' },
} as const satisfies Fields;

export const SOURCE_FIELDS = {
  citation: { shape: 'text', required: true, means: 'Authors (year). Title. Journal volume:pages.' },
  type: {
    shape: 'word',
    words: SOURCE_TYPES,
    means: 'What kind of publication it is. A `practice page` shows what is done or said, never that it works.',
  },
  url: { shape: 'id', means: 'The link that people follow: a DOI, PubMed or PMC address where there is one.' },
  pmid: { shape: 'id', means: 'The PubMed number.' },
  verified: { shape: 'flag', means: '`false` where nobody has read at least its abstract or page.' },
  note: { shape: 'text', means: 'What a reader must know when weighing it, such as who paid for it.' },
} as const satisfies Fields;

export const GLOSSARY_FIELDS = {
  terms: { shape: 'groups', means: 'Terms of the field, shown by `/iastm glossary`.' },
  shorthand: { shape: 'words', means: 'What staff type, and what search reads instead.' },
  synonyms: { shape: 'lists', means: 'Groups of words that mean the same to search.' },
} as const satisfies Fields;

export const TERM_FIELDS = {
  name: { shape: 'text', required: true, means: 'The term.' },
  definition: { shape: 'text', required: true, means: 'What it means, in one line.' },
  also: { shape: 'texts', means: 'Other words for the same thing.' },
} as const satisfies Fields;

export const TESTS_FIELDS = {
  not_answered: {
    shape: 'texts',
    means: 'Questions that must not be answered: none of the FAQ’s business, or too near to it.',
  },
  known_gaps: {
    shape: 'texts',
    means:
      'Questions that the FAQ should answer one day and must not answer today. The check tells when one is answered.',
  },
} as const satisfies Fields;

export const PATH_FIELDS = {
  units: { shape: 'groups', required: true, means: 'The units of the reading path, in order.' },
} as const satisfies Fields;

export const UNIT_FIELDS = {
  title: { shape: 'text', required: true, means: 'The unit’s name.' },
  entries: { shape: 'ids', required: true, means: 'Ids of the entries to read, in order.' },
  quiz: { shape: 'groups', means: 'Questions to check oneself with.' },
} as const satisfies Fields;

export const QUIZ_FIELDS = {
  question: { shape: 'text', required: true, means: 'What is asked.' },
  options: { shape: 'texts', required: true, means: 'What one can choose from.' },
  right: { shape: 'number', required: true, means: 'The right option, counted from 1.' },
  entry: { shape: 'id', required: true, means: 'The entry that supports it.' },
  quote: {
    shape: 'text',
    means:
      'The words of the entry that support it, copied from its answer. Without them the sentence that is likest is quoted.',
  },
} as const satisfies Fields;
