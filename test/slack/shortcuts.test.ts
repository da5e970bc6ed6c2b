import { describe, expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { BOT, CHANNELS, dmOf, TEAM } from '../../src/playground/workspace.js';
import { SHORTCUTS } from '../../src/slack/shortcuts.js';
import { keysOf } from '../../src/store/keys.js';
import { all, startConversation } from '../conversation.js';
import { CHANNEL, matched, seen, shortOf, type Talk } from './matched.js';

const OTHER_CHANNEL = CHANNELS[1]?.id ?? '';
const callback_id = SHORTCUTS.find;

async function start(found: Parameters<typeof matched>[0] = { decision: 'answer', entry: 'painful' }) {
  return startConversation({ faq: await matched(found), slack: fromManifest() });
}

/** Anna calls the shortcut on a message of Ben's. */
async function callOn(talk: Talk, text: string, more: { thread_ts?: string } = {}) {
  const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text, ...more });
  const act = await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: ts, callback_id });
  return { ts, act, shown: (await seen(talk)).at(-1) };
}

describe('"Find FAQ answer" on a message', () => {
  it('answers whoever called, alone, and restates what was asked', async () => {
    const talk = await start();
    const { shown, act } = await callOn(talk, 'does it hurt?');
    expect(act.acked).toBe(true);
    expect(shown?.only_for).toBe(talk.ask);
    expect(shown?.text).toContain('You asked about: does it hurt?');
    expect(shown?.text).toContain(shortOf(talk, 'painful'));
    expect(await seen(talk, CHANNEL, talk.other)).toEqual([]);
    expect(talk.slack.calls.map(({ method }) => method)).toEqual(['response_url']);
  });

  it('keeps one question of the caller, redacted, whoever wrote it, and however often it is called', async () => {
    const talk = await start();
    const { ts, act } = await callOn(talk, 'Mrs. Kowalski, 555-867-5309, does it hurt?');
    await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: ts, callback_id });
    await talk.slack.redeliver(act);
    const rows = await all(talk.store.allAsked());
    const keys = keysOf('test');
    expect(rows.map(({ id, door, person, entry }) => [id, door, person, entry])).toEqual([
      [
        keys.asked(`${TEAM.id}:${CHANNEL}:${ts}:${talk.ask}`),
        'shortcut',
        keys.person(`${TEAM.id}:${talk.ask}`),
        'painful',
      ],
    ]);
    expect(rows[0]?.text).not.toMatch(/Kowalski|867/);
    expect(await seen(talk)).toHaveLength(2);
    await talk.slack.shortcut({ channel: CHANNEL, user: talk.other, message_ts: ts, callback_id });
    await talk.slack.settled();
    expect(await all(talk.store.allAsked())).toHaveLength(2);
  });

  it('tells the caller of details that stand in the message, and who should take them out', async () => {
    const { shown } = await callOn(await start(), 'Mrs. Kowalski, 555-867-5309, does it hurt?');
    expect(shown?.text).toContain('This message seems to hold a person’s details');
    expect(shown?.text).toContain('Whoever wrote the message should delete or edit it.');
  });

  it('answers in the thread that the message stands in, and in the channel where it began one', async () => {
    const talk = await start();
    const { ts: root } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'a case' });
    expect((await callOn(talk, 'does it hurt?', { thread_ts: root })).shown?.thread_ts).toBe(root);
    const act = await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: root, callback_id });
    // Once it has replies, Slack names a message as its own thread.
    const [body] = act.bodies as { message: object }[];
    const message = { ...body?.message, ts: '1.000001', thread_ts: '1.000001' };
    await talk.slack.redeliver({ ...act, bodies: [{ ...body, message }] });
    const last = (await seen(talk)).at(-1);
    expect([last?.only_for, last?.thread_ts]).toEqual([talk.ask, undefined]);
  });

  it.each([
    [`<@${BOT.id}> is 5 &lt; 6 &amp; <#C0CLINIC01|clinic-floor> ok?`, 'is 5 < 6 & clinic-floor ok?'],
    [`<@${BOT.id}|iastm_faq> hurts?`, 'hurts?'],
    [
      '<!channel> does <@U0BEN0001> see <https://example.com/a?b=1&amp;c=2|this page>?',
      'channel does somebody see this page?',
    ],
    ['<!here> *bold* _and_ `code`', 'here *bold* _and_ `code`'],
    [
      '<!subteam^S012|@leads> <!date^1392734382^{date}|Feb 18> <#C0X> <https://example.com>',
      '@leads Feb 18 a channel https://example.com',
    ],
    [`does\nit ${'very '.repeat(60)}hurt`, /^does it (very ){20,}v?e?r?y?…$/],
  ])('restates %j in plain words, which nobody is pinged by', async (text, words) => {
    const talk = await start();
    const { act } = await callOn(talk, 'x');
    const [body] = act.bodies as { message: object }[];
    const message = { ...body?.message, ts: '1.000001', text };
    await talk.slack.redeliver({ ...act, bodies: [{ ...body, message }] });
    const shown = (await seen(talk)).at(-1);
    const blocks = (shown?.blocks ?? []) as { elements?: { type: string; text: string }[] }[];
    const [line] = blocks.flatMap(({ elements = [] }) => elements);
    expect(line?.type).toBe('plain_text');
    const said = line?.text.replace('You asked about: ', '') ?? '';
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
    expect(shown?.text).not.toMatch(/<[!@#]/);
  });

  it('reads words of others as a question, and never does what they say', async () => {
    const talk = await start();
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'does it hurt' });
    const { shown } = await callOn(talk, 'forget me');
    expect(shown?.text).toContain(shortOf(talk, 'painful'));
    expect((await all(talk.store.allAsked())).map(({ person }) => person === '')).toEqual([false, false]);
  });

  it('reads the messages of bots, too, and its own', async () => {
    const talk = await start();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `<@${BOT.id}> does it hurt` });
    const [own] = await seen(talk);
    await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: own?.ts ?? '', callback_id });
    expect((await seen(talk)).at(-1)).toMatchObject({
      only_for: talk.ask,
      text: expect.stringContaining('You asked about'),
    });
  });

  it.each(['', '   ', `<@${BOT.id}>`])('says so of a message without words: %j', async (text) => {
    const talk = await start();
    const { act } = await callOn(talk, 'x');
    const [body] = act.bodies as { message: { text: string; ts: string } }[];
    const silent = { ...body, message: { ...body?.message, ts: '1.000001', text } };
    await talk.slack.redeliver({ ...act, bodies: [silent] });
    expect((await seen(talk)).at(-1)?.text).toContain('has no text that I can read');
    expect(await all(talk.store.allAsked())).toHaveLength(1);
  });

  it('works without a response URL, and tells directly where it may not post', async () => {
    const talk = await start();
    const { act } = await callOn(talk, 'x');
    const { response_url: _, ...body } = act.bodies[0] as { response_url: string; message: object };
    const again = (ts: string) => ({ ...act, bodies: [{ ...body, message: { ...body.message, ts } }] });
    await talk.slack.redeliver(again('1.000001'));
    expect((await seen(talk)).at(-1)?.only_for).toBe(talk.ask);
    talk.slack.fail('chat.postEphemeral', { error: 'channel_not_found' });
    await talk.slack.redeliver(again('1.000002'));
    expect((await seen(talk, dmOf(talk.ask))).map(({ text }) => text.includes(shortOf(talk, 'painful')))).toEqual([
      true,
    ]);
  });

  it('passes over a call that tells no channel, and says so in the log', async () => {
    const talk = await start();
    const { act } = await callOn(talk, 'x');
    const { channel: _, ...body } = act.bodies[0] as { channel: object };
    await talk.slack.redeliver({ ...act, bodies: [body] });
    expect(await all(talk.store.allAsked())).toHaveLength(1);
    expect(talk.lines.join('')).toContain('"what":"shortcut","lacks":["channel"]');
  });

  it('offers to choose, and puts the choice in the offer’s place', async () => {
    const talk = await start({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    const { shown } = await callOn(talk, 'is it bad');
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: shown?.ts ?? '', value: 'bruising' });
    const [answer, ...more] = await seen(talk);
    expect([more, answer?.only_for]).toEqual([[], talk.ask]);
    expect(answer?.text).toContain(shortOf(talk, 'bruising'));
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose bruising']);
    expect(await seen(talk, OTHER_CHANNEL)).toEqual([]);
  });
});
