import { describe, expect, it } from 'vitest';
import { BOT, dmOf } from '../../src/playground/workspace.js';
import { createBrake } from '../../src/slack/brake.js';
import { all, startConversation } from '../conversation.js';
import { CHANNEL, MENTION, seen, shortOf, type Talk } from './matched.js';

const QUESTION = 'what does IASTM stand for?';
const THROUGH = { bot_id: 'B0SCHEDULE', app_id: 'A0SCHEDULE', name: 'Scheduler' };

/** The texts that were kept of what was asked. */
async function kept(talk: Talk): Promise<string[]> {
  await talk.slack.settled();
  return (await all(talk.store.allAsked())).map(({ text }) => text);
}

describe('what people write', () => {
  it.each([
    ['the bot twice', `${MENTION} ${QUESTION} ${MENTION}`, QUESTION],
    ['the bot with its name beside the id', `<@${BOT.id}|iastm_faq> ${QUESTION}`, QUESTION],
    ['the bot within the words', `hey ${MENTION} ${QUESTION}`, `hey  ${QUESTION}`],
    ['somebody else, too', `${MENTION} <@U0SOMEBODY> ${QUESTION}`, `[person] ${QUESTION}`],
    ['somebody else with a name', `${MENTION} <@U0SOMEBODY|Dana Smith> ${QUESTION}`, `[person] ${QUESTION}`],
  ])('is answered where it mentions %s', async (_, text, asked) => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text });
    expect((await kept(talk)).map((each) => each.replace(/\s+/g, ' '))).toEqual([asked.replace(/\s+/g, ' ')]);
    expect((await seen(talk)).at(-1)?.text).toContain('Soft Tissue');
  });

  it('is answered with a file, and read without its name; a file alone gets the help', async () => {
    const talk = await startConversation();
    const files = [{ name: 'kowalski-knee.png', mimetype: 'image/png' }];
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ${QUESTION}`, files });
    expect(await kept(talk)).toEqual([QUESTION]);
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: QUESTION, files });
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: '', files });
    const [answer, help] = await seen(talk, dmOf(talk.ask));
    expect(answer?.text).toContain(shortOf(talk, 'stands-for'));
    expect(help?.text).toContain('`topics` lists the topics');
  });
});

describe('a message that is passed on', () => {
  it.each(['mention', 'direct message'] as const)('is read where nobody adds words, at the door "%s"', async (door) => {
    const talk = await startConversation();
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: `${QUESTION} <@U0SOMEBODY> asks` });
    const channel = door === 'mention' ? CHANNEL : dmOf(talk.ask);
    await talk.slack.say({
      channel,
      user: talk.ask,
      text: door === 'mention' ? MENTION : '',
      share: { channel: CHANNEL, ts },
    });
    expect(await kept(talk)).toEqual([`${QUESTION} [person] asks`]);
    expect((await seen(talk, channel)).at(-1)?.text).toContain('Soft Tissue');
  });

  it('is left alone where somebody adds words: those are the question', async () => {
    const talk = await startConversation();
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'does it hurt?' });
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: QUESTION, share: { channel: CHANNEL, ts } });
    expect(await kept(talk)).toEqual([QUESTION]);
  });

  it('is not obeyed: another’s "forget me" forgets nobody', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: QUESTION });
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'forget me' });
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: '', share: { channel: CHANNEL, ts } });
    expect(await kept(talk)).toContain(QUESTION);
  });

  it('is none where it is the preview of a link', async () => {
    const talk = await startConversation();
    const attachments = [{ from_url: 'https://x.example', text: QUESTION, is_msg_unfurl: true }];
    const im = { type: 'message', channel_type: 'im', channel: dmOf(talk.ask), user: talk.ask, event_ts: '1.1' };
    await talk.slack.deliver({ ...im, text: '', ts: '1700000000.000011', attachments });
    expect((await seen(talk, dmOf(talk.ask))).map(({ text }) => text)).toEqual([
      expect.stringContaining('`topics` lists the topics'),
    ]);
  });
});

describe('what a person writes with an app', () => {
  it('is answered in a direct message, where nobody else can write', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: QUESTION, through: THROUGH });
    expect((await seen(talk, dmOf(talk.ask))).map(({ text }) => text)).toEqual([
      expect.stringContaining('Soft Tissue'),
    ]);
  });

  it('is not answered in a channel, where another bot looks the same', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ${QUESTION}`, through: THROUGH });
    expect(await seen(talk)).toEqual([]);
  });

  it('is answered a few times only: two machines that answer each other come to an end', async () => {
    const talk = await startConversation();
    const channel = dmOf(talk.ask);
    for (let at = 0; at < 8; at += 1)
      await talk.slack.say({ channel, user: talk.ask, text: QUESTION, through: THROUGH });
    expect(await seen(talk, channel)).toHaveLength(5);
    await talk.slack.say({ channel, user: talk.ask, text: QUESTION });
    expect(await seen(talk, channel)).toHaveLength(6);
  });

  it('is answered again ten minutes later, and each person by themselves', () => {
    let now = 0;
    const mayBeTaken = createBrake(() => now);
    const taken = (key: string) => Array.from({ length: 7 }, () => mayBeTaken(key)).filter(Boolean).length;
    expect([taken('anna'), taken('anna'), taken('ben')]).toEqual([5, 0, 5]);
    now = 599_999;
    expect(taken('anna')).toBe(0);
    now = 600_000;
    expect(taken('anna')).toBe(5);
  });
});
