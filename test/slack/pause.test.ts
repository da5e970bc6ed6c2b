import { describe, expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { BOT, dmOf } from '../../src/playground/workspace.js';
import { SHORTCUTS } from '../../src/slack/shortcuts.js';
import { all, startConversation } from '../conversation.js';
import { askAt, asked, CHANNEL, DOORS, matched, seen, type Talk } from './matched.js';

const PAUSED = 'The FAQ is paused by a lead since';

/** Anna is a lead, Ben is none. */
async function start() {
  const faq = await matched({ decision: 'answer', entry: 'painful' });
  return startConversation({ faq, slack: fromManifest(), leads: { people: ['U0ANNA001'], channel: 'C0LEADS' } });
}

async function type(talk: Talk, text: string, user = talk.ask) {
  await talk.slack.command({ channel: CHANNEL, user, command: '/iastm', text });
  return (await seen(talk, CHANNEL, user)).at(-1)?.text ?? '';
}

describe('a pause', () => {
  it('is set and ended by a lead, at once, and every door tells of it, whom to ask, and what to do in danger', async () => {
    const talk = await start();
    expect(await type(talk, 'pause')).toContain('/iastm resume');
    for (const door of DOORS) {
      const said = (await askAt(talk, door, 'does it hurt')).at(-1)?.text ?? '';
      expect(said, door).toContain(PAUSED);
      expect(said, door).toContain('<#C0LEADS>');
      expect(said, door).toContain('local emergency number');
    }
    expect(await type(talk, 'resume')).toContain('not paused');
    for (const door of DOORS)
      expect((await askAt(talk, door, 'does it hurt')).at(-1)?.text, door).not.toContain(PAUSED);
  });

  it.each(['pause', 'resume'])('cannot be changed by whoever is no lead: "%s" gets a plain no', async (word) => {
    const talk = await start();
    if (word === 'resume') await type(talk, 'pause');
    expect(await type(talk, word, talk.other)).toContain('Only a lead can set that');
    expect(await type(talk, 'does it hurt')).toMatch(word === 'resume' ? /paused by a lead/ : /^(?!.*paused)/s);
  });

  it('counts for the form, the Home, the shortcut, and what was on its way', async () => {
    const talk = await start();
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'does it hurt' });
    await type(talk, 'pause');
    await talk.slack.openHome({ user: talk.ask, tab: 'home' });
    await talk.slack.settled();
    expect(JSON.stringify(talk.slack.home(talk.ask))).toContain(PAUSED);
    await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: ts, callback_id: SHORTCUTS.find });
    expect((await seen(talk)).at(-1)?.text).toContain(PAUSED);
    const form = await talk.bot.answerForm({ id: 'T0:V1:1', by: 'T0:U0', text: 'does it hurt' });
    expect(JSON.stringify(form)).toContain(PAUSED);
    expect(talk.bot.lookUp('hurt', 'T0:U0')).toEqual([]);
    expect(talk.bot.lookUp('hurt', `T0:${talk.ask}`)).not.toEqual([]);
    expect(await talk.bot.welcome('T0:U0')).toBeNull();
  });

  it.each([
    ['an entry', 'bruising'],
    ['none', 'none'],
  ])('answers whoever chooses %s of an offer of before, and keeps no choice', async (_, value) => {
    const { talk, reply } = await asked({ decision: 'suggest', offered: ['painful', 'bruising'] });
    await talk.stances.set({ team: '', channel: '', stance: 'off', person: '', at: new Date() });
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply.ts, value });
    expect((await seen(talk)).at(-1)?.text).toContain(PAUSED);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual([null]);
  });

  it.each([
    ['help', '/iastm your question'],
    ['privacy', 'keyed hash'],
    ['forget me', 'remove'],
    ['thanks', 'glad'],
    ['who are you', 'program'],
    ['good morning', 'hello'],
    ['channel', 'whoever mentions me'],
  ])('leaves "%s" as it was', async (text, expected) => {
    const talk = await start();
    await type(talk, 'pause');
    const said = (await askAt(talk, 'command', text)).at(-1)?.text ?? '';
    expect(said.toLowerCase()).toContain(expected.toLowerCase());
    expect(said).not.toContain(PAUSED);
  });

  it.each(['topics', 'topic safety', 'sources', 'glossary keloid'])('answers "%s" with itself', async (text) => {
    const talk = await start();
    await type(talk, 'pause');
    expect((await askAt(talk, 'command', text)).at(-1)?.text).toContain(PAUSED);
  });

  it('stays as old as it is when it is set once more, keeps no words, and is logged once', async () => {
    const talk = await start();
    await type(talk, 'pause');
    const since = talk.stances.paused();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await type(talk, 'pause');
    expect(talk.stances.paused()).toEqual(since);
    await talk.slack.say({ channel: dmOf(talk.ask), user: talk.ask, text: 'zebra tattoo, does it hurt' });
    await talk.slack.settled();
    expect(JSON.stringify(await all(talk.store.allAsked()))).not.toContain('zebra');
    expect(talk.lines.filter((line) => line.includes('paused by a lead'))).toHaveLength(1);
  });

  it('says so where it cannot be kept, and answers on', async () => {
    const talk = await start();
    talk.store.setStance = () => Promise.reject(new Error('away'));
    expect(await type(talk, 'pause')).toContain('I could not keep that just now');
    expect(talk.stances.paused()).toBeNull();
    expect((await seen(talk)).every(({ user }) => user === BOT.id)).toBe(true);
  });
});
