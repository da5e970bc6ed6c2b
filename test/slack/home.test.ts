import { describe, expect, it, vi } from 'vitest';
import { type Faq, NOTHING } from '../../src/faq/load.js';
import { dmOf, PEOPLE, TEAM } from '../../src/playground/workspace.js';
import { featuredEntries } from '../../src/replies/featured.js';
import { all, type ConversationOptions, startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { blocksOf, matched } from './matched.js';

const [anna, ben] = [PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

/** Opens a conversation and the Home in it. */
async function opened(options: ConversationOptions = {}) {
  const talk = await startConversation(options);
  await talk.slack.openHome({ user: anna, tab: 'home' });
  await talk.slack.settled();
  const view_id = talk.slack.home(anna)?.id ?? '';
  const press = async (what: object) => {
    const act = await talk.slack.press({ user: anna, view_id, ...what });
    await talk.slack.settled();
    return act;
  };
  /** Presses in the modal that is in sight. */
  const pressIn = async (what: object) => {
    await talk.slack.press({ user: anna, view_id: talk.slack.modal(anna)?.id ?? '', ...what });
    await talk.slack.settled();
  };
  const calls = (method: string) => talk.slack.calls.filter((call) => call.method === method);
  return { ...talk, press, pressIn, calls, view_id };
}

/** A FAQ of one topic with so many entries. */
async function many(count: number, titleOf: (at: number) => string): Promise<Faq> {
  const faq = await faqOf();
  const [model] = faq.knowledge.entries.values();
  if (!model) throw new Error('The frozen FAQ has no entry.');
  const made = Array.from({ length: count }, (_, at) => ({
    ...model,
    id: `entry-${at}`,
    topic: 'many',
    questions: [titleOf(at)] as const,
  }));
  const topic = { id: 'many', title: 'Many', file: 'many.yml', entries: made.map(({ id }) => id) };
  const entries = new Map(made.map((entry) => [entry.id, entry]));
  return { ...faq, knowledge: { ...faq.knowledge, topics: new Map([['many', topic]]), entries } };
}

type Talk = Awaited<ReturnType<typeof opened>>;

/** All words of the Home, and of the modal in sight. */
const home = ({ slack }: Pick<Talk, 'slack'>) => JSON.stringify(slack.home(anna)?.blocks ?? []);
const modal = ({ slack }: Pick<Talk, 'slack'>) => JSON.stringify(slack.modal(anna)?.blocks ?? []);
const blockIdsOf = ({ slack }: Pick<Talk, 'slack'>) =>
  blocksOf(slack.home(anna) ?? { blocks: [] }).map(({ block_id }) => block_id);
const shortOf = ({ faq }: Pick<Talk, 'faq'>, id: string) => faq.knowledge.entries.get(id)?.short ?? 'no such entry';
const told = ({ slack }: Pick<Talk, 'slack'>, user = anna) => slack.messages(dmOf(user), user).map(({ text }) => text);

describe('the Home', () => {
  it('is published when it is opened, and not again while nothing changes for that person', async () => {
    const talk = await opened();
    for (const tab of ['home', 'messages', 'home'] as const) await talk.slack.openHome({ user: anna, tab });
    await talk.slack.settled();
    expect(talk.calls('views.publish')).toHaveLength(1);
    await talk.slack.openHome({ user: ben, tab: 'home' });
    await talk.slack.settled();
    expect(talk.calls('views.publish')).toHaveLength(2);
  });

  it('is looked up once for a press that empties its menus', async () => {
    const talk = await opened();
    const { askedBy } = talk.store;
    let looked = 0;
    talk.store.askedBy = (...of) => {
      looked += 1;
      return askedBy(...of);
    };
    await talk.press({ action_id: 'topic', value: 'safety' });
    expect([looked, talk.calls('views.publish').length]).toEqual([1, 2]);
  });

  it('is published anew to whoever opens it after the knowledge has changed, and pushed to nobody', async () => {
    const faq = { ...(await faqOf()) };
    const talk = await opened({ faq });
    const before = talk.slack.calls.length;
    const [first] = faq.knowledge.topics.values();
    const topics = new Map(first ? [[first.id, { ...first, title: 'Another title' }]] : []);
    faq.knowledge = { ...faq.knowledge, topics };
    await talk.idle();
    expect(talk.slack.calls).toHaveLength(before);
    await talk.slack.openHome({ user: anna, tab: 'home' });
    await talk.slack.settled();
    expect(home(talk)).toContain('Another title');
  });

  it('answers a typed question in a modal, under the question, and keeps it by its door', async () => {
    const talk = await opened();
    await talk.press({ action_id: 'ask', value: 'does it hurt??' });
    expect(modal(talk)).toContain('You asked about: does it hurt??');
    expect(modal(talk)).toContain(shortOf(talk, 'painful'));
    expect(await all(talk.store.allAsked())).toMatchObject([
      { door: 'home', entry: 'painful', text: 'does it hurt??' },
    ]);
    expect(talk.told.asked).toEqual(['home answer']);
  });

  it('keeps every question that is typed, also the same once more', async () => {
    const talk = await opened();
    for (const value of ['does it hurt', 'does it hurt']) await talk.press({ action_id: 'ask', value });
    expect(await all(talk.store.allAsked())).toHaveLength(2);
  });

  it('shows warnings above the answer, and takes details out with a note in the same modal', async () => {
    const talk = await opened();
    await talk.press({ action_id: 'ask', value: 'my pt John Smith has haemophilia, does it hurt' });
    const blocks = talk.slack.modal(anna)?.blocks ?? [];
    expect(blocks.slice(0, 3).map((block) => JSON.stringify(block))).toContainEqual(
      expect.stringContaining('You mention *haemophilia*'),
    );
    expect(modal(talk)).toContain('They do not belong here');
    expect((await all(talk.store.allAsked()))[0]?.text).not.toContain('Smith');
  });

  it('reads words of the command, too, and helps where nothing was typed', async () => {
    const talk = await opened();
    await talk.press({ action_id: 'ask', value: 'privacy' });
    expect(modal(talk)).toContain('What I keep');
    await talk.press({ action_id: 'ask', value: '' });
    expect(modal(talk)).toContain('In a channel: mention me');
  });

  it('tells the answer directly where Slack opens no modal any more', async () => {
    const talk = await opened();
    talk.slack.fail('views.open', { error: 'expired_trigger_id' });
    await talk.press({ action_id: 'ask', value: 'does it hurt' });
    expect(talk.slack.modal(anna)).toBeUndefined();
    expect(told(talk).at(-1)).toContain(shortOf(talk, 'painful'));
  });

  it('lets one vote, choose and read on in the modal, each kept with the question', async () => {
    const faq = await matched({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    const talk = await opened({ faq });
    await talk.press({ action_id: 'ask', value: 'is it bad' });
    await talk.pressIn({ value: 'bruising' });
    expect(talk.slack.modals(anna)).toHaveLength(1);
    expect(modal(talk)).toContain(shortOf(talk, 'bruising'));
    const [asked] = await all(talk.store.allAsked());
    expect(asked?.outcome).toBe('chose bruising');
    await talk.pressIn({ value: 'down bruising' });
    expect(talk.slack.modals(anna)).toHaveLength(2);
    await talk.pressIn({ value: 'unclear bruising' });
    expect(modal(talk)).toContain('Kept for the leads');
    expect(await all(talk.store.allVotes())).toMatchObject([
      { asked: asked?.id, entry: 'bruising', reason: 'unclear' },
    ]);
    await talk.pressIn({ value: 'unclear bruising' });
    expect(talk.slack.modal(anna)?.callback_id).toBe('note');
    expect(talk.slack.modals(anna)).toHaveLength(3);
  });

  it('shows what is read on in the place of the uppermost, once three modals stand upon each other', async () => {
    const talk = await opened();
    await talk.press({ action_id: 'topic', value: 'safety' });
    for (const value of ['contraindications', 'refer']) await talk.pressIn({ value });
    const { related = [] } = talk.faq.knowledge.entries.get('refer') ?? {};
    await talk.pressIn({ value: related[0] });
    expect(talk.slack.modals(anna)).toHaveLength(3);
    expect(modal(talk)).toContain(shortOf(talk, related[0] ?? ''));
    expect(talk.told.faults).toEqual([]);
  });

  it('hears of the same topic or entry picked once more, since its menus are empty again', async () => {
    const talk = await opened();
    for (const time of ['first', 'second']) {
      const before = blockIdsOf(talk);
      await talk.press({ action_id: 'topic', value: 'safety' });
      const after = blockIdsOf(talk);
      expect(after).toHaveLength(before.length);
      expect(
        after.filter((id) => !before.includes(id)),
        time,
      ).toHaveLength(2);
    }
    const published = talk.calls('views.publish').length;
    await talk.slack.openHome({ user: anna, tab: 'home' });
    await talk.slack.settled();
    expect(talk.calls('views.publish')).toHaveLength(published);
  });

  it('opens a topic with its entries, and each of them', async () => {
    const talk = await opened();
    await talk.press({ action_id: 'topic', value: 'safety' });
    const topic = talk.faq.knowledge.topics.get('safety');
    for (const id of topic?.entries ?? []) expect(modal(talk)).toContain(`"value":"${id}"`);
    await talk.pressIn({ value: 'pressure', label: 'Read' });
    expect(modal(talk)).toContain(shortOf(talk, 'pressure'));
  });

  it('pages through a topic of many entries in the same modal', async () => {
    const faq = await many(95, (at) => `Question ${at}?`);
    const talk = await opened({ faq });
    await talk.press({ action_id: 'topic', value: 'many' });
    const shown = () =>
      blocksOf(talk.slack.modal(anna) ?? { blocks: [] }).flatMap(({ accessory }) => accessory?.value ?? []);
    const seen = [...shown()];
    for (const page of [2, 3]) {
      await talk.pressIn({ label: 'Next page' });
      expect(modal(talk)).toContain(`Page ${page} of 3`);
      seen.push(...shown());
    }
    expect(seen).toEqual(faq.knowledge.topics.get('many')?.entries);
    expect(talk.slack.modals(anna)).toHaveLength(1);
    await talk.pressIn({ label: 'Previous page' });
    expect(modal(talk)).toContain('Page 2 of 3');
  });

  it('shows what was changed or reviewed in the last sixty days, three at the most, and leads to all of it', async () => {
    const faq = await faqOf();
    const of = (days: Record<string, object>) => {
      const entries = [...faq.knowledge.entries].map(([id, entry]) => {
        const { reviewed: _, reviewedBy: __, ...rest } = entry;
        return [id, { ...rest, ...days[id] }] as const;
      });
      return { ...faq, knowledge: { ...faq.knowledge, entries: new Map(entries) } };
    };
    const now = () => new Date('2026-11-30T23:30:00Z');
    const rows = (talk: Talk) =>
      blocksOf(talk.slack.home(anna) ?? { blocks: [] }).flatMap(({ block_id = '', accessory }) =>
        block_id.startsWith('news ') ? [accessory?.value] : [],
      );
    expect(home(await opened({ now, faq: of({}) }))).not.toContain('New and changed');
    const old = { changed: '2026-09-30' };
    const toCome = { changed: '2026-12-01' };
    const stale = await opened({ now, faq: of({ painful: old, bruising: toCome }) });
    expect(home(stale)).not.toContain('New and changed');

    const few = await opened({
      now,
      faq: of({ painful: { changed: '2026-10-01' }, bruising: { changed: '2026-11-30' } }),
    });
    expect(rows(few)).toEqual(['bruising', 'painful']);
    expect(home(few)).not.toContain('All that is new');
    const reviewed = { reviewed: '2026-11-05', reviewedBy: 'Dr. K' };
    const many = await opened({
      now,
      faq: of({
        painful: { ...reviewed, changed: '2026-11-05' },
        bruising: { ...reviewed, changed: '2026-11-20' },
        pressure: { ...reviewed, reviewedBy: undefined },
        'stands-for': { changed: '2026-11-01' },
        refer: { changed: '2026-11-03' },
      }),
    });
    expect(rows(many)).toEqual(['bruising', 'painful', 'refer']);
    expect(home(many)).toContain(`Changed 2026-11-20 · ${faq.knowledge.entries.get('bruising')?.questions[0]}`);
    expect(home(many)).toContain('Reviewed 2026-11-05 · ');
    await many.press({ block_id: 'news 0' });
    expect(modal(many)).toContain(shortOf(many, 'bruising'));
    await many.slack.close({ user: anna });
    await many.press({ label: 'All that is new' });
    expect(modal(many)).toContain('Changed 2026-11-01 · ');
  });

  it('shows what one asked lately, to read again, and nothing of it once the person is forgotten', async () => {
    const talk = await opened();
    const empty = home(talk);
    expect(empty).not.toContain('You asked lately');
    await talk.press({ action_id: 'ask', value: 'pt has haemophilia, is bruising normal' });
    await talk.slack.openHome({ user: anna, tab: 'home' });
    await talk.slack.settled();
    expect(home(talk)).toContain('“pt has haemophilia, is bruising normal”');
    await talk.press({ label: 'Read again' });
    expect(modal(talk)).toContain('You asked about: pt has haemophilia, is bruising normal');
    expect(modal(talk)).toContain('You mention *haemophilia*');
    await talk.press({ label: 'Forget me' });
    expect(home(talk)).not.toContain('bruising normal”');
    await talk.slack.openHome({ user: ben, tab: 'home' });
    await talk.slack.settled();
    expect(JSON.stringify(talk.slack.home(ben)?.blocks)).not.toContain('You asked lately');
  });

  it('is there while what one asked cannot be looked up', async () => {
    const talk = await startConversation();
    talk.store.askedBy = () => Promise.reject(new Error('away'));
    await talk.slack.openHome({ user: anna, tab: 'home' });
    await talk.slack.settled();
    expect(home(talk)).toContain('Your question');
  });

  it('says what is kept, and helps', async () => {
    const talk = await opened();
    await talk.press({ label: 'What is kept about me' });
    expect(modal(talk)).toContain('What I keep');
    await talk.press({ label: 'Help' });
    expect(modal(talk)).toContain('`topics` lists the topics');
  });

  it('forgets a person, asked whether it is meant', async () => {
    const talk = await opened();
    await talk.press({ action_id: 'ask', value: 'does it hurt' });
    const { bodies } = await talk.press({ label: 'Forget me' });
    expect(JSON.stringify(bodies)).toContain('It cannot be brought back');
    expect(modal(talk)).toContain('Removed: ');
    expect(await all(talk.store.allAsked())).toEqual([]);
  });

  it('says nothing but that while the knowledge is not served, and what is kept', async () => {
    const talk = await opened({ faq: NOTHING });
    expect(home(talk)).toContain('The FAQ cannot be served at the moment');
    expect(home(talk)).not.toContain('Your question');
    await talk.press({ label: 'What is kept about me' });
    expect(modal(talk)).toContain('What I keep');
    await talk.slack.openHome({ user: anna, tab: 'messages' });
    await talk.slack.settled();
    expect(talk.calls('assistant.threads.setSuggestedPrompts')).toEqual([]);
    expect(told(talk)).toEqual([]);
  });

  it('passes over what is not as it should be, and goes on', async () => {
    const talk = await opened();
    for (const event of [{ tab: 'home' }, { user: anna }, { user: anna, channel: dmOf(anna), tab: 'about' }])
      await talk.slack.deliver({ type: 'app_home_opened', event_ts: '1.1', ...event });
    await talk.slack.settled();
    expect(talk.told.faults).toEqual([]);
  });
});

describe('the choice of an entry as one types', () => {
  async function offered(value: string, options: ConversationOptions = {}) {
    const talk = await opened(options);
    const { slack, view_id } = talk;
    const block_id =
      blocksOf(slack.home(anna) ?? { blocks: [] }).find((block) => JSON.stringify(block).includes('"pick"'))
        ?.block_id ?? '';
    const offer = await slack.suggest({ user: anna, view_id, block_id, action_id: 'pick', value });
    return { talk, offer, labels: offer.options.map(({ text }) => (text as { text: string }).text) };
  }

  it.each([
    ['brui', 'bruising'],
    ['brusing', 'bruising'],
    ['plantar fascitis', 'plantar-fasciitis'],
    ['press hard', 'pressure'],
    ['hrd press', 'pressure'],
    ['blod thiners', 'anticoagulants'],
    ['tools clean', 'cleaning'],
  ])('finds for %j the entry %j among the first three', async (typed, entry) => {
    const { offer } = await offered(typed);
    expect(offer.options.slice(0, 3).map(({ value }) => value)).toContain(entry);
  });

  it('offers entries before anything is typed, none for what is like nothing, and shows what is picked', async () => {
    const { offer, talk } = await offered('');
    expect(offer.options).toHaveLength(Math.min(100, talk.faq.knowledge.entries.size));
    await talk.press({ action_id: 'pick', value: 'painful' });
    expect(modal(talk)).toContain(shortOf(talk, 'painful'));
    expect((await offered('zzqx')).offer).toMatchObject({ options: [], refused: null });
  });

  it('offers at most a hundred, with labels of at most 75', async () => {
    const faq = await many(150, (at) => `${'long words '.repeat(20)}${at}?`);
    for (const typed of ['', 'long words']) {
      const { offer, labels } = await offered(typed, { faq });
      expect([offer.refused, labels.length]).toEqual([null, 100]);
      expect(labels.every((label) => label.length <= 75)).toBe(true);
    }
  });

  it('takes anything that is typed, however long', async () => {
    for (const typed of ['x'.repeat(3000), '🦴'.repeat(200), '\u0000', 'a b c d e f g h i j k l m n'.repeat(20)])
      expect((await offered(typed)).offer.refused).toBeNull();
  });
});

describe('the prompts beside the messages', () => {
  async function prompts(options: ConversationOptions = {}) {
    const talk = await startConversation(options);
    await talk.slack.openHome({ user: anna, tab: 'messages' });
    await talk.slack.settled();
    return { talk, prompts: talk.slack.prompts(dmOf(anna))?.prompts ?? [] };
  }

  it('are the featured entries, each of which is answered by its entry', async () => {
    const { talk, prompts: shown } = await prompts();
    const marked = [...talk.faq.knowledge.entries.values()].filter(({ featured }) => featured);
    expect(marked.length).toBeGreaterThan(0);
    expect(shown).toEqual(marked.map(({ questions: [title] }) => ({ title, message: title })));
    for (const [at, { message }] of shown.entries()) {
      await talk.slack.say({ channel: dmOf(anna), user: anna, text: message });
      await talk.slack.settled();
      expect(told(talk).at(-1)).toContain(marked[at]?.short);
    }
  });

  it('are four at most, and the first entries of the topics where none is marked', async () => {
    const { knowledge } = await faqOf();
    const entries = new Map([...knowledge.entries].map(([id, entry]) => [id, { ...entry, featured: true }]));
    expect(featuredEntries({ ...knowledge, entries })).toHaveLength(4);
    const none = new Map([...knowledge.entries].map(([id, entry]) => [id, { ...entry, featured: false }]));
    const topics = [...knowledge.topics.values()].slice(0, 4).map(({ id }) => id);
    expect(featuredEntries({ ...knowledge, entries: none }).map(({ topic }) => topic)).toEqual(topics);
  });

  it('are left out with a word in the log where Slack refuses them, and the person is welcomed all the same', async () => {
    const talk = await startConversation();
    talk.slack.fail('assistant.threads.setSuggestedPrompts', { error: 'missing_scope' });
    await talk.slack.openHome({ user: anna, tab: 'messages' });
    await talk.slack.settled();
    expect(talk.lines.some((line) => line.includes('prompts not shown') && line.includes('remedy'))).toBe(true);
    expect(told(talk)).toHaveLength(1);
  });
});

describe('the welcome', () => {
  it('comes once to a person, at whichever tab, by whichever replica, and its examples answer', async () => {
    const first = await startConversation();
    const second = await startConversation({ store: first.store });
    for (const { slack } of [first, second])
      for (const tab of ['home', 'messages', 'home'] as const) {
        await slack.openHome({ user: anna, tab });
        await slack.settled();
      }
    expect([...told(first), ...told(second)]).toHaveLength(1);
    const [welcome] = first.slack.messages(dmOf(anna), anna);
    expect(welcome?.text).toContain('say `privacy`');
    const [example] = featuredEntries(first.faq.knowledge);
    await first.slack.press({
      channel: dmOf(anna),
      user: anna,
      message_ts: welcome?.ts ?? '',
      value: example?.id ?? '',
    });
    await first.slack.settled();
    expect(told(first).at(-1)).toContain(example?.short);
    await first.slack.openHome({ user: ben, tab: 'messages' });
    await first.slack.settled();
    expect(told(first, ben)).toHaveLength(1);
  });

  it('comes to one replica alone where both are opened at once', async () => {
    const first = await startConversation();
    const by = `${TEAM.id}:${anna}`;
    const welcomes = await Promise.all(Array.from({ length: 8 }, () => first.bot.welcome(by)));
    expect(welcomes.filter((welcome) => welcome !== null)).toHaveLength(1);
  });

  it('does not come again after everything else of that time was removed for its age', async () => {
    const talk = await opened();
    await talk.store.expire(new Date(Date.now() + 400 * 86_400_000));
    await talk.slack.openHome({ user: anna, tab: 'messages' });
    await talk.slack.settled();
    expect(told(talk)).toHaveLength(1);
  });

  it('is forgotten with the person, who is then a stranger again', async () => {
    const talk = await opened();
    await talk.press({ label: 'Forget me' });
    await talk.slack.openHome({ user: anna, tab: 'home' });
    await talk.slack.settled();
    expect(told(talk)).toHaveLength(2);
  });

  it('does not come while the store cannot tell whether it came before', async () => {
    const talk = await startConversation();
    vi.spyOn(talk.store, 'takeTurn').mockRejectedValue(new Error('away'));
    await talk.slack.openHome({ user: anna, tab: 'home' });
    await talk.slack.settled();
    expect(told(talk)).toEqual([]);
    expect(talk.slack.home(anna)).toBeDefined();
  });
});
