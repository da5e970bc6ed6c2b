import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.js';
import { lines } from '../io.js';
import { answerOf, entry, folderOf, found, GOOD, phrasings, TODAY, topic } from './folder.js';

/** What is said of one code where an entry's answer ends with some words. */
async function ofAnswer(code: string, words: string) {
  const { of } = await found({ 'new.yml': topic(entry('new', { answer: `${answerOf(62)}\n\n${words}` })) });
  return of(code);
}

describe('what Slack would show as it is typed', () => {
  it.each([
    ['Wash for <b>five</b> minutes.', '<b>'],
    ['One.<br/>Two.', '<br/>'],
    ['Salt&nbsp;water.', '&nbsp;'],
    ['It holds.[^1]', '[^1]'],
    ['- [ ] wash it', '- [ ]'],
    ['One.\n\n---\n\nTwo.', '---'],
    ['Heading\n=======', '======='],
    ['See [the page](page.md).', '[the page](page.md)'],
    ['See [the page][p].', '[the page][p]'],
    ['a | b\n--- | ---\n1 | 2', '--- | ---'],
    ['Take two \\* three.', '\\*'],
    ['__Stop__ now.', '__Stop__'],
    ['==Stop== now.', '==Stop=='],
    ['**Stop: now.', '**Stop: now.'],
  ])('%s', async (words, sign) => {
    const [problem, ...more] = await ofAnswer('K342', words);
    expect(more).toEqual([]);
    expect(problem?.message).toContain(`as it is typed: ${sign}`);
    expect(problem?.severity).toBe('warning');
  });

  it.each([
    '# A heading',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    '![a picture](https://a.b/c.png) and [a page](https://a.b/c)',
    '**Stop** _now_, `<b>` and <https://a.b>',
    '> a quote',
    '1. one\n2. two',
    'Below 5 < 6 and A&E.',
    'A file_name_here and 2 * 3 * 4.',
    '- **One:** a\n- **Two:** b',
  ])('is not %s', async (words) => {
    expect(await ofAnswer('K342', words)).toEqual([]);
  });

  it('is any sign at all in a title or a short form', async () => {
    const signed = entry('new', {
      short: '"**New** tools stay in the box."',
      questions: ['"**What** is new"', ...phrasings('new')],
    });
    const { of } = await found({ 'new.yml': topic(signed) });
    expect(of('K342').map(({ line, message }) => [line, /The \w+( form)?/.exec(message)?.[0]])).toEqual([
      [5, 'The title'],
      [14, 'The short form'],
    ]);
  });
});

describe('a phrasing', () => {
  const asking = async (question: string) =>
    found({ 'new.yml': topic(entry('new', { questions: [...phrasings('new'), question] })) });

  it.each([
    ['what is it', 1],
    ['and then', 1],
    ['it', 1],
    ['what is it for', 1],
    ['what is it for you', 0],
    ['what about the edge', 0],
    ['how is it that it is so and not the other', 0],
  ])('of small words, "%s"', async (question, times) => {
    expect((await asking(question)).of('K341')).toHaveLength(times);
  });

  it('that is nearly another entry’s is told at its own line, with that entry and its words', async () => {
    const { of } = await asking('when do we buy the good');
    expect(of('K340').map(({ line, col, message }) => ({ line, col, message }))).toEqual([
      {
        line: 13,
        col: 9,
        message: expect.stringMatching(/^"when do we buy the good" of "new" asks what "good" answers/),
      },
    ]);
    expect((await asking('how heavy is a new one')).of('K340')).toEqual([]);
  });

  it('that tells who a patient is is told without repeating it', async () => {
    const secret = 'is it for Mrs Jane Miller, MRN 4482913';
    const dir = folderOf({ ...GOOD, 'new.yml': topic(entry('new', { questions: [...phrasings('new'), secret] })) });
    const io = lines();
    await check([dir], io, TODAY);
    expect(io.printed.join('\n')).toMatch(/new\.yml:13:9 warning K343 "new" seems to hold .*: name, record number\./);
    expect(io.printed.join('\n')).not.toMatch(/Jane|Miller|4482913/);
  });
});

describe('an answer', () => {
  it.each([
    ['Ask about the QRZ.', ['"QRZ"']],
    ['Ask about QRZs and XYZ.', ['"QRZ", "XYZ"']],
    ['Ask about the quick zone (QRZ), then the QRZ.', []],
    ['The QRZ (quick zone) holds.', []],
    ['STOP and stop.', []],
    ['In the US and the UK.', []],
  ])('with abbreviations: %s', async (words, named) => {
    const told = (await ofAnswer('K344', words)).map(({ message }) => /says (.*) and does/.exec(message)?.[1]);
    expect(told).toEqual(named);
  });

  it('may use what the glossary explains, and what its own phrasings are asked by', async () => {
    const glossary = { 'glossary.yml': 'terms:\n  - name: Quick zone\n    definition: a zone\n    also: [QRZ]\n' };
    const saying = entry('new', { answer: `${answerOf(62)} Ask about the QRZ.` });
    expect((await found({ 'new.yml': topic(saying), ...glossary })).of('K344')).toEqual([]);
    const asked = entry('new', {
      answer: `${answerOf(62)} Ask about the QRZ.`,
      questions: [...phrasings('new'), 'a QRZ'],
    });
    expect((await found({ 'new.yml': topic(asked) })).of('K344')).toEqual([]);
  });

  it.each([
    ['It holds from 2027 on.', ['2027']],
    ['It holds from 2026-11-24 on.', ['2026-11-24']],
    ['It holds since 2026-11-23.', []],
    ['A study of 2026.', []],
    ['Weigh 2030.5 g, or tool A-2031.', []],
  ])('with a date to come: %s', async (words, dates) => {
    expect((await ofAnswer('K345', words)).map(({ message }) => /tells of ([\d-]+)/.exec(message)?.[1])).toEqual(dates);
  });

  it('may give the clinic’s telephone and name a clinician', async () => {
    expect(await ofAnswer('K343', 'Ask Dr. Miller, telephone 555-867-5309.')).toEqual([]);
    expect(await ofAnswer('K343', 'As with MRN 4482913.')).toHaveLength(1);
  });
});
