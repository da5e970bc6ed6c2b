import { describe, expect, it, vi } from 'vitest';
import type { Faq } from '../../src/faq/load.js';
import type { Entry } from '../../src/knowledge/entry.js';
import { BOT, dmOf, TEAM } from '../../src/playground/workspace.js';
import { CAUTION, EMERGENCY } from '../../src/replies/answer.js';
import { randomReply } from '../../src/replies/random.js';
import { keysOf } from '../../src/store/keys.js';
import { NOTHING_KEPT } from '../../src/store/nothing.js';
import { all, startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import {
  askAt,
  CHANNEL,
  DOORS,
  MENTION,
  matched,
  pressables,
  pressLast,
  seen,
  shortOf,
  type Talk,
  titleOf,
} from './matched.js';

/** What the asker is told at a door, to a word. */
async function told(talk: Talk, door: (typeof DOORS)[number], text: string) {
  const last = (await askAt(talk, door, text)).at(-1);
  if (last === undefined) throw new Error('The bot said nothing.');
  return last;
}

/** What another person sees of the bot in the channel. */
const others = (talk: Talk) => seen(talk, CHANNEL, talk.other);

describe.each(DOORS)('at the door "%s"', (door) => {
  const where = (talk: Talk) => (door === 'direct message' ? dmOf(talk.ask) : CHANNEL);

  it.each([
    ['recent', /What you asked lately/],
    ['recnt', /What you asked lately/],
    ['what did i ask yesterday', /What you asked lately/],
    ['my data', /What I keep of you/],
    ['my dta', /What I keep of you/],
    ['what do you know about me?', /What I keep of you/],
    ['why', /Why I answered “does it hurt\?\?” with/],
    ['why did you say that', /Why I answered/],
    ['forget everything about me', /Shall I forget you\?/],
  ])('"%s" is answered to who says it alone', async (text, has) => {
    const talk = await startConversation();
    await askAt(talk, door, 'does it hurt??');
    const before = await others(talk);
    const reply = await told(talk, door, text);
    expect(reply.text).toMatch(has);
    expect(reply.only_for).toBe(door === 'direct message' ? undefined : talk.ask);
    expect(await others(talk)).toEqual(before);
    expect((await all(talk.store.allAsked())).map((row) => row.text)).not.toContain(text);
  });

  it('"recent" shows one’s own questions, the latest first and each once, and none of others', async () => {
    const talk = await startConversation();
    await talk.slack.say({ channel: CHANNEL, user: talk.other, text: `${MENTION} is bruising normal?` });
    for (const text of ['does it hurt??', 'topics', 'what is the wifi password', 'does it hurt??'])
      await askAt(talk, door, text);
    const { text, blocks } = await told(talk, door, 'recent');
    expect(text.match(/“[^”]*”/g)).toEqual(['“does it hurt??”', '“what is the wifi password”']);
    expect(text).toContain(titleOf(talk, 'painful'));
    expect(text).toContain('no answer in the FAQ');
    expect(pressables({ blocks }).map(({ action_id }) => action_id)).toEqual(['again:0']);
  });

  it('shows an answer once more under the warnings that stood above it, with its question', async () => {
    const talk = await startConversation();
    await askAt(talk, door, 'pt has haemophilia, does it hurt?');
    await told(talk, door, 'recent');
    const [asked] = (await all(talk.store.allAsked())).filter((row) => row.text !== '');
    const again = (await pressLast(talk, { label: 'Read again' }, where(talk))).at(-1);
    const title = asked?.entry ?? asked?.offered[0] ?? '';
    expect(again?.text).toMatch(/^You mention haemophilia/);
    expect(again?.text).toContain('You asked about: pt has haemophilia, does it hurt?');
    expect(again?.text).toContain(shortOf(talk, title));
    expect(JSON.stringify(again?.blocks)).toContain(asked?.id);
  });

  it('shows an answer once more under what is watched for since', async () => {
    const faq = await faqOf();
    const served: { faq: Faq } = { faq };
    const talk = await startConversation({ faq: () => served.faq });
    await askAt(talk, door, 'does it hurt??');
    const warnings = [{ entry: 'anticoagulants', watched: 'hurt' }];
    const match = (text: string) => ({ ...faq.matcher.match(text), warnings });
    served.faq = { ...faq, matcher: { ...faq.matcher, match } };
    await told(talk, door, 'recent');
    const again = (await pressLast(talk, { label: 'Read again' }, where(talk))).at(-1);
    expect(again?.text).toMatch(/^You mention hurt/);
    expect(again?.text).toContain(shortOf(talk, 'painful'));
  });
});

describe('"why"', () => {
  it('tells the words that spoke, the phrasing, what was read otherwise, and how sure it was', async () => {
    const talk = await startConversation();
    await askAt(talk, 'direct message', 'is brusing normal');
    const { text, blocks } = await told(talk, 'direct message', 'why');
    expect(text).toContain('I was almost certain that it is what you meant (of a hundred matches like it, about');
    expect(text).toContain('What spoke for it: *bruising*');
    expect(text).toContain('yours is nearest to “is bruising normal”');
    expect(text).toContain('I read “brusing” as “bruising”.');
    expect(text).not.toContain('=');
    expect(pressables({ blocks }).map(({ value }) => value)).toContain('bruising');
  });

  it('tells what was warned of', async () => {
    const talk = await startConversation();
    await askAt(talk, 'command', 'pt on blood thinners, does it hurt');
    const { text } = await told(talk, 'command', 'why');
    expect(text).toMatch(/You mentioned \*blood thinner\*, so “[^”]+” stood above\./);
  });

  it('is of the last question in the thread that it is said in, and only of one’s own', async () => {
    const talk = await startConversation();
    const say = (text: string, user = talk.ask, thread_ts?: string) =>
      talk.slack.say({
        channel: CHANNEL,
        user,
        text: `${MENTION} ${text}`,
        ...(thread_ts === undefined ? {} : { thread_ts }),
      });
    const { ts } = await say('is bruising normal');
    await seen(talk);
    await say('what does IASTM stand for?', talk.other, ts);
    await say('does it hurt??');
    await seen(talk);
    await say('why', talk.ask, ts);
    expect((await seen(talk)).at(-1)?.text).toContain('“is bruising normal”');
    await say('why');
    expect((await seen(talk)).at(-1)?.text).toContain('“does it hurt??”');
  });

  it('tells that a short question was read with the one before', async () => {
    const talk = await startConversation();
    const say = async (text: string, thread_ts?: string) => {
      const { ts } = await talk.slack.say({
        channel: CHANNEL,
        user: talk.ask,
        text: `${MENTION} ${text}`,
        ...(thread_ts === undefined ? {} : { thread_ts }),
      });
      await seen(talk);
      return ts;
    };
    const thread = await say('What dose of tool work is recommended?');
    await say('how hard?', thread);
    await say('why', thread);
    expect((await seen(talk)).at(-1)?.text).toContain('I read both together');
  });

  it('says so of a suggestion, a choice, no answer, and where nothing was asked', async () => {
    const talk = await startConversation({
      faq: { ...(await matched({ decision: 'suggest', offered: ['painful', 'bruising'] })) },
    });
    expect((await told(talk, 'command', 'why')).text).toContain('answered no question of yours');
    await askAt(talk, 'command', 'is it bad');
    expect((await told(talk, 'command', 'why')).text).toContain(
      `Why “${titleOf(talk, 'painful')}” came closest to “is it bad”`,
    );
    const [row] = (await all(talk.store.allAsked())).filter(({ text }) => text !== '');
    await talk.store.settle(row?.id ?? '', 'chose bruising');
    expect((await told(talk, 'command', 'why')).text).toContain(`You chose “${titleOf(talk, 'bruising')}”`);
    await talk.store.settle(row?.id ?? '', 'none');
    expect((await told(talk, 'command', 'why')).text).toContain('Why “is it bad” got no answer');
  });

  it('says what it can where the words are gone or the FAQ has changed', async () => {
    const faq = { ...(await faqOf()) };
    const talk = await startConversation({ faq });
    await askAt(talk, 'command', 'does it hurt??');
    await talk.store.expireText(new Date(Date.now() + 1000));
    faq.version = 'later';
    const { text } = await told(talk, 'command', 'why');
    expect(text).toContain('Your words are kept no longer');
    expect(text).toContain('The FAQ has changed since.');
    expect(text).not.toContain('What spoke for it');
  });
});

describe('"my data"', () => {
  it('counts and lists what the tables hold of the person: words as they are kept, votes with reason and note', async () => {
    const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'painful' }) });
    await askAt(talk, 'mention', 'does it hurt Mrs. Kowalski?');
    const reply = (await others(talk)).at(-1);
    for (const value of ['down painful', 'unclear painful']) await pressOn(talk, reply?.ts ?? '', value);
    await talk.slack.say({ channel: CHANNEL, user: talk.other, text: `${MENTION} is bruising normal` });
    const { text } = await told(talk, 'command', 'my data');
    const [asked] = await all(talk.store.allAsked());
    expect(text).toContain('2 messages of yours to me, 1 of them still with their words');
    expect(text).toContain('• 1 vote\n');
    expect(text).toContain('where a question and my answer stand');
    expect(text).toContain(`“${asked?.text}”`);
    expect(text).not.toMatch(/Kowalski|bruising/);
    expect(text).toContain(`You voted not helpful (I do not understand it): *${titleOf(talk, 'painful')}*`);
    expect(text).toContain(asked?.at.toISOString().slice(0, 10));
  });

  it.each(['my data', 'recent'])('tells in “%s” the days of the clinic’s clock', async (word) => {
    const faq = await matched({ decision: 'answer', entry: 'painful' });
    const now = () => new Date('2026-11-26T02:00:00Z');
    const talk = await startConversation({ faq, now, timeZone: 'America/Denver' });
    await askAt(talk, 'command', 'does it hurt');
    const { text } = await told(talk, 'command', word);
    expect([text.includes('2026-11-25'), text.includes('2026-11-26')]).toEqual([true, false]);
  });

  it('shows nothing kept as nothing, and says so where it cannot be looked up', async () => {
    const talk = await startConversation();
    expect((await told(talk, 'command', 'my data')).text).toContain('1 message of yours to me, 0 of them');
    talk.store.keptOf = () => Promise.reject(new Error('away'));
    talk.store.askedBy = () => Promise.reject(new Error('away'));
    for (const word of ['my data', 'recent', 'why'])
      expect((await told(talk, 'command', word)).text, word).toContain('cannot look that up just now');
  });

  it('has pages, each in the place of the one before where one person alone sees it', async () => {
    const talk = await startConversation();
    for (let at = 0; at < 30; at++) await askAt(talk, 'command', `does it hurt ${at}`);
    const listed: string[] = [];
    const { ts } = await told(talk, 'command', 'my data');
    for (const page of [1, 2, 3]) {
      const shown = (await seen(talk)).at(-1);
      expect(shown?.ts).toBe(ts);
      expect(shown?.text).toContain(`Page ${page} of 3`);
      listed.push(...(shown?.text.match(/does it hurt \d+/g) ?? []));
      if (page < 3) await pressLast(talk, { label: 'Earlier' });
    }
    expect([listed.length, new Set(listed).size]).toEqual([30, 30]);
    expect((await pressLast(talk, { label: 'Forget me' })).at(-1)?.text).toContain('Shall I forget you?');
    expect((await pressLast(talk, { label: 'See what is kept' })).at(-1)?.text).toContain('Page 1 of 3');
  });
});

