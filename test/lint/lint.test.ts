import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.js';
import { PROBLEMS } from '../../src/knowledge/problem.js';
import { lines } from '../io.js';

const BAD = join(import.meta.dirname, 'bad');
const folder = mkdtempSync(join(tmpdir(), 'iastm-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = {
  'a-good.yml': `topic: Good
entries:
  good:
    questions: [What is good?]
    answer: It is good. [1]
    evidence: good
    reviewed: 2026-10-01
    reviewed_by: A. Lead
    sources: [good-2020]
  other:
    questions: [What is other?]
    answer: It is other. [1] [2] [3]
    evidence: good
    reviewed: 2026-10-01
    reviewed_by: A. Lead
    sources: [good-2020, other-2020, unread-2020]
`,
  'sources.yml': `sources:
  good-2020:
    citation: Good A (2020). A good study.
    url: https://doi.org/10.1000/good
  other-2020:
    citation: Other B (2020). Another study.
  unread-2020:
    citation: Unread C (2020). A study.
    verified: false
`,
};

/** Checks a good folder with one bad file in it: `bad.yml`, or what the file says in its first line. */
async function checkWith(code: string) {
  const dir = join(folder, code);
  cpSync(BAD, dir, { recursive: true, filter: (from) => from === BAD });
  for (const [name, text] of Object.entries(GOOD)) writeFileSync(join(dir, name), text);
  const bytes = readFileSync(join(BAD, `${code}.yml`));
  const name = /^# stands for (\S+)/.exec(bytes.toString())?.[1] ?? 'bad.yml';
  writeFileSync(join(dir, name), bytes);
  const io = lines();
  const exit = await check(['--json', dir], io, '2026-11-23');
  return { exit, name, problems: io.printed.map((line) => JSON.parse(line)) };
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
    const { exit, name, problems } = await checkWith(code);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found) {
      expect(problem.severity).toBe(severity);
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.col).toBeGreaterThan(0);
      expect(problem.message).toMatch(/[.:]$/);
      expect(problem.remedy).toMatch(/[.?]$/);
    }
    expect(found.map(({ file }) => file.split('/').at(-1))).toContain(name);
    expect(exit).toBe(problems.some((problem) => problem.severity === 'error') ? 1 : 0);
  });
});

describe('npm run check', () => {
  it('tells where, what and the remedy in one line, and sums up by topic', async () => {
    const dir = join(folder, 'sum');
    cpSync(BAD, dir, { recursive: true, filter: (from) => from === BAD });
    for (const [name, text] of Object.entries(GOOD)) writeFileSync(join(dir, name), text);
    const io = lines();
    expect(await check([dir], io, '2026-11-23')).toBe(0);
    expect(io.printed[0]).toMatch(
      /a-good\.yml:10:3 warning K314 "other" cites what nobody has read: "unread-2020"\. Read it/,
    );
    expect(io.printed.join('\n')).toMatch(/Good\s+2\s+0\s+1\s+0/);
    expect(io.printed.at(-1)).toBe('0 errors, 1 warnings');
  });

  it('writes annotations for GitHub, with the text escaped', async () => {
    const io = lines();
    const dir = join(folder, 'K203');
    await checkWith('K203');
    expect(await check(['--github', '--quiet', dir], io, '2026-11-23')).toBe(1);
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

  it('finds no error in the shipped knowledge', async () => {
    const io = lines();
    expect(await check(['--quiet', join(import.meta.dirname, '../../knowledge')], io)).toBe(0);
  });
});
