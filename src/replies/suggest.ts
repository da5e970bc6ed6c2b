import type { KnownBlock } from '@slack/types';
import type { Knowledge } from '../knowledge/entry.js';
import { buttons, context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** "Did you mean …?": two or three entries to choose from, and a way out. The buttons carry entry ids. */
export function suggestReply(offered: readonly string[], knowledge: Knowledge): Reply {
  const entries = offered.flatMap((id) => knowledge.entries.get(id) ?? []);
  const head = '*Did you mean one of these?*';
  const lines = entries.map(({ questions, short }, at) => {
    const line = short === undefined ? '' : `\n${escapeText(shorten(short, 300))}`;
    return `*${at + 1}.* ${escapeText(shorten(questions[0], 300))}${line}`;
  });
  const choices = buttons(
    'choose',
    entries.map(({ id, questions }, at) => ({ label: `${at + 1}. ${questions[0]}`, value: id })),
  );
  choices.elements.push({
    type: 'button',
    action_id: 'none',
    text: { type: 'plain_text', text: 'None of these', emoji: false },
    value: 'none',
  });
  const blocks: KnownBlock[] = [
    ...sections(head),
    ...lines.flatMap((line) => sections(line)),
    choices,
    context('I was not sure enough to answer at once.'),
  ];
  const text = [head, ...lines, 'Choose one with the buttons, or "None of these".'].join('\n');
  return { text: shorten(text, LIMITS.text), blocks };
}
