import { describe, expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { readBlockId } from '../../src/replies/block-id.js';
import { SHORTCUTS } from '../../src/slack/shortcuts.js';
import { all, startConversation } from '../conversation.js';
import { blocksOf, CHANNEL, matched, seen, shortOf, type Talk, titleOf } from './matched.js';

type Post = Awaited<ReturnType<typeof seen>>[number];

const WORDS = 'my pt with the zebra tattoo, does it hurt';

async function start(found: Parameters<typeof matched>[0] = { decision: 'answer', entry: 'painful' }) {
  return startConversation({ faq: await matched(found), slack: fromManifest() });
}

async function byCommand(talk: Talk, channel = CHANNEL): Promise<Post | undefined> {
  await talk.slack.command({ channel, user: talk.ask, command: '/iastm', text: WORDS });
  return (await seen(talk, channel)).at(-1);
}

async function byShortcut(talk: Talk, thread_ts?: string) {
  const more = thread_ts === undefined ? {} : { thread_ts };
  const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: WORDS, ...more });
  await talk.slack.shortcut({ channel: CHANNEL, user: talk.ask, message_ts: ts, callback_id: SHORTCUTS.find });
  return { ts, shown: (await seen(talk)).at(-1) };
}

function sharing(post: Pick<Post, 'blocks'> | undefined) {
  return blocksOf(post ?? { blocks: [] })
    .flatMap(({ elements = [] }) => elements)
    .filter(({ action_id }) => action_id?.startsWith('share'));
}

function share(talk: Talk, post: Post | undefined) {
  const message_ts = post?.ts ?? '';
  return talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts, label: 'Share' });
}

/** What everybody sees of the bot in the channel. */
function open(talk: Talk) {
  return seen(talk, CHANNEL, talk.other);
}

