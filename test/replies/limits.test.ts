import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Knowledge } from '../../src/knowledge/entry.js';
import { isUrgent } from '../../src/knowledge/urgent.js';
import { abstainReply } from '../../src/replies/abstain.js';
import { answerReply } from '../../src/replies/answer.js';
import { closestReply } from '../../src/replies/closest.js';
import { compose } from '../../src/replies/compose.js';
import { aboutReply, greetingReply } from '../../src/replies/courtesy.js';
import { glossaryReply } from '../../src/replies/glossary.js';
import { helpReply } from '../../src/replies/guide.js';
import { ADDED_SPACE, LIMITS, shorten, split } from '../../src/replies/limits.js';
import { mrkdwn } from '../../src/replies/markdown.js';
import { escapeText, link } from '../../src/replies/mrkdwn.js';
import { detailsReply } from '../../src/replies/privacy.js';
import type { Reply } from '../../src/replies/reply.js';
import { copyReply } from '../../src/replies/share.js';
import { sourcesReply } from '../../src/replies/sources.js';
import { suggestReply } from '../../src/replies/suggest.js';
import { topicReply, topicsReply } from '../../src/replies/topics.js';
import { faqOf } from '../frozen.js';
import { additions, knowledge } from './strange.js';

const LEADS = { people: ['U0LEAD001'], channel: 'C0LEADS01' };

/** The replies to questions, before anything is added to them. */
function repliesToQuestions(of: Knowledge): Reply[] {
  const entries = [...of.entries.values()];
  return [
    ...entries.slice(0, 3).map((entry) => answerReply(entry, of)),
    suggestReply(entries.slice(0, 3)),
    ...entries.slice(0, 1).map((entry) => closestReply(entry, entries.slice(1, 4))),
    abstainReply('warned', of, LEADS),
  ];
}

