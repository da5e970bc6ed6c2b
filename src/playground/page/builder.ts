/** The way to Slack's own drawing of blocks, and copies of what is too long for it. Page: https://app.slack.com/block-kit-builder */

import { el } from './dom.js';
import type { Json } from './json.js';

const BUILDER = 'https://app.slack.com/block-kit-builder/#';
/** Browsers take no longer address than about this many characters (Safari); what is longer is copied. */
const LONGEST_LINK = 80_000;
/** How long a button says that something was copied, in milliseconds. */
const SAID = 2000;

/** Opens a view, or the blocks of a message, in Slack's Block Kit Builder. */
export function builderLink(drawn: Json): HTMLElement {
  const href = `${BUILDER}${encodeURIComponent(JSON.stringify(drawn))}`;
  if (href.length > LONGEST_LINK)
    return el(
      'span',
      {},
      copyButton('Copy the blocks', drawn),
      ' Too long for a link: paste it in the Block Kit Builder.',
    );
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, 'Open in Block Kit Builder');
}

/** Copies it as JSON, and says so. */
export function copyButton(label: string, what: unknown): HTMLElement {
  const button = el('button', { type: 'button', class: 'button', click: copy }, label);
  async function copy() {
    const copied = await navigator.clipboard.writeText(JSON.stringify(what, null, 2)).then(
      () => true,
      () => false,
    );
    button.textContent = copied ? 'Copied' : 'The browser did not allow it: select the text below.';
    setTimeout(() => (button.textContent = label), SAID);
  }
  return button;
}
