import { describe, expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { SHORTCUTS } from '../../src/slack/shortcuts.js';
import { all, type ConversationOptions, startConversation } from '../conversation.js';
import { blocksOf, CHANNEL, MENTION, matched, pressLast, seen, type Talk } from './matched.js';

const OTHER_CHANNEL = CHANNELS[1]?.id ?? '';
const ELSEWHERE = 'I do not answer in this channel.';
const QUESTION = 'does it hurt';

/** Anna is a lead, Ben is none. */
async function start(options: Partial<ConversationOptions> = {}) {
  const faq = await matched({ decision: 'answer', entry: 'painful' });
  return startConversation({ faq, slack: fromManifest(), leads: { people: ['U0ANNA001'], channel: null }, ...options });
}

async function type(talk: Talk, text: string, { user = talk.ask, channel = CHANNEL } = {}) {
  await talk.slack.command({ channel, user, command: '/iastm', text });
  return (await seen(talk, channel, user)).at(-1)?.text ?? '';
}

/** Mentions the bot; answers with what everybody sees of it from then on, and what the asker alone does. */
async function mention(talk: Talk, text = QUESTION, channel = CHANNEL) {
  const act = await talk.slack.say({ channel, user: talk.other, text: `${MENTION} ${text}` });
  await talk.slack.settled();
  const since = talk.slack.messages(channel, talk.other).filter(({ user, ts }) => user === BOT.id && ts > act.ts);
  return {
    act,
    openly: since.filter(({ only_for }) => only_for === undefined).map(({ text }) => text),
    privately: since.filter(({ only_for }) => only_for === talk.other).map(({ text }) => text),
  };
}

describe('a channel that administrators have not allowed', () => {
  const only = { channels: [OTHER_CHANNEL] };

  it('hears nothing in public: who mentions the bot is told once, alone, where to ask; nothing of the words is kept', async () => {
    const talk = await start(only);
    const { act, openly, privately } = await mention(talk, 'zebra tattoo, does it hurt');
    expect(openly).toEqual([]);
    expect(privately).toEqual([expect.stringContaining(ELSEWHERE)]);
    expect(privately[0]).toContain('direct message');
    await talk.slack.redeliver(act);
    await talk.slack.settled();
    expect((await seen(talk, CHANNEL, talk.other)).filter(({ text }) => text.includes(ELSEWHERE))).toHaveLength(1);
    expect(JSON.stringify(await all(talk.store.allAsked()))).not.toContain('zebra');
    expect(talk.told.asked).toEqual([]);
  });

  it.each(['x'.repeat(2500), 'help', 'topics', '', ':wave:'])(
    'says so whatever is said there: "%.20s"',
    async (text) => {
      const { openly, privately } = await mention(await start(only), text);
      expect(openly).toEqual([]);
      expect(privately).toEqual([expect.stringContaining(ELSEWHERE)]);
    },
  );

  it('still forgets whoever asks to be, and says so to that person alone', async () => {
    const talk = await start(only);
    await type(talk, QUESTION, { user: talk.other });
    const { openly, privately } = await mention(talk, 'forget me');
    expect(openly).toEqual([]);
    expect(privately.join()).toContain('Shall I forget you?');
    expect((await pressLast(talk, { label: 'Forget me' }, CHANNEL, talk.other)).at(-1)?.text).toContain('Removed: ');
    expect((await all(talk.store.allAsked())).map(({ text }) => text)).not.toContain(QUESTION);
  });

  it('leaves what one person alone sees as it was: the command, shortcuts, direct messages, but nothing can be shared', async () => {
    const talk = await start(only);
    const short = talk.faq.knowledge.entries.get('painful')?.short ?? '';
    expect(await type(talk, QUESTION)).toContain(short);
    const shown = async () => JSON.stringify(blocksOf((await seen(talk)).at(-1) ?? { blocks: [] }));
    expect(await shown()).not.toContain('"share');
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: QUESTION });
    await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: ts, callback_id: SHORTCUTS.find });
    expect(await shown()).toContain('Sources and review');
    expect(await shown()).not.toContain('"share');
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: QUESTION });
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain(short);
  });

  it('the allowed one is answered in as ever, and offers to share', async () => {
    const talk = await start(only);
    expect((await mention(talk, QUESTION, OTHER_CHANNEL)).openly).toHaveLength(1);
    await type(talk, QUESTION, { channel: OTHER_CHANNEL });
    expect(JSON.stringify((await seen(talk, OTHER_CHANNEL)).at(-1)?.blocks)).toContain('"share');
  });

  it('tells who looks at its state, and stays so whatever a lead sets', async () => {
    const talk = await start(only);
    expect(await type(talk, 'channel', { user: talk.other })).toContain('CHANNELS');
    expect(await type(talk, 'channel auto')).toContain('CHANNELS');
    expect((await mention(talk)).openly).toEqual([]);
  });
});

