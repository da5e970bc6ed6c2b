import { describe, expect, it } from 'vitest';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { CAUTION, IN_DOUBT } from '../../src/replies/answer.js';
import { all, startConversation } from '../conversation.js';

const CHANNEL = CHANNELS[0]?.id ?? '';
const MENTION = `<@${BOT.id}>`;

/** What the bot posted in a channel, as one person sees it. */
async function said(talk: Awaited<ReturnType<typeof startConversation>>, channel = CHANNEL, viewer = talk.ask) {
  await talk.slack.settled();
  return talk.slack.messages(channel, viewer).filter(({ user }) => user === BOT.id);
}

describe('a question in a channel', () => {
  it('is answered in the thread of its mention, with short form, text, title, sources, evidence and review state', async () => {
    const talk = await startConversation();
    const act = await talk.slack.say({
      channel: CHANNEL,
      user: talk.ask,
      text: `${MENTION} what does IASTM stand for?`,
    });
    const [reply, ...more] = await said(talk);
    expect(more).toEqual([]);
    expect(reply?.thread_ts).toBe(act.ts);
    const entry = talk.faq.knowledge.entries.get('stands-for');
    expect(reply?.text).toContain(entry?.questions[0]);
    expect(reply?.text.startsWith(`*${entry?.short}*`)).toBe(true);
    expect(reply?.text).toContain('Strength of evidence');
    expect(reply?.text).toContain('[1]');
    expect(reply?.text).toContain('Not yet reviewed by a clinician of this clinic.');
    const buttons = reply?.blocks.filter(({ type }) => type === 'actions' || type === 'context_actions') ?? [];
    expect(buttons.map(({ type }) => type)).toEqual(['actions', 'context_actions']);
  });

  it('holds the whole answer in its text, for screen readers and notifications', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what does IASTM stand for?` });
    const [reply] = await said(talk);
    for (const block of reply?.blocks ?? []) {
      if (block.type !== 'section') continue;
      const { text } = block.text as { text: string };
      expect(reply?.text.replaceAll('\n', ' ')).toContain(text.replace('*Sources*\n', '').replaceAll('\n', ' '));
    }
  });

  it('asks Slack for no link previews', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what does IASTM stand for?` });
    await said(talk);
    const [call] = talk.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('stays silent without a mention', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: 'what does IASTM stand for?' });
    expect(await said(talk)).toEqual([]);
    expect(await all(talk.store.allAsked())).toEqual([]);
  });

  it('is answered once when Slack delivers it twice', async () => {
    const talk = await startConversation();
    const act = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what is it used for?` });
    await Promise.all([talk.slack.redeliver(act), talk.slack.redeliver(act), talk.slack.redeliver(act)]);
    expect(await said(talk)).toHaveLength(1);
    expect(await all(talk.store.allAsked())).toHaveLength(1);
  });

  it('is answered once when Slack sends it as mention and as message', async () => {
    const talk = await startConversation({ slack: { events: ['app_mention', 'message.channels', 'message.im'] } });
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what does IASTM stand for?` });
    expect(await said(talk)).toHaveLength(1);
  });

  it('is not answered again when its author edits it', async () => {
    const talk = await startConversation();
    const act = await talk.slack.say({
      channel: CHANNEL,
      user: talk.ask,
      text: `${MENTION} what does IASTM stand for?`,
    });
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts: act.ts, text: `${MENTION} what is IASTM used for?` });
    expect(await said(talk)).toHaveLength(1);
  });

  it('is not taken from other bots, from itself, or from what is no message of a person', async () => {
    const talk = await startConversation();
    const base = { type: 'app_mention', channel: CHANNEL, text: `${MENTION} does it hurt?`, event_ts: '1.1' };
    const events = [
      { ...base, user: 'U0OTHERBOT', bot_id: 'B0OTHER', ts: '1700000000.000001' },
      { ...base, user: BOT.id, ts: '1700000000.000002' },
      { ...base, user: talk.ask, subtype: 'message_changed', ts: '1700000000.000003' },
      { ...base, user: talk.ask, subtype: 'channel_join', ts: '1700000000.000004' },
      { ...base, user: talk.ask, hidden: true, ts: '1700000000.000005' },
      { ...base, ts: '1700000000.000006' },
    ];
    for (const event of events) await talk.slack.deliver(event);
    expect(await said(talk)).toEqual([]);
    expect(await all(talk.store.allAsked())).toEqual([]);
  });

  it('is answered with a screenshot attached', async () => {
    const talk = await startConversation();
    const event = {
      type: 'message',
      channel_type: 'im',
      subtype: 'file_share',
      channel: dmOf(talk.ask),
      user: talk.ask,
    };
    await talk.slack.deliver({
      ...event,
      text: 'what does IASTM stand for?',
      ts: '1700000000.000009',
      event_ts: '1.1',
    });
    expect(await said(talk, dmOf(talk.ask))).toHaveLength(1);
  });
});

