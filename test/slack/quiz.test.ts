import { describe, expect, it } from 'vitest';
import { all, startConversation } from '../conversation.js';
import { ANNA, away, BEN, CHANNEL, clinicClock, labelsOf, learner, UNITS, withPath } from './learning.js';
import { pressables, seen } from './matched.js';

type Learner = Awaited<ReturnType<typeof learner>>;

/** Answers all that is asked today; answers with the last card. */
async function sitRight(who: Learner) {
  for (let card = await who.type('quiz'); card.text.includes('Quiz ·'); card = await who.press('Next'))
    await who.choose();
  return who.last();
}

const BRUISE = UNITS[1]?.quiz[0]?.question ?? '';

describe('a question of the quiz', () => {
  it('is asked with its options whole, each beside its letter, those on safety first', async () => {
    const who = await learner();
    const card = await who.type('quiz');
    expect(card.only_for).toBe(ANNA);
    expect(card.text).toContain('Quiz · 1 of 3');
    expect(card.text).toContain('A patient gets chest pain');
    expect(labelsOf(card)).toEqual(['A', 'B', 'C']);
    for (const option of UNITS[0]?.quiz[0]?.options ?? []) expect(JSON.stringify(card.blocks)).toContain(option);
    const spoken = pressables(card).map(({ accessibility_label: label }) => label);
    expect(spoken).toContainEqual(expect.stringContaining(': Call the local emergency number straight away'));
  });

  it('shuffles its options by person and day, the same each time it is looked at', async () => {
    const who = await learner();
    const order = async (user: string) =>
      pressables(await who.type('quiz', user)).map(({ accessibility_label: label }) => label);
    const [first, again] = [await order(ANNA), await order(ANNA)];
    expect(again).toEqual(first);
    const orders = new Set([first.join()]);
    for (let day = 0; day < 6; day += 1) {
      who.clock.nextDay();
      for (const user of [ANNA, BEN]) orders.add((await order(user)).join());
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  it('says right or wrong in words, quotes the FAQ with its source, and offers the whole', async () => {
    const who = await learner();
    await who.type('quiz');
    const right = await who.choose();
    expect(right.text).toMatch(/^\*Right:\* Call the local emergency number straight away/);
    expect(right.text).toContain('&gt; Stop at any warning sign and tell the clinician.');
    expect(right.text).toContain('which rests on 2 sources');
    expect(right.text).toContain('A licensed clinician decides for this patient. In an emergency call');
    expect(labelsOf(right)).toEqual(['Next', 'Read all', 'Sources']);
    await who.press('Next');
    const wrong = await who.wrong();
    expect(wrong.text).toMatch(
      /^\*Not right\.\* You chose: (?:Go on beside it|Say that it works)\n\*Right is:\* Stop, refer/,
    );
    expect(wrong.text).toContain('&gt; *Stop and refer* if a bruise is hard');
    expect(wrong.text).toContain('which rests on 7 sources');
    expect(wrong.text).toMatch(/2 of 3 · 1 comes back today$/);
    expect(await seen(who)).toHaveLength(1);
    const { ts } = await who.last();
    await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, label: 'Sources' });
    expect((await who.last()).text).toContain('Strength of evidence');
  });

  it('cites the sources that the quoted words are marked with, and none of a sentence beside them', async () => {
    const [unit] = UNITS;
    const [one] = unit?.quiz ?? [];
    if (unit === undefined || one === undefined) throw new Error('No question.');
    const quiz = [
      {
        ...one,
        entry: 'who-may-perform',
        quote: '**Certificates:** going by practice pages, they give no licence [4, 5].',
      },
    ];
    const who = await learner({ faq: await withPath([{ ...unit, quiz }]) });
    await who.type('quiz');
    const { text } = await who.choose();
    expect(text).toContain('&gt; *Certificates:* going by practice pages, they give no licence [4, 5].');
    expect(text).toMatch(/\n\n\[4\] [^\n]+\n\n\[5\] /);
    expect(text).not.toMatch(/\[[1236]\] /);
  });

  it('counts a choice once, however often and wherever it is pressed', async () => {
    const who = await learner();
    const { ts } = await who.type('quiz');
    const [wrong, right] = ['Finish the strokes', 'Call the local'].map(
      (option) =>
        pressables({ blocks: who.slack.messages(CHANNEL, ANNA).at(-1)?.blocks ?? [] }).find(
          ({ accessibility_label: label }) => label?.includes(option),
        )?.value ?? '',
    );
    const replica = await startConversation({
      store: { ...who.store, close: async () => {} },
      faq: who.faq,
      now: clinicClock().now,
    });
    const other = { bot: replica.bot, pressed: { block: '', place: 'T0CLINIC1:elsewhere', by: `T0CLINIC1:${ANNA}` } };
    const first = await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, value: wrong ?? '' });
    await who.slack.redeliver(first);
    const twice = await who.last();
    expect(twice.text).toContain('1 of 3 · 1 comes back today');
    expect(twice.text).not.toContain('only the first answer counts');
    const old = await other.bot.quiz(other.pressed, right ?? '');
    expect(old.reply.text).toContain('only the first answer counts');
    const both = await Promise.all([who.bot, other.bot].map((bot) => bot.quiz(other.pressed, right ?? '')));
    expect(both.every(({ reply }) => reply.text.includes('only the first answer counts'))).toBe(true);
    const { recalls } = await who.store.learned(who.keys.person(`T0CLINIC1:${ANNA}`));
    expect(recalls).toMatchObject([{ tries: 1, missed: 1, firstRight: false }]);
  });

  it('counts one of two presses that two replicas hear at the same time', async () => {
    const who = await learner();
    const card = await who.type('quiz');
    const value = pressables(card)[0]?.value ?? '';
    const replica = await startConversation({
      store: { ...who.store, close: async () => {} },
      faq: who.faq,
      now: clinicClock().now,
    });
    const pressed = { block: '', place: 'T0CLINIC1:elsewhere', by: `T0CLINIC1:${ANNA}` };
    const both = await Promise.all([who.bot, replica.bot].map((bot) => bot.quiz(pressed, value)));
    expect(new Set(both.map(({ reply }) => reply.text)).size).toBe(1);
    expect((await who.store.learned(who.keys.person(pressed.by))).recalls).toMatchObject([{ tries: 1 }]);
  });
});

