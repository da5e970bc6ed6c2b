import { describe, expect, it } from 'vitest';
import { DOUBTFUL, VERBATIM } from '../../../src/search/parameters.js';
import { isMistaken } from '../../../src/search/trust/doubt.js';
import { LIBRARY, matcherOf } from '../faqs.js';
import { indexed } from '../indexed.js';

type Phrasings = [string, ...string[]];
type Pair = readonly [string, string];
/** How a thing is asked about, and by whom. */
type Phrase = (thing: string, who: string) => Phrasings;

/** Who asks: a word of its own for each pair, so that everything but the pair speaks for the pair's entry. */
const WHO =
  `bakers carpenters divers farmers gardeners hikers jugglers masons miners painters pilots potters rowers sailors
  singers tailors waiters weavers`.split(/\s+/);

/** Each side of some pairs as the entries of a small FAQ, `first-0` and so on. */
function entriesOf(side: 'first' | 'second', pairs: readonly Pair[], phrasings: Phrase) {
  const things = pairs.map((pair, at) => phrasings(pair[side === 'first' ? 0 : 1], who(at)));
  return Object.fromEntries(things.map((own, at) => [`${side}-${at}`, own]));
}

describe('a word that only looks like the FAQ’s', () => {
  const PAIRS = [
    ['hypotension', 'hypertension'],
    ['nephropathy', 'neuropathy'],
    ['abduction', 'adduction'],
    ['arteritis', 'arthritis'],
    ['statins', 'stains'],
    ['myelitis', 'myositis'],
    ['perineal', 'peroneal'],
    ['tendinosis', 'tendinitis'],
    ['hypoglycemia', 'hyperglycemia'],
    ['medial', 'median'],
    ['neuritis', 'nephritis'],
  ] as const;
  const phrasings = (thing: string, who: string): Phrasings => [
    `Is ${thing} a problem for ${who}?`,
    `can I treat ${who} with ${thing}`,
    `${thing} in ${who}, safe?`,
    `${who} with ${thing} on the chart, proceed?`,
  ];
  const second = entriesOf('second', PAIRS, phrasings);
  const onlySecond = matcherOf({ ...LIBRARY, ...second });
  const both = matcherOf({ ...LIBRARY, ...entriesOf('first', PAIRS, phrasings), ...second });

  it.each(PAIRS.map(([typed, known], at) => [typed, known, at] as const))(
    'is not answered for it: %s against an entry on %s',
    (typed, known, at) => {
      for (const question of phrasings(typed, who(at))) {
        const { decision, confidence } = onlySecond.match(question);
        expect([question, decision]).not.toEqual([question, 'answer']);
        expect(confidence).toBeLessThanOrEqual(DOUBTFUL);
      }
      const right = { decision: 'answer', entry: `second-${at}` };
      expect(onlySecond.match(`are ${who(at)} with ${known} a problem`)).toMatchObject(right);
    },
  );

  it('is answered by its own entry where the FAQ has both', () => {
    PAIRS.forEach(([first, second], at) => {
      expect(phrasings(first, who(at)).map((question) => both.match(question).entry)).toEqual(four(`first-${at}`));
      expect(phrasings(second, who(at)).map((question) => both.match(question).entry)).toEqual(four(`second-${at}`));
    });
  });

  it('is not answered where it is all that the question has of the entry', () => {
    const known: Phrasings = ['Is hypertension a problem?', 'hypertension patient, safe?', 'scrape with hypertension'];
    const { match } = matcherOf({ ...LIBRARY, known }, { safety: ['known'] });
    expect(match('is hypertension a problem').confidence).toBeGreaterThanOrEqual(VERBATIM);
    for (const question of ['is hypotension a problem', 'hypotension patient, safe?', 'hypotension', 'hypotensoin?']) {
      expect(match(question).decision).not.toBe('answer');
    }
  });

  // Everyday words, short ones, and those that no dictionary has: no twin is told of them, and the other's entry is answered.
  describe('also where the FAQ has the rarer of two common words', () => {
    const COMMON = [
      ['arthritis', 'arteritis'],
      ['ilium', 'ileum'],
      ['infection', 'injection'],
      ['osteopenia', 'osteopathy'],
    ] as const;
    const missing = matcherOf({ ...LIBRARY, ...entriesOf('second', COMMON, phrasings) });
    it.each(COMMON.map(([typed, known], at) => [typed, known, at] as const))(
      '%s against an entry on %s',
      (typed, _known, at) => {
        const decisions = phrasings(typed, who(at)).map((question) => missing.match(question).decision);
        expect(decisions).not.toContain('answer');
      },
    );
  });
});

