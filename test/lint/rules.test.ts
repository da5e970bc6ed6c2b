import { describe, expect, it } from 'vitest';
import { answerOf, entry, found, phrasings, topic, type Written } from './folder.js';

/** The codes found on a good folder with one more entry, "new", which the good one leads to. */
async function withNew(written: Written) {
  const { of, problems } = await found({ 'new.yml': topic(entry('new', written)) });
  return {
    of,
    codes: problems
      .filter(({ file }) => file.endsWith('/new.yml'))
      .map(({ code }) => code)
      .sort(),
  };
}

/** Found on every further entry of these tests: nobody leads to it, and it leads to one other only. */
const LONELY = ['K330', 'K331'];
const SAFETY = ['safety: true', 'watch_for: [keloid, raised scar, thick scar, growing scar]'];

describe('an entry as it should be', () => {
  it('has nothing to mend', async () => {
    expect((await withNew({})).codes).toEqual(LONELY);
    expect((await withNew({ more: SAFETY })).codes).toEqual(LONELY);
  });
});

describe('phrasings', () => {
  it.each([
    [7, ['K322', ...LONELY]],
    [8, LONELY],
    [30, LONELY],
    [31, ['K323', ...LONELY]],
  ])('%i of them', async (count, codes) => {
    expect((await withNew({ questions: phrasings('new', count) })).codes).toEqual(codes);
  });

  it('are asked for once a file, with the entries that want them', async () => {
    const few = Array.from({ length: 12 }, (_, at) => entry(`few${at}`, { questions: phrasings(`few${at}`, 3) }));
    const { of } = await found({ 'new.yml': topic(...few), 'newer.yml': topic(entry('one', { questions: ['one'] })) });
    expect(of('K322').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Entries with fewer than 8 phrasings: 12 \("few0" 3, .*"few9" 3, and 2 more entries\)\.$/),
      'Entries with fewer than 8 phrasings: 1 ("one" 1).',
    ]);
  });
});

describe('an answer', () => {
  it.each([
    [59, ['K324', ...LONELY]],
    [60, LONELY],
    [120, LONELY],
    [121, ['K324', ...LONELY]],
  ])('of %i words, without bullets and marks', async (words, codes) => {
    expect((await withNew({ answer: answerOf(words) })).codes).toEqual(codes);
  });

  it.each([
    ['The new tools stay in the box until the clinician is there.', true],
    ['Where the box stands: behind the desk, and nobody wants them.', false],
    ['Tools stay here.', false],
    ['Tools stay with cleaners.', false],
    ['Tools stay until Monday.', true],
  ])('that begins with "%s"', async (first, again) => {
    const { codes } = await withNew({ answer: `${first} ${answerOf(62)}` });
    expect(codes.includes('K327')).toBe(again);
  });

  it.each([
    ['22', 'The clinician decides about each patient before an instrument is taken out', []],
    [
      '23',
      'The clinician decides about any patient before an instrument is taken out',
      ['grade 10.4 (Flesch-Kincaid)'],
    ],
  ])('of 13 words and %s syllables a sentence', async (_, sentence, grades) => {
    const { of } = await withNew({ answer: Array.from({ length: 6 }, () => `${sentence} now.`).join(' ') });
    expect(of('K325').map(({ message }) => /grade [^;]*/.exec(message)?.[0])).toEqual(grades);
  });
});

describe('a short form', () => {
  it.each([
    ['Tools stay here now.', false],
    ['Tools stay in here.', true],
    ['Tools stay in the box [1] until somebody wants them.', true],
  ])('"%s"', async (short, faulty) => {
    expect((await withNew({ short })).codes.includes('K326')).toBe(faulty);
  });
});

describe('a safety entry', () => {
  const nobody = answerOf(62).replace('the clinician', 'them');

  it('names who decides; any other entry need not', async () => {
    expect((await withNew({ answer: nobody, more: SAFETY })).codes).toEqual(['K328', ...LONELY]);
    expect((await withNew({ answer: nobody })).codes).toEqual(LONELY);
  });

  it.each([
    ['The tool is safe', true],
    ['The tools are perfectly safe', true],
    ['It cures the heel', true],
    ['There are no side effects', true],
    ['It is harmless', true],
    ['It is 100 % safe', true],
    ['A completely safe tool', true],
    ['Relief is guaranteed', true],
    ['It always works', true],
    ['It does not always work', false],
    ['It is clinically proven', true],
    ['No trial shows that it is safe', false],
    ['Ask whether it is safe', false],
    ['It is safer to wait', false],
  ])('that says "%s"', async (said, promised) => {
    const answer = `${answerOf(62)} ${said}.`;
    expect((await withNew({ answer, more: SAFETY })).codes.includes('K329')).toBe(promised);
    expect((await withNew({ answer })).codes.includes('K329')).toBe(promised);
  });

  it('watches for words', async () => {
    expect((await withNew({ more: ['safety: true'] })).codes).toEqual(['K318', ...LONELY]);
  });
});

