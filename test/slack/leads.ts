import { LEADS, LEADS_CHANNEL } from '../../src/playground/workspace.js';
import type { Match } from '../../src/search/match.js';
import { type ConversationOptions, startConversation } from '../conversation.js';
import { blocksOf, matched, seen, type Talk } from './matched.js';

export const [LEAD = '', OTHER_LEAD = ''] = LEADS;
export { LEADS_CHANNEL };

/** A conversation in which the leads have a channel, and the FAQ finds nothing but what is said. */
export async function withLeads(found: Partial<Match> = {}, options: ConversationOptions = {}): Promise<Talk> {
  const faq = await matched({ candidates: [{ entry: 'post-op-scars', confidence: 0.31 }], ...found });
  return startConversation({ faq, leads: { people: [...LEADS], channel: LEADS_CHANNEL }, ...options });
}

/** The cards, as a lead sees them, oldest first; what stands in their threads is none. */
export async function cards(talk: Talk) {
  return (await seen(talk, LEADS_CHANNEL, LEAD)).filter(
    ({ thread_ts, only_for }) => thread_ts === undefined && only_for === undefined,
  );
}

export async function card(talk: Talk) {
  const found = (await cards(talk)).at(-1);
  if (!found) throw new Error('There is no card.');
  return found;
}

/** Somebody presses on the card. */
export async function onCard(talk: Talk, user: string, what: { value?: string; label?: string; action_id?: string }) {
  const { ts } = await card(talk);
  const act = await talk.slack.press({ channel: LEADS_CHANNEL, user, message_ts: ts, ...what });
  await talk.slack.settled();
  return act;
}

/** Presses the last button of this label that somebody sees in a channel. */
export async function pressIn(talk: Talk, channel: string, user: string, label: string) {
  const posts = await seen(talk, channel, user);
  const post = posts.findLast((each) => JSON.stringify(each.blocks).includes(`"${label}"`));
  if (!post) throw new Error(`Nothing says "${label}".`);
  const act = await talk.slack.press({ channel, user, message_ts: post.ts, label });
  await talk.slack.settled();
  return act;
}

/** Sends the form for the leads. */
export async function sendForm(
  talk: Talk,
  user: string,
  { text, tell = true }: { text?: string; tell?: boolean } = {},
) {
  const values = {
    ...(text === undefined ? {} : { typed: { typed: text } }),
    ...(tell ? {} : { ticked: { ticked: [] } }),
  };
  const sent = await talk.slack.submit({ user, values });
  await talk.slack.settled();
  return sent;
}

/** A lead answers with the form. */
export async function answerWith(talk: Talk, user: string, text: string) {
  await onCard(talk, user, { action_id: 'reply:0' });
  return sendForm(talk, user, { text });
}

/** All words of a view or a message, on one line. */
export function wordsOf(shown: { blocks: readonly unknown[] } | undefined): string {
  return shown === undefined ? '' : JSON.stringify(shown.blocks);
}

export function labels(shown: { blocks: readonly unknown[] }): string[] {
  const rows = blocksOf(shown).filter(({ type }) => type === 'actions');
  return rows.flatMap(({ elements = [] }) => elements.map((each) => each.text?.text ?? each.type));
}
