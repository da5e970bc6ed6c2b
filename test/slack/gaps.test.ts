import { describe, expect, it } from 'vitest';
import type { Faq } from '../../src/faq/load.js';
import { DAY } from '../../src/knowledge/day.js';
import { dmOf, PEOPLE, TEAM } from '../../src/playground/workspace.js';
import type { Match } from '../../src/search/match.js';
import { UNDECIDED } from '../../src/search/match.js';
import { keysOf } from '../../src/store/keys.js';
import { startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { CHANNEL, MENTION, pressables, seen } from './matched.js';

const [anna, ben, chloe] = PEOPLE.map(({ id }) => id) as [string, string, string];

/** What the search decides by words of a question; it reads and compares like the real one, and answers nothing else. */
type Decided = Record<string, Partial<Match>>;

function faqThat(frozen: Faq, decided: Decided): Faq {
  const match = (text: string) => ({
    ...UNDECIDED,
    ...Object.entries(decided).find(([words]) => text.toLowerCase().includes(words))?.[1],
  });
  return { ...frozen, matcher: { ...frozen.matcher, match } };
}

/** A conversation with a clock of its own, in which Chloe is the lead. */
async function startDesk(decided: Decided = {}, timeZone = 'UTC') {
  const frozen = await faqOf();
  const served = { faq: faqThat(frozen, decided) };
  const clock = { at: Date.parse('2026-11-02T09:00:00Z') };
  const leads = { people: [chloe], channel: null };
  const talk = await startConversation({ faq: () => served.faq, now: () => new Date(clock.at), timeZone, leads });
  const last = async (viewer = chloe, channel = CHANNEL) => {
    const shown = (await seen(talk, channel, viewer)).at(-1);
    if (shown === undefined) throw new Error('The bot said nothing.');
    return shown;
  };
  /** Somebody asks by the command, an hour after what was asked before. */
  async function ask(text: string, user = anna) {
    clock.at += 3_600_000;
    await talk.slack.command({ channel: CHANNEL, user, command: '/iastm', text });
    return last(user);
  }
  const gaps = () => ask('gaps', chloe);
  /** Chloe presses a button of the last reply, the first where several are called the same, or picks in its menu. */
  async function press(label: string, at = 0) {
    const { ts, blocks } = await last();
    const button = pressables({ blocks }).filter((each) => each.text?.text === label)[at];
    const option = pressables({ blocks })
      .flatMap(({ options = [] }) => options)
      .find(({ text }) => text.text === label);
    const what = button ? { action_id: button.action_id } : { action_id: 'gaps', value: option?.value };
    await talk.slack.press({ user: chloe, channel: CHANNEL, message_ts: ts, ...what });
    return last();
  }
  /** Other knowledge goes into service. */
  function serve(then: Decided, change: Partial<Faq> = {}) {
    served.faq = { ...faqThat(frozen, then), ...change };
  }
  const stored = () => talk.store.gaps();
  return { ...talk, talk, knowledge: frozen.knowledge, leads, clock, ask, gaps, press, last, serve, stored };
}

const labels = ({ blocks }: { blocks: readonly unknown[] }) =>
  pressables({ blocks }).flatMap(({ text }) => text?.text ?? []);

describe('what was asked in vain', () => {
  it('stands in one gap for one subject, with how often and by how many, the first words above', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.ask('parking for patients?', ben);
    await desk.ask('scraping over metal plate and screws', ben);
    await desk.ask('METAL PLATE in her arm ok?', ben);
    const { text } = await desk.gaps();
    expect(text).toContain('2 open gaps');
    expect(text).toContain(
      '“can we do it over a metal plate”*\n2 people, 3 times, last today\nAlso: “scraping over metal plate and screws” · “METAL PLATE in her arm ok?”',
    );
    expect(text.indexOf('metal')).toBeLessThan(text.indexOf('parking'));
  });

  it.each([
    ['UTC', 'today'],
    ['America/Denver', 'yesterday'],
  ])('were asked last on a day of the clinic’s: in %s %s', async (timeZone, day) => {
    const desk = await startDesk({}, timeZone);
    desk.clock.at = Date.parse('2026-11-03T01:00:00Z');
    await desk.ask('parking for patients?');
    desk.clock.at = Date.parse('2026-11-03T16:00:00Z');
    expect((await desk.gaps()).text).toContain(`1 person, 1 time, last ${day}`);
  });

  it('shows words once that differ in signs and capitals alone', async () => {
    const desk = await startDesk();
    for (const text of ['parking for patients?', 'Parking for patients', 'parking for patients ??'])
      await desk.ask(text);
    const { text } = await desk.gaps();
    expect(text).toContain('“parking for patients?”*\n1 person, 3 times, last today\n');
    expect(text).not.toContain('Also:');
  });

  it('keeps its first words above and its id, whatever joins, also after a restart', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.gaps();
    const [before] = await desk.stored();
    for (const text of ['a plate of metal, screws', 'metal plates?']) await desk.ask(text, ben);
    expect((await desk.gaps()).text).toContain('*“can we do it over a metal plate”*');
    const after = await desk.stored();
    expect(after.map(({ id }) => id)).toEqual([before?.id]);
    expect(after[0]?.members).toHaveLength(3);
  });

  it.each([
    'thanks a lot',
    'ok',
    'hello',
    '/iastm topics',
    'topcs',
    'glosary',
    'halp',
    'privacyy please',
    'test',
    'testing 1 2 3',
    '???',
    'what is it',
    '🙂',
    'Zyxwvut Qwertz',
  ])('is nothing where people only say %j', async (text) => {
    const desk = await startDesk();
    await desk.ask(text);
    expect((await desk.gaps()).text).toContain('No open gaps');
    expect(await desk.stored()).toEqual([]);
  });

  it.each(['tattoo', 'topical cream', 'source of heel pain', 'help with cellulite on thighs', 'ok to swim after?'])(
    'is a gap where people ask %j',
    async (text) => {
      const desk = await startDesk();
      await desk.ask(text);
      expect((await desk.gaps()).text).toContain('1 open gap');
    },
  );

  it('is what of an offer was none, or nothing was chosen, and no longer once something is', async () => {
    const desk = await startDesk({ spoon: { decision: 'suggest', offered: ['painful', 'bruising'] } });
    const offer = await desk.ask('scrape with a spoon');
    expect((await desk.gaps()).text).toContain('1 open gap');
    await desk.slack.press({ user: anna, channel: CHANNEL, message_ts: offer.ts, value: 'bruising' });
    await desk.slack.settled();
    expect((await desk.gaps()).text).toContain('No open gaps');
    expect(await desk.stored()).toEqual([]);
  });

  it('is a vote down, with the entry, until another entry answers or it was reviewed since', async () => {
    const answer = { decision: 'answer', entry: 'painful', confidence: 0.99 } as const;
    const desk = await startDesk({ spoon: answer });
    const shown = await desk.ask('does a spoon hurt');
    await desk.slack.press({ user: anna, channel: CHANNEL, message_ts: shown.ts, value: 'down painful' });
    await desk.slack.settled();
    expect((await desk.gaps()).text).toContain(
      '“does a spoon hurt”*\n1 person, 1 time, last today\nVoted down: painful',
    );
    expect(labels(await desk.press('Planned'))).toEqual([
      ...['Add to an entry', 'Draft an answer', 'Change painful'],
      ...['Done', 'Not ours'],
    ]);
    desk.serve({ spoon: { ...answer, entry: 'bruising' } });
    expect((await desk.gaps()).text).toContain('No open gaps');
    const { knowledge } = desk;
    const painful = knowledge.entries.get('painful');
    const reviewed = (day: string) => {
      const entries = new Map(knowledge.entries);
      if (painful) entries.set('painful', { ...painful, reviewed: day, reviewedBy: 'Dan' });
      desk.serve({ spoon: answer }, { knowledge: { ...knowledge, entries } });
      return desk.gaps();
    };
    expect((await reviewed('2026-11-01')).text).toContain('1 open gap');
    expect((await reviewed('2026-11-02')).text).toContain('No open gaps');
  });

  it('never shows what could tell of a person, nor who asked', async () => {
    const desk = await startDesk();
    await desk.ask('my pt Jane Kowalski, MRN 004 829 13, has a tattoo, is that ok');
    const shown = JSON.stringify(await desk.gaps());
    expect(shown).toContain('tattoo');
    for (const told of ['Kowalski', '004 829', anna, keysOf('test').person(`${TEAM.id}:${anna}`)])
      expect(shown).not.toContain(told);
  });

  it('goes with whoever asks to be forgotten, and stays for the others', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.ask('metal plate and screws ok?', ben);
    await desk.ask('tattoo', anna);
    await desk.gaps();
    await desk.store.forget(keysOf('test').person(`${TEAM.id}:${anna}`));
    const { text } = await desk.gaps();
    expect(text).toContain('“metal plate and screws ok?”*\n1 person, 1 time');
    expect(text).not.toContain('tattoo');
    expect(await desk.stored()).toHaveLength(1);
  });

  it('is not shown any more once its words are gone, but where a lead has planned it', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.ask('parking for patients?');
    await desk.gaps();
    await desk.press('Planned', 0);
    desk.clock.at += 31 * DAY;
    await desk.store.expireText(new Date(desk.clock.at - 30 * DAY));
    const { text } = await desk.gaps();
    expect(text).toContain('1 open gap');
    expect(text).toContain('Its words are no longer kept.');
    expect(text).toContain('planned');
  });
});

