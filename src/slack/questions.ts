import type { App } from '@slack/bolt';
import type { Question } from '../bot/ask.js';
import type { Door } from '../store/store.js';
import { createBrake } from './brake.js';
import type { SlackDeps } from './deps.js';
import { createInOrder } from './in-order.js';
import { createWhole } from './lacking.js';
import { createLeads } from './leads.js';
import { type Edit, type Message, readEdit, readMessage, readTalk } from './read.js';

/** Events that may hold a question. */
export const EVENTS: readonly string[] = ['app_mention', 'message'];

/** Seconds in which an edit changes its answer: what is older has been read and acted on. */
const YOUNG = 86_400;

/**
 * Mentions in channels, answered in their thread, and direct messages, answered where they stand. An edited one changes its
 * answer in place. Of a channel Slack tells only the messages that mention the bot, edited ones, too, but where the app may read it:
 * there it answers by itself what a lead allows.
 */
export function register(app: App, { bot, client, post, observe, log, now }: SlackDeps): void {
  const whole = createWhole(log);
  const leads = createLeads({ bot, post, log });
  const mayBeTaken = createBrake(now);
  /** An edit waits until its question is answered, and an earlier edit. */
  const inOrder = createInOrder();

  // In front of the listeners and none of them: Bolt tries each of those with every event, and most events come in here.
  app.use(async (args) => {
    const event = 'event' in args ? args.event : undefined;
    const { body, context, next } = args;
    if (event === undefined || !EVENTS.includes(event.type)) await next();
    else if (event.type === 'app_mention') await hear('mention', body, context.botUserId);
    else if (event.type === 'message' && event.channel_type === 'im')
      await hear('direct message', body, context.botUserId);
    else await overhear(body, context.botUserId);
  });

  async function hear(door: Door, body: unknown, botUser: string | undefined): Promise<void> {
    const read = readMessage(body, botUser);
    const message = read && whole(door, read);
    if (message && (!message.throughApp || mayBeTaken(message.by)))
      await inOrder(message.id, () => answer(message, door));
    const changed = readEdit(body, botUser);
    const edit = changed && whole(door, changed);
    if (edit) await inOrder(edit.id, () => answerAnew(edit, door));
  }

  /** What people say to each other, where a lead has allowed that it is answered. */
  async function overhear(body: unknown, botUser: string | undefined): Promise<void> {
    const read = readTalk(body, botUser);
    const message = read && whole('auto', read);
    if (message) await inOrder(message.id, () => answer(message, 'auto'));
  }

  async function answer(message: Message, door: Door): Promise<void> {
    if (door === 'mention' && (await passedOn(message, message.id))) return;
    const received = now();
    const { user, channel, team, ts, thread: begun } = message;
    const question = questionOf(message, door);
    const unasked = door === 'auto';
    const said = await (unasked ? bot.answerByItself(question) : bot.ask(question));
    if (!said) return;
    const thread = threadOf(message, door);
    const address = { channel, thread, user, unasked, begins: begun === undefined && thread !== undefined };
    const posted = said.reply && (await post.openly(address, said.reply));
    if (posted) observe.answered(door, now() - received);
    // A thread that nobody has begun does not show what is for one person alone.
    if (said.private !== null) await post.privately({ ...address, thread: posted ? thread : begun }, said.private);
    if (posted?.channel === channel)
      await bot.place(said.asked, { team, channel, ts, thread: begun ?? ts, reply: posted.ts });
  }

  async function answerAnew(edit: Edit, door: Door): Promise<void> {
    const { user, channel, ts, edited } = edit;
    if (Number(edited) - Number(ts) > YOUNG) return;
    if (door === 'mention' && (await passedOn(edit, `${edit.id}:${edited}`))) return;
    const question = questionOf(edit, door);
    const placed = await bot.placeOf(question);
    // Where the edit has added the mention, the question comes in with it.
    if (placed === null) return door === 'mention' ? answer(edit, door) : undefined;
    const said = await bot.askAnew(question, placed, edited);
    if (!said) return;
    const address = { channel, thread: threadOf(edit, door), user };
    if (said.reply !== null) await post.inPlace({ channel, ts: placed.place.reply }, address, said.reply);
    if (said.private !== null) await post.privately(address, said.private);
  }

  /** Whether it was a lead's answer, in the thread of a card. */
  async function passedOn({ channel, user, thread, by, text }: Message, id: string): Promise<boolean> {
    const acted = await bot.answerInThread({ id, channel, thread, by, text });
    if (acted === null) return false;
    await leads.carryOut(acted);
    if (acted.shown !== null) await post.privately({ channel, user, thread }, acted.shown.reply);
    return true;
  }

  function questionOf({ id, by, text, ofOthers, team, channel, ts, thread }: Message, door: Door): Question {
    // In a channel every question outside a thread begins its own; two that are written directly may be one talk.
    const isAlone = thread === undefined && door !== 'direct message';
    const within = isAlone ? null : { team, channel, thread, ts, linkTo: (at: string) => link(channel, at) };
    return { id, door, text, by, ofOthers, within, channel: door === 'direct message' ? undefined : channel };
  }

  /** A link to a message; undefined where Slack gives none. */
  async function link(channel: string, ts: string): Promise<string | undefined> {
    const asked = await client('chat.getPermalink', { channel, message_ts: ts });
    return asked.fault === null ? asked.answer.permalink : undefined;
  }
}

/** The thread in which a message is answered. */
function threadOf({ ts, thread }: Message, door: Door): string | undefined {
  return door === 'direct message' ? thread : (thread ?? ts);
}
