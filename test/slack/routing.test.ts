import { App } from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { CHANNEL, MENTION, matched, seen } from './matched.js';

/** What comes of an event: where the bot answers it, or that it says nothing. */
type Action = 'answers in its thread' | 'answers in the thread it stands in' | 'answers beside it' | 'says nothing';

const THREAD = '1700000000.000001';
const APP = { bot_id: 'B0SCHEDULE', app_id: 'A0SCHEDULE' };
const GROUP = CHANNELS[1]?.id ?? '';

/** Event × surface × subtype, and what comes of it. The surface says the channel, and `channel_type` where Slack sends one. */
const ROUTES: [event: string, surface: Surface, what: string, fields: object, action: Action][] = [
  ['app_mention', 'channel', 'by a person', {}, 'answers in its thread'],
  ['app_mention', 'channel', 'in a thread', { thread_ts: THREAD }, 'answers in the thread it stands in'],
  ['app_mention', 'channel', 'with a file', { subtype: 'file_share', files: [] }, 'answers in its thread'],
  [
    'app_mention',
    'channel',
    'in a thread, sent to the channel, too',
    { subtype: 'thread_broadcast', thread_ts: THREAD },
    'answers in the thread it stands in',
  ],
  ['app_mention', 'channel', 'by another bot', { subtype: 'bot_message', ...APP }, 'says nothing'],
  ['app_mention', 'channel', 'by an app in a person’s name', APP, 'says nothing'],
  ['app_mention', 'channel', 'by a workflow', { workflow_id: 'Wf1' }, 'says nothing'],
  ['app_mention', 'channel', 'by itself', { user: BOT.id }, 'says nothing'],
  ['app_mention', 'channel', 'by Slackbot', { user: 'USLACKBOT' }, 'says nothing'],
  ['app_mention', 'channel', 'without a person', { user: undefined }, 'says nothing'],
  [
    'app_mention',
    'channel',
    'edited into it',
    { edited: { user: 'U0ANNA001', ts: '1700000009.000001' } },
    'answers in its thread',
  ],
  [
    'app_mention',
    'channel',
    'edited by another hand',
    { edited: { user: 'U0OTHER', ts: '1700000009.000001' } },
    'says nothing',
  ],
  ['message', 'direct message', 'by a person', {}, 'answers beside it'],
  ['message', 'direct message', 'in a thread', { thread_ts: THREAD }, 'answers in the thread it stands in'],
  ['message', 'direct message', 'with a file', { subtype: 'file_share', files: [] }, 'answers beside it'],
  ['message', 'direct message', 'by an app in a person’s name', APP, 'answers beside it'],
  ['message', 'direct message', 'by itself', { user: BOT.id, bot_id: BOT.bot_id }, 'says nothing'],
  ['message', 'direct message', 'by Slackbot', { user: 'USLACKBOT' }, 'says nothing'],
  ['message', 'direct message', 'by a workflow', { workflow_id: 'Wf1' }, 'says nothing'],
  ['message', 'direct message', 'hidden', { hidden: true }, 'says nothing'],
  ...[
    'bot_message',
    'message_deleted',
    'message_replied',
    'me_message',
    'channel_join',
    'channel_topic',
    'reminder_add',
    'huddle_thread',
    'no_such_subtype',
  ].map((subtype) => ['message', 'direct message', subtype, { subtype }, 'says nothing'] as (typeof ROUTES)[number]),
  [
    'message',
    'direct message',
    'a link’s preview came in',
    { subtype: 'message_changed', message: { user: 'U0ANNA001', text: 'does it hurt', ts: THREAD } },
    'says nothing',
  ],
  ['message', 'channel', 'among people', {}, 'says nothing'],
  [
    'message',
    'channel',
    'that mentions it, which comes in as app_mention, too',
    { text: `${MENTION} does it hurt` },
    'says nothing',
  ],
  ['message', 'private channel', 'among people', {}, 'says nothing'],
  ['message', 'group message', 'among people', {}, 'says nothing'],
  ['message', 'no surface', 'without a channel', {}, 'says nothing'],
  ['reaction_added', 'channel', 'which it is not subscribed to', { reaction: '+1' }, 'says nothing'],
  ['member_joined_channel', 'channel', 'which it is not subscribed to', {}, 'says nothing'],
];

type Surface = keyof ReturnType<typeof surfaces>;

function surfaces(person: string) {
  return {
    channel: { channel: CHANNEL, channel_type: 'channel' },
    'private channel': { channel: GROUP, channel_type: 'group' },
    'group message': { channel: GROUP, channel_type: 'mpim' },
    'direct message': { channel: dmOf(person), channel_type: 'im' },
    'no surface': { channel: undefined, channel_type: undefined },
  };
}

describe('an event', () => {
  it.each(ROUTES)('%s, %s, %s', async (type, surface, _, fields, action) => {
    const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'painful' }) });
    const where = surfaces(talk.ask)[surface];
    const isDirect = surface === 'direct message';
    // What a reply is put below must be there.
    const said = { channel: where.channel ?? CHANNEL, user: isDirect ? talk.ask : talk.other, text: 'a message' };
    const { ts: root } = await talk.slack.say(said);
    const before = (await seen(talk, said.channel)).length;
    const given = JSON.parse(JSON.stringify(fields).replaceAll(THREAD, root)) as { thread_ts?: string; user?: string };
    const ts = isDirect || given.thread_ts !== undefined ? `${Number(root.split('.')[0]) + 5}.000200` : root;
    const user = 'user' in fields ? given.user : talk.ask;
    const text = type === 'app_mention' ? `${MENTION} does it hurt` : 'does it hurt';
    await talk.slack.deliver({ type, event_ts: ts, ts, text, ...where, ...given, user });
    await talk.slack.settled();
    const replies = (await seen(talk, said.channel)).slice(before);
    const actions = replies.map(({ thread_ts }): Action => {
      if (thread_ts === undefined) return 'answers beside it';
      return thread_ts === given.thread_ts ? 'answers in the thread it stands in' : 'answers in its thread';
    });
    expect(actions).toEqual(action === 'says nothing' ? [] : [action]);
  });

  it('that may hold a question is tried by no listener: Bolt would try all of them, one after the other', async () => {
    const use = vi.spyOn(App.prototype, 'use');
    const talk = await startConversation();
    const [app] = use.mock.contexts as [App];
    vi.restoreAllMocks();
    const tried: string[] = [];
    app.event(/^/, async ({ event }) => void tried.push(event.type));
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} does it hurt` });
    await talk.slack.deliver({
      type: 'message',
      channel_type: 'channel',
      channel: CHANNEL,
      user: talk.ask,
      text: 'hm',
      ts,
    });
    await talk.slack.openHome({ user: talk.ask, tab: 'home' });
    await talk.slack.settled();
    expect(tried).toEqual(['app_home_opened']);
  });

  it.each(['home', 'messages'] as const)('app_home_opened, tab "%s": fills the tab, and welcomes once', async (tab) => {
    const talk = await startConversation();
    for (const _ of ['first', 'second']) await talk.slack.openHome({ user: talk.ask, tab });
    await talk.slack.settled();
    const methods = talk.slack.calls.map(({ method }) => method);
    expect(methods).toContain(tab === 'home' ? 'views.publish' : 'assistant.threads.setSuggestedPrompts');
    expect(await seen(talk, dmOf(talk.ask))).toHaveLength(1);
  });
});
