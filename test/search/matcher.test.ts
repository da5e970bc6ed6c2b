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

  it('shares what is left of certainty among the others', () => {
    for (const text of [
      'book',
      'my card',
      'late',
      'lost in a room',
      'print a book',
      'library',
      'overdue fee',
      'open room',
    ]) {
      const { candidates } = matcher.match(text);
      expect(candidates.length).toBeGreaterThan(1);
      expect(candidates.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it('leaves the others no more than what is left, though they are nearly as near', () => {
    const bikes: [string, ...string[]] = ['Can I rent a bicycle?', 'bicycle for a week', 'bicycle rental'];
    const boats: [string, ...string[]] = ['Can I rent a boat?', 'boat for a week', 'boat rental'];
    const twins = createMatcher(train(knowledgeOf({ ...LIBRARY, bikes, boats })));
    const [nearest] = createMatcher(
      train(knowledgeOf({ ...LIBRARY, bikes: [...bikes, 'rent for a week'], boats: [...boats, 'rent in a week'] })),
    )
      .match('rent for a week')
      .candidates.slice(1);
    expect(nearest?.entry).toBe('boats');
    expect(nearest?.confidence).toBeLessThanOrEqual(0.01);
    for (const phrasing of [...bikes, ...boats]) {
      const [best, ...others] = twins.match(phrasing).candidates;
      const rest = others.reduce((sum, { confidence }) => sum + confidence, 0);
      expect(rest).toBeLessThanOrEqual(1 - (best?.confidence ?? 0) + 1e-9);
    }
  });

  it('reads two words that were run together, and tells of no correction', () => {
    const { candidates, corrections } = matcher.match('reserve a grouproom');
    expect([candidates[0]?.entry, corrections]).toEqual(['rooms', []]);
  });

  it('is at least 0.99 sure of a phrasing word for word, and may be surer', () => {
    const confidences = phrasings.map(([q]) => matcher.match(q).confidence);
    expect(Math.min(...confidences)).toBeGreaterThanOrEqual(0.99);
    expect(Math.max(...confidences)).toBeGreaterThan(0.995);
  });

  it('answers a phrasing of two questions as it is written, and not in its parts', () => {
    const both = 'When is the library open? What does a late book cost?';
    expect(matcher.match(both)).toMatchObject({ decision: 'answer', also: [expect.any(String)] });
    const { match } = createMatcher(train(knowledgeOf({ ...LIBRARY, welcome: [both, 'welcome to the library'] })));
    expect(match(both)).toMatchObject({ decision: 'answer', entry: 'welcome', also: [] });
  });

  it('has five candidates at the most', () => {
    const { candidates } = matcher.match('book card room print late open lost renew library');
    expect(candidates.length).toBe(5);
  });
});

describe('why an entry stands where it stands', () => {
  it('is told by the words that spoke for it, heaviest first, and by its nearest phrasing', () => {
    const why = matcher.why('fee for an overdue loan', 'late');
    expect(why.phrasing).toBe('overdue fee');
    expect(why.words.slice(0, 2).map(({ word }) => word)).toContain('overdue');
    expect(why.similarity).toBeGreaterThan(0.3);
    const weights = why.words.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(why.tokens).toEqual(['fee', 'for', 'an', 'overdue', 'loan']);
    // "loan" is of another entry.
    expect(why.words.at(-1)?.word).toBe('loan');
    expect(why.words.at(-1)?.weight).toBeLessThan(0);
  });

  it('tells each word once, as it was read', () => {
    const { tokens, words } = matcher.why('overdeu fee, fee, fee', 'late');
    expect(tokens).toEqual(['overdue', 'fee', 'fee', 'fee']);
    expect(words.map(({ word }) => word).sort()).toEqual(['fee', 'overdue']);
  });

  it('weighs a word by what its entry loses without it', () => {
    const { words } = matcher.why('overdue qzxv', 'late');
    const weightOf = (word: string) => words.find((one) => one.word === word)?.weight;
    // An unknown word makes the rest count less.
    expect(weightOf('qzxv')).toBeLessThan(0);
    expect(weightOf('overdue')).toBeGreaterThan(0.2);
  });

  it.each(Object.entries(LIBRARY))('finds each phrasing of %s by itself', (id, own) => {
    for (const phrasing of own) {
      expect(matcher.why(phrasing, id)).toMatchObject({ entry: id, phrasing });
      expect(matcher.why(phrasing, id).similarity).toBeCloseTo(1, 5);
    }
  });

  it('names no phrasing where nothing is shared, and no words where the entry is unknown', () => {
    expect(matcher.why('qzxv', 'late')).toMatchObject({ phrasing: null, similarity: 0 });
    expect(matcher.why('overdue fee', 'nothing')).toEqual({
      entry: 'nothing',
      tokens: ['overdue', 'fee'],
      words: [],
      phrasing: null,
      similarity: 0,
    });
  });

  it('names the first of two phrasings that are equally near', () => {
    const twice = createMatcher(train(knowledgeOf({ ...LIBRARY, ink: ['Fresh ink', 'fresh ink!'] })));
    expect(twice.why('fresh ink', 'ink').phrasing).toBe('Fresh ink');
  });
});
