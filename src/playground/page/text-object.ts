/** A text of Block Kit: plain, or with marks. Page: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */

import type { Child } from './dom.js';
import type { Names } from './inline.js';
import { isObject, stringOf } from './json.js';
import { mrkdwn } from './mrkdwn.js';

/** Nothing where it is no text. */
export function textObject(text: unknown, names: Names): Child[] {
  if (!isObject(text)) return [];
  const words = stringOf(text.text);
  return text.type === 'mrkdwn' ? mrkdwn(words, names, text.verbatim === true) : [words];
}
