import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hunksOf, merged, patched, patchOf, surely, undone } from '../../src/knowledge/patch.js';

const numbered = (count: number, change: (number: number) => string | null = String) =>
  Array.from({ length: count }, (_, at) => change(at + 1))
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join('');

const cases: [string, string, string][] = [
  ['a line in the middle', numbered(20), numbered(20, (at) => (at === 10 ? 'ten' : String(at)))],
  ['two places far apart', numbered(40), numbered(40, (at) => (at === 3 || at === 30 ? `no ${at}` : String(at)))],
  ['two places near each other', numbered(40), numbered(40, (at) => (at === 3 || at === 9 ? null : String(at)))],
  ['the first line and the last', numbered(9), `0\n${numbered(9)}10\n`],
  ['a last line without its break', 'a\nb', 'a\nb\nc'],
  ['a break that the last line gets', 'a\nb', 'a\nb\n'],
  ['Windows’ breaks', 'a\r\nb\r\nc\r\n', 'a\r\nx\r\nc\r\n'],
  ['an empty file', '', 'a\n'],
  ['everything', 'a\nb\n', ''],
  ['more than is compared', numbered(4000), numbered(4000, (at) => (at % 2 ? `x${at}` : String(at)))],
];

describe('a patch', () => {
  it.each(cases)('of %s is what git applies, and can be undone', (_, before, after) => {
    const dir = mkdtempSync(join(tmpdir(), 'iastm-patch-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const hunks = hunksOf(before, after);
    writeFileSync(join(dir, 'safety.yml'), before);
    execFileSync('git', ['init', '-q'], { cwd: dir });
    execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: dir, input: patchOf('safety.yml', hunks) });
    expect(readFileSync(join(dir, 'safety.yml'), 'utf8')).toBe(after);
    if (after !== '') expect(undone(after, hunks)).toBe(before);
  });

  it('shows the lines that change, with three around them', () => {
    expect(
      patchOf(
        'a.yml',
        hunksOf(
          numbered(9),
          numbered(9, (at) => (at === 5 ? 'five' : String(at))),
        ),
      ),
    ).toBe('--- a/a.yml\n+++ b/a.yml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n');
  });

  it('is undone under later changes elsewhere, and refused where its own lines have changed or stand twice', () => {
    const before = numbered(30);
    const after = numbered(30, (at) => (at === 10 ? 'ten' : String(at)));
    const hunks = hunksOf(before, after);
    expect(undone(`0\n${after}31\n`, hunks)).toBe(`0\n${before}31\n`);
    expect(undone(after.replace('ten', 'Ten'), hunks)).toBeNull();
    expect(undone(after + after, hunks)).toBeNull();
    expect(undone(before, hunks)).toBeNull();
  });

  it.each(cases)('of %s can be carried out and taken back', (_, before, after) => {
    const hunks = surely(before, after);
    if (before !== '') expect(patched(before, hunks)).toBe(after);
    if (after !== '') expect(undone(after, hunks)).toBe(before);
  });

  it('finds its place among lines that stand twice, by as many lines around as that needs', () => {
    const twin = numbered(8);
    const before = `one\n${twin}two\n${twin}three\n`;
    const after = `one\n${twin}two\n${numbered(8, (at) => (at === 4 ? 'four' : String(at)))}three\n`;
    expect(patched(before, hunksOf(before, after))).toBeNull();
    expect(patched(before, surely(before, after))).toBe(after);
    expect(undone(after, surely(before, after))).toBe(before);
  });

  it('brings together what two people have made of one text, and nothing where both changed the same lines', () => {
    const base = numbered(30);
    const mine = numbered(30, (at) => (at === 5 ? 'five' : String(at)));
    const theirs = numbered(30, (at) => (at === 20 ? null : String(at)));
    const both = numbered(30, (at) => (at === 5 ? 'five' : at === 20 ? null : String(at)));
    expect(merged(base, mine, theirs)).toBe(both);
    expect(merged(base, theirs, mine)).toBe(both);
    expect(merged(base, mine, base.replace('5\n', 'cinq\n'))).toBeNull();
    expect(merged(base, base, theirs)).toBe(theirs);
  });
});