describe('a direct message', () => {
  it('is answered where it stands', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: 'what does IASTM stand for?' });
    const [reply, ...more] = await said(talk, dmOf(talk.ask));
    expect(more).toEqual([]);
    expect(reply?.thread_ts).toBeUndefined();
    expect(reply?.text).toContain('Soft Tissue');
  });

  it('says that a pasted document is too long, and keeps none of it', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: 'bruise '.repeat(5700) });
    const [reply] = await said(talk, dmOf(talk.ask));
    expect(reply?.text).toContain('too long');
    expect((await all(talk.store.allAsked())).map(({ text }) => text)).toEqual(['']);
  });
});

describe('what the FAQ does not know', () => {
  it('is said plainly, with topics and a lead', async () => {
    const talk = await startConversation({ leads: { people: ['U0LEAD001'], channel: 'C0LEADS01' } });
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what is the wifi password` });
    const [reply] = await said(talk);
    expect(reply?.text).toContain('The FAQ has no answer to that.');
    expect(reply?.text).toContain('<#C0LEADS01>');
    expect(reply?.text).not.toContain('<@U0LEAD001>');
    await talk.slack.press({
      channel: CHANNEL,
      user: talk.ask,
      message_ts: reply?.ts ?? '',
      action_id: 'topic',
      value: 'safety',
    });
    const seen = await said(talk);
    expect(seen.at(-1)?.only_for).toBe(talk.ask);
    expect(seen.at(-1)?.text).toContain('Safety');
  });
});

describe('a safety answer', () => {
  it('begins with its short form, carries its caution as an alert, and says what to do in doubt', async () => {
    const talk = await startConversation();
    const entry = talk.faq.knowledge.entries.get('anticoagulants');
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ${entry?.questions[0]}` });
    const [reply] = await said(talk);
    const words = reply?.blocks.map((block) => [block.type, (block.text as { text: string } | undefined)?.text]);
    expect(words?.slice(0, 2)).toEqual([
      ['section', `*${entry?.short}*`],
      ['alert', CAUTION],
    ]);
    expect(reply?.blocks[1]).toMatchObject({ level: 'warning' });
    expect(words).toContainEqual(['section', IN_DOUBT]);
    expect(reply?.text).toContain(`*${entry?.short}*\n\n${CAUTION} ${IN_DOUBT}\n\n`);
    expect(`${CAUTION} ${IN_DOUBT}`).toBe(
      'A licensed clinician decides for this patient. If in doubt, do not treat: ask. In an emergency call the local emergency number.',
    );
  });

  it('is the only kind that carries a caution', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what does IASTM stand for?` });
    const [reply] = await said(talk);
    expect(reply?.blocks.some(({ type }) => type === 'alert')).toBe(false);
    expect(reply?.text).not.toContain(IN_DOUBT);
  });
});

describe('patient details in a question', () => {
  it('are not kept, and the asker alone is told', async () => {
    const talk = await startConversation();
    const text = `${MENTION} can I treat Mrs. Kowalski, phone 555-867-5309, on blood thinners?`;
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text });
    const mine = await said(talk);
    const notes = mine.filter(({ only_for }) => only_for === talk.ask);
    expect(notes.map((note) => note.text).join()).toContain('do not belong here');
    expect((await said(talk, CHANNEL, talk.other)).filter(({ only_for }) => only_for !== undefined)).toEqual([]);
    const [asked] = await all(talk.store.allAsked());
    expect(asked?.text).not.toMatch(/Kowalski|867/);
    expect(asked?.person).not.toContain(talk.ask);
  });

  it('are not seen in mentions, channels and links, which are not kept all the same', async () => {
    const talk = await startConversation();
    const text = `${MENTION} <@${talk.other}> asks: does it hurt? <https://example.com/a>`;
    await talk.slack.deliver({
      type: 'app_mention',
      channel: CHANNEL,
      user: talk.ask,
      text,
      ts: '1700000000.000010',
      event_ts: '1.1',
    });
    expect((await said(talk)).filter(({ only_for }) => only_for !== undefined)).toEqual([]);
    const [asked] = await all(talk.store.allAsked());
    expect(asked?.text).toBe('[person] asks: does it hurt? [link]');
  });
});
