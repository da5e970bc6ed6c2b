import type { KnownBlock } from '@slack/types';
import type { Calendar } from '../knowledge/day.js';
import { button, sections } from './blocks.js';
import { type GapCard, heardLine, openGaps } from './gaps.js';

/** What waits for leads. */
export interface Desk {
  gaps: readonly GapCard[];
  /** Entries that are due for review. */
  due: number;
  calendar: Calendar;
}

/** Gaps that are named on the Home. */
const MOST_NAMED = 3;

/** On a lead's Home: what waits, the heaviest of it, and the way to all of it. */
export function deskBlocks({ gaps, due, calendar }: Desk): KnownBlock[] {
  const open = openGaps(gaps);
  const named = open.slice(0, MOST_NAMED).map((card) => `• ${heardLine(card, calendar)}`);
  const head = `*For leads:* ${counted(open.length, 'open gap')} · ${due} due for review`;
  return [
    { type: 'divider' },
    ...sections([head, ...named].join('\n')),
    {
      type: 'actions',
      block_id: 'leads',
      elements: [button('gaps', { label: 'Gaps', value: 'open 1' }), button('review', { label: 'Review', value: '0' })],
    },
  ];
}

function counted(count: number, one: string): string {
  return count === 0 ? `no ${one}s` : `${count} ${one}${count === 1 ? '' : 's'}`;
}
