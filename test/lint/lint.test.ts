import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.js';
import { PROBLEMS } from '../../src/knowledge/problem.js';
import { lines } from '../io.js';
import { folderOf, found, GOOD, TODAY } from './folder.js';

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
  it('tells where, what and the remedy in one line, and sums up by topic', async () => {
    const io = lines();
    expect(await check([folderOf(GOOD)], io, TODAY)).toBe(0);
    expect(io.printed[0]).toMatch(
      /a-good\.yml:30:3 warning K314 "other" cites what nobody has read: "unread-2020"\. Read it/,
    );
    expect(io.printed.join('\n')).toMatch(/Good\s+2\s+0\s+1\s+0/);
    expect(io.printed.at(-1)).toBe('0 errors, 1 warnings');
  });

  it('writes annotations for GitHub, with the text escaped', async () => {
    const io = lines();
    const { dir } = await foundWith('K203');
    expect(await check(['--github', '--quiet', dir], io, TODAY)).toBe(1);
    expect(io.printed).toEqual([
      `::error file=${dir}/bad.yml,line=3,col=3,title=K203::"one" cites source "bad-2020", which sources.yml does not have. Add it there, or correct the id.`,
    ]);
  });

  it('refuses wrong use with exit code 2 and its help', async () => {
    const io = lines();
    expect(await check(['no-such-folder'], io)).toBe(2);
    expect(await check(['--wrong'], io)).toBe(2);
    expect(await check(['a', 'b'], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('Usage: npm run -s check');
  });
});
