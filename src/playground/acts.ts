/** Carries out what the page sends. The page is ours, but anybody at this machine can send anything: all is checked. */

import type { Act } from './delivery.js';
import { isObject } from './json.js';
import type { MemorySlack } from './slack.js';
import type { WireAct, WireResult } from './wire.js';

/** Longest text taken, in characters; Slack's own limit for a message. */
const LONGEST = 40_000;
/** Fields of a form, options that are ticked, and files of a message, at most. */
const MOST = 100;

type Fits = (value: unknown) => boolean;

const text: Fits = (value) => typeof value === 'string' && value.length <= LONGEST;
const flag: Fits = (value) => typeof value === 'boolean';
const texts: Fits = (value) => Array.isArray(value) && value.length <= MOST && value.every(text);
const entered: Fits = (value) => text(value) || texts(value);
const values: Fits = (value) => few(value, (actions) => few(actions, (filled) => filled === null || entered(filled)));
const tab: Fits = (value) => value === 'home' || value === 'messages';
const optional =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);

function few(value: unknown, fits: Fits): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MOST && entries.every(([key, inner]) => key.length <= 255 && fits(inner));
}

/** A press and a suggestion are on a message, or in a view. */
const ON = { channel: optional(text), message_ts: optional(text), view_id: optional(text) };
const ELEMENT = { block_id: text, action_id: text, values: optional(values) };

const FIELDS: Record<WireAct['act'], Record<string, Fits>> = {
  say: { channel: text, text, thread_ts: optional(text), broadcast: optional(flag), files: optional(texts) },
  edit: { channel: text, ts: text, text },
  remove: { channel: text, ts: text },
  command: { channel: text, command: text, text },
  press: { ...ON, ...ELEMENT, value: optional(entered) },
  suggest: { ...ON, ...ELEMENT, value: text },
  shortcut: { channel: text, message_ts: text, callback_id: text },
  global: { callback_id: text },
  desk: { action_id: text, value: text },
  submit: { view_id: text, values },
  close: { all: flag },
  open: { tab },
};

/** The act in a request's body, or null where it is none. */
export function readAct(body: string): WireAct | null {
  const json = parsed(body);
  if (!isObject(json) || typeof json.act !== 'string' || !Object.hasOwn(FIELDS, json.act)) return null;
  const fields = Object.entries({ user: text, ...FIELDS[json.act as WireAct['act']] });
  if (!fields.every(([name, fits]) => fits(json[name]))) return null;
  const onMessage = typeof json.channel === 'string' && typeof json.message_ts === 'string';
  if ((json.act === 'press' || json.act === 'suggest') && onMessage === (typeof json.view_id === 'string')) return null;
  // Nothing but what the act has: an inherited or a stray name goes no further.
  return Object.fromEntries(
    [['act', json.act], ...fields.map(([name]) => [name, json[name]])].filter(([, value]) => value !== undefined),
  ) as unknown as WireAct;
}

/** Throws where the person cannot do that, such as pressing what is not there. */
export async function carryOut(slack: MemorySlack, what: WireAct): Promise<{ done: Act; result: WireResult }> {
  const { done, ...more } = await perform(slack, what);
  return { done, result: { ts: done.ts, heard: done.bodies.length > 0, acked: done.acked, ...more } };
}

async function perform(slack: MemorySlack, what: WireAct): Promise<{ done: Act } & Partial<WireResult>> {
  switch (what.act) {
    case 'say': {
      const { files = [], ...said } = what;
      return { done: await slack.say({ ...said, files: files.map((name) => ({ name })) }) };
    }
    case 'edit':
      return { done: await slack.edit(what) };
    case 'remove':
      return { done: await slack.remove(what) };
    case 'command':
      return { done: await slack.command(what) };
    case 'press': {
      const { act: _, ...press } = what;
      return { done: await slack.press(press) };
    }
    case 'suggest': {
      const { act: _, ...asked } = what;
      const done = await slack.suggest(asked);
      return { done, options: done.options, groups: done.groups, trouble: done.refused };
    }
    case 'shortcut':
      return { done: await slack.shortcut(what) };
    case 'global':
      return { done: await slack.globalShortcut(what) };
    case 'desk':
      return { done: await slack.pressAtDesk(what) };
    case 'submit': {
      const done = await slack.submit(what);
      return { done, errors: done.errors, trouble: done.trouble };
    }
    case 'close':
      return { done: await slack.close(what) };
    case 'open':
      return { done: await slack.openHome(what) };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
