/** The page's state, and what happens when somebody does something. */

import type { WireAct, WireChannel, WireHello, WirePost, WireResult } from '../wire.js';
import { type Composer, createComposer } from './composer.js';
import { byId, type Item, keepInStep, notify } from './dom.js';
import { act, listen } from './feed.js';
import type { Names } from './inline.js';
import { dayItem, dayOf, type MessageContext, messageItem, statusItem, threadLink } from './messages.js';
import { drawSidebar, walkWithArrows } from './sidebar.js';
import { welcomeItem } from './welcome.js';

const state = {
  hello: null as WireHello | null,
  viewer: '',
  channel: '',
  /** First message of the open thread. */
  thread: null as string | null,
  channels: new Map<string, WireChannel>(),
  seen: new Map<string, number>(),
  /** Messages that Slack did not tell the bot of. */
  unheard: new Set<string>(),
  /** The mention whose thread opens by itself when the reply is there. */
  awaited: null as string | null,
  /** The next message comes into sight wherever the log stands: it is one's own, or the channel has just been opened. */
  jump: true,
};

let composer: Composer | null = null;
let threadComposer: Composer | null = null;
let hangUp = () => {};
const wide = matchMedia('(min-width: 60rem)');

const names: Names = {
  user: (id) => [state.hello?.bot, ...(state.hello?.people ?? [])].find((person) => person?.id === id)?.name ?? id,
  channel: (id) => state.hello?.channels.find((channel) => channel.id === id)?.name ?? id,
};

function connect(viewer: string) {
  hangUp();
  Object.assign(state, { viewer, thread: null, channels: new Map(), seen: new Map() });
  let wasUp = true;
  hangUp = listen(viewer, {
    hello(hello) {
      state.hello = hello;
      state.viewer ||= hello.people[0]?.id ?? '';
      openChannel(
        hello.channels.some(({ id }) => id === state.channel) ? state.channel : (hello.channels[0]?.id ?? ''),
      );
    },
    channel(channel) {
      state.channels.set(channel.id, channel);
      if (!state.seen.has(channel.id)) state.seen.set(channel.id, channel.posts.length);
      openAwaited(channel);
      render();
    },
    line(up) {
      if (up !== wasUp) notify(up ? 'Connected again.' : 'The playground has stopped. Start it again: npm start');
      wasUp = up;
    },
  });
}

function openChannel(id: string) {
  Object.assign(state, { channel: id, thread: null, jump: true });
  byId('app').classList.remove('menu-open');
  byId('menu').setAttribute('aria-expanded', 'false');
  const place = state.hello?.channels.find((channel) => channel.id === id);
  const name = place?.name ?? state.hello?.bot.name ?? '';
  byId('channel-name').textContent = place?.name ? `# ${name}` : name;
  byId('channel-topic').textContent = place?.name ? 'Everybody of the clinic' : 'App';
  composer = createComposer({
    id: 'composer-channel',
    label: `Message ${place?.name ? `#${name}` : name}`,
    names: mentionable(),
    commands: state.hello?.commands ?? [],
    hint: (text) => hint(text, !place?.name),
    send: (text) => say(text, null),
  });
  byId('composer').replaceChildren(composer.element);
  if (!place?.name) void send({ act: 'open', user: state.viewer });
  render();
  if (wide.matches) composer.focus();
}

function openThread(ts: string, focus: boolean) {
  state.thread = ts;
  const channel = state.hello?.channels.find(({ id }) => id === state.channel);
  byId('thread-place').textContent = channel?.name ? `# ${channel.name}` : (state.hello?.bot.name ?? '');
  threadComposer = createComposer({
    id: 'composer-thread',
    label: 'Reply…',
    names: mentionable(),
    commands: [],
    hint: (text) => (text.startsWith('/') ? 'Slash commands do not work in threads.' : hint(text, !channel?.name)),
    send: (text) => say(text, ts),
  });
  byId('thread-composer').replaceChildren(threadComposer.element);
  render();
  byId('thread-log').scrollTop = 0;
  if (focus) threadComposer.focus();
}

function closeThread() {
  const from = state.thread;
  state.thread = null;
  render();
  const link = document.querySelector<HTMLElement>(`[data-ts="${from}"] .thread-link`);
  if (link) link.focus();
  else composer?.focus();
}

function openAwaited(channel: WireChannel) {
  const { awaited } = state;
  if (awaited === null || channel.id !== state.channel || !wide.matches) return;
  if (!channel.posts.some(({ thread_ts }) => thread_ts === awaited)) return;
  state.awaited = null;
  openThread(awaited, false);
}

