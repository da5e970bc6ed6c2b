import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/knowledge/parse.js';
import { problemLine } from '../../src/knowledge/problem.js';

/** What leads type without knowing that YAML reads it otherwise, or that it is there at all. */
const GOOD = 'topic: T\nentries:\n  one:\n    questions: [What is it?]\n    answer: It is one.\n    sources: [a]\n';
const found = (text: string) => parseFile('x.yml', text).problems.map((each) => problemLine(each));
/** A file whose one phrasing stands on a line of its own. */
const asked = (line: string) => GOOD.replace(' [What is it?]', `\n      ${line}`);

describe('words after " #"', () => {
  it.each([
    ['in a phrasing', asked('- is tool # 3 safe'), 5, '"is tool # 3 safe"'],
    ['right behind the sign', asked('- is tool #3 safe'), 5, '"is tool #3 safe"'],
    ['set off before the sign alone', asked('- is tool  #3 safe'), 5, '"is tool  #3 safe"'],
    ['after two lines of a text', asked('- is it\n        a tool # 3'), 5, '"is it a tool # 3"'],
    ['that are all of a phrasing', asked('- #3 safe?'), 5, '"#3 safe?"'],
    ['that are all of an answer', GOOD.replace('It is one.', '# 3 is safe'), 5, '"# 3 is safe"'],
    ['beside quotes within the text', asked('- is "it" # 3'), 5, `'is "it" # 3'`],
    ['in a watched word', `${GOOD}    watch_for:\n      - keloid #2\n`, 8, '"keloid #2"'],
    ['after a comma in brackets', GOOD.replace('[What is it?]', '[\n      a, # 3\n    ]'), 5, '"a, # 3"'],
    ['in a file with Windows line ends', asked('- is tool # 3').replaceAll('\n', '\r\n'), 5, '"is tool # 3"'],
  ])('%s are an error with the text to write instead', (_, text, line, instead) => {
    expect(parseFile('x.yml', text).problems).toMatchObject([
      { code: 'K110', severity: 'error', place: { line }, remedy: expect.stringContaining(`: ${instead}.`) },
    ]);
  });

  it.each([
    ['of a line of its own', asked('# how people ask\n      - a\n      # more')],
    ['set off by two spaces', asked('- a  # how people ask')],
    ['after quotes', asked('- "a" # how people ask')],
    ['after a list in brackets', GOOD.replace('[a]', '[a] # the book')],
    ['after an id', GOOD.replace('[a]', '\n      - a # the book')],
    ['after a word of few', `${GOOD}    evidence: low # two trials\n`],
    ['behind a field', GOOD.replace('questions: [What is it?]', 'questions: # as typed\n      - a')],
  ])('%s are a comment', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('that cut a list in brackets, or a text of two lines, are told as such', () => {
    for (const text of [
      GOOD.replace('[What is it?]', '[is tool # 3 safe, b]'),
      GOOD.replace('[What is it?]', '[\n      is tool # 3,\n      b ]'),
      asked('- is it # 3\n        safe'),
      GOOD.replace('It is one.', 'It is # 3\n      tools.'),
    ]) {
      expect(found(text)[0]).toMatch(/error K101 .*words after " #" in the line before are a comment/);
    }
  });
});

describe('signs that only look like those of YAML', () => {
  it.each([
    [
      'a curly quote around a text with a colon',
      asked('- “is it safe: yes”'),
      'K105',
      'Column 9 holds a curly quote “',
    ],
    ['a single curly quote', asked('- ‘is it safe: yes’'), 'K105', 'Column 9 holds a curly quote ‘'],
    ['a straight quote that a curly one should close', asked('- "is it safe”'), 'K101', 'a curly quote ” (U+201D)'],
    ['a curly quote around an answer', GOOD.replace('It is one.', '“Stop: now”'), 'K101', 'a curly quote “'],
    ['a curly quote around an id', GOOD.replace('[a]', '[“a”]'), 'K105', 'a curly quote “'],
    ['a curly quote around a field', GOOD.replace('answer', '“answer”'), 'K103', 'Column 5 holds a curly quote “'],
    ['a curly quote around an entry', GOOD.replace('one:', '“one”:'), 'K201', 'Column 3 holds a curly quote “'],
    ['a curly quote around true', `${GOOD}    safety: “true”\n`, 'K105', 'a curly quote “'],
    ['a curly quote around a word', `${GOOD}    evidence: “fair”\n`, 'K107', 'a curly quote “'],
    ['a curly quote around a date', `${GOOD}    reviewed: “2026-01-01”\n`, 'K112', 'a curly quote “'],
    ['a no-break space before a field', GOOD.replace('    answer', '\u00a0\u00a0  answer'), 'K101', '(U+00A0)'],
    ['a thin space behind a hyphen', asked('-\u2009is it safe'), 'K105', 'Column 8 holds a special space (U+2009)'],
    ['a no-break space behind a colon', GOOD.replace('answer: ', 'answer:\u00a0'), 'K101', 'Column 12 holds a special'],
    ['a no-break space before a colon', GOOD.replace('answer:', 'answer\u00a0:'), 'K103', 'Column 11 holds a special'],
    ['a bullet', asked('• is it safe'), 'K105', 'Column 7 holds a bullet or dash •'],
    ['a dash', asked('- a\n      – b'), 'K101', 'Column 7 holds a bullet or dash –'],
    ['a wide colon', GOOD.replace('answer:', 'answer：'), 'K101', 'Column 11 holds a wide colon'],
    ['a hyphen without a space', asked('-is it safe'), 'K105', 'Column 7 holds a hyphen with no space after it'],
    ['a colon without a space', GOOD.replace('answer: ', 'answer:'), 'K101', 'Column 11 holds a colon with no space'],
  ])('such as %s are named with what to type', (_, text, code, remedy) => {
    const [first] = parseFile('x.yml', text).problems;
    expect(first).toMatchObject({ code, remedy: expect.stringContaining(remedy) });
    expect(first?.remedy).toMatch(/which YAML takes for a letter: type /);
  });

  it.each(['“What is it?”', '‘What is it?’', '“What is it?"', '“What is it?'])(
    '%s is a warning: people see the quotes',
    (text) => {
      expect(parseFile('x.yml', asked(`- ${text}`)).problems).toMatchObject([{ code: 'K116', severity: 'warning' }]);
    },
  );

  it.each([
    'what’s it',
    'is “frozen shoulder” it',
    'the 10\u00a0mm tool',
    'it is 5’',
    'a – b',
    'at 12:30',
    'see https://a.b',
  ])('"%s" is a text like any other', (text) => {
    expect(found(asked(`- ${text}`))).toEqual([]);
  });

  it('say nothing where a fault in their line has another cause', () => {
    const [first] = found(GOOD.replace('answer: It', 'anwser: “It” –'));
    expect(first).toMatch(/K103 .*Did you mean "answer"\?/);
  });
});

describe('invisible characters', () => {
  const phrased = (question: string) => GOOD.replace('What is it?', question);

  it.each([
    ['\u200b', 'a zero-width space (U+200B)'],
    ['\u200d', 'a zero-width joiner (U+200D)'],
    ['\u2060', 'a zero-width joiner (U+2060)'],
    ['\u00ad', 'a soft hyphen (U+00AD)'],
    ['\ufeff', 'a byte order mark (U+FEFF)'],
    ['\u200e', 'a mark of the writing direction (U+200E)'],
    ['\u202e', 'a mark of the writing direction (U+202E)'],
    ['\u2067', 'a mark of the writing direction (U+2067)'],
    ['\u2028', 'a line break of another kind (U+2028)'],
    ['\u0085', 'a line break of another kind (U+0085)'],
    ['\r', 'a line break of another kind (U+000D)'],
    ['\ufffd', 'the sign for a letter that was lost (U+FFFD)'],
    ['\u0007', 'a control character (U+0007)'],
    ['\u0000', 'a control character (U+0000)'],
    ['\u2061', 'an invisible character (U+2061)'],
  ])('such as %j are named, with their neighbours', (sign, name) => {
    expect(parseFile('x.yml', phrased(`pace${sign}maker`)).problems).toMatchObject([
      {
        code: 'K109',
        place: { line: 4, col: 21 },
        message: `Here stands ${name}, between "tions: [pace" and "maker]".`,
        remedy: expect.stringMatching(/(anew: it comes from|save the file|Save the file)/),
      },
    ]);
  });

  it.each([
    ['parts of an emoji', '👩\u200d⚕\ufe0f, 👩🏽\u200d⚕\ufe0f'],
    ['a flag', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} flag'],
    ['letters of Persian', 'می\u200cخواهم'],
  ])('belong between %s', (_, question) => {
    expect(found(phrased(question))).toEqual([]);
  });

  it.each([
    ['at the end of an emoji', '👩\u200d\n'],
    ['between Latin letters', 'a\u200cb'],
    ['as tags without a flag', 'a\u{e0067}'],
  ])('do not belong %s', (_, question) => {
    expect(found(phrased(question))[0]).toMatch(/K109/);
  });

  it('are told once a line, in ten lines at the most, and once of a file in another encoding', () => {
    const line = `      - ${'a\u200b'.repeat(5)}\n`;
    const list = 'entries:\n  one:\n    questions:\n';
    expect(found(list + line.repeat(3)).filter((each) => each.includes('K109'))).toHaveLength(3);
    expect(found(list + line.repeat(20)).filter((each) => each.includes('K109'))).toHaveLength(10);
    expect(found([...GOOD].join('\u0000'))).toHaveLength(1);
    expect(found(GOOD.replaceAll('\n', '\r'))).toHaveLength(1);
  });
});
