import { describe, expect, it } from 'vitest';
import { withFormer } from '../../src/knowledge/former.js';
import { BOT, CHANNELS, dmOf, PEOPLE, TEAM } from '../../src/playground/workspace.js';
import { readBlockId } from '../../src/replies/block-id.js';
import { keysOf } from '../../src/store/keys.js';
import { all, startConversation } from '../conversation.js';
import { askAt, asked, blocksOf, CHANNEL, DOORS, MENTION, matched, pressLast, seen, type Talk } from './matched.js';

interface Reply {
  ts: string;
  text: string;
  blocks: readonly unknown[];
}

/** The blocks of a message that can be pressed. */
function pressable(reply: Pick<Reply, 'blocks'> | undefined) {
  return blocksOf(reply ?? { blocks: [] }).filter(({ type, accessory }) => /actions/.test(type) || accessory);
}

function blockIds(reply: Pick<Reply, 'blocks'> | undefined): string[] {
  return pressable(reply).map(({ block_id }) => block_id ?? '');
}

/** Presses on a message, and answers with the last that the person sees then. */
async function press(talk: Talk, user: string, message_ts: string, value: string, channel = CHANNEL) {
  await talk.slack.press({ channel, user, message_ts, value });
  return (await seen(talk, channel, user)).at(-1);
}

const OFFERED = ['painful', 'bruising', 'pressure'];
const SUGGESTED = { decision: 'suggest', offered: OFFERED } as const;

describe('did you mean', () => {
  it('offers entries by buttons that carry their ids, each with its short answer, and a way out', async () => {
    const { reply, talk } = await asked(SUGGESTED);
    expect(reply.text).toContain('Did you mean one of these?');
    const buttons = blocksOf(reply).flatMap(({ accessory, elements = [] }) => [accessory, ...elements]);
    expect(buttons.map((each) => each?.value).filter(Boolean)).toEqual([...OFFERED, 'none']);
    expect(reply.text).toContain(talk.faq.knowledge.entries.get('bruising')?.short);
  });

  it('puts the chosen answer in the place of the suggestions, and keeps what was chosen with the question', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    await press(talk, talk.ask, reply.ts, 'bruising');
    const [answer, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(answer?.text).toContain(talk.faq.knowledge.entries.get('bruising')?.short);
    const rows = await all(talk.store.allAsked());
    expect(rows.map(({ door, entry, offered, outcome }) => [door, entry, offered, outcome])).toEqual([
      ['mention', null, OFFERED, 'chose bruising'],
    ]);
  });

  it('says that nothing else came near when none of them is meant, and keeps that', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    await press(talk, talk.ask, reply.ts, 'none');
    expect(
      (await seen(talk)).map(({ text }) => text.includes('*None of these, then.* Nothing else in the FAQ came near.')),
    ).toEqual([true]);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['none']);
  });

  it('answers others privately and leaves the reply as it is: only who asked changes it for everybody', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    for (const [value, told] of [
      ['none', '*None of these, then.* Nothing else in the FAQ came near.'],
      ['bruising', talk.faq.knowledge.entries.get('bruising')?.short ?? ''],
    ] as const) {
      const shown = await press(talk, talk.other, reply.ts, value);
      expect([shown?.only_for, shown?.thread_ts]).toEqual([talk.other, reply.thread_ts]);
      expect(shown?.text).toContain(told);
    }
    expect((await seen(talk)).map(({ text }) => text)).toEqual([reply.text]);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual([null]);
    await press(talk, talk.ask, reply.ts, 'bruising');
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose bruising']);
  });

  it('lets a lead change a reply for everybody', async () => {
    const faq = await matched(SUGGESTED);
    const talk = await startConversation({ faq, leads: { people: [PEOPLE[1]?.id ?? ''], channel: null } });
    const [reply] = await askAt(talk, 'mention', 'is it bad');
    await press(talk, talk.other, reply?.ts ?? '', 'pressure');
    expect((await seen(talk))[0]?.text).toContain(talk.faq.knowledge.entries.get('pressure')?.short);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose pressure']);
  });

  it('keeps what was pressed last', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    const choice = { block: blockIds(reply)[0] ?? '', place: '', by: `${TEAM.id}:${talk.ask}` };
    await press(talk, talk.ask, reply.ts, 'none');
    await talk.bot.choose(choice, 'painful');
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose painful']);
    await talk.bot.decline(choice);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['none']);
  });

  it('gives the blocks of a changed message ids that no block of it had before', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    const before = blockIds(reply);
    await press(talk, talk.ask, reply.ts, 'none');
    const after = blockIds((await seen(talk))[0]);
    expect([before.length, after.length]).toEqual([4, 1]);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  it('answers by an entry that was renamed meanwhile, and keeps choice and vote under its id of now', async () => {
    const faq = await matched(SUGGESTED);
    const talk = await startConversation({ faq });
    const [reply] = await askAt(talk, 'mention', 'is it bad');
    const entries = new Map(
      [...faq.knowledge.entries.values()].map((entry) => {
        const renamed = entry.id === 'bruising' ? { ...entry, id: 'red-spots', formerly: ['bruising'] } : entry;
        return [renamed.id, renamed] as const;
      }),
    );
    faq.knowledge = { ...faq.knowledge, entries: withFormer(entries) };
    const answered = await press(talk, talk.ask, reply?.ts ?? '', 'bruising');
    expect(answered?.text).toContain(entries.get('red-spots')?.short);
    await talk.bot.vote(
      { block: blockIds(answered)[0] ?? '', place: '', by: `${TEAM.id}:${talk.ask}` },
      'bruising',
      true,
    );
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose red-spots']);
    expect((await all(talk.store.allVotes())).map(({ entry }) => entry)).toEqual(['red-spots']);
  });

  it('says so when the entry has gone meanwhile, and keeps no such choice', async () => {
    const faq = await matched(SUGGESTED);
    const talk = await startConversation({ faq });
    const [reply] = await askAt(talk, 'mention', 'is it bad');
    const entries = new Map([...faq.knowledge.entries].filter(([id]) => id !== 'bruising'));
    faq.knowledge = { ...faq.knowledge, entries };
    expect((await press(talk, talk.ask, reply?.ts ?? '', 'bruising'))?.text).toContain('no longer in the FAQ');
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual([null]);
  });
});

