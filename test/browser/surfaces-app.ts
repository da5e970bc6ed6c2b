/** A small app with a home, a modal and shortcuts, to try the page without our bot. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { input, modal, option, plain } from '../playground/form.js';
import { listen } from '../playground/stub-app.js';
import { openPage } from './browser.js';

export const HOME = [
  { type: 'header', text: plain('Ask the FAQ') },
  { type: 'section', block_id: 'note', text: { type: 'mrkdwn', text: 'Private: *only you* see this.\n• one\n• two' } },
  input(
    'ask',
    { type: 'plain_text_input', action_id: 'question', placeholder: plain('does it hurt?') },
    { dispatch_action: true, label: plain('Your question') },
  ),
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'open', text: plain('Open the form'), value: '1', style: 'primary' },
      { type: 'button', action_id: 'long', text: plain('What is the difference between gua sha and IASTM, really?') },
      { type: 'static_select', action_id: 'topic', placeholder: plain('Topics'), options: [option('a'), option('b')] },
      { type: 'external_select', action_id: 'entry', placeholder: plain('Find an entry'), min_query_length: 2 },
      { type: 'overflow', action_id: 'more', options: [option('copy'), option('share')] },
    ],
  },
];

export const FORM = [
  input(
    'ask',
    { type: 'plain_text_input', action_id: 'question', multiline: true, min_length: 3 },
    { label: plain('Your question'), hint: plain('No names of patients.') },
  ),
  input(
    'entry',
    { type: 'external_select', action_id: 'entry', min_query_length: 0 },
    { label: plain('Entry'), optional: true },
  ),
  input(
    'topic',
    { type: 'static_select', action_id: 'topic', options: [option('safety'), option('tools')] },
    { label: plain('Topic') },
  ),
  input(
    'how',
    {
      type: 'radio_buttons',
      action_id: 'how',
      options: [option('soft'), { ...option('hard'), description: plain('not advised') }],
      initial_option: option('soft'),
    },
    { label: plain('How hard') },
  ),
  input(
    'also',
    { type: 'checkboxes', action_id: 'also', options: [option('cupping'), option('taping')] },
    { label: plain('Also'), optional: true },
  ),
];

const ENTRIES = ['bruising', 'painful', 'pressure'];

/** The app, and what came in: actions by id and value, submissions by what was filled in. */
export function startSurfaces() {
  const slack = createMemorySlack({
    shortcuts: [
      { callback_id: 'find', type: 'message', name: 'Find FAQ answer', description: 'Only you see the answer' },
      { callback_id: 'ask', type: 'global', name: 'Ask the IASTM FAQ', description: 'Opens a form' },
    ],
    ackWait: 300,
  });
  const app = listen(slack);
  const heard: string[] = [];
  const told: unknown[] = [];
  const answers: unknown[] = [];
  const form = () => modal(FORM, { title: plain('Ask the IASTM FAQ'), notify_on_close: true });

  app.event('app_home_opened', async ({ event, client }) => {
    heard.push(`opened ${event.tab}`);
    if (event.tab === 'home')
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: HOME as never } });
  });
  app.shortcut('ask', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form() });
  });
  app.shortcut({ callback_id: 'find', type: 'message_action' }, async ({ ack, shortcut, respond }) => {
    await ack();
    await respond(`You asked about: ${shortcut.message.text}`);
  });
  app.action('open', async ({ ack, body, client }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: form() });
  });
  app.action(/^(?!open$)/, async ({ ack, action }) => {
    await ack();
    const { action_id, value, selected_option, selected_options } = action as unknown as Record<string, never>;
    heard.push(JSON.stringify([action_id, value ?? selected_option ?? selected_options]));
  });
  app.options(/.*/, async ({ ack, options }) => {
    await ack({ options: ENTRIES.filter((id) => id.includes(options.value)).map(option) });
  });
  app.view('ask', async ({ ack, view }) => {
    told.push(view.state.values);
    await (ack as (said: unknown) => Promise<void>)(answers.shift());
  });
  app.view({ type: 'view_closed', callback_id: 'ask' }, async ({ ack, body }) => {
    heard.push(`closed ${'is_cleared' in body && body.is_cleared}`);
    await ack();
  });
  return { slack, app, heard, told, answers };
}

/** The app behind a page of its own. */
export async function openSurfaces(browser: Browser, options: BrowserContextOptions = {}) {
  const surfaces = startSurfaces();
  const { url, stop } = await startPlayground({ slack: surfaces.slack, port: 0 });
  onTestFinished(stop);
  return { page: await openPage(browser, url, { bypassCSP: true, ...options }), ...surfaces };
}

export function dialog(page: Page) {
  return page.getByRole('dialog', { name: 'Ask the IASTM FAQ' });
}

/** Opens the form by the global shortcut. */
export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Shortcuts and files' }).click();
  await page.getByRole('menuitem', { name: 'Ask the IASTM FAQ' }).click();
  await dialog(page).waitFor();
}