describe('what was missed', () => {
  it('comes back in the same sitting, after the others, until it is right', async () => {
    const who = await learner();
    await who.type('quiz');
    await who.choose();
    await who.press('Next');
    await who.wrong();
    await who.press('Next');
    await who.choose();
    for (const choice of [who.wrong, who.choose]) {
      const again = await who.press('Next');
      expect(again.text).toContain('once more, since you missed it today');
      expect(again.text).toContain(BRUISE);
      await choice();
    }
    expect((await who.last()).text).toContain('nothing else comes back today');
    const end = await who.press('Next');
    expect(end.text).toContain('That is enough for now.');
    expect(end.text).toContain('3 come back tomorrow.');
  });

  it('starts again: it is known only after two different days', async () => {
    const who = await learner();
    expect((await sitRight(who)).text).toContain('You know 0 of 3');
    who.clock.nextDay();
    await who.type('quiz');
    for (const choice of [who.choose, who.wrong, who.choose, who.choose]) {
      await choice();
      await who.press('Next');
    }
    expect((await who.last()).text).toContain('You know 2 of 3');
    who.clock.nextDay();
    const card = await who.type('quiz');
    expect(card.text).toContain('Quiz · 1 of 1');
    expect(card.text).toContain(BRUISE);
    await who.choose();
    expect((await who.press('Next')).text).toContain('You know 3 of 3');
  });
});

