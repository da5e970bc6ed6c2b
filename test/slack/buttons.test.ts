import { describe, expect, it } from 'vitest';
import { BOT } from '../../src/playground/workspace.js';
import { all, startConversation } from '../conversation.js';
import { CHANNEL, MENTION, matched } from './matched.js';

/** The frozen FAQ with a matcher that always offers the same entries. */
function unsure(offered: string[]) {
  return matched({ decision: 'suggest', offered });
}

async function suggested() {
  const talk = await startConversation({ faq: await unsure(['painful', 'bruising', 'pressure']) });
  await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} is it bad` });
  await talk.slack.settled();
  const seen = () => talk.slack.messages(CHANNEL, talk.ask).filter(({ user }) => user === BOT.id);
  const ts = seen()[0]?.ts ?? '';
  return { talk, seen, ts };
}

describe('did you mean', () => {
  it('offers entries by buttons that carry their ids, each with its short answer, and a way out', async () => {
    const { seen, talk } = await suggested();
    const [reply] = seen();
    expect(reply?.text).toContain('Did you mean one of these?');
    const buttons = reply?.blocks.flatMap((block) => [block.accessory, ...((block.elements as unknown[]) ?? [])]);
    const values = buttons?.map((each) => (each as { value?: string } | undefined)?.value).filter(Boolean);
    expect(values).toEqual(['painful', 'bruising', 'pressure', 'none']);
    expect(reply?.text).toContain(talk.faq.knowledge.entries.get('bruising')?.short);
  });

  it('puts the chosen answer in the place of the suggestions, so that one question keeps one reply', async () => {
    const { talk, seen, ts } = await suggested();
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: ts, value: 'bruising' });
    await talk.slack.settled();
    expect(seen()).toHaveLength(1);
    expect(seen()[0]?.text).toContain(talk.faq.knowledge.entries.get('bruising')?.questions[0]);
    const rows = await all(talk.store.allAsked());
    expect(rows.map(({ door, entry }) => [door, entry])).toEqual([
      ['mention', null],
      ['choice', 'bruising'],
    ]);
  });

  it('says that it does not know when none of them is meant', async () => {
    const { talk, seen, ts } = await suggested();
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: ts, value: 'none' });
    await talk.slack.settled();
    expect(seen()).toHaveLength(1);
    expect(seen()[0]?.text).toContain('The FAQ has no answer to that.');
  });

  it('says so when the entry has gone meanwhile', async () => {
    const faq = await unsure(['painful', 'bruising']);
    const talk = await startConversation({ faq });
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} is it bad` });
    await talk.slack.settled();
    faq.knowledge = { ...faq.knowledge, entries: new Map() };
    const ts = talk.slack.messages(CHANNEL, talk.ask).find(({ user }) => user === BOT.id)?.ts ?? '';
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: ts, value: 'bruising' });
    await talk.slack.settled();
    expect(talk.slack.messages(CHANNEL, talk.ask).at(-1)?.text).toContain('no longer in the FAQ');
  });
});

describe('under an answer', () => {
  async function answered() {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `${MENTION} what does IASTM stand for?` });
    await talk.slack.settled();
    const reply = talk.slack.messages(CHANNEL, talk.ask).find(({ user }) => user === BOT.id);
    const press = async (user: string, value: string, message_ts = reply?.ts ?? '') => {
      await talk.slack.press({ channel: CHANNEL, user, message_ts, value });
      await talk.slack.settled();
      return talk.slack.messages(CHANNEL, user).at(-1);
    };
    return { talk, reply, press };
  }

  it('a related question is shown in the thread to the person who pressed, and to nobody else', async () => {
    const { talk, reply, press } = await answered();
    const [related = ''] = talk.faq.knowledge.entries.get('stands-for')?.related ?? [];
    const shown = await press(talk.other, related);
    expect(shown?.only_for).toBe(talk.other);
    expect(shown?.thread_ts).toBe(reply?.thread_ts);
    expect(shown?.text).toContain(talk.faq.knowledge.entries.get(related)?.questions[0]);
    expect(talk.slack.messages(CHANNEL, talk.ask).some(({ ts }) => ts === shown?.ts)).toBe(false);
  });

  it('the last vote of a person counts, and each person has one', async () => {
    const { talk, press } = await answered();
    expect((await press(talk.ask, 'down stands-for'))?.text).toContain('What was wrong with it?');
    expect((await press(talk.ask, 'up stands-for'))?.text).toContain('Thank you');
    await press(talk.other, 'down stands-for');
    const votes = await all(talk.store.allVotes());
    expect(votes.map(({ entry, helpful }) => [entry, helpful])).toEqual([
      ['stands-for', true],
      ['stands-for', false],
    ]);
  });

  it('a down vote asks why, and the reason is kept with it', async () => {
    const { talk, press } = await answered();
    const asking = await press(talk.ask, 'down stands-for');
    const actions = asking?.blocks.find(({ type }) => type === 'actions') as { elements: { value: string }[] };
    const [first] = actions.elements;
    await press(talk.ask, first?.value ?? '', asking?.ts);
    const votes = await all(talk.store.allVotes());
    expect(votes.map(({ helpful, reason }) => [helpful, reason])).toEqual([[false, 'wrong-answer']]);
  });

  it('says honestly when a vote cannot be kept', async () => {
    const { talk, press } = await answered();
    talk.store.vote = () => Promise.reject(new Error('disk full'));
    expect((await press(talk.ask, 'up stands-for'))?.text).toContain('could not be kept');
  });
});
