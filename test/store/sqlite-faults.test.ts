import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import { systemClock } from '../../src/store/deps.js';
import { asKyselyWants, filesReleased } from '../../src/store/driver.js';
import { inspectStore, openStore, openToRead } from '../../src/store/open.js';
import { migrate } from '../../src/store/schema.js';
import type { Tables } from '../../src/store/tables.js';
import { writeQueue } from '../../src/store/writes.js';
import { all, anAsked, aVote, keptLog, later, NOON } from './samples.js';

const ROOT = join(import.meta.dirname, '../..');
const CHILD = join(ROOT, 'node_modules/.cache/store-test/test/store/child.js');

let dir: string;
let file: string;

beforeAll(() => {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(import.meta.dirname, 'child.tsconfig.json')], { stdio: 'inherit' });
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(dir, 'iastm.db');
});
afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true });
});

/** Another process, which holds the lock until it ends. */
async function holder(ms: number): Promise<{ process: ChildProcess; ended: Promise<unknown> }> {
  const process = child('hold', file, `${ms}`);
  const ended = once(process, 'exit');
  for await (const line of process.lines) if (line === 'held') break;
  return { process, ended };
}

const open = (log = keptLog()) => openStore(`file:${file}`, { log });

function child(...args: string[]): ChildProcess & { lines: AsyncIterable<string> } {
  const started = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return Object.assign(started, { lines: createInterface({ input: started.stdout }) });
}

async function fill(count: number): Promise<void> {
  const store = await open();
  await Promise.all(Array.from({ length: count }, (_, index) => store.record(anAsked(`${index}`))));
  await store.close();
}

describe('a damaged SQLite file', () => {
  it.each([
    ['garbage after the header', () => writeFileSync(file, `SQLite format 3\0${'no database '.repeat(1000)}`)],
    ['a truncated file', () => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
    [
      'an overwritten page',
      () => {
        const handle = openSync(file, 'r+');
        for (let page = 1; page < 20; page += 1) writeSync(handle, 'x'.repeat(4000), page * 4096);
        closeSync(handle);
      },
    ],
  ])('is set aside as it is, and a new one begun: %s', async (_, damage) => {
    await fill(300);
    damage();
    const damaged = readFileSync(file);
    const log = keptLog();
    const store = await open(log);
    expect(await store.record(anAsked('0'))).toBe(true);
    await store.close();
    const [aside = ''] = readdirSync(dir).filter((name) => name.startsWith('iastm.db.corrupt-'));
    expect(readFileSync(join(dir, aside)).equals(damaged)).toBe(true);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'damaged store set aside, new one begun' }]);
  });

  it.each([
    ['an .env file', 'SLACK_BOT_TOKEN=xoxb-1\n'],
    ['garbage', 'no database '.repeat(1000)],
    ['a few bytes', 'x'],
    ['what begins almost like one', 'SQLite format 4\0'],
  ])('is refused where it is no database, by all who open it, and left alone: %s', async (_, content) => {
    writeFileSync(file, content);
    for (const attempt of [openStore, openToRead, inspectStore])
      await expect(attempt(`file:${file}`)).rejects.toThrow(/no SQLite database.*name another file/);
    expect(readdirSync(dir)).toEqual(['iastm.db']);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is refused where it is no file, and nobody waits for it', async () => {
    execFileSync('mkfifo', [file]);
    await expect(open()).rejects.toThrow(/no SQLite database/);
  });

  it('may be empty: a store is begun in it', async () => {
    writeFileSync(file, '');
    const store = await open();
    expect(await store.record(anAsked('1'))).toBe(true);
    await store.close();
  });

  it('is noticed where it is moved away, removed or replaced under an open store, and nothing is called kept then', async () => {
    const store = await open();
    expect(await store.record(anAsked('1'))).toBe(true);
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
    await expect(store.record(anAsked('2'))).rejects.toMatchObject({ code: 'GONE' });
    writeFileSync(file, '');
    await expect(store.probe()).rejects.toThrow(/moved, removed or replaced/);
    await store.close();
    const again = await open();
    expect(await again.record(anAsked('2'))).toBe(true);
    await again.close();
  });

  it('keeps rows that are only in the log beside the file', async () => {
    const store = await open();
    await store.record(anAsked('1'));
    const beside = ['', '-wal'].map((part) => readFileSync(file + part));
    await store.close();
    ['', '-wal'].forEach((part, index) => {
      writeFileSync(file + part, beside[index] ?? '');
    });
    const again = await open();
    expect(await again.record(anAsked('1'))).toBe(false);
    await again.close();
  });
});

