import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, EVIDENCE, type Knowledge, SOURCE_TYPES } from '../../src/knowledge/entry.js';
import { abstainReply } from '../../src/replies/abstain.js';
import { answerReply } from '../../src/replies/answer.js';
import { glossaryReply } from '../../src/replies/glossary.js';
import { helpReply } from '../../src/replies/guide.js';
import { LIMITS, shorten, split } from '../../src/replies/limits.js';
import { escapeText, link, mrkdwn } from '../../src/replies/mrkdwn.js';
import type { Reply } from '../../src/replies/reply.js';
import { sourcesReply } from '../../src/replies/sources.js';
import { suggestReply } from '../../src/replies/suggest.js';
import { topicReply, topicsReply } from '../../src/replies/topics.js';
import { faqOf, KNOWLEDGE } from '../conversation.js';

const PLACE = { file: 'x.yml', line: 1, col: 1 };

/** Text as a careless lead or an attacker might write it. */
const text = (most: number) =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }),
      fc.constantFrom(
        '<!channel>',
        '<@U1|x> & <b>',
        'a '.repeat(most / 2),
        'é'.repeat(most),
        '😀'.repeat(most / 2),
        'x\n'.repeat(most / 2),
      ),
    )
    .map((any) => any.trim())
    .filter((any) => any !== '');

