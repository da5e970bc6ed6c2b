import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createMemorySlack, type MemorySlackOptions } from '../../src/playground/slack.js';
import { CHANNELS, dmOf, PEOPLE } from '../../src/playground/workspace.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

function start(options?: MemorySlackOptions & { timeout?: number }) {
  const slack = createMemorySlack(options);
  return { slack, client: listen(slack, options?.timeout ? { timeout: options.timeout } : {}).client };
}

/** Slack's error code, or 'ok'. */
async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'ok',
    (error) => error.data?.error ?? error.message,
  );
}

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } } as const;
}

function alert(text: string, level: string) {
  return { type: 'alert', level, text: { type: 'mrkdwn', text } } as never;
}

function menuOf(count: number) {
  const options = Array.from({ length: count }, (_, n) => ({
    text: { type: 'plain_text', text: 'x' },
    value: String(n),
  }));
  return {
    type: 'actions',
    elements: [{ type: 'static_select', option_groups: [{ label: { type: 'plain_text', text: 'g' }, options }] }],
  };
}

function buttons(count: number, label = 'Yes') {
  const elements = Array.from({ length: count }, (_, n) => ({
    type: 'button' as const,
    action_id: `b${n}`,
    text: { type: 'plain_text' as const, text: label },
  }));
  return { type: 'actions', elements } as const;
}

function row(element: object) {
  return { type: 'actions', elements: [element] };
}

/** A button that asks before it is pressed. */
function asking(yes: string) {
  const plain = (text: string) => ({ type: 'plain_text', text });
  const confirm = { title: plain('Sure?'), text: plain('It is gone then.'), confirm: plain(yes), deny: plain('No') };
  return { type: 'button', text: plain('Drop'), confirm };
}

describe('posting', () => {
  it('posts, threads, updates and deletes', async () => {
    const { slack, client } = start();
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'one' });
    await client.chat.postMessage({ channel, text: 'reply', thread_ts: ts });
    await client.chat.update({ channel, ts, text: 'two' });
    expect(slack.messages(channel, ben)).toMatchObject([
      { text: 'two', edited: {} },
      { text: 'reply', thread_ts: ts },
    ]);
    await client.chat.delete({ channel, ts });
    expect(slack.messages(channel, ben)).toHaveLength(1);
  });

  it('a person as channel is their direct message, which nobody else sees', async () => {
    const { slack, client } = start();
    await client.chat.postMessage({ channel: anna, text: 'psst' });
    expect(slack.messages(dmOf(anna), anna)).toHaveLength(1);
    expect(slack.messages(dmOf(anna), ben)).toEqual([]);
  });

  const refused: [string, string, (client: App['client'], ts: string) => Promise<unknown>][] = [
    ['neither text nor blocks', 'no_text', (c) => c.chat.postMessage({ channel, text: ' ' })],
    ['an unknown channel', 'channel_not_found', (c) => c.chat.postMessage({ channel: 'C1', text: 'x' })],
    ['a malformed thread_ts', 'invalid_thread_ts', (c) => c.chat.postMessage({ channel, text: 'x', thread_ts: '17' })],
    [
      '51 blocks',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: Array(51).fill({ type: 'divider' }) }),
    ],
    [
      'a section of 3,001',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [section('x'.repeat(3001))] }),
    ],
    ['an empty section', 'invalid_blocks', (c) => c.chat.postMessage({ channel, text: 'x', blocks: [section('')] })],
    ['26 buttons', 'invalid_blocks', (c) => c.chat.postMessage({ channel, text: 'x', blocks: [buttons(26)] })],
    [
      'a label of 76',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [buttons(1, 'x'.repeat(76))] }),
    ],
    [
      '13,500 characters',
      'msg_blocks_too_long',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: Array(5).fill(section('x'.repeat(2700))) }),
    ],
    [
      'an unknown block',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'hologram' }] }),
    ],
    [
      'an alert, which stands in modals only',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [alert('x', 'error')] }),
    ],
    [
      'two tables',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: Array(2).fill({ type: 'table', rows: [[]] }) }),
    ],
    [
      'a menu of 101 options',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [menuOf(101)] as never }),
    ],
    [
      'a box to write in among the buttons',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [row({ type: 'plain_text_input' })] as never }),
    ],
    [
      'feedback buttons among the buttons',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [row({ type: 'feedback_buttons' })] as never }),
    ],
    [
      'a question before a press that is answered with 31 letters',
      'invalid_blocks',
      (c) => c.chat.postMessage({ channel, text: 'x', blocks: [row(asking('x'.repeat(31)))] as never }),
    ],
    [
      'markdown_text beside text',
      'markdown_text_conflict',
      (c) => c.chat.postMessage({ channel, text: 'x', markdown_text: 'y' } as never),
    ],
    [
      'an ephemeral to an absent person',
      'user_not_in_channel',
      (c) => c.chat.postEphemeral({ channel: dmOf(ben), user: anna, text: 'x' }),
    ],
    [
      'an update of what is not there',
      'message_not_found',
      (c) => c.chat.update({ channel, ts: '1.000000', text: 'x' }),
    ],
    ["an update of a person's post", 'cant_update_message', (c, ts) => c.chat.update({ channel, ts, text: 'x' })],
    [
      'an update of 4,001',
      'msg_too_long',
      async (c) =>
        c.chat.update({
          channel,
          ts: (await c.chat.postMessage({ channel, text: 'x' })).ts ?? '',
          text: 'x'.repeat(4001),
        }),
    ],
    [
      'a reaction twice',
      'already_reacted',
      async (c, timestamp) => {
        await c.reactions.add({ channel, timestamp, name: 'eyes' });
        return c.reactions.add({ channel, timestamp, name: 'eyes' });
      },
    ],
    ['an unknown person', 'user_not_found', (c) => c.users.info({ user: 'U1' })],
    ['an unknown method', 'unknown_method', (c) => c.apiCall('chat.postTelegram')],
    ['another token', 'invalid_auth', (c) => c.auth.test({ token: 'xoxb-other' })],
  ];
  it.each(refused)('refuses %s: %s', async (_, error, attempt) => {
    const { slack, client } = start();
    const { ts } = await slack.say({ channel, user: anna, text: 'hello' });
    expect(await outcome(attempt(client, ts))).toBe(error);
  });

  it('takes what is just within the limits', async () => {
    const { client } = start();
    const asked = { channel, text: 'x', blocks: [row(asking('x'.repeat(30)))] as never };
    expect(await outcome(client.chat.postMessage(asked))).toBe('ok');
    const blocks = [section('x'.repeat(3000)), buttons(25, 'x'.repeat(75)), ...Array(48).fill({ type: 'divider' })];
    expect(await outcome(client.chat.postMessage({ channel, text: 'x', blocks }))).toBe('ok');
  });
});