describe('what is of one person', () => {
  it('is shown to no other, whatever id a button names', async () => {
    const talk = await startConversation();
    await askAt(talk, 'mention', 'does it hurt??');
    const [row] = await all(talk.store.allAsked());
    const pressed = { block: '', place: 'T:C:1.1', by: `${TEAM.id}:${talk.other}` };
    expect((await talk.bot.again(pressed, row?.id ?? '')).text).toContain('no longer in the FAQ');
    const mine = { ...pressed, by: `${TEAM.id}:${talk.ask}` };
    expect((await talk.bot.again(mine, row?.id ?? '')).text).toContain('does it hurt??');
    for (const word of ['recent', 'data', 'why'] as const)
      expect((await talk.bot.say(pressed, word, '')).text, word).not.toContain('hurt');
  });
});

describe('"Forget me"', () => {
  it('pressed twice at once removes once, and tells the same twice', async () => {
    const talk = await startConversation();
    await askAt(talk, 'command', 'does it hurt??');
    const forget = vi.spyOn(talk.store, 'forget');
    const by = `${TEAM.id}:${talk.ask}`;
    const texts = (await Promise.all([talk.bot.forget(by), talk.bot.forget(by)])).map(({ reply }) => reply.text);
    expect(texts).toEqual([expect.stringContaining('Removed: 1 row'), expect.stringContaining('Removed: 1 row')]);
    expect(forget).toHaveBeenCalledTimes(1);
    const { reply } = await talk.bot.forget(by);
    expect(reply.text).toContain('Nothing of yours is in my database now');
  });

  it('is kept without the person who says it, also where nothing is pressed then', async () => {
    const talk = await startConversation();
    await askAt(talk, 'mention', 'does it hurt??');
    await askAt(talk, 'direct message', 'forget me');
    const person = keysOf('test').person(`${TEAM.id}:${talk.ask}`);
    expect((await talk.store.keptOf(person)).counts.asked).toBe(1);
  });

  it('leaves nothing of the person in any table but the mark, and nothing of the asking', async () => {
    const talk = await startConversation();
    await askAt(talk, 'mention', 'does it hurt??');
    await askAt(talk, 'direct message', 'delete everything you know about me');
    await pressLast(talk, { label: 'Forget me' }, dmOf(talk.ask));
    const person = keysOf('test').person(`${TEAM.id}:${talk.ask}`);
    expect(await talk.store.keptOf(person)).toEqual(NOTHING_KEPT);
    expect(await all(talk.store.allAsked())).toEqual([]);
    expect((await talk.store.forgotten()).map((mark) => mark.person)).toEqual([person]);
  });

  it('is pressed as it stood on a Home of before, and asks first', async () => {
    const talk = await startConversation();
    const pressed = { block: '', place: 'T:C:1.1', by: `${TEAM.id}:${talk.ask}` };
    expect((await talk.bot.say(pressed, 'forget', '')).text).toContain('Shall I forget you?');
  });
});

