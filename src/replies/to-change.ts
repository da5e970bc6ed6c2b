import type { ActionsBlock, Button, ExternalSelect } from '@slack/types';
import type { Entry } from '../knowledge/entry.js';
import { beside, button, sections } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';
import { NAMES } from './names.js';
import type { Reply } from './reply.js';

// The ways to the form that changes an entry.

const CHANGE = 'Change it';
/** "`bruising` stands at `safety.yml:41`". */
export function placeText({ id, place }: Entry): string {
  return `\`${id}\` stands at \`${place.file}:${place.line}\`.`;
}

/** Opens the form that changes an entry. */
export function changeButton({ id, questions }: Pick<Entry, 'id' | 'questions'>, label = CHANGE, at = 0): Button {
  return button('change', { label, value: id, spoken: `${label}: ${questions[0]}` }, at);
}

/** The same as a row of its own. */
export function changeRow(entry: Pick<Entry, 'id' | 'questions'>): ActionsBlock {
  return { type: 'actions', elements: [changeButton(entry)] };
}

/** To whoever says "edit": the entries that may be meant, and the menu that finds any other. */
export function beginChangeReply(found: readonly Entry[], named: string): Reply {
  const head =
    named === ''
      ? '*Which entry is to change?*'
      : found.length === 0
        ? `*No entry is called “${escapeWithin(named, 100)}”, nor asks so.*`
        : '*Is it this entry?*';
  const shown = found.slice(0, MOST_FOUND);
  const titles = shown.map(({ id, questions }) => `${escapeWithin(questions[0], 300)} · \`${id}\``);
  return {
    text: [head, ...titles].join('\n'),
    blocks: [
      ...sections(head),
      ...shown.map((entry, at) => beside(titles[at] ?? '', changeButton(entry, CHANGE, at))),
      { type: 'actions', elements: [changeMenu()] },
    ],
  };
}

/** Entries that are offered to whoever names one by some words. */
const MOST_FOUND = 5;

/** Finds the entry that is to change as one types. */
export function changeMenu(): ExternalSelect {
  const placeholder = { type: 'plain_text' as const, text: 'Change an entry: type a few words', emoji: false };
  return { type: 'external_select', action_id: NAMES.change, min_query_length: 0, placeholder };
}