describe('dialogs, App Home and prompts', () => {
  const view = { type: 'home' as const, blocks: [section('Welcome')] };

  it('publishes a home, and refuses a stale hash', async () => {
    const { slack, client } = start();
    const first = await client.views.publish({ user_id: anna, view });
    await client.views.publish({ user_id: anna, view, hash: String(first.view?.hash) });
    expect(await outcome(client.views.publish({ user_id: anna, view, hash: String(first.view?.hash) }))).toBe(
      'hash_conflict',
    );
    expect(slack.home(anna)).toMatchObject({ type: 'home' });
  });

  it('a trigger id opens one dialog within three seconds', async () => {
    let now = 0;
    const { slack, client } = start({ now: () => now });
    const trigger = async () => {
      const { bodies } = await slack.command({ channel, user: anna, command: '/iastm', text: '' });
      return String(bodies[0]?.trigger_id);
    };
    const modal = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'Ask' },
      blocks: [section('Hm')],
    };
    const trigger_id = await trigger();
    expect(await outcome(client.views.open({ trigger_id, view: modal }))).toBe('ok');
    expect(slack.modal(anna)).toMatchObject({ type: 'modal' });
    expect(await outcome(client.views.open({ trigger_id, view: modal }))).toBe('exchanged_trigger_id');
    const late = await trigger();
    now += 3001;
    expect(await outcome(client.views.open({ trigger_id: late, view: modal }))).toBe('expired_trigger_id');
  });

  it('a status stands until the reply, prompts stay', async () => {
    const { slack, client } = start();
    const { ts } = await slack.say({ channel, user: anna, text: 'hm' });
    await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status: 'is looking it up…' });
    expect(slack.statuses(channel)).toMatchObject([{ text: 'is looking it up…' }]);
    await client.chat.postMessage({ channel, text: 'there', thread_ts: ts });
    expect(slack.statuses(channel)).toEqual([]);
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: dmOf(anna),
      prompts: [{ title: 'a', message: 'b' }],
    });
    expect(slack.prompts(dmOf(anna))).toEqual({ prompts: [{ title: 'a', message: 'b' }] });
  });
});

describe('failures on request', () => {
  it('fails the next call only: with an error, with a status, or by silence', async () => {
    const { slack, client } = start({ timeout: 20 });
    const post = () => outcome(client.chat.postMessage({ channel, text: 'x' }));
    slack.fail('chat.postMessage', { error: 'not_in_channel' });
    slack.fail('chat.postMessage', { status: 503 });
    slack.fail('chat.postMessage', { hang: true });
    expect([await post(), await post(), await post(), await post()]).toEqual([
      'not_in_channel',
      expect.stringContaining('503'),
      expect.stringContaining('timeout'),
      'ok',
    ]);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(4);
  });

  it('subscribers hear of the channel that changed, until they stop', async () => {
    const { slack, client } = start();
    const heard: string[] = [];
    const stop = slack.subscribe((changed) => heard.push(changed));
    await client.chat.postMessage({ channel, text: 'x' });
    stop();
    await client.chat.postMessage({ channel, text: 'y' });
    expect(heard).toEqual([channel]);
  });
});
