import { describe, expect, it } from 'vitest';
import { NOTHING } from '../../src/faq/load.js';
import { dmOf } from '../../src/playground/workspace.js';
import { keysOf } from '../../src/store/keys.js';
import { startConversation } from '../conversation.js';
import { ANNA, away, BEN, CHANNEL, clinicClock, labelsOf, learner, rewrite, UNITS, withPath } from './learning.js';
import { MENTION, pressables, seen } from './matched.js';

const PATH = UNITS.flatMap(({ entries }) => entries);
const LEADS = { people: ['U0LEAD001'], channel: 'C0GENERAL1' };

/** Reads all cards but those that are named as unclear. */
async function readAll(who: Awaited<ReturnType<typeof learner>>) {
  await who.type('learn');
  for (const _ of PATH) await who.press('Got it');
}

describe('a card of the reading path', () => {
  it('tells where one is, the title, the sentence, the caution and the review, and what one can do', async () => {
    const who = await learner();
    const first = await who.type('learn');
    expect(first.only_for).toBe(ANNA);
    expect(first.text).toMatch(/Unit 1 of 2 · 0 of 5 read · about \d+ min left/);
    expect(labelsOf(first)).toEqual(['Got it', 'Read all', 'Unclear, ask a lead', 'Skip']);
    const second = await who.press('Got it');
    const { questions, short } = who.faq.knowledge.entries.get('refer') ?? {};
    for (const words of [
      questions?.[0],
      short,
      'A licensed clinician decides for this patient. In an emergency call',
      'not reviewed',
    ])
      expect(second.text).toContain(words);
    for (const words of [short, 'A licensed clinician decides', 'not reviewed', 'Unit 1 of 2 · 1 of 5 read'])
      expect(JSON.stringify(second.blocks)).toContain(words);
    expect(labelsOf(second)).toContain('Back');
    expect(await seen(who, CHANNEL, BEN)).toEqual([]);
  });

  it('shows the whole answer in its place, with its sources and votes, and can be gone on with from there', async () => {
    const who = await learner();
    await who.type('learn');
    const whole = await who.press('Read all');
    expect(whole.text).toContain('*The letters:*');
    expect(labelsOf(whole)).toEqual(expect.arrayContaining(['Sources and review', 'Got it']));
    expect(labelsOf(whole)).not.toContain('Read all');
    expect((await who.press('Got it')).text).toContain('1 of 5 read');
    expect(await seen(who)).toHaveLength(1);
  });

  it('shows the answer at once where an entry has no sentence', async () => {
    const faq = await withPath();
    const { short: _, ...bare } = faq.knowledge.entries.get('what-is') ?? { short: '' };
    faq.knowledge = { ...faq.knowledge, entries: new Map(faq.knowledge.entries).set('what-is', bare as never) };
    const who = await learner({ faq });
    const card = await who.type('learn');
    expect(card.text).toContain('*The letters:*');
    expect(labelsOf(card)).not.toContain('Read all');
  });

  it('is resumed at the right place: on another day, at another door, on another replica', async () => {
    const who = await learner();
    await who.type('learn');
    for (const label of ['Got it', 'Skip', 'Got it']) await who.press(label);
    const replica = await startConversation({
      store: { ...who.store, close: async () => {} },
      faq: who.faq,
      now: clinicClock().now,
    });
    await replica.slack.say({ channel: dmOf(ANNA), user: ANNA, text: 'learn please' });
    const [card] = await seen(replica, dmOf(ANNA), ANNA);
    expect(card?.text).toContain('2 of 5 read');
    expect(card?.text).toContain(who.faq.knowledge.entries.get('bruising')?.questions[0]);
  });

  it('goes back, and on from there, and brings back what was skipped at the end', async () => {
    const who = await learner();
    const title = (id: string) => who.faq.knowledge.entries.get(id)?.questions[0] ?? '';
    await who.type('learn');
    for (const [label, id] of [
      ['Skip', 'refer'],
      ['Got it', 'pressure'],
      ['Back', 'refer'],
      ['Next', 'pressure'],
      ['Back', 'refer'],
      ['Back', 'what-is'],
    ] as const)
      expect((await who.press(label)).text).toContain(title(id));
    expect((await who.last()).text).toContain('You skipped this one.');
    for (const id of ['pressure', 'bruising', 'cleaning', 'what-is'])
      expect((await who.press('Skip')).text).toContain(title(id));
    expect((await who.press('Skip')).text).toContain(title('pressure'));
    for (const _ of [1, 2, 3]) await who.press('Got it');
    const only = await who.last();
    expect(only.text).toContain('4 of 5 read');
    expect(labelsOf(only)).not.toContain('Skip');
    expect((await who.press('Got it')).text).toContain('You have read all 5 of them.');
  });

  it('takes a press that comes twice as one, and one on an old card as of its own', async () => {
    const who = await learner();
    const { ts } = await who.type('learn');
    const value = (label: string, card: { blocks: readonly unknown[] }) =>
      pressables(card).find(({ text }) => text?.text === label)?.value;
    const got = value('Got it', await who.last());
    const act = await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, value: got ?? '' });
    await who.slack.redeliver(act);
    expect((await who.last()).text).toContain('1 of 5 read');
    // The same first card once more, from where it still stands.
    await who.type('learn');
    await who.press('Got it');
    await who.slack.redeliver(act);
    expect((await who.last()).text).toContain('2 of 5 read');
  });
});

