/** What one can do with a message: what a screen reader hears of it, and the menu of actions. */

import type { WirePost, WireShortcut } from '../wire.js';
import { type Child, el } from './dom.js';
import type { Names } from './inline.js';
import { type MenuItem, menuButton } from './menu.js';
import { mrkdwn } from './mrkdwn.js';

export interface PostActs {
  /** The app's message shortcuts. */
  shortcuts: readonly WireShortcut[];
  /** The message is the viewer's own. */
  own: boolean;
  reply: (() => void) | null;
  edit(): void;
  remove(): void;
  inspect(): void;
  shortcut(shortcut: WireShortcut): void;
}

/** Messages whose text is shown as a screen reader hears it, by timestamp. */
const heard = new Set<string>();

/** The buttons of a message, and the box that one of them opens. */
export function toolbar(post: WirePost, name: string, acts: PostActs, names: Names): { buttons: Child; box: Child } {
  const box = el('div', { class: 'heard' });
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'What a screen reader hears',
      title: 'What a screen reader hears',
      click() {
        if (!heard.delete(post.ts)) heard.add(post.ts);
        show();
      },
    },
    el('span', { 'aria-hidden': 'true', class: 'sign-heard' }, 'Aa'),
  );
  function show() {
    const open = heard.has(post.ts);
    toggle.setAttribute('aria-pressed', String(open));
    box.hidden = !open;
    // Nothing stands twice in the page that nobody looks at.
    box.replaceChildren(...(open ? whatIsHeard(post, names) : []));
  }
  show();
  const menu = menuButton(
    'More actions',
    el('span', { 'aria-hidden': 'true' }, '⋮'),
    () => itemsFor(post, acts),
    'tool',
  );
  const words = 'Inspect: what Slack sent, and what the bot did';
  const inspect = el(
    'button',
    { type: 'button', class: 'tool', 'aria-label': words, title: words, click: acts.inspect },
    el('span', { 'aria-hidden': 'true', class: 'sign-heard' }, '{}'),
  );
  const buttons = el('div', { class: 'tools', role: 'group', 'aria-label': `Message by ${name}` }, toggle, inspect);
  if (itemsFor(post, acts).length > 0) buttons.append(menu);
  return { buttons, box };
}

/** Slack offers no shortcuts, and no thread, on what one person sees alone. */
function itemsFor(post: WirePost, { shortcuts, own, reply, edit, remove, shortcut }: PostActs): MenuItem[] {
  if (post.private) return [];
  return [
    ...(reply ? [{ label: 'Reply in thread', act: reply }] : []),
    ...(own ? [{ label: 'Edit message', act: edit }] : []),
    ...shortcuts.map((declared) => ({
      label: declared.name,
      ...(declared.description ? { detail: declared.description } : {}),
      act: () => shortcut(declared),
    })),
    ...(own ? [{ label: 'Delete message', act: remove }] : []),
  ];
}

/** Screen readers and notifications take the text beside the blocks. Page: https://docs.slack.dev/reference/methods/chat.postMessage */
function whatIsHeard(post: WirePost, names: Names): Node[] {
  const heading = el('p', { class: 'heard-heading' }, 'A screen reader hears, and a notification begins with:');
  if (post.text.trim() !== '') return [heading, ...mrkdwn(post.text, names)];
  return [heading, el('p', {}, 'Nothing: this message has blocks, but no text.')];
}
