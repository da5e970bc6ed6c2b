import { describe, expect, it, vi } from 'vitest';
import { dmOf, TEAM } from '../../src/playground/workspace.js';
import { all, startConversation } from '../conversation.js';
import { askAt, CHANNEL, MENTION, matched, pressables, seen, shortOf, type Talk, titleOf } from './matched.js';

/** Asks with a mention, in a thread where one is named, and answers with the root of the thread and the last reply in it. */
async function ask(talk: Talk, text: string, { thread_ts, user = talk.ask, channel = CHANNEL }: Partial<At> = {}) {
  const said = channel === CHANNEL ? `${MENTION} ${text}` : text;
  const { ts } = await talk.slack.say({ channel, user, text: said, ...(thread_ts === undefined ? {} : { thread_ts }) });
  const reply = (await seen(talk, channel)).filter(({ only_for }) => only_for === undefined).at(-1);
  if (reply === undefined) throw new Error('The bot said nothing.');
  return { thread: thread_ts ?? ts, reply };
}

interface At {
  thread_ts: string;
  user: string;
  channel: string;
}

const DOSE = 'What dose of tool work is recommended?';
const READ_WITH = `I read this with: ${DOSE}`;

describe('a follow-up in a thread that the bot has answered in', () => {
  it('is read with the entry before it, and says so', async () => {
    const talk = await startConversation();
    const { thread } = await ask(talk, DOSE);
    const { reply } = await ask(talk, 'how hard?', { thread_ts: thread });
    expect(reply.thread_ts).toBe(thread);
    expect(reply.text.split('\n\n').slice(0, 2)).toEqual([READ_WITH, `*${shortOf(talk, 'pressure')}*`]);
    expect((await all(talk.store.allAsked())).at(-1)).toMatchObject({
      decision: 'answer',
      entry: 'pressure',
      text: 'how hard?',
    });
  });

  it('offers the related entry that it hardly points to', async () => {
    const talk = await startConversation();
    const { thread } = await ask(talk, DOSE);
    const { reply } = await ask(talk, 'and how often?', { thread_ts: thread, user: talk.other });
    expect(reply.text).toContain(READ_WITH);
    expect(reply.text).toContain(titleOf(talk, 'how-many-sessions'));
    expect((await all(talk.store.allAsked())).at(-1)).toMatchObject({
      decision: 'suggest',
      offered: expect.arrayContaining(['how-many-sessions']),
    });
  });

  it.each(['question', 'answer'] as const)(
    'is understood in a direct message in the thread of the %s',
    async (root) => {
      const talk = await startConversation();
      const channel = dmOf(talk.ask);
      const { thread, reply: answer } = await ask(talk, DOSE, { channel });
      const thread_ts = root === 'question' ? thread : answer.ts;
      const { reply } = await ask(talk, 'how hard?', { channel, thread_ts });
      expect(reply.thread_ts).toBe(thread_ts);
      expect(reply.text).toContain(READ_WITH);
    },
  );

  it.each([
    ['how hard?', 'pressure'],
    ['and how much force', 'pressure'],
    ['how firm should it be?', 'pressure'],
  ])('is understood in a direct message outside any thread, shortly after: "%s"', async (text, entry) => {
    const talk = await startConversation();
    const channel = dmOf(talk.ask);
    await ask(talk, DOSE, { channel });
    await ask(talk, 'thanks!', { channel });
    const { reply } = await ask(talk, text, { channel });
    expect(reply.thread_ts).toBeUndefined();
    expect(reply.text).toContain(READ_WITH);
    expect(reply.text).toContain(shortOf(talk, entry));
  });

  it('carries the warnings of what was asked before it in a direct message, too', async () => {
    const talk = await startConversation();
    const channel = dmOf(talk.ask);
    await ask(talk, 'pt has haemophilia. What dose of tool work is recommended?', { channel });
    const { reply } = await ask(talk, 'how hard?', { channel });
    expect(reply.text).toMatch(/^You mention haemophilia/);
  });

  it('is read by itself ten minutes later, where it says all itself, and in the direct message of another', async () => {
    const talk = await startConversation();
    const channel = dmOf(talk.ask);
    const { thread } = await ask(talk, DOSE, { channel });
    const [asked] = await all(talk.store.allAsked());
    const { reply: by } = await ask(talk, 'does it hurt??', { channel });
    expect(by.text).not.toContain('I read this with');
    const other = { channel: dmOf(talk.other), user: talk.other };
    await talk.slack.say({ ...other, text: 'how hard?' });
    const there = await seen(talk, other.channel, talk.other);
    expect(there.map(({ text }) => text).join()).not.toContain('I read this with');
    const question = { door: 'direct message', text: 'how hard?', by: `${TEAM.id}:${talk.ask}` } as const;
    const at = async (seconds: number) => {
      const ts = `${Math.floor(Number(thread)) + seconds}.000100`;
      const within = { team: TEAM.id, channel, thread: undefined, ts, linkTo: async () => undefined };
      return (await talk.bot.ask({ ...question, id: ts, within }))?.reply?.text;
    };
    await talk.store.settle(asked?.id ?? '', 'chose dose');
    expect(await at(500)).toContain('I read this with');
    expect(await at(700)).not.toContain('I read this with');
  });

  it('asks the store for nothing where it does not lean on anything', async () => {
    const talk = await startConversation();
    const inThread = vi.spyOn(talk.store, 'inThread');
    for (const text of ['can we treat a scar after surgery', DOSE, DOSE])
      await ask(talk, text, { channel: dmOf(talk.ask) });
    expect(inThread).not.toHaveBeenCalled();
    // The same once more is shown once more.
    const replies = await seen(talk, dmOf(talk.ask));
    expect(replies.at(-1)?.text).toBe(replies.at(-2)?.text);
  });

  it('is read with what was chosen of a suggestion', async () => {
    const talk = await startConversation();
    const { thread } = await ask(talk, 'what is the wifi password');
    const [asked] = await all(talk.store.allAsked());
    await talk.store.settle(asked?.id ?? '', 'chose dose');
    expect((await ask(talk, 'how hard?', { thread_ts: thread })).reply.text).toContain(READ_WITH);
  });

  it('is read by itself in any other thread, in the channel, and where nothing was answered before', async () => {
    const talk = await startConversation();
    await ask(talk, DOSE);
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'lunch?' });
    for (const place of [{ thread_ts: ts }, {}]) {
      const { reply } = await ask(talk, 'how hard?', place);
      expect(reply.text).not.toContain('I read this with');
    }
    const { thread } = await ask(talk, 'what is the wifi password');
    expect((await ask(talk, 'how hard?', { thread_ts: thread })).reply.text).not.toContain('I read this with');
  });

  it('is silence without a mention: people talk to each other there', async () => {
    const talk = await startConversation({ slack: { events: ['app_mention', 'message.channels', 'message.im'] } });
    const { thread } = await ask(talk, DOSE);
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: 'how hard?', thread_ts: thread });
    expect(await seen(talk)).toHaveLength(1);
  });

  it.each([
    [
      'that stood above the answer',
      'he takes warfarin. is it normal to get bruises or red spots after treatment?',
      'when does it go away?',
    ],
    ['that was the answer itself', 'can we treat someone who takes warfarin?', 'what about aspirin?'],
  ])('carries a warning of the question before %s', async (_, before, utterance) => {
    const talk = await startConversation();
    const { thread } = await ask(talk, before);
    const { reply } = await ask(talk, utterance, { thread_ts: thread });
    expect(reply.text).toMatch(/^You mention warfarin\. /);
    expect(reply.text).toContain('I read this with: ');
    expect((await all(talk.store.allAsked())).at(-1)?.warnings).toEqual(['anticoagulants']);
  });

  it('shows the most urgent of its own warnings and those before first', async () => {
    const found = {
      decision: 'suggest',
      offered: ['pressure'],
      candidates: [{ entry: 'pressure', confidence: 0.5 }],
    } as const;
    const faq = await matched({ ...found, warnings: [{ entry: 'pregnancy', watched: 'pregnant' }] });
    const talk = await startConversation({ faq });
    const { thread } = await ask(talk, 'x');
    const [asked] = await all(talk.store.allAsked());
    await talk.store.settle(asked?.id ?? '', 'chose dose');
    Object.assign(asked ?? {}, { warnings: ['refer'] });
    Object.assign(talk.store, { inThread: async () => [{ asked, place: { ts: '1' } }] });
    Object.assign(asked ?? {}, { outcome: 'chose dose' });
    const { reply } = await ask(talk, 'how hard?', { thread_ts: thread });
    const warned = reply.text.split('\n\n').filter((line) => line.includes('You mention'));
    expect(warned).toEqual([
      expect.stringContaining(shortOf(talk, 'refer')),
      expect.stringContaining(shortOf(talk, 'pregnancy')),
    ]);
  });
});