describe('Share', () => {
  it('shows an answer that one person has seen to the whole channel, with who shared it, and without what was asked', async () => {
    const talk = await start();
    const answer = await byCommand(talk);
    await share(talk, answer);
    const [copy, ...more] = await open(talk);
    expect(more).toEqual([]);
    expect(copy?.text.startsWith(`*${shortOf(talk, 'painful')}`)).toBe(true);
    expect(copy?.text).toContain(`Shared by <@${talk.ask}>`);
    expect(JSON.stringify(copy?.blocks)).toContain(`Shared by <@${talk.ask}>`);
    expect(JSON.stringify(copy)).not.toMatch(/zebra|You asked/);
    expect(sharing(copy)).toEqual([]);
  });

  it('says so on the private answer, which stays, and cannot be shared again', async () => {
    const talk = await start({ decision: 'answer', entry: 'painful', also: ['bruising'] });
    const answer = await byCommand(talk);
    await share(talk, answer);
    const [own, ...others] = (await seen(talk)).filter(({ only_for }) => only_for !== undefined);
    expect(others).toEqual([]);
    expect(own?.text).toContain('Shared in this channel: everybody here can read it now.');
    expect(own?.text).toContain(shortOf(talk, 'painful'));
    expect(own?.text).toContain(`Also: ${titleOf(talk, 'bruising')}`);
    expect(sharing(own)).toEqual([]);
  });

  it('keeps the warnings on the private answer, and tells nobody else which words they are for', async () => {
    const talk = await start({
      decision: 'answer',
      entry: 'painful',
      warnings: [{ entry: 'refer', watched: 'zebra tattoo' }],
    });
    await share(talk, await byCommand(talk));
    const [own] = (await seen(talk)).filter(({ only_for }) => only_for !== undefined);
    expect(own?.text).toContain('You mention zebra tattoo');
    expect(JSON.stringify(await open(talk))).not.toContain('zebra');
  });

  it('takes an urgent warning along in the FAQ’s own words, above the answer, with its way to the whole', async () => {
    const talk = await start({
      decision: 'answer',
      entry: 'painful',
      warnings: [
        { entry: 'refer', watched: 'zebra tattoo' },
        { entry: 'refer-faint', watched: 'zebra' },
      ],
    });
    await share(talk, await byCommand(talk));
    const [copy] = await open(talk);
    const titles = ['refer', 'refer-faint'].map((id) => `*${titleOf(talk, id)}*`);
    expect(copy?.text.startsWith(`${titles[0]}\n${shortOf(talk, 'refer')}\n\n${titles[1]}`)).toBe(true);
    const above = blocksOf(copy ?? { blocks: [] }).slice(0, 3);
    expect(above.map(({ text, accessory }) => [text?.text, accessory?.value])).toEqual([
      [expect.stringContaining(`:rotating_light: ${titles[0]}\n${shortOf(talk, 'refer')}`), 'refer'],
      [expect.stringContaining(`:rotating_light: ${titles[1]}`), 'refer-faint'],
      [expect.stringContaining(shortOf(talk, 'painful')), undefined],
    ]);
    // Neither the words nor their numbers in the FAQ's list, from which the ids of the blocks would give them away.
    expect(JSON.stringify(copy)).not.toMatch(/zebra|You mention|~/);
    await talk.slack.press({ channel: CHANNEL, user: talk.other, message_ts: copy?.ts ?? '', value: 'refer-faint' });
    const read = (await seen(talk, CHANNEL, talk.other)).at(-1);
    expect(read?.text).toContain(shortOf(talk, 'refer-faint'));
  });

  it('says of other warnings that there was one, not which, and not at all where it was of the answer itself', async () => {
    const warnings = [{ entry: 'bruising', watched: 'zebra tattoo' }];
    const talk = await start({ decision: 'answer', entry: 'painful', warnings });
    await share(talk, await byCommand(talk));
    const [copy] = await open(talk);
    expect(copy?.text.startsWith('This stood under a warning that depends on the patient.')).toBe(true);
    expect(blocksOf(copy ?? { blocks: [] })[0]?.text?.text).toContain(':warning: This stood under a warning');
    expect(copy?.text).not.toContain(titleOf(talk, 'bruising'));
    expect(copy?.text).not.toContain(shortOf(talk, 'bruising'));

    const own = await start({ decision: 'answer', entry: 'bruising', warnings });
    await share(own, await byCommand(own));
    expect((await open(own))[0]?.text).not.toContain('warning');
  });

  it('takes an urgent warning along with what was opened beside the answer, or chosen under it', async () => {
    const warnings = [{ entry: 'refer', watched: 'zebra tattoo' }];
    const talk = await start({ decision: 'suggest', offered: ['painful', 'stands-for'], warnings });
    const offer = await byCommand(talk);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: offer?.ts ?? '', value: 'stands-for' });
    const chosen = (await seen(talk)).at(-1);
    const [related = ''] = talk.faq.knowledge.entries.get('stands-for')?.related ?? [];
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: chosen?.ts ?? '', value: related });
    const opened = (await seen(talk)).at(-1);
    expect(opened?.text).not.toContain('You mention');
    await share(talk, opened);
    await share(talk, chosen);
    const copies = await open(talk);
    expect(copies.map(({ text }) => text.startsWith(`*${titleOf(talk, 'refer')}*`))).toEqual([true, true]);
    expect(copies[0]?.text).toContain(shortOf(talk, related));
  });

  it('posts once for a press that is delivered twice, and for two presses of one button', async () => {
    const talk = await start();
    const answer = await byCommand(talk);
    const act = await share(talk, answer);
    await talk.slack.redeliver(act);
    const [body] = act.bodies as [Record<string, unknown>];
    const actions = (body.actions as object[]).map((each) => ({ ...each, action_ts: '99.000001' }));
    await talk.slack.redeliver({ ...act, bodies: [{ ...body, trigger_id: 'another', actions }] });
    expect(await open(talk)).toHaveLength(1);
  });

  it('posts in the thread of the message that was looked up, though the answer stood in the channel', async () => {
    const talk = await start();
    const { ts, shown } = await byShortcut(talk);
    await share(talk, shown);
    expect((await open(talk)).map(({ thread_ts }) => thread_ts)).toEqual([ts]);
    expect((await seen(talk)).find(({ only_for }) => only_for)?.text).toContain('Shared in the thread:');
  });

  it('posts in the thread of that message, too, what was chosen or opened from what stood in the channel', async () => {
    const talk = await start({ decision: 'suggest', offered: ['painful', 'stands-for', 'pressure'] });
    const { ts, shown } = await byShortcut(talk);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: shown?.ts ?? '', value: 'stands-for' });
    const chosen = (await seen(talk)).at(-1);
    const [related = ''] = talk.faq.knowledge.entries.get('stands-for')?.related ?? [];
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: chosen?.ts ?? '', value: related });
    await share(talk, (await seen(talk)).at(-1));
    await share(talk, chosen);
    expect((await open(talk)).map(({ thread_ts }) => thread_ts)).toEqual([ts, ts]);
  });

  it('posts in the thread that it stands in', async () => {
    const talk = await start();
    const { ts: root } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'a case' });
    const { shown } = await byShortcut(talk, root);
    await share(talk, shown);
    expect((await open(talk)).map(({ thread_ts }) => thread_ts)).toEqual([root]);
  });

  it('gives buttons to the copy that belong to the same question', async () => {
    const talk = await start();
    await share(talk, await byCommand(talk));
    const [copy] = await open(talk);
    await talk.slack.press({ channel: CHANNEL, user: talk.other, message_ts: copy?.ts ?? '', value: 'up painful' });
    await talk.slack.settled();
    const [question] = await all(talk.store.allAsked());
    expect((await all(talk.store.allVotes())).map(({ asked, entry }) => [asked, entry])).toEqual([
      [question?.id, 'painful'],
    ]);
    const ids = blocksOf(copy ?? { blocks: [] }).flatMap(({ type, block_id = '' }) =>
      /actions/.test(type) ? [block_id] : [],
    );
    expect(ids.map((id) => readBlockId(id).asked)).toEqual(ids.map(() => question?.id));
  });

  it('stands on what is chosen or opened for one person alone, and on nothing that everybody sees', async () => {
    const talk = await start({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    const offer = await byCommand(talk);
    expect(sharing(offer)).toEqual([]);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: offer?.ts ?? '', value: 'bruising' });
    expect(sharing((await seen(talk)).at(-1))).toHaveLength(1);

    const openly = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: '<@U0IASTMBOT> is it bad' });
    const suggestion = (await open(talk)).at(-1);
    const choose = (user: string) =>
      talk.slack.press({ channel: CHANNEL, user, message_ts: suggestion?.ts ?? '', value: 'bruising' });
    await choose(talk.other);
    const beside = (await open(talk)).at(-1);
    expect([beside?.only_for, sharing(beside).length]).toEqual([talk.other, 1]);
    await choose(talk.ask);
    const chosen = (await seen(talk)).find(({ ts }) => ts === suggestion?.ts);
    expect([chosen?.thread_ts, sharing(chosen)]).toEqual([openly.ts, []]);
  });

  it('is not offered where there is nobody to share with, nor on anything but an answer', async () => {
    const talk = await start();
    expect(sharing(await byCommand(talk, dmOf(talk.ask)))).toEqual([]);
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'topics' });
    expect(sharing((await seen(talk)).at(-1))).toEqual([]);
    const none = await start({ decision: 'abstain' });
    expect(sharing(await byCommand(none))).toEqual([]);
  });

  it.each(['not_in_channel', 'channel_not_found'])(
    'says how to let it in where Slack answers %s, and works then',
    async (error) => {
      const talk = await start();
      const answer = await byCommand(talk);
      talk.slack.fail('chat.postMessage', { error });
      await share(talk, answer);
      const told = (await seen(talk)).at(-1);
      expect(told?.only_for).toBe(talk.ask);
      expect(told?.text).toContain('I am not in this channel. Invite me with `/invite`');
      expect(told?.text).toContain(shortOf(talk, 'painful'));
      expect([await open(talk), await seen(talk, dmOf(talk.ask))]).toEqual([[], []]);
      await share(talk, told);
      expect(await open(talk)).toHaveLength(1);
    },
  );

  it.each([
    [{ error: 'restricted_action_thread_locked' }, 'did not let me share'],
    [{ error: 'missing_scope' }, 'did not let me share'],
    [{ error: 'internal_error' }, 'did not say whether it shared'],
  ] as const)('says what came of it where Slack answers %j', async (failure, words) => {
    const talk = await start();
    const answer = await byCommand(talk);
    talk.slack.fail('chat.postMessage', failure);
    await share(talk, answer);
    const told = (await seen(talk)).at(-1);
    expect([told?.text.includes(words), sharing(told)]).toEqual([true, []]);
    expect([await open(talk), await seen(talk, dmOf(talk.ask))]).toEqual([[], []]);
  });

  it('shares nothing where nobody can tell whether it was shared, and says so', async () => {
    const talk = await start();
    const answer = await byCommand(talk);
    const { takeTurn } = talk.store;
    talk.store.takeTurn = () => Promise.reject(new Error('disk full'));
    await share(talk, answer);
    expect((await seen(talk)).at(-1)?.text).toContain('could not be shared just now');
    expect(await open(talk)).toEqual([]);
    talk.store.takeTurn = takeTurn;
    await share(talk, answer);
    expect(await open(talk)).toHaveLength(1);
  });

  it('says so where the entry has gone meanwhile', async () => {
    const faq = await matched({ decision: 'answer', entry: 'painful' });
    const talk = await startConversation({ faq });
    const answer = await byCommand(talk);
    const entries = new Map([...faq.knowledge.entries].filter(([id]) => id !== 'painful'));
    faq.knowledge = { ...faq.knowledge, entries };
    await share(talk, answer);
    expect((await seen(talk)).at(-1)?.text).toContain('no longer in the FAQ');
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
    await share(talk, await byCommand(talk));
    expect(turns).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
    expect(CHANNELS.some(({ id }) => turns[0]?.includes(id))).toBe(false);
  });
});
