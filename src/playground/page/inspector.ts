/** What became of each thing that was done here: what Slack sent, how it was read, what the bot said and called. */

import type { WireTrace } from '../wire.js';
import { builderLink, copyButton } from './builder.js';
import { byId, el } from './dom.js';
import { isObject, type Json, stringOf } from './json.js';
import { mrkdwn } from './mrkdwn.js';
import { reading } from './reading.js';
import { names } from './state.js';

const ACTS: Record<string, string> = {
  say: 'A message',
  edit: 'An edit',
  remove: 'A message deleted',
  command: 'A command',
  press: 'A press',
  suggest: 'Typing into a menu',
  shortcut: 'A message shortcut',
  global: 'A global shortcut',
  submit: 'A form sent',
  close: 'A form closed',
  open: 'The app opened',
};

/** Opens the inspector, at the act that a message comes from or at the newest. */
export function createInspector(): (ts: string | null) => void {
  const dialog = byId('inspector') as HTMLDialogElement;
  const body = byId('inspector-body');
  let wanted: string | null = null;

  async function load() {
    const traces = await fetch('/traces').then(
      (answer): Promise<WireTrace[]> => answer.json(),
      () => null,
    );
    if (traces === null) {
      body.replaceChildren(el('p', {}, 'The playground does not answer. Start it again (npm start), then read anew.'));
      return;
    }
    const open = traces.find(({ at }) => wanted === null || at <= Number(wanted) * 1000) ?? traces[0];
    const none = el('p', {}, 'Nothing has been done here yet. Ask something, then look again.');
    const drawn = traces.map((trace) => drawTrace(trace, trace === open));
    body.replaceChildren(...(drawn.length > 0 ? drawn : [none]));
    body.querySelector<HTMLElement>('[open] > summary')?.focus();
  }

  byId('inspector-anew').addEventListener('click', load);
  byId('inspector-close').addEventListener('click', () => dialog.close());
  return (ts) => {
    wanted = ts;
    body.replaceChildren();
    dialog.showModal();
    void load();
  };
}

function drawTrace(trace: WireTrace, open: boolean): HTMLElement {
  const { act, user, at, acked, ack_ms, ms, said, out } = trace;
  const took = ms === null ? 'still at work' : milliseconds(ms);
  const title = `${ACTS[act] ?? act} by ${names.user(user)}, ${new Date(at).toLocaleTimeString()}, ${took}`;
  const acknowledged = acked ? `Acknowledged after ${milliseconds(ack_ms)}` : 'Not acknowledged in three seconds';
  const heard = trace.in.length === 0 ? ['Slack tells the app nothing of this.'] : [];
  return el(
    'details',
    { class: 'trace', open },
    el('summary', {}, title),
    el(
      'div',
      { class: 'trace-part' },
      el('p', { class: 'trace-quiet' }, `${acknowledged}; all of it took ${took}.`),
      el('div', { class: 'trace-acts' }, copyButton('Copy all of it', trace)),
      trace.reading ? el('h3', {}, 'How the search reads it, apart from where it was asked') : null,
      ...(trace.reading ? reading(trace.reading) : []),
      el('h3', {}, 'What Slack sent'),
      ...heard.map((words) => el('p', { class: 'trace-quiet' }, words)),
      ...trace.in.map((payload) => part(nameOf(payload), payload)),
      el('h3', {}, 'What the bot did'),
      ...(said.length + out.length === 0 ? [el('p', { class: 'trace-quiet' }, 'Nothing.')] : []),
      ...said.map((words) => part('said in its acknowledgement', words)),
      ...out.map(({ method, args, answer, status, ms: each }) =>
        part(`${method}, ${milliseconds(each)}, ${outcomeOf(answer, status)}`, args, answer),
      ),
    ),
  );
}

/** One payload, folded: its text as it is heard, the way to Slack's builder where it has blocks, and all of it. */
function part(title: string, payload: unknown, answer: unknown = null): HTMLElement {
  const shown = isObject(payload) ? payload : {};
  const text = typeof payload === 'string' ? payload : stringOf(shown.text);
  const drawn = drawnIn(shown);
  const mine = /^(chat|said|response_url)/.test(title);
  return el(
    'details',
    {},
    el('summary', {}, title),
    mine && text !== '' ? el('p', { class: 'trace-quiet' }, 'A screen reader hears:') : null,
    mine && text !== '' ? el('div', { class: 'trace-heard body' }, ...mrkdwn(text, names)) : null,
    el('div', { class: 'trace-acts' }, copyButton('Copy', payload), drawn === null ? null : builderLink(drawn)),
    el('pre', {}, JSON.stringify(payload, null, 2)),
    answer === null ? null : el('p', { class: 'trace-quiet' }, 'Slack answered:'),
    answer === null ? null : el('pre', {}, JSON.stringify(answer, null, 2)),
  );
}

/** Null where nothing in it is drawn. */
function drawnIn({ blocks, view }: Json): Json | null {
  if (isObject(view)) return view;
  return Array.isArray(blocks) && blocks.length > 0 ? { blocks } : null;
}

function nameOf(payload: Json): string {
  const event = isObject(payload.event) ? payload.event : {};
  return stringOf(payload.command) || stringOf(event.type) || stringOf(payload.type);
}

function outcomeOf(answer: Json | null, status: number | null): string {
  if (status === null) return 'no answer';
  return answer?.ok === false ? stringOf(answer.error) : status === 200 ? 'ok' : `status ${status}`;
}

function milliseconds(ms: number | null): string {
  return `${(ms ?? 0) < 10 ? (ms ?? 0).toFixed(1) : Math.round(ms ?? 0)} ms`;
}
