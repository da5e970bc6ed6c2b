import { describe, expect, it } from 'vitest';
import { fromManifest, withOptional } from '../../src/playground/manifest.js';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import type { Match } from '../../src/search/match.js';
import { UNASKED } from '../../src/search/parameters.js';
import { all, type ConversationOptions, startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { CHANNEL, MENTION, matched, seen, type Talk } from './matched.js';

const OTHER_CHANNEL = CHANNELS[1]?.id ?? '';
const SURE: Partial<Match> = { decision: 'answer', entry: 'painful', confidence: 0.99 };
const WHY = 'Answered by itself, since this channel is set to auto';

/** A channel that a lead has set to auto. What search finds is given, or else is that of the frozen FAQ. */
async function start(found: Partial<Match> | null = SURE, options: Partial<ConversationOptions> = {}) {
  const talk = await startConversation({
    faq: found === null ? await faqOf() : await matched(found),
    slack: withOptional(fromManifest()),
    leads: { people: ['U0ANNA001'], channel: null },
    ...options,
  });
  await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'channel auto' });
  return talk;
}

/** Says something; answers with what everybody sees of the bot from then on. */
async function say(talk: Talk, text: string, more: Partial<Parameters<Talk['slack']['say']>[0]> = {}) {
  const channel = more.channel ?? CHANNEL;
  const before = new Set(await seen(talk, channel, talk.other));
  const act = await talk.slack.say({ channel, user: talk.other, text, ...more });
  await talk.slack.settled();
  const replies = (await seen(talk, channel, talk.other)).filter((post) => !before.has(post));
  return { act, replies };
}

async function nothing(talk: Talk, replies: readonly unknown[]) {
  expect(replies).toEqual([]);
  expect(await all(talk.store.allAsked())).toMatchObject([{ door: 'command' }]);
  expect(talk.told.asked).toEqual([]);
}

