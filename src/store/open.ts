import { fileURLToPath } from 'node:url';
import type { Around } from './around.js';
import { StoreError } from './faults.js';
import type { Store } from './store.js';

/** Opens the store that an address names: `file:…` or `postgres://…`. Only the driver that is needed is loaded. */
export async function openStore(url: string, around: Partial<Around> = {}): Promise<Store> {
  if (url.startsWith('file:')) {
    const { openSqlite } = await import('./sqlite.js');
    return openSqlite(filePath(url), around);
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import('./postgres.js');
    return openPostgres(url, around);
  }
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