describe('what leads say of a gap', () => {
  it('is known again when the same is asked, though its words are no longer kept', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.ask('parking for patients?');
    await desk.gaps();
    await desk.press('Not ours', 1);
    await desk.press('Planned', 0);
    desk.clock.at += 31 * DAY;
    await desk.store.expireText(new Date(desk.clock.at - 30 * DAY));
    await desk.ask('Can we do it over a metal plate?', ben);
    await desk.ask('parking for patients', ben);
    const { text } = await desk.gaps();
    expect(text).toContain('1 open gap');
    expect(text).toContain('2 people, 2 times, last today · planned');
    expect(await desk.stored()).toHaveLength(2);
  });

  it('is kept and shown, and can be taken back', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    expect(labels(await desk.gaps())).toEqual(['Add to an entry', 'Draft an answer', 'Planned', 'Not ours']);
    const planned = await desk.press('Planned');
    expect(planned.text).toContain('last today · planned');
    expect(labels(planned)).toEqual(['Add to an entry', 'Draft an answer', 'Done', 'Not ours']);
    expect((await desk.press('Not ours')).text).toContain('No open gaps');
    const ignored = await desk.press('Not ours');
    expect(ignored.text).toContain('1 gap not ours');
    expect(labels(ignored)).toEqual(['Reopen']);
    expect((await desk.press('Reopen')).text).toContain('0 gaps not ours');
    expect((await desk.press('Open: new and planned')).text).toContain('1 open gap');
  });

  it('takes what joins with it where it is not ours, and is new again where it was done', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.gaps();
    await desk.press('Not ours');
    await desk.ask('metal plate and screws ok?', ben);
    expect((await desk.gaps()).text).toContain('No open gaps');
    await desk.press('Not ours');
    await desk.press('Reopen');
    await desk.press('Open: new and planned');
    await desk.press('Planned');
    await desk.press('Done');
    expect((await desk.gaps()).text).toContain('No open gaps');
    await desk.ask('over a metal plate?', ben);
    expect((await desk.gaps()).text).toContain('2 people, 3 times, last today\n');
  });

  it('is done by itself once the FAQ in service answers the words, which it says, and open again where it does not', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.ask('metal plate and screws ok?', ben);
    desk.serve({ 'over a metal': { decision: 'answer', entry: 'contraindications' } });
    expect((await desk.gaps()).text).toContain(
      'The FAQ answers 1 of 2 now: contraindications\nNot yet: “metal plate and screws ok?”',
    );
    desk.serve({ metal: { decision: 'answer', entry: 'contraindications' } });
    expect((await desk.gaps()).text).toContain('No open gaps');
    const done = await desk.press('Done: answered now');
    expect(done.text).toContain('The FAQ answers 2 of 2 now: contraindications');
    expect(labels(done)).toEqual([]);
    desk.serve({});
    expect((await desk.gaps()).text).toContain('1 open gap');
  });

  it('is asked in pages', async () => {
    const desk = await startDesk();
    const subjects = [
      'tattoo',
      'parking',
      'wifi',
      'cupping',
      'dogs',
      'insurance',
      'spoons',
      'leggings',
      'nickel',
      'vegan',
      'yoga',
    ];
    for (const subject of subjects) await desk.ask(subject);
    const words: string[] = [];
    let page = await desk.gaps();
    expect(page.text).toContain('Page 1 of 3.');
    for (let at = 0; ; at += 1) {
      words.push(...subjects.filter((subject) => page.text.includes(`“${subject}”`)));
      if (at === 2) break;
      page = await desk.press('Next page');
    }
    expect(words.sort()).toEqual([...subjects].sort());
    expect((await desk.press('Planned')).text).toContain('Page 3 of 3.');
    expect((await desk.press('Previous page')).text).toContain('Page 2 of 3.');
  });
});

