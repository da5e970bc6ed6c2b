import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, faultWith, StoreError } from './faults.js';

/** The first bytes of every SQLite database. Page: https://www.sqlite.org/fileformat2.html#the_database_header */
const HEADER = Buffer.from('SQLite format 3\0');

/** Refuses what is no database: it may be anything, and was named by mistake. A file that is missing or empty is none yet. */
export function refuseForeign(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) throw faultWith('SQLITE_CANTOPEN');
  const begins = found.isFile() ? firstBytes(path) : null;
  if (begins === null || !begins.equals(HEADER.subarray(0, begins.length)))
    throw new StoreError(
      'FOREIGN_FILE',
      'DATABASE_URL names a file that is no SQLite database. It stays as it is: name another file, which the bot makes by itself, or move this one away.',
    );
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER.length);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Makes the file and its folder where they are missing, for the bot's user alone; -wal and -shm are made like the file. */
export function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Renames the file with its -wal and -shm, so that SQLite's own tools can still recover what is in them. */
export function setAside(path: string, now: Date): string {
  const aside = `${path}.corrupt-${now.toISOString().replaceAll(':', '-')}`;
  for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) renameSync(path + part, aside + part);
  return aside;
}
