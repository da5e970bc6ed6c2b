/** A small app with shortcuts, a modal and an external select, to test the Slack in memory. */

import { vi } from 'vitest';
import { createMemorySlack } from '../../src/playground/slack.js';
import { PEOPLE } from '../../src/playground/workspace.js';
import { option } from './form.js';
import { listen } from './stub-app.js';

export const ASK = { callback_id: 'ask', type: 'global', name: 'Ask the IASTM FAQ' } as const;
const FIND = { callback_id: 'find', type: 'message', name: 'Find FAQ answer' } as const;

/** An app that opens `view` on its shortcut, and answers submissions as it is told to. */
export async function opened(view: object, answer: (body: never) => unknown = () => undefined) {
  const slack = createMemorySlack({ shortcuts: [ASK, FIND], ackWait: 50 });
  const app = listen(slack);
  const heard = vi.fn();
  app.shortcut('ask', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: view as never });
  });
  app.view('ask', async ({ ack, body }) => {
    heard(body);
    await (ack as (said: unknown) => Promise<void>)(answer(body as never));
  });
  app.view({ type: 'view_closed', callback_id: 'ask' }, async ({ ack, body }) => {
    heard(body);
    await ack();
  });
  app.action(/.*/, async ({ ack, body }) => {
    heard(body);
    await ack();
  });
  app.options('entry', async ({ ack, options }) => {
    heard(options);
    await ack({ options: ['bruising', 'painful'].filter((id) => id.includes(options.value)).map(option) });
  });
  const act = await slack.globalShortcut({ user: PEOPLE[0]?.id ?? '', callback_id: 'ask' });
  await act.settled();
  return { slack, app, heard, act };
}