async function say(text: string, thread_ts: string | null) {
  const { viewer: user, channel } = state;
  state.jump = true;
  const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (command !== undefined && thread_ts !== null)
    return notify('Slash commands do not work in threads. Use the channel.');
  if (command !== undefined) return void send({ act: 'command', user, channel, command, text: rest });
  const done = await send({ act: 'say', user, channel, text, ...(thread_ts ? { thread_ts } : {}) });
  if (!done) return;
  if (!done.heard) state.unheard.add(done.ts);
  else if (thread_ts === null) state.awaited = done.ts;
  const now = state.channels.get(channel);
  if (now) openAwaited(now);
  render();
}

/** Null where it could not be done; the person is told. */
async function send(what: WireAct): Promise<WireResult | null> {
  try {
    return await act(what);
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function press(
  post: WirePost,
  choice: { block_id: string; action_id: string; value?: string },
): Promise<boolean> {
  const { viewer: user, channel } = state;
  const done = await send({ act: 'press', user, channel, message_ts: post.ts, ...choice });
  if (done && !done.acked)
    notify('The bot did not acknowledge this in three seconds. Slack would show a warning here.');
  return done?.acked ?? false;
}

function mentionable(): string[] {
  return [state.hello?.bot.name ?? '', ...(state.hello?.people ?? []).map(({ name }) => name)];
}

function hint(text: string, direct: boolean): string {
  const bot = state.hello?.bot.name ?? '';
  if (text.startsWith('/')) return 'Only you will see the answer to a command.';
  if (direct) return 'No mention needed here. Enter sends, Shift+Enter breaks the line.';
  if (text.trim() === '') return 'Type @ to mention, / for commands. Enter sends.';
  if (text.toLowerCase().includes(`@${bot.toLowerCase()}`)) return `${bot} will answer in a thread.`;
  return `The bot answers when it is mentioned: @${bot}`;
}

function render() {
  const { hello, viewer } = state;
  const channel = state.channels.get(state.channel);
  if (!hello || !channel) return;
  state.seen.set(channel.id, channel.posts.length);
  const unread = (id: string) => (state.channels.get(id)?.posts.length ?? 0) - (state.seen.get(id) ?? 0);
  drawSidebar({ hello, viewer, channel: state.channel, unread }, { openChannel, become: connect });

  const context: MessageContext = {
    names,
    bot: hello.bot.id,
    unheard: ({ ts }) => state.unheard.has(ts),
    press: (post) => (choice) => press(post, choice),
    mentionInstead(post) {
      composer?.setText(`@${hello.bot.name} ${post.text}`);
      composer?.focus();
    },
  };
  const repliesTo = (ts: string) => channel.posts.filter(({ thread_ts }) => thread_ts === ts);
  const place = hello.channels.find(({ id }) => id === channel.id);
  const items: Item[] = [
    welcomeItem({
      channel: place?.name ?? null,
      bot: hello.bot.name,
      prompts: channel.prompts,
      ask: (text) => say(text, null),
    }),
  ];
  let day = '';
  for (const post of channel.posts.filter(({ thread_ts }) => thread_ts === null)) {
    if (dayOf(post) !== day) items.push(dayItem(post));
    day = dayOf(post);
    items.push(
      messageItem(
        post,
        context,
        threadLink(repliesTo(post.ts), context, () => openThread(post.ts, true)),
      ),
    );
  }
  if (channel.busy) items.push(statusItem('busy', `${hello.bot.name} is at work…`));
  keepAtEnd(byId('log'), items);

  const root = channel.posts.find(({ ts }) => ts === state.thread);
  byId('thread').hidden = !root;
  byId('app').classList.toggle('thread-open', Boolean(root));
  if (!root) return;
  const replies = repliesTo(root.ts).map((post) => messageItem(post, context, null));
  const statuses = channel.statuses.filter(({ thread_ts }) => thread_ts === root.ts);
  const waiting = statuses.map(({ text }) => statusItem('status', `${hello.bot.name} ${text}`));
  keepAtEnd(byId('thread-log'), [messageItem(root, context, null), ...replies, ...waiting]);
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

// Logs scroll, so the keyboard must reach them.
for (const id of ['log', 'thread-log']) byId(id).tabIndex = 0;
byId('thread-close').addEventListener('click', closeThread);
byId('menu').addEventListener('click', () => {
  const open = byId('app').classList.toggle('menu-open');
  byId('menu').setAttribute('aria-expanded', String(open));
});
document.addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key === 'Escape' && !defaultPrevented && state.thread !== null) closeThread();
});
walkWithArrows(byId('sidebar'));
connect('');