describe('a question that was answered in the same thread', () => {
  it('points to the answer, and shows it again to whoever wants to see it', async () => {
    const talk = await startConversation();
    const { thread, reply: answer } = await ask(talk, DOSE);
    const { reply } = await ask(talk, 'what is the recommended dose of tool work', {
      thread_ts: thread,
      user: talk.other,
    });
    expect(reply.text).toMatch(/^Answered above: /);
    expect(reply.text).toContain(`/archives/${CHANNEL}/p${answer.ts.replace('.', '')}`);
    expect(reply.text.length).toBeLessThan(answer.text.length / 3);
    const [again, ...more] = pressables(reply);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ text: { text: 'Show it again' }, value: 'dose' });
    await talk.slack.press({
      channel: CHANNEL,
      user: talk.other,
      message_ts: reply.ts,
      action_id: again?.action_id ?? '',
      value: 'dose',
    });
    const shown = (await seen(talk, CHANNEL, talk.other)).at(-1);
    expect(shown).toMatchObject({ only_for: talk.other, text: expect.stringContaining(shortOf(talk, 'dose')) });
    expect((await all(talk.store.allAsked())).map(({ entry }) => entry)).toEqual(['dose', 'dose']);
  });

  it('names the answer where Slack gives no link', async () => {
    const talk = await startConversation();
    const { thread } = await ask(talk, DOSE);
    talk.slack.fail('chat.getPermalink', { error: 'message_not_found' });
    const { reply } = await ask(talk, DOSE, { thread_ts: thread });
    expect(reply.text).toContain(`Answered above: *${DOSE}*`);
  });

  it('is answered whole again in another thread, and in the channel', async () => {
    const talk = await startConversation();
    await ask(talk, DOSE);
    const { reply } = await ask(talk, DOSE);
    expect(reply.text).not.toContain('Answered above');
  });

  it.each<[string, Parameters<typeof matched>[0], Parameters<typeof matched>[0]]>([
    ['it is urgent', { decision: 'answer', entry: 'refer' }, {}],
    [
      'words to warn of are new',
      { decision: 'answer', entry: 'dose' },
      { warnings: [{ entry: 'pregnancy', watched: 'pregnant' }] },
    ],
    [
      'something urgent is warned of',
      { decision: 'answer', entry: 'dose', warnings: [{ entry: 'refer', watched: 'fever' }] },
      {},
    ],
    ['it asks for something else besides', { decision: 'answer', entry: 'dose' }, { also: ['cleaning'] }],
    ['the FAQ has changed', { decision: 'answer', entry: 'dose' }, { confidence: 0.99 }],
  ])('is answered whole again where %s', async (why, first, then) => {
    const faq = await matched(first);
    const served = { ...faq };
    const talk = await startConversation({ faq: served });
    const { thread } = await ask(talk, DOSE);
    Object.assign(served, await matched({ ...first, ...then }), why === 'the FAQ has changed' ? { version: 'v2' } : {});
    const { reply } = await ask(talk, DOSE, { thread_ts: thread });
    expect(reply.text).not.toContain('Answered above');
    expect(reply.text).toContain(shortOf(talk, first.entry ?? ''));
  });

  it('with the same warnings keeps them above the way to the answer', async () => {
    const faq = await matched({
      decision: 'answer',
      entry: 'dose',
      warnings: [{ entry: 'pregnancy', watched: 'pregnant' }],
    });
    const talk = await startConversation({ faq });
    const { thread } = await ask(talk, DOSE);
    const { reply } = await ask(talk, DOSE, { thread_ts: thread });
    expect(reply.text).toMatch(/^You mention pregnant\. [\s\S]*\n\nAnswered above: /);
  });
});

describe('while the store does not answer', () => {
  it('a question in a thread is read by itself, and an edit changes nothing', async () => {
    const talk = await startConversation();
    const { thread } = await ask(talk, DOSE);
    Object.assign(talk.store, { inThread: async () => [], placeOf: async () => null, place: async () => {} });
    const { reply } = await ask(talk, DOSE, { thread_ts: thread });
    expect(reply.text).toContain(shortOf(talk, 'dose'));
    expect(await askAt(talk, 'command', DOSE)).not.toEqual([]);
  });
});