describe('who sees the gaps', () => {
  it('is a lead alone: others get a plain no', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    const no = await desk.ask('gaps', anna);
    expect(no.text).toBe('That is for leads alone. Ask a lead: <@U0CHLOE01>.');
    expect(await desk.stored()).toEqual([]);
  });

  it('sees them alone, also where they are asked for in public', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.slack.say({ channel: CHANNEL, user: chloe, text: `${MENTION} gaps` });
    expect((await desk.last()).text).toContain('1 open gap');
    expect(JSON.stringify(await seen(desk.talk, CHANNEL, ben))).not.toContain('metal');
    await desk.slack.say({ channel: dmOf(chloe), user: chloe, text: 'show me the gaps' });
    expect((await desk.last(chloe, dmOf(chloe))).text).toContain('1 open gap');
  });

  it('cannot be somebody who was a lead when they were shown', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.gaps();
    desk.leads.people = [];
    expect((await desk.press('Not ours')).text).toContain('That is for leads alone.');
    expect((await desk.stored())[0]?.state).toBe('new');
  });

  it('finds the heaviest on the Home, and all of them behind a button; nobody else does', async () => {
    const desk = await startDesk();
    for (const text of ['tattoo', 'parking', 'wifi', 'cupping']) await desk.ask(text);
    await desk.ask('parking?', ben);
    const homeOf = async (user: string) => {
      await desk.slack.openHome({ user, tab: 'home' });
      await desk.slack.settled();
      return JSON.stringify(desk.slack.home(user)?.blocks ?? []);
    };
    expect(await homeOf(chloe)).toMatch(
      /For leads:\* 4 open gaps · \d+ due for review\\n• “parking”: 2 people, 2 times, last today/,
    );
    expect(await homeOf(anna)).not.toContain('gap');
    await desk.slack.press({ user: chloe, view_id: desk.slack.home(chloe)?.id ?? '', label: 'Gaps' });
    await desk.slack.settled();
    const modal = () => JSON.stringify(desk.slack.modal(chloe)?.blocks ?? []);
    expect(modal()).toContain('4 open gaps');
    await desk.slack.press({ user: chloe, view_id: desk.slack.modal(chloe)?.id ?? '', action_id: 'gap:1' });
    await desk.slack.settled();
    expect(modal()).toContain('3 open gaps');
    expect(desk.slack.modals(chloe)).toHaveLength(1);
    expect(await homeOf(chloe)).toContain('3 open gaps');
  });

  it('is told where they cannot be read now', async () => {
    const desk = await startDesk();
    await desk.ask('can we do it over a metal plate');
    await desk.gaps();
    desk.store.gaps = () => Promise.reject(new Error('away'));
    expect((await desk.press('Planned')).text).toContain('could not be read or kept just now');
  });
});

