import { describe, expect, it } from 'vitest';
import { NOTHING } from '../../src/faq/load.js';
import { all, startConversation } from '../conversation.js';
import { askAt, asked, CHANNEL, DOORS, MENTION, seen } from '../slack/matched.js';

const CLOSED = 'The FAQ cannot be served at the moment';
const OFFERED = ['painful', 'bruising'];

describe('while no knowledge may be served', () => {
  it('a question is answered with that, whom to ask, and what to do in danger; once, and without keeping its text', async () => {
    const talk = await startConversation({ faq: NOTHING, leads: { people: [], channel: 'C0LEADS' } });
    const act = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ok with a pacemaker?` });
    await talk.slack.settled();
    await talk.slack.redeliver(act);
    const [reply, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(reply?.text).toContain(CLOSED);
    expect(reply?.text).toContain('<#C0LEADS>');
    expect(reply?.text).toContain('local emergency number');
    expect(await all(talk.store.allAsked())).toMatchObject([
      { text: '', decision: 'abstain', entry: null, candidates: [], version: '' },
    ]);
    expect(talk.told.asked).toEqual([]);
  });

  it.each([
    'does it hurt',
    'help',
    'hi',
    'good morning',
    'topics',
    'topic safety',
    'sources',
    'glossary keloid',
    'who are you',
  ])('"%s" is answered so at every door', async (text) => {
    const talk = await startConversation({ faq: NOTHING });
    for (const door of DOORS) expect((await askAt(talk, door, text)).at(-1)?.text, door).toContain(CLOSED);
  });

  it('what needs no knowledge is answered as ever', async () => {
    const talk = await startConversation({ faq: NOTHING });
    for (const [text, expected] of [
      ['privacy', 'keyed hash'],
      ['forget me', 'remove'],
      ['thanks', 'glad'],
    ] as const) {
      const said = (await askAt(talk, 'direct message', text)).at(-1)?.text ?? '';
      expect(said.toLowerCase()).toContain(expected);
      expect(said).not.toContain(CLOSED);
    }
  });

  it.each([
    ['an entry', 'bruising'],
    ['none', 'none'],
  ])('an offer of before is answered so where %s is chosen', async (_, value) => {
    const { talk, reply } = await asked({ decision: 'suggest', offered: OFFERED });
    Object.assign(talk.faq, NOTHING);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply.ts, value });
    expect((await seen(talk)).at(-1)?.text).toContain(CLOSED);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual([null]);
  });

  it('related entries and topics of before are answered so, and a vote is kept', async () => {
    const talk = await startConversation({ faq: NOTHING });
    const pressed = { block: '', place: 'T0:C0:1.1', by: 'T0:U0' };
    expect(talk.bot.read(pressed, 'bruising').text).toContain(CLOSED);
    expect(talk.bot.look(pressed, 'safety').text).toContain(CLOSED);
    expect((await talk.bot.vote(pressed, 'bruising', false)).text).not.toContain(CLOSED);
    expect(await all(talk.store.allVotes())).toMatchObject([{ entry: 'bruising', helpful: false }]);
  });
});