describe('a SQLite file that is only looked at', () => {
  const content = () => readdirSync(dir).map((name) => [name, readFileSync(join(dir, name)).toString('base64')]);

  it('is not made, and told to be missing', async () => {
    await expect(openToRead(`file:${file}`)).rejects.toThrow(/no store yet.*start the bot/);
    await inspectStore(`file:${file}`);
    expect(content()).toEqual([]);
  });

  it('stays as it is, to the byte, with nothing beside it', async () => {
    await fill(20);
    await filesReleased();
    const before = content();
    const store = await openToRead(`file:${file}`);
    expect(await all(store.allAsked())).toHaveLength(20);
    await store.close();
    await inspectStore(`file:${file}`);
    expect(content()).toEqual(before);
  });

  it('is read while the bot writes to it', async () => {
    const writer = await open();
    await writer.record(anAsked('1'));
    const reader = await openToRead(`file:${file}`);
    expect(await all(reader.allAsked())).toHaveLength(1);
    await writer.record(anAsked('2', { at: later(1) }));
    expect(await all(reader.allAsked())).toHaveLength(2);
    await reader.close();
    await inspectStore(`file:${file}`);
    await writer.close();
  });

  it('is told to be damaged, and not set aside', async () => {
    await fill(300);
    writeFileSync(file, readFileSync(file).subarray(0, 9000));
    await expect(inspectStore(`file:${file}`)).rejects.toThrow(/damaged/);
    expect(readdirSync(dir)).toEqual(['iastm.db']);
  });

  it('is told to be closed to the user of the bot', async () => {
    await fill(1);
    chmodSync(file, 0o444);
    await asNobody(() => expect(inspectStore(`file:${file}`)).rejects.toThrow(/user write/));
  });
});

describe('a SQLite file that is made', () => {
  it('is for the bot alone, and so is what stands beside it', async () => {
    const before = process.umask(0);
    const store = await open();
    await store.record(anAsked('1'));
    process.umask(before);
    const modes = readdirSync(dir).map((name) => (statSync(join(dir, name)).mode & 0o777).toString(8));
    expect(modes).toEqual(['600', '600', '600']);
    await store.close();
  });
});

describe('a SQLite file that cannot be used', () => {
  it('is refused with a remedy where a folder stands in its place', async () => {
    await expect(openStore(`file:${dir}`)).rejects.toThrow(/cannot be opened. Let DATABASE_URL name a file/);
  });

  it('is refused with a remedy where its folder cannot be made', async () => {
    writeFileSync(file, '');
    await expect(openStore(`file:${file}/data/iastm.db`)).rejects.toThrow(/cannot be opened/);
  });

  it.each([
    ['folder', 0o555, 0o644],
    ['file', 0o555, 0o444],
  ])('is refused with a remedy where the %s is read-only, and left alone', async (what, folderMode, fileMode) => {
    if (what === 'file') {
      await fill(1);
      chmodSync(file, fileMode);
    }
    chmodSync(dir, folderMode);
    await asNobody(() => expect(open()).rejects.toThrow(/user (may )?write/));
    expect(readdirSync(dir)).toEqual(what === 'file' ? ['iastm.db'] : []);
  });

  it('refuses only what does not fit while the disk is full, and reads on', async () => {
    const database = new DatabaseSync(file);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyWants(database) }) });
    const queue = writeQueue(db, systemClock, () => Promise.resolve());
    await queue.write((locked) => migrate(locked, NOON));
    database.exec('pragma max_page_count = 20');
    const job = (job: string) =>
      queue.write((locked) => locked.insertInto('turns').values({ job, slot: '', at: '' }).execute());
    const jobs = await Promise.allSettled(['a', 'b'.repeat(100_000), 'c'].map(job));
    expect(jobs.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await db.selectFrom('turns').select('job').orderBy('job').execute()).map((row) => row.job)).toEqual([
      'a',
      'c',
    ]);
    await queue.close();
    await db.destroy();
  });

  it('calls nothing kept before it is on the disk, and refuses what cannot be brought there', async () => {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyWants(new DatabaseSync(file)) }) });
    let flushes = 0;
    let flushed: (fault?: Error) => void = () => {};
    const flush = () =>
      new Promise<void>((resolve, reject) => {
        flushes += 1;
        flushed = (fault) => (fault ? reject(fault) : resolve());
      });
    const asked = (times: number) => expect.poll(() => flushes).toBe(times);
    const queue = writeQueue(db, systemClock, flush);
    const told: string[] = [];
    const job = (job: string) =>
      queue
        .write((locked) => locked.insertInto('turns').values({ job, slot: '', at: '' }).execute())
        .then(
          () => told.push(job),
          () => told.push(`not ${job}`),
        );
    const migrated = queue.write((locked) => migrate(locked, NOON));
    await asked(1);
    flushed();
    await migrated;
    const jobs = [job('a'), job('b')];
    await asked(2);
    expect(told).toEqual([]);
    flushed();
    await Promise.all(jobs);
    const late = [job('c'), job('d')];
    await asked(3);
    flushed(new Error('the disk is gone'));
    await Promise.all(late);
    expect(told).toEqual(['a', 'b', 'not c', 'not d']);
    await queue.close();
    await db.destroy();
  });

  it('refuses further writes once a thousand wait', async () => {
    const store = await open();
    const writes = await Promise.allSettled(
      Array.from({ length: 1200 }, (_, index) => store.record(anAsked(`${index}`))),
    );
    expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1000);
    expect(await store.record(anAsked('later'))).toBe(true);
    await store.close();
  });
});

