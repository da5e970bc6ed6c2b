/** What a person does, sent to the server; what goes wrong is told. */

import type { WireAct, WirePost, WireResult, WireView, WireWhere } from '../wire.js';
import type { Along } from './attach.js';
import { complain } from './dom.js';
import { act } from './feed.js';
import { createForm, type Form, type LeftForm } from './form.js';
import type { Json } from './json.js';
import type { Surface } from './slot.js';
import { names, redraw, state } from './state.js';

type Doing = WireAct extends infer One ? (One extends { user: string } ? Omit<One, 'user'> : never) : never;

/** Null where it could not be done; the person is told. */
export async function send(what: Doing): Promise<WireResult | null> {
  try {
    return await act({ ...what, user: state.viewer } as WireAct);
  } catch (error) {
    complain(wordsOf(error));
    return null;
  }
}

/** Says something, or runs a command. Resolves to why that was not possible and what to do, or to null. */
export async function say(text: string, thread_ts: string | null, along: Along): Promise<string | null> {
  const { channel } = state;
  state.jump = true;
  const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (command !== undefined && thread_ts !== null) return 'Slash commands do not work in threads. Use the channel.';
  if (command !== undefined && along.files) return 'Files do not go along with a command. Send them in a message.';
  try {
    const by = { user: state.viewer, channel };
    const thread = thread_ts ? { thread_ts } : {};
    if (command !== undefined) await act({ ...by, act: 'command', command, text: rest });
    else heardOf(await act({ ...by, act: 'say', text, ...thread, ...along }), thread_ts);
    return null;
  } catch (error) {
    return `Not sent, your text is kept. ${wordsOf(error)}`;
  } finally {
    redraw();
  }
}

function heardOf({ ts, heard }: WireResult, thread_ts: string | null) {
  if (!heard) state.unheard.add(ts);
  else if (thread_ts === null) state.awaited = ts;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const forms = new Map<string, LeftForm>();
/** The blocks as they stand now: what is drawn once outlives changes of the blocks beside it. */
const newest = new Map<Form, readonly Json[]>();

/** Restarting the server begins the ids of views anew, so that they name a form only together with its start. */
function formOf(id: string): LeftForm {
  const key = `${state.viewer} ${state.hello?.started} ${id}`;
  const form = forms.get(key) ?? createForm(key);
  forms.set(key, form);
  return form;
}

function surface(where: WireWhere, id: string, blocks: readonly Json[]): Surface {
  const form = formOf(id);
  newest.set(form, blocks);
  const values = () => form.values(newest.get(form) ?? blocks);
  return {
    names,
    form,
    folds: 'channel' in where,
    people: state.hello?.people ?? [],
    places: (state.hello?.channels ?? []).map(({ id, name, private: closed }) => ({
      id,
      name: name ? `#${name}` : names.user(state.viewer),
      kind: name === null ? 'im' : closed ? 'private' : 'public',
    })),
    async press(press) {
      const done = await send({ act: 'press', ...where, ...press, values: values() });
      if (done && !done.acked)
        complain('The bot did not acknowledge this in three seconds. Slack would show a warning here.');
      return done?.acked ?? false;
    },
    async suggest(block_id, action_id, value) {
      const done = await send({ act: 'suggest', ...where, block_id, action_id, value, values: values() });
      const { options = [], groups = [], trouble = null } = done ?? { trouble: 'No answer.' };
      return { options, groups, trouble };
    },
  };
}

export function surfaceOfPost(post: WirePost): Surface {
  return surface({ channel: state.channel, message_ts: post.ts }, post.ts, post.blocks);
}

export function surfaceOfView(view: WireView): Surface {
  return surface({ view_id: view.id }, view.id, view.blocks);
}

/**
 * What a modal asks of this person: a form that is opened anew has another id, and asks for the same. A server that was started anew
 * has offered nothing that could be picked.
 */
function asksOf({ title, blocks }: WireView): string {
  return JSON.stringify([state.viewer, state.hello?.started, title, blocks]);
}

/** What was left in the same modal stands in it again. False where there was nothing. */
export function takeUpModal(view: WireView): boolean {
  return formOf(view.id).takeUp(asksOf(view));
}

/** Closed without a word: what is filled in stands there the next time. */
export function leaveModal(view: WireView): void {
  const form = formOf(view.id);
  if (Object.keys(form.values(view.blocks)).length > 0) form.leave(asksOf(view));
}

export function submitModal(view: WireView): Promise<WireResult | null> {
  return send({ act: 'submit', view_id: view.id, values: surfaceOfView(view).form.values(view.blocks) });
}
