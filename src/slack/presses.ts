import type { App } from '@slack/bolt';
import { type Name, nameOf } from '../replies/names.js';
import type { SlackContext } from './app.js';
import { choices } from './choices.js';
import { type Press, readPress } from './read.js';
import { votes } from './votes.js';

/** What is done when somebody presses a button, or picks from a menu, of a name. */
export type Pressed = (press: Press) => Promise<void>;

/** All that people press. One listener, which every event pays for, and which acknowledges links and unknown buttons too. */
export function register(app: App, context: SlackContext): void {
  const presses: Record<Name, Pressed> = { ...choices(context), ...votes(context) };
  app.action(/^/, async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    const name = press === null ? undefined : nameOf(press.action);
    if (press !== null && name !== undefined) await presses[name](press);
  });
}
