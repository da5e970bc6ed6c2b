import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { type OpenDeps, systemClock } from './deps.js';
import { asKyselyWants, filesReleased } from './driver.js';
import { faultWith, plainFault, StoreError } from './faults.js';
import { readOver } from './read.js';
import { isCurrent } from './schema.js';
import { refuseForeign } from './sqlite-file.js';
import type { ReadStore } from './store.js';
import type { Tables } from './tables.js';

/** Milliseconds that a statement waits for a lock: nobody else is kept waiting. */
const BUSY_TIMEOUT = 5000;

/** Opens the store in a file for reading alone: nothing is made, changed or moved, and nothing is left beside it. */
export async function readSqlite(path: string, { clock = systemClock }: OpenDeps): Promise<ReadStore> {
  try {
    refuseForeign(path);
    if (!hasContent(path))
      throw new StoreError('NO_STORE', 'There is no store yet. Correct DATABASE_URL, or start the bot: it makes one.');
    const { db, close } = openUnchanged(path);
    return await readOver(db, close, clock);
  } catch (error) {
    throw plainFault(error);
  }
}

/** Throws where the bot could not keep its rows there, as far as looking tells. */
export async function inspectSqlite(path: string, { keys }: OpenDeps): Promise<void> {
  try {
    refuseForeign(path);
    let folder = dirname(path);
    while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
    if (!hasContent(path)) return;
    const { db, close } = openUnchanged(path);
    try {
      const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
      if (rows[0]?.quick_check !== 'ok') throw faultWith('SQLITE_CORRUPT');
      await isCurrent(db, keys);
    } finally {
      await close();
    }
  } catch (error) {
    throw plainFault(error);
  }
}

function hasContent(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function openUnchanged(path: string): { db: Kysely<Tables>; close(): Promise<void> } {
  // Without a log beside it nobody has the file open, and SQLite would make a log that a reader cannot clear away.
  const file = pathToFileURL(path);
  if (!existsSync(`${path}-wal`)) file.searchParams.set('immutable', '1');
  const adapted = asKyselyWants(new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT }));
  const close = async () => {
    adapted.close();
    await filesReleased();
  };
  return { db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapted }) }), close };
}
