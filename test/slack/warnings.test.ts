import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/search/match.js';
import { all, startConversation } from '../conversation.js';
import { askAt, asked, blocksOf, CHANNEL, DOORS, matched, pressables, seen, shortOf } from './matched.js';

const WARNINGS = [
  { entry: 'refer', watched: 'night sweats' },
  { entry: 'anticoagulants', watched: 'blood <thinner> & co' },
];
const REPLIES: Record<string, Partial<Match>> = {
  answer: { decision: 'answer', entry: 'painful', confidence: 0.9 },
  suggestion: { decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] },
  'closest entry': { decision: 'suggest', offered: ['painful'] },
  '"not in the FAQ"': { decision: 'abstain' },
};
const SUGGESTED = { ...REPLIES.suggestion, warnings: WARNINGS };

describe('a warning', () => {
  it.each(Object.entries(REPLIES))(
    'stands above the %s, each with a button, red flags with a sign of their own',
    async (_, found) => {
      const { reply, talk } = await asked({ ...found, warnings: WARNINGS });
      const bare = await asked(found);
      const [first, second, ...rest] = blocksOf(reply);
      expect(first?.text?.text).toBe(`:rotating_light: You mention *night sweats*. ${shortOf(talk, 'refer')}`);
      expect(second?.text?.text).toContain(':warning: You mention *blood &lt;thinner&gt; &amp; co*.');
      const buttons = [first, second].map((each) => each?.accessory);
      expect(buttons.map((each) => [each?.action_id, each?.value, each?.text?.text])).toEqual([
        ['read:0', 'refer', 'Read it'],
        ['read:1', 'anticoagulants', 'Read it'],
      ]);
      expect(buttons[0]?.accessibility_label).toContain('Read it: When should I stop');
      expect(rest.map(({ type }) => type)).toEqual(blocksOf(bare.reply).map(({ type }) => type));
      const ids = pressables(reply).map(({ action_id }) => action_id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each(Object.entries(REPLIES))('comes first in the text of the %s, for screen readers', async (_, found) => {
    const { reply, talk } = await asked({ ...found, warnings: WARNINGS });
    const bare = await asked(found);
    expect(reply.text.startsWith(`You mention night sweats. ${shortOf(talk, 'refer')}\n\nYou mention blood`)).toBe(
      true,
    );
    expect(reply.text.endsWith(bare.reply.text.replace(/^\*The FAQ/, '*Beyond what stands above, the FAQ'))).toBe(true);
  });

  it('is not said to be no answer: "not in the FAQ" tells of what goes beyond it', async () => {
    const { reply } = await asked({ decision: 'abstain', warnings: WARNINGS });
    expect(JSON.stringify(reply.blocks)).toContain('Beyond what stands above, the FAQ has no answer to that.');
    const [{ watched } = { watched: '' }] = WARNINGS;
    const gone = await asked({ decision: 'abstain', warnings: [{ entry: 'no-such-entry', watched }] });
    expect(gone.reply.text).toMatch(/^\*The FAQ has no answer to that/);
  });

  it.each(DOORS)('is shown at the door "%s"', async (door) => {
    const talk = await startConversation({ faq: await matched({ ...REPLIES.answer, warnings: WARNINGS }) });
    const [reply] = await askAt(talk, door, 'does it hurt with night sweats');
    expect(blocksOf(reply ?? { blocks: [] })[0]?.text?.text).toContain(':rotating_light: You mention');
  });

  it('opens its entry beside, for the person who pressed alone', async () => {
    const { reply, talk } = await asked({ ...REPLIES.answer, warnings: WARNINGS });
    await talk.slack.press({ channel: CHANNEL, user: talk.other, message_ts: reply.ts, action_id: 'read:0' });
    const shown = (await seen(talk, CHANNEL, talk.other)).at(-1);
    expect(shown?.only_for).toBe(talk.other);
    expect(shown?.text.startsWith(`*${shortOf(talk, 'refer')}*`)).toBe(true);
  });

  it('keeps its short form whole where the watched words are long, and shows the beginning of these', async () => {
    const watched = 'a very long phrase to be watched for by somebody who writes a lot & more & more '.repeat(4);
    const { reply, talk } = await asked({ decision: 'abstain', warnings: [{ entry: 'refer', watched }] });
    const said = blocksOf(reply)[0]?.text?.text ?? '';
    expect(said).toContain(`…*. ${shortOf(talk, 'refer')}`);
    expect(said).toMatch(
      /^:rotating_light: You mention \*a very long phrase to be watched for by somebody who writes a lot &amp; more/,
    );
  });

  it('has the title where its entry has no short form', async () => {
    const faq = await matched({ decision: 'abstain', warnings: [{ entry: 'refer', watched: 'night sweats' }] });
    const refer = faq.knowledge.entries.get('refer');
    const { short: _, ...bare } = refer ?? {};
    (faq.knowledge.entries as Map<string, unknown>).set('refer', bare);
    const [reply] = await askAt(await startConversation({ faq }), 'mention', 'night sweats');
    expect(reply?.text).toMatch(/^You mention night sweats\. When should I stop/);
  });

  it('is shown though its entry is offered too, not for the answered entry, and not for one that is gone', async () => {
    const { reply } = await asked({
      decision: 'suggest',
      offered: ['refer', 'painful'],
      warnings: [{ entry: 'gone', watched: 'x' }, ...WARNINGS],
    });
    expect(reply.text).toMatch(/^You mention night sweats/);
    const answer = await asked({ decision: 'answer', entry: 'refer', warnings: WARNINGS });
    expect(answer.reply.text).toMatch(/^You mention blood/);
  });

  it('comes before everything in the text that is posted where Slack refuses the blocks', async () => {
    const talk = await startConversation({ faq: await matched({ ...REPLIES.answer, warnings: WARNINGS }) });
    talk.slack.fail('chat.postMessage', { error: 'invalid_blocks' });
    const [reply] = await askAt(talk, 'mention', 'does it hurt with night sweats');
    expect(reply?.blocks).toEqual([]);
    expect(reply?.text).toMatch(/^You mention night sweats/);
  });

  it('comes before the note about a patient’s details, which a command shows in its reply', async () => {
    const talk = await startConversation({ faq: await matched({ ...REPLIES.answer, warnings: WARNINGS }) });
    const [reply] = await askAt(talk, 'command', 'does it hurt Mrs. Kowalski?');
    expect(reply?.text).toMatch(/^You mention night sweats.*do not belong here.*clinician/s);
  });
});

describe('what a choice puts in the place of a warned reply', () => {
  it.each([
    ['the chosen answer', SUGGESTED, 'bruising', 'Bruis'],
    ['"not in the FAQ"', SUGGESTED, 'none', 'none of these, then'],
    ['the closest entry', { ...SUGGESTED, offered: ['bruising'] }, 'bruising', 'Bruis'],
    ['another than the closest entry', { ...SUGGESTED, offered: ['painful'] }, 'choose bruising', 'Bruis'],
    ['none but the closest entry', { ...SUGGESTED, offered: ['painful'] }, 'none', 'none of these, then'],
  ])('has the same warnings: %s', async (_, found, value, wanted) => {
    const others = ['pressure', 'bruising'].map((entry) => ({ entry, confidence: 0.1 }));
    const { talk, reply } = await asked({ ...found, ...(found.offered?.length === 1 ? { candidates: others } : {}) });
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply.ts, value });
    const [after, ...more] = await seen(talk);
    expect(more).toEqual([]);
    expect(after?.text).toMatch(/^You mention night sweats\..*\n\nYou mention blood &lt;thinner&gt;/);
    expect(after?.text.toLowerCase()).toContain(wanted.toLowerCase());
    expect(
      blocksOf(after ?? { blocks: [] })
        .slice(0, 2)
        .map(({ text }) => text?.text.split(' ')[0]),
    ).toEqual([':rotating_light:', ':warning:']);
  });

  it('has them too where only the asker sees it, though Slack then sends no message with the press', async () => {
    const talk = await startConversation({ faq: await matched(SUGGESTED) });
    const [reply] = await askAt(talk, 'command', 'is it bad');
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply?.ts ?? '', value: 'bruising' });
    expect((await seen(talk))[0]?.text).toMatch(/^You mention night sweats/);
  });

  it('shows no warning for the chosen entry itself, as in an offer of an earlier version', async () => {
    const { talk } = await asked(SUGGESTED);
    const pressed = { block: 'warned:3 refer~1 anticoagulants~1', place: 'T:C:1', by: 'T:U' };
    expect((await talk.bot.choose(pressed, 'refer')).reply.text).toMatch(/^You mention blood/);
  });

  it('is all that is shown of its entry: not offered below, not in the menu of others, not among related ones', async () => {
    const offers: [readonly string[], readonly string[]][] = [
      [
        ['refer', 'painful', 'bruising'],
        ['painful', 'bruising', 'none'],
      ],
      [
        ['painful', 'anticoagulants'],
        ['painful', 'none'],
      ],
      [['refer'], ['none']],
      [['refer', 'anticoagulants'], ['none']],
    ];
    for (const [offered, left] of offers) {
      const { talk, reply } = await asked({ decision: 'suggest', offered, warnings: WARNINGS });
      const below = pressables(reply).slice(2);
      const choices = below.flatMap(({ value, options = [] }) => value ?? options.map((each) => each.value));
      expect(choices, offered.join()).toEqual(left);
      if (left.length === 1) expect(reply.text).toContain('Closest in the FAQ is the warning above');
      expect(reply.text).not.toContain('no answer to that');
      const [row] = await all(talk.store.allAsked());
      expect(row?.offered).toEqual(left.filter((id) => id !== 'none'));
      expect(row?.warnings).toEqual(['refer', 'anticoagulants']);
    }
    const found = { decision: 'suggest', offered: ['refer'], warnings: WARNINGS } as const;
    const candidates = ['refer', 'painful', 'anticoagulants'].map((entry) => ({ entry, confidence: 0.4 }));
    const { reply } = await asked({ ...found, candidates });
    const [menu] = pressables(reply).slice(2);
    expect(menu?.options?.map(({ value }) => value)).toEqual(['choose painful', 'none']);
  });

  it.each(DOORS)(
    'is not among the related entries of the answer below it, at the door "%s", nor after a choice',
    async (door) => {
      const related = (reply: Parameters<typeof pressables>[0] = { blocks: [] }) =>
        pressables(reply).flatMap(({ action_id, options = [] }) =>
          action_id === 'read' ? options.map(({ value }) => value) : [],
        );
      const faq = await matched({ decision: 'answer', entry: 'painful' });
      const all = faq.knowledge.entries.get('painful')?.related ?? [];
      const [warned = ''] = all;
      const warnings = [{ entry: warned, watched: 'something' }];
      const talk = await startConversation({ faq: await matched({ decision: 'answer', entry: 'painful', warnings }) });
      expect(related((await askAt(talk, door, 'is it bad'))[0])).toEqual(all.slice(1, 5));
      const offer = await asked({ decision: 'suggest', offered: ['painful', 'bruising'], warnings });
      await offer.talk.slack.press({
        channel: CHANNEL,
        user: offer.talk.ask,
        message_ts: offer.reply.ts,
        value: 'painful',
      });
      expect(related((await seen(offer.talk))[0])).toEqual(all.slice(1, 5));
    },
  );

  it('believes no block id that somebody made up, and understands those of earlier versions', async () => {
    const { talk } = await asked(SUGGESTED);
    const choose = async (block: string) =>
      (await talk.bot.choose({ block, place: 'T:C:1', by: 'T:U' }, 'painful')).reply;
    for (const block of ['', 'warned:', 'warned:1 gone~1 constructor~0', 'warned:1 refer~x', 'actions-1'])
      expect((await choose(block)).text).toMatch(/^\*/);
    expect((await choose('warned:3 refer~99')).text).toMatch(/^You mention When should I stop/);
    expect((await choose('warned:3 refer~1 anticoagulants~1')).text).toMatch(/^You mention night sweats.*blood/s);
  });
});
