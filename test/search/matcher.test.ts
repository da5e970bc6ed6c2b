import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/search/matcher.js';
import { train } from '../../src/search/train.js';
import { knowledgeOf, LIBRARY } from './faqs.js';

const model = train(knowledgeOf(LIBRARY));
const matcher = createMatcher(model);
const phrasings = Object.entries(LIBRARY).flatMap(([id, questions]) => questions.map((q) => [q, id] as const));

/** Any text, and texts made of the FAQ's own words, which reach deeper. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...phrasings.flatMap(([q]) => q.split(' ')), '<@U1>', ':x:', '&amp;'), { maxLength: 30 })
    .map((words) => words.join(' ')),
);

describe('matching', () => {
  it('answers any text within bounds, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { decision, entry, confidence, candidates, offered } = matcher.match(text);
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(new Set(candidates.map((candidate) => candidate.entry)).size).toBe(candidates.length);
        for (const candidate of candidates) {
          expect(candidate.confidence).toBeGreaterThanOrEqual(0);
          expect(candidate.confidence).toBeLessThanOrEqual(confidence);
        }
        expect(confidence).toBeLessThanOrEqual(1);
        expect(confidence).toBe(candidates[0]?.confidence ?? 0);
        expect(entry).toBe(decision === 'answer' ? candidates[0]?.entry : null);
        // The first candidates, though not in their order where several parts are asked: see `parts.test.ts`.
        const first = candidates.slice(0, offered.length).map((one) => one.entry);
        expect([...offered].sort()).toEqual(first.sort());
        expect(offered.length > 0).toBe(decision === 'suggest');
        expect(offered.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 150 },
    );
  });

  it('does not care about capitals and punctuation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...phrasings), fc.constantFrom('?', '!!', ' …', '.'), ([q], end) => {
        expect(matcher.match(`${q.toUpperCase().replaceAll('?', '')}${end}`)).toEqual(matcher.match(q));
      }),
    );
  });

  it.each(phrasings)('answers its own phrasing "%s" with %s', (q, id) => {
    expect(matcher.match(q)).toMatchObject({ decision: 'answer', entry: id });
  });

  it.each([
    ['till when r u open on saturdays', 'opening'],
    ['i lsot the bok i borrowed', 'lost'],
    ['can i extend my loan a bit longer', 'renew'],
    ['whats the fee if its overdue', 'late'],
  ])('finds what "%s" means: %s', (q, id) => {
    expect(matcher.match(q).candidates[0]?.entry).toBe(id);
  });

  it.each(['what is it', 'how do I do that', 'tell me a joke', 'is it going to rain', '', '?!', '<@U1> :wave:'])(
    'does not answer "%s"',
    (q) => {
      expect(matcher.match(q).decision).not.toBe('answer');
    },
  );

  it('is sure of nothing where it only shares letters with the FAQ', () => {
    for (const q of ['printery', 'the librarianship', 'overduess roomful']) {
      const { confidence, decision, candidates } = matcher.match(q);
      expect([q, candidates.length > 0, confidence, decision]).toEqual([q, true, 0, 'abstain']);
    }
  });

  it('gives the same matches whatever the order of the entries', () => {
    const turned = createMatcher(train(knowledgeOf(Object.fromEntries(Object.entries(LIBRARY).reverse()))));
    for (const q of ['lost', 'late book', 'room for printing', 'my card'])
      expect(turned.match(q)).toEqual(matcher.match(q));
  });

  it('gives the same matches from a model that crossed a thread', () => {
    const crossed = createMatcher(structuredClone(model));
    for (const q of ['lost', 'late book', 'room for printing', 'my card'])
      expect(crossed.match(q)).toEqual(matcher.match(q));
  });

  it('keeps no trace of earlier questions', () => {
    const first = matcher.match('my card');
    matcher.match('late book in a study room');
    expect(matcher.match('my card')).toEqual(first);
  });

  it('keeps a clear match when another entry gets a phrasing more', () => {
    const rooms: [string, ...string[]] = ['renting a room for a party', ...(LIBRARY.rooms ?? [])];
    const more = { ...LIBRARY, rooms };
    const changed = createMatcher(train(knowledgeOf(more)));
    for (const [q, id] of phrasings) expect(changed.match(q).entry).toBe(id);
  });

  it.each([[{}], [{ only: ['Is it open?'] }], [{ empty: ['?'] }], [{ one: ['same words'], two: ['same words'] }]])(
    'serves an odd FAQ: %j',
    (questions) => {
      const odd = createMatcher(train(knowledgeOf(questions as Record<string, [string]>)));
      expect(odd.match('Is it open?').confidence).toBeLessThanOrEqual(1);
      expect(odd.why('Is it open?', 'nothing').phrasing).toBeNull();
    },
  );

  it('answers a phrasing that two entries share with neither, and offers both', () => {
    const bikes: [string, ...string[]] = ['Can I rent a bicycle?', 'rent for a week', 'bicycle rental'];
    const boats: [string, ...string[]] = ['Can I rent a boat?', 'rent for a week', 'boat rental'];
    const { match } = createMatcher(train(knowledgeOf({ ...LIBRARY, bikes, boats })));
    expect(match('bicycle rental').entry).toBe('bikes');
    expect(match('rent for a week').decision).not.toBe('answer');
    expect(
      match('rent for a week')
        .candidates.slice(0, 2)
        .map(({ entry }) => entry)
        .sort(),
    ).toEqual(['bikes', 'boats']);
  });

  it('says which words and which phrasing spoke for an entry', () => {
    const why = matcher.why('fee for an overdue loan', 'late');
    expect(why.phrasing).toBe('overdue fee');
    expect(why.words.slice(0, 2).map(({ word }) => word)).toContain('overdue');
    expect(why.similarity).toBeGreaterThan(0.3);
  });
});
