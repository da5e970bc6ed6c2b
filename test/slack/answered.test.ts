import { describe, expect, it } from 'vitest';
import type { Faq } from '../../src/faq/load.js';
import { CHANNELS, LEADS, LEADS_CHANNEL, PEOPLE } from '../../src/playground/workspace.js';
import type { Match } from '../../src/search/match.js';
import { startConversation } from '../conversation.js';
import { card, onCard, pressIn, sendForm } from './leads.js';
import { askAt, matched, seen } from './matched.js';

const channel = CHANNELS[0]?.id ?? '';
const anna = PEOPLE[0]?.id ?? '';
const [lead = ''] = LEADS;

/** A question in vain that was handed to the leads, by somebody who wants to be told. */
async function startWaiting({ tell = true, found = {} }: { tell?: boolean; found?: Partial<Match> } = {}) {
  const vain = await matched({ candidates: [{ entry: 'post-op-scars', confidence: 0.31 }], ...found });
  const served: { faq: Faq } = { faq: vain };
  const talk = await startConversation({
    faq: () => served.faq,
    leads: { people: [...LEADS], channel: LEADS_CHANNEL },
  });
  await askAt(talk, 'mention', 'can we do it over a metal plate');
  await pressIn(talk, channel, anna, 'Ask a lead');
  await sendForm(talk, anna, { tell });
  /** Other knowledge goes into service, and what is due is sent, by two replicas. */
  async function serve(then: Partial<Match>, version = 'later') {
    served.faq = { ...(await matched(then)), version };
    await talk.remind();
    await talk.remind();
    await talk.slack.settled();
  }
  const told = async () =>
    (await seen(talk, channel, anna)).map(({ text }) => text).filter((text) => text.includes('The FAQ answers this'));
  return { ...talk, talk, serve, told };
}

const ANSWER = { decision: 'answer', entry: 'contraindications' } as const;

describe('a question that waits for the leads, and that the FAQ answers since', () => {
  it('is answered where it was asked, once, with the entry word for word, and the card says so', async () => {
    const waiting = await startWaiting();
    await waiting.serve(ANSWER);
    await waiting.serve(ANSWER, 'later still');
    const short = waiting.faq.knowledge.entries.get('contraindications')?.short ?? 'no such entry';
    expect(await waiting.told()).toEqual([expect.stringContaining(short)]);
    expect((await waiting.told())[0]).not.toContain('A lead');
    expect((await card(waiting.talk)).text).toContain('Answered');
  });

  it('is answered under what the FAQ watches for since, and so is the card', async () => {
    const waiting = await startWaiting();
    const warned = { entry: 'anticoagulants', watched: 'metal plate' };
    await waiting.serve({ ...ANSWER, warnings: [warned] });
    expect(await waiting.told()).toEqual([expect.stringMatching(/^You mention metal plate/)]);
    expect((await card(waiting.talk)).text).toContain('The question mentions metal plate');
  });

  it('is not told to whoever does not want to be, and the card says so all the same', async () => {
    const waiting = await startWaiting({ tell: false });
    await waiting.serve(ANSWER);
    expect(await waiting.told()).toEqual([]);
    expect((await card(waiting.talk)).text).toContain('Answered');
  });

  it.each<[string, Partial<Match>, Partial<Match>, string]>([
    ['the FAQ still does not answer', {}, { decision: 'suggest', offered: ['bruising'] }, 'later'],
    ['nothing has changed', {}, ANSWER, ''],
    [
      'the same entry answered before',
      { candidates: [{ entry: 'contraindications', confidence: 0.97 }] },
      ANSWER,
      'later',
    ],
  ])('waits on where %s', async (_, found, then, version) => {
    const waiting = await startWaiting({ found });
    await waiting.serve(then, version === '' ? waiting.faq.version : version);
    expect(await waiting.told()).toEqual([]);
    expect((await card(waiting.talk)).text).toContain('Open');
  });

  it('is left to a lead who has claimed it', async () => {
    const waiting = await startWaiting();
    await onCard(waiting.talk, lead, { label: 'Claim' });
    await waiting.serve(ANSWER);
    expect(await waiting.told()).toEqual([]);
  });
});
