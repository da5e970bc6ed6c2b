import type { Button, KnownBlock } from '@slack/types';
import { button } from './blocks.js';
import { remindChoice } from './reminder.js';
import { tellChoice } from './tell-lead.js';

/** The ways on from where a part of learning ends. */
export interface Ways {
  quiz: boolean;
  /** Whether cards are left to read; null where the reading path has just ended. */
  read: boolean | null;
  /** Whether there is something that a lead may be told. */
  tell: boolean;
  /** Whether reminders are on. Null where that cannot be looked up. */
  reminding: boolean | null;
}

/** The same as a row of buttons. */
export function waysRow({ quiz, read, tell, reminding }: Ways): KnownBlock[] {
  const elements: Button[] = [
    ...(quiz ? [button('quiz', { label: 'Take the quiz', value: 'start', first: true })] : []),
    ...(read === null ? [] : [button('learn', read ? { label: 'Read on', value: 'on' } : FROM_THE_START)]),
    ...(tell ? [button('tell', tellChoice())] : []),
    ...(reminding === null ? [] : [button('remind', remindChoice(reminding ? 'off' : 'on'))]),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

const FROM_THE_START = { label: 'Read from the start', value: 'again' };
