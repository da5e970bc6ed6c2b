import type { App } from '@slack/bolt';
import type { Door } from '../store/store.js';
import type { SlackContext } from './app.js';
import { type Message, readMessage } from './read.js';

/** Mentions in channels, answered in their thread, and direct messages, answered where they stand. */
export function register(app: App, { bot, post, observe, now }: SlackContext): void {
  app.event('app_mention', async ({ body, context }) => {
    const message = readMessage(body, context.botUserId);
    if (message) await answer(message, 'mention', message.thread ?? message.ts);
  });

  app.event('message', async ({ body, event, context }) => {
    if (event.channel_type !== 'im') return;
    const message = readMessage(body, context.botUserId);
    if (message) await answer(message, 'direct message', message.thread);
  });

  async function answer({ id, by, user, channel, text, thread: begun }: Message, door: Door, thread?: string) {
    const received = now();
    const said = await bot.ask({ id, door, text, by });
    if (!said) return;
    const address = { channel, thread, user };
    if (said.reply !== null && (await post.openly(address, said.reply))) observe.answered(door, now() - received);
    // A thread that nobody has begun does not show what is for one person alone.
    const alone = said.reply === null ? { ...address, thread: begun } : address;
    if (said.private !== null) await post.privately(alone, said.private);
  }
}
