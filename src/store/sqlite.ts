import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { type Clock, type OpenDeps, SILENT, systemClock } from './deps.js';
import { asKyselyWants, filesReleased } from './driver.js';
import { codeOf, faultWith, isDamage, plainFault } from './faults.js';
import { type Flush, logFlush, NO_FLUSH } from './flush.js';
import { storeOver } from './queries.js';
import { migrate } from './schema.js';
import { makeFile, refuseForeign, setAside } from './sqlite-file.js';
import type { Store } from './store.js';
import type { Tables } from './tables.js';
import { patiently, writeQueue } from './writes.js';

/** Longest that a statement blocks the event loop while another process holds the lock, in milliseconds: writes are tried again. */
const BUSY_TIMEOUT = 20;

/** Pages of the log, 4 kB each, that are written into the file at once; SQLite's own number. */
const PAGES = 1000;
/** While many rows are removed: the same pages are changed again and again, and are written into the file a third as often. */
const REMOVING_PAGES = 8000;

const PRAGMAS = `
  pragma foreign_keys = on;
  pragma secure_delete = on;
`;

/**
 * Opens the store in one file, for the processes of one machine; the file and its folder are made where they are missing.
 * A damaged database is set aside under another name, never deleted, and a new one is begun; any other file is left alone.
 */
export async function openSqlite(path: string, deps: OpenDeps = {}): Promise<Store> {
  const { clock = systemClock, log = SILENT, keys } = deps;
  try {
    makeFile(path);
    refuseForeign(path);
    return await begin(path, clock, keys).catch((error: unknown) => {
      if (!isDamage(error)) throw error;
      const aside = setAside(path, clock.now());
      log.error({ file: path, aside, code: codeOf(error) }, 'damaged store set aside, new one begun');
      return begin(path, clock, keys);
    });
  } catch (error) {
    throw plainFault(error);
  }
}

async function begin(path: string, clock: Clock, keys: OpenDeps['keys']): Promise<Store> {
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
    await queue.write((locked) => migrate(locked, clock.now(), keys));
    await store.probe();
  } catch (error) {
    await close();
    throw error;
  }
  /** What was removed leaves the log beside the file too, unless another process is reading just now. */
  async function removing(remove: () => Promise<number>): Promise<number> {
    database.exec(`pragma wal_autocheckpoint = ${REMOVING_PAGES}`);
    try {
      return await remove();
    } finally {
      await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => {});
      if (database.isOpen) database.exec(`pragma wal_autocheckpoint = ${PAGES}`);
    }
  }
  return {
    ...store,
    expire: (before) => removing(() => store.expire(before)),
    expireText: (before) => removing(() => store.expireText(before)),
    forget: (person, asOf) => removing(() => store.forget(person, asOf)),
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
    if (found !== 'ok') throw faultWith('SQLITE_CORRUPT');
    return { database, flush };
  } catch (error) {
    database.close();
    throw error;
  }
}
