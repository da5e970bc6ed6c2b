import { describe, expect, it } from 'vitest';
import { CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { keysOf } from '../../src/store/keys.js';
import { startConversation } from '../conversation.js';
import { ANNA, away, BEN, CHANNEL, labelsOf, learner, rewrite } from './learning.js';
import { pressables, seen } from './matched.js';

const LEADS_CHANNEL = CHANNELS[1]?.id ?? '';
const LEADS = { people: [BEN], channel: LEADS_CHANNEL };

type Options = Parameters<typeof learner>[0];

/** Reads everything, and answers every question, the second one wrong at first; answers with the end. */
async function learnt(options: Options = { leads: LEADS }) {
  const who = await learner(options);
  await who.type('learn');
  for (let at = 0; at < 5; at += 1) await who.press('Got it');
  await who.press('Take the quiz');
  for (const choice of [who.choose, who.wrong, who.choose, who.choose]) {
    await choice();
    await who.press('Next');
  }
  return who;
}

const titles = (who: Awaited<ReturnType<typeof learner>>, channel: string, viewer: string) =>
  seen(who, channel, viewer).then((posts) =>
    posts.filter(({ only_for }) => only_for === undefined).map(({ text }) => text),
  );

describe('"Send to my lead"', () => {
  it('shows what will be sent and to whom, and sends just that, to the one that is chosen', async () => {
    const who = await learnt();
    const preview = await who.press('Send to my lead');
    const message = [
      `<@${ANNA}> sends you what they have learned, as of 2026-11-23.`,
      '• Units read: 2 of 2 (_What it is_, _On the skin_)',
      '• Quiz: 2 of 3 right at the first try; the quiz has 3 questions',
      `• Version of the FAQ: \`${who.faq.version}\``,
      'What this tells: *knows this FAQ; not a licence or clinical competence.*',
    ].join('\n');
    expect(preview.text).toContain(message);
    expect(preview.text).toContain(`to: <#${LEADS_CHANNEL}>, <@${BEN}>`);
    expect(await titles(who, LEADS_CHANNEL, BEN)).toEqual([]);
    const [channel, lead] = pressables(preview).filter(({ text }) => text?.text === 'Send');
    await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: preview.ts, value: channel?.value ?? '' });
    expect(await titles(who, LEADS_CHANNEL, BEN)).toEqual([message]);
    expect((await who.last()).text).toContain('Sent.');
    expect(lead?.value).toBe(`send 1 ${BEN}`);
    expect(await titles(who, dmOf(BEN), BEN)).toEqual([]);
  });

  it('sends to a lead directly, once however often it is pressed', async () => {
    const who = await learnt({ leads: { people: [BEN], channel: null } });
    const { ts } = await who.press('Send to my lead');
    const act = await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, value: `send 1 ${BEN}` });
    await who.slack.redeliver(act);
    await who.slack.redeliver(act);
    expect(await titles(who, dmOf(BEN), BEN)).toHaveLength(1);
  });

  it('is not sent where that is not wanted', async () => {
    const who = await learnt();
    await who.press('Send to my lead');
    expect((await who.press('Do not send')).text).toContain('You have read all 5');
    expect(await titles(who, LEADS_CHANNEL, BEN)).toEqual([]);
  });

  it('says what went wrong, and can be tried again', async () => {
    const who = await learnt({ leads: { people: [], channel: LEADS_CHANNEL } });
    const { ts } = await who.press('Send to my lead');
    who.slack.fail('chat.postMessage', { error: 'not_in_channel' });
    await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, value: `send 1 ${LEADS_CHANNEL}` });
    expect((await who.last()).text).toContain('It was not sent: I cannot write there.');
    await who.press('Send to my lead');
    await who.press('Send');
    expect((await who.last()).text).toContain('Sent.');
    expect(await titles(who, LEADS_CHANNEL, BEN)).toHaveLength(1);
  });

  it('says so where nobody is a lead, and sends nothing to whoever is none any more', async () => {
    const alone = await learnt({});
    expect((await alone.press('Send to my lead')).text).toContain('Nobody has told me who the leads are');
    const who = await learnt();
    const { bot } = who;
    const pressed = { block: '', place: 'T0CLINIC1:x', by: `T0CLINIC1:${ANNA}` };
    const to = await bot.tell(pressed, 'send 1 U0STRANGER');
    expect(to).toMatchObject({ reply: { text: expect.stringContaining('This is what is sent') } });
  });

  it('is offered once all is read and every question was answered, and not before', async () => {
    const who = await learner({ leads: LEADS });
    await who.type('learn');
    for (let at = 0; at < 5; at += 1) await who.press('Got it');
    expect(labelsOf(await who.last())).not.toContain('Send to my lead');
    const early = await who.bot.tell({ block: '', place: 'x', by: `T0CLINIC1:${ANNA}` }, 'preview 1');
    expect(early).toMatchObject({ reply: { text: expect.stringContaining('Once you have read the path') } });
    const done = await learnt();
    rewrite(done.faq, 'cleaning', 'Another answer.');
    await done.type('quiz');
    expect(labelsOf(await done.last())).not.toContain('Send to my lead');
  });

  it('says so while the store is away', async () => {
    const talk = await startConversation();
    const who = await learner({ leads: LEADS, store: away(talk.store, 'learned') });
    const said = await who.bot.tell({ block: '', place: 'x', by: `T0CLINIC1:${ANNA}` }, 'preview 1');
    expect(said).toMatchObject({ reply: { text: expect.stringContaining('could not be sent just now') } });
  });
});

