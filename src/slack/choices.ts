import type { SlackContext } from './app.js';
import type { Pressed } from './presses.js';

/** What people choose: a suggestion, none of them, an entry to read, a topic. */
export function choices({ bot, show }: SlackContext): Record<'choose' | 'none' | 'read' | 'topic', Pressed> {
  return {
    choose: async (press) =>
      show(press, await bot.choose({ id: press.id, entry: press.value, by: press.by }), 'in place'),
    none: async (press) => show(press, bot.none(), 'in place'),
    read: async (press) => show(press, bot.read(press.value), 'beside'),
    topic: async (press) => show(press, bot.topic(press.value), 'beside'),
  };
}
