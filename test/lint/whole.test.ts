import { describe, expect, it } from 'vitest';
import { answerOf, entry, found, GOOD, phrasings, topic } from './folder.js';

/** The codes of a folder with further files, in the order of the places. */
async function codesOf(files: Record<string, string>): Promise<string[]> {
  return (await found(files)).problems.map(({ code }) => code);
}

const GOOD_ENTRY = GOOD['a-good.yml'];
const raw = (id: string) => entry(id, { answer: `${answerOf(62)} Then <br>.`, related: ['good', 'other'] });

describe('a folder with an error is checked as far as it can be read', () => {
  it('what is wrong in one file does not hide what is wrong in another', async () => {
    const codes = await codesOf({ 'bad.yml': topic(raw('one')).replace('evidence: good', 'evidence: strong') });
    expect(codes).toEqual(expect.arrayContaining(['K107', 'K342']));
  });

  it('nor in another entry of a file whose YAML is broken', async () => {
    const broken = entry('broken').replace('- what is broken', '- "what is broken');
    const { problems } = await found({ 'bad.yml': topic(entry('one'), broken, raw('two')) });
    const told = problems.filter(({ file }) => file.endsWith('bad.yml')).map(({ code }) => code);
    expect(told).toContain('K101');
    expect(told).toContain('K342');
  });

  it('nor beside an entry that stands twice, whose first one is read', async () => {
    const codes = await codesOf({ 'bad.yml': topic(raw('two'), entry('two')) });
    expect(codes.filter((code) => ['K202', 'K342'].includes(code))).toEqual(['K342', 'K202']);
  });

  it('nor beside a sign that nobody sees', async () => {
    const codes = await codesOf({ 'bad.yml': topic(entry('one').replace('what is', 'what\u200b is'), raw('two')) });
    expect(codes.filter((code) => ['K109', 'K342'].includes(code))).toEqual(['K109', 'K342']);
  });

  it.each([
    ['evidence', 'evidence: good', 'evidence: strong', 'K316'],
    ['short', /short: .*/, 'short: Tools # stay', 'K326'],
    ['related', 'related: [good, other]', 'related: good', 'K330'],
    ['reviewed', 'reviewed: 2026-10-01', 'reviewed: 1.10.2026', 'K313'],
    ['watch_for', 'watch_for: [keloid]', 'watchfor: [keloid]', 'K318'],
    ['evidence under a name that is nearly right', 'evidence: good', 'evidense: good', 'K316'],
    ['one of the sources', 'sources: [good-2020]', 'sources: [good-2020, ""]', 'K308'],
  ])('and nobody is told that a field is missing that is there and wrong: %s', async (_, from, to, code) => {
    const one = entry('one', { related: ['good', 'other'], more: ['safety: true', 'watch_for: [keloid]'] });
    const ofOne = async (text: string) =>
      (await found({ 'bad.yml': topic(text) })).problems
        .filter(({ file }) => file.endsWith('bad.yml'))
        .map((problem) => problem.code);
    expect(await ofOne(one)).not.toContain(code);
    const codes = await ofOne(one.replace(from, to));
    expect(codes).not.toContain(code);
    expect(codes.some((each) => each.startsWith('K1'))).toBe(true);
  });

  it('nor that an entry is not there, or not led to, or a source not cited, which may stand where nothing could be read', async () => {
    const far = GOOD_ENTRY.replace('sources: [good-2020, other-2020, unread-2020]', 'sources: [good-2020, unread-2020]')
      .replace('[2] and [3]', '[2]')
      .replace('related: [good]', 'related: [good, far]');
    const lost = entry('far', { related: ['one'], sources: '[other-2020]' }).replace('answer: |', 'answer: far: |');
    const path = `units:\n  - title: First\n    entries: [good, far]\n`;
    const codes = await codesOf({
      'a-good.yml': far,
      'bad.yml': topic(lost, entry('one')),
      'learning.yml': path,
    });
    expect(codes.filter((code) => ['K204', 'K303', 'K304', 'K331'].includes(code))).toEqual([]);
    expect(codes).toContain('K101');
  });

  it('nor that a word is not explained, where the glossary could not be read', async () => {
    const one = entry('one', { answer: `${answerOf(62)} Ask the HCWPP.` });
    expect(await codesOf({ 'bad.yml': topic(one) })).toContain('K344');
    const codes = await codesOf({ 'bad.yml': topic(one), 'glossary.yml': 'shorthand:\n  HCWPP: "people\n' });
    expect(codes).not.toContain('K344');
  });

  it('who answers what is asked where nothing is missing that decides it', async () => {
    const tests = 'not_answered:\n  - what is good\n';
    const one = entry('one', { questions: [...phrasings('one'), 'when do we buy the good'] });
    const wrong = (from: string, to: string) => ({ 'bad.yml': topic(one.replace(from, to)), 'tests.yml': tests });
    expect(await codesOf(wrong('evidence: good', 'evidence: strong'))).toEqual(
      expect.arrayContaining(['K107', 'K346']),
    );
    const { problems } = await found(wrong('- what is one', '- "what is one'));
    expect(problems.map(({ code }) => code)).not.toContain('K340');
  });
});
