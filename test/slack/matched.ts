import type { Faq } from '../../src/faq/load.js';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import type { Match } from '../../src/search/match.js';
import { startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';

export const CHANNEL = CHANNELS[0]?.id ?? '';
export const MENTION = `<@${BOT.id}>`;

/** The frozen FAQ with a matcher that finds the same in every question; warned entries watch for what was read. */
export async function matched(found: Partial<Match>): Promise<Faq> {
  const faq = await faqOf();
  const match: Match = {
    decision: 'abstain',
    entry: null,
    confidence: 0.4,
    candidates: (found.offered ?? []).map((entry) => ({ entry, confidence: 0.4 })),
    offered: [],
    warnings: [],
    also: [],
    corrections: [],
    ...found,
  };
  const entries = new Map(faq.knowledge.entries);
  for (const { entry, watched } of match.warnings) {
    const warned = entries.get(entry);
    if (warned) entries.set(entry, { ...warned, watchFor: ['something else', watched] });
  }
  return { ...faq, knowledge: { ...faq.knowledge, entries }, matcher: { ...faq.matcher, match: () => match } };
}

export type Talk = Awaited<ReturnType<typeof startConversation>>;

/** The ways by which a question comes in. */
export const DOORS = ['mention', 'direct message', 'command'] as const;

/** Asks at a door, and answers with what the asker sees of the bot there, oldest first. */
export async function askAt(talk: Talk, door: (typeof DOORS)[number], text: string) {
  const channel = door === 'direct message' ? dmOf(talk.ask) : CHANNEL;
  if (door === 'command') await talk.slack.command({ channel, user: talk.ask, command: '/iastm', text });
  else await talk.slack.say({ channel, user: talk.ask, text: door === 'mention' ? `${MENTION} ${text}` : text });
  return seen(talk, channel);
}

/** What a person sees of the bot in a channel, oldest first. */
export async function seen(talk: Talk, channel = CHANNEL, viewer = talk.ask) {
  await talk.slack.settled();
  return talk.slack.messages(channel, viewer).filter(({ user }) => user === BOT.id);
}

/** Presses something on the last message of the bot that a person sees in a channel, and answers with what is seen there then. */
export async function pressLast(
  talk: Talk,
  wanted: { value?: string; label?: string },
  channel = CHANNEL,
  user = talk.ask,
) {
  const { ts = '' } = (await seen(talk, channel, user)).at(-1) ?? {};
  await talk.slack.press({ channel, user, message_ts: ts, ...wanted });
  return seen(talk, channel, user);
}

/** A conversation in which a mention has been asked, with the reply to it. */
export async function asked(found: Partial<Match>, question = 'pt with a keloid, is it bad') {
  const talk = await startConversation({ faq: await matched(found) });
  const [reply] = await askAt(talk, 'mention', question);
  if (!reply) throw new Error('The bot said nothing.');
  return { talk, reply };
}

export function shortOf(talk: Talk, entry: string): string {
  return talk.faq.knowledge.entries.get(entry)?.short ?? '';
}

export function titleOf(talk: Talk, entry: string): string {
  return talk.faq.knowledge.entries.get(entry)?.questions[0] ?? '';
}

/** A block as the tests look at it. */
export interface Shown {
  type: string;
  level?: string;
  block_id?: string;
  text?: { text: string };
  accessory?: Pressable;
  elements?: Pressable[];
}

interface Pressable {
  type: string;
  action_id?: string;
  value?: string;
  accessibility_label?: string;
  text?: { text: string };
  options?: { text: { text: string }; value: string }[];
}

export function blocksOf(reply: { blocks: readonly unknown[] }): Shown[] {
  return reply.blocks as Shown[];
}

/** Everything on a reply that can be pressed, in order. */
export function pressables(reply: { blocks: readonly unknown[] }): Pressable[] {
  return blocksOf(reply).flatMap(({ accessory, elements = [] }) =>
    [accessory, ...elements].filter((each): each is Pressable => each?.action_id !== undefined),
  );
}
