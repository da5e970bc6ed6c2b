import fc from 'fast-check';
import { type Entry, EVIDENCE, type Knowledge, SOURCE_TYPES } from '../../src/knowledge/entry.js';

const PLACE = { file: 'x.yml', line: 1, col: 1 };

/** Text as a careless lead or an attacker might write it. */
const text = (most: number) =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }),
      fc.constantFrom(
        '<!channel>',
        '<@U1|x> & <b>',
        '&'.repeat(most),
        '*'.repeat(most),
        'a '.repeat(most / 2),
        'é'.repeat(most),
        '😀'.repeat(most / 2),
        'x\n'.repeat(most / 2),
      ),
    )
    .map((any) => any.trim())
    .filter((any) => any !== '');

/** A whole knowledge folder of such texts. */
export const knowledge = fc
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
            featured: false,
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

/** What people typed and what leads watch for, as strange as everything else. */
export const additions = fc.record({
  watched: fc.array(text(300), { maxLength: 5 }),
  corrections: fc.array(fc.record({ typed: text(500), read: text(500) }), { maxLength: 5 }),
});
