import type { KnownBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { isUrgent } from '../knowledge/urgent.js';
import { alert, button } from './blocks.js';
import { LIMITS } from './limits.js';
import { escapeWithin } from './mrkdwn.js';

/** An entry that is shown because words that it watches for were used. */
export interface Warning {
  entry: string;
  watched: string;
}

/** Most warnings above one reply, the most urgent first. */
const MOST = 3;
/** Characters that the sentence takes beside the watched words and the short form, and the room that the words have at least. */
const SENTENCE = 'You mention **. '.length;
const LEAST_WORDS = 12;

/** A warning with its entry. */
interface Warned {
  entry: Entry;
  watched: string;
}

/** The warnings whose entries the FAQ has, each entry once. */
export function knownWarnings(warnings: readonly Warning[], knowledge: Knowledge): Warned[] {
  const once = new Map<string, Warned>();
  for (const { entry: id, watched } of warnings) {
    const entry = knowledge.entries.get(id);
    if (entry !== undefined && !once.has(id)) once.set(id, { entry, watched });
  }
  return [...once.values()].slice(0, MOST);
}

/** An alert with the entry's short form whole, where it keeps to its own limit, and a button that opens the entry. */
export function warningBlocks({ entry, watched }: Warned): KnownBlock[] {
  const { words, short } = partsOf(entry, watched);
  const read = button('read', { label: 'Read it', value: entry.id, spoken: `Read it: ${entry.questions[0]}` });
  return [
    alert(`You mention *${words}*. ${short}`, isUrgent(entry.id) ? 'error' : 'warning'),
    { type: 'actions', elements: [read] },
  ];
}

/** The same for screen readers and notifications. */
export function warningText({ entry, watched }: Warned): string {
  const { words, short } = partsOf(entry, watched);
  return `You mention ${words}. ${short}`;
}

function partsOf({ short, questions }: Entry, watched: string) {
  const said = escapeWithin(short ?? questions[0], LIMITS.alert - SENTENCE - LEAST_WORDS);
  return { words: escapeWithin(watched.replaceAll('*', ''), LIMITS.alert - SENTENCE - said.length), short: said };
}

/**
 * Warnings as a block's id, since a choice takes its reply's place, and what stood above must stand there still. Slack hands
 * back a block's id with every press, for a message that only one person sees, too. Words are told by their number in
 * `watch_for`; the most urgent warnings are kept where not all find room.
 */
export function carried(warnings: readonly Warned[], at: number): string {
  const told = warnings.map(({ entry, watched }) => `${entry.id}~${entry.watchFor.indexOf(watched)}`);
  while (`${CARRIED}${at} ${told.join(' ')}`.length > LIMITS.blockId) told.pop();
  return `${CARRIED}${at} ${told.join(' ')}`;
}

const CARRIED = 'warned:';

/** The warnings that a block's id carries; none where it is no such id, or names what the FAQ has no more. */
export function carriedWarnings(blockId: string, knowledge: Knowledge): Warning[] {
  if (!blockId.startsWith(CARRIED)) return [];
  const [, ...told] = blockId.split(' ');
  return told.flatMap((each) => {
    const [id = '', number = ''] = each.split('~');
    const entry = knowledge.entries.get(id);
    if (entry === undefined) return [];
    return [{ entry: id, watched: entry.watchFor[Number(number)] ?? entry.questions[0] }];
  });
}