function everyReply(of: Knowledge): Reply[] {
  const [topic] = of.topics.values();
  return [
    ...repliesToQuestions(of),
    greetingReply(of),
    aboutReply(of, LEADS),
    topicsReply(of),
    ...(topic ? [topicReply(topic, of)] : []),
    sourcesReply(of),
    helpReply(of, { lead: true }),
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
  for (const [key, most] of Object.entries({ action_id: 255, block_id: LIMITS.blockId, accessibility_label: 75 })) {
    const found = strings(blocks).filter((each) => each.key === key);
    for (const each of found) expect(each.text.length).toBeLessThanOrEqual(most);
    if (key.endsWith('_id')) expect(new Set(found.map((each) => each.text)).size).toBe(found.length);
  }
  for (const block of blocks) {
    if (block.type === 'section') {
      expect(block.text?.text.length).toBeGreaterThan(0);
      expect(block.text?.text.length).toBeLessThanOrEqual(LIMITS.section);
      // Slack folds it otherwise, and nothing that must be seen is behind a click.
      expect(block.expand).toBe(true);
    }
    if (block.type === 'context') {
      expect(block.elements.length).toBeLessThanOrEqual(LIMITS.contextElements);
      for (const each of block.elements)
        if ('text' in each) expect(each.text.length).toBeLessThanOrEqual(LIMITS.context);
    }
    if (block.type === 'actions') {
      expect(block.elements.length).toBeLessThanOrEqual(LIMITS.actions);
      for (const element of block.elements) {
        if (element.type === 'button') {
          expect(element.text.text.length).toBeGreaterThan(0);
          expect(element.text.text.length).toBeLessThanOrEqual(LIMITS.label);
        }
        if (element.type === 'static_select') {
          expect(element.options?.length).toBeLessThanOrEqual(LIMITS.options);
          for (const option of element.options ?? []) {
            expect(option.text.text.length).toBeLessThanOrEqual(LIMITS.label);
            expect(option.value?.length).toBeLessThanOrEqual(LIMITS.optionValue);
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

  it('a reply with warnings, a note, what was read otherwise and further answers keeps them too, warnings first', () => {
    fc.assert(
      fc.property(knowledge, additions, (of, { watched, corrections }) => {
        const ids = [...of.entries.keys()].reverse();
        const warnings = watched.map((each, at) => ({ entry: ids[at] ?? 'gone', watched: each }));
        const known = warnings.filter(({ entry }) => of.entries.has(entry)).slice(0, 3);
        const note = detailsReply(Array(20).fill('social security number'), 'command');
        for (const bare of repliesToQuestions(of)) {
          const alone = {
            restated: 'q'.repeat(500),
            share: { thread: '1763000000.000100', attempt: 999 },
            entry: 'none',
          };
          const readWith = of.entries.get(ids[0] ?? '') ?? null;
          const added = { warnings, corrections, also: ids, note, readWith, ...alone };
          const reply = compose(bare, { asked: 'q'.repeat(22), ...added }, of);
          expectWithinLimits(reply);
          const blockIds = reply.blocks.flatMap(({ block_id }) => block_id ?? []);
          expect(new Set(blockIds).size).toBe(blockIds.length);
          expect(Math.max(0, ...blockIds.map(({ length }) => length))).toBeLessThanOrEqual(LIMITS.blockId);
          expect(size(bare.blocks)).toBeLessThanOrEqual(LIMITS.message - ADDED_SPACE);
          expect(size(reply.blocks) - size(bare.blocks)).toBeLessThanOrEqual(ADDED_SPACE);
          expect(reply.text).not.toMatch(PING);
          for (const each of readAsMrkdwn(reply.blocks)) expect(each).not.toMatch(PING);
          const warned = reply.blocks.slice(0, known.length).map((block) => 'text' in block && block.text);
          for (const each of warned) expect(JSON.stringify(each)).toMatch(/:(warning|rotating_light): You mention /);
          if (known.length > 0) expect(reply.text).toMatch(/^You mention /);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the longest of all that can stand above and below a reply fits in what is left for it, and fills it', async () => {
    const { knowledge: frozen } = await faqOf();
    const longest = [...frozen.entries.values()].map((entry) => ({
      ...entry,
      questions: ['é'.repeat(1000)] as const,
      short: 'é'.repeat(1000),
    }));
    const of = { ...frozen, entries: new Map(longest.map((entry) => [entry.id, entry])) };
    const urgent = longest.filter(({ id }) => isUrgent(id)).map(({ id }) => id);
    const ids = [...urgent, ...longest.map(({ id }) => id).filter((id) => !urgent.includes(id))];
    const added = {
      asked: 'q'.repeat(22),
      warnings: ids.slice(0, 3).map((entry) => ({ entry, watched: 'é'.repeat(1000) })),
      corrections: Array(5).fill({ typed: 'é'.repeat(1000), read: 'é'.repeat(1000) }),
      also: ids.slice(3),
      note: detailsReply(Array(20).fill('social security number'), 'mention'),
      readWith: longest[0] ?? null,
      restated: 'é'.repeat(1000),
      share: { elsewhere: true },
      entry: ids.at(-1) ?? '',
    };
    const bare = abstainReply('warned', of, LEADS);
    const takes = size(compose(bare, added, of).blocks) - size(bare.blocks);
    expect(takes).toBeLessThanOrEqual(ADDED_SPACE);
    expect(takes).toBeGreaterThan(ADDED_SPACE - 250);
  });

  it('a copy of the longest answer under the longest urgent warnings keeps them, too, and still says whose it is', async () => {
    const { knowledge: frozen } = await faqOf();
    const long = [...frozen.entries.values()].map((entry) => ({
      ...entry,
      questions: ['é'.repeat(1000)] as const,
      short: 'é'.repeat(1000),
      answer: Array.from({ length: 9000 }, (_, at) => `word${at}`).join(' '),
    }));
    const urgent = long.filter(({ id }) => isUrgent(id)).map((entry) => ({ entry, watched: 'zebra' }));
    const copy = copyReply(answerReply(long[0] as Entry, frozen), 'U0LEAD001', urgent.slice(0, 3));
    const reply = compose(copy, { asked: 'q'.repeat(22), asker: 'q'.repeat(8) }, frozen);
    expectWithinLimits(reply);
    expect(reply.text.length).toBe(LIMITS.text);
    expect(reply.text.endsWith('Shared by <@U0LEAD001>')).toBe(true);
    expect(reply.blocks.filter((block) => JSON.stringify(block).includes('rotating_light'))).toHaveLength(3);
    expect(JSON.stringify(reply.blocks.at(copy.foot ?? 0))).toContain('Evidence:');
  });

  it('an answer longer than Slack shows says so, and stands whole in the text', async () => {
    const { knowledge: frozen } = await faqOf();
    const [entry] = frozen.entries.values();
    const long = { ...(entry as Entry), answer: Array.from({ length: 1500 }, (_, at) => `word${at}`).join(' ') };
    const reply = answerReply(long, frozen);
    expectWithinLimits(reply);
    expect(JSON.stringify(reply.blocks)).toContain('longer than Slack shows');
    expect(reply.text).toContain('word1499');
  });
});

describe('the frozen knowledge', () => {
  it('gives no reply over a limit, and no answer that is cut', async () => {
    const { knowledge: frozen } = await faqOf();
    for (const entry of frozen.entries.values()) {
      const reply = answerReply(entry, frozen);
      expectWithinLimits(reply);
      expect(JSON.stringify(reply.blocks)).not.toContain('longer than Slack shows');
    }
    for (const topic of frozen.topics.values()) expectWithinLimits(topicReply(topic, frozen));
    for (const reply of everyReply(frozen)) expectWithinLimits(reply);
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
    fc.assert(fc.property(fc.string(), (any) => !/[<>]/.test(mrkdwn(any).replace(/<https?:[^<>|]+\|[^<>]*>/g, ''))));
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
