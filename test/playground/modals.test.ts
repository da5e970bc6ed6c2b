import { describe, expect, it } from 'vitest';
import { BOT, CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { opened } from './ask-app.js';
import { FORM, input, modal, option, plain, QUESTION } from './form.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

describe('a modal that is sent', () => {
  it('brings what was filled in, each element in its own shape, with the private metadata', async () => {
    const { slack, heard } = await opened(modal(FORM));
    const { view_id } = { view_id: slack.modal(anna)?.id ?? '' };
    await slack.suggest({ user: anna, view_id, block_id: 'entry', action_id: 'entry', value: 'bru' });
    const values = {
      ask: { question: 'does it hurt?\nreally?' },
      topic: { one: 'b' },
      also: { many: ['x', 'y'] },
      entry: { entry: 'bruising' },
    };
    const sent = await slack.submit({ user: anna, values });
    expect(sent).toMatchObject({ acked: true, errors: {}, trouble: null });
    expect(heard.mock.lastCall?.[0]).toMatchObject({
      type: 'view_submission',
      user: { id: anna, name: 'anna' },
      trigger_id: expect.any(String),
      response_urls: [],
      view: {
        id: view_id,
        type: 'modal',
        callback_id: 'ask',
        private_metadata: 'kept',
        root_view_id: view_id,
        previous_view_id: null,
        app_id: BOT.app_id,
        bot_id: BOT.bot_id,
        hash: expect.any(String),
        state: {
          values: {
            ask: { question: { type: 'plain_text_input', value: 'does it hurt?\nreally?' } },
            topic: { one: { type: 'static_select', selected_option: option('b') } },
            how: { one: { type: 'radio_buttons', selected_option: option('soft') } },
            also: { many: { type: 'checkboxes', selected_options: [option('x'), option('y')] } },
            entry: { entry: { type: 'external_select', selected_option: option('bruising') } },
          },
        },
      },
    });
    for (const absent of ['channel', 'response_url', 'message', 'state'])
      expect(heard.mock.lastCall?.[0]).not.toHaveProperty(absent);
    expect(slack.modal(anna)).toBeUndefined();
  });

  it('what is untouched is null, or what the app began with', async () => {
    const blocks = FORM.map((block) => ({ ...block, optional: true }));
    const { slack, heard } = await opened(modal(blocks));
    await slack.submit({ user: anna });
    expect(heard.mock.lastCall?.[0].view.state.values).toEqual({
      ask: { question: { type: 'plain_text_input', value: null } },
      topic: { one: { type: 'static_select', selected_option: null } },
      how: { one: { type: 'radio_buttons', selected_option: option('soft') } },
      also: { many: { type: 'checkboxes', selected_options: [] } },
      entry: { entry: { type: 'external_select', selected_option: null } },
    });
  });

  const text = (more: object) => input('ask', { type: 'plain_text_input', action_id: 'question', ...more });
  it.each([
    ['nothing', text({}), '', 'Please complete this required field.'],
    ['blanks', text({}), ' \n ', 'Please complete this required field.'],
    ['too little', text({ min_length: 3 }), 'ab', 'Please enter at least 3 characters.'],
    ['too much', text({ max_length: 3 }), 'abcd', 'Please enter at most 3 characters.'],
  ])('goes nowhere with %s in a field; Slack itself says so', async (_, block, question, error) => {
    const { slack, heard } = await opened(modal([block]));
    const sent = await slack.submit({ user: anna, values: { ask: { question } } });
    expect(sent).toMatchObject({ bodies: [], errors: { ask: error } });
    expect(heard).not.toHaveBeenCalled();
    expect(slack.modal(anna)).toBeDefined();
  });

  it.each([
    [text({ min_length: 3 }), 'abc'],
    [text({ max_length: 3 }), 'abc'],
    [text({}), 'x'.repeat(3000)],
  ])('goes with just enough and just not too much', async (block, question) => {
    const { slack, heard } = await opened(modal([block]));
    expect(await slack.submit({ user: anna, values: { ask: { question } } })).toMatchObject({ errors: {} });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  const filled = { user: anna, values: { ask: { question: 'hm' } } };
  it("the app's errors stand at their fields, and the modal stays", async () => {
    const errors = { ask: 'Say it in other words.' };
    const { slack } = await opened(modal([QUESTION]), () => ({ response_action: 'errors', errors }));
    expect(await slack.submit(filled)).toMatchObject({ errors, trouble: null });
    expect(slack.modal(anna)).toBeDefined();
  });

  it.each([
    ['errors for a block that asks nothing', { response_action: 'errors', errors: { nowhere: 'x' } }, /no input block/],
    ['errors for nothing', { response_action: 'errors', errors: {} }, /named none/],
    ['an unknown action', { response_action: 'dance' }, /unknown response_action: dance/],
    ['a view that Slack refuses', { response_action: 'update', view: { type: 'modal' } }, /invalid_arguments/],
  ])('trouble is told apart from errors: %s', async (_, answer, trouble) => {
    const { slack } = await opened(modal([QUESTION]), () => answer);
    expect(await slack.submit(filled)).toMatchObject({ errors: {}, trouble: expect.stringMatching(trouble) });
    expect(slack.modal(anna)).toBeDefined();
  });

  it('without an acknowledgement it stays as it is', async () => {
    const { slack } = await opened(modal([QUESTION], { callback_id: 'unheard' }));
    expect(await slack.submit(filled)).toMatchObject({
      acked: false,
      trouble: expect.stringContaining('three seconds'),
    });
    expect(slack.modal(anna)).toBeDefined();
  });

  it('update takes its place, push stands upon it, clear ends all', async () => {
    let answer: unknown = { response_action: 'update', view: modal([QUESTION], { title: plain('Again') }) };
    const { slack } = await opened(modal([QUESTION]), () => answer);
    const first = slack.modal(anna);
    await slack.submit(filled);
    expect(slack.modal(anna)).toMatchObject({ id: first?.id, title: plain('Again') });
    expect(slack.modal(anna)?.hash).not.toBe(first?.hash);
    answer = { response_action: 'push', view: modal([QUESTION], { title: plain('More') }) };
    await slack.submit(filled);
    expect(slack.modal(anna)).toMatchObject({
      title: plain('More'),
      previous_view_id: first?.id,
      root_view_id: first?.id,
    });
    await slack.submit(filled);
    expect(await slack.submit(filled)).toMatchObject({ trouble: 'push_limit_reached' });
    expect(slack.modals(anna)).toHaveLength(3);
    answer = undefined;
    await slack.submit(filled);
    expect(slack.modals(anna)).toHaveLength(2);
    answer = { response_action: 'clear' };
    await slack.submit(filled);
    expect(slack.modals(anna)).toEqual([]);
  });

  it('a menu of channels that asks for a response URL gets one', async () => {
    const where = { type: 'conversations_select', action_id: 'to', response_url_enabled: true };
    const { slack, heard } = await opened(modal([input('where', where)]));
    await slack.submit({ user: anna, values: { where: { to: channel } } });
    expect(heard.mock.lastCall?.[0].response_urls).toMatchObject([
      { block_id: 'where', action_id: 'to', channel_id: channel, response_url: expect.stringContaining('hooks') },
    ]);
  });

  it('nobody fills in or sends what is not there', async () => {
    const { slack } = await opened(modal(FORM));
    await expect(slack.submit({ user: ben })).rejects.toThrow(/no modal open/);
    const stray = slack.submit({ user: anna, values: { ask: { questoin: 'x' } } });
    await expect(stray).rejects.toThrow('Nothing to fill in is called ask / questoin.');
    const unoffered = slack.submit({ user: anna, values: { ask: { question: 'x' }, entry: { entry: 'bruising' } } });
    await expect(unoffered).rejects.toThrow(/is no option of entry/);
    await expect(slack.submit({ user: anna, view_id: 'V0' })).rejects.toThrow(/not in sight/);
  });
});

describe('a modal that is closed', () => {
  it.each([
    ['Cancel', { user: anna }, {}, 1, false],
    ['✕', { user: anna, all: true }, {}, 0, true],
    ['Cancel that clears', { user: anna }, { clear_on_close: true }, 0, true],
  ])('by %s: the app that wants to know is told', async (_, how, more, left, is_cleared) => {
    const told = { notify_on_close: true, ...more };
    const push = { response_action: 'push', view: modal([QUESTION], told) };
    const { slack, heard } = await opened(modal([QUESTION]), () => push);
    await slack.submit({ user: anna, values: { ask: { question: 'hm' } } });
    heard.mockClear();
    const { bodies } = await slack.close(how);
    expect(bodies).toMatchObject([{ type: 'view_closed', is_cleared, view: { state: { values: {} } } }]);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(slack.modals(anna)).toHaveLength(left);
  });

  it('the app that does not want to know is not told', async () => {
    const { slack } = await opened(modal([QUESTION]));
    expect((await slack.close({ user: anna })).bodies).toEqual([]);
  });
});
