/** What the page knows, and whom to tell when that changes. */

import type { WireChannel, WireHello, WireViews } from '../wire.js';
import type { Names } from './inline.js';

export const state = {
  hello: null as WireHello | null,
  viewer: '',
  channel: '',
  /** First message of the open thread. */
  thread: null as string | null,
  /** What the direct message with the bot shows. */
  tab: 'messages' as 'home' | 'messages',
  channels: new Map<string, WireChannel>(),
  views: { home: null, modal: null, depth: 0 } as WireViews,
  seen: new Map<string, number>(),
  /** Messages that Slack did not tell the bot of. */
  unheard: new Set<string>(),
  /** The message that is being edited, and the log that it is edited in. */
  editing: null as { ts: string; log: 'channel' | 'thread' } | null,
  /** The mention whose thread opens by itself when the reply is there. */
  awaited: null as string | null,
  /** The next message comes into sight wherever the log stands: it is one's own, or the channel has just been opened. */
  jump: true,
};

export const names: Names = {
  user: (id) => [state.hello?.bot, ...(state.hello?.people ?? [])].find((person) => person?.id === id)?.name ?? id,
  // Slack tells the name of a private channel to nobody outside.
  channel: (id) => state.hello?.channels.find((channel) => channel.id === id)?.name ?? 'private channel',
};

let draw = () => {};

/** Sets what draws the page. */
export function drawWith(render: () => void): void {
  draw = render;
}

/** The page is out of step with its state. */
export function redraw(): void {
  draw();
}

/** The channel in sight has no name where it is the direct message with the bot. */
export function isDirect(): boolean {
  return state.hello?.channels.find(({ id }) => id === state.channel)?.name === null;
}

/** The channel in sight is one that not everybody sees. */
export function isPrivate(): boolean {
  return state.hello?.channels.find(({ id }) => id === state.channel)?.private === true;
}

/** The channel's name as Slack writes it. */
export function placeName(id: string): string {
  const name = state.hello?.channels.find((channel) => channel.id === id)?.name;
  return name ? `# ${name}` : (state.hello?.bot.name ?? '');
}
