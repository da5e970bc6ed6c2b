import { describe, expect, it } from 'vitest';
import { dmOf } from '../../src/playground/workspace.js';
import { all, startConversation } from '../conversation.js';
import { askAt, blocksOf, CHANNEL, MENTION, pressables, pressLast, seen, shortOf, type Talk } from './matched.js';

/** Asks with a mention, and answers with its timestamp. */
async function mention(talk: Talk, text: string, rest: { thread_ts?: string } = {}) {
  const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ${text}`, ...rest });
  await talk.slack.settled();
  return ts;
}

const NEW = 'how do we clean the tools?';

describe('an edited question', () => {
  it.each(['mention', 'direct message'] as const)('is answered anew in place at the door "%s"', async (door) => {
    const talk = await startConversation();
    const channel = door === 'mention' ? CHANNEL : dmOf(talk.ask);
    const said = door === 'mention' ? MENTION : '';
    const [before] = await askAt(talk, door, 'what does IASTM stand for?');
    const ids = blocksOf(before ?? { blocks: [] }).flatMap(({ block_id }) => block_id?.match(/^.{22}:.*/) ?? []);
    expect(ids.length).toBeGreaterThan(1);
    const { ts = '' } = talk.slack.messages(channel, talk.ask).find(({ user }) => user === talk.ask) ?? {};
    await talk.slack.edit({ channel, user: talk.ask, ts, text: `${said} ${NEW}` });
    const [reply, ...more] = await seen(talk, channel);
    expect(more).toEqual([]);
    expect(reply?.ts).toBe(before?.ts);
    expect(reply?.text).toContain(talk.faq.knowledge.entries.get('cleaning')?.short);
    expect(reply?.text).not.toContain('Soft Tissue');
    for (const { block_id } of reply?.blocks ?? []) expect(ids).not.toContain(block_id);
    const [asked, ...others] = await all(talk.store.allAsked());
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ text: NEW, decision: 'answer', entry: 'cleaning', outcome: null, door });
    expect(talk.slack.calls.filter(({ method }) => method === 'chat.update').map(({ args }) => args.parse)).toEqual([
      'none',
    ]);
  });

  it('may be edited again, and each edit is answered once however often Slack sends it', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'what does IASTM stand for?');
    const act = await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${NEW}` });
    const again = await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} does it hurt?` });
    for (const each of [act, again, act]) await talk.slack.redeliver(each);
    const [reply, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(reply?.text).toContain(talk.faq.knowledge.entries.get('painful')?.short);
    expect(talk.slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(2);
  });

  it('waits for its answer, and for an earlier edit, wherever those are', async () => {
    const talk = await startConversation();
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} does it hurt?` });
    for (const text of ['what does IASTM stand for?', NEW])
      await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${text}` });
    const [reply, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(reply?.text).toContain(shortOf(talk, 'cleaning'));
    expect((await all(talk.store.allAsked())).map(({ entry }) => entry)).toEqual(['cleaning']);
  });

  it('keeps its votes, and what was chosen of its suggestions is no longer what came of it', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'what does IASTM stand for?');
    const [reply] = await seen(talk);
    await talk.slack.press({
      channel: CHANNEL,
      user: talk.ask,
      message_ts: reply?.ts ?? '',
      action_id: 'vote',
      value: 'up stands-for',
    });
    await talk.slack.settled();
    const [asked] = await all(talk.store.allAsked());
    await talk.store.settle(asked?.id ?? '', 'none');
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${NEW}` });
    await talk.slack.settled();
    expect((await all(talk.store.allVotes())).map(({ asked: of, entry }) => [of, entry])).toEqual([
      [asked?.id, 'stands-for'],
    ]);
    expect((await all(talk.store.allAsked()))[0]).toMatchObject({ id: asked?.id, entry: 'cleaning', outcome: null });
  });

  it('carries the warnings of its new words, and none of its old ones', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'does it hurt? she is pregnant');
    expect((await seen(talk))[0]?.text).toMatch(/^You mention pregnan/);
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} does it hurt? he takes warfarin` });
    const [reply] = await seen(talk);
    expect(reply?.text).toMatch(/^You mention warfarin/);
    expect(reply?.text).not.toContain('pregnan');
    expect((await all(talk.store.allAsked()))[0]?.warnings).toEqual(['anticoagulants']);
  });

  it('is redacted like every other, and who edited is told alone', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'what does IASTM stand for?');
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${NEW} Mrs. Kowalski asks` });
    const [reply, note] = await seen(talk);
    expect(reply?.only_for).toBeUndefined();
    expect(note?.only_for).toBe(talk.ask);
    expect(note?.text).toContain('do not belong here');
    expect((await all(talk.store.allAsked()))[0]?.text).not.toContain('Kowalski');
  });

  it('is answered in place also where it was, or has become, something said to the bot', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'help');
    const edit = (text: string) =>
      talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${text}` });
    await edit('topics');
    const [topics] = await seen(talk);
    expect(topics?.text).toContain('Safety');
    await edit(NEW);
    expect((await seen(talk)).map(({ text }) => text)).toEqual([
      expect.stringContaining(talk.faq.knowledge.entries.get('cleaning')?.short ?? ''),
    ]);
    await edit('sources');
    const [sources, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(sources?.ts).toBe(topics?.ts);
    expect((await all(talk.store.allAsked()))[0]?.text).toBe('');
  });

  it('that has become "forget me" asks who asked alone, and keeps none of its words', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'what does IASTM stand for?');
    const act = await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} forget me` });
    await talk.slack.redeliver(act);
    const told = (await seen(talk)).filter(({ only_for }) => only_for === talk.ask);
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('Press “Forget me”')]);
    expect((await all(talk.store.allAsked())).map(({ text }) => text)).toEqual(['']);
    expect((await pressLast(talk, { label: 'Forget me' })).at(-1)?.text).toContain('Removed: 1 row');
    expect(await all(talk.store.allAsked())).toEqual([]);
  });

  it('is left alone where nothing of its words has changed: a mark, a link preview, a file', async () => {
    const talk = await startConversation();
    const channel = dmOf(talk.ask);
    await askAt(talk, 'direct message', 'does it hurt?');
    const [mine] = talk.slack.messages(channel, talk.ask);
    const message = { type: 'message', user: talk.ask, text: 'does it hurt?', ts: mine?.ts };
    const changed = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: 'im',
      ts: '1.1',
      event_ts: '1.1',
    };
    const edited = { user: talk.ask, ts: `${Number(mine?.ts) + 1}` };
    await talk.slack.deliver({ ...changed, message: { ...message, edited }, previous_message: message });
    await talk.slack.deliver({
      ...changed,
      message: { ...message, attachments: [{ from_url: 'https://x.example' }] },
      previous_message: message,
    });
    await talk.slack.deliver({ ...changed, message: { ...message, text: NEW }, previous_message: message });
    await talk.slack.settled();
    expect(talk.slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
  });

  it('is left alone where nothing of its words has changed, also where no words are kept', async () => {
    const talk = await startConversation();
    const channel = dmOf(talk.ask);
    const [help] = await askAt(talk, 'direct message', 'help');
    const [mine] = talk.slack.messages(channel, talk.ask);
    const message = { type: 'message', user: talk.ask, text: 'help', ts: mine?.ts };
    const edited = { user: talk.ask, ts: `${Number(help?.ts) + 1}` };
    const changed = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: 'im',
      ts: '1.1',
    };
    await talk.slack.deliver({
      ...changed,
      event_ts: '1.1',
      message: { ...message, edited },
      previous_message: message,
    });
    await talk.slack.settled();
    expect(talk.slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
  });

  it('is left alone where only what is not kept of its words has changed', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'does it hurt? <@U0SOMEBODY>');
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} does it hurt? <@U0ELSE0001>` });
    await talk.slack.settled();
    expect(talk.slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['somebody else', { edited: { user: 'U0ELSE0001', ts: '1700000001.000000' } }],
    ['an app', { bot_id: 'B0OTHER' }],
    ['a machine', { subtype: 'bot_message' }],
    ['Slackbot', { user: 'USLACKBOT', edited: { user: 'USLACKBOT', ts: '1700000001.000000' } }],
  ])('by %s is not answered, as a mention or as a direct message', async (_, fields) => {
    const talk = await startConversation();
    const base = { user: talk.ask, text: `${MENTION} ${NEW}`, ts: '1700000000.000001', event_ts: '1.1' };
    const message = { ...base, type: 'message', edited: { user: talk.ask, ts: '1700000001.000000' }, ...fields };
    await talk.slack.deliver({ ...message, type: 'app_mention', channel: CHANNEL });
    const im = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: dmOf(talk.ask),
      channel_type: 'im',
    };
    await talk.slack.deliver({
      ...im,
      message,
      previous_message: { ...base, text: 'old' },
      ts: '1.1',
      event_ts: '1.1',
    });
    await talk.slack.settled();
    expect(talk.slack.calls).toEqual([]);
    expect(talk.lines.filter((line) => line.includes('passed over'))).toEqual([]);
  });

  it('that was never answered is answered where the edit has added the mention, once, and not in a direct message', async () => {
    const talk = await startConversation();
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: 'what does IASTM stand for?' });
    const act = await talk.slack.edit({
      channel: CHANNEL,
      user: talk.ask,
      ts,
      text: `${MENTION} what does IASTM stand for?`,
    });
    await talk.slack.redeliver(act);
    const [reply, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(reply?.thread_ts).toBe(ts);
    const channel = dmOf(talk.ask);
    const message = {
      type: 'message',
      user: talk.ask,
      ts: '1700000000.000001',
      edited: { user: talk.ask, ts: '1700000001.000000' },
    };
    const im = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: 'im',
      ts: '1.1',
      event_ts: '1.1',
    };
    await talk.slack.deliver({
      ...im,
      message: { ...message, text: NEW },
      previous_message: { ...message, text: 'x' },
    });
    expect(await seen(talk, channel)).toEqual([]);
  });

  it('that is older than a day is left as it was answered', async () => {
    const talk = await startConversation();
    const old = {
      type: 'app_mention',
      channel: CHANNEL,
      user: talk.ask,
      text: `${MENTION} ${NEW}`,
      ts: '1700000000.000001',
      event_ts: '1.1',
    };
    await talk.slack.deliver({ ...old, edited: { user: talk.ask, ts: '1700086401.000000' } });
    await talk.slack.settled();
    expect(talk.slack.calls).toEqual([]);
  });

  it('whose answer cannot be changed is told to the asker alone', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'what does IASTM stand for?');
    talk.slack.fail('chat.update', { error: 'cant_update_message' });
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${NEW}` });
    const [reply, note] = await seen(talk);
    expect(reply?.text).toContain('Soft Tissue');
    expect(note).toMatchObject({ only_for: talk.ask, text: expect.stringContaining('could not change my answer') });
  });

  it('has buttons that belong to it, as before', async () => {
    const talk = await startConversation();
    const ts = await mention(talk, 'what does IASTM stand for?');
    await talk.slack.edit({ channel: CHANNEL, user: talk.ask, ts, text: `${MENTION} ${NEW}` });
    const [reply] = await seen(talk);
    expect(pressables(reply ?? { blocks: [] }).length).toBeGreaterThan(1);
    await talk.slack.press({
      channel: CHANNEL,
      user: talk.ask,
      message_ts: reply?.ts ?? '',
      action_id: 'vote',
      value: 'up cleaning',
    });
    await talk.slack.settled();
    const [asked] = await all(talk.store.allAsked());
    expect((await all(talk.store.allVotes())).map(({ asked: of }) => of)).toEqual([asked?.id]);
  });
});
