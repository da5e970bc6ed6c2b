import { fileURLToPath } from 'node:url';
import type { OpenDeps } from './deps.js';
import { StoreError } from './faults.js';
import type { ReadStore, Store } from './store.js';

/** Opens the store that an address names: `file:…` or `postgres://…`. Only the driver that is needed is loaded. */
export async function openStore(url: string, deps: OpenDeps = {}): Promise<Store> {
  const place = placeOf(url);
  return place.path === undefined
    ? (await import('./postgres.js')).openPostgres(place.url, deps)
    : (await import('./sqlite.js')).openSqlite(place.path, deps);
}

/** Opens it for reading alone: nothing is made, changed, moved or brought up to date. */
export async function openToRead(url: string, deps: OpenDeps = {}): Promise<ReadStore> {
  const place = placeOf(url);
  return place.path === undefined
    ? (await import('./postgres-read.js')).readPostgres(place.url, deps)
    : (await import('./sqlite-read.js')).readSqlite(place.path, deps);
}

/** Throws where the bot could not keep its rows there, as far as looking tells: nothing is written. */
export async function inspectStore(url: string, deps: OpenDeps = {}): Promise<void> {
  const place = placeOf(url);
  await (place.path === undefined
    ? (await import('./postgres-read.js')).inspectPostgres(place.url, deps)
    : (await import('./sqlite-read.js')).inspectSqlite(place.path, deps));
}

function placeOf(url: string): { path: string } | { path?: undefined; url: string } {
  if (url.startsWith('file:')) return { path: filePath(url) };
  if (/^postgres(ql)?:\/\//.test(url)) return { url };
  throw badAddress();
}

/** The path in `file:data/iastm.db`, `file:/var/lib/iastm.db` or `file:///var/lib/iastm.db`. */
function filePath(url: string): string {
  try {
    const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
    if (path !== '') return path;
  } catch {
    // "file://data/x.db" names a host called "data": told below, like every other address that is none.
  }
  throw badAddress();
}

function badAddress(): StoreError {
  return new StoreError(
    'BAD_ADDRESS',
    'DATABASE_URL must be file: and a path (file:data/iastm.db) or postgres://user:password@host:5432/database.',
  );
}
