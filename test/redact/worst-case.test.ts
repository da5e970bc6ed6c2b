import { describe, expect, it } from 'vitest';
import { fold, MASK } from '../../src/redact/fold.js';
import { RECOGNIZERS } from '../../src/redact/recognizers.js';
import { find } from '../../src/redact/redact.js';
import { vocabulary } from './frozen.js';

/** Slack's longest message. */
const LONGEST = 40_000;
/** A hang guard, in CPU time, so that a busy machine fails nothing: once the code is compiled the work takes up to a quarter of a second. */
const MOST_MILLISECONDS = 500;

const words = await vocabulary();

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of CPU that something takes, the less of two times: the first may have to compile it. */
function taken(work: () => void): number {
  const times = [1, 2].map(() => {
    const begin = cpu();
    work();
    return cpu() - begin;
  });
  return Math.min(...times);
}

/** How many characters a recognizer may look at from one place: a link of Slack's is the longest thing that is one match. */
const FARTHEST = 4100;

function filled(piece: string): string {
  return piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
}

/**
 * The most characters that a pattern can take in from one place: every part's length times its upper bound. Infinity
 * where a quantifier has none.
 */
function reach(source: string): number {
  let at = 0;
  return alternatives();

  function alternatives(): number {
    let most = 0;
    for (;;) {
      most = Math.max(most, sequence());
      if (source[at] !== '|') return most;
      at += 1;
    }
  }

  function sequence(): number {
    let sum = 0;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') sum += part() * times();
    return sum;
  }

  function part(): number {
    const rest = source.slice(at);
    const [simple] = /^(?:\\[pP]\{\w+\}|\\u[\dA-F]{4}|\\.|\[(?:\\.|[^\]\\])*\])/.exec(rest) ?? [];
    if (simple !== undefined) {
      at += simple.length;
      return 1;
    }
    if (rest[0] !== '(') {
      at += 1;
      return 1;
    }
    at += /^\((?:\?(?::|=|!|<=|<!|<\w+>))?/.exec(rest)?.[0].length ?? 1;
    const inside = alternatives();
    at += 1;
    return inside;
  }

  function times(): number {
    const [found, most] = /^(?:\?|[*+]|\{\d+(?:,(\d*))?\})\??/.exec(source.slice(at)) ?? [''];
    at += found.length;
    if (found === '' || found === '?' || found === '??') return 1;
    if (/^[*+]/.test(found) || most === '') return Number.POSITIVE_INFINITY;
    return Number(most ?? /\d+/.exec(found)?.[0]);
  }
}

describe('the work of every recognizer is bounded', () => {
  it('measures the reach of a pattern', () => {
    expect(reach(String.raw`a\d{2,4}(?:bc|d){3}(?=x)`)).toBe(1 + 4 + 6 + 1);
    expect(reach('a(?:b{2}c{1,})?')).toBe(Number.POSITIVE_INFINITY);
    expect(reach('[^<>]*')).toBe(Number.POSITIVE_INFINITY);
  });

  it.each(RECOGNIZERS)('$identifier: $why: looks no farther than its longest form', ({ pattern }) => {
    expect(reach(pattern.source)).toBeLessThanOrEqual(FARTHEST);
  });

  it.each(RECOGNIZERS)('$identifier: $why: its own worst case', ({ pattern, example }) => {
    const cut = [
      example,
      `${example} `,
      example.slice(0, -1),
      `${example.slice(0, -1)} `,
      example.slice(0, example.length / 2),
    ];
    for (const piece of cut) {
      const text = filled(piece);
      const work = () => {
        pattern.lastIndex = 0;
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
          if (match[0] === '') pattern.lastIndex += 1;
        }
      };
      expect(taken(work), piece).toBeLessThan(MOST_MILLISECONDS);
    }
  });
});

describe('40,000 characters of one pattern', () => {
  it.each([
    ...[
      ' ',
      '\n',
      '0',
      '1',
      'A',
      'a',
      'Aa ',
      'a ',
      'é',
      'e\u0301',
      '\u0301',
      '\u200B',
      '😀',
      '𐐀',
      '𐐨',
      '𝐀',
      '\uD800',
      '\uDC00',
      '\0',
      MASK,
    ],
    ...['a@', '1-', '1 ', '1.', '1/', '@', '.', ':', '<', '[', '&lt;', '&amp;', 'ﷺ', '㈱', '½', 'ff:', '0:', '0a:'],
    ...[
      '<@',
      '<tel:',
      '<mailto:',
      '<!date^',
      '<a://',
      'http://',
      'http://.',
      'www.',
      'a.com',
      'a at b dot ',
      '.pdf',
      'Aa Aa.pdf ',
    ],
    ...[
      'pt ',
      'pt a',
      'Pt A ',
      'mrs ',
      'mr. and ',
      'name is ',
      'saw ',
      'saw a ',
      'her mother ',
      'appt for ',
      'J.',
      'J. ',
      'J. K',
      "a's ",
    ],
    ...[
      'Jane ',
      'jane doe ',
      'van ',
      'de la ',
      'Aa, ',
      'St. ',
      'dob ',
      'dob 1/',
      '12/',
      '12 / ',
      'may 1 ',
      'Jan 1 ',
      '1st of ',
      'aged 9',
    ],
    ...[
      'call ',
      'call him ',
      'call at it ',
      '(1',
      '+1',
      '01',
      '0123 456 ',
      '12 Oak ',
      '1 A',
      '1 Aa ',
      'WA 9',
      'Aa, WA ',
      'lives in ',
    ],
    ...[
      'MRN ',
      'mrn 12 ',
      'mrn no ',
      'no. ',
      'medicare ',
      'license plate A1 ',
      'ssn ',
      'A-1-',
      '1-a',
      'claim A-',
      '[name]',
      'po box ',
    ],
  ])('%j', (piece) => {
    const text = filled(piece);
    expect(taken(() => find(text, words))).toBeLessThan(MOST_MILLISECONDS);
  });

  it('unfolds no character into more than four', () => {
    expect(fold('\uFDFA'.repeat(LONGEST)).view).toHaveLength(LONGEST);
    expect(fold('½'.repeat(LONGEST)).view.length).toBeLessThanOrEqual(4 * LONGEST);
  });
});
