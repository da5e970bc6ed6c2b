import type { KnownBlock } from '@slack/types';
import type { Entry } from '../knowledge/entry.js';
import { beside, button, context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import type { Reply } from './reply.js';
import { titled } from './titled.js';

/** The way out of every offer. */
export const NONE = { label: 'None of these', value: 'none' } as const;

/** "Did you mean …?": two or three entries to choose from, and a way out. The buttons carry entry ids. */
export function suggestReply(entries: readonly Entry[]): Reply {
  const head = '*Did you mean one of these?*';
  const blocks: KnownBlock[] = [
    ...sections(head),
    ...entries.map(toChoose),
    { type: 'actions', elements: [button('none', NONE)] },
    context('I was not sure enough to answer at once.'),
  ];
  const text = [head, ...entries.map(numbered), `Choose one with its button, or "${NONE.label}".`].join('\n');
  return { text: shorten(text, LIMITS.text), blocks };
}

function toChoose(entry: Entry, at: number): KnownBlock {
  const spoken = `This one: ${entry.questions[0]}`;
  return beside(numbered(entry, at), button('choose', { label: 'This one', value: entry.id, spoken }, at));
}

function numbered(entry: Entry, at: number): string {
  return titled(entry, `${at + 1}. `);
}
