import type { App } from '@slack/bolt';
import { notOpenedReply } from '../replies/trouble.js';
import type { SlackDeps } from './deps.js';
import { createWhole } from './lacking.js';
import { readCall, readCalledOn } from './read-interaction.js';

/** Callback ids. Page: https://docs.slack.dev/interactivity/implementing-shortcuts */
export const SHORTCUTS = {
  /** "Find FAQ answer", in the menu of a message. */
  find: 'find_answer',
  /** "Ask the IASTM FAQ", from anywhere. */
  ask: 'ask',
} as const;

/** What people call from the menu of a message, or from anywhere. Nothing but them, and what they have in hand, is told of the place. */
export function register(app: App, { bot, client, post, respond, observe, log, now }: SlackDeps): void {
  const whole = createWhole(log);

  /** The message is read as a question of whoever calls, and the answer shown to that person alone. */
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.find }, async ({ body, ack, context }) => {
    const received = now();
    await ack();
    const called = whole('shortcut', readCalledOn(body, context.botUserId));
    if (called === undefined) return;
    const { channel, user, thread, responseUrl, ...question } = called;
    // Whoever calls once more wants to see it once more; a repeated delivery is none of theirs.
    const said = await bot.find({ ...question, channel, again: context.retryNum === undefined });
    if (said === null) return;
    const told = responseUrl !== undefined && (await respond(responseUrl, said, { replace: false, thread }));
    if (told || (await post.privately({ channel, user, thread }, said))) observe.answered('shortcut', now() - received);
  });

  /** A form, at once: a call opens one within three seconds. */
  app.shortcut({ type: 'shortcut', callback_id: SHORTCUTS.ask }, async ({ body, ack }) => {
    await ack();
    const called = whole('shortcut', readCall(body));
    if (called === undefined) return;
    const { user, trigger } = called;
    const { fault } = await client('views.open', { trigger_id: trigger, view: bot.askForm() });
    if (fault === null) return;
    observe.slackFault(fault.kind);
    await post.openly({ channel: user, user }, notOpenedReply());
  });
}
