import type { App } from '@slack/bolt';
import { NAMES, named } from '../replies/names.js';
import { isReason } from '../replies/vote.js';
import type { SlackContext } from './app.js';
import { readPress } from './read.js';

/**
 * Votes on answers. Slack sends an event on every change of the feedback buttons and never says which one is lit:
 * the last vote of a person counts.
 */
export function register(app: App, { bot, show }: SlackContext): void {
  app.action(NAMES.vote, async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    const [direction, entry] = press?.value.split(' ') ?? [];
    if (!press || !entry || (direction !== 'up' && direction !== 'down')) return;
    const ballot = { answer: press.message, entry, helpful: direction === 'up', by: press.by };
    await show(press, await bot.vote(ballot), 'beside');
  });

  app.action(named('reason'), async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    const [reason, entry, answer] = press?.value.split(' ') ?? [];
    if (!press || !reason || !entry || !answer || !isReason(reason)) return;
    await show(press, await bot.because({ answer, entry, by: press.by }, reason), 'in place');
  });
}
