import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, type PoolConfig, TypeOverrides } from 'pg';
import { type Around, SILENT, systemClock } from './around.js';
import { codeOf, plainFault } from './faults.js';
import { storeOver, type Work } from './queries.js';
import { migrate, type Tables } from './schema.js';
import type { Store } from './store.js';

/** Milliseconds, all short: a question does not wait for a slow server. */
const LIMITS = { connectionTimeoutMillis: 2000, statement_timeout: 2000, query_timeout: 3000 } as const;
/** Migrations may take long, and wait for those of another replica. */
const MIGRATION_LIMITS = { connectionTimeoutMillis: 2000, statement_timeout: 60_000, max: 1 } as const;
/** Connections of one replica. */
const MOST_CONNECTIONS = 5;
/** The advisory lock under which one replica migrates: any number, the same in all. */
const MIGRATION_LOCK = 4_276_001;

/** Counts come as numbers, not as text: none here reaches 2^53. */
const types = new TypeOverrides();
types.setTypeParser(20, Number);

/** Opens the store in a PostgreSQL server, which any number of replicas share. */
export async function openPostgres(url: string, around: Partial<Around> = {}): Promise<Store> {
  const { clock = systemClock, log = SILENT } = around;

  function connect(limits: PoolConfig) {
    const pool = new Pool({
      connectionString: url,
      application_name: 'iastm-faq-bot',
      keepAlive: true,
      types,
      ...limits,
    });
    // Without a listener, a connection that is cut while idle ends the process.
    pool.on('error', (error) => log.warn({ code: codeOf(error) }, 'idle database connection lost'));
    return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
  }

  const migrator = connect(MIGRATION_LIMITS);
  try {
    await migrator.db.transaction().execute(async (locked) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(locked);
      await migrate(locked, clock.now());
    });
  } catch (error) {
    throw plainFault(error);
  } finally {
    await migrator.pool.end();
  }

  const { pool, db } = connect({ ...LIMITS, max: MOST_CONNECTIONS });
  const run = <T>(work: Work<T>): Promise<T> =>
    work(db).catch((error: unknown) => {
      throw plainFault(error);
    });
  const close = async () => {
    if (!pool.ending) await pool.end();
  };
  return storeOver({ read: run, write: run, close }, clock);
}
