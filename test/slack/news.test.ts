import { describe, expect, it } from 'vitest';
import { createNews } from '../../src/bot/news.js';
import { type Faq, NOTHING } from '../../src/faq/load.js';
import type { Refused } from '../../src/faq/serve.js';
import { faultsOf } from '../../src/playground/block-faults.js';
import { LEADS_CHANNEL, PEOPLE } from '../../src/playground/workspace.js';
import type { Reply } from '../../src/replies/reply.js';
import { keysOf } from '../../src/store/keys.js';
import type { Vote } from '../../src/store/store.js';
import { startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { anAsked, aVote } from '../store/samples.js';
import { pressables, seen } from './matched.js';

const chloe = PEOPLE[2]?.id ?? '';
const MONDAY = Date.parse('2026-11-30T09:30:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const FAULT: Refused = {
  file: 'safety.yml',
  line: 41,
  code: 'K203',
  message: '"bruising" cites source "nielson-2007", which sources.yml does not have.',
  remedy: 'Add it there, or correct the id.',
};

/** Two replicas on one store, in a clinic of this time zone. */
async function startNews({ timeZone = 'UTC', at = MONDAY } = {}) {
  const clock = { at };
  const files: { refused: Refused | null } = { refused: null };
  const served: { faq: Faq } = { faq: await faqOf() };
  const now = () => new Date(clock.at);
  const leads = { people: [chloe], channel: LEADS_CHANNEL };
  const talk = await startConversation({ now, faq: () => served.faq, leads });
  const replica = () =>
    createNews(
      { faq: () => served.faq, keys: keysOf('test'), now, timeZone, store: talk.store, refused: () => files.refused },
      { gaps: { look: talk.bot.gapsNow }, review: { due: talk.bot.reviewsDue } },
    );
  const replicas = [replica(), replica()];
  /** What all replicas tell now. */
  async function told(): Promise<string[]> {
    const replies: Reply[] = [];
    for (const { news } of replicas)
      for await (const reply of news()) {
        expect(faultsOf(reply.blocks, 'message')).toEqual([]);
        replies.push(reply);
        await talk.tellLeads(reply);
      }
    return replies.map(({ text }) => text);
  }
  let count = 0;
  async function asked(daysAgo: number, rest: Parameters<typeof anAsked>[1] = {}) {
    count += 1;
    await talk.store.record(anAsked(`${count}`, { at: new Date(clock.at - daysAgo * DAY), ...rest }));
    return `${count}`;
  }
  const down = (id: string, rest: Partial<Vote> = {}) =>
    talk.store.vote(aVote(id, { helpful: false, at: new Date(clock.at - HOUR), ...rest }));
  return { ...talk, talk, clock, files, served, told, asked, down };
}

const VAIN = { decision: 'abstain', entry: null, candidates: [] } as const;

describe('the week, told to the leads', () => {
  it('has counts, the trend, the heaviest gaps, what was voted down, and what is due', async () => {
    const desk = await startNews();
    for (const person of ['a', 'b', 'b']) await desk.asked(1, { person });
    await desk.asked(2, { ...VAIN, text: 'where do patients park', person: 'c' });
    await desk.asked(3, { ...VAIN, text: 'parking for patients?', person: 'a' });
    await desk.asked(9, { ...VAIN, text: 'tattoo' });
    await desk.asked(10);
    for (const person of ['x', 'y'])
      await desk.down(await desk.asked(1, { person: 'd' }), { entry: 'painful', person });
    const [text, ...more] = await desk.told();
    expect(more).toEqual([]);
    expect(text).toContain('*The FAQ from 2026-11-23 to 2026-11-29*');
    expect(text).toContain('7 questions by 4 people: 5 answered at once, 3 of help (43 %).');
    expect(text).toContain('The week before: 2 questions, 1 of help (50 %).');
    expect(text).toContain('*3 open gaps*\n• “parking for patients?”: 2 people, 2 times, last 2 days ago');
    expect(text).toContain('• `painful`: 2 down, 0 up');
    expect(text).toMatch(/\*\d+ due for review\*, \d+ of them on safety/);
  });

  it('names what was voted down twice at least, and more often than up', async () => {
    const desk = await startNews();
    const id = await desk.asked(1);
    const vote = (entry: string, votes: readonly boolean[]) =>
      Promise.all(votes.map((helpful, at) => desk.down(id, { entry, helpful, person: `p${at}` })));
    await vote('painful', [false, false, true]);
    await vote('bruising', [false, false, true, true]);
    await vote('dosage', [false]);
    const [text = ''] = await desk.told();
    expect(text.match(/`[a-z-]+`: \d+ down.*/g)).toEqual(['`painful`: 2 down, 1 up']);
  });

  it('is told once by all replicas, on Monday from nine, and again a week later', async () => {
    const desk = await startNews({ at: MONDAY - 2 * HOUR });
    await desk.asked(1);
    expect(await desk.told()).toEqual([]);
    desk.clock.at = MONDAY;
    expect(await desk.told()).toHaveLength(1);
    for (const hours of [1, 3, 24, 48]) {
      desk.clock.at = MONDAY + hours * HOUR;
      expect(await desk.told()).toEqual([]);
    }
    desk.clock.at = MONDAY + 7 * DAY;
    await desk.asked(1);
    expect(await desk.told()).toHaveLength(1);
  });

  it('is told before five, and no more at five', async () => {
    const desk = await startNews({ at: MONDAY + 7.5 * HOUR });
    await desk.asked(1);
    expect(await desk.told()).toEqual([]);
    desk.clock.at -= 1;
    expect(await desk.told()).toHaveLength(1);
  });

  it('goes by the clinic’s clock, also where Monday has come there and not in Greenwich', async () => {
    const desk = await startNews({ timeZone: 'Pacific/Auckland', at: Date.parse('2026-11-29T20:30:00Z') });
    await desk.asked(1);
    expect((await desk.told())[0]).toContain('from 2026-11-23 to 2026-11-29');
    const other = await startNews({ timeZone: 'America/Denver' });
    await other.asked(1);
    expect(await other.told()).toEqual([]);
  });

  it('is silent where nobody asked or voted', async () => {
    const desk = await startNews();
    await desk.asked(8, { ...VAIN, text: 'tattoo' });
    expect(await desk.told()).toEqual([]);
  });

  it('names nobody, and no question that is not redacted', async () => {
    const desk = await startNews();
    desk.clock.at = MONDAY - DAY;
    await desk.slack.command({
      channel: LEADS_CHANNEL,
      user: chloe,
      command: '/iastm',
      text: 'pt Jane Kowalski, MRN 004 829 13, wants her tattoo scraped by a vegan',
    });
    desk.clock.at = MONDAY;
    const [text = ''] = await desk.told();
    expect(text).toContain('tattoo');
    for (const secret of ['Kowalski', '004 829', chloe]) expect(text).not.toContain(secret);
  });

  it('shows the gaps and the review to whoever presses alone, and to no one else', async () => {
    const desk = await startNews();
    await desk.asked(1, { ...VAIN, text: 'tattoo' });
    await desk.told();
    const digest = desk.slack.messages(LEADS_CHANNEL, chloe).at(-1);
    const press = async (user: string, label: string) => {
      const action_id = pressables(digest ?? { blocks: [] }).find(({ text }) => text?.text === label)?.action_id ?? '';
      await desk.slack.press({ user, channel: LEADS_CHANNEL, message_ts: digest?.ts ?? '', action_id });
      return (await seen(desk.talk, LEADS_CHANNEL, user)).at(-1);
    };
    expect((await press(chloe, 'Gaps'))?.text).toContain('1 open gap');
    expect((await press(chloe, 'Review'))?.text).toContain('Review 1 of');
    const [first] = await seen(desk.talk, LEADS_CHANNEL, chloe);
    expect(first?.text).toBe(digest?.text);
    expect(desk.slack.messages(LEADS_CHANNEL, PEOPLE[3]?.id ?? '')).toHaveLength(1);
  });
});

describe('a save that is not taken over', () => {
  const TUESDAY = MONDAY + DAY;

  it('is told once, with its place, what is wrong and what to do, and that it is mended', async () => {
    const desk = await startNews({ at: TUESDAY });
    expect(await desk.told()).toEqual([]);
    desk.files.refused = FAULT;
    const [text, ...more] = await desk.told();
    expect(more).toEqual([]);
    expect(text).toContain(
      'is not in service: it has an error at `safety.yml:41` (K203).* I go on with the answers of before.',
    );
    expect(text).toContain(`${FAULT.message} ${FAULT.remedy}`);
    desk.clock.at += 3 * HOUR;
    // The same fault, further down.
    desk.files.refused = { ...FAULT, line: 44 };
    expect(await desk.told()).toEqual([]);
    desk.files.refused = { ...FAULT, code: 'K101', message: 'The text is not valid YAML.' };
    expect(await desk.told()).toHaveLength(1);
    desk.files.refused = null;
    expect(await desk.told()).toEqual([expect.stringMatching(/^\*That is mended\.\* .* \d+ entries\.$/)]);
    expect(await desk.told()).toEqual([]);
  });

  it('is told again where it comes again', async () => {
    const desk = await startNews({ at: TUESDAY });
    for (const _ of ['once', 'twice']) {
      desk.files.refused = FAULT;
      expect(await desk.told()).toHaveLength(1);
      desk.files.refused = null;
      expect(await desk.told()).toHaveLength(1);
      desk.clock.at += HOUR;
    }
  });

  it('says that nothing is answered where there is nothing to go on with', async () => {
    const desk = await startNews({ at: TUESDAY });
    desk.served.faq = NOTHING;
    desk.files.refused = FAULT;
    expect((await desk.told())[0]).toContain(
      '*I answer nothing at the moment: the FAQ has an error at `safety.yml:41` (K203).*',
    );
  });

  it('is told without a place where there is none, and stands as it is written', async () => {
    const desk = await startNews({ at: TUESDAY });
    desk.files.refused = { file: '', line: 0, code: '', message: '12 entries are <gone>', remedy: '' };
    expect((await desk.told())[0]).toContain(
      'it has an error.* I go on with the answers of before.\n12 entries are &lt;gone&gt;',
    );
  });

  it('is told also while the store is away', async () => {
    const desk = await startNews({ at: TUESDAY });
    desk.store.takeTurn = () => Promise.reject(new Error('away'));
    desk.files.refused = FAULT;
    expect((await desk.told()).length).toBeGreaterThan(0);
  });
});