describe('"news"', () => {
  it('lists what was reviewed, the latest first, and says so where nothing was', async () => {
    const faq = await faqOf();
    const dated = { painful: '2026-10-01', bruising: '2026-11-02' } as Record<string, string>;
    const bare = [...faq.knowledge.entries].map(([id, entry]) => {
      const { reviewed: _, reviewedBy: __, ...rest } = entry;
      return [id, rest] as const;
    });
    const withDays = bare.map(([id, entry]) => {
      const reviewed = dated[id];
      return [id, reviewed === undefined ? entry : { ...entry, reviewed, reviewedBy: 'Dr. K' }] as const;
    });
    const start = (entries: typeof withDays) =>
      startConversation({ faq: { ...faq, knowledge: { ...faq.knowledge, entries: new Map(entries) } } });
    const talk = await start(withDays);
    const { text, blocks } = await told(talk, 'command', 'whats new?');
    expect(text).toMatch(/\*Reviewed 2026-11-02 · .*\n.*\n\*Reviewed 2026-10-01 · /);
    expect(pressables({ blocks }).map(({ value }) => value)).toEqual(['bruising', 'painful']);
    expect((await told(await start(bare), 'command', 'news')).text).toContain('No answer has been reviewed yet');
    const [[id, entry] = ['', bare[0]?.[1]], ...others] = bare;
    if (entry === undefined) throw new Error('The frozen FAQ has no entry.');
    const dayOf = (changed: string) => start([[id, { ...entry, changed }], ...others]);
    expect((await told(await dayOf('2020-01-01'), 'command', 'news')).text).toContain('*Changed 2020-01-01 · ');
    expect((await told(await dayOf('2999-01-01'), 'command', 'news')).text).toContain('nothing is listed as new');
  });
});

