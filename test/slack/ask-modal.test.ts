import { describe, expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { dmOf, TEAM } from '../../src/playground/workspace.js';
import { LIMITS } from '../../src/replies/limits.js';
import { SHORTCUTS } from '../../src/slack/shortcuts.js';
import { keysOf } from '../../src/store/keys.js';
import { all, startConversation } from '../conversation.js';
import { matched, seen, shortOf, type Talk, titleOf } from './matched.js';

const QUESTION = 'does it <hurt> & why';

async function start(found: Parameters<typeof matched>[0] = { decision: 'answer', entry: 'painful' }) {
  return startConversation({ faq: await matched(found), slack: fromManifest() });
}

async function open(talk: Talk) {
  const act = await talk.slack.globalShortcut({ user: talk.ask, callback_id: SHORTCUTS.ask });
  await talk.slack.settled();
  return act;
}

async function askIn(talk: Talk, typed = QUESTION) {
  const sent = await talk.slack.submit({ user: talk.ask, values: { typed: { typed } } });
  await talk.slack.settled();
  return sent;
}

/** The modal that is in sight, as it is written. */
function modal(talk: Talk): string {
  return JSON.stringify(talk.slack.modal(talk.ask) ?? null);
}

async function press(talk: Talk, wanted: { value?: string; label?: string }) {
  const act = await talk.slack.press({ user: talk.ask, view_id: talk.slack.modal(talk.ask)?.id ?? '', ...wanted });
  await talk.slack.settled();
  return act;
}

/** Nothing was said anywhere but in the modal. */
async function expectNoMessage(talk: Talk) {
  expect(await seen(talk, dmOf(talk.ask))).toEqual([]);
}

describe('"Ask the IASTM FAQ" from anywhere', () => {
  it('opens a form at once, and answers in its place, with the question restated and a way to ask another', async () => {
    const talk = await start();
    expect((await open(talk)).acked).toBe(true);
    expect(talk.slack.modal(talk.ask)).toMatchObject({ callback_id: 'ask', submit: { text: 'Ask' } });
    expect(await askIn(talk)).toMatchObject({ acked: true, errors: {}, trouble: null });
    expect(talk.slack.modals(talk.ask)).toHaveLength(1);
    const view = talk.slack.modal(talk.ask);
    expect(view).toMatchObject({ submit: { text: 'Ask another' }, close: { text: 'Close' } });
    expect(view?.blocks[0]).toMatchObject({
      elements: [{ type: 'plain_text', text: `You asked about: ${QUESTION}` }],
    });
    expect(modal(talk)).toContain(shortOf(talk, 'painful'));
    await expectNoMessage(talk);
    await talk.slack.submit({ user: talk.ask });
    expect(talk.slack.modal(talk.ask)).toMatchObject({ callback_id: 'ask', submit: { text: 'Ask' } });
    await askIn(talk, 'and again');
    expect(modal(talk)).toContain('You asked about: and again');
    expect(await all(talk.store.allAsked())).toHaveLength(2);
  });

  it('keeps a question at its door, redacted, and tells of a patient’s details in the answer', async () => {
    const talk = await start();
    await open(talk);
    await askIn(talk, 'Mrs. Kowalski, 555-867-5309, does it hurt?');
    const [row] = await all(talk.store.allAsked());
    expect(row).toMatchObject({ door: 'modal', person: keysOf('test').person(`${TEAM.id}:${talk.ask}`) });
    expect(row?.text).not.toMatch(/Kowalski|867/);
    expect(modal(talk)).toContain('I did not keep them. Please ask without them.');
    expect(talk.told.asked).toEqual(['modal answer']);
    await expectNoMessage(talk);
  });

  it.each([
    ['   ', 'Please complete this required field.', 'Please type a question.'],
    ['very '.repeat(500), 'at most 2000 characters', 'of 2000 characters at the most'],
  ])(
    'says at the field what is wrong with "%s", here and in Slack’s client, and keeps nothing',
    async (text, inSlack, here) => {
      const talk = await start();
      await open(talk);
      expect((await askIn(talk, text)).errors).toEqual({ typed: expect.stringContaining(inSlack) });
      expect(await talk.bot.answerForm({ id: 'T1:V1:1', by: 'T1:U1', text })).toContain(here);
      expect(await all(talk.store.allAsked())).toEqual([]);
      talk.bot.answerForm = async () => 'Wrong.';
      expect((await askIn(talk)).errors).toEqual({ typed: 'Wrong.' });
    },
  );

  it('answers a form once more that is delivered twice, and keeps one question', async () => {
    const talk = await start();
    await open(talk);
    const sent = await askIn(talk);
    expect((await talk.slack.redeliver(sent)).acked).toBe(true);
    const again = { id: 'T1:V1:1', by: `${TEAM.id}:${talk.ask}`, text: QUESTION };
    const first = await talk.bot.answerForm(again);
    expect(first).toMatchObject({ callback_id: 'answered' });
    expect(await talk.bot.answerForm(again)).toEqual(first);
    expect(await all(talk.store.allAsked())).toHaveLength(2);
  });

  it('puts what is chosen in the place of the offer, under the same question', async () => {
    const talk = await start({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    await open(talk);
    await askIn(talk);
    const act = await press(talk, { value: 'bruising' });
    expect(talk.slack.modals(talk.ask)).toHaveLength(1);
    expect(modal(talk)).toContain(shortOf(talk, 'bruising'));
    expect(modal(talk)).toContain('You asked about: does it <hurt> & why');
    expect(talk.slack.modal(talk.ask)).toMatchObject({ submit: { text: 'Ask another' } });
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose bruising']);
    // The same press once more finds a view that has changed since: nothing happens, and nobody is told.
    const before = modal(talk);
    await talk.slack.redeliver(act);
    await talk.slack.settled();
    expect(modal(talk)).toBe(before);
    await expectNoMessage(talk);
  });

  it('leads on in the modal where none of the offered was meant', async () => {
    const talk = await start({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    await open(talk);
    await askIn(talk);
    await press(talk, { value: 'none' });
    expect(modal(talk)).toContain('*None of these, then.*');
    expect(talk.slack.modal(talk.ask)).toMatchObject({ submit: { text: 'Ask another' } });
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['none']);
    await press(talk, { value: 'safety' });
    expect(talk.slack.modals(talk.ask)).toHaveLength(2);
    expect(modal(talk)).toContain('*Safety*');
    await expectNoMessage(talk);
  });

  it('takes votes, reasons and notes by plain buttons, each shown in the modal', async () => {
    const talk = await start();
    await open(talk);
    await askIn(talk);
    expect(talk.slack.modal(talk.ask)?.blocks.some(({ type }) => type === 'context_actions')).toBe(false);
    await press(talk, { label: 'Helpful' });
    expect(modal(talk)).toContain('Your vote is kept');
    await talk.slack.close({ user: talk.ask });
    await press(talk, { label: 'Not helpful' });
    expect(modal(talk)).toContain('What was wrong with it?');
    await press(talk, { value: 'unclear painful' });
    expect(modal(talk)).toContain('Kept for the leads');
    expect(talk.slack.modals(talk.ask)).toHaveLength(2);
    await press(talk, { label: 'Add a note' });
    await askIn(talk, 'too many words');
    expect(modal(talk)).toContain('Your note is kept for the leads.');
    const [question] = await all(talk.store.allAsked());
    expect(await all(talk.store.allVotes())).toMatchObject([
      { asked: question?.id, entry: 'painful', helpful: false, reason: 'unclear', note: 'too many words' },
    ]);
    await expectNoMessage(talk);
  });

  it('shows sources and related entries upon the answer, however many are opened', async () => {
    const talk = await start({ decision: 'answer', entry: 'stands-for', also: ['bruising'] });
    await open(talk);
    await askIn(talk);
    const [related = ''] = talk.faq.knowledge.entries.get('stands-for')?.related ?? [];
    await press(talk, { value: related });
    expect(modal(talk)).toContain(shortOf(talk, related));
    await press(talk, { label: 'Sources and review' });
    expect(modal(talk)).toContain('Strength of evidence');
    expect(talk.slack.modals(talk.ask)).toHaveLength(3);
    await talk.slack.close({ user: talk.ask });
    await press(talk, { label: 'Not helpful' });
    await press(talk, { value: `unclear ${related}` });
    await press(talk, { label: 'Add a note' });
    expect(talk.slack.modal(talk.ask)).toMatchObject({ callback_id: 'note' });
    await expectNoMessage(talk);
  });

  it('answers what is said to the bot itself, too', async () => {
    const talk = await start();
    await open(talk);
    await askIn(talk, 'topics');
    expect(modal(talk)).toContain('questions answered');
    await talk.slack.submit({ user: talk.ask });
    await askIn(talk, 'forget me');
    await press(talk, { label: 'Forget me' });
    expect(modal(talk)).toContain('Removed: 1 row');
  });

  it('shows the longest legal answers whole, within what Slack takes', async () => {
    const found = { decision: 'answer', entry: 'painful', also: ['bruising', 'pressure'] } as const;
    const faq = await matched({ ...found, warnings: [{ entry: 'refer', watched: 'night sweats' }] });
    const painful = faq.knowledge.entries.get('painful');
    if (!painful) throw new Error('The frozen FAQ has no such entry.');
    const entries = new Map(faq.knowledge.entries).set('painful', {
      ...painful,
      answer: 'words & <more> '.repeat(400),
    });
    const talk = await startConversation({
      faq: { ...faq, knowledge: { ...faq.knowledge, entries } },
      slack: fromManifest(),
    });
    await open(talk);
    expect(await askIn(talk, 'x'.repeat(2000))).toMatchObject({ acked: true, trouble: null });
    const view = talk.slack.modal(talk.ask);
    expect(view?.blocks.length).toBeLessThanOrEqual(LIMITS.viewBlocks);
    expect(modal(talk)).toContain(`Also: ${titleOf(talk, 'bruising')}`);
    expect(modal(talk)).toContain('night sweats');
  });

  it('says directly that no form opens where Slack opens none', async () => {
    const talk = await start();
    talk.slack.fail('views.open', { error: 'expired_trigger_id' });
    await open(talk);
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('the form could not be opened');
    expect(talk.told.faults).toEqual(['expired_trigger_id']);
  });

  it('tells directly what cannot be shown in the modal, such as where it was closed meanwhile', async () => {
    const talk = await start();
    await open(talk);
    await askIn(talk);
    talk.slack.fail('views.push', { error: 'not_found' });
    await press(talk, { label: 'Sources and review' });
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('Strength of evidence');
  });
});