describe('watched words', () => {
  const watching = (id: string, words: string) => entry(id, { more: [`watch_for: [${words}]`] });

  it('of two entries are told once for the two, five at the most, in whatever form', async () => {
    const first = 'keloid, pacemaker, plate and screws, Omnipod, shingles, lupus, gout';
    const second = 'Keloids, pace maker, screws and plates, omnipod, shingles, lupus, warts';
    const { of } = await found({ 'new.yml': topic(watching('one', first), watching('two', second)) });
    expect(of('K319').map(({ message, line }) => ({ message, line }))).toEqual([
      {
        message:
          '"two" and "one" both watch for "Keloids", "pace maker", "screws and plates", "omnipod", "shingles" and 1 more.',
        line: 57,
      },
    ]);
  });

  it('of three entries are told of the second and the third, each beside the first', async () => {
    const { of } = await found({ 'new.yml': topic(...['one', 'two', 'three'].map((id) => watching(id, 'keloid'))) });
    expect(of('K319').map(({ message }) => message)).toEqual([
      '"two" and "one" both watch for "keloid".',
      '"three" and "one" both watch for "keloid".',
    ]);
  });

  it('of one entry, twice in it, are no matter', async () => {
    const { of } = await found({ 'new.yml': topic(watching('one', 'keloid, keloids')) });
    expect(of('K319')).toEqual([]);
  });

  it('that are one word to the glossary are the same', async () => {
    const { of } = await found({
      'new.yml': topic(watching('one', 'raised scar'), watching('two', 'keloid')),
      'glossary.yml': 'synonyms:\n  - [keloid, raised scar]\n',
    });
    expect(of('K319')).toHaveLength(1);
  });

  it('of small words alone cannot be found', async () => {
    const { of } = await found({ 'new.yml': topic(watching('one', 'what is it, keloid')) });
    expect(of('K321').map(({ message }) => message)).toEqual([expect.stringContaining('"what is it"')]);
  });

  it.each([
    [2, 0],
    [3, 1],
  ])('in phrasings of %i entries that are not safety', async (count, times) => {
    const asking = (id: string, more: string[] = []) =>
      entry(id, { questions: [...phrasings(id), `a scarf for ${id}`], more });
    const others = ['one', 'two', 'three'].map((id, at) => asking(id, at < count ? [] : ['safety: true']));
    const watched = entry('own', { questions: [...phrasings('own'), 'my scarf'], more: ['watch_for: [scarf]'] });
    const { of } = await found({ 'new.yml': topic(watched, ...others) });
    expect(of('K320')).toHaveLength(times);
    if (times > 0) {
      expect(of('K320')[0]?.message).toBe(
        '"scarf" of "own" is also asked under 3 other entries: "a scarf for one", "a scarf for two", "a scarf for three".',
      );
    }
  });
});

describe('the way from one entry to the next', () => {
  it.each([
    [['good'], true],
    [['good', 'other'], false],
    [['good', 'other', 'b', 'c'], false],
    [['good', 'other', 'b', 'c', 'd'], true],
  ])('%s', async (related, faulty) => {
    const ids = ['b', 'c', 'd'];
    const { of } = await found({
      'new.yml': topic(entry('a', { related }), ...ids.map((id) => entry(id, { related: ['a', 'good'] }))),
    });
    expect(of('K330').some(({ message }) => message.startsWith('"a" '))).toBe(faulty);
  });

  it('is not asked of the only entry', async () => {
    const { of } = await found({ 'a-good.yml': topic(entry('good', { related: [] })) });
    expect([...of('K330'), ...of('K331')]).toEqual([]);
  });

  it('does not lead from an entry to itself', async () => {
    const { of } = await found({ 'new.yml': topic(entry('a', { related: ['a', 'good'] })) });
    expect(of('K331').map(({ message }) => message)).toEqual(['No entry leads to "a".']);
  });
});

describe('the reading path', () => {
  const question = (options: string[], right: number, about = 'good') =>
    `      - question: What?\n        options: [${options.join(', ')}]\n        right: ${right}\n        entry: ${about}\n`;
  const path = (...questions: string[]) => ({
    'learning.yml': `units:\n  - title: First\n    entries: [good, other]\n    quiz:\n${questions.join('')}`,
  });
  const given = question(['no', 'yes and more', 'no'], 2, 'other');
  const fair = question(['no no', 'yes', 'maybe'], 2, 'other');
  const even = question(['same', 'even', 'this'], 2, 'other');

  it.each([
    ['two of three', [given, given, fair], 1],
    ['two of four', [given, given, fair, fair], 0],
    ['the only one', [given], 0],
    ['as long as the others', [even, even], 0],
  ])('gives the right option away by its length: %s', async (_, questions, times) => {
    expect((await found(path(...questions))).of('K332')).toHaveLength(times);
  });

  it('asks about safety as often as there are safety entries, at the most eight times', async () => {
    const safe = Array.from({ length: 8 }, (_, at) => entry(`safe${at}`, { more: ['safety: true'] }));
    const about = (count: number) => path(...Array.from({ length: count }, () => fair));
    expect((await found(path(question(['a', 'b'], 1)))).of('K333')).toHaveLength(1);
    expect((await found(about(1))).of('K333')).toHaveLength(0);
    expect((await found({ 'new.yml': topic(...safe), ...about(7) })).of('K333')).toHaveLength(1);
    expect((await found({ 'new.yml': topic(...safe), ...about(8) })).of('K333')).toHaveLength(0);
  });

  it.each([
    [75, 0],
    [76, 1],
  ])('has options of %i characters', async (length, times) => {
    expect((await found(path(question(['a'.repeat(length), 'b'], 1)))).of('K334')).toHaveLength(times);
  });

  it('has no option twice', async () => {
    expect((await found(path(question(['a', 'b', 'b', 'b'], 1)))).of('K334')).toHaveLength(1);
  });
});

