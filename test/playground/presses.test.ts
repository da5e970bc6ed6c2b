import { describe, expect, it } from 'vitest';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { opened } from './ask-app.js';
import { input, modal, option, plain, QUESTION } from './form.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

describe('presses in views', () => {
  const ROW = {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'go', text: plain('Go'), value: '1' },
      { type: 'overflow', action_id: 'more', options: [option('copy'), option('share')] },
      { type: 'static_select', action_id: 'topic', placeholder: plain('Topics'), options: [option('a'), option('b')] },
      { type: 'external_select', action_id: 'entry', placeholder: plain('Find') },
      { type: 'checkboxes', action_id: 'ticks', options: [option('x'), option('y')] },
    ],
  };

  async function home() {
    const { slack, app, heard } = await opened(modal([QUESTION]));
    const search = input('ask', { type: 'plain_text_input', action_id: 'question' }, { dispatch_action: true });
    await app.client.views.publish({ user_id: anna, view: { type: 'home', blocks: [ROW, search] as never } });
    return { slack, app, heard, view_id: slack.home(anna)?.id ?? '' };
  }

  it('a button in the home: container and view, no channel, no message, no response URL', async () => {
    const { slack, heard, view_id } = await home();
    await slack.press({ user: anna, view_id, action_id: 'go', values: { ask: { question: 'hm' } } });
    const [body] = heard.mock.lastCall ?? [];
    expect(body).toMatchObject({
      type: 'block_actions',
      user: { id: anna, name: 'anna' },
      container: { type: 'view', view_id },
      trigger_id: expect.any(String),
      view: {
        id: view_id,
        type: 'home',
        state: {
          values: {
            ask: { question: { type: 'plain_text_input', value: 'hm' } },
            row: { topic: { type: 'static_select', selected_option: null } },
          },
        },
      },
      actions: [{ type: 'button', action_id: 'go', block_id: 'row', value: '1', action_ts: expect.any(String) }],
    });
    for (const absent of ['channel', 'response_url', 'message', 'state']) expect(body).not.toHaveProperty(absent);
  });

  it.each([
    [
      { action_id: 'more', value: 'share' },
      { type: 'overflow', selected_option: option('share') },
    ],
    [
      { action_id: 'topic', label: 'B' },
      { type: 'static_select', selected_option: option('b') },
    ],
    [
      { action_id: 'ticks', value: ['y'] },
      { type: 'checkboxes', selected_options: [option('y')] },
    ],
    [
      { action_id: 'question', value: 'does it hurt' },
      { type: 'plain_text_input', value: 'does it hurt' },
    ],
  ])('%j', async (wanted, action) => {
    const { slack, heard, view_id } = await home();
    await slack.press({ user: anna, view_id, ...wanted });
    const [body] = heard.mock.lastCall ?? [];
    expect(body.actions).toMatchObject([action]);
    const { block_id, action_id, type, value, selected_option, selected_options } = body.actions[0];
    if (type === 'overflow') return;
    // What stays filled in is told in the state, too.
    const kept = { value, selected_option, selected_options };
    expect(body.view.state.values[block_id][action_id]).toEqual(JSON.parse(JSON.stringify({ type, ...kept })));
  });

  it('an option of an external select is picked once it has been offered', async () => {
    const { slack, heard, view_id } = await home();
    const at = { user: anna, view_id, block_id: 'row', action_id: 'entry' };
    await expect(slack.press({ ...at, value: 'painful' })).rejects.toThrow(/Nothing matches/);
    const offer = await slack.suggest({ ...at, value: 'pain' });
    expect(offer).toMatchObject({ acked: true, options: [option('painful')], refused: null });
    expect(heard.mock.lastCall?.[0]).toMatchObject({
      type: 'block_suggestion',
      user: { id: anna, name: 'anna' },
      container: { type: 'view', view_id },
      view: { id: view_id },
      block_id: 'row',
      action_id: 'entry',
      value: 'pain',
    });
    await slack.press({ ...at, value: 'painful' });
    expect(heard.mock.lastCall?.[0].actions).toMatchObject([{ selected_option: option('painful') }]);
  });

  it.each([
    [
      'more than 100 options',
      () => ({ options: Array.from({ length: 101 }, (_, n) => option(`o${n}`)) }),
      /no more than 100/,
    ],
    ['a label of 76', () => ({ options: [{ text: plain('x'.repeat(76)), value: 'x' }] }), /less than 76/],
    ['nothing', () => undefined, /neither options/],
    ['none', () => ({ options: [] }), null],
    ['100 in groups', () => ({ option_groups: [{ label: plain('g'), options: Array(100).fill(option('a')) }] }), null],
  ])('what Slack makes of an offer with %s', async (_, answer, refused) => {
    const slack = createMemorySlack();
    const app = listen(slack);
    app.options(/.*/, async ({ ack }) => (ack as (said: unknown) => Promise<void>)(answer()));
    await app.client.views.publish({ user_id: anna, view: { type: 'home', blocks: [ROW] as never } });
    const view_id = slack.home(anna)?.id ?? '';
    const offer = await slack.suggest({ user: anna, view_id, block_id: 'row', action_id: 'entry', value: 'x' });
    if (refused) expect(offer).toMatchObject({ options: [], refused: expect.stringMatching(refused) });
    else expect(offer.refused).toBeNull();
  });

  it('an external select on a message is asked with channel and message', async () => {
    const { slack, app, heard } = await home();
    const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'x', blocks: [ROW] as never });
    const at = { user: anna, channel, message_ts: ts, block_id: 'row', action_id: 'entry' };
    await slack.suggest({ ...at, value: 'bru' });
    expect(heard.mock.lastCall?.[0]).toMatchObject({
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel },
      message: { ts },
    });
    await slack.press({ ...at, value: 'bruising' });
    expect(heard.mock.lastCall?.[0].state.values.row.entry).toEqual({
      type: 'external_select',
      selected_option: option('bruising'),
    });
  });

  it('nobody presses in a view that they do not see, nor enters what stays in its form', async () => {
    const { slack, view_id } = await home();
    await expect(slack.press({ user: ben, view_id, action_id: 'go' })).rejects.toThrow(/sees no view/);
    const modalId = slack.modal(anna)?.id ?? '';
    await expect(slack.press({ user: anna, view_id: modalId, action_id: 'question', value: 'x' })).rejects.toThrow(
      /Nothing matches/,
    );
  });
});
