import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/playground/block-faults.js';
import { PEOPLE } from '../../src/playground/workspace.js';
import { opened } from './ask-app.js';
import { input, modal, option, plain } from './form.js';

const anna = PEOPLE[0]?.id ?? '';
const long = (letters: number) => plain('x'.repeat(letters));
const button = { type: 'button', text: plain('Go') };

describe('elements that are filled in', () => {
  const rich = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
  };

  it.each<[object, string, object, object]>([
    [
      { type: 'datepicker', initial_date: '2026-11-26' },
      '2027-01-02',
      { selected_date: '2027-01-02' },
      { selected_date: '2026-11-26' },
    ],
    [
      { type: 'timepicker', timezone: 'Europe/Berlin' },
      '08:30',
      { selected_time: '08:30', timezone: 'Europe/Berlin' },
      { selected_time: null, timezone: 'Europe/Berlin' },
    ],
    [{ type: 'datetimepicker' }, '1767312000', { selected_date_time: 1_767_312_000 }, { selected_date_time: null }],
    [{ type: 'email_text_input' }, 'a@b.org', { value: 'a@b.org' }, { value: null }],
    [{ type: 'number_input', is_decimal_allowed: true, initial_value: '2' }, '1.5', { value: '1.5' }, { value: '2' }],
    [{ type: 'rich_text_input' }, 'x', { rich_text_value: rich }, { rich_text_value: null }],
  ])('%j', async (element, filled, state, untouched) => {
    const { slack, heard } = await opened(modal([input('x', { ...element, action_id: 'x' }, { optional: true })]));
    await slack.submit({ user: anna, values: { x: { x: filled } } });
    const { type } = element as { type: string };
    expect(heard.mock.lastCall?.[0].view.state.values).toEqual({ x: { x: { type, ...state } } });
    await slack.globalShortcut({ user: anna, callback_id: 'ask' });
    await slack.settled();
    await slack.submit({ user: anna });
    expect(heard.mock.lastCall?.[0].view.state.values).toEqual({ x: { x: { type, ...untouched } } });
  });

  it.each([
    [{ type: 'email_text_input' }, 'anna', 'Please enter a valid email address.'],
    [{ type: 'url_text_input' }, 'x.org', 'Please enter a valid URL.'],
    [{ type: 'number_input', is_decimal_allowed: false }, 'two', 'Please enter a number.'],
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    [{ type: 'number_input', is_decimal_allowed: false, min_value: '2' }, '1', 'Please enter 2 or more.'],
    [{ type: 'number_input', is_decimal_allowed: false, max_value: '2' }, '3', 'Please enter 2 or less.'],
    [{ type: 'datepicker' }, '', 'Please complete this required field.'],
  ])('Slack’s client sends no %j with "%s"', async (element, filled, error) => {
    const { slack, heard } = await opened(modal([input('x', { ...element, action_id: 'x' })]));
    expect(await slack.submit({ user: anna, values: { x: { x: filled } } })).toMatchObject({ errors: { x: error } });
    expect(heard).not.toHaveBeenCalled();
  });

  it('a date that is none cannot be filled in', async () => {
    const { slack } = await opened(modal([input('x', { type: 'datepicker', action_id: 'x' })]));
    await expect(slack.submit({ user: anna, values: { x: { x: 'tomorrow' } } })).rejects.toThrow(
      /no date as Slack has it/,
    );
  });

  it('a picker among buttons sends what was picked, one in a container and on a card too', async () => {
    const row = { type: 'actions', block_id: 'row', elements: [{ type: 'datepicker', action_id: 'day' }] };
    const { slack, heard, app } = await opened(modal([row]));
    const view_id = slack.modal(anna)?.id ?? '';
    await slack.press({ user: anna, view_id, action_id: 'day', value: '2026-11-26' });
    expect(heard.mock.lastCall?.[0].actions).toMatchObject([
      { type: 'datepicker', block_id: 'row', action_id: 'day', selected_date: '2026-11-26' },
    ]);
    const card = { type: 'card', title: plain('One'), actions: [{ ...button, action_id: 'card', value: '1' }] };
    const container = { type: 'container', title: plain('More'), child_blocks: [row] };
    const blocks = [container, { type: 'carousel', elements: [card] }];
    await app.client.views.publish({ user_id: anna, view: { type: 'home', blocks } as never });
    const home = { user: anna, view_id: slack.home(anna)?.id ?? '' };
    await slack.press({ ...home, action_id: 'card' });
    expect(heard.mock.lastCall?.[0].actions).toMatchObject([{ action_id: 'card', value: '1' }]);
    await slack.press({ ...home, action_id: 'day', value: '2026-11-27' });
    expect(heard.mock.lastCall?.[0].view.state.values).toEqual({
      row: { day: { type: 'datepicker', selected_date: '2026-11-27' } },
    });
  });
});