describe('"random"', () => {
  it('shows the entry that chance picks, and another one', async () => {
    let chance = 0;
    const talk = await startConversation({ chance: () => chance });
    const titles = [...talk.faq.knowledge.entries.values()].map(({ questions }) => questions[0]);
    expect((await told(talk, 'command', 'random')).text).toContain(titles[0]);
    chance = 0.999999;
    expect((await pressLast(talk, { label: 'Another one' })).at(-1)?.text).toContain(titles.at(-1));
    const whole = (await pressLast(talk, { label: 'Read it' })).at(-1);
    expect(whole?.text).toContain('Evidence:');
    expect(whole?.user).toBe(BOT.id);
  });

  it('shows what is on safety with its caution, and red flags with the emergency number', async () => {
    const { entries } = (await faqOf()).knowledge;
    const shown = (id: string) => randomReply(entries.get(id) as Entry);
    for (const id of ['refer', 'anticoagulants'])
      for (const said of [shown(id).text, JSON.stringify(shown(id).blocks)]) expect(said).toContain(CAUTION);
    expect(shown('refer').text).toContain(EMERGENCY);
    expect(shown('stands-for').text).not.toContain(CAUTION);
  });
});

async function pressOn(talk: Talk, message_ts: string, value: string) {
  const last = (await seen(talk)).at(-1)?.ts ?? message_ts;
  const there = value.startsWith('unclear') ? last : message_ts;
  await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: there, value });
  await talk.slack.settled();
}
