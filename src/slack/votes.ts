import { isReason } from '../replies/vote.js';
import type { SlackContext } from './app.js';
import type { Pressed } from './presses.js';

/**
 * Votes on answers. Slack sends an event on every change of the feedback buttons and never says which one is lit:
 * the last vote of a person counts.
 */
export function votes({ bot, show }: SlackContext): Record<'vote' | 'reason', Pressed> {
  return {
    async vote(press) {
      const [direction, entry] = press.value.split(' ');
      if (!entry || (direction !== 'up' && direction !== 'down')) return;
      const ballot = { answer: press.message, entry, helpful: direction === 'up', by: press.by };
      await show(press, await bot.vote(ballot), 'beside');
    },

    async reason(press) {
      const [reason, entry, answer] = press.value.split(' ');
      if (!reason || !entry || !answer || !isReason(reason)) return;
      await show(press, await bot.because({ answer, entry, by: press.by }, reason), 'in place');
    },
  };
}