describe('what Slack refuses', () => {
  const asked = (element: object) => input('x', element);
  const cells = (...texts: string[]) => texts.map((text) => ({ type: 'raw_text', text }));
  const picture = { type: 'image', image_url: 'https://x.org/a.png', alt_text: 'A leg' };
  const card = { type: 'card', title: plain('One') };
  const section = { type: 'section', text: plain('One') };

  it.each<[string, 'message' | 'modal' | 'home', object, string | null]>([
    ['a card with nothing on it', 'message', { type: 'card' }, '/blocks/0'],
    ['a card of 200 letters', 'message', { type: 'card', title: long(150), body: long(200) }, null],
    ['a card of 201 letters', 'message', { type: 'card', body: long(201) }, '/blocks/0/body/text'],
    ['a card with four buttons', 'message', { ...card, actions: Array(4).fill(button) }, '/blocks/0/actions'],
    [
      'a card with a menu',
      'message',
      { ...card, actions: [{ type: 'overflow', options: [option('a')] }] },
      '/blocks/0/actions/0/type',
    ],
    ['a card in a modal', 'modal', card, '/blocks/0/type'],
    ['eleven cards', 'message', { type: 'carousel', elements: Array(11).fill(card) }, '/blocks/0/elements'],
    ['a section among cards', 'message', { type: 'carousel', elements: [section] }, '/blocks/0/elements/0/type'],
    ['a container', 'message', { type: 'container', title: long(150), child_blocks: Array(10).fill(section) }, null],
    ['a container without a title', 'message', { type: 'container', child_blocks: [section] }, '/blocks/0'],
    [
      'a fault in a container',
      'message',
      { type: 'container', title: plain('x'), child_blocks: [{ type: 'header', text: long(151) }] },
      '/blocks/0/child_blocks/0/text/text',
    ],
    [
      'a card in a container',
      'message',
      { type: 'container', title: plain('x'), child_blocks: [card] },
      '/blocks/0/child_blocks/0/type',
    ],
    ['a table of 21 columns', 'message', { type: 'table', rows: [cells(...Array(21).fill('x'))] }, '/blocks/0/rows/0'],
    ['rows that differ', 'message', { type: 'table', rows: [cells('a', 'b'), cells('a')] }, '/blocks/0/rows'],
    ['a table of 10,001 letters', 'message', { type: 'table', rows: [cells('x'.repeat(10_001))] }, '/blocks/0/rows'],
    [
      'a data table without a caption',
      'message',
      { type: 'data_table', rows: [cells('a'), cells('b')] },
      '/blocks/0/caption',
    ],
    [
      'a data table of its head alone',
      'message',
      { type: 'data_table', caption: 'x', rows: [cells('a')] },
      '/blocks/0/rows',
    ],
    [
      'a data table',
      'message',
      { type: 'data_table', caption: 'x', rows: [cells('a'), cells('b')], page_size: 100 },
      null,
    ],
    [
      'a task of no state',
      'message',
      { type: 'task_card', task_id: '1', title: 'x', status: 'late' },
      '/blocks/0/status',
    ],
    [
      'a video without an address',
      'message',
      { type: 'video', alt_text: 'x', title: plain('x'), thumbnail_url: 'https://x.org' },
      '/blocks/0/video_url',
    ],
    [
      'a picture without words',
      'message',
      { ...section, accessory: { ...picture, alt_text: '' } },
      '/blocks/0/accessory/alt_text',
    ],
    ['a picture of two places', 'message', { ...picture, slack_file: { id: 'F1' } }, '/blocks/0'],
    [
      'a picture in the small print',
      'message',
      { type: 'context', elements: [{ ...picture, alt_text: '' }] },
      '/blocks/0/elements/0/alt_text',
    ],
    [
      'a menu of several things among buttons',
      'message',
      { type: 'actions', elements: [{ type: 'multi_users_select' }] },
      null,
    ],
    [
      'a link in an overflow',
      'message',
      {
        type: 'actions',
        elements: [{ type: 'overflow', options: [{ ...option('a'), url: `https://${'x'.repeat(3000)}` }] }],
      },
      '/blocks/0/elements/0/options/0/url',
    ],
    [
      'marks in a menu',
      'message',
      {
        type: 'actions',
        elements: [{ type: 'static_select', options: [{ text: { type: 'mrkdwn', text: '*a*' }, value: 'a' }] }],
      },
      '/blocks/0/elements/0/options/0/text/type',
    ],
    [
      'marks beside a box to tick',
      'modal',
      asked({ type: 'checkboxes', options: [{ text: { type: 'mrkdwn', text: '*a*' }, value: 'a' }] }),
      null,
    ],
    ['an address to write in, on the Home', 'home', asked({ type: 'email_text_input' }), '/blocks/0/element/type'],
    ['the same in a modal', 'modal', asked({ type: 'email_text_input' }), null],
    ['a date and time on the Home', 'home', asked({ type: 'datetimepicker' }), '/blocks/0/element/type'],
    [
      'a date of another form',
      'modal',
      asked({ type: 'datepicker', initial_date: '26.11.2026' }),
      '/blocks/0/element/initial_date',
    ],
    [
      'an hour of the 25th',
      'modal',
      asked({ type: 'timepicker', initial_time: '24:30' }),
      '/blocks/0/element/initial_time',
    ],
    ['a number that may be anything', 'modal', asked({ type: 'number_input' }), '/blocks/0/element/is_decimal_allowed'],
    [
      'a least above the most',
      'modal',
      asked({ type: 'number_input', is_decimal_allowed: true, min_value: '3', max_value: '2' }),
      '/blocks/0/element/min_value',
    ],
    [
      'a text of 5 to 4 letters',
      'modal',
      asked({ type: 'plain_text_input', min_length: 5, max_length: 4 }),
      '/blocks/0/element/min_length',
    ],
    ['eleven files', 'modal', asked({ type: 'file_input', max_files: 11 }), '/blocks/0/element/max_files'],
    [
      'an unknown trigger',
      'modal',
      asked({ type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
      '/blocks/0/element/dispatch_action_config/trigger_actions_on',
    ],
    [
      'a filter for nothing',
      'modal',
      asked({ type: 'conversations_select', filter: { include: [] } }),
      '/blocks/0/element/filter/include',
    ],
    [
      'an icon that Slack lacks',
      'message',
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'bin', text: plain('x') }] },
      '/blocks/0/elements/0/icon',
    ],
    [
      'a workflow button in a modal',
      'modal',
      {
        type: 'actions',
        elements: [{ type: 'workflow_button', text: plain('x'), workflow: { trigger: { url: 'https://x.org' } } }],
      },
      '/blocks/0/elements/0/type',
    ],
    ['a chart', 'message', { type: 'data_visualization', title: 'x', chart: {} }, null],
  ])('%s in a %s', (_, surface, block, at) => {
    const places = faultsOf([block], surface).map((fault) => /\[json-pointer:(.*)\]$/.exec(fault)?.[1]);
    expect(places).toEqual(at === null ? [] : [at]);
  });

  it('two elements cannot both be first in a modal, and ids are unique in containers, too', async () => {
    const first = (id: string) => input(id, { type: 'plain_text_input', focus_on_load: true });
    const { slack, app } = await opened(modal([first('a')]));
    const view_id = slack.modal(anna)?.id ?? '';
    const { data } = await app.client.views.update({ view_id, view: modal([first('a'), first('b')]) }).catch((e) => e);
    expect(data.response_metadata.messages.join()).toMatch(/only one element may have focus_on_load/);
    const inner = { ...section, block_id: 'a' };
    expect(faultsOf([inner, { type: 'container', title: plain('x'), child_blocks: [inner] }], 'message')).toEqual([
      '[ERROR] block_id already exists [json-pointer:/blocks/1/child_blocks/0/block_id]',
    ]);
  });
});
