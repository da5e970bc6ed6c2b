import type { KnownBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { button, context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** "Did you mean …?": two or three entries to choose from, and a way out. The buttons carry entry ids. */
export function suggestReply(offered: readonly string[], knowledge: Knowledge): Reply {
  const entries = offered.flatMap((id) => knowledge.entries.get(id) ?? []);
  const head = '*Did you mean one of these?*';
  const blocks: KnownBlock[] = [
    ...sections(head),
    ...entries.map(toChoose),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'none',
          text: { type: 'plain_text', text: 'None of these', emoji: false },
          value: 'none',
        },
      ],
    },
    context('I was not sure enough to answer at once.'),
  ];
  const text = [head, ...entries.map(line), 'Choose one with its button, or "None of these".'].join('\n');
  return { text: shorten(text, LIMITS.text), blocks };
}

function toChoose(entry: Entry, at: number): KnownBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: line(entry, at), verbatim: true },
    accessory: {
      ...button('choose', { label: 'This one', value: entry.id }, at),
      accessibility_label: shorten(`This one: ${entry.questions[0]}`, LIMITS.label),
    },
  };
}

function line({ questions, short }: Entry, at: number): string {
  const title = `*${at + 1}. ${escapeText(shorten(questions[0], 300))}*`;
  return short === undefined ? title : `${title}\n${escapeText(shorten(short, 300))}`;
}
