import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fold } from '../../src/redact/fold.js';
import { type LabelledSet, readMarks } from '../../src/redact/measure.js';
import { RECOGNIZERS } from '../../src/redact/recognizers.js';
import { find as findIn } from '../../src/redact/redact.js';
import { frozenRedact, vocabulary } from './frozen.js';

const RUNS = { numRuns: 3000 };
const LONGEST_PLACEHOLDER = Math.max(...RECOGNIZERS.map(({ identifier }) => identifier.length)) + 2;

const words = await vocabulary();
const redact = await frozenRedact();
const find = (typed: string) => findIn(typed, words);

const sets = ['labelled.yml', 'clinic.yml'].map(
  (file) => parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as LabelledSet,
);
const questions = sets
  .flatMap(({ identifiers, clean }) => [...identifiers, ...clean])
  .map((line) => readMarks(line).text);
const pieces = [
  ...new Set(questions.flatMap((text) => text.split(/(?<=[\s.,:;@#|<>()-])/))),
  ...['[name]', '[phone]', '&lt;', '&amp;', '<@', '|', '>', '@', '\u200B', '\uD800', '\0', '\u007F', 'J.', "'s", '\n'],
  ...[
    '+1',
    '206',
    '555',
    '0147',
    '12/',
    '1961',
    'a@',
    '://',
    'www.',
    '.com',
    '.pdf',
    '９',
    '٣',
    'é',
    '\u0301',
    'ﷺ',
    '㈱',
    '½',
  ],
];

/** Any text, and texts made of what people, Slack and attackers write. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.string({ unit: fc.constantFrom(...'0123456789.-/ ()+@aA#:,\u200B０٣'), maxLength: 80 }),
);

describe('any text', () => {
  it('without a digit holds nothing that a recognizer with a digit looks for', () => {
    const cues = fc
      .constantFrom(...RECOGNIZERS.map(({ example }) => example))
      .map((example) => example.replace(/\d/gu, 'x'));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          cues,
          fc.tuple(cues, text).map((both) => both.join(' ')),
        ),
        (typed) => {
          const view = fold(typed).view.replace(/\d/gu, ' ');
          for (const { digit, pattern } of RECOGNIZERS) if (digit) expect(view.search(pattern)).toBe(-1);
        },
      ),
      RUNS,
    );
  });

  it('is cleared without a fault, and the same way each time', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(redact(typed)).toEqual(redact(typed));
      }),
      RUNS,
    );
  });

  it('is not changed by a second clearing', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = redact(typed).text;
        expect(redact(once)).toEqual({ text: once, found: [] });
      }),
      RUNS,
    );
  });

  it('grows by no more than its placeholders', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const gone = find(typed).reduce((sum, { start, end }) => sum + end - start, 0);
        const most = typed.length - gone + find(typed).length * LONGEST_PLACEHOLDER;
        expect(redact(typed).text.length).toBeLessThanOrEqual(most);
      }),
      RUNS,
    );
  });

  it('keeps no seven digits in a row, seen or hidden', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { text: cleared } = redact(typed);
        expect(cleared).not.toMatch(/\d{7}/);
        expect(fold(cleared).view).not.toMatch(/\d{7}/);
      }),
      RUNS,
    );
  });

  it('keeps no "@" between two letters or digits', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(fold(redact(typed).text).view).not.toMatch(/[\p{L}\p{N}_]@[\p{L}\p{N}_]/u);
      }),
      RUNS,
    );
  });

  it('keeps every character outside of what was found', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const found = find(typed);
        let at = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(typed.length);
      }),
      RUNS,
    );
  });
});
