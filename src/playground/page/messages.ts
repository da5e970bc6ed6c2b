/** Messages as a channel or a thread shows them. */

import type { WirePost } from '../wire.js';
import { drawBlocks } from './blocks.js';
import { byId, el, type Item, keepInStep } from './dom.js';
import { type EditingOptions, editor } from './editing.js';
import { emoji, type Names } from './inline.js';
import { isObject, type Json, objectsIn, stringOf } from './json.js';
import { mrkdwn } from './mrkdwn.js';
import type { Surface } from './slot.js';
import { type PostActs, toolbar } from './toolbar.js';

export interface MessageContext {
  names: Names;
  bot: string;
  /** True for a message that nobody told the bot of. */
  unheard(post: WirePost): boolean;
  surface(post: WirePost): Surface;
  acts(post: WirePost): PostActs;
  /** Null where the message is not being edited. */
  editing(post: WirePost): EditingOptions | null;
  /** Puts a mention before the text of an unheard message, ready to send. */
  mentionInstead(post: WirePost): void;
}

const SLACKBOT = 'USLACKBOT';

/** A message; `below` stands under it, and changes without it: nobody hears the whole of it again for one more reply. */
export function messageItem(post: WirePost, context: MessageContext, below: Item | null): Item {
  const unheard = context.unheard(post);
  const edited = context.editing(post) !== null;
  return {
    key: post.ts,
    signature: JSON.stringify([post, unheard, edited]),
    build: () => draw(post, context, unheard),
    tend(message) {
      const place = message.querySelector<HTMLElement>('.message-below');
      if (place) keepInStep(place, below ? [below] : []);
    },
  };
}

function draw(post: WirePost, context: MessageContext, unheard: boolean): HTMLElement {
  const { names, bot } = context;
  const name = authorName(post.user, names);
  const isApp = post.user === bot || post.user === SLACKBOT;
  const tools = toolbar(post, name, context.acts(post), names);
  return el(
    'article',
    {
      class: `message${post.private ? ' private' : ''}`,
      'aria-label': `${name}, ${timeOf(post.ts)}`,
      'data-ts': post.ts,
    },
    picture(post.user, name, bot),
    el(
      'div',
      { class: 'message-main' },
      post.private ? el('p', { class: 'private-note' }, 'Only visible to you') : null,
      el(
        'p',
        { class: 'byline' },
        el('span', { class: 'author' }, name),
        isApp ? el('span', { class: 'badge' }, 'APP') : null,
        el('time', { datetime: new Date(Number(post.ts) * 1000).toISOString() }, timeOf(post.ts)),
      ),
      post.broadcast ? el('p', { class: 'edited' }, 'replied to a thread, and told the channel') : null,
      body(post, context),
      // They stand above it, and are heard after it: who listens wants the words first.
      tools.buttons,
      tools.box,
      post.edited ? el('p', { class: 'edited' }, '(edited)') : null,
      post.reactions.length > 0 ? reactions(post) : null,
      unheard ? silence(post, context) : null,
      el('div', { class: 'message-below' }),
    ),
  );
}

function body(post: WirePost, context: MessageContext): HTMLElement {
  const editing = context.editing(post);
  if (editing) return editor(editing);
  const { names } = context;
  const words = post.blocks.length > 0 ? drawBlocks(post.blocks, context.surface(post)) : mrkdwn(post.text, names);
  const passedOn = post.attachments.map((attachment) => quoted(attachment, context, post));
  const files = post.files.map((name) => el('p', { class: 'file' }, `File: ${name}`));
  return el('div', { class: 'body' }, ...words, ...passedOn, ...files);
}

/** A message of elsewhere that was passed on. Other attachments are older than blocks; this page names them. */
function quoted(attachment: Json, context: MessageContext, post: WirePost): HTMLElement {
  if (attachment.is_share !== true)
    return el('div', { class: 'block unknown' }, 'An attachment: this page does not draw it, Slack may.');
  const [inner] = objectsIn(attachment.message_blocks);
  // What could be pressed there cannot be pressed here.
  const blocks = (isObject(inner?.message) ? objectsIn(inner.message.blocks) : []).filter(
    ({ type }) => !['actions', 'context_actions', 'input'].includes(stringOf(type)),
  );
  const words =
    blocks.length > 0 ? drawBlocks(blocks, context.surface(post)) : mrkdwn(stringOf(attachment.text), context.names);
  return el(
    'blockquote',
    { class: 'passed-on' },
    el('p', { class: 'author' }, stringOf(attachment.author_name)),
    ...words,
    el('p', { class: 'edited' }, stringOf(attachment.footer)),
  );
}

/** Says quietly why there is no reply. */
function silence(post: WirePost, { mentionInstead }: MessageContext): HTMLElement {
  return el(
    'p',
    { class: 'silence' },
    'The bot answers when it is mentioned. ',
    el('button', { type: 'button', class: 'plain', click: () => mentionInstead(post) }, 'Ask with a mention'),
  );
}

/** The way to a thread under its first message. Slack does not count what one person sees alone. */
export function threadLink(all: readonly WirePost[], context: MessageContext, open: () => void): Item | null {
  const replies = all.filter((post) => !post.private);
  const last = replies.at(-1);
  if (!last) return null;
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  const authors = [...new Set(replies.map(({ user }) => user))];
  return {
    key: 'thread',
    signature: `${count} ${last.ts}`,
    build: () =>
      el(
        'button',
        { type: 'button', class: 'thread-link', click: open },
        ...authors.map((user) => picture(user, authorName(user, context.names), context.bot)),
        el('span', { class: 'count' }, count),
        el('span', { class: 'when' }, `Last reply at ${timeOf(last.ts)}`),
      ),
  };
}

/** "IASTM FAQ is looking it up…" */
export function statusItem(key: string, text: string): Item {
  return {
    key,
    signature: text,
    build: () => el('p', { class: 'status' }, el('span', { class: 'dots', 'aria-hidden': 'true' }, '•••'), text),
  };
}

/** The line above a day's first message. */
export function dayItem(post: WirePost): Item {
  const day = dayOf(post);
  return { key: `day ${day}`, signature: '', build: () => el('p', { class: 'day' }, day) };
}

export function dayOf({ ts }: WirePost): string {
  const date = new Date(Number(ts) * 1000);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? 'Today' : date.toLocaleDateString([], { weekday: 'long', month: 'long', day: 'numeric' });
}

/** A person's picture: initials on a colour of their own. The bot has a sign. */
export function picture(user: string, name: string, bot: string): HTMLElement {
  if (user === bot) {
    const sign = (byId('bot-picture') as HTMLTemplateElement).content.cloneNode(true);
    return el('span', { class: 'picture picture-bot', 'aria-hidden': 'true' }, sign);
  }
  const initials = name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2);
  const hue = [...user].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 4;
  return el('span', { class: `picture picture-${hue}`, 'aria-hidden': 'true' }, initials);
}

function reactions({ reactions }: WirePost): HTMLElement {
  return el(
    'p',
    { class: 'reactions' },
    ...reactions.map((name) => el('span', { class: 'reaction' }, emoji(name), ' 1')),
  );
}

function authorName(user: string, names: Names): string {
  return user === SLACKBOT ? 'Slackbot' : names.user(user);
}

function timeOf(ts: string): string {
  return new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
}
