import { describe, expect, it } from 'vitest';
import { dmOf } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { ANNA, away, BEN, learner } from './learning.js';
import { seen } from './matched.js';

type Learner = Awaited<ReturnType<typeof learner>>;

/** Reads a card, takes the quiz, and asks to be reminded. */
async function reminded() {
  const who = await learner();
  for (let card = await who.type('quiz'); card.text.includes('Quiz ·'); card = await who.press('Next'))
    await who.choose();
  return { who, said: await who.press('Remind me') };
}

/** What the bot has sent a person directly, oldest first. */
const sent = async (who: Learner, user = ANNA) => (await seen(who, dmOf(user), user)).map(({ text }) => text);

describe('a reminder', () => {
  it('is sent only to whoever asked for it, and says what is kept for it', async () => {
    const { who, said } = await reminded();
    expect(said.text).toContain('I keep your Slack user id as it is');
    who.clock.nextDay();
    await who.remind();
    expect(await sent(who)).toEqual([
      expect.stringMatching(/^For today: 3 questions of the quiz and 5 cards of the reading path\./),
    ]);
    expect(await sent(who, BEN)).toEqual([]);
  });

  it('comes once a day, over all replicas and restarts, and not on the day on which one has learned', async () => {
    const { who } = await reminded();
    await who.remind();
    expect(await sent(who)).toEqual([]);
    who.clock.nextDay();
    const replica = await startConversation({
      store: { ...who.store, close: async () => {} },
      faq: who.faq,
      now: who.clock.now,
    });
    await Promise.all([who.remind(), replica.remind(), who.remind(), replica.remind()]);
    const both = [...(await sent(who)), ...(await sent(replica as Learner))];
    expect(both).toHaveLength(1);
    who.clock.nextDay();
    await who.remind();
    expect([...(await sent(who)), ...(await sent(replica as Learner))]).toHaveLength(2);
  });

  it('comes on working days from nine to five, and at no other time', async () => {
    const { who } = await reminded();
    who.clock.nextDay(5);
    await who.remind();
    who.clock.nextDay(1);
    await who.remind();
    who.clock.nextDay(1);
    who.clock.later(-1);
    await who.remind();
    who.clock.later(9);
    await who.remind();
    expect(await sent(who)).toEqual([]);
    who.clock.later(-1);
    await who.remind();
    expect(await sent(who)).toHaveLength(1);
  });

  it('does not come while nothing is to be asked or read', async () => {
    const { who } = await reminded();
    await who.type('learn');
    for (let at = 0; at < 5; at += 1) await who.press('Got it');
    who.clock.nextDay();
    for (let card = await who.type('quiz'); card.text.includes('Quiz ·'); card = await who.press('Next'))
      await who.choose();
    who.clock.nextDay();
    await who.remind();
    expect(await sent(who)).toEqual([]);
    who.clock.nextDay(2);
    await who.remind();
    who.clock.nextDay(2);
    await who.remind();
    expect(await sent(who)).toEqual([expect.stringMatching(/^For today: 3 questions of the quiz\. You asked/)]);
  });

  it('leads on, pauses for a week and stops, by its own buttons', async () => {
    const { who } = await reminded();
    const press = async (label: string) => {
      const { ts } = (await seen(who, dmOf(ANNA), ANNA)).at(-1) ?? { ts: '' };
      await who.slack.press({ channel: dmOf(ANNA), user: ANNA, message_ts: ts, label });
      return (await sent(who)).at(-1);
    };
    who.clock.nextDay();
    await who.remind();
    expect(await press('Pause for a week')).toContain('Paused.* Reminders come again from 2026-12-01.');
    who.clock.nextDay(6);
    await who.remind();
    expect(await sent(who)).toHaveLength(1);
    who.clock.nextDay(1);
    await who.remind();
    expect(await sent(who)).toHaveLength(2);
    expect(await press('Stop reminders')).toContain('your Slack user id is removed');
    expect(await who.store.reminders()).toEqual([]);
    who.clock.nextDay();
    await who.remind();
    expect(await sent(who)).toHaveLength(2);
    expect(await press('Remind me')).toContain('I will remind you by direct message');
    who.clock.nextDay();
    await who.remind();
    expect(await press('Take the quiz')).toContain('Quiz · 1 of 3');
  });

  it('is no longer sent to whoever cannot be written to, nor to whoever asked to be forgotten', async () => {
    const { who } = await reminded();
    who.slack.fail('chat.postMessage', { error: 'channel_not_found' });
    who.clock.nextDay();
    await who.remind();
    expect(await who.store.reminders()).toEqual([]);
    await who.type('quiz');
    const again = await reminded();
    await again.who.type('forget me');
    await again.who.press('Forget me');
    expect(await again.who.store.reminders()).toEqual([]);
  });

  it('waits while the FAQ is paused', async () => {
    const who = await learner({ leads: { people: [ANNA], channel: null } });
    await who.store.keepReminder({
      person: who.keys.person(`T0CLINIC1:${ANNA}`),
      user: ANNA,
      from: '2026-11-23',
      at: new Date(0),
    });
    await who.type('pause');
    await who.remind();
    expect(await sent(who)).toEqual([]);
    await who.type('resume');
    await who.remind();
    expect(await sent(who)).toHaveLength(1);
  });

  it('is promised only where that can be kept', async () => {
    const talk = await startConversation();
    const who = await learner({ store: away(talk.store, 'keepReminder') });
    await who.type('learn');
    for (let at = 0; at < 5; at += 1) await who.press('Got it');
    expect((await who.press('Remind me')).text).toContain('could not be kept just now');
  });
});
