import type { App } from '@slack/bolt';
import { NAMES, named } from '../replies/names.js';
import type { Reply } from '../replies/reply.js';
import type { SlackContext } from './app.js';
import { type Press, readPress } from './read.js';

/** What people choose: a suggestion, none of them, an entry to read, a topic. */
export function register(app: App, { bot, show }: SlackContext): void {
  app.action(named('choose'), async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    if (press) await show(press, await bot.choose({ id: press.id, entry: press.value, by: press.by }), 'in place');
  });

  app.action(NAMES.none, async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    if (press) await show(press, bot.none(), 'in place');
  });

  app.action(named('read'), async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    if (press) await show(press, bot.read(press.value), 'beside');
  });

  app.action(NAMES.topic, async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    if (press) await show(press, bot.topic(press.value), 'beside');
  });
}

/**
 * Shows a reply to a press. `in place`: instead of the message that holds the button, so that one question keeps one
 * reply. `beside`: in its thread, to the person who pressed alone. Where the response URL has expired, the person is
 * told in the channel, alone.
 */
export type Show = (press: Press, reply: Reply, manner: 'in place' | 'beside') => Promise<void>;

export function createShow({ respond, post }: Pick<SlackContext, 'respond' | 'post'>): Show {
  return async ({ responseUrl, thread, channel, user }, reply, manner) => {
    const how = manner === 'in place' ? ({ replace: true } as const) : ({ replace: false, thread } as const);
    const told = responseUrl !== undefined && (await respond(responseUrl, reply, how));
    if (!told) await post.privately({ channel, user, thread }, reply);
  };
}