describe('a sitting', () => {
  it('is resumed where it was left, at another door and on another replica', async () => {
    const who = await learner();
    await who.type('quiz');
    await who.choose();
    const replica = await startConversation({
      store: { ...who.store, close: async () => {} },
      faq: who.faq,
      now: clinicClock().now,
    });
    await replica.slack.command({ channel: CHANNEL, user: ANNA, command: '/iastm', text: 'quiz me' });
    const [card] = await seen(replica, CHANNEL, ANNA);
    expect(card?.text).toContain('Quiz · 2 of 3');
    expect(card?.text).toContain(BRUISE);
  });

  it('has eight questions at the most, and goes on with more only when that is asked for', async () => {
    const [unit] = UNITS;
    const [one] = unit?.quiz ?? [];
    if (unit === undefined || one === undefined) throw new Error('No question.');
    const quiz = Array.from({ length: 11 }, (_, at) => ({ ...one, question: `Question ${at + 1} of the test?` }));
    const who = await learner({ faq: await withPath([{ ...unit, quiz }]) });
    expect((await who.type('quiz')).text).toContain('Quiz · 1 of 8');
    const end = await sitRight(who);
    expect(end.text).toContain('3 more can be asked today');
    expect((await who.type('quiz')).text).toContain('That is enough for now.');
    expect((await who.press('Go on with the quiz')).text).toContain('Quiz · 1 of 3');
  });
});

describe('a question that changes', () => {
  it('is asked as it is now where it was changed under the card, and is a new one', async () => {
    const who = await learner();
    await who.type('quiz');
    const old = pressables(await who.last())[0]?.value ?? '';
    const { ts } = await who.last();
    const [unit, ...others] = UNITS;
    const [one] = unit?.quiz ?? [];
    if (unit === undefined || one === undefined) throw new Error('No question.');
    const changed = { ...unit, quiz: [{ ...one, question: 'Chest pain on the table: what comes first?' }] };
    who.faq.knowledge = { ...who.faq.knowledge, path: [changed, ...others] };
    await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, value: old });
    const card = await who.last();
    expect(card.text).toContain('That question is no longer asked like this.');
    expect(card.text).toContain('Chest pain on the table: what comes first?');
  });

  it('may be taken away, or its entry: the others go on', async () => {
    const who = await learner();
    await sitRight(who);
    who.clock.nextDay();
    const entries = new Map(who.faq.knowledge.entries);
    entries.delete('refer');
    who.faq.knowledge = { ...who.faq.knowledge, entries };
    expect((await who.type('quiz')).text).toContain('Quiz · 1 of 2');
    who.faq.knowledge = { ...who.faq.knowledge, path: [] };
    expect((await who.choose('Go on beside it')).text).toContain('This FAQ has no quiz.');
  });
});

describe('while the store is away', () => {
  it('asks one after the other, says right or wrong, and that nothing counts', async () => {
    const talk = await startConversation();
    const who = await learner({ store: away(talk.store, 'learned', 'keepRecall') });
    expect((await who.type('quiz')).text).toContain('so this does not count');
    for (const left of [2, 1, 0]) {
      const said = await who.choose();
      expect(said.text).toMatch(/so this does not count[\s\S]*\*Right:\*/);
      const next = await who.press('Next');
      expect(next.text).toContain(left === 0 ? 'That was the last question.' : 'Quiz');
    }
  });

  it('says that an answer does not count where only the write fails', async () => {
    const talk = await startConversation();
    const who = await learner({ store: away(talk.store, 'keepRecall') });
    await who.type('quiz');
    expect((await who.choose()).text).toContain('so this does not count');
    expect((await who.press('Next')).text).toContain('Quiz · 1 of 3');
  });
});

it('keeps of a word to the bot nothing but its id', async () => {
  const who = await learner();
  await sitRight(who);
  const rows = await all(who.store.allAsked());
  expect(rows.map(({ text, entry }) => [text, entry])).toEqual([['', null]]);
});
