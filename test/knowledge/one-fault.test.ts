import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/knowledge/assemble.js';
import { parseFile } from '../../src/knowledge/parse.js';
import { problemLine } from '../../src/knowledge/problem.js';

const SOURCES = 'sources:\n  a:\n    citation: A (2020).\n';
const entry = (id: string) =>
  `  ${id}:\n    questions:\n      - What is ${id}?\n      - tell me of ${id}\n    answer: It is ${id}.\n    sources: [a]\n`;
const TOPIC = `topic: T\nentries:\n${entry('one')}${entry('two')}${entry('three')}`;

/** What a folder of a topic, sources and further files gives. */
function found(files: Record<string, string>): string[] {
  const parsed = Object.entries({ 'x.yml': TOPIC, 'sources.yml': SOURCES, ...files }).map(([name, text]) =>
    parseFile(name, text),
  );
  const across = assemble(parsed).problems;
  return [...parsed.flatMap(({ problems }) => problems), ...across].map((each) => problemLine(each));
}

/** Three entries of which the second is written otherwise. */
const changed = (from: string | RegExp, to: string) =>
  `topic: T\nentries:\n${entry('one')}${entry('two').replace(from, to)}${entry('three')}`;

describe('one fault is one finding', () => {
  it.each([
    ['an open quote', changed('What is', '"What is'), /^x\.yml:11:9 error K101 The quote that opens here has no other/],
    [
      'a quote too many',
      changed('It is two.', '"It" is two.'),
      /^x\.yml:13:\d+ error K101 Words follow after the quote/,
    ],
    ['an open bracket', changed('[a]', '[a'), /^x\.yml:14:14 error K101 The list in brackets is not closed/],
    [
      'a colon within a text',
      changed('It is two.', 'Stop: it is two.'),
      /^x\.yml:13:\d+ error K101 A colon and a space/,
    ],
    ['a tab', changed('    answer', '\tanswer'), /^x\.yml:13:1 error K101 This line begins with a tab/],
    ['a field without its colon', changed('answer:', 'answer'), /^x\.yml:13:\d+ error K101 /],
    ['an item without its hyphen', changed('- tell', 'tell'), /^x\.yml:12:7 error K1/],
    ['a field set in too far', changed('    answer', '      answer'), /^x\.yml:13:7 error K101 /],
    ['a field that is misspelt', changed('questions', 'question'), /^x\.yml:10:5 error K103 .*"questions"\?/],
    [
      'two fields that are missing',
      changed(/ {4}answer.*\n.*\n/, ''),
      /^x\.yml:9:3 error K104 .*no "answer" and no "sources"/,
    ],
    [
      'fields that begin where entries do',
      changed(/^ {4}/gm, '  '),
      /^x\.yml:10:3 error K105 "questions" stands where .* of "two"/,
    ],
    [
      'an entry within the one above',
      TOPIC.replace(entry('two'), `${entry('two').replace(/^/gm, '  ').trimEnd()}\n`),
      /^x\.yml:9:5 error K103 .*"two" looks like one of its own/,
    ],
    [
      'entries without their heading',
      `topic: T\n${(entry('one') + entry('two') + entry('three')).replace(/^ {2}/gm, '')}`,
      /^x\.yml:2:1 error K104 .*no "entries" above "one"/,
    ],
    [
      'bullets of another kind',
      changed('- tell', '* tell'),
      /^x\.yml:12:7 error K101 .*begins with "- " here, not with \*/,
    ],
    [
      'bold items without a bar',
      changed('It is two.', '\n      - **Two:** it is.\n      - **Three:** no.'),
      /^x\.yml:14:\d+ error K101 An item of a list cannot begin with \*\..*"answer: \|"/,
    ],
    [
      'an entry with one space',
      TOPIC.replace(/^ {2}two/m, ' two'),
      /^x\.yml:9:\d+ error K101 This line does not line up/,
    ],
    ['a field beside the entries', `${TOPIC}tests:\n  - a\n`, /^x\.yml:21:1 error K103 .*It is a field of an entry/],
    [
      'a field twice',
      changed('    sources', '    answer: No.\n    sources'),
      /^x\.yml:14:5 error K202 "answer" stands here twice/,
    ],
    [
      'a quote that swallows the lines below it',
      changed('- tell me of two', "- 'tell me of two").replace('tell me of three', "isn't it three"),
      /^x\.yml:12:9 error K101 The quote that opens here/,
    ],
    [
      'a longer text that is not set in',
      changed('answer: It is two.', 'answer: |\n    - **Two:** it is.'),
      /^x\.yml:14:5 error K101 .*the text of "answer"/,
    ],
    [
      'a text that begins with a bracket',
      changed('- tell', '- [urgent] tell'),
      /^x\.yml:12:\d+ error K101 A text cannot begin with \[/,
    ],
    ['an id without its colon', changed('two:', 'two'), /^x\.yml:9:3 error K101 "two" has no colon after its name/],
    ['a heading that is misspelt', TOPIC.replace('entries:', 'entrys:'), /^x\.yml:2:1 error K103 .*"entries"\?/],
    ['a heading that is left out', TOPIC.replace('entries:\n', ''), /^x\.yml:1:8 error K101 .*Write "entries:"/],
    [
      'an entry among the fields of the one above',
      TOPIC.replace('  two:', '    two:'),
      /^x\.yml:9:5 error K103 "two" stands among the fields/,
    ],
    ['a phrasing with a colon', changed('- tell', '- pt: tell'), /^x\.yml:12:9 error K105 .*holds a colon and a space/],
    [
      'what is left of a merge',
      changed('    sources', '=======\n    sources'),
      /^x\.yml:14:1 error K117 This line is left/,
    ],
    [
      'letters of another encoding',
      changed('It is two.', 'It isnâ€™t two.'),
      /^x\.yml:13:19 error K109 "â€™" stands where/,
    ],
    [
      'a file that is cut off',
      `topic: T\nentries:\n${entry('one')}${entry('two')}${entry('three')}`.replace(/It is three[\s\S]*/, 'It is th'),
      /^x\.yml:19:\d+ error K111/,
    ],
    [
      'a merge that nobody settled',
      changed('    sources', '<<<<<<< HEAD\n    sources'),
      /^x\.yml:14:1 error K117 Two people/,
    ],
  ])('%s', (_, text, line) => {
    const told = found({ 'x.yml': text, 'learning.yml': 'units:\n  - title: U\n    entries: [one, two, three]\n' });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(line);
  });

  it('and two faults in two entries are two', () => {
    const text = TOPIC.replace('What is one', '"What is one').replace('It is three', 'Stop: it is three');
    expect(found({ 'x.yml': text })).toEqual([
      expect.stringMatching(/^x\.yml:5:/),
      expect.stringMatching(/^x\.yml:19:13 /),
    ]);
  });

  it('ids of a file that cannot be read count as known, and an unknown one is told all the same', () => {
    expect(found({ 'sources.yml': SOURCES.replace('A (', '"A (') })).toHaveLength(1);
    const told = found({ 'sources.yml': SOURCES.replace('A (', '"A ('), 'x.yml': changed('[a]', '[b]') });
    expect(told).toEqual([
      expect.stringMatching(/K101/),
      expect.stringMatching(/^x\.yml:9:3 error K203 "two" cites source "b"/),
    ]);
  });

  it('a folder without sources is told once, not at each entry', () => {
    expect(found({ 'sources.yml': 'sources:\n' })).toEqual([expect.stringMatching(/^sources\.yml:1:1 error K106/)]);
    const { problems } = assemble([parseFile('x.yml', TOPIC)]);
    expect(problems.map((each) => problemLine(each))).toEqual([expect.stringMatching(/^sources\.yml:1:1 error K102/)]);
  });

  it('a copied file is told once; one id that two files share is told at the second', () => {
    expect(found({ 'y.yml': TOPIC })).toEqual([
      expect.stringMatching(/^y\.yml:3:3 error K202 3 ids of y\.yml stand already in x/),
    ]);
    expect(found({ 'y.yml': `entries:\n${entry('two')}` })).toEqual([
      expect.stringMatching(/^y\.yml:2:3 error K202 The id "two" stands already in x\.yml:9/),
    ]);
  });

  it('a source that three entries cite and nobody has is told once, with them', () => {
    expect(found({ 'sources.yml': SOURCES.replace('  a:', '  b:') })).toEqual([
      expect.stringMatching(/^x\.yml:3:3 error K203 "one", "two", "three" cite source "a"/),
    ]);
  });

  it('what has a file of its own is told as that', () => {
    expect(found({ 'more-words.yml': 'terms:\n  - name: edge\n    definition: a rim\n' })).toEqual([
      expect.stringMatching(/K103 "terms" stands in more-words\.yml.*Move it into glossary\.yml/),
    ]);
  });

  it('an open bracket in one of the outermost fields is told there alone', () => {
    const glossary =
      'terms:\n  - name: edge\n    definition: a rim\n\nshorthand:\n  tx: treatment\n\nsynonyms:\n  - [a, b\n';
    expect(found({ 'glossary.yml': glossary })).toEqual([
      expect.stringMatching(/^glossary\.yml:9:5 error K101 The list/),
    ]);
  });

  it('an address in the place of a source is told as that', () => {
    const [told] = found({ 'x.yml': changed('[a]', '[https://a.b/c]') });
    expect(told).toMatch(/K203 .*Give the page an id and a citation in sources\.yml/);
  });

  it('an id that is nearly right is proposed', () => {
    expect(
      found({
        'sources.yml': 'sources:\n  nielsen-2007:\n    citation: N (2007).\n',
        'x.yml': TOPIC.replaceAll('[a]', '[nielson-2007]'),
      })[0],
    ).toMatch(/K203 .*Did you mean "nielsen-2007"\?/);
  });
});