describe('every button', () => {
  const WARNED = [{ entry: 'refer', watched: 'night sweats' }];

  it.each([
    ['an answer', { decision: 'answer', entry: 'painful', also: ['bruising'] }, 'does it hurt'],
    ['an answer with warnings', { decision: 'answer', entry: 'painful', warnings: WARNED }, 'does it hurt'],
    ['suggestions', SUGGESTED, 'is it bad'],
    ['the closest entry', { decision: 'suggest', offered: ['painful'] }, 'is it bad'],
    ['"not in the FAQ"', { decision: 'abstain' }, 'is it bad'],
    ['the topics', {}, 'topics'],
    ['a topic', {}, 'topic safety'],
    ['the help', {}, 'help'],
    ['a greeting', {}, 'hello'],
  ] as const)('of %s knows its question at every door, and no two blocks have the same id', async (_, found, text) => {
    const talk = await startConversation({ faq: await matched(found) });
    for (const door of DOORS) {
      const reply = (await askAt(talk, door, text)).at(-1);
      const question = (await all(talk.store.allAsked())).at(-1);
      const ids = blockIds(reply);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.map((id) => readBlockId(id).asked)).toEqual(ids.map(() => question?.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('knows its own question, though many are answered with the same entry', async () => {
    const { talk, reply } = await asked({ decision: 'answer', entry: 'painful' });
    const [other] = await askAt(talk, 'direct message', 'does it hurt');
    await press(talk, talk.ask, reply.ts, 'up painful');
    await press(talk, talk.ask, other?.ts ?? '', 'down painful', dmOf(talk.ask));
    const [first, second] = await all(talk.store.allAsked());
    const votes = await all(talk.store.allVotes());
    expect(votes.map((vote) => [vote.asked, vote.helpful])).toEqual([
      [first?.id, true],
      [second?.id, false],
    ]);
  });

  it('of an entry or a topic that was opened beside the reply belongs to the same question', async () => {
    const { talk, reply } = await asked({ decision: 'abstain' });
    const [question] = await all(talk.store.allAsked());
    const topic = await press(talk, talk.ask, reply.ts, 'safety');
    const [first] = talk.faq.knowledge.topics.get('safety')?.entries ?? [];
    const entry = await press(talk, talk.ask, topic?.ts ?? '', first ?? '');
    await press(talk, talk.ask, entry?.ts ?? '', `up ${first}`);
    expect((await all(talk.store.allVotes())).map((vote) => [vote.asked, vote.entry])).toEqual([[question?.id, first]]);
  });

  it('of a message that was written by an earlier version works, and its votes are one', async () => {
    const { talk, reply } = await asked({ decision: 'answer', entry: 'painful' });
    const place = `${TEAM.id}:${CHANNEL}:${reply.ts}`;
    for (const block of pressable(reply)) delete block.block_id;
    await press(talk, talk.ask, reply.ts, 'up painful');
    await press(talk, talk.ask, reply.ts, 'down painful');
    expect(await all(talk.store.allVotes())).toMatchObject([{ asked: keysOf('test').asked(place), helpful: false }]);
  });
});

describe('under an answer', () => {
  const answered = () => asked({ decision: 'answer', entry: 'stands-for' });

  it('a related question is shown in the thread to the person who pressed, and to nobody else', async () => {
    const { talk, reply } = await answered();
    const [related = ''] = talk.faq.knowledge.entries.get('stands-for')?.related ?? [];
    const shown = await press(talk, talk.other, reply.ts, related);
    expect(shown?.only_for).toBe(talk.other);
    expect(shown?.thread_ts).toBe(reply.thread_ts);
    expect(shown?.text).toContain(talk.faq.knowledge.entries.get(related)?.short);
    expect(talk.slack.messages(CHANNEL, talk.ask).some(({ ts }) => ts === shown?.ts)).toBe(false);
  });

  it('the last vote of a person counts, and each person has one for each entry', async () => {
    const { talk, reply } = await answered();
    const [related = ''] = talk.faq.knowledge.entries.get('stands-for')?.related ?? [];
    expect((await press(talk, talk.ask, reply.ts, 'down stands-for'))?.text).toContain('What was wrong with it?');
    expect((await press(talk, talk.ask, reply.ts, 'up stands-for'))?.text).toContain('Thank you');
    await press(talk, talk.other, reply.ts, 'down stands-for');
    const beside = await press(talk, talk.ask, reply.ts, related);
    await press(talk, talk.ask, beside?.ts ?? '', `down ${related}`);
    const [question] = await all(talk.store.allAsked());
    const votes = await all(talk.store.allVotes());
    expect(votes.map((vote) => [vote.asked, vote.entry, vote.helpful, vote.version])).toEqual([
      [question?.id, 'stands-for', true, talk.faq.version],
      [question?.id, 'stands-for', false, talk.faq.version],
      [question?.id, related, false, talk.faq.version],
    ]);
    expect(new Set(votes.map(({ person }) => person)).size).toBe(2);
  });

  it('a down vote asks why, and the reason is kept on the same vote', async () => {
    const { talk, reply } = await answered();
    const asking = await press(talk, talk.ask, reply.ts, 'down stands-for');
    const [first] = pressable(asking)[0]?.elements ?? [];
    expect((await press(talk, talk.ask, asking?.ts ?? '', first?.value ?? ''))?.text).toContain('Kept for the leads');
    const [question] = await all(talk.store.allAsked());
    const votes = await all(talk.store.allVotes());
    expect(votes).toMatchObject([{ asked: question?.id, helpful: false, reason: 'wrong-answer' }]);
  });

  /** Votes down for a reason, and answers with the thanks. */
  async function because(talk: Talk, message_ts: string, reason: string) {
    const asking = await press(talk, talk.ask, message_ts, 'down stands-for');
    return press(talk, talk.ask, asking?.ts ?? '', `${reason} stands-for`);
  }

  it('takes a note, and keeps it on the same vote without the details of a patient', async () => {
    const { talk, reply } = await answered();
    const thanks = await because(talk, reply.ts, 'unclear');
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: thanks?.ts ?? '', action_id: 'note:0' });
    await talk.slack.settled();
    expect(talk.slack.modal(talk.ask)).toMatchObject({ callback_id: 'note', submit: { text: 'Send' } });
    const text = 'Mrs. Kowalski, phone 555-867-5309, did not understand it';
    const sent = await talk.slack.submit({ user: talk.ask, values: { typed: { typed: text } } });
    expect(sent.acked).toBe(true);
    expect(JSON.stringify(talk.slack.modal(talk.ask))).toContain('Your note is kept for the leads.');
    const [question] = await all(talk.store.allAsked());
    const [vote, ...more] = await all(talk.store.allVotes());
    expect(more).toEqual([]);
    expect(vote).toMatchObject({ asked: question?.id, entry: 'stands-for', helpful: false, reason: 'unclear' });
    expect(vote?.note).toContain('did not understand it');
    expect(vote?.note).not.toMatch(/Kowalski|867/);
  });

  it('leaves the form open with what was typed where a note cannot be kept', async () => {
    const { talk, reply } = await answered();
    const thanks = await because(talk, reply.ts, 'unclear');
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: thanks?.ts ?? '', action_id: 'note:0' });
    await talk.slack.settled();
    talk.store.vote = () => Promise.reject(new Error('disk full'));
    const sent = await talk.slack.submit({ user: talk.ask, values: { typed: { typed: 'too short' } } });
    expect(sent.errors).toEqual({ typed: expect.stringContaining('could not be kept just now') });
    expect(talk.slack.modal(talk.ask)).toMatchObject({ callback_id: 'note', submit: { text: 'Send' } });
  });

  it('says so where Slack opens no form', async () => {
    const { talk, reply } = await answered();
    const thanks = await because(talk, reply.ts, 'unclear');
    talk.slack.fail('views.open', { error: 'expired_trigger_id' });
    const told = await press(talk, talk.ask, thanks?.ts ?? '', 'unclear stands-for');
    expect(told?.text).toContain('the form could not be opened');
    expect(talk.told.faults).toEqual(['expired_trigger_id']);
  });

  it('tells the leads at once that an answer could be unsafe, naming nobody, and the voter what to do', async () => {
    const leads = { people: [], channel: CHANNELS[1]?.id ?? '' };
    const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'stands-for' }), leads });
    const [reply] = await askAt(talk, 'mention', 'what is it');
    const thanks = await because(talk, reply?.ts ?? '', 'unsafe');
    expect(thanks?.text).toContain('The leads are told now');
    expect(thanks?.text).toContain('call the local emergency number');
    const [card, ...more] = await seen(talk, leads.channel);
    expect(more).toEqual([]);
    expect(card?.text).toContain(`could be unsafe: *${talk.faq.knowledge.entries.get('stands-for')?.questions[0]}*`);
    expect(JSON.stringify(card)).not.toContain(talk.ask);
    const pressed = { channel: leads.channel, user: talk.other, message_ts: card?.ts ?? '' };
    await talk.slack.press({ ...pressed, action_id: 'read:0' });
    expect((await seen(talk, leads.channel, talk.other)).at(-1)?.text).toMatch(/^\*/);
    await talk.slack.press({ ...pressed, action_id: 'change:0' });
    expect((await seen(talk, leads.channel, talk.other)).at(-1)?.text).toContain('for leads alone');
    expect(await all(talk.store.allVotes())).toMatchObject([{ reason: 'unsafe' }]);
  });

  it('tells the leads of it even where the vote cannot be kept', async () => {
    const leads = { people: [], channel: CHANNELS[1]?.id ?? '' };
    const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'stands-for' }), leads });
    const [reply] = await askAt(talk, 'mention', 'what is it');
    talk.store.vote = () => Promise.reject(new Error('disk full'));
    const by = `${TEAM.id}:${talk.ask}`;
    const said = await talk.bot.because({ block: blockIds(reply)[0] ?? '', place: '', by }, 'stands-for', 'unsafe');
    expect(said.forLeads?.channel).toBe(leads.channel);
    expect(said.reply.text).toContain('The leads are told now');
  });

  it('tells the leads once of what one person says again and again', async () => {
    const leads = { people: [], channel: CHANNELS[1]?.id ?? '' };
    const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'stands-for' }), leads });
    const [reply] = await askAt(talk, 'mention', 'what is it');
    for (const time of ['first', 'second']) {
      const thanks = await because(talk, reply?.ts ?? '', 'unsafe');
      expect(thanks?.text, time).toContain('The leads are told now');
    }
    expect(await seen(talk, leads.channel)).toHaveLength(1);
  });

  it('keeps for the leads what is unsafe where they have no channel, and nothing else is told at once', async () => {
    const { talk, reply } = await answered();
    expect((await because(talk, reply.ts, 'unsafe'))?.text).toContain('Kept for the leads: “It could be unsafe”.');
    const leads = { people: [], channel: CHANNELS[1]?.id ?? '' };
    const other = await startConversation({ faq: await matched({ decision: 'answer', entry: 'stands-for' }), leads });
    const [answer] = await askAt(other, 'mention', 'what is it');
    await because(other, answer?.ts ?? '', 'outdated');
    expect(await seen(other, leads.channel)).toEqual([]);
  });

  it('says honestly when a vote cannot be kept', async () => {
    const { talk, reply } = await answered();
    talk.store.vote = () => Promise.reject(new Error('disk full'));
    expect((await press(talk, talk.ask, reply.ts, 'up stands-for'))?.text).toContain('could not be kept');
  });
});

