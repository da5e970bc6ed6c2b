/** Carries out what the page sends. The page is ours, but anybody at this machine can send anything: all is checked. */

import { isObject } from './json.js';
import type { Act, MemorySlack } from './slack.js';
import type { WireAct } from './wire.js';

/** Longest text taken, in characters; Slack's own limit for a message. */
const LONGEST = 40_000;

const FIELDS: Record<WireAct['act'], { needed: string[]; optional: string[] }> = {
  say: { needed: ['user', 'channel', 'text'], optional: ['thread_ts'] },
  command: { needed: ['user', 'channel', 'command', 'text'], optional: [] },
  press: { needed: ['user', 'channel', 'message_ts', 'block_id', 'action_id'], optional: ['value'] },
  open: { needed: ['user'], optional: [] },
};

/** The act in a request's body, or null where it is none. */
export function readAct(body: string): WireAct | null {
  const json = parsed(body);
  if (!isObject(json) || typeof json.act !== 'string' || !Object.hasOwn(FIELDS, json.act)) return null;
  const { needed, optional } = FIELDS[json.act as WireAct['act']];
  const fits = (name: string) => typeof json[name] === 'string' && (json[name] as string).length <= LONGEST;
  if (!needed.every(fits) || !optional.every((name) => json[name] === undefined || fits(name))) return null;
  return json as unknown as WireAct;
}

/** Throws where the person cannot do that, such as pressing what is not there. */
export function carryOut(slack: MemorySlack, what: WireAct): Promise<Act> {
  switch (what.act) {
    case 'say':
      return slack.say(what);
    case 'command':
      return slack.command(what);
    case 'press': {
      const { act: _, ...press } = what;
      return slack.press(press);
    }
    case 'open':
      return slack.openHome({ user: what.user, tab: 'messages' });
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
