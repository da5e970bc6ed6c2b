/** Going from channel to channel, into threads and back, and the box to write in at each place. */

import { say, send } from './acting.js';
import { type Composer, createComposer } from './composer.js';
import { byId } from './dom.js';
import { draftOf, keepDraft } from './drafts.js';
import type { MenuItem } from './menu.js';
import { isDirect, isPrivate, placeName, redraw, state } from './state.js';

const wide = matchMedia('(min-width: 60rem)');
let composer: Composer | null = null;
let threadComposer: Composer | null = null;

/** `asAnother`: one has become somebody else, and goes on from where that is chosen. */
export function openChannel(id: string, asAnother = false): void {
  Object.assign(state, { channel: id, thread: null, editing: null, jump: true });
  if (!asAnother) {
    byId('app').classList.remove('menu-open');
    byId('menu').setAttribute('aria-expanded', 'false');
  }
  byId('channel-name').textContent = placeName(id);
  byId('channel-topic').textContent = topic();
  composer = createComposer({
    id: 'composer-channel',
    label: `Message ${placeName(id).replace('# ', '#')}`,
    draft: draftKey(null),
    shortcuts: globalShortcuts,
    place: null,
    names: mentionable(),
    commands: state.hello?.commands ?? [],
    hint: (text) => hint(text, isDirect()),
    send: (text, along) => say(text, null, along),
  });
  byId('composer').replaceChildren(composer.element);
  if (isDirect()) openTab(state.hello?.hasHome ? state.tab : 'messages');
  redraw();
  if (wide.matches && !asAnother) composer.focus();
}

function topic(): string {
  if (isDirect()) return 'App';
  return isPrivate() ? 'Private: the leads and the bot' : 'Everybody of the clinic';
}

/** Opens a tab of the direct message with the bot, which the app is told of every time. */
export function openTab(tab: 'home' | 'messages'): void {
  state.tab = tab;
  if (tab === 'home') state.thread = null;
  void send({ act: 'open', tab });
  redraw();
}

export function openThread(ts: string, focus: boolean): void {
  state.thread = ts;
  byId('thread-place').textContent = placeName(state.channel);
  threadComposer = createComposer({
    id: 'composer-thread',
    label: 'Reply…',
    draft: draftKey(ts),
    shortcuts: () => [],
    place: isDirect() ? null : placeName(state.channel),
    names: mentionable(),
    commands: [],
    hint: (text) => (text.startsWith('/') ? 'Slash commands do not work in threads.' : hint(text, isDirect())),
    send: (text, along) => say(text, ts, along),
  });
  byId('thread-composer').replaceChildren(threadComposer.element);
  redraw();
  byId('thread-log').scrollTop = 0;
  if (focus) threadComposer.focus();
}

export function closeThread(): void {
  const from = state.thread;
  state.thread = null;
  redraw();
  const link = document.querySelector<HTMLElement>(`[data-ts="${from}"] .thread-link`);
  if (link) link.focus();
  else composer?.focus();
}

/** The reply that was waited for opens its thread, where there is room beside the channel. True where it did, and drew the page. */
export function openAwaited(): boolean {
  const { awaited } = state;
  if (awaited === null || !wide.matches) return false;
  if (!state.channels.get(state.channel)?.posts.some(({ thread_ts }) => thread_ts === awaited)) return false;
  state.awaited = null;
  openThread(awaited, false);
  return true;
}

/** A server that was started anew knows the thread no more: what was being written in it goes on in the channel. */
export function leaveLostThread(): void {
  const { thread } = state;
  const channel = state.channels.get(state.channel);
  if (thread === null || !channel || channel.posts.some(({ ts }) => ts === thread)) return;
  state.thread = null;
  const [reply, begun] = [draftOf(draftKey(thread)), draftOf(draftKey(null))];
  if (reply === '') return;
  keepDraft(draftKey(thread), '');
  composer?.setText([begun, reply].filter(Boolean).join('\n'));
}

export function writeInstead(text: string): void {
  composer?.setText(text);
  composer?.focus();
}

function draftKey(thread: string | null): string {
  return `${state.viewer} ${state.channel} ${thread ?? ''}`;
}

function globalShortcuts(): MenuItem[] {
  return (state.hello?.shortcuts ?? [])
    .filter(({ type }) => type === 'global')
    .map(({ name, description, callback_id }) => ({
      label: name,
      ...(description ? { detail: description } : {}),
      act: () => void send({ act: 'global', callback_id }),
    }));
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