describe('an unclear card', () => {
  it('says whom to ask, counts as read, and is listed at the end, to be read again', async () => {
    const who = await learner({ leads: { people: ['U0LEAD001'], channel: null } });
    await who.type('learn');
    const next = await who.press('Unclear, ask a lead');
    expect(next.text).toContain('Marked as unclear: _What is IASTM?_ Ask a lead: <@U0LEAD001>.');
    expect(who.slack.modal(ANNA)).toBeUndefined();
    for (const _ of PATH.slice(1)) await who.press('Got it');
    const end = await who.last();
    expect(end.text).toContain('Unclear to you:\n• What is IASTM?');
    const again = await who.press('Read again');
    expect(again.text).toContain('You marked this one as unclear.');
    expect((await who.press('Got it now')).text).not.toContain('Unclear to you');
  });

  it('opens the form for the leads with its title, above the next card, which has its button, too', async () => {
    const who = await learner({ leads: LEADS });
    await who.type('learn');
    const next = await who.press('Unclear, ask a lead');
    expect(JSON.stringify(who.slack.modal(ANNA)?.blocks)).toContain('About “What is IASTM?”: ');
    expect(next.text).toMatch(/^Marked as unclear: _What is IASTM\?_\n\n/);
    expect(next.text).toContain('1 of 5 read');
    expect(labelsOf(next)).toContain('Ask a lead');
  });

  it('opens it upon the card in a modal, which goes on beneath', async () => {
    const who = await learner({ leads: LEADS });
    await who.slack.openHome({ user: ANNA, tab: 'home' });
    await who.slack.settled();
    await who.slack.press({ user: ANNA, view_id: who.slack.home(ANNA)?.id ?? '', label: 'Begin' });
    await who.slack.settled();
    await who.slack.press({ user: ANNA, view_id: who.slack.modal(ANNA)?.id ?? '', label: 'Unclear, ask a lead' });
    await who.slack.settled();
    const [card, form] = who.slack.modals(ANNA).map(({ blocks }) => JSON.stringify(blocks));
    expect(card).toContain('1 of 5 read');
    expect(form).toContain('About “What is IASTM?”: ');
  });
});

describe('the end of the reading path', () => {
  it('is calm, and leads on', async () => {
    const who = await learner();
    await readAll(who);
    const end = await who.type('learn');
    expect(end.text).toContain('You have read all 5 of them.');
    expect(labelsOf(end)).toEqual(['Take the quiz', 'Read from the start', 'Remind me']);
    expect((await who.press('Take the quiz')).text).toContain('Quiz · 1 of 3');
  });
});

describe('what changes under a learner', () => {
  it('comes back as changed, first of all, and is read as it is now', async () => {
    const who = await learner();
    await readAll(who);
    rewrite(who.faq, 'bruising', 'Something new about bruises.');
    const card = await who.type('learn');
    expect(card.text).toContain('Changed since you read it.');
    expect(card.text).toContain('4 of 5 read');
    expect((await who.press('Got it')).text).toContain('You have read all 5');
  });

  it('is shown as it is now where the card was shown before, and is not taken as read', async () => {
    const who = await learner();
    await who.type('learn');
    rewrite(who.faq, 'what-is', 'Something new about tools.');
    const card = await who.press('Got it');
    expect(card.text).toContain('This answer was changed meanwhile.');
    expect(card.text).toContain('0 of 5 read');
    expect((await who.press('Got it')).text).toContain('1 of 5 read');
  });

  it('may leave the path, be renamed or stand elsewhere: the next card comes, and what was read stays read', async () => {
    const who = await learner();
    await who.type('learn');
    await who.press('Got it');
    const path = [
      { ...UNITS[0], title: 'Other', entries: ['pressure', 'what-is'] },
      { ...UNITS[1], entries: ['cleaning'] },
    ];
    who.faq.knowledge = { ...who.faq.knowledge, path: path as never };
    const next = await who.press('Got it');
    expect(next.text).toContain('That card is no longer on the reading path.');
    expect(next.text).toMatch(/\*Other\*\nUnit 1 of 2 · 1 of 3 read/);
  });

  it('may be gone altogether: then the topics are a way on', async () => {
    const who = await learner();
    await who.type('learn');
    who.faq.knowledge = { ...who.faq.knowledge, path: [] };
    for (const card of [await who.press('Got it'), await who.type('learn'), await who.type('quiz')]) {
      expect(card.text).toMatch(/This FAQ has no (reading path|quiz)/);
      expect(JSON.stringify(card.blocks)).toContain('Choose a topic');
    }
  });

  it('is not served while a file is broken or a lead has paused the FAQ', async () => {
    const who = await learner({ leads: { people: [ANNA], channel: null } });
    await who.type('learn');
    await who.type('pause');
    expect((await who.type('learn')).text).toContain('paused');
    expect((await who.type('quiz')).text).toContain('paused');
    await who.type('resume');
    await who.type('learn');
    Object.assign(who.faq, NOTHING);
    expect((await who.press('Got it')).text).toContain('The FAQ cannot be served at the moment');
  });
});

