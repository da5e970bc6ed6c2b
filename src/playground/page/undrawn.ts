/** What Slack draws and this page does not: it is named, with the way to see it as Slack draws it. */

import { builderLink } from './builder.js';
import { el } from './dom.js';
import { type Json, stringOf } from './json.js';

export function undrawnBlock(block: Json): HTMLElement {
  return undrawn('block', block, block);
}

/** `label`: of the input block that it stands in; empty where it stands in none. */
export function undrawnElement(element: Json, label: string): HTMLElement {
  const text = { type: 'plain_text', text: label };
  const block = label === '' ? { type: 'actions', elements: [element] } : { type: 'input', label: text, element };
  return undrawn('element', element, block);
}

function undrawn(what: string, { type }: Json, block: Json): HTMLElement {
  return el(
    'div',
    { class: 'unknown' },
    `Slack draws a “${stringOf(type)}” ${what} here; this page does not. `,
    builderLink({ blocks: [block] }),
  );
}
