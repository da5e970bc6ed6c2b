import { describe, expect, it } from 'vitest';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { answerReply, CAUTION, EMERGENCY } from '../../src/replies/answer.js';
import { all, startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';

const CHANNEL = CHANNELS[0]?.id ?? '';
const MENTION = `<@${BOT.id}>`;

/** What the bot posted in a channel, as one person sees it. */
async function said(talk: Awaited<ReturnType<typeof startConversation>>, channel = CHANNEL, viewer = talk.ask) {
  await talk.slack.settled();
  return talk.slack.messages(channel, viewer).filter(({ user }) => user === BOT.id);
}

/** Sends a payload as it stands. */
async function receive(talk: Awaited<ReturnType<typeof startConversation>>, body: Record<string, unknown>) {
  await talk.slack.redeliver({ ts: '1.1', bodies: [body] });
}

describe('a question in a channel', () => {
  it('is answered in the thread of its mention, with short form, text, evidence, review state and sources', async () => {
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
    expect(reply?.text.startsWith(`*${entry?.short}*`)).toBe(true);
    expect(reply?.text).toContain(`Evidence: *${entry?.evidence}* · not reviewed · ${entry?.sources.length} sources`);
    expect(reply?.text).toMatch(/\nSources:\n\[1\] /);
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
      expect(reply?.text.replaceAll('\n', ' ')).toContain(text.replaceAll('\n', ' '));
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

  it.each<[string, Record<string, unknown>]>([
    ['another bot', { user: 'U0OTHERBOT', bot_id: 'B0OTHER' }],
    ['a bot that only its profile tells', { bot_profile: { id: 'B0OTHER' } }],
    ['an app in a person’s name, which cannot be told from a bot', { app_id: 'A0OTHER' }],
  ])('is not taken from %s', async (_, fields) => {
    const talk = await startConversation();
    const base = { user: talk.ask, text: `${MENTION} does it hurt?`, event_ts: '1.1', ...fields };
    await talk.slack.deliver({ ...base, type: 'app_mention', channel: CHANNEL, ts: '1700000000.000001' });
    await talk.slack.settled();
    expect(talk.slack.calls).toEqual([]);
    expect(await all(talk.store.allAsked())).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a workflow', { workflow_id: 'Wf0OTHER' }],
    ['a message of a bot', { subtype: 'bot_message', user: undefined, bot_id: 'B0OTHER' }],
    ['Slackbot, which would be answered for ever', { user: 'USLACKBOT' }],
    ['itself', { user: BOT.id }],
    ['an edit', { subtype: 'message_changed' }],
    ['a message that was edited', { edited: { user: 'U1', ts: '1.2' } }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['somebody who joins', { subtype: 'channel_join' }],
    ['a reminder', { subtype: 'reminder_add' }],
    ['a kind of tomorrow', { subtype: 'something_new' }],
    ['a hidden one', { hidden: true }],
  ])('is not taken from %s, as a mention or as a direct message, and not logged', async (_, fields) => {
    const talk = await startConversation();
    const base = { user: talk.ask, text: `${MENTION} does it hurt?`, event_ts: '1.1', ...fields };
    await talk.slack.deliver({ ...base, type: 'app_mention', channel: CHANNEL, ts: '1700000000.000001' });
    const im = { type: 'message', channel_type: 'im', channel: dmOf(talk.ask), ts: '1700000000.000002' };
    await talk.slack.deliver({ ...base, ...im });
    await talk.slack.settled();
    expect(talk.slack.calls).toEqual([]);
    expect(await all(talk.store.allAsked())).toEqual([]);
    expect(talk.lines.filter((line) => line.includes('passed over'))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['the team it comes from', { context_team_id: 'T0ELSE001', enterprise_id: 'E0ORG0001' }, 'T0ELSE001'],
    [
      'the team of its authorization',
      { authorizations: [{ enterprise_id: 'E0ORG0001', team_id: 'T0ELSE001' }] },
      'T0ELSE001',
    ],
    ['only the organisation', { enterprise_id: 'E0ORG0001' }, 'E0ORG0001'],
    [
      'only the organisation of its authorization',
      { authorizations: [{ enterprise_id: 'E0ORG0001', team_id: null }] },
      'E0ORG0001',
    ],
  ])('is answered where the app is installed for an organisation and the payload names %s', async (_, fields, team) => {
    const talk = await startConversation();
    const act = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: 'what does IASTM stand for?' });
    const event = { type: 'app_mention', user: talk.ask, channel: CHANNEL, ts: act.ts, event_ts: act.ts };
    const body = {
      type: 'event_callback',
      team_id: null,
      authorizations: [],
      ...fields,
      event: { ...event, text: `${MENTION} what does IASTM stand for?` },
    };
    await receive(talk, body);
    await receive(talk, body);
    expect(await said(talk)).toHaveLength(1);
    // The same one as it would be with the usual field.
    await receive(talk, { ...body, team_id: team });
    expect(await said(talk)).toHaveLength(1);
  });

  it('is passed over with one line in the log where it lacks what it must have, which names no value', async () => {
    const talk = await startConversation();
    const event = { type: 'app_mention', text: `${MENTION} does it hurt?`, channel: CHANNEL, ts: '1700000000.000001' };
    for (const ts of ['1700000000.000001', '1700000000.000002'])
      await receive(talk, { type: 'event_callback', event: { ...event, ts } });
    expect(await said(talk)).toEqual([]);
    const told = talk.lines.map((line) => JSON.parse(line)).filter(({ lacks }) => lacks);
    expect(told.map(({ what, lacks }) => [what, lacks])).toEqual([['mention', ['team', 'user']]]);
    expect(JSON.stringify(told)).not.toContain(CHANNEL);
  });

  it.each([
    ['with a screenshot attached', 'file_share'],
    ['in a thread that is shown in the channel as well', 'thread_broadcast'],
  ])('is answered %s', async (_, subtype) => {
    const talk = await startConversation();
    const event = {
      type: 'message',
      channel_type: 'im',
      subtype,
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
  it('begins with its short form, and carries its caution as a line with a sign', async () => {
    const talk = await startConversation();
    const entry = talk.faq.knowledge.entries.get('anticoagulants');
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ${entry?.questions[0]}` });
    const [reply] = await said(talk);
    const words = reply?.blocks.map((block) => [block.type, (block.text as { text: string } | undefined)?.text]);
    expect(words?.slice(0, 2)).toEqual([
      ['section', `*${entry?.short}*`],
      ['section', `:warning: ${CAUTION}`],
    ]);
    expect(reply?.text).toContain(`*${entry?.short}*\n\n${CAUTION}\n\n`);
    expect(CAUTION).toBe('A licensed clinician decides for this patient.');
  });

  it('names the emergency number where it tells when to refer a patient', async () => {
    const { knowledge } = await faqOf();
    for (const entry of knowledge.entries.values()) {
      const alerts = answerReply(entry, knowledge).blocks.filter(
        (block) => 'text' in block && JSON.stringify(block).includes(':warning:'),
      );
      const expected = entry.safety ? [/^refer(-|$)/.test(entry.id) ? `${CAUTION} ${EMERGENCY}` : CAUTION] : [];
      expect(alerts.map((block) => 'text' in block && (block.text as { text: string }).text)).toEqual(
        expected.map((said) => `:warning: ${said}`),
      );
    }
  });

  it('is the only kind that carries a caution', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what does IASTM stand for?` });
    const [reply] = await said(talk);
    expect(JSON.stringify(reply?.blocks).includes(':warning:')).toBe(false);
    expect(reply?.text).not.toContain(CAUTION);
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