describe('several processes on one SQLite file', () => {
  it('waits out a lock of a second, without stopping the event loop for long', async () => {
    const store = await open();
    const { ended } = await holder(1200);
    let turns = 0;
    const watch = setInterval(() => {
      turns += 1;
    }, 5);
    expect(await store.record(anAsked('1'))).toBe(true);
    clearInterval(watch);
    // Some two hundred as a rule; one or two, if a try held the event loop until the lock is gone.
    expect(turns).toBeGreaterThan(5);
    await ended;
    await store.close();
  });

  it('tells plainly of a lock that lasts', async () => {
    const store = await open();
    const { process, ended } = await holder(10_000);
    await expect(store.record(anAsked('1'))).rejects.toThrow(/holds the store locked/);
    process.kill('SIGKILL');
    await ended;
    expect(await store.record(anAsked('1'))).toBe(true);
    await store.close();
  });

  it('keeps all of two thousand rows that two processes write at once', async () => {
    const writers = ['a', 'b'].map((name) => child('write', `file:${file}`, name, '1000'));
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);
    const store = await open();
    expect(await all(store.allAsked())).toHaveLength(2000);
    await store.close();
  });

  it('keeps every acknowledged row of a process that is killed, five times over', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const writer = child('write', `file:${file}`, `${round}`, '100000');
      const end = once(writer, 'exit');
      let count = 0;
      for await (const id of writer.lines) {
        acknowledged.push(id);
        if (++count === 50 + 97 * round) writer.kill('SIGKILL');
      }
      await end;
    }
    const log = keptLog();
    const store = await open(log);
    const kept = new Set((await all(store.allAsked())).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(log.lines).toEqual([]);
    await store.close();
  });
});

describe('what was removed', () => {
  const text = 'MARKER of a person who wants to be forgotten';
  it.each([
    ['forgotten', (store: Awaited<ReturnType<typeof open>>) => store.forget('person-1')],
    ['expired', (store: Awaited<ReturnType<typeof open>>) => store.expire(later(DAY))],
  ])('is not in the bytes of any file when it is %s', async (_, remove) => {
    const store = await open();
    for (let index = 0; index < 50; index += 1) {
      await store.record(
        anAsked(`${index}`, { text: text.repeat(1 + (index % 40)), at: later(index % 2 ? 0 : -2 * DAY) }),
      );
      await store.vote(aVote(`${index}`, { helpful: false, reason: text }));
    }
    const found = () => readdirSync(dir).filter((name) => readFileSync(join(dir, name)).includes('MARKER'));
    expect(found()).not.toEqual([]);
    await remove(store);
    expect(found()).toEqual([]);
    await store.close();
  });
});

/** The superuser may write everywhere, so for these tests it is somebody else for a moment. */
async function asNobody(run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    await run();
  } finally {
    process.seteuid?.(0);
  }
}
