import type { SectionBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { isUrgent } from '../knowledge/urgent.js';
import type { Told } from './block-id.js';
import { button, notice } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';

/** An entry that is shown because words that it watches for were used. */
export interface Warning {
  entry: string;
  watched: string;
}

/** Most warnings above one reply, the most urgent first. */
const MOST = 3;
/** Characters of the watched words, and of the short form, that are shown at the most. */
const MOST_WORDS = 100;
const MOST_SHORT = 250;

/** A warning with its entry. */
export interface Warned {
  entry: Entry;
  watched: string;
}

/** The warnings that are shown above a reply: those whose entries the FAQ has, each entry once, and not the answered one. */
export function shownWarnings(
  { entry: answered = null, warnings = [] }: { entry?: string | null; warnings?: readonly Warning[] },
  knowledge: Knowledge,
): Warned[] {
  const once = new Map<string, Warned>();
  for (const { entry: id, watched } of warnings) {
    const entry = knowledge.entries.get(id);
    if (entry !== undefined && id !== answered && !once.has(id)) once.set(id, { entry, watched });
  }
  return [...once.values()].slice(0, MOST);
}

/** Who has used the words that are watched for. */
export const YOU = 'You mention';

/** What was mentioned, the entry's short form, and a button that opens the entry. `who` has mentioned it; `at` numbers the button. */
export function warningBlock({ entry, watched }: Warned, who = YOU, at = 0): SectionBlock {
  const { words, short } = partsOf(entry, watched);
  const read = button('read', { label: 'Read it', value: entry.id, spoken: `Read it: ${entry.questions[0]}` }, at);
  return notice(`${who} *${words}*. ${short}`, isUrgent(entry.id) ? 'urgent' : 'warning', read);
}

/** The same for screen readers and notifications. */
export function warningText({ entry, watched }: Warned, who = YOU): string {
  const { words, short } = partsOf(entry, watched);
  return `${who} ${words}. ${short}`;
}

function partsOf({ short, questions }: Entry, watched: string) {
  return {
    words: escapeWithin(watched.replaceAll('*', ''), MOST_WORDS),
    short: escapeWithin(short ?? questions[0], MOST_SHORT),
  };
}

/** Warnings as the buttons carry them on, since a choice takes its reply's place, and what stood above must stand there still. */
export function told(warnings: readonly Warned[]): Told[] {
  return warnings.map(({ entry, watched }) => ({ entry: entry.id, word: entry.watchFor.indexOf(watched) }));
}

/** The warnings that buttons have carried; none for what the FAQ has no more. */
export function carriedWarnings(carried: readonly Told[], knowledge: Knowledge): Warning[] {
  return carried.flatMap(({ entry: id, word }) => {
    const entry = knowledge.entries.get(id);
    return entry === undefined ? [] : [{ entry: id, watched: entry.watchFor[word] ?? entry.questions[0] }];
  });
}
