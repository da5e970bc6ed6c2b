import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { opened } from './ask-app.js';
import { input, modal, option, plain, QUESTION } from './form.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

const SOURCES = {
  type: 'multi_static_select',
  action_id: 'many',
  max_selected_items: 2,
  option_groups: [
    { label: plain('Reviews'), options: [option('a'), option('b')] },
    { label: plain('Trials'), options: [option('c')] },
  ],
  initial_options: [option('c')],
};
const MENUS = [
  input('sources', SOURCES, { optional: true }),
  input(
    'entries',
    { type: 'multi_external_select', action_id: 'entry', min_query_length: 0, initial_options: [option('begun')] },
    { optional: true },
  ),
  input('people', { type: 'multi_users_select', action_id: 'many', initial_users: [ben] }),
  input('places', { type: 'multi_channels_select', action_id: 'many' }, { optional: true }),
];

describe('menus of several things', () => {
  it('bring all that was picked, and what the app began with where nobody touched them', async () => {
    const { slack, heard } = await opened(modal(MENUS));
    const view_id = slack.modal(anna)?.id ?? '';
    const offer = await slack.suggest({ user: anna, view_id, block_id: 'entries', action_id: 'entry', value: '' });
    expect(offer.options).toEqual([option('bruising'), option('painful')]);
    const values = { entries: { entry: ['painful', 'begun'] }, places: { many: [channel] } };
    await slack.submit({ user: anna, values });
    expect(heard.mock.lastCall?.[0].view.state.values).toEqual({
      sources: { many: { type: 'multi_static_select', selected_options: [option('c')] } },
      entries: {
        entry: { type: 'multi_external_select', selected_options: [option('painful'), option('begun')] },
      },
      people: { many: { type: 'multi_users_select', selected_users: [ben] } },
      places: { many: { type: 'multi_channels_select', selected_channels: [channel] } },
    });
  });

  it('nobody picks more than the app asked for, or what it does not offer', async () => {
    const { slack } = await opened(modal(MENUS));
    const submit = (values: Record<string, Record<string, string[]>>) => slack.submit({ user: anna, values });
    await expect(submit({ sources: { many: ['a', 'b', 'c'] } })).rejects.toThrow('many takes no more than 2.');
    await expect(submit({ sources: { many: ['x'] } })).rejects.toThrow(/is no option of many/);
    await expect(submit({ entries: { entry: ['painful'] } })).rejects.toThrow(/is no option of entry/);
    await expect(submit({ people: { many: ['U0'] } })).rejects.toThrow('There is no user "U0".');
    expect(await submit({ people: { many: [] } })).toMatchObject({
      bodies: [],
      errors: { people: 'Please complete this required field.' },
    });
    expect(await submit({ sources: { many: ['a', 'b'] } })).toMatchObject({ errors: {}, trouble: null });
  });

  it('beside a text they send all that is picked at once', async () => {
    const section = { type: 'section', block_id: 'beside', text: plain('Sources'), accessory: SOURCES };
    const { slack, heard } = await opened(modal([section]));
    const view_id = slack.modal(anna)?.id ?? '';
    await slack.press({ user: anna, view_id, action_id: 'many', value: ['c', 'a'] });
    const [body] = heard.mock.lastCall ?? [];
    const chosen = { type: 'multi_static_select', selected_options: [option('c'), option('a')] };
    expect(body.actions).toMatchObject([{ block_id: 'beside', action_id: 'many', ...chosen }]);
    expect(body.view.state.values).toEqual({ beside: { many: chosen } });
  });

  it.each([
    ['a start that is no option', { ...SOURCES, initial_options: [option('x')] }, /must match one of the options/],
    ['a start of other words', { ...SOURCES, initial_options: [{ ...option('c'), text: plain('See') }] }, /must match/],
    [
      'more at the start than may be',
      { ...SOURCES, max_selected_items: 1, initial_options: [option('a'), option('b')] },
      /no more than 1 items/,
    ],
    ['room for none', { ...SOURCES, max_selected_items: 0 }, /max_selected_items/],
    ['options and groups', { ...SOURCES, options: [option('c')] }, /may not both be given/],
    [
      'a group without a label',
      { type: 'multi_static_select', option_groups: [{ options: [option('a')] }] },
      /option_groups\/0\/label/,
    ],
    ['a placeholder of 151', { type: 'multi_users_select', placeholder: plain('x'.repeat(151)) }, /less than 151/],
    ['one to begin with', { type: 'multi_users_select', initial_users: ben }, /must be an array/],
    ['no options', { type: 'multi_static_select' }, /no fewer than 1/],
  ])('Slack refuses one with %s', async (_, element, fault) => {
    const { slack, app } = await opened(modal([QUESTION]));
    const view = modal([input('x', element)]);
    const view_id = slack.modal(anna)?.id ?? '';
    const error = await app.client.views.update({ view_id, view }).catch((refused) => refused.data);
    expect(error).toMatchObject({ error: 'invalid_arguments' });
    expect(error.response_metadata.messages.join()).toMatch(fault);
  });
});
