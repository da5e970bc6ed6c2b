import type { SlackContext } from './app.js';
import type { Pressed } from './presses.js';
import type { Press } from './read.js';

/** What people choose: an offered entry, another one, none of them, an entry to read, a topic. */
export function choices({
  bot,
  show,
}: SlackContext): Record<'choose' | 'instead' | 'none' | 'read' | 'topic', Pressed> {
  const choose = async (press: Press, entry: string) =>
    show(press, await bot.choose({ id: press.id, entry, by: press.by, warned: press.block }), 'in place');
  const decline = (press: Press) => show(press, bot.decline(press.block), 'in place');
  return {
    choose: (press) => choose(press, press.value),
    async instead(press) {
      const [act, entry] = press.value.split(' ');
      if (act === 'choose' && entry) await choose(press, entry);
      else if (act === 'none') await decline(press);
    },
    none: decline,
    read: async (press) => show(press, bot.read(press.value), 'beside'),
    topic: async (press) => show(press, bot.topic(press.value), 'beside'),
  };
}
