import type { Entry } from '../knowledge/entry.js';
import { button, sections } from './blocks.js';
import { escapeWithin, link } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** Characters of a title and of a short form. */
const SPACE = 300;

/** Points to an answer that stands in the same thread already, instead of the whole once more. `url` leads there, if known. */
export function aboveReply({ id, questions, short }: Entry, url: string | undefined): Reply {
  const title = url === undefined ? `*${escapeWithin(questions[0], SPACE)}*` : link(url, questions[0]);
  const text = [`Answered above: ${title}`, ...(short === undefined ? [] : [escapeWithin(short, SPACE)])].join('\n');
  const again = button('read', { label: 'Show it again', value: id, spoken: `Show it again: ${questions[0]}` });
  return { text, blocks: [...sections(text), { type: 'actions', elements: [again] }] };
}
