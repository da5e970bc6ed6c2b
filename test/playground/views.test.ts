import { describe, expect, it } from 'vitest';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS, dmOf, PEOPLE } from '../../src/playground/workspace.js';
import { ASK, opened } from './ask-app.js';
import { input, modal, plain, QUESTION } from './form.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

describe('the methods for views', () => {
  /** Slack's error code, or 'ok'. */
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error) => error.data?.error ?? error.message,
    );

  it('push wants a trigger of the modal that is open, three views at most', async () => {
    const { slack, app } = await opened(
      modal([QUESTION, { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go') }] }]),
    );
    const { client } = app;
    const view = modal([QUESTION]);
    const from = async (view_id: string) => {
      const { bodies } = await slack.press({ user: anna, view_id, action_id: 'go' });
      return String(bodies[0]?.trigger_id);
    };
    const top = () => slack.modal(anna)?.id ?? '';
    const trigger_id = await from(top());
    const withButton = modal(slack.modal(anna)?.blocks ?? []);
    expect(await outcome(client.views.push({ trigger_id, view: withButton }))).toBe('ok');
    expect(await outcome(client.views.push({ trigger_id, view: withButton }))).toBe('exchanged_trigger_id');
    expect(await outcome(client.views.push({ trigger_id: await from(top()), view: withButton }))).toBe('ok');
    expect(await outcome(client.views.push({ trigger_id: await from(top()), view }))).toBe('push_limit_reached');
    const { bodies } = await slack.command({ channel, user: ben, command: '/iastm', text: '' });
    expect(await outcome(client.views.push({ trigger_id: String(bodies[0]?.trigger_id), view }))).toBe('not_found');
  });

  it('update finds a view by its id or the app’s own, and keeps to the hash', async () => {
    const { slack, app } = await opened(modal([QUESTION], { external_id: 'mine' }));
    const { id = '', hash = '' } = slack.modal(anna) ?? {};
    const view = modal([QUESTION], { title: plain('New'), external_id: 'mine' });
    const update = (args: object) => outcome(app.client.views.update({ view, ...args } as never));
    expect(await update({ view_id: id, hash: 'stale' })).toBe('hash_conflict');
    expect(await update({ view_id: id, hash })).toBe('ok');
    expect(await update({ external_id: 'mine' })).toBe('ok');
    expect(await update({ external_id: 'other' })).toBe('not_found');
    expect(await update({})).toBe('invalid_arguments');
    expect(slack.modal(anna)).toMatchObject({ id, title: plain('New') });
    const { bodies } = await slack.globalShortcut({ user: ben, callback_id: 'ask' });
    await slack.settled();
    expect(bodies).toHaveLength(1);
    expect(slack.modal(ben)).toBeUndefined();
    expect(slack.calls.at(-1)).toMatchObject({ method: 'views.open' });
  });

  const wrong: [string, object, string][] = [
    ['a title of 25', modal([QUESTION], { title: plain('x'.repeat(25)) }), 'invalid_arguments'],
    ['no title', modal([QUESTION], { title: undefined }), 'invalid_arguments'],
    ['a question without submit', modal([QUESTION], { submit: undefined }), 'invalid_arguments'],
    ['a submit of 25', modal([QUESTION], { submit: plain('x'.repeat(25)) }), 'invalid_arguments'],
    ['private metadata of 3,001', modal([QUESTION], { private_metadata: 'x'.repeat(3001) }), 'invalid_arguments'],
    ['a home', { type: 'home', blocks: [] }, 'invalid_arguments'],
    ['a markdown block', modal([{ type: 'markdown', text: 'x' }]), 'invalid_arguments'],
    ['a table', modal([{ type: 'table', rows: [[]] }]), 'invalid_arguments'],
    ['feedback', modal([{ type: 'context_actions', elements: [{}] }]), 'invalid_arguments'],
    ['a button as question', modal([input('x', { type: 'button', text: plain('x') })]), 'invalid_arguments'],
    ['no label', modal([{ type: 'input', element: { type: 'plain_text_input' } }]), 'invalid_arguments'],
    ['a max_length of 3,001', modal([input('x', { type: 'plain_text_input', max_length: 3001 })]), 'invalid_arguments'],
    ['101 blocks', modal(Array(101).fill({ type: 'divider' })), 'invalid_arguments'],
    ['250 KB', modal(Array(90).fill({ type: 'section', text: plain('x'.repeat(2990)) })), 'view_too_large'],
  ];
  it.each(wrong)('open refuses a modal with %s', async (_, view, error) => {
    const slack = createMemorySlack({ shortcuts: [ASK] });
    const { client } = listen(slack);
    const { bodies } = await slack.globalShortcut({ user: anna, callback_id: 'ask' });
    const trigger_id = String(bodies[0]?.trigger_id);
    expect(await outcome(client.views.open({ trigger_id, view: view as never }))).toBe(error);
    // The trigger is not spent by what was refused.
    expect(await outcome(client.views.open({ trigger_id, view: modal([QUESTION]) }))).toBe('ok');
  });

  it('a home takes no alert, table or feedback, and none at all where the manifest has no Home tab', async () => {
    const publish = (slack: ReturnType<typeof createMemorySlack>, blocks: object[]) =>
      outcome(listen(slack).client.views.publish({ user_id: anna, view: { type: 'home', blocks: blocks as never } }));
    for (const block of [
      { type: 'alert', text: plain('x') },
      { type: 'table', rows: [[]] },
      { type: 'markdown', text: 'x' },
    ])
      expect(await publish(createMemorySlack(), [block])).toBe('invalid_arguments');
    expect(await publish(createMemorySlack(), [QUESTION])).toBe('ok');
    const without = createMemorySlack({ hasHome: false });
    expect(await publish(without, [QUESTION])).toBe('not_enabled');
    await expect(without.openHome({ user: anna, tab: 'home' })).rejects.toThrow(/Home tab/);
  });

  it('opening the home brings the view that is published', async () => {
    const slack = createMemorySlack();
    const { client } = listen(slack);
    expect((await slack.openHome({ user: anna, tab: 'home' })).bodies[0]?.event).not.toHaveProperty('view');
    await client.views.publish({ user_id: anna, view: { type: 'home', blocks: [QUESTION] as never } });
    const { bodies } = await slack.openHome({ user: anna, tab: 'home' });
    expect(bodies[0]?.event).toMatchObject({ tab: 'home', channel: dmOf(anna), view: { type: 'home' } });
    expect((await slack.openHome({ user: anna, tab: 'messages' })).bodies[0]?.event).not.toHaveProperty('view');
  });
});