describe('a look-alike of an entry’s word', () => {
  // One phrasing of thirteen has the word that is looked like: it does not tell what the entry is about.
  const aside = (word: string) => [
    ...Array.from({ length: 12 }, (_, at) => `the library is open ${at}`),
    `open with ${word}`,
  ];
  const mistaken = (phrasings: string[], word: string, twin: string, answer = '') =>
    isMistaken(0, [{ word, twin }], indexed({ entry: phrasings, other: [twin, word] }, { entry: answer }).index);

  it('is taken for a mistake where the word is in many of its phrasings', () => {
    expect(mistaken(['a lumbar roll', 'the roll'], 'lumber', 'lumbar')).toBe(true);
    expect(mistaken(aside('lumbar').slice(1), 'lumber', 'lumbar')).toBe(true);
  });

  it('is not where it is said aside, unless the two are of medicine', () => {
    expect(mistaken(aside('lumbar'), 'lumber', 'lumbar')).toBe(false);
    expect(mistaken(aside('hypertension'), 'hypotension', 'hypertension')).toBe(true);
  });

  it('is not where the entry has both, if only in its answer, or neither', () => {
    expect(mistaken(['a lumbar roll'], 'lumber', 'lumbar', 'Not a roll of lumber.')).toBe(false);
    expect(mistaken(['a foam roll'], 'lumber', 'lumbar')).toBe(false);
  });
});

describe('a figure that is not the FAQ’s', () => {
  const PAIRS = [
    ['.5 mm', '5 mm'],
    ['0.5 mm', '.05 mm'],
    ['4+/5', '4-/5'],
    ['1/2', '1'],
    ['1/2', '2'],
    ['-5', '5'],
    ['1,000', '1'],
    ['1,000', '100'],
    ['1.5', '15'],
    ['120/80', '12/80'],
    ['5%', '50%'],
    ['12 weeks', '2 weeks'],
    ['grade 1', 'grade 2'],
    ['> 12 weeks', '< 12 weeks'],
    ['under 12 weeks', 'over 12 weeks'],
    ['3-5 minutes', '35 minutes'],
  ] as const;
  // "over" and "under" are words, and a range is two figures: phrasings without their figures differ by them.
  const phrasings = (figure: string, who: string): Phrasings => [
    `Is ${figure} enough for ${who}?`,
    `${who} have ${figure}, go on`,
  ];
  const first = entriesOf('first', PAIRS, phrasings);
  const second = entriesOf('second', PAIRS, phrasings);
  const faqs = {
    onlyFirst: matcherOf({ ...LIBRARY, ...first }),
    onlySecond: matcherOf({ ...LIBRARY, ...second }),
    both: matcherOf({ ...LIBRARY, ...first, ...second }),
  };
  const rows = (pairs: readonly Pair[], from = 0) => pairs.map(([a, b], at) => [a, b, from + at] as const);

  function decisionsOf(first: string, second: string, at: number) {
    const asked = [
      ...phrasings(second, who(at)).map((question) => faqs.onlyFirst.match(question)),
      ...phrasings(first, who(at)).map((question) => faqs.onlySecond.match(question)),
    ];
    return asked.map(({ decision, confidence }) => (confidence > DOUBTFUL ? `too sure: ${decision}` : decision));
  }

  it.each(rows(PAIRS))('is not answered for it, either way: %s and %s', (first, second, at) => {
    for (const decision of decisionsOf(first, second, at)) expect(['suggest', 'abstain']).toContain(decision);
  });

  it.each(rows(PAIRS))('is answered word for word by its own entry: %s and %s', (first, second, at) => {
    for (const [name, figure] of Object.entries({ first, second })) {
      for (const question of phrasings(figure, who(at))) {
        const { entry, confidence } = faqs.both.match(question);
        expect([question, entry]).toEqual([question, `${name}-${at}`]);
        expect(confidence).toBeGreaterThanOrEqual(VERBATIM);
      }
    }
  });
});

describe('a corrected utterance', () => {
  const { match } = matcherOf({ ...LIBRARY, mat: ['Which mattress is right for neuropathy?', 'neuropathy', 'beds'] });

  it('tells what was read otherwise than it was typed, in order', () => {
    expect(match('wich matress for neuropaty').corrections).toEqual([
      { typed: 'matress', read: 'mattress' },
      { typed: 'neuropaty', read: 'neuropathy' },
    ]);
    expect(match('which mattress for neuropathy').corrections).toEqual([]);
    expect(match('nephropathy').corrections).toEqual([]);
  });

  it('is less sure than word for word, also where the FAQ is small', () => {
    expect(match('neuropathy').confidence).toBeGreaterThanOrEqual(VERBATIM);
    expect(match('neuropaty').confidence).toBeLessThan(VERBATIM);
  });
});

function who(at: number): string {
  return WHO[at] ?? '';
}

function four(id: string): string[] {
  return [id, id, id, id];
}
