import { describe, expect, it, vi } from 'vitest';
import { createMemorySlack } from '../../src/playground/slack.js';
import { BOT, CHANNELS, dmOf, PEOPLE } from '../../src/playground/workspace.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];
const mention = `<@${BOT.id}>`;
const ask = { channel, user: anna, text: `${mention} does it hurt?` };

describe('what the app hears', () => {
  it('a mention in a channel is an app_mention, with the fields that Slack sends', async () => {
    const slack = createMemorySlack({ now: () => 1_700_000_000_000 });
    const heard = vi.fn();
    listen(slack).event('app_mention', async ({ body, context }) => heard(body, context.botUserId));
    const act = await slack.say(ask);
    await act.settled();
    expect(act).toMatchObject({ acked: true, ts: '1700000000.000000' });
    const [body, botUserId] = heard.mock.calls[0] ?? [];
    expect(botUserId).toBe(BOT.id);
    expect(body).toMatchObject({
      type: 'event_callback',
      team_id: 'T0CLINIC1',
      api_app_id: BOT.app_id,
      event_id: expect.stringMatching(/^Ev/),
      event_time: 1_700_000_000,
      authorizations: [{ user_id: BOT.id, is_bot: true }],
      event: { type: 'app_mention', user: anna, channel, ts: act.ts, event_ts: act.ts, text: ask.text },
    });
  });

  it('a message without mention is heard only with message.channels, and a mention then twice', async () => {
    const deaf = createMemorySlack();
    listen(deaf);
    expect((await deaf.say({ ...ask, text: 'hello' })).bodies).toEqual([]);
    const keen = createMemorySlack({ events: ['app_mention', 'message.channels'] });
    listen(keen);
    const types = async (text: string) => (await keen.say({ ...ask, text })).bodies.map(({ event }) => event);
    expect(await types('hello')).toMatchObject([{ type: 'message', channel_type: 'channel' }]);
    expect(await types(mention)).toMatchObject([{ type: 'app_mention' }, { type: 'message' }]);
  });

  it('a direct message is a message of channel type im, never an app_mention', async () => {
    const slack = createMemorySlack();
    listen(slack);
    const { bodies } = await slack.say({ channel: dmOf(anna), user: anna, text: mention });
    expect(bodies).toMatchObject([{ event: { type: 'message', channel_type: 'im' } }]);
  });

  it('typed text is escaped, while names, addresses and @channel become markup', async () => {
    const slack = createMemorySlack();
    listen(slack);
    const text = '@IASTM FAQ <!channel> a & b https://x.org/?a=1&b=2 @here';
    const { bodies } = await slack.say({ ...ask, text });
    expect(bodies[0]?.event).toMatchObject({
      text: `${mention} &lt;!channel&gt; a &amp; b <https://x.org/?a=1&amp;b=2> <!here>`,
    });
  });

  it('an edit is a message_changed, and the same body comes again with a retry number', async () => {
    const slack = createMemorySlack();
    const heard = vi.fn();
    listen(slack).event('message', async ({ event, context }) => heard(event.subtype, context.retryNum));
    const dm = { channel: dmOf(anna), user: anna };
    const { ts } = await slack.say({ ...dm, text: 'one' });
    const edit = await slack.edit({ ...dm, ts, text: 'two' });
    expect(edit.bodies[0]?.event).toMatchObject({ message: { text: 'two', ts }, previous_message: { text: 'one' } });
    const again = await slack.redeliver(edit);
    expect(again.bodies[0]?.event_id).toBe(edit.bodies[0]?.event_id);
    await slack.settled();
    expect(heard.mock.calls).toEqual([
      [undefined, undefined],
      ['message_changed', undefined],
      ['message_changed', 1],
    ]);
  });

  it("the app hears of its own posts and updates, as in Slack; Bolt keeps only the posts from the app's listeners", async () => {
    const slack = createMemorySlack();
    const heard = vi.fn();
    const app = listen(slack);
    app.event('message', async ({ event }) => heard(event.subtype));
    const { ts } = await app.client.chat.postMessage({ channel: anna, text: 'hello' });
    await app.client.chat.update({ channel: dmOf(anna), ts: ts ?? '', text: 'hello again' });
    await slack.settled();
    expect(heard.mock.calls).toEqual([['message_changed']]);
  });

  it('people cannot act where they are not, or on what they do not see', async () => {
    const slack = createMemorySlack();
    listen(slack);
    await expect(slack.say({ channel: dmOf(ben), user: anna, text: 'x' })).rejects.toThrow(/cannot see/);
    await expect(slack.say({ channel, user: 'U1', text: 'x' })).rejects.toThrow(/No person/);
    await expect(slack.press({ channel, user: anna, message_ts: '1.000000' })).rejects.toThrow(/sees no message/);
  });
});

