/** The channel's log and the thread's, kept in step with what the server says. */

import type { WireChannel, WireHello, WirePost } from '../wire.js';
import { say, send, surfaceOfPost } from './acting.js';
import { byId, complain, type Item, keepInStep } from './dom.js';
import { createInspector } from './inspector.js';
import { dayItem, dayOf, type MessageContext, messageItem, statusItem, threadLink } from './messages.js';
import { openThread, writeInstead } from './places.js';
import { confirmed } from './press.js';
import { isPrivate, names, redraw, state } from './state.js';
import { welcomeItem } from './welcome.js';

const SURE = {
  title: { text: 'Delete message' },
  text: { text: 'Are you sure you want to delete this message? This cannot be undone.' },
  confirm: { text: 'Delete' },
  deny: { text: 'Cancel' },
  style: 'danger',
};
const inspect = createInspector();
byId('inspect').addEventListener('click', () => inspect(null));

export function drawLogs(hello: WireHello, channel: WireChannel): void {
  keepAtEnd(byId('log'), channelItems(hello, channel));
  const root = channel.posts.find(({ ts }) => ts === state.thread);
  byId('thread').hidden = !root;
  byId('app').classList.toggle('thread-open', Boolean(root));
  if (!root) {
    // What another person saw is not left behind, in sight or not.
    keepInStep(byId('thread-log'), []);
    return;
  }
  const context = contextOf(hello, 'thread');
  const replies = repliesTo(channel, root.ts).map((post) => messageItem(post, context, null));
  keepAtEnd(byId('thread-log'), [
    messageItem(root, context, null),
    ...replies,
    ...statusItems(hello, channel, root.ts),
  ]);
}

function channelItems(hello: WireHello, channel: WireChannel): Item[] {
  const context = contextOf(hello, 'channel');
  const items: Item[] = [
    welcomeItem({
      channel: hello.channels.find(({ id }) => id === channel.id)?.name ?? null,
      forLeads: isPrivate(),
      bot: hello.bot.name,
      prompts: channel.prompts,
      ask: async (text) => {
        const fault = await say(text, null, {});
        if (fault === null) return;
        writeInstead(text);
        complain(fault);
      },
    }),
  ];
  let day = '';
  for (const post of channel.posts.filter(({ thread_ts, broadcast }) => thread_ts === null || broadcast)) {
    if (dayOf(post) !== day) items.push(dayItem(post));
    day = dayOf(post);
    const open = () => openThread(post.ts, true);
    items.push(messageItem(post, context, threadLink(repliesTo(channel, post.ts), context, open)));
    items.push(...statusItems(hello, channel, post.ts));
  }
  if (channel.busy && channel.statuses.length === 0) items.push(statusItem('busy', `${hello.bot.name} is at work…`));
  return items;
}

/** "IASTM FAQ is looking it up…", under the message that it is about. */
function statusItems({ bot }: WireHello, { statuses }: WireChannel, ts: string): Item[] {
  return statuses
    .filter(({ thread_ts }) => thread_ts === ts)
    .map(({ text }) => statusItem(`status ${ts}`, `${bot.name} ${text}`));
}

function repliesTo({ posts }: WireChannel, ts: string): WirePost[] {
  return posts.filter(({ thread_ts }) => thread_ts === ts);
}

function contextOf({ bot, shortcuts }: WireHello, log: 'channel' | 'thread'): MessageContext {
  const { channel } = state;
  const stop = () => {
    state.editing = null;
    redraw();
  };
  return {
    names,
    bot: bot.id,
    unheard: ({ ts }) => state.unheard.has(ts),
    surface: surfaceOfPost,
    acts: (post) => ({
      shortcuts: shortcuts.filter(({ type }) => type === 'message'),
      own: post.user === state.viewer,
      reply: log === 'channel' ? () => openThread(post.thread_ts ?? post.ts, true) : null,
      edit() {
        state.editing = { ts: post.ts, log };
        redraw();
      },
      async remove() {
        if (await confirmed(SURE)) void send({ act: 'remove', channel, ts: post.ts });
      },
      inspect: () => inspect(post.ts),
      shortcut: ({ callback_id }) => void send({ act: 'shortcut', channel, message_ts: post.ts, callback_id }),
    }),
    editing: (post) =>
      state.editing?.ts === post.ts && state.editing.log === log
        ? {
            key: post.ts,
            text: post.text,
            names,
            save: async (text) => (await send({ act: 'edit', channel, ts: post.ts, text })) !== null,
            stop,
          }
        : null,
    mentionInstead: (post) => writeInstead(`@${bot.name} ${post.text}`),
  };
}

/** Keeps a log in step. Where its end was in sight, the newest message comes into sight, a long one by its beginning. */
function keepAtEnd(log: HTMLElement, items: readonly Item[]) {
  const newest = () => log.querySelector(':scope > article:last-of-type');
  const before = newest();
  const following = state.jump || !before || before.getBoundingClientRect().top < log.getBoundingClientRect().bottom;
  keepInStep(log, items);
  const after = newest();
  if (!following || !after || after === before) return;
  state.jump = false;
  log.scrollTop = log.scrollHeight;
  const hidden = after.getBoundingClientRect().top - log.getBoundingClientRect().top;
  if (hidden < 0) log.scrollTop += hidden;
}
