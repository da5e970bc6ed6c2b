import type { ContextBlock } from '@slack/types';
import { LIMITS, shorten } from './limits.js';
import { escapeWithin, unescapeText } from './mrkdwn.js';

/** Characters shown of a question that is restated. */
const LONGEST = 150;
const HEAD = 'You asked about: ';

/**
 * A message in plain words, as its readers see it: people, channels and links by their names, nothing escaped. Nothing in it can ping.
 */
export function plainWords(message: string): string {
  const named = message.replace(/<([^<>|]{1,1000})(?:\|([^<>]{0,1000}))?>/g, (_, target: string, label = '') => {
    if (label !== '') return label;
    if (target.startsWith('@')) return 'somebody';
    if (target.startsWith('#')) return 'a channel';
    return target.replace(/^!/, '').replace(/^mailto:|^tel:/, '');
  });
  return unescapeText(named);
}

/** A question on one line, as long as it is shown. */
export function briefly(words: string): string {
  return shorten(words.toWellFormed().replace(/\s+/g, ' ').trim(), LONGEST);
}

/** The question of whoever reads the reply, where Slack does not show it beside. `words` are plain, and come out as they are. */
export function restatedBlock(words: string): ContextBlock {
  const text = shorten(`${HEAD}${briefly(words)}`, LIMITS.context);
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

/** The same for screen readers and notifications. */
export function restatedText(words: string): string {
  return `${HEAD}${escapeWithin(briefly(words), LONGEST)}`;
}
