import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/entry.js';
import { dmOf, PEOPLE } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { CHANNEL, MENTION, pressables, seen } from './matched.js';

const [anna, , chloe] = PEOPLE.map(({ id }) => id) as [string, string, string];

/** A conversation in which three entries of the frozen FAQ are all there is, and Chloe is the lead. */
async function startReview(
  changes: Record<string, Partial<Entry>> = {},
  { at = '2026-11-26T12:00:00Z', timeZone = 'UTC' } = {},
) {
  const frozen = await faqOf();
  const chosen = ['painful', 'pressure', 'bruising'].flatMap((id): [string, Entry][] => {
    const entry = frozen.knowledge.entries.get(id);
    return entry ? [[id, { ...entry, safety: id === 'bruising', ...changes[id] }]] : [];
  });
  let entries = new Map(chosen);
  const faq = () => ({ ...frozen, knowledge: { ...frozen.knowledge, entries } });
  const now = () => new Date(at);
  const talk = await startConversation({ faq, now, timeZone, leads: { people: [chloe], channel: null } });
  const last = async (viewer = chloe, channel = CHANNEL) => {
    const shown = (await seen(talk, channel, viewer)).at(-1);
    if (shown === undefined) throw new Error('The bot said nothing.');
    return shown;
  };
  async function review(user = chloe) {
    await talk.slack.command({ channel: CHANNEL, user, command: '/iastm', text: 'review' });
    return last(user);
  }
  async function press(label: string) {
    const { ts, blocks } = await last();
    const button = pressables({ blocks }).find(({ text }) => text?.text === label);
    const what = { action_id: button?.action_id ?? `no button ${label}` };
    await talk.slack.press({ user: chloe, channel: CHANNEL, message_ts: ts, ...what });
    return last();
  }
  const remove = (id: string) => {
    entries = new Map([...entries].filter(([each]) => each !== id));
  };
  const shortOf = (id: string) => frozen.knowledge.entries.get(id)?.short ?? 'no such entry';
  return { ...talk, talk, last, review, press, remove, shortOf };
}
const reviewed = (day: string) => ({ reviewed: day, reviewedBy: 'Dan Ito' });

describe('the review', () => {
  it('shows what is due one by one, safety first, as people see it, with where to write', async () => {
    const walk = await startReview({ painful: reviewed('2025-01-31') });
    const first = await walk.review();
    expect(first.text).toContain('*Review 1 of 3:*');
    expect(first.text).toContain('`bruising` · safety · never reviewed');
    expect(first.text).toContain(walk.shortOf('bruising'));
    expect(first.text).toContain('A licensed clinician decides for this patient.');
    expect(first.text).toMatch(/at `\w+\.yml:\d+`/);
    expect((await walk.press('Later')).text).toContain('`pressure` · never reviewed');
    expect((await walk.press('Later')).text).toContain(
      '`painful` · last reviewed on 2025-01-31 by Dan Ito, due since 2026-01-31',
    );
    expect((await walk.press('Later')).text).toContain('*That was the last of 3.*');
  });

  it('shows nobody a way to mark an answer that no clinician has', async () => {
    const walk = await startReview();
    const { blocks } = await walk.review();
    expect(pressables({ blocks }).map(({ text }) => text?.text)).toEqual(['Change it', 'Later', 'Sources']);
  });

  it('shows the sources beside it', async () => {
    const walk = await startReview();
    await walk.review();
    expect((await walk.press('Sources')).text).toContain('*Sources*');
  });

  it('goes on where it stood when what was shown is due no longer', async () => {
    const walk = await startReview();
    await walk.review();
    await walk.press('Later');
    walk.remove('painful');
    expect((await walk.press('Later')).text).toContain('*Review 2 of 2:*');
  });

  it('goes by the day of the clinic, as the days of the files do', async () => {
    const fresh = reviewed('2026-11-01');
    const changes = { painful: reviewed('2025-11-26'), pressure: fresh, bruising: fresh };
    const evening = { at: '2026-11-26T02:00:00Z', timeZone: 'America/Denver' };
    expect((await (await startReview(changes, evening)).review()).text).toBe('*Nothing is due for review.*');
    const morning = await startReview(changes, { ...evening, at: '2026-11-26T12:00:00Z' });
    expect((await morning.review()).text).toContain('due since 2026-11-26');
  });

  it('says that nothing is due', async () => {
    const fresh = reviewed('2026-11-01');
    const walk = await startReview({ painful: fresh, pressure: fresh, bruising: { ...fresh, reviewEvery: 1 } });
    expect((await walk.review()).text).toBe('*Nothing is due for review.*');
  });

  it('is for leads alone, privately, also from a mention and from the Home', async () => {
    const walk = await startReview();
    expect((await walk.review(anna)).text).toBe('That is for leads alone. Ask a lead: <@U0CHLOE01>.');
    await walk.slack.say({ channel: CHANNEL, user: chloe, text: `${MENTION} what is due for review?` });
    expect((await walk.last()).text).toContain('*Review 1 of 3:*');
    expect(JSON.stringify(await seen(walk.talk, CHANNEL, anna))).not.toContain('Review 1');
    await walk.slack.say({ channel: dmOf(chloe), user: chloe, text: 'review' });
    expect((await walk.last(chloe, dmOf(chloe))).text).toContain('*Review 1 of 3:*');
    await walk.slack.openHome({ user: chloe, tab: 'home' });
    await walk.slack.settled();
    await walk.slack.press({ user: chloe, view_id: walk.slack.home(chloe)?.id ?? '', label: 'Review' });
    await walk.slack.settled();
    await walk.slack.press({ user: chloe, view_id: walk.slack.modal(chloe)?.id ?? '', label: 'Later' });
    await walk.slack.settled();
    expect(JSON.stringify(walk.slack.modal(chloe)?.blocks)).toContain('Review 2 of 3');
    expect(walk.slack.modals(chloe)).toHaveLength(1);
  });
});
