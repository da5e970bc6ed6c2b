import { type Kysely, sql } from 'kysely';
import { type OpenDeps, systemClock } from './deps.js';
import { faultWith, plainFault } from './faults.js';
import { connectPostgres, LIMITS } from './postgres.js';
import { readOver } from './read.js';
import { isCurrent, schemaNumber } from './schema.js';
import type { ReadStore } from './store.js';
import type { Tables } from './tables.js';

/** Opens the store in a PostgreSQL server for reading alone: nothing is made or changed there. */
export async function readPostgres(url: string, deps: OpenDeps): Promise<ReadStore> {
  const { db, end } = connectPostgres(url, { ...LIMITS, max: 1 }, deps);
  return readOver(db, end, deps.clock ?? systemClock);
}

/** Throws where the bot could not keep its rows there, as far as looking tells. */
export async function inspectPostgres(url: string, deps: OpenDeps): Promise<void> {
  const { db, end } = connectPostgres(url, { ...LIMITS, max: 1 }, deps);
  try {
    if (!(await isAllowed(db))) throw faultWith('42501');
    await isCurrent(db, deps.keys);
  } catch (error) {
    throw plainFault(error);
  } finally {
    await end();
  }
}

async function isAllowed(db: Kysely<Tables>): Promise<boolean> {
  const made = (await schemaNumber(db)) > 0;
  const right = made
    ? sql`has_table_privilege('asked', 'insert') and has_table_privilege('asked', 'update') and has_table_privilege('asked', 'delete')`
    : sql`coalesce(has_schema_privilege(current_schema(), 'create'), false)`;
  const { rows } = await sql<{ standby: boolean; allowed: boolean }>`
    select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as standby, ${right} as allowed
  `.execute(db);
  if (rows[0]?.standby !== false) throw faultWith('25006');
  return rows[0].allowed;
}
