import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_FIELDS, type Field, type Fields, SOURCE_FIELDS } from '../../src/knowledge/fields.js';
import { parseFile } from '../../src/knowledge/parse.js';
import { blocks, problemLine } from '../../src/knowledge/problem.js';
import { KNOWLEDGE } from '../frozen.js';

const entry = (lines: string) => `topic: T\nentries:\n  one:\n${lines}`;
const GOOD = entry('    questions: [What is it?]\n    answer: It is one.\n    sources: [a]\n');
const found = (text: string, file = 'x.yml') => parseFile(file, text).problems.map((each) => problemLine(each));

/** A value that a field takes. */
function sample({ shape, words = [] }: Field): string {
  if (shape === 'texts' || shape === 'ids') return '[one]';
  return { flag: 'true', date: '2026-11-30', number: '6', word: words[0] ?? '' }[shape as string] ?? 'one';
}

describe('a knowledge file', () => {
  it('of sources is known by its name, also where it ends in .yaml', () => {
    const text = 'sources:\n  a:\n    citation: A (2020).\n';
    for (const file of ['sources.yml', 'sources.yaml']) {
      expect(parseFile(file, text)).toMatchObject({ problems: [], sources: [{ id: 'a' }] });
    }
  });

  it('gives its entries with every field and place', () => {
    const text = entry(`    questions:
      - What is it?
      - what's it
    short: It is one.
    answer: |
      It is **one** [1].

      - and more
    evidence: low
    evidence_note: Reviews disagree.
    safety: true
    watch_for: [pace maker, ITP]
    related: [two]
    featured: true
    sources: [a, b]
    reviewed: 2026-10-01
    reviewed_by: A. Lead
`);
    expect(parseFile('x.yml', text).entries).toEqual([
      {
        id: 'one',
        topic: 'x',
        questions: ['What is it?', "what's it"],
        short: 'It is one.',
        answer: 'It is **one** [1].\n\n- and more',
        evidence: 'low',
        evidenceNote: 'Reviews disagree.',
        safety: true,
        watchFor: ['pace maker', 'ITP'],
        related: ['two'],
        featured: true,
        sources: ['a', 'b'],
        reviewed: '2026-10-01',
        reviewedBy: 'A. Lead',
        place: { file: 'x.yml', line: 3, col: 3 },
      },
    ]);
  });

  it.each([
    ['an entry', ENTRY_FIELDS, (lines: string) => parseFile('x.yml', `entries:\n  one:\n${lines}`).entries],
    ['a source', SOURCE_FIELDS, (lines: string) => parseFile('sources.yml', `sources:\n  one:\n${lines}`).sources],
  ] as [string, Fields, (lines: string) => readonly object[]][])(
    'keeps every field of %s, under its name in the other spelling',
    (_, table, read) => {
      const lines = Object.entries(table).map(([name, field]) => `    ${name}: ${sample(field)}\n`);
      const [kept = {}] = read(lines.join(''));
      const names = Object.keys(table).map((name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()));
      expect(Object.keys(kept)).toEqual(expect.arrayContaining(names));
    },
  );

  it.each(['no', 'yes', 'on', '1.10', '010', '12:30', '~', 'null', '2026-11-23', '97140'])(
    'keeps the text "%s" as it is typed',
    (text) => {
      const [read] = parseFile('x.yml', GOOD.replace('What is it?', text)).entries;
      expect(read?.questions).toEqual([text]);
    },
  );

  it.each([
    ['a byte order mark', `\ufeff${GOOD}`],
    ['Windows line ends', GOOD.replaceAll('\n', '\r\n')],
  ])('is read with %s', (_, text) => {
    const decoded = new TextDecoder().decode(new TextEncoder().encode(text));
    expect(found(decoded)).toEqual([]);
    expect(parseFile('x.yml', decoded).entries[0]?.answer).toBe('It is one.');
  });

  it.each([
    ['a tab', GOOD.replace('    answer', '\tanswer'), /x\.yml:5:1 error K101 .*Use spaces, not tabs/],
    ['a no-break space', GOOD.replace('    answer', '\u00a0\u00a0\u00a0\u00a0answer'), /K10[13]/],
    ['a key written twice', `${GOOD}    answer: Two.\n`, /x\.yml:7:5 error K202 .*Keep one of the two/],
    ['an unclosed quote', GOOD.replace('It is one.', '"It is one.'), /error K101 .*Close the quote/],
    ['an alias bomb', `a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n${GOOD}`, /x\.yml:1:\d+ error K108/],
    ['a tag', GOOD.replace('It is one.', '!!js/function x'), /error K108/],
    ['5,000 open brackets', `${'['.repeat(5000)}\n`, /x\.yml:1:\d+ error K101/],
    ['5,000 levels', `${Array.from({ length: 5000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n`, /error K10[13]/],
    ['NUL', GOOD.replace('one', 'o\u0000ne'), /error K109/],
    ['nothing', '', /x\.yml:1:1 error K106/],
    ['a list', '- one\n', /x\.yml:1:1 error K105/],
    ['a misspelt field', GOOD.replace('sources', 'source'), /x\.yml:6:5 error K103 .*Did you mean "sources"\?/],
    ['a key that objects have', GOOD.replace('answer:', 'constructor:'), /error K103/],
    ['a key that poisons', GOOD.replace('answer:', '__proto__:'), /error K103/],
    [
      'a comment that cuts',
      GOOD.replace('It is one.', 'Use tool #3 now.'),
      /x\.yml:5:13 error K110 .*"3 now\.".*: "Use tool #3 now\."/,
    ],
    ['two documents', `${GOOD}---\n${GOOD}`, /error K101 .*Remove the line/],
  ])('with %s is told with its place and remedy', (_, text, line) => {
    expect(found(text).join('\n')).toMatch(line);
  });

  it('tells all faults at once, not only the first', () => {
    const codes = parseFile(
      'x.yml',
      entry('    questions: one\n    anwser: x\n    safety: maybe\n    reviewed: soon\n'),
    ).problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['K105', 'K103', 'K112', 'K104']));
  });

  it('tells at the most ten errors of broken YAML', () => {
    expect(found(`${'['.repeat(5000)}`).length).toBeLessThanOrEqual(12);
  });

  it('never throws and always gives places, whatever the text', () => {
    const yamlish = fc.array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '  ',
        '"',
        '[',
        '{',
        '&a',
        '*a',
        '|',
        '>',
        '#',
        '!',
        'entries:',
        'questions:',
        '\t',
        '?',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          yamlish.map((parts) => parts.join('')),
        ),
        fc.constantFrom('x.yml', 'sources.yml', 'glossary.yml', 'learning.yml'),
        (text, file) => {
          for (const { place } of parseFile(file, text).problems) {
            expect(place.line).toBeGreaterThan(0);
            expect(place.col).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a file that was cut off', () => {
  const files = readdirSync(KNOWLEDGE).filter((name) => name.endsWith('.yml'));

  it.each([
    ['a word', `${GOOD}    evidence: low`],
    ['a text', `${GOOD}    short: It is`],
    ['a mark in a text', `${GOOD}    short: |\n      It is one [1]`],
    ['an empty value', GOOD.replace(' [a]\n', '')],
    ['a comment', `${GOOD}# the end`],
  ])('within %s is an error', (_, text) => {
    expect(parseFile('x.yml', text).problems).toContainEqual(
      expect.objectContaining({ code: 'K111', severity: 'error' }),
    );
  });

  it.each([
    ['a closing bracket', GOOD.trimEnd()],
    ['a closing quote', `${GOOD}    short: "It is one."`],
    ['a line of spaces', `${GOOD}    `],
    ['all of a file in JSON', JSON.stringify({ entries: { one: { questions: ['a'], answer: 'b', sources: ['c'] } } })],
  ])('or not, ends whole with %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is an error wherever it is cut inside a line', () => {
    const any = fc.constantFrom(...files).chain((name) => {
      const text = readFileSync(join(KNOWLEDGE, name), 'utf8');
      return fc.record({
        name: fc.constant(name),
        cut: fc.integer({ min: 1, max: text.length - 2 }),
        text: fc.constant(text),
      });
    });
    fc.assert(
      fc.property(any, ({ name, cut, text }) => {
        const part = text.slice(0, cut);
        const isLineEnd = /\n *$/.test(part) || text[cut] === '\n';
        expect(isLineEnd || parseFile(name, part).problems.some(blocks)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
