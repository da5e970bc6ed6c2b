import type { KnownBlock } from '@slack/types';
import { button, context, sections } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';

/** Where several people stumble: an entry that is unclear to them, or a question of the quiz that they missed, with its entry. */
export interface Stumble {
  entry: string;
  text: string;
  people: number;
  why: 'unclear' | 'missed';
}

/** Characters shown of a title or question. */
const LONGEST = 300;
/** Rows at the most: a lead mends one at a time. */
const MOST = 10;

/** The same for leads, the most people first. Nothing where nobody stumbles. */
export function stumblesBlocks(stumbles: readonly Stumble[]): KnownBlock[] {
  if (stumbles.length === 0) return [];
  const rows = stumbles.slice(0, MOST).map(({ entry, text, people, why }, at): KnownBlock => {
    const said = why === 'unclear' ? `unclear to ${people} people` : `missed by ${people} people in the quiz`;
    return {
      type: 'section',
      block_id: `stumble ${at}`,
      text: { type: 'mrkdwn', text: `${escapeWithin(text, LONGEST)}\n_${said}_`, verbatim: true },
      accessory: button('read', { label: 'Read it', value: entry, spoken: `Read it: ${text}` }, at),
    };
  });
  return [
    { type: 'divider' },
    ...sections('*Where people stumble*'),
    ...rows,
    context('Only leads see this, and only what at least three people missed or marked. It names nobody.'),
  ];
}