it('are put together once, however often a lead looks, and anew when something was asked or said', async () => {
  const frozen = await faqOf();
  const read: string[] = [];
  const reading = (text: string) => {
    read.push(text);
    return frozen.matcher.read(text);
  };
  const talk = await startConversation({ faq: { ...frozen, matcher: { ...frozen.matcher, read: reading } } });
  const reads = async () => {
    read.length = 0;
    await talk.bot.gapsNow();
    return read.length;
  };
  const ask = (text: string) => talk.slack.command({ channel: CHANNEL, user: anna, command: '/iastm', text });
  await ask('zebra on ice');
  await reads();
  expect(await reads()).toBe(1);
  expect(await reads()).toBe(0);
  const [gap] = await talk.store.gaps();
  await talk.store.markGap(gap?.id ?? '', 'planned', new Date());
  expect(await reads()).toBe(1);
  expect(await reads()).toBe(0);
  await ask('giraffe in the rain');
  expect(await reads()).toBe(2);
});

it('replays the same words once, and holds those no longer of which somebody was forgotten', async () => {
  const frozen = await faqOf();
  const replayed: string[] = [];
  const match = (text: string) => {
    replayed.push(text);
    return UNDECIDED;
  };
  const faq = { ...frozen, matcher: { ...frozen.matcher, match } };
  const talk = await startConversation({ faq });
  const replays = async () => {
    replayed.length = 0;
    await talk.bot.gapsNow();
    return replayed;
  };
  const ask = (user: string) => talk.slack.command({ channel: CHANNEL, user, command: '/iastm', text: 'zebra on ice' });
  await ask(anna);
  expect(await replays()).toEqual(['zebra on ice']);
  expect(await replays()).toEqual([]);
  await talk.bot.forget(`${TEAM.id}:${anna}`);
  expect(await replays()).toEqual([]);
  await ask(ben);
  expect(await replays()).toEqual(['zebra on ice']);
});