const knowledge = fc
  .record({
    entries: fc.array(
      fc.record({
        questions: fc.array(text(400), { minLength: 1, maxLength: 4 }),
        answer: text(12_000),
        short: fc.option(text(2000), { nil: undefined }),
        note: fc.option(text(1000), { nil: undefined }),
        evidence: fc.option(fc.constantFrom(...(Object.keys(EVIDENCE) as (keyof typeof EVIDENCE)[])), {
          nil: undefined,
        }),
        safety: fc.boolean(),
        reviewer: fc.option(text(500), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 70 },
    ),
    sources: fc.array(
      fc.record({
        citation: text(1500),
        url: fc.option(fc.oneof(fc.webUrl(), fc.constant(`https://example.org/${'a'.repeat(2900)}`), text(100)), {
          nil: undefined,
        }),
        type: fc.option(fc.constantFrom(...SOURCE_TYPES), { nil: undefined }),
        note: fc.option(text(1000), { nil: undefined }),
        verified: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    title: text(300),
    terms: fc.array(
      fc.record({ name: text(100), definition: text(3000), also: fc.array(text(100), { maxLength: 30 }) }),
      { maxLength: 60 },
    ),
  })
  .map(({ entries, sources, title, terms }): Knowledge => {
    const sourceIds = sources.map((_, at) => `s${at}`);
    const ids = entries.map((_, at) => `e${at}`);
    return {
      topics: new Map([['t', { id: 't', title, file: 'x.yml', entries: ids }]]),
      entries: new Map(
        entries.map(({ questions, answer, safety, short, note, evidence, reviewer }, at) => [
          `e${at}`,
          {
            id: `e${at}`,
            topic: 't',
            questions: questions as [string, ...string[]],
            answer,
            safety,
            sources: sourceIds,
            watchFor: [],
            related: ids,
            place: PLACE,
            ...(short === undefined ? {} : { short }),
            ...(note === undefined ? {} : { evidenceNote: note }),
            ...(evidence === undefined ? {} : { evidence }),
            ...(reviewer === undefined ? {} : { reviewed: '2026-01-01', reviewedBy: reviewer }),
          } satisfies Entry,
        ]),
      ),
      sources: new Map(
        sources.map(({ citation, verified, url, type, note }, at) => [
          `s${at}`,
          {
            id: `s${at}`,
            citation,
            verified,
            place: PLACE,
            ...(url === undefined ? {} : { url }),
            ...(type === undefined ? {} : { type }),
            ...(note === undefined ? {} : { note }),
          },
        ]),
      ),
      glossary: { terms, shorthand: new Map(), synonyms: [] },
      path: [],
    };
  });

function everyReply(of: Knowledge): Reply[] {
  const [topic] = of.topics.values();
  return [
    ...[...of.entries.values()].slice(0, 3).map((entry) => answerReply(entry, of)),
    suggestReply([...of.entries.keys()].slice(0, 3), of),
    abstainReply(of, { people: ['U0LEAD001'], channel: 'C0LEADS01' }),
    topicsReply(of),
    ...(topic ? [topicReply(topic, of)] : []),
    sourcesReply(of),
    helpReply(of),
    glossaryReply('', of),
    glossaryReply(of.glossary.terms[0]?.name ?? 'x', of),
    glossaryReply('<!channel> nowhere', of),
  ];
}

/** Every string of a payload with the key that it stands under. */
function strings(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((each) => strings(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => strings(each, name));
}

/** The length of a payload as Slack counts it for `msg_blocks_too_long`: the characters of its texts. */
function size(blocks: KnownBlock[]): number {
  return strings(blocks)
    .filter(({ key }) => key === 'text')
    .reduce((sum, { text: each }) => sum + each.length, 0);
}

function expectWithinLimits({ text: whole, blocks }: Reply): void {
  expect(whole.length).toBeGreaterThan(0);
  expect(whole.length).toBeLessThanOrEqual(LIMITS.text);
  expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
  expect(size(blocks)).toBeLessThanOrEqual(LIMITS.message);
  for (const block of blocks) {
    if (block.type === 'section') {
      expect(block.text?.text.length).toBeGreaterThan(0);
      expect(block.text?.text.length).toBeLessThanOrEqual(LIMITS.section);
    }
    if (block.type === 'context') {
      expect(block.elements.length).toBeLessThanOrEqual(LIMITS.contextElements);
      for (const each of block.elements)
        if ('text' in each) expect(each.text.length).toBeLessThanOrEqual(LIMITS.context);
    }
    if (block.type === 'actions') {
      expect(block.elements.length).toBeLessThanOrEqual(LIMITS.actions);
      const ids = block.elements.map((element) => ('action_id' in element ? element.action_id : ''));
      expect(new Set(ids).size).toBe(ids.length);
      for (const element of block.elements) {
        if (element.type === 'button') {
          expect(element.text.text.length).toBeGreaterThan(0);
          expect(element.text.text.length).toBeLessThanOrEqual(LIMITS.label);
        }
        if (element.type === 'static_select') {
          expect(element.options?.length).toBeLessThanOrEqual(LIMITS.options);
          for (const option of element.options ?? []) {
            expect(option.text.text.length).toBeLessThanOrEqual(LIMITS.label);
            expect(option.value?.length).toBeLessThanOrEqual(LIMITS.label);
          }
        }
      }
    }
  }
}

/** The texts that Slack reads control characters in; plain_text it shows as it is. */
function readAsMrkdwn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(readAsMrkdwn);
  const { type, text: own } = value as { type?: unknown; text?: unknown };
  return type === 'mrkdwn' ? [String(own)] : Object.values(value).flatMap(readAsMrkdwn);
}

const PING = /<!|<@(?!U0LEAD001>)|<#(?!C0LEADS01>)/;

describe('whatever stands in the files', () => {
  it('every reply keeps Slack’s limits, and pings nobody', () => {
    fc.assert(
      fc.property(knowledge, (of) => {
        for (const reply of everyReply(of)) {
          expectWithinLimits(reply);
          expect(reply.text).not.toMatch(PING);
          for (const each of readAsMrkdwn(reply.blocks)) expect(each).not.toMatch(PING);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an answer longer than Slack shows says so, and stands whole in the text', async () => {
    const { knowledge: shipped } = await faqOf();
    const [entry] = shipped.entries.values();
    const long = { ...(entry as Entry), answer: Array.from({ length: 1500 }, (_, at) => `word${at}`).join(' ') };
    const reply = answerReply(long, shipped);
    expectWithinLimits(reply);
    expect(JSON.stringify(reply.blocks)).toContain('longer than Slack shows');
    expect(reply.text).toContain('word1499');
  });
});

describe(`the shipped knowledge in ${KNOWLEDGE.split('/').at(-1)}`, () => {
  it('gives no reply over a limit, and no answer that is cut', async () => {
    const { knowledge: shipped } = await faqOf();
    for (const entry of shipped.entries.values()) {
      const reply = answerReply(entry, shipped);
      expectWithinLimits(reply);
      expect(JSON.stringify(reply.blocks)).not.toContain('longer than Slack shows');
    }
    for (const topic of shipped.topics.values()) expectWithinLimits(topicReply(topic, shipped));
    for (const reply of everyReply(shipped)) expectWithinLimits(reply);
  });
});

describe('mrkdwn', () => {
  it('turns bold and bullets into Slack’s, joins wrapped lines, and escapes control characters once', () => {
    expect(mrkdwn('**Bold** and _so\non_ & <x>\n\n- one\n- two\n  more')).toBe(
      '*Bold* and _so on_ &amp; &lt;x&gt;\n\n• one\n• two more',
    );
  });

  it('never leaves a control character', () => {
    const escaped = /[<>]|&(?!amp;|lt;|gt;)/;
    fc.assert(fc.property(fc.string(), (any) => !escaped.test(escapeText(any))));
    fc.assert(fc.property(fc.string(), (any) => !/[<>]/.test(mrkdwn(any))));
  });

  it('links only whole addresses, with the label escaped', () => {
    expect(link('https://doi.org/10.1/x&y', 'A <b>')).toBe('<https://doi.org/10.1/x&amp;y|A &lt;b&gt;>');
    expect(link('javascript:alert(1)', 'A')).toBe('A');
    expect(link('https://a.b|c>', 'A')).toBe('A');
  });
});

describe('splitting and shortening', () => {
  it('loses no word, and keeps every piece within the limit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), fc.integer({ min: 5, max: 60 }), (any, most) => {
        const pieces = split(any, most);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most);
        expect(pieces.join('').replace(/\s/g, '')).toBe(any.replace(/\s/g, ''));
      }),
    );
  });

  it('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (any, most) => {
        const short = shorten(any, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(any.isWellFormed() || short.isWellFormed());
      }),
    );
  });
});
