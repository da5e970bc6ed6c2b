/**
 * Slack's own markup, mrkdwn. Page: https://docs.slack.dev/messaging/formatting-message-text
 */

import { shorten } from './limits.js';

/** Escapes the three characters that Slack reads as control characters, so that nothing pings or links. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Takes the escaping back, as of what people type, which Slack hands over escaped. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Escapes a text, shortened so that it has at most `most` characters when it is escaped. */
export function escapeWithin(text: string, most: number): string {
  let room = most;
  let escaped = escapeText(shorten(text, room));
  while (escaped.length > most) {
    // One character is escaped by five at the most, so this never takes too many.
    room -= Math.ceil((escaped.length - most) / 5);
    escaped = escapeText(shorten(text, room));
  }
  return escaped;
}

/** A link, or the escaped label alone where there is no usable address. */
export function link(url: string | undefined, label: string): string {
  if (url === undefined || !/^https?:\/\/[^\s<>|]+$/.test(url)) return escapeText(label);
  return `<${url.replaceAll('&', '&amp;')}|${escapeText(label)}>`;
}
