/** The shapes of curated knowledge. Plain data: no behaviour, no disk, no Slack. */

/** Strength of evidence, strongest first. The words are those that leads write in YAML. */
export const EVIDENCE = {
  good: 'consistent controlled trials or a formal guideline',
  fair: 'some controlled trials or reviews, with gaps',
  low: 'small, biased or conflicting trials',
  expert: 'agreement among experts only',
  practice: 'what people do or makers say; not evidence that it works',
  theory: 'an explanation that has not been shown in patients',
} as const;
export type Evidence = keyof typeof EVIDENCE;

/** What kind of publication a source is. The last ones show what is done or said, never that it works. */
export const SOURCE_TYPES = [
  'meta-analysis',
  'systematic review',
  'guideline',
  'randomised trial',
  'controlled trial',
  'uncontrolled study',
  'laboratory study',
  'animal study',
  'model study',
  'survey',
  'expert consensus',
  'narrative review',
  'trial registration',
  'practice page',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Where something stands in a knowledge file. Lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  col: number;
}

/** One publication or page that answers rest on. */
export interface Source {
  id: string;
  citation: string;
  type?: SourceType;
  url?: string;
  pmid?: string;
  /** False where nobody has read more than a mention of it. */
  verified: boolean;
  /** What a reader must know when weighing it, such as who paid for it. */
  note?: string;
  place: Place;
}

/** Slack shows four prompts. Page: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
export const MOST_FEATURED = 4;

/** One question-and-answer. */
export interface Entry {
  id: string;
  /** The topic's id: the file's name without `.yml`. */
  topic: string;
  /** Phrasings; the first is the title. */
  questions: readonly [string, ...string[]];
  /** One sentence, at most 160 characters. */
  short?: string;
  /** Markdown; `[1]` is the first of `sources`. */
  answer: string;
  /** Source ids, in the order of their marks. */
  sources: readonly string[];
  evidence?: Evidence;
  /** One sentence on the evidence, where one word is not honest enough. */
  evidenceNote?: string;
  safety: boolean;
  /** Words and phrases that must bring this entry to the eye whatever else is asked. */
  watchFor: readonly string[];
  related: readonly string[];
  /** True for one of the questions that people are shown to begin with, of which there are `MOST_FEATURED`. */
  featured: boolean;
  /** The ids that the entry had before. */
  formerly?: readonly string[];
  /** Questions that this entry must win; nothing is learned from them. */
  tests?: readonly string[];
  /** ISO date (YYYY-MM-DD) on which the answer was written or last changed, where leads tell it. */
  changed?: string;
  /** ISO date (YYYY-MM-DD) of the last review by a clinician of the clinic. */
  reviewed?: string;
  reviewedBy?: string;
  /** Months after which it is due for review again. */
  reviewEvery?: number;
  place: Place;
}

/** One knowledge file. */
export interface Topic {
  id: string;
  title: string;
  /** Slack user id of the lead who looks after it. */
  owner?: string;
  file: string;
  /** Entry ids in the file's order. */
  entries: readonly string[];
}

/** A term of the field with its one-line definition. */
export interface Term {
  name: string;
  definition: string;
  /** Other words for the same thing, which search treats alike. */
  also: readonly string[];
}

/** The field's words, for search and for `/iastm glossary`. */
export interface Glossary {
  terms: readonly Term[];
  /** What staff type, and what search reads instead: `tx` → `treatment`. */
  shorthand: ReadonlyMap<string, string>;
  /** Groups of words that mean the same to search. */
  synonyms: readonly (readonly string[])[];
}

/** One question of the reading path, answered by choosing an option. */
export interface QuizQuestion {
  question: string;
  options: readonly string[];
  /** The right option, counted from 1. */
  right: number;
  /** The entry that supports it. */
  entry: string;
  /** The words of the entry that support it, as they stand there. */
  quote?: string;
  place: Place;
}

/** One unit of the reading path for new hires. */
export interface Unit {
  title: string;
  entries: readonly string[];
  quiz: readonly QuizQuestion[];
  place: Place;
}

/** What the whole FAQ must not answer: see `TESTS_FIELDS`. */
export interface Tests {
  notAnswered: readonly string[];
  knownGaps: readonly string[];
}

/** A whole knowledge folder, parsed. Maps keep the order of the files, which are read by name. */
export interface Knowledge {
  topics: ReadonlyMap<string, Topic>;
  entries: ReadonlyMap<string, Entry>;
  sources: ReadonlyMap<string, Source>;
  glossary: Glossary;
  path: readonly Unit[];
  tests?: Tests;
}