describe('slash commands', () => {
  it('text is raw; what the app says in its acknowledgement is seen by the asker only', async () => {
    const slack = createMemorySlack();
    listen(slack).command('/iastm', async ({ command, ack }) => ack(`You asked: ${command.text}`));
    const act = await slack.command({ channel, user: anna, command: '/iastm', text: 'a & <b>' });
    expect(act.acked).toBe(true);
    expect(slack.messages(channel, anna)).toMatchObject([{ text: 'You asked: a & <b>', only_for: anna }]);
    expect(slack.messages(channel, ben)).toEqual([]);
  });

  it('in_channel is seen by everybody', async () => {
    const slack = createMemorySlack();
    listen(slack).command('/iastm', async ({ ack }) => ack({ response_type: 'in_channel', text: 'All' }));
    await slack.command({ channel, user: anna, command: '/iastm', text: '' });
    expect(slack.messages(channel, ben)).toMatchObject([{ text: 'All' }]);
  });

  it('a command that is not acknowledged, or not known, is told to the person by Slackbot', async () => {
    const slack = createMemorySlack({ ackWait: 10 });
    listen(slack);
    expect((await slack.command({ channel, user: anna, command: '/iastm', text: '' })).acked).toBe(false);
    await slack.command({ channel, user: anna, command: '/weather', text: '' });
    expect(slack.messages(channel, anna).map(({ text }) => text)).toEqual([
      '/iastm failed with the error "operation_timeout"',
      '`/weather` is not a valid command.',
    ]);
  });

  it('a response URL works five times in thirty minutes', async () => {
    let now = 0;
    const slack = createMemorySlack({ now: () => now });
    const statuses: unknown[] = [];
    listen(slack).command('/iastm', async ({ ack, respond, command }) => {
      await ack();
      if (command.text === 'late') now += 31 * 60_000;
      for (let n = 0; n < 6; n += 1) {
        await respond(`answer ${n}`).then(
          () => statuses.push('ok'),
          (error) => statuses.push(error.statusCode),
        );
      }
    });
    await (await slack.command({ channel, user: anna, command: '/iastm', text: '' })).settled();
    expect(statuses).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 404]);
    await (await slack.command({ channel, user: anna, command: '/iastm', text: 'late' })).settled();
    expect(statuses.slice(6)).toEqual([404, 404, 404, 404, 404, 404]);
  });
});

describe('buttons', () => {
  const blocks = [
    {
      type: 'actions',
      block_id: 'pick',
      elements: [
        { type: 'button', action_id: 'yes', value: '1', text: { type: 'plain_text', text: 'Yes' } },
        { type: 'button', action_id: 'no', value: '0', text: { type: 'plain_text', text: 'No' } },
        {
          type: 'static_select',
          action_id: 'topic',
          options: ['a', 'b'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
        },
      ],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'vote',
          positive_button: { text: { type: 'plain_text', text: 'Good' }, value: 'up' },
          negative_button: { text: { type: 'plain_text', text: 'Bad' }, value: 'down' },
        },
      ],
    },
  ];

  async function posted(only_for?: string) {
    const slack = createMemorySlack();
    const app = listen(slack);
    const pressed = vi.fn();
    app.action(/.*/, async ({ ack, body, respond }) => {
      await ack();
      pressed(body);
      await respond({ text: 'Thank you', replace_original: true });
    });
    const question = await slack.say({ channel, user: anna, text: 'hm' });
    const to = { channel, text: 'Sure?', blocks: blocks as never, thread_ts: question.ts };
    if (only_for) await app.client.chat.postEphemeral({ ...to, user: only_for });
    else await app.client.chat.postMessage(to);
    return { slack, pressed, at: { channel, user: anna, message_ts: slack.messages(channel, anna)[1]?.ts ?? '' } };
  }

  it('a press carries the action, the container and the whole message; respond can replace the message', async () => {
    const { slack, pressed, at } = await posted();
    await (await slack.press({ ...at, action_id: 'yes' })).settled();
    expect(pressed.mock.calls[0]?.[0]).toMatchObject({
      type: 'block_actions',
      user: { id: anna, username: 'anna' },
      channel: { id: channel, name: 'general' },
      container: { type: 'message', message_ts: at.message_ts, is_ephemeral: false },
      message: { text: 'Sure?', bot_id: BOT.bot_id, ts: at.message_ts, parent_user_id: anna },
      actions: [{ type: 'button', action_id: 'yes', block_id: 'pick', value: '1' }],
    });
    expect(slack.messages(channel, ben)[1]).toMatchObject({ text: 'Thank you', blocks: [] });
  });

  it('options and feedback buttons are picked by value or label', async () => {
    const { slack, pressed, at } = await posted(anna);
    expect(slack.messages(channel, ben)).toHaveLength(1);
    await (await slack.press({ ...at, action_id: 'vote', value: 'down' })).settled();
    const body = pressed.mock.calls[0]?.[0];
    expect(body).toMatchObject({
      container: { is_ephemeral: true },
      actions: [{ type: 'feedback_buttons', value: 'down' }],
    });
    expect(body).not.toHaveProperty('message');
  });

  it('a select sends the option; a wrong choice is answered with all there are', async () => {
    const { slack, at } = await posted();
    const { bodies } = await slack.press({ ...at, label: 'b' });
    expect(bodies[0]?.actions).toMatchObject([{ type: 'static_select', selected_option: { value: 'b' } }]);
    const other = await posted();
    await expect(other.slack.press({ ...other.at, action_id: 'vote' })).rejects.toThrow(
      /More than one.*\n.*yes 1 "Yes"/,
    );
  });
});