describe('a channel set to auto', () => {
  it('answers what asks something that is surely in the FAQ, in the thread, and says in one line why', async () => {
    const talk = await start();
    const { act, replies } = await say(talk, 'does it hurt?');
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ thread_ts: act.ts });
    expect(replies[0]?.only_for).toBeUndefined();
    expect(replies[0]?.text).toContain(talk.faq.knowledge.entries.get('painful')?.short ?? '?');
    for (const shown of [replies[0]?.text, JSON.stringify(replies[0]?.blocks.at(-1))]) {
      expect(shown).toContain(WHY);
      expect(shown).toContain('`/iastm channel mention`');
    }
    const [, kept] = await all(talk.store.allAsked());
    expect(kept).toMatchObject({ door: 'auto', decision: 'answer', entry: 'painful', text: 'does it hurt?' });
    expect(talk.told.asked).toEqual(['auto answer']);
  });

  it('answers once when Slack delivers twice', async () => {
    const talk = await start();
    const { act } = await say(talk, 'does it hurt?');
    await talk.slack.redeliver(act);
    expect(await seen(talk, CHANNEL, talk.other)).toHaveLength(1);
  });

  it('answers a mention once, of which Slack tells twice, as a mention', async () => {
    const talk = await start();
    const { replies } = await say(talk, `${MENTION} does it hurt?`);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).not.toContain(WHY);
    expect(talk.told.asked).toEqual(['mention answer']);
  });

  it.each<[string, Partial<Match>]>([
    ['less sure of the answer', { ...SURE, confidence: UNASKED - 0.001 }],
    ['that has suggestions', { decision: 'suggest', offered: ['painful', 'bruising'], confidence: 0.8 }],
    ['that has no answer', { decision: 'abstain', confidence: 0.1 }],
  ])('is silent where it is %s, and keeps and logs nothing', async (_, found) => {
    const talk = await start(found);
    const { replies } = await say(talk, 'is the zebra tattoo a problem?');
    await nothing(talk, replies);
    expect(talk.lines.join()).not.toContain('zebra');
  });

  it.each([
    'the tools are in the drawer',
    'good morning',
    'how are you?',
    'are you a bot?',
    'topics',
    'pause',
    '<@U0ANNA001> does it hurt?',
    'does it hurt? <https://example.com>',
    '`does it hurt?`',
  ])('is silent at "%s"', async (text) => {
    const talk = await start();
    await nothing(talk, (await say(talk, text)).replies);
    expect(talk.stances.paused()).toBeNull();
  });

  it.each<[string, Partial<Parameters<Talk['slack']['say']>[0]>]>([
    ['a picture', { files: [{ name: 'knee.jpg' }] }],
    ['an app', { through: { app_id: 'A0OTHER01', bot_id: 'B0OTHER01', name: 'Another app' } }],
  ])('is silent at what comes with %s', async (_, more) => {
    const talk = await start();
    await nothing(talk, (await say(talk, 'does it hurt?', more)).replies);
  });

  it('is silent at the words of another that somebody passes on', async () => {
    const talk = await start({ decision: 'abstain' });
    const { act } = await say(talk, 'does it hurt?');
    Object.assign(talk.faq, await matched(SURE));
    await nothing(talk, (await say(talk, '', { share: { channel: CHANNEL, ts: act.ts } })).replies);
  });

  it('is silent in threads, also where the reply is sent to the channel', async () => {
    const talk = await start({ decision: 'abstain' });
    const { act } = await say(talk, 'a story');
    Object.assign(talk.faq, await matched(SURE));
    for (const broadcast of [false, true])
      await nothing(talk, (await say(talk, 'does it hurt?', { thread_ts: act.ts, broadcast })).replies);
  });

  it.each([
    { bot_id: 'B1', bot_profile: {} },
    { subtype: 'bot_message', bot_id: 'B1' },
    { subtype: 'me_message' },
    { subtype: 'channel_join' },
    { user: 'USLACKBOT' },
    { user: BOT.id },
    { workflow_id: 'Wf1' },
    { hidden: true },
    { text: `${MENTION} does it hurt?` },
    { channel_type: 'mpim' },
  ])('is silent at a message with %j', async (more) => {
    const talk = await start();
    const event = {
      type: 'message',
      channel_type: 'channel',
      channel: CHANNEL,
      user: talk.other,
      ts: '1763000000.000100',
    };
    await talk.slack.deliver({ ...event, text: 'does it hurt?', ...more });
    await talk.slack.settled();
    await nothing(talk, await seen(talk, CHANNEL, talk.other));
  });

  it('hears private channels, too', async () => {
    const talk = await start();
    const event = {
      type: 'message',
      channel_type: 'group',
      channel: CHANNEL,
      user: talk.other,
      ts: '1763000000.000100',
    };
    await talk.slack.deliver({ ...event, text: 'does it hurt?' });
    await talk.slack.settled();
    expect(talk.told.asked).toEqual(['auto answer']);
  });

  it('leaves an edit alone', async () => {
    const talk = await start();
    const { act } = await say(talk, 'a story');
    await talk.slack.edit({ channel: CHANNEL, user: talk.other, ts: act.ts, text: 'does it hurt?' });
    await nothing(talk, await seen(talk, CHANNEL, talk.other));
  });

  it('leaves other channels as they were, and itself once it is set back', async () => {
    const talk = await start();
    await nothing(talk, (await say(talk, 'does it hurt?', { channel: OTHER_CHANNEL })).replies);
    for (const stance of ['mention', 'off']) {
      await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: `channel ${stance}` });
      expect((await say(talk, 'does it hurt?')).replies).toEqual([]);
    }
  });

  it('is silent in a pause, where the channel is not allowed, and where nothing may be served', async () => {
    const talk = await start();
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'pause' });
    expect((await say(talk, 'does it hurt?')).replies).toEqual([]);
    const elsewhere = await start(SURE, { channels: [OTHER_CHANNEL] });
    expect((await say(elsewhere, 'does it hurt?')).replies).toEqual([]);
  });

  it('tells nobody where Slack does not let it post', async () => {
    const talk = await start();
    talk.slack.fail('chat.postMessage', { error: 'restricted_action' });
    const before = talk.slack.calls.length;
    await say(talk, 'does it hurt?');
    const after = talk.slack.calls.slice(before).map(({ method }) => method);
    expect(after).toEqual(['chat.postMessage']);
    expect(await seen(talk, dmOf(talk.other), talk.other)).toEqual([]);
  });

  it('takes a patient’s details out before the question is kept, and tells the writer alone', async () => {
    const talk = await start();
    const { replies } = await say(talk, 'does it hurt Mr Zebrowski, dob 3.12.61?');
    expect(replies).toHaveLength(2);
    expect(replies.find(({ only_for }) => only_for !== undefined)?.only_for).toBe(talk.other);
    expect(JSON.stringify(await all(talk.store.allAsked()))).not.toMatch(/zebrowski|3\.12/i);
  });

  it('reads a follow-up that mentions the bot with what it has answered by itself', async () => {
    const talk = await start(null);
    const { act, replies } = await say(talk, 'does it hurt?');
    expect(replies[0]?.text).toContain(WHY);
    const followed = await say(talk, `${MENTION} does it hurt?`, { thread_ts: act.ts });
    expect(followed.replies.at(-1)?.text).not.toContain(WHY);
    expect(followed.replies).toHaveLength(1);
  });
});

describe('a warning in a channel set to auto', () => {
  it('is shown where a question about the treatment uses words that are watched for, sure of the answer or not', async () => {
    const talk = await start(null);
    const { act, replies } = await say(talk, 'he is on Eliquis, can I scrape the sore IT band?');
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ thread_ts: act.ts });
    expect(replies[0]?.text).toMatch(/^You mention/);
    expect(replies[0]?.text).toContain('`/iastm channel mention`');
    expect(JSON.stringify(replies[0]?.blocks)).toContain('"read');
    expect(replies[0]?.text).not.toMatch(/Closest|Did you mean|no answer/);
    const [, kept] = await all(talk.store.allAsked());
    expect(kept?.warnings).toContain('anticoagulants');
  });

  it('is shown for a red flag, whatever is asked', async () => {
    const talk = await start(null);
    const { replies } = await say(talk, 'her calf is swollen and she is short of breath, what now?');
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toMatch(/^You mention/);
  });

  it.each([
    'lead therapist is out: her calf is swollen and she is short of breath, what now?',
    'ask the lead whether I can scrape a man on Eliquis?',
  ])('is shown where a question speaks of a lead: "%s"', async (text) => {
    const talk = await start(null);
    expect((await say(talk, text)).replies.map((reply) => reply.text)).toEqual([expect.stringMatching(/^You mention/)]);
  });

  it.each([
    'can he take ibuprofen with warfarin?',
    'what foods should she avoid on warfarin?',
    'when can he drive after a knee replacement?',
    'Mets game tonight, anyone have a spare ticket?',
    'he is on warfarin, so no scraping today',
  ])('is not where nobody asks about the treatment: "%s"', async (text) => {
    const talk = await start(null);
    await nothing(talk, (await say(talk, text)).replies);
  });
});
