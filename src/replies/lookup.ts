import type { PlainTextOption } from '@slack/types';
import Fuse from 'fuse.js';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { optionsOf } from './blocks.js';
import { LIMITS } from './limits.js';

/** Fuse.js calls a perfect match 0 and none 1. */
const FARTHEST = 0.35;
/** Characters of what is typed that are compared: a title is no longer as a rule. */
const LONGEST = 80;

/** Phrasings that are compared, of all entries together: each keystroke asks anew, and 3,000 take some 50 ms. */
const MOST_PHRASINGS = 5000;

/** Made once for a knowledge: titles and phrasings, their words in any order. */
const indexes = new WeakMap<Knowledge, Fuse<Entry>>();

function indexOf(knowledge: Knowledge): Fuse<Entry> {
  const each = Math.max(1, Math.floor(MOST_PHRASINGS / knowledge.entries.size));
  const made =
    indexes.get(knowledge) ??
    new Fuse([...knowledge.entries.values()], {
      keys: [
        { name: 'title', weight: 2, getFn: ({ questions }) => questions[0] },
        { name: 'questions', getFn: ({ questions }) => questions.slice(0, each) },
      ],
      threshold: FARTHEST,
      ignoreLocation: true,
      useTokenSearch: true,
      tokenMatch: 'all',
    });
  indexes.set(knowledge, made);
  return made;
}

/** The entries that may be meant by what has been typed so far, slips forgiven, the likeliest first; all while nothing is. */
export function entriesLike(typed: string, knowledge: Knowledge): Entry[] {
  const wanted = typed.trim().slice(0, LONGEST);
  if (wanted === '') return [...knowledge.entries.values()].slice(0, LIMITS.options);
  return indexOf(knowledge)
    .search(wanted, { limit: LIMITS.options })
    .map(({ item }) => item);
}

/** Entries as options of a menu, as many as Slack takes; the value is the entry's id. */
export function entryOptions(entries: readonly Entry[]): PlainTextOption[] {
  return optionsOf(entries.map(({ id, questions }) => ({ label: questions[0], value: id })));
}
