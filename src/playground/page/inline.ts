/** The small parts of text that all of Slack's text formats share. */

import { el } from './dom.js';

/** Names for ids, as Slack shows them. */
export interface Names {
  user(id: string): string;
  channel(id: string): string;
}

const EMOJI: Record<string, string> = {
  warning: '⚠️',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  no_entry: '⛔',
  rotating_light: '🚨',
  information_source: 'ℹ️',
  bulb: '💡',
  books: '📚',
  book: '📖',
  eyes: '👀',
  thumbsup: '👍',
  '+1': '👍',
  thumbsdown: '👎',
  '-1': '👎',
  wave: '👋',
  question: '❓',
  mag: '🔍',
  point_right: '👉',
  tada: '🎉',
  hourglass_flowing_sand: '⏳',
  speech_balloon: '💬',
  lock: '🔒',
  link: '🔗',
};

/** A known emoji, or its name in colons. */
export function emoji(name: string): Node | string {
  const sign = EMOJI[name];
  return sign
    ? el('span', { class: 'emoji', role: 'img', 'aria-label': `${name.replaceAll('_', ' ')} emoji` }, sign)
    : `:${name}:`;
}

/** The address of a message, as `chat.getPermalink` gives it, with the two halves of its timestamp. */
const MESSAGE = /^https:\/\/[a-z0-9-]+\.slack\.com\/archives\/[A-Z0-9]+\/p(\d+)(\d{6})$/;

/** A link where the address is one that a browser may open; else its words alone. One to a message on this page leads there. */
export function link(url: string, ...label: (Node | string)[]): Node {
  const words = label.length > 0 ? label : [url];
  const [, seconds, rest] = MESSAGE.exec(url) ?? [];
  if (seconds !== undefined)
    return el('a', { href: '#', click: (event) => lead(event, `${seconds}.${rest}`) }, ...words);
  if (!/^(https?|mailto):/i.test(url)) return el('span', {}, ...words);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}

/** Brings the message into sight, in the thread that is open before the channel behind it. */
function lead(event: Event, ts: string): void {
  event.preventDefault();
  const [message] = [...document.querySelectorAll<HTMLElement>(`[data-ts="${ts}"]`)].toReversed();
  if (message === undefined) return;
  message.tabIndex = -1;
  message.focus();
}

export function code(text: string): Node {
  return el('code', {}, text);
}

/** What stands between `<` and `>`: a person, a channel, everybody, a date or a link. */
export function angle(inner: string, names: Names): Node {
  const bar = inner.indexOf('|');
  const [target, label] = bar < 0 ? [inner, ''] : [inner.slice(0, bar), decode(inner.slice(bar + 1))];
  if (target.startsWith('@')) return mention(`@${label || names.user(target.slice(1))}`);
  if (target.startsWith('#')) return mention(`#${label || names.channel(target.slice(1))}`);
  if (target.startsWith('!date')) return document.createTextNode(label);
  if (target.startsWith('!')) return mention(`@${label || target.slice(1)}`);
  return link(decode(target), label || decode(target));
}

export function mention(text: string): Node {
  return el('span', { class: 'mention' }, text);
}

/** Turns Slack's three entities back into their characters. */
export function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