describe('a press where there is no message', () => {
  /** What Slack sends of a press in a view: no channel, no message, no response URL. Page: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
  async function pressIn(talk: Talk, type: 'home' | 'modal', action: { action_id: string; value?: string }) {
    const body = {
      type: 'block_actions',
      team: { id: TEAM.id, domain: TEAM.domain },
      user: { id: talk.ask, team_id: TEAM.id },
      container: { type: 'view', view_id: `V0${type}` },
      view: { id: `V0${type}`, team_id: TEAM.id, type, blocks: [] },
      actions: [{ type: 'button', block_id: 'b1', action_ts: '1763.1', ...action }],
    };
    const { acked } = await talk.slack.redeliver({ ts: '', bodies: [body] });
    expect(acked).toBe(true);
    return seen(talk, dmOf(talk.ask));
  }

  it.each([
    ['read:0', 'painful', 'soften'],
    ['choose:0', 'painful', 'soften'],
    ['instead', 'choose painful', 'soften'],
    ['none', 'none', 'None of these, then'],
    ['topic', 'safety', 'Safety'],
    ['vote', 'up painful', 'Your vote is kept'],
    ['vote', 'down painful', 'What was wrong with it?'],
    ['reason:0', 'unclear painful', 'Kept for the leads'],
    ['read:0', 'no-such-entry', 'no longer in the FAQ'],
    ['vote', 'sideways painful', 'no longer in the FAQ'],
    ['of-tomorrow:3', 'x', 'no longer in the FAQ'],
    ['read:0', undefined, 'no longer in the FAQ'],
  ])('is answered by direct message: %s %s', async (action_id, value, said) => {
    for (const type of ['home', 'modal'] as const) {
      const talk = await startConversation();
      const action = value === undefined ? { action_id } : { action_id, value };
      const told = await pressIn(talk, type, action);
      expect(told).toHaveLength(1);
      const short = talk.faq.knowledge.entries.get('painful')?.short ?? '';
      expect(told[0]?.text).toContain(said === 'soften' ? short : said);
    }
  });

  it('keeps one vote for a person, as everywhere', async () => {
    const talk = await startConversation();
    await pressIn(talk, 'home', { action_id: 'vote', value: 'up painful' });
    await pressIn(talk, 'home', { action_id: 'vote', value: 'down painful' });
    const person = keysOf('test').person(`${TEAM.id}:${talk.ask}`);
    expect(await all(talk.store.allVotes())).toMatchObject([{ entry: 'painful', helpful: false, person }]);
  });
});

describe('what is kept of a question and its buttons', () => {
  it('leads back neither to a message nor to a person', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    await press(talk, talk.ask, reply.ts, 'bruising');
    await press(talk, talk.other, reply.ts, 'down bruising');
    const [related = ''] = talk.faq.knowledge.entries.get('bruising')?.related ?? [];
    await press(talk, talk.other, reply.ts, related);
    await askAt(talk, 'command', 'topics');
    const rows = JSON.stringify([await all(talk.store.allAsked()), await all(talk.store.allVotes())]);
    const { ts } = talk.slack.messages(CHANNEL, talk.ask)[0] ?? { ts: '' };
    for (const plain of [TEAM.id, CHANNEL, talk.ask, talk.other, BOT.id, reply.ts, ts])
      expect(rows).not.toContain(plain);
  });

  it('goes with "forget me", what came of it and votes too, and votes of others stay', async () => {
    const { talk, reply } = await asked(SUGGESTED);
    await press(talk, talk.ask, reply.ts, 'bruising');
    await press(talk, talk.ask, reply.ts, 'down bruising');
    await press(talk, talk.other, reply.ts, 'up bruising');
    const forgotten = async () => {
      await askAt(talk, 'direct message', 'forget me');
      return (await pressLast(talk, { label: 'Forget me' }, dmOf(talk.ask))).at(-1);
    };
    const told = await forgotten();
    expect(told?.text).toContain('Removed: 2 rows');
    expect(await all(talk.store.allAsked())).toEqual([]);
    expect((await all(talk.store.allVotes())).map(({ person }) => person)).toEqual([
      keysOf('test').person(`${TEAM.id}:${talk.other}`),
    ]);
    expect((await forgotten())?.text).toMatch(/^Nothing of yours is in my database now/);
  });

  it('is at most 500 characters of its text', async () => {
    const talk = await startConversation();
    const long = `does it hurt ${'a bit '.repeat(300)}`;
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} ${long}` });
    await talk.slack.settled();
    const [row] = await all(talk.store.allAsked());
    expect(row?.text).toBe(long.trim().slice(0, 500));
  });
});