describe('what leads see besides', () => {
  const homeOf = async (who: Awaited<ReturnType<typeof learner>>, user: string) => {
    await who.slack.openHome({ user, tab: 'home' });
    await who.slack.settled();
    return JSON.stringify(who.slack.home(user)?.blocks);
  };

  it('is where at least three people stumble, on their Home, with nobody’s name', async () => {
    const who = await learner({ leads: LEADS });
    const by = (n: number) => ({ block: '', place: `T0CLINIC1:${n}`, by: `T0CLINIC1:U0HIRE00${n}` });
    for (const n of [1, 2]) {
      await who.bot.learn(by(n), 'open');
      await stumble(who, by(n));
    }
    expect(await homeOf(who, BEN)).not.toContain('Where people stumble');
    await stumble(who, by(3));
    const home = await homeOf(who, BEN);
    expect(home).toContain('What is IASTM?\\n_unclear to 3 people_');
    expect(home).toContain('What comes first?\\n_missed by 3 people in the quiz_');
    expect(home).not.toContain('U0HIRE');
    expect(await homeOf(who, ANNA)).not.toContain('Where people stumble');
    rewrite(who.faq, 'what-is', 'Mended.');
    expect(await homeOf(who, BEN)).not.toContain('unclear to 3 people');
  });

  async function stumble(
    who: Awaited<ReturnType<typeof learner>>,
    pressed: { block: string; place: string; by: string },
  ) {
    const valueBy = (reply: { blocks: readonly unknown[] }, label: RegExp) =>
      pressables(reply).find(({ accessibility_label: spoken = '' }) => label.test(spoken))?.value ?? '';
    const { reply: card } = await who.bot.learn(pressed, 'open');
    await who.bot.learn(pressed, valueBy(card, /^Unclear/));
    const { reply: question } = await who.bot.quiz(pressed, 'start');
    await who.bot.quiz(pressed, valueBy(question, /Finish the strokes/));
  }
});

it('keeps of what was sent nothing that tells who sent it', async () => {
  const who = await learnt();
  await who.press('Send to my lead');
  const { ts } = await who.last();
  await who.slack.press({ channel: CHANNEL, user: ANNA, message_ts: ts, value: `send 1 ${BEN}` });
  await who.type('forget me');
  await who.press('Forget me');
  const person = keysOf('test').person(`T0CLINIC1:${ANNA}`);
  expect(await who.store.learned(person)).toEqual({ readings: [], recalls: [], reminder: null });
  expect(who.lines.join('')).not.toContain(ANNA);
});
