import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Attempt, attempt } from '../../src/faq/attempt.js';
import { createDesk } from '../../src/faq/desk.js';
import type { Trained } from '../../src/faq/load.js';

const ENTRY = `topic: One
entries:
  painful:
    questions:
      - Does it hurt?
    short: It should stay bearable.
    answer: |
      Tell the clinician at once.
    sources: [lee-2020]
`;
const SOURCES = `sources:
  lee-2020:
    citation: Lee A (2020). A trial. J 1:2.
    url: https://example.org/lee
    verified: true
`;

function start(tried: (input: Attempt, signal: AbortSignal) => Promise<Trained> = attempt) {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-lead-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, 'one.yml'), ENTRY);
  writeFileSync(join(dir, 'sources.yml'), SOURCES);
  writeFileSync(join(dir, 'README.md'), 'For leads');
  const now = () => new Date('2026-11-26T10:00:00Z');
  const service = { readAt: now, refused: () => null };
  const desk = createDesk({ dir, signal: new AbortController().signal, service, now, attempt: tried });
  return { dir, desk, path: join(dir, 'one.yml') };
}

describe('the leads’ desk', () => {
  it('names the files that are read, and opens no other', async () => {
    const { desk, dir, path } = start();
    expect(await desk.files()).toEqual(['one.yml', 'sources.yml']);
    const others = ['README.md', '../one.yml', './one.yml', path, 'one.yml/', 'one.yml\0', '', 'two.yml'];
    for (const name of others) {
      expect(await desk.open(name), name).toBeNull();
      expect(await desk.meant(name, '', 'x'), name).toBeNull();
      expect(await desk.attempt(name, 'x', false), name).toBeNull();
    }
    expect(readFileSync(join(dir, 'README.md'), 'utf8')).toBe('For leads');
  });

  it('tries a text without touching the folder: what the check finds, with its line, and who would answer', async () => {
    const { desk, path } = start();
    const typed = ENTRY.replace('Tell the', 'Ask the').replace('- Does it hurt?', '- Does it sting?');
    const read = await desk.attempt('one.yml', typed, false);
    expect(read).toMatchObject({ problems: [], faq: null });
    expect(read?.knowledge?.entries.get('painful')?.answer).toContain('Ask the clinician');
    const whole = await desk.attempt('one.yml', typed, true);
    expect(whole?.faq?.matcher.match('does it sting?')).toMatchObject({ decision: 'answer', entry: 'painful' });
    expect(whole?.problems).toContainEqual(
      expect.objectContaining({ code: 'K311', place: expect.objectContaining({ file: 'one.yml', line: 3 }) }),
    );
    const broken = await desk.attempt('one.yml', typed.replace('[lee-2020]', '[lee-2021]'), true);
    expect(broken).toMatchObject({ knowledge: null, faq: null });
    expect(broken?.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'K203', place: { line: 9 } },
    ]);
    const none = await desk.attempt('one.yml', '# nothing\n', true);
    expect(none?.problems.map(({ message }) => message).join()).not.toContain('iastm-desk-');
    expect(readFileSync(path, 'utf8')).toBe(ENTRY);
  });

  it('ends a try that a newer one overtakes, and the last at the end, and leaves nothing behind', async () => {
    const copies: string[] = [];
    const { desk } = start(
      ({ dir }, signal) =>
        new Promise((resolve, reject) => {
          copies.push(dir);
          signal.addEventListener('abort', () => reject(signal.reason));
          if (readFileSync(join(dir, 'one.yml'), 'utf8') === 'second')
            resolve({ knowledge: null, problems: [], version: '', model: null });
        }),
    );
    const first = desk.attempt('one.yml', 'first', true);
    await expect.poll(() => copies).toHaveLength(1);
    const second = desk.attempt('one.yml', 'second', true);
    expect(await first).toBeNull();
    expect(await second).toMatchObject({ knowledge: null });
    expect(copies.map((copy) => existsSync(copy))).toEqual([false, false]);
    const third = desk.attempt('one.yml', 'third', true);
    await expect.poll(() => copies).toHaveLength(3);
    await desk.close();
    expect(existsSync(copies[2] ?? '')).toBe(false);
    expect(await third).toBeNull();
  });

  it.each([
    ['line breaks of Windows', ENTRY.replaceAll('\n', '\r\n')],
    ['a mark at its beginning', `\uFEFF${ENTRY}`],
    ['neither', ENTRY],
  ])('makes what was typed of the file, and no other byte, in a file with %s', async (_, written) => {
    const { desk, path } = start();
    writeFileSync(path, written);
    const opened = await desk.open('one.yml');
    expect(opened?.text).toBe(ENTRY);
    const meant = await desk.meant('one.yml', opened?.version ?? '', ENTRY.replace('at once', 'now'));
    expect(meant).toEqual({ before: written, after: written.replace('at once', 'now') });
    expect(readFileSync(path, 'utf8')).toBe(written);
  });

  it('makes nothing of a file that somebody has saved meanwhile', async () => {
    const { desk, path } = start();
    const opened = await desk.open('one.yml');
    writeFileSync(path, ENTRY.replace('at once', 'soon'));
    expect(await desk.meant('one.yml', opened?.version ?? '', 'mine')).toBe('changed');
    rmSync(path);
    expect(await desk.meant('one.yml', opened?.version ?? '', 'mine')).toBeNull();
  });

  it('opens no file that a page cannot show', async () => {
    const { desk, path, dir } = start();
    writeFileSync(path, Buffer.from([0xff, 0xfe, 0x41]));
    expect(await desk.open('one.yml')).toBeNull();
    writeFileSync(path, '#'.repeat(1_000_001));
    expect(await desk.open('one.yml')).toBeNull();
    symlinkSync(join(dir, 'nowhere'), join(dir, 'two.yml'));
    expect(await desk.open('two.yml')).toBeNull();
  });
});
