import { describe, expect, it } from 'vitest';
import { dmOf } from '../../src/playground/workspace.js';
import { all, startConversation } from '../conversation.js';
import { askAt, CHANNEL, DOORS, MENTION, matched, pressLast, seen } from './matched.js';

const LEADS = { people: ['U0LEAD001'], channel: 'C0LEADS01' };

/** What is said, and what the reply to it has and lacks. */
const SAID: [text: string, has: RegExp, lacks: RegExp][] = [
  ['', /`topics` lists the topics/, /Glad to help/],
  ['hlep', /`topics` lists the topics/, /no answer to that/],
  ['hello', /`topics` lists the topics/, /no answer to that/],
  [':wave:', /`topics` lists the topics/, /no answer to that/],
  ['ok thanks', /^Glad to help; [^\n]*\.$/, /iastm/],
  [':+1:', /^Glad to help; [^\n]*\.$/, /iastm/],
  ['good morning team', /^Hello\. I answer [^\n]*Try _[^\n]*`help` for more\.$/, /\/iastm/],
  ['topcis', /\d+ topics, \d+ questions answered/, /no answer to that/],
  ['topic safety', /^\*Safety\*/, /no answer to that/],
  ['sources', /\d+ sources\*/, /no answer to that/],
  ['glossary petechiae', /spots/, /no answer to that/],
  ['privcy', /90 days/, /no answer to that/],
  ['random', /^\*\S/, /no answer to that/],
  ['are you chatgpt?', /I am a program, not a person/, /no answer to that/],
];

describe('the help', () => {
  it('has the words of leads for a lead alone, where nobody else reads them', async () => {
    const talk = await startConversation();
    const lead = await startConversation({ leads: { people: [talk.ask], channel: null } });
    const forLeads = /For leads:|`pause`/;
    expect((await askAt(talk, 'command', 'help')).at(-1)?.text).not.toMatch(forLeads);
    expect((await askAt(lead, 'command', 'help')).at(-1)?.text).toMatch(forLeads);
    expect((await askAt(lead, 'mention', 'help')).at(-1)?.text).not.toMatch(forLeads);
  });

  it('begins with what one has to know: how to ask, an example, and what to leave out', async () => {
    const talk = await startConversation();
    const [help] = await askAt(talk, 'command', 'help');
    const [head, ask, honest] = (help?.blocks ?? []).map((block) => JSON.stringify(block));
    expect([head, ask, honest]).toEqual([
      expect.stringContaining('word for word'),
      expect.stringContaining('For example:'),
      expect.stringContaining('leave out names'),
    ]);
  });
});

describe.each(DOORS)('at the door "%s"', (door) => {
  it.each(SAID)(
    '"%s" gets its own reply, is kept for its id alone, and counts as no question',
    async (text, has, lacks) => {
      const talk = await startConversation({ leads: LEADS });
      const [reply, ...more] = await askAt(talk, door, text);
      expect(more).toEqual([]);
      expect(reply?.text).toMatch(has);
      expect(reply?.text).not.toMatch(lacks);
      expect((await all(talk.store.allAsked())).map((row) => [row.text, row.decision, row.entry])).toEqual([
        ['', 'answer', null],
      ]);
      expect(talk.told.asked).toEqual([]);
    },
  );

  it('"thanks, does it hurt?" is a question', async () => {
    const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'painful' }) });
    const [reply] = await askAt(talk, door, 'thanks, does it hurt?');
    expect(reply?.text).toContain('Evidence:');
    expect((await all(talk.store.allAsked())).map(({ text }) => text)).toEqual(['thanks, does it hurt?']);
    expect(talk.told.asked).toEqual([`${door} answer`]);
  });

  it('"forget me." asks first, then removes the rows of who says it, tells nobody else, and leaves none of theirs', async () => {
    const talk = await startConversation();
    await askAt(talk, door, 'does it hurt?');
    await talk.slack.say({ channel: CHANNEL, user: talk.other, text: `${MENTION} is it bad?` });
    const others = await seen(talk, CHANNEL, talk.other);
    const asking = (await askAt(talk, door, 'forget me.')).at(-1);
    expect(asking?.text).toContain('Shall I forget you?');
    expect((await all(talk.store.allAsked())).map(({ text }) => text)).toEqual(['does it hurt?', 'is it bad?']);
    const channel = door === 'direct message' ? dmOf(talk.ask) : CHANNEL;
    const told = (await pressLast(talk, { label: 'Forget me' }, channel)).at(-1);
    expect(told?.text).toContain('Removed: 1 row');
    // The button goes with what it stood on.
    expect(told?.ts).toBe(asking?.ts);
    expect(JSON.stringify(told?.blocks)).not.toContain('"button"');
    expect(told?.only_for).toBe(door === 'direct message' ? undefined : talk.ask);
    expect(await seen(talk, CHANNEL, talk.other)).toEqual(others);
    // The others' row stays; of one's own, the bare ids that make redeliveries silent are in no list.
    expect((await all(talk.store.allAsked())).map(({ text }) => text)).toEqual(['is it bad?']);
  });
});

describe('"forget me" with a mention', () => {
  const text = `${MENTION} forget me`;

  it('is answered in the channel, since a thread that nobody has begun does not show what is for one person alone', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text });
    expect((await seen(talk)).map(({ only_for, thread_ts }) => [only_for, thread_ts])).toEqual([[talk.ask, undefined]]);
  });

  it('is answered in the thread that it stands in', async () => {
    const talk = await startConversation();
    const { ts } = await talk.slack.say({ channel: CHANNEL, user: talk.other, text: 'a thread' });
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text, thread_ts: ts });
    expect((await seen(talk)).map(({ only_for, thread_ts }) => [only_for, thread_ts])).toEqual([[talk.ask, ts]]);
  });

  it('is answered once when Slack delivers it twice', async () => {
    const talk = await startConversation();
    const act = await talk.slack.say({ channel: CHANNEL, user: talk.ask, text });
    await talk.slack.redeliver(act);
    expect(await seen(talk)).toHaveLength(1);
  });

  it('says so when nothing can be removed now', async () => {
    const talk = await startConversation();
    talk.store.forget = () => Promise.reject(new Error('locked'));
    await askAt(talk, 'mention', 'forget me');
    const [asking, told] = await pressLast(talk, { label: 'Forget me' });
    expect(told?.text).toContain('could not be removed just now');
    // It can be pressed once more.
    expect(JSON.stringify(asking?.blocks)).toContain('"Forget me"');
  });
});

describe('what the bot says about itself', () => {
  it('is counted from the knowledge in service, and names a lead', async () => {
    const talk = await startConversation({ leads: LEADS });
    const { entries, sources } = talk.faq.knowledge;
    const [reply] = await askAt(talk, 'direct message', 'is this reviewed?');
    const reviewed = [...entries.values()].filter((entry) => entry.reviewed !== undefined).length;
    expect(reply?.text).toContain(`${reviewed} of ${entries.size} answers`);
    expect(reply?.text).toContain(`${sources.size} sources`);
    expect(reply?.text).toContain('nothing is generated');
    expect(reply?.text).toContain('<#C0LEADS01>');
  });
});
