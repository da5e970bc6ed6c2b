import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { check } from '../../src/cli/check.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { PROBLEMS } from '../../src/knowledge/problem.js';
import { lines } from '../io.js';
import { entry, folderOf, found, GOOD, TODAY, topic } from './folder.js';

const BAD = join(import.meta.dirname, 'bad');

/** Checks the good folder with one bad file in it: `bad.yml`, or what the file says in its first line. */
async function foundWith(code: string) {
  const bytes = readFileSync(join(BAD, `${code}.yml`));
  const name = /^# stands for (\S+)/.exec(bytes.toString())?.[1] ?? 'bad.yml';
  return { name, ...(await found({ [name]: bytes })) };
}

describe('one bad file per code', () => {
  it('has a bad file for every code, and no other', () => {
    expect(readdirSync(BAD).sort()).toEqual(
      Object.keys(PROBLEMS)
        .map((code) => `${code}.yml`)
        .sort(),
    );
  });

  it.each(Object.entries(PROBLEMS))('%s is found', async (code, { severity }) => {
    const { exit, name, problems, of } = await foundWith(code);
    expect(of(code).length).toBeGreaterThan(0);
    for (const problem of of(code)) {
      expect(problem.severity).toBe(severity);
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.col).toBeGreaterThan(0);
      expect(problem.message).toMatch(/[.:]$/);
      expect(problem.remedy).toMatch(/[.?]$/);
    }
    expect(of(code).map(({ file }) => file.split('/').at(-1))).toContain(name);
    expect(exit).toBe(problems.some((problem) => problem.severity === 'error') ? 1 : 0);
  });
});

describe('npm run check', () => {
  it('sums up what is due in one line, and names each with its place and by topic where that is asked for', async () => {
    const io = lines();
    expect(await check([folderOf(GOOD)], io, TODAY)).toBe(0);
    expect(io.printed).toEqual([
      'Reviews: 1 with a source that nobody has read. With --reviews each is named.',
      '2 files read: a-good.yml, sources.yml',
      '0 errors, 0 warnings',
    ]);
    const named = lines();
    expect(await check(['--reviews', folderOf(GOOD)], named, TODAY)).toBe(0);
    expect(named.printed[0]).toMatch(
      /a-good\.yml:58:38 warning K314 "other" cites what nobody has read: "unread-2020"\. Read it/,
    );
    expect(named.printed.join('\n')).toMatch(/Good\s+2\s+0\s+1\s+0/);
  });

  it('shows the line of a finding with a mark under the place, cut where it is long', async () => {
    const shown = async (files: Record<string, string>) => {
      const io = lines();
      await check(['--quiet', folderOf({ ...GOOD, ...files })], io, TODAY);
      return io.printed.slice(1, 3);
    };
    const cites = entry('one', { sources: '[good-2020, bad-2020]' });
    expect(await shown({ 'bad.yml': topic(cites) })).toEqual([
      '  29 |     sources: [good-2020, bad-2020]',
      '     |                          ^',
    ]);
    const many = Array.from({ length: 20 }, () => 'good-2020').join(', ');
    const [line = '', mark = ''] = await shown({
      'bad.yml': topic(entry('one', { sources: `[${many}, bad-2020, ${many}]` })),
    });
    expect(line.length).toBeLessThan(115);
    expect(line.slice(mark.indexOf('^'))).toMatch(/^bad-2020,/);
  });

  it('writes annotations for GitHub, with the text escaped', async () => {
    const io = lines();
    const { dir } = await foundWith('K203');
    expect(await check(['--github', '--quiet', dir], io, TODAY)).toBe(1);
    expect(io.printed).toEqual([
      `::error file=${dir}/bad.yml,line=7,col=15,title=K203::"one" cites source "bad-2020", which sources.yml does not have. Add it there, or correct the id.`,
    ]);
    const there = { ...lines(), environment: { GITHUB_ACTIONS: 'true' } };
    await check(['--quiet', dir], there, TODAY);
    expect(there.printed).toEqual(io.printed);
  });

  it.each([
    ['K202', true, '; the bot does not serve the folder'],
    ['K303', false, '; the bot serves the folder all the same'],
    ['K316', false, ' warnings'],
  ])('says what the bot does with a folder that has %s, in the finding and at the end', async (code, blocked, end) => {
    const { dir, of } = await foundWith(code);
    expect(of(code)[0]).toMatchObject({ blocks: blocked });
    expect((await loadKnowledge(dir)).knowledge === null).toBe(blocked);
    const io = lines();
    await check([dir], io, TODAY);
    const line = io.printed.find((each) => each.includes(` ${code} `));
    expect(line?.endsWith('The bot serves the folder all the same.')).toBe(code === 'K303');
    expect(io.printed.at(-1)?.endsWith(end)).toBe(true);
  });

  it('names the files that it has read, also where it shows errors alone', async () => {
    const io = lines();
    await check(['--quiet', folderOf({ ...GOOD, 'draft.yml.bak': '' })], io, TODAY);
    expect(io.printed).toContain('2 files read: a-good.yml, sources.yml');
  });

  it('looks again after each save with --watch, says in one line that all is well, and ends as the last look did', async () => {
    const dir = folderOf(GOOD);
    const io = lines();
    let end = () => {};
    const running = check(
      ['--watch', dir],
      { ...io, interrupted: () => new Promise((resolve) => (end = resolve)) },
      TODAY,
    );
    await vi.waitFor(() => expect(io.printed.at(-1)).toMatch(/Ctrl\+C/), { timeout: 20_000 });
    expect(io.printed[0]).toBe('All is well: 2 entries, nothing to mend.');
    writeFileSync(join(dir, 'a-good.yml'), GOOD['a-good.yml'].replace('good-2020', 'god-2020'));
    await vi.waitFor(() => expect(io.printed.at(-1)).toMatch(/^1 error, /), { timeout: 20_000 });
    writeFileSync(join(dir, 'a-good.yml'), GOOD['a-good.yml']);
    await vi.waitFor(() => expect(io.printed.at(-1)).toMatch(/^All is well/), { timeout: 20_000 });
    end();
    expect(await running).toBe(0);
  });

  it('refuses wrong use with exit code 2 and its help', async () => {
    const io = lines();
    expect(await check(['no-such-folder'], io)).toBe(2);
    expect(await check(['--wrong'], io)).toBe(2);
    expect(await check(['a', 'b'], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('Usage: npm run -s check');
  });
});