describe('/iastm channel', () => {
  it('shows anybody how the bot answers there, and what a lead can do', async () => {
    const talk = await start();
    const shown = await type(talk, 'channel', { user: talk.other });
    expect(shown).toContain('Here I answer whoever mentions me');
    expect(shown).toContain('/iastm channel auto');
  });

  it('is set by a lead, for this channel alone, and kept with when and by whom, hashed', async () => {
    const talk = await start();
    expect(await type(talk, 'channel off')).toContain('Here I answer nobody in public');
    expect(await type(talk, 'channel', { user: talk.other })).toContain('Here I answer nobody in public');
    expect(await type(talk, 'channel', { channel: OTHER_CHANNEL })).toContain('whoever mentions me');
    const [kept, ...more] = await talk.store.stances();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ team: 'T0CLINIC1', channel: CHANNEL, stance: 'off' });
    expect(kept?.person).toMatch(/^[\w-]{22}$/);
  });

  it.each(['off', 'mention', 'auto'])(
    'gives whoever is no lead a plain no to "%s", and changes nothing',
    async (stance) => {
      const talk = await start();
      expect(await type(talk, `channel ${stance}`, { user: talk.other })).toContain('Only a lead can set that');
      expect(await talk.store.stances()).toEqual([]);
    },
  );

  it('set to off tells whoever mentions the bot, alone; a lead undoes it there, seen by the lead alone', async () => {
    const talk = await start();
    await type(talk, 'channel off');
    expect(await mention(talk)).toMatchObject({ openly: [], privately: [expect.stringContaining(ELSEWHERE)] });
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} channel mention` });
    expect((await seen(talk)).at(-1)).toMatchObject({ only_for: talk.ask });
    expect((await mention(talk)).openly).toHaveLength(1);
  });

  it('does not change an answer there whose question is edited once it is off', async () => {
    const talk = await start();
    const { act } = await mention(talk);
    await type(talk, 'channel off');
    const before = talk.slack.calls.length;
    await talk.slack.edit({ channel: CHANNEL, user: talk.other, ts: act.ts, text: `${MENTION} and now?` });
    await talk.slack.settled();
    const after = talk.slack.calls.slice(before).map(({ method }) => method);
    expect(after).not.toContain('chat.update');
    expect(after).not.toContain('chat.postMessage');
  });

  it('refuses to share what was answered before it was off', async () => {
    const talk = await start();
    await type(talk, QUESTION);
    const answer = (await seen(talk)).at(-1);
    await type(talk, 'channel off');
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: answer?.ts ?? '', label: 'Share' });
    expect((await seen(talk)).at(-1)?.text).toContain(ELSEWHERE);
    expect(await seen(talk, CHANNEL, talk.other)).toEqual([]);
  });

  it('in a direct message asks which channel is meant', async () => {
    const talk = await start();
    expect(await type(talk, 'channel auto', { channel: dmOf(talk.ask) })).toContain('in the channel that you mean');
  });

  it('says so where it cannot be kept, and goes on as before', async () => {
    const talk = await start();
    talk.store.setStance = () => Promise.reject(new Error('away'));
    expect(await type(talk, 'channel off')).toContain('I could not keep that just now');
    expect((await mention(talk)).openly).toHaveLength(1);
  });

  it('is no question about channels in the body, and such a question is none about it', async () => {
    const talk = await start();
    expect(await type(talk, 'channel surfing?')).not.toContain('whoever mentions me');
  });

  it('forgets the lead who has set it, and keeps what was set', async () => {
    const talk = await start();
    await type(talk, 'channel off');
    await type(talk, 'forget me');
    await pressLast(talk, { label: 'Forget me' });
    expect(await talk.store.stances()).toMatchObject([{ stance: 'off', person: '' }]);
  });
});
