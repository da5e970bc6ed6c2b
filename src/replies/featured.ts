import type { KnownBlock } from '@slack/types';
import { type Entry, type Knowledge, MOST_FEATURED } from '../knowledge/entry.js';
import { beside, button, sections } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';

/** Characters shown of a title. */
const LONGEST_TITLE = 300;

/** The entries that people are shown to begin with: those that are marked, or the first of each topic where none is. */
export function featuredEntries({ entries, topics }: Knowledge): Entry[] {
  const marked = [...entries.values()].filter(({ featured }) => featured);
  if (marked.length > 0) return marked.slice(0, MOST_FEATURED);
  const firsts = [...topics.values()].flatMap((topic) => entries.get(topic.entries[0] ?? '') ?? []);
  return firsts.slice(0, MOST_FEATURED);
}

/** The same as prompts of the messages tab: one tap asks the question. */
export function promptsOf(knowledge: Knowledge): { title: string; message: string }[] {
  return featuredEntries(knowledge).map(({ questions: [title] }) => ({ title, message: title }));
}

/** The first of them to read, each whole beside its button: a phone cuts the words on one. Nothing where there is none. */
export function featuredBlocks(knowledge: Knowledge, head: string, most = MOST_FEATURED): KnownBlock[] {
  const shown = featuredEntries(knowledge).slice(0, most);
  if (shown.length === 0) return [];
  const rows = shown.map(
    ({ id, questions: [title] }, at): KnownBlock => ({
      block_id: `featured ${at}`,
      ...beside(
        escapeWithin(title, LONGEST_TITLE),
        button('read', { label: 'Read it', value: id, spoken: `Read it: ${title}` }, at),
      ),
    }),
  );
  return [...sections(head), ...rows];
}
