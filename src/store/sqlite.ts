import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { type Around, type Clock, SILENT, systemClock } from './around.js';
import { asKyselyWants, filesReleased } from './driver.js';
import { codeOf, plainFault, StoreError } from './faults.js';
import { type Flush, logFlush, NO_FLUSH } from './flush.js';
import { storeOver } from './queries.js';
import { migrate, type Tables } from './schema.js';
import type { Store } from './store.js';
import { patiently, writeQueue } from './writes.js';

/** Longest that a statement blocks the event loop while another process holds the lock, in milliseconds. */
const BUSY_TIMEOUT = 200;

const PRAGMAS = `
  pragma foreign_keys = on;
  pragma secure_delete = on;
`;

/**
 * Opens the store in one file, for the processes of one machine; the file and its folder are made where they are missing.
 * A damaged file is set aside under another name, never deleted, and a new one is begun.
 */
export async function openSqlite(path: string, around: Partial<Around> = {}): Promise<Store> {
  const { clock = systemClock, log = SILENT } = around;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return await begin(path, clock).catch((error: unknown) => {
      if (!isDamage(error)) throw error;
      const aside = setAside(path, clock.now());
      log.error({ file: path, aside, code: codeOf(error) }, 'damaged store set aside, new one begun');
      return begin(path, clock);
    });
  } catch (error) {
    throw plainFault(error);
  }
}

async function begin(path: string, clock: Clock): Promise<Store> {
  const { database, flush } = await patiently(async () => openSound(path), clock);
  const adapted = asKyselyWants(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapted }) });
  const queue = writeQueue(db, clock, flush.flush);
  const plainly = (error: unknown): never => {
    throw plainFault(error);
  };
  const close = async () => {
    await queue.close();
    await flush.close().catch(() => {});
    adapted.close();
    await filesReleased();
  };
  const store = storeOver(
    {
      read: (work) => work(db).catch(plainly),
      write: (work) => queue.write(work).catch(plainly),
      close,
    },
    clock,
  );
  try {
    await queue.write((locked) => migrate(locked, clock.now()));
    await store.probe();
  } catch (error) {
    await close();
    throw error;
  }
  /** What was removed leaves the log beside the file too, unless another process is reading just now. */
  const wipe = () => sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => {});
  return {
    ...store,
    expire: (before) => store.expire(before).finally(wipe),
    forget: (person) => store.forget(person).finally(wipe),
  };
}

function openSound(path: string): { database: DatabaseSyncInstance; flush: Flush } {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    // Some file systems cannot hold the log: there SQLite keeps to its rollback journal, and flushes that itself.
    const { journal_mode: mode } = database.prepare('pragma journal_mode = wal').get();
    const flush = mode === 'wal' ? logFlush(path) : NO_FLUSH;
    database.exec(`pragma synchronous = ${mode === 'wal' ? 'normal' : 'full'}; ${PRAGMAS}`);
    const { quick_check: found } = database.prepare('pragma quick_check(1)').get();
    if (found !== 'ok') throw new StoreError('SQLITE_CORRUPT', 'The file of the store is damaged.');
    return { database, flush };
  } catch (error) {
    database.close();
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  return ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(codeOf(error));
}

/** Renames the file with its -wal and -shm, so that SQLite's own tools can still recover what is in them. */
function setAside(path: string, now: Date): string {
  const aside = `${path}.corrupt-${now.toISOString().replaceAll(':', '-')}`;
  for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) renameSync(path + part, aside + part);
  return aside;
}
