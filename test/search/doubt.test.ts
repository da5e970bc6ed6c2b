import { describe, expect, it } from 'vitest';
import { DOUBTFUL, VERBATIM } from '../../src/search/parameters.js';
import { LIBRARY, matcherOf } from './faqs.js';

type Phrasings = [string, ...string[]];
type Pair = readonly [string, string];

/** Who asks: a word of its own for each pair, so that everything but the pair speaks for the pair's entry. */
const WHO =
  `bakers carpenters divers farmers gardeners hikers jugglers masons miners painters pilots potters rowers sailors
  singers tailors waiters weavers`.split(/\s+/);

/** Both sides of some pairs in the phrasings of a small FAQ each, and of one that has both. */
function faqsOf(pairs: readonly Pair[], phrasings: (thing: string, who: string) => Phrasings) {
  const side = (which: 0 | 1) => pairs.map((pair, at) => phrasings(pair[which], WHO[at] ?? ''));
  const entries = (name: string, all: Phrasings[]) => Object.fromEntries(all.map((own, at) => [`${name}-${at}`, own]));
  const first = entries('first', side(0));
  const second = entries('second', side(1));
  return {
    onlyFirst: matcherOf({ ...LIBRARY, ...first }),
    onlySecond: matcherOf({ ...LIBRARY, ...second }),
    both: matcherOf({ ...LIBRARY, ...first, ...second }),
  };
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
  const { onlySecond, both } = faqsOf(PAIRS, phrasings);

  it.each(PAIRS.map(([typed, known], at) => [typed, known, at] as const))(
    'is not answered for it: %s against an entry on %s',
    (typed, known, at) => {
      for (const question of phrasings(typed, WHO[at] ?? '')) {
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
  describe('and is still answered for it: move a mended one up', () => {
    const MISSED = [
      ['arthritis', 'arteritis'],
      ['ilium', 'ileum'],
      ['infection', 'injection'],
      ['osteopenia', 'osteopathy'],
    ] as const;
    const { onlySecond: missing } = faqsOf(MISSED, phrasings);
    it.fails.each(MISSED.map(([typed, known], at) => [typed, known, at] as const))(
      '%s against an entry on %s',
      (typed, _known, at) => {
        const decisions = phrasings(typed, who(at)).map((question) => missing.match(question).decision);
        expect(decisions).not.toContain('answer');
      },
    );
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
  ] as const;
  // "over" and "under" are words, and a range is two figures: phrasings without their figures differ by them.
  const MISSED = [
    ['> 12 weeks', '< 12 weeks'],
    ['under 12 weeks', 'over 12 weeks'],
    ['3-5 minutes', '35 minutes'],
  ] as const;
  const phrasings = (figure: string, who: string): Phrasings => [
    `Is ${figure} enough for ${who}?`,
    `${who} have ${figure}, go on`,
  ];
  const faqs = faqsOf([...PAIRS, ...MISSED], phrasings);
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

  it.fails.each(rows(MISSED, PAIRS.length))('is still answered for it: %s and %s; move a mended one up', (...row) => {
    for (const decision of decisionsOf(...row)) expect(['suggest', 'abstain']).toContain(decision);
  });

  it.each(rows([...PAIRS, ...MISSED]))('is answered word for word by its own entry: %s and %s', (first, second, at) => {
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

  // `frozen.test.ts` has those that are less sure by themselves.
  it.fails('is still as sure as word for word, where the FAQ is small: move it up when mended', () => {
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
