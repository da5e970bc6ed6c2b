import type { Entry } from '../knowledge/entry.js';
import { escapeWithin } from './mrkdwn.js';

/** Most characters of a title, and of a short form, where several entries stand in one message. */
const SPACE = 300;

/** An entry's title in bold, and under it its short form where it has one. `before` stands in bold, too: a number, "Also:". */
export function titled({ questions, short }: Entry, before = ''): string {
  const title = `*${before}${escapeWithin(questions[0], SPACE)}*`;
  return short === undefined ? title : `${title}\n${escapeWithin(short, SPACE)}`;
}
