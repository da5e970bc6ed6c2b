/** The question in what Slack sent, for whoever wants to look at how it is read. */

import { isObject, type Json, stringOr } from './json.js';
import { BOT } from './workspace.js';

const MENTION = new RegExp(`<@${BOT.id}(?:\\|[^>]*)?>`, 'g');

/** Null where nothing is asked: a press, a vote, an opened Home. */
export function questionIn(body: Json): string | null {
  const event = isObject(body.event) ? body.event : {};
  const edited = isObject(event.message) ? event.message : event;
  const message = isObject(body.message) && body.type === 'message_action' ? body.message : edited;
  const text = typeof body.command === 'string' ? body.text : message.text;
  const plain = unescaped(stringOr(text, '').replace(MENTION, ' ')).trim();
  return plain === '' ? null : plain;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
