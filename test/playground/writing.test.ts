import { describe, expect, it, vi } from 'vitest';
import { createMemorySlack } from '../../src/playground/slack.js';
import { BOT, CHANNELS, dmOf, LEADS, LEADS_CHANNEL, PEOPLE, TEAM } from '../../src/playground/workspace.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];
const mention = `<@${BOT.id}>`;
const EVENTS = ['app_mention', 'message.im', 'message.channels'];

function start() {
  const slack = createMemorySlack({ events: EVENTS });
  return { slack, app: listen(slack) };
}

describe('what comes with a message', () => {
  it('a file makes it a file_share without team; the mention of it has no subtype', async () => {
    const { slack } = start();
    const files = [{ name: 'shin.png', mimetype: 'image/png' }];
    const { bodies } = await slack.say({ channel, user: anna, text: `${mention} is this bruise normal?`, files });
    expect(bodies.map(({ event }) => event)).toMatchObject([
      { type: 'app_mention' },
      { type: 'message', subtype: 'file_share' },
    ]);
    for (const { event } of bodies as { event: object }[]) {
      expect(event).toMatchObject({
        user: anna,
        text: `${mention} is this bruise normal?`,
        upload: false,
        files: [
          { id: expect.stringMatching(/^F/), name: 'shin.png', filetype: 'png', mimetype: 'image/png', user: anna },
        ],
      });
      expect(event).not.toHaveProperty('team');
    }
    expect(bodies[0]?.event).not.toHaveProperty('subtype');
  });

  it('a file alone is heard in a direct message, too', async () => {
    const { slack } = start();
    const { bodies } = await slack.say({ channel: dmOf(anna), user: anna, text: '', files: [{ name: 'x' }] });
    expect(bodies).toMatchObject([{ event: { subtype: 'file_share', text: '', channel_type: 'im' } }]);
  });

  it('a reply that the channel sees brings the first message of its thread', async () => {
    const { slack } = start();
    const { ts } = await slack.say({ channel, user: ben, text: 'does it hurt?' });
    const reply = { channel, user: anna, text: 'no', thread_ts: ts };
    expect((await slack.say(reply)).bodies[0]?.event).not.toHaveProperty('subtype');
    expect((await slack.say({ ...reply, broadcast: true })).bodies).toMatchObject([
      { event: { subtype: 'thread_broadcast', thread_ts: ts, root: { ts, text: 'does it hurt?', user: ben } } },
    ]);
  });

  it('what a person posts with an app carries the app beside the person', async () => {
    const { slack, app } = start();
    const heard = vi.fn();
    app.event('message', async ({ event }) => heard(event));
    const through = { bot_id: 'B0SCHEDULE', app_id: 'A0SCHEDULE', name: 'Scheduler' };
    await (await slack.say({ channel, user: anna, text: 'hello', through })).settled();
    expect(heard.mock.lastCall?.[0]).toMatchObject({
      user: anna,
      bot_id: 'B0SCHEDULE',
      app_id: 'A0SCHEDULE',
      bot_profile: { id: 'B0SCHEDULE', name: 'Scheduler', team_id: TEAM.id },
    });
    expect(heard.mock.lastCall?.[0]).not.toHaveProperty('client_msg_id');
  });

  it('a message that is passed on is an attachment with its words and its author', async () => {
    const { slack } = start();
    const { ts } = await slack.say({ channel, user: ben, text: 'does it hurt?' });
    const passedOn = { channel: dmOf(anna), user: anna, text: '', share: { channel, ts } };
    expect((await slack.say(passedOn)).bodies).toMatchObject([
      {
        event: {
          text: '',
          attachments: [
            {
              is_share: true,
              is_msg_unfurl: true,
              text: 'does it hurt?',
              ts,
              channel_id: channel,
              author_id: ben,
              author_name: 'Ben Okoro',
              fallback: expect.stringMatching(/^\[.+\] ben: does it hurt\?$/),
              from_url: `https://clinic.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
              message_blocks: [{ channel, ts, message: { blocks: [{ type: 'rich_text' }] } }],
            },
          ],
        },
      },
    ]);
    const secret = await slack.say({ channel: dmOf(ben), user: ben, text: 'mine' });
    const stolen = slack.say({ channel, user: anna, text: '', share: { channel: dmOf(ben), ts: secret.ts } });
    await expect(stolen).rejects.toThrow(/cannot see/);
  });

  it('a mention with the name beside the id is a mention', async () => {
    const { slack } = start();
    const { bodies } = await slack.say({ channel, user: anna, text: `<@${BOT.id}|iastm_faq> hi <@${ben}|Ben Okoro>` });
    expect(bodies[0]?.event).toMatchObject({
      type: 'app_mention',
      text: `<@${BOT.id}|iastm_faq> hi <@${ben}|Ben Okoro>`,
    });
  });
});

describe('deletions', () => {
  it('take a message away and tell so; one with replies leaves a line', async () => {
    const slack = createMemorySlack({ events: ['message.channels'] });
    listen(slack);
    const [{ ts }, root] = [
      await slack.say({ channel, user: anna, text: 'oops' }),
      await slack.say({ channel, user: anna, text: 'does it hurt?' }),
    ];
    await slack.say({ channel, user: ben, text: 'a bit', thread_ts: root.ts });
    const { bodies } = await slack.remove({ channel, user: anna, ts });
    expect(bodies[0]?.event).toMatchObject({
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel,
      deleted_ts: ts,
      previous_message: { user: anna, text: 'oops', ts },
      event_ts: expect.any(String),
    });
    const left = await slack.remove({ channel, user: anna, ts: root.ts });
    expect(left.bodies[0]?.event).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts: root.ts },
      previous_message: { user: anna, text: 'does it hurt?' },
    });
    expect(slack.messages(channel, anna).map(({ text }) => text)).toEqual(['This message was deleted.', 'a bit']);
    await expect(slack.remove({ channel, user: anna, ts: root.ts })).rejects.toThrow(/only its author can delete it/);
  });

  it('are told of nowhere that the app does not listen', async () => {
    const slack = createMemorySlack();
    listen(slack);
    const { ts } = await slack.say({ channel, user: anna, text: 'oops' });
    expect((await slack.remove({ channel, user: anna, ts })).bodies).toEqual([]);
  });
});

describe('edits', () => {
  it('of a mention are a mention once more, with `edited` and the timestamp of old', async () => {
    const { slack } = start();
    const { ts } = await slack.say({ channel, user: anna, text: 'does it hrut?' });
    const { bodies } = await slack.edit({ channel, user: anna, ts, text: `${mention} does it hurt?` });
    expect(bodies.map(({ event }) => event)).toMatchObject([
      { type: 'app_mention', ts, edited: { user: anna, ts: expect.any(String) } },
      {
        subtype: 'message_changed',
        message: { ts, edited: {} },
        previous_message: { text: 'does it hrut?' },
        hidden: true,
      },
    ]);
    await expect(slack.edit({ channel, user: ben, ts, text: 'x' })).rejects.toThrow(/only its author/);
  });
});

describe('a private channel', () => {
  const lead = LEADS[0] ?? '';

  it('is there for those who are in it, and Slack names it like every other one', async () => {
    const { slack } = start();
    const channel = LEADS_CHANNEL;
    await expect(slack.say({ channel, user: anna, text: 'hello' })).rejects.toThrow('cannot see');
    await expect(slack.command({ channel, user: anna, command: '/iastm', text: '' })).rejects.toThrow('cannot see');
    expect((await slack.say({ channel, user: lead, text: `${mention} hello` })).bodies).toMatchObject([
      { event: { type: 'app_mention', channel } },
    ]);
    expect(slack.messages(channel, lead)).toHaveLength(1);
    expect(slack.messages(channel, anna)).toEqual([]);
    const command = await slack.command({ channel, user: lead, command: '/iastm', text: '' });
    expect(command.bodies).toMatchObject([{ channel_id: channel, channel_name: 'privategroup' }]);
  });

  it('is heard by who subscribes to messages of private channels', async () => {
    const slack = createMemorySlack({ events: ['message.groups'] });
    listen(slack);
    const { bodies } = await slack.say({ channel: LEADS_CHANNEL, user: lead, text: 'hello' });
    expect(bodies).toMatchObject([{ event: { type: 'message', channel_type: 'group' } }]);
    expect((await slack.say({ channel, user: lead, text: 'hello' })).bodies).toEqual([]);
  });
});