describe('while the store is away', () => {
  it('shows the cards one after the other, says that nothing is kept, and ends', async () => {
    const talk = await startConversation();
    const who = await learner({ store: away(talk.store, 'learned', 'keepReading') });
    const card = await who.type('learn');
    expect(card.text).toContain('can neither be looked up nor kept just now');
    expect(card.text).toContain('5 in all');
    for (const id of PATH.slice(1)) {
      const next = await who.press('Got it');
      expect(next.text).toContain(who.faq.knowledge.entries.get(id)?.questions[0]);
    }
    expect((await who.press('Got it')).text).toContain('That was the last card.');
  });

  it('goes on where only the write fails, and brings that card back', async () => {
    const talk = await startConversation();
    const who = await learner({ store: away(talk.store, 'keepReading') });
    await who.type('learn');
    expect((await who.press('Got it')).text).toContain('can neither be looked up nor kept');
    expect((await who.type('learn')).text).toContain('0 of 5 read');
  });
});

describe('who learns', () => {
  it('is somebody who mentions the bot, and sees it alone', async () => {
    const who = await learner();
    await who.slack.say({ channel: CHANNEL, user: ANNA, text: `${MENTION} learn` });
    const [card] = await seen(who, CHANNEL, ANNA);
    expect(card?.only_for).toBe(ANNA);
    expect(card?.text).toContain('0 of 5 read');
  });

  it('is nobody else: each has their own place', async () => {
    const who = await learner();
    await who.type('learn');
    await who.press('Got it');
    expect((await who.type('learn', BEN)).text).toContain('0 of 5 read');
  });

  it('is forgotten whole, and begins again', async () => {
    const who = await learner();
    await readAll(who);
    await who.press('Take the quiz');
    await who.choose();
    await who.type('forget me');
    expect((await who.press('Forget me')).text).toMatch(/Removed: \d+ rows/);
    const person = keysOf('test').person(`T0CLINIC1:${ANNA}`);
    expect(await who.store.learned(person)).toEqual({ readings: [], recalls: [], reminder: null });
    expect((await who.type('learn')).text).toContain('0 of 5 read');
  });
});

describe('the Home', () => {
  const opened = async (who: Awaited<ReturnType<typeof learner>>, user = ANNA) => {
    await who.slack.openHome({ user, tab: 'home' });
    await who.slack.settled();
    return JSON.stringify(who.slack.home(user)?.blocks);
  };

  it('offers the path to whoever is new, and tells how far one is then', async () => {
    const who = await learner();
    expect(await opened(who)).toMatch(/New here\?\* The reading path: 5 short cards, about \d+ min, then a quiz/);
    await who.type('learn');
    await who.press('Got it');
    const home = await opened(who);
    expect(home).toMatch(/The reading path:\* 1 of 5 read · about \d+ min left/);
    expect(home).toContain('The quiz:* 0 of 3 known · 3 for today');
  });

  it('opens the cards in a modal, each in place of the one before, and tells the progress beneath', async () => {
    const who = await learner();
    await opened(who);
    await who.slack.press({ user: ANNA, view_id: who.slack.home(ANNA)?.id ?? '', label: 'Begin' });
    await who.slack.settled();
    const modal = () => who.slack.modal(ANNA);
    expect(JSON.stringify(modal()?.blocks)).toContain('0 of 5 read');
    await who.slack.press({ user: ANNA, view_id: modal()?.id ?? '', label: 'Got it' });
    await who.slack.settled();
    expect(who.slack.modals(ANNA)).toHaveLength(1);
    expect(JSON.stringify(modal()?.blocks)).toContain('1 of 5 read');
    expect(JSON.stringify(who.slack.home(ANNA)?.blocks)).toContain('1 of 5 read');
  });

  it('offers nothing to learn where there is nothing, and says so honestly while the store is away', async () => {
    const who = await learner({ faq: await withPath([]) });
    expect(await opened(who)).not.toMatch(/reading path|quiz/i);
    const talk = await startConversation();
    const without = await learner({ store: away(talk.store, 'learned', 'stumbled') });
    expect(await opened(without)).toContain('How far you are cannot be looked up just now.');
  });

  it('offers the path once in the welcome, too', async () => {
    const who = await learner();
    await opened(who);
    const [welcome, ...more] = await seen(who, dmOf(ANNA), ANNA);
    expect(welcome?.text).toContain('Say `learn` for the reading path');
    expect(more).toEqual([]);
    await who.slack.press({ channel: dmOf(ANNA), user: ANNA, message_ts: welcome?.ts ?? '', label: 'Begin' });
    const [kept, card] = await seen(who, dmOf(ANNA), ANNA);
    expect(kept?.text).toBe(welcome?.text);
    expect(card?.text).toContain('0 of 5 read');
  });
});
