import { describe, expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { readBlockId } from '../../src/replies/block-id.js';
import { SHORTCUTS } from '../../src/slack/shortcuts.js';
import { all, type ConversationOptions, startConversation } from '../conversation.js';
import { blocksOf, CHANNEL, matched, seen, shortOf, type Talk, titleOf } from './matched.js';

const WORDS = 'my pt with the zebra tattoo, does it hurt';
const ELSEWHERE = CHANNELS[1]?.id ?? '';

async function start(
  found: Parameters<typeof matched>[0] = { decision: 'answer', entry: 'painful' },
  options: ConversationOptions = {},
) {
  return startConversation({ faq: await matched(found), slack: fromManifest(), ...options });
}

/** Asks by the form that opens from anywhere. */
async function ask(talk: Talk) {
  await talk.slack.globalShortcut({ user: talk.ask, callback_id: SHORTCUTS.ask });
  await talk.slack.settled();
  return submit(talk, WORDS);
}

async function submit(talk: Talk, typed: string) {
  const sent = await talk.slack.submit({ user: talk.ask, values: { typed: { typed } } });
  await talk.slack.settled();
  return sent;
}

function modal(talk: Talk): string {
  return JSON.stringify(talk.slack.modal(talk.ask) ?? null);
}

async function press(talk: Talk, wanted: { value?: string; label?: string }) {
  await talk.slack.press({ user: talk.ask, view_id: talk.slack.modal(talk.ask)?.id ?? '', ...wanted });
  await talk.slack.settled();
}

/** Asks, and presses "Share" on the answer. */
async function begin(talk: Talk) {
  await ask(talk);
  await press(talk, { label: 'Share' });
}

/** What everybody sees of the bot in a channel. */
function open(talk: Talk, channel = ELSEWHERE) {
  return seen(talk, channel, talk.other);
}

describe('"Share" on an answer in a modal', () => {
  it('asks where, and posts a copy there that names who shared it, without what was asked', async () => {
    const talk = await start();
    await begin(talk);
    expect(talk.slack.modals(talk.ask)).toHaveLength(2);
    expect(talk.slack.modal(talk.ask)).toMatchObject({ callback_id: 'share', submit: { text: 'Share' } });
    expect(modal(talk)).toContain(titleOf(talk, 'painful'));
    expect(await submit(talk, ELSEWHERE)).toMatchObject({ acked: true, errors: {}, trouble: null });
    const [copy, ...more] = await open(talk);
    expect([more, await open(talk, CHANNEL)]).toEqual([[], []]);
    expect(copy?.only_for).toBeUndefined();
    expect(copy?.text.startsWith(`*${shortOf(talk, 'painful')}`)).toBe(true);
    expect(copy?.text).toContain(`Shared by <@${talk.ask}>`);
    expect(JSON.stringify(copy)).not.toMatch(/zebra|You asked|share:/);
    // By the form's own way: nothing that the bot would have to be a member for.
    expect(talk.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('says that it is shared, above the answer, which is there again when that is closed', async () => {
    const talk = await start();
    await begin(talk);
    await submit(talk, ELSEWHERE);
    expect(modal(talk)).toContain('Shared. Everybody there can read it now.');
    await talk.slack.close({ user: talk.ask });
    expect(modal(talk)).toContain(shortOf(talk, 'painful'));
  });

  it('says beforehand that an urgent warning goes along, and takes it along without what was asked', async () => {
    const warnings = [{ entry: 'refer', watched: 'zebra tattoo' }];
    const talk = await start({ decision: 'answer', entry: 'painful', warnings });
    await begin(talk);
    expect(modal(talk)).toContain('Red flags that stand above it go along.');
    await submit(talk, ELSEWHERE);
    const [copy] = await open(talk);
    expect(copy?.text.startsWith(`*${titleOf(talk, 'refer')}*\n${shortOf(talk, 'refer')}`)).toBe(true);
    expect(copy?.text).toContain(shortOf(talk, 'painful'));
    expect(JSON.stringify(copy)).not.toMatch(/zebra|You mention|~/);
    const other = await start();
    await begin(other);
    expect(modal(other)).not.toContain('Red flags');
  });

  it('gives buttons to the copy that belong to the question', async () => {
    const talk = await start();
    await begin(talk);
    await submit(talk, ELSEWHERE);
    const [copy] = await open(talk);
    const [question] = await all(talk.store.allAsked());
    const ids = blocksOf(copy ?? { blocks: [] }).flatMap(({ type, block_id = '' }) =>
      /actions/.test(type) ? [block_id] : [],
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.map((id) => readBlockId(id).asked)).toEqual(ids.map(() => question?.id));
  });

  it('posts once for a form that is delivered twice, and for one that is sent twice', async () => {
    const talk = await start();
    await begin(talk);
    const sent = await submit(talk, ELSEWHERE);
    await talk.slack.redeliver(sent);
    const [body] = sent.bodies as [Record<string, unknown>];
    await talk.slack.redeliver({ ...sent, bodies: [{ ...body, trigger_id: 'another' }] });
    expect(await open(talk)).toHaveLength(1);
  });

  it.each([
    ['from the question typed on the Home', async (talk: Talk) => pressHome(talk, { action_id: 'ask', value: WORDS })],
    ['from an entry found on the Home', async (talk: Talk) => pressHome(talk, { value: 'painful' })],
  ])('stands on what is opened %s, too', async (_, show) => {
    const talk = await start(undefined, { faq: { ...(await matched({ decision: 'answer', entry: 'painful' })) } });
    await talk.slack.openHome({ user: talk.ask, tab: 'home' });
    await talk.slack.settled();
    await show(talk);
    await press(talk, { label: 'Share' });
    await submit(talk, ELSEWHERE);
    expect(await open(talk)).toHaveLength(1);
  });

  it('stands on what was chosen, and on nothing but an answer', async () => {
    const talk = await start({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    await ask(talk);
    expect(modal(talk)).not.toContain('"share:');
    await press(talk, { value: 'bruising' });
    await press(talk, { label: 'Share' });
    await submit(talk, ELSEWHERE);
    expect((await open(talk)).map(({ text }) => text)).toEqual([expect.stringContaining(shortOf(talk, 'bruising'))]);
  });

  it('opens the form also from an answer that came directly, since no modal could be shown', async () => {
    const talk = await start();
    await talk.slack.openHome({ user: talk.ask, tab: 'home' });
    await talk.slack.settled();
    talk.slack.fail('views.open', { error: 'expired_trigger_id' });
    await pressHome(talk, { action_id: 'ask', value: WORDS });
    const answer = (await seen(talk, dmOf(talk.ask))).at(-1);
    await talk.slack.press({ channel: dmOf(talk.ask), user: talk.ask, message_ts: answer?.ts ?? '', label: 'Share' });
    await talk.slack.settled();
    await submit(talk, ELSEWHERE);
    expect(await open(talk)).toHaveLength(1);
  });

  it('refuses under the field a channel that is not allowed, and takes another', async () => {
    const talk = await start(undefined, { channels: [ELSEWHERE] });
    await begin(talk);
    const said = { typed: 'Answers are not shared in that channel. Please pick another.' };
    expect((await submit(talk, CHANNEL)).errors).toEqual(said);
    expect(await open(talk, CHANNEL)).toEqual([]);
    await submit(talk, ELSEWHERE);
    expect(await open(talk)).toHaveLength(1);
  });

  it('refuses a channel that a lead has silenced, and takes a direct message, whatever is allowed', async () => {
    const talk = await start(undefined, { channels: [CHANNEL] });
    await talk.stances.set({ team: 'T0CLINIC1', channel: CHANNEL, stance: 'off', person: '', at: new Date() });
    await begin(talk);
    expect((await submit(talk, CHANNEL)).errors).toEqual({ typed: expect.stringContaining('not shared in that') });
    await submit(talk, dmOf(talk.ask));
    expect((await seen(talk, dmOf(talk.ask))).map(({ text }) => text)).toEqual([
      expect.stringContaining(`Shared by <@${talk.ask}>`),
    ]);
  });

  it.each([[{ error: 'expired_url' }], [{ status: 500 }]] as const)(
    'says in the form that nobody knows where Slack answers %j, and can be sent once more',
    async (failure) => {
      const talk = await start();
      await begin(talk);
      talk.slack.fail('response_url', failure);
      await submit(talk, ELSEWHERE);
      expect(talk.slack.modal(talk.ask)?.callback_id).toBe('share');
      expect(modal(talk)).toContain('Slack did not confirm that this answer was shared.');
      expect(await open(talk)).toEqual([]);
      await submit(talk, ELSEWHERE);
      expect(modal(talk)).toContain('Shared. Everybody there');
      expect(await open(talk)).toHaveLength(1);
    },
  );

  it('says so where Slack gives no way to post there', async () => {
    const talk = await start();
    await begin(talk);
    const sent = await submit(talk, ELSEWHERE);
    const [body] = sent.bodies as [{ view: object }];
    const fresh = { ...body, view: { ...body.view, hash: 'other' }, response_urls: [] };
    await talk.slack.redeliver({ ...sent, bodies: [fresh] });
    expect(await open(talk)).toHaveLength(1);
    const share = await talk.bot.shareTo({ id: 'T:V:1', by: 'T:U1', about: 'b\npainful', to: undefined });
    expect(share).toBe('Please pick a channel or a conversation.');
  });

  it('shares nothing where nobody can tell whether it was shared, and says so under the field', async () => {
    const talk = await start();
    await begin(talk);
    const { takeTurn } = talk.store;
    talk.store.takeTurn = () => Promise.reject(new Error('disk full'));
    expect((await submit(talk, ELSEWHERE)).errors.typed).toContain('could not be shared just now');
    expect(await open(talk)).toEqual([]);
    talk.store.takeTurn = takeTurn;
    await submit(talk, ELSEWHERE);
    expect(await open(talk)).toHaveLength(1);
  });

  it('shares nothing of an entry that is gone, nor in a pause', async () => {
    const faq = await matched({ decision: 'answer', entry: 'painful' });
    const talk = await start(undefined, { faq });
    await begin(talk);
    const { knowledge } = faq;
    faq.knowledge = { ...knowledge, entries: new Map([...knowledge.entries].filter(([id]) => id !== 'painful')) };
    await submit(talk, ELSEWHERE);
    expect(modal(talk)).toContain('no longer in the FAQ');
    await talk.slack.close({ user: talk.ask });
    await press(talk, { label: 'Share' });
    expect(modal(talk)).toContain('no longer in the FAQ');
    faq.knowledge = knowledge;
    await talk.slack.close({ user: talk.ask });
    await press(talk, { label: 'Share' });
    await talk.stances.set({ team: '', channel: '', stance: 'off', person: '', at: new Date() });
    await submit(talk, ELSEWHERE);
    expect(modal(talk)).not.toContain('Shared.');
    expect(await open(talk)).toEqual([]);
  });

  it('keeps nothing that tells what was shared where', async () => {
    const talk = await start();
    const turns: string[] = [];
    const { takeTurn } = talk.store;
    talk.store.takeTurn = (job, slot, at) => {
      turns.push(slot);
      return takeTurn(job, slot, at);
    };
    await begin(talk);
    await submit(talk, ELSEWHERE);
    expect(turns).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
  });
});

async function pressHome(talk: Talk, { action_id, value }: { action_id?: string; value: string }) {
  const view_id = talk.slack.home(talk.ask)?.id ?? '';
  if (action_id === undefined) {
    const menu = talk.slack.home(talk.ask)?.blocks.find(({ block_id }) => String(block_id).startsWith('pick'));
    const where = { user: talk.ask, view_id, block_id: String(menu?.block_id), action_id: 'pick' };
    await talk.slack.suggest({ ...where, value });
    await talk.slack.press({ ...where, value });
  } else await talk.slack.press({ user: talk.ask, view_id, action_id, value });
  await talk.slack.settled();
}
