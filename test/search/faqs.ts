import type { Entry, Glossary, Knowledge } from '../../src/knowledge/entry.js';
import { createMatcher, type Matcher } from '../../src/search/matcher.js';
import { train } from '../../src/search/train.js';

/** A small FAQ of the tests' own, about a library: nothing in the search knows this field. */
export const LIBRARY: Readonly<Record<string, readonly [string, ...string[]]>> = {
  opening: [
    'When is the library open?',
    'opening hours',
    'what time do you close on saturday',
    'are you open on sundays',
  ],
  card: ['How do I get a library card?', 'join the library', 'what do I need to become a member', 'new member sign up'],
  renew: ['Can I keep a book for longer?', 'renew my loan', 'extend the due date', 'how often may I renew a book'],
  late: [
    'What does a late book cost?',
    'overdue fee',
    'fine for bringing a book back late',
    'how much is the late charge',
  ],
  lost: [
    'What if I lost a book?',
    'my book is missing',
    'I cannot find the book that I borrowed',
    'replace a lost book',
  ],
  printing: ['Where can I print?', 'printing a document', 'is there a copier', 'cost of colour prints'],
  rooms: [
    'Can we book a study room?',
    'reserve a group room',
    'room for a meeting of five',
    'quiet place to work together',
  ],
  'lost-card': ['What if I lost my card?', 'my library card is gone', 'card stolen', 'block a missing card'],
};

const NO_GLOSSARY: Glossary = { terms: [], shorthand: new Map(), synonyms: [] };

/** What a small FAQ has beside its phrasings. */
export interface Extras {
  /** Entries that are safety-critical. */
  safety?: readonly string[];
  /** Watched words by entry. */
  watch?: Readonly<Record<string, readonly string[]>>;
  /** Answers by entry; all others are the same. */
  answers?: Readonly<Record<string, string>>;
  glossary?: Glossary;
}

/** Knowledge from ids and phrasings. An entry that only watches needs no phrasings of its own. */
export function knowledgeOf(
  questions: Readonly<Record<string, readonly [string, ...string[]]>>,
  { safety = [], watch = {}, answers = {}, glossary = NO_GLOSSARY }: Extras = {},
): Knowledge {
  const place = { file: 'library.yml', line: 1, col: 1 };
  const watchers = Object.keys(watch).filter((id) => !(id in questions));
  const phrasings = { ...questions, ...Object.fromEntries(watchers.map((id) => [id, [`about ${id}`] as const])) };
  const entries = Object.entries(phrasings).map(([id, own]): [string, Entry] => [
    id,
    {
      id,
      topic: 'library',
      questions: own,
      answer: answers[id] ?? 'Ask at the desk.',
      sources: [],
      safety: safety.includes(id),
      watchFor: watch[id] ?? [],
      related: [],
      featured: false,
      place,
    },
  ]);
  return { topics: new Map(), entries: new Map(entries), sources: new Map(), glossary, path: [] };
}

/** A matcher of a small FAQ. */
export function matcherOf(...faq: Parameters<typeof knowledgeOf>): Matcher {
  return createMatcher(train(knowledgeOf(...faq)));
}
