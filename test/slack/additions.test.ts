import { describe, expect, it } from 'vitest';
import { all, startConversation } from '../conversation.js';
import { askAt, asked, blocksOf, CHANNEL, matched, pressables, seen, shortOf, titleOf } from './matched.js';

const WARNINGS = [{ entry: 'refer', watched: 'night sweats' }];
const CLOSEST = {
  decision: 'suggest',
  offered: ['painful'],
  candidates: [
    { entry: 'painful', confidence: 0.5 },
    { entry: 'bruising', confidence: 0.1 },
    { entry: 'gone', confidence: 0.09 },
    { entry: 'pressure', confidence: 0.02 },
    { entry: 'refer', confidence: 0.0199 },
  ],
} as const;

describe('the closest entry', () => {
  it('is shown with title and short form, a button to read it, and a menu of the others and "None of these"', async () => {
    const { reply, talk } = await asked(CLOSEST);
    const title = titleOf(talk, 'painful');
    const [said, actions, ...more] = blocksOf(reply);
    expect(more).toEqual([]);
    expect(said?.text?.text).toBe(`Closest in the FAQ:\n*${title}*\n${shortOf(talk, 'painful')}`);
    const [read, menu] = actions?.elements ?? [];
    expect(read).toMatchObject({ action_id: 'choose:0', value: 'painful', accessibility_label: `Read it: ${title}` });
    expect(menu).toMatchObject({ type: 'static_select', placeholder: { text: 'Something else' } });
    expect(menu?.options?.map(({ text, value }) => [text.text, value])).toEqual([
      [titleOf(talk, 'bruising'), 'choose bruising'],
      [titleOf(talk, 'pressure'), 'choose pressure'],
      ['None of these', 'none'],
    ]);
    expect(reply.text).toContain(`${shortOf(talk, 'painful')}\n`);
    expect(reply.text).toContain(`choose something else: ${titleOf(talk, 'bruising')} · ${titleOf(talk, 'pressure')}`);
  });

  it('has three others at the most', async () => {
    const ids = ['painful', 'bruising', 'pressure', 'refer', 'consent'];
    const { reply } = await asked({ ...CLOSEST, candidates: ids.map((entry) => ({ entry, confidence: 0.1 })) });
    expect(pressables(reply)[1]?.options?.map(({ value }) => value)).toEqual([
      'choose bruising',
      'choose pressure',
      'choose refer',
      'none',
    ]);
  });

  it('has a button in place of a menu of one', async () => {
    const { reply, talk } = await asked({ ...CLOSEST, candidates: CLOSEST.candidates.slice(0, 1) });
    expect(pressables(reply).map(({ type, text }) => [type, text?.text])).toEqual([
      ['button', 'Read it'],
      ['button', 'None of these'],
    ]);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply.ts, value: 'none' });
    expect((await seen(talk))[0]?.text).toContain('None of these, then');
  });

  it.each([
    ['painful', 'painful'],
    ['choose pressure', 'pressure'],
  ])('gives its place to what is chosen, which is kept: "%s"', async (value, entry) => {
    const { reply, talk } = await asked(CLOSEST);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply.ts, value });
    const [answer, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(answer?.text).toContain(`*${shortOf(talk, entry)}*`);
    expect((await all(talk.store.allAsked())).map((row) => [row.entry, row.offered, row.outcome])).toEqual([
      [null, ['painful', 'bruising', 'pressure'], `chose ${entry}`],
    ]);
  });

  it('gives its place to a way on for "None of these", which is kept', async () => {
    const { reply, talk } = await asked(CLOSEST);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply.ts, value: 'none' });
    expect((await seen(talk)).map(({ text }) => text.includes('None of these, then'))).toEqual([true]);
    expect((await all(talk.store.allAsked())).map(({ outcome }) => outcome)).toEqual(['none']);
  });

  it('is not offered when the FAQ has it no more', async () => {
    const { reply } = await asked({ ...CLOSEST, offered: ['gone'] });
    expect(reply.text).toContain('no answer to that');
  });
});