describe('a definition', () => {
  it.each([
    [300, 0],
    [301, 1],
  ])('of %i characters', async (length, times) => {
    const glossary = `terms:\n  - name: edge\n    definition: ${'a'.repeat(length)}\n`;
    expect((await found({ 'glossary.yml': glossary })).of('K336')).toHaveLength(times);
  });
});

describe('a mark', () => {
  it.each([
    ['(1)', '[1]'],
    ['[S1]', '[1]'],
    ['[ 1 ]', '[1]'],
    ['[1; 2]', '[1, 2]'],
    ['[1-2]', '[1, 2]'],
    ['{2}', '[2]'],
    ['［1］', '[1]'],
    ['[good-2020]', '[1]'],
  ])('is no mark in the form %s, which is told once, with the right one', async (written, right) => {
    const answer = answerOf(62).replace('[1]', written);
    const { of, codes } = await withNew({ answer, sources: '[good-2020, other-2020]' });
    expect(codes).toEqual([...LONELY, 'K354']);
    expect(of('K354')[0]?.remedy).toContain(right);
  });

  it('of a raised figure is none; square metres are', async () => {
    const raised = (words: string) => withNew({ answer: `${answerOf(62)} ${words}` });
    expect((await raised('Wash hands¹.')).codes).toContain('K354');
    expect((await raised('It takes 1 cm¹ of room.')).codes).not.toContain('K354');
  });

  it.each(['(12 weeks)', '(2)', '[the box](https://a.b/1)', '[1, 2]', '(Lee 2012)'])(
    'is not meant by %s',
    async (words) => {
      const { codes } = await withNew({ answer: `${answerOf(62)} So ${words}.` });
      expect(codes).not.toContain('K354');
    },
  );

  it('is missed where none of several sources has one; one source alone needs none', async () => {
    const answer = answerOf(62).replace(' [1]', '');
    expect((await withNew({ answer, sources: '[good-2020, other-2020]' })).codes).toContain('K308');
    expect((await withNew({ answer })).codes).not.toContain('K308');
  });
});

describe('what is still to be done', () => {
  it.each([
    ['a blank', { answer: `${answerOf(62)} It costs ____.` }, 'K353'],
    ['a note to oneself', { short: 'The new tools cost TODO until somebody asks.' }, 'K353'],
    [
      'a form that was copied',
      { more: ['changed: 2026-10-01'], answer: `${answerOf(62)} [Strike out what is not so]` },
      'K353',
    ],
    ['a source twice', { sources: '[good-2020, good-2020]' }, 'K356'],
    ['a related entry twice', { related: ['good', 'good'] }, 'K356'],
    ['a watched word twice', { more: ['safety: true', 'watch_for: [keloid, lupus, gout, warts, Keloid]'] }, 'K356'],
    ['a phrasing of 201 characters', { questions: [...phrasings('new'), `${'box '.repeat(50)}x`] }, 'K357'],
    ['three watched words', { more: ['safety: true', 'watch_for: [keloid, lupus, gout]'] }, 'K355'],
  ])('%s is told', async (_, written, code) => {
    expect((await withNew(written)).codes).toContain(code);
  });

  it('four watched words and a phrasing of 200 characters are enough', async () => {
    const more = ['safety: true', 'watch_for: [keloid, lupus, gout, warts]'];
    const { codes } = await withNew({ more, questions: [...phrasings('new'), 'box '.repeat(50).trim()] });
    expect(codes.filter((code) => ['K355', 'K357'].includes(code))).toEqual([]);
  });

  it.each([
    ['Name, profession', true],
    ['me', true],
    ['-', true],
    ['K. Lee, PT', false],
    ['Mei Bott, PT', false],
  ])('a review by "%s" names nobody: %s', async (name, told) => {
    const text = topic(entry('new')).replace('reviewed_by: A. Lead', `reviewed_by: "${name}"`);
    expect((await found({ 'new.yml': text })).of('K353').length > 0).toBe(told);
  });
});

describe('ids without commas between them', () => {
  it('are told as that, and not as an island or too few', async () => {
    const { codes, of } = await withNew({ related: ['good other'] });
    expect(codes).toEqual(['K303', 'K331']);
    expect(of('K303')[0]?.remedy).toBe('Put commas between them: good, other.');
    const cited = await found({ 'new.yml': topic(entry('new', { sources: '["good-2020; other-2020"]' })) });
    expect(cited.of('K203')[0]?.remedy).toBe('Put commas between them: good-2020, other-2020.');
  });
});
