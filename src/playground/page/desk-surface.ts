/** What the desk shows of the bot's blocks: drawn as Slack does, pressed where the desk says. */

import type { Press, Surface } from './slot.js';
import { names } from './state.js';

export function surfaceWith(press: (press: Press) => Promise<boolean>): Surface {
  return {
    names,
    form: { get: () => undefined, set() {}, values: () => ({}) },
    folds: false,
    press,
    suggest: async () => ({ options: [], trouble: null }),
    people: [],
    places: [],
  };
}