describe('further parts of a question', () => {
  const FOUND = { decision: 'answer', entry: 'painful', confidence: 0.9 } as const;

  it('stand below the first answer and above its evidence and sources, each with short form and button, numbered on over the whole message', async () => {
    const { reply, talk } = await asked({ ...FOUND, also: ['bruising', 'pressure'], warnings: WARNINGS });
    const blocks = blocksOf(reply);
    const foot = blocks.findIndex(
      ({ type, elements }) => type === 'context' && JSON.stringify(elements).includes('Evidence:'),
    );
    const added = blocks.slice(foot - 4, foot);
    expect(added.map(({ type }) => type)).toEqual(['divider', 'section', 'divider', 'section']);
    const said = `*Also: ${titleOf(talk, 'bruising')}*\n${shortOf(talk, 'bruising')}`;
    expect(added[1]?.text?.text).toBe(said);
    expect(reply.text).toContain(said);
    const reads = pressables(reply).filter(({ action_id }) => action_id?.startsWith('read:'));
    expect(reads.map(({ action_id }) => action_id)).toEqual(reads.map((_, at) => `read:${at}`));
    expect(reads).toHaveLength(3);
    expect(reads.map(({ value }) => value).slice(1, 3)).toEqual(['bruising', 'pressure']);
    expect(reads[2]?.accessibility_label).toBe(`Read it: ${titleOf(talk, 'pressure')}`);
    await talk.slack.press({
      channel: CHANNEL,
      user: talk.ask,
      message_ts: reply.ts,
      action_id: 'read:2',
    });
    expect((await seen(talk)).at(-1)?.text).toContain(shortOf(talk, 'pressure'));
  });

  it('are not told twice: neither the answered entry, nor a warned one, nor what is gone', async () => {
    const { reply, talk } = await asked({
      ...FOUND,
      also: ['painful', 'refer', 'gone', 'bruising'],
      warnings: WARNINGS,
    });
    const titles = blocksOf(reply).flatMap(({ text }) => /^\*Also: (.*)\*/.exec(text?.text ?? '')?.[1] ?? []);
    expect(titles).toEqual([titleOf(talk, 'bruising')]);
  });
});

describe('what was read otherwise', () => {
  const CORRECTIONS = [
    { typed: 'plantar <fascitis>', read: 'plantar fasciitis' },
    { typed: 'brusing', read: 'bruising' },
    { typed: 'tx', read: 'treatment' },
    { typed: 'iatsm', read: 'iastm' },
  ];

  it('is told in one small line above the reply and below the warnings, at most three', async () => {
    const { reply } = await asked({ decision: 'abstain', corrections: CORRECTIONS, warnings: WARNINGS });
    const line = 'I read "plantar &lt;fascitis&gt;" as plantar fasciitis, "brusing" as bruising and "tx" as treatment.';
    const [, small] = blocksOf(reply);
    expect(small?.type).toBe('context');
    expect(small?.elements?.map((each) => each.text as unknown)).toEqual([line]);
    expect(reply.text).toMatch(
      /^You mention night sweats[^\n]*\n\nI read "plantar &lt;fascitis&gt;"[^\n]*\n\n\*Beyond what stands above, the FAQ/,
    );
  });

  it('is told of one word by itself', async () => {
    const { reply } = await asked({ decision: 'abstain', corrections: CORRECTIONS.slice(1, 2) });
    expect(reply.text).toMatch(/^I read "brusing" as bruising\.\n\n/);
  });
});

describe('an answer with nothing above and below it', () => {
  it('is one and the same for everybody, also after one that had a warning', async () => {
    const found = { decision: 'answer', entry: 'painful', confidence: 0.9 } as const;
    const faq = await matched(found);
    const talk = await startConversation({ faq });
    const bare = await askAt(talk, 'mention', 'does it hurt');
    const { match } = faq.matcher;
    faq.matcher = { ...faq.matcher, match: () => ({ ...match(''), warnings: WARNINGS, also: ['bruising'] }) };
    await askAt(talk, 'mention', 'does it hurt with night sweats');
    faq.matcher = { ...faq.matcher, match };
    const last = (await askAt(talk, 'mention', 'does it hurt')).at(-1);
    expect(last?.text).toBe(bare[0]?.text);
    const withoutIds = (reply?: { blocks: readonly object[] }) =>
      reply?.blocks.map((block) => ({ ...block, block_id: '' }));
    expect(withoutIds(last)).toEqual(withoutIds(bare[0]));
  });
});
