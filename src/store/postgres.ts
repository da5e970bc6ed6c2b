import { randomUUID } from 'node:crypto';
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import { type PoolConfig, TypeOverrides } from 'pg';
import { connections, isCut } from './connections.js';
import { type OpenDeps, pause, SILENT, systemClock } from './deps.js';
import type { Work } from './engine.js';
import { codeOf, plainFault } from './faults.js';
import { storeOver } from './queries.js';
import { askedRow } from './rows.js';
import { isCurrent, migrate } from './schema.js';
import type { Store } from './store.js';
import type { Tables } from './tables.js';
import { together } from './together.js';

/** Milliseconds. How long an answer waits is told elsewhere; these only end what will come to nothing. */
export const LIMITS = { connectionTimeoutMillis: 10_000, statement_timeout: 8000, query_timeout: 10_000 } as const;
/** Migrations may take long, and wait for those of another replica. */
const MIGRATION_LIMITS = { connectionTimeoutMillis: 10_000, statement_timeout: 60_000 } as const;
/** Connections of one replica. All questions that come together share one. */
const MOST_CONNECTIONS = 5;
/** Milliseconds after which an idle connection is spoken to, so that no firewall forgets it. */
const KEEP_ALIVE = 30_000;
/** The advisory lock under which one replica migrates: any number, the same in all. */
const MIGRATION_LOCK = 4_276_001;
/** Work is done again so often where its connection was cut, or where it and another replica's waited for each other. */
const TRIES = 10;
const MET = ['40P01', '40001'];
/** Milliseconds between tries: where all connections were cut, so are those that seem to be left. */
const PAUSE = 50;

/** Counts come as numbers, not as text: none here reaches 2^53. */
const types = new TypeOverrides();
types.setTypeParser(20, Number);

/** Opens the store in a PostgreSQL server, which any number of replicas share. */
export async function openPostgres(url: string, deps: OpenDeps = {}): Promise<Store> {
  const { clock = systemClock, keys, connections: most = MOST_CONNECTIONS } = deps;

  // Two stay open, for rows of questions and for what else is asked all the time: to make another takes several answers of a slow
  // server, and a full server may have none to give.
  const connect = () => connectPostgres(url, { ...LIMITS, min: Math.min(2, most), max: most }, deps);

  /** Work on some of the connections, done again where that helps. */
  function runOn(db: Kysely<Tables>) {
    return async <T>(work: Work<T>): Promise<T> => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await work(db);
        } catch (error) {
          if (tries >= TRIES || !(isCut(error) || MET.includes(codeOf(error)))) throw plainFault(error);
          if (isCut(error)) await pause(PAUSE, clock);
        }
      }
    };
  }

  /** Connections that are in service; never two ways at once, since a full server may have but one for each replica. */
  async function begin(): Promise<ReturnType<typeof connect>> {
    const way = connect();
    const ready = await runOn(way.db)((own) => isCurrent(own, keys)).catch((error: unknown) => {
      void way.end();
      throw error;
    });
    if (ready) return way;
    await way.end();
    await migrateAlone(url, deps);
    return connect();
  }

  const { first, db, end } = await begin().catch((error: unknown) => {
    throw plainFault(error);
  });
  const [run, runFirst] = [runOn(db), runOn(first)];
  const replica = randomUUID();
  const store = storeOver({ read: run, write: run, close: end }, clock);
  return {
    ...store,
    record: together((asked) => runFirst(recordAll(asked.map((each) => askedRow(each, replica)))), isOfRow),
    // Tells whether rows of questions can be kept, however much else waits.
    probe: storeOver({ read: runFirst, write: runFirst, close: end }, clock).probe,
  };
}

async function migrateAlone(url: string, deps: OpenDeps): Promise<void> {
  const { db, end } = connectPostgres(url, { ...MIGRATION_LIMITS, max: 1 }, deps);
  try {
    await db.transaction().execute(async (locked) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(locked);
      await migrate(locked, (deps.clock ?? systemClock).now(), deps.keys);
    });
  } finally {
    await end();
  }
}

/** Connections to a server, and the way to ask by them. */
export function connectPostgres(
  url: string,
  limits: PoolConfig & { max: number },
  { clock = systemClock, log = SILENT }: OpenDeps,
) {
  const pool = connections(
    {
      connectionString: url,
      application_name: 'iastm-faq-bot',
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE,
      types,
      ...limits,
    },
    { clock, log },
  );
  const over = (part: PostgresPool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: part }) });
  return { first: over(pool.first), db: over(pool.others), end: pool.end };
}

/** Faults of what a row holds: the classes 22 and 23. */
function isOfRow(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error));
}

/** Keeps questions; answers for each whether it was not there before. */
function recordAll(rows: readonly Tables['asked'][]): Work<boolean[]> {
  // In one order at all replicas, so that none waits for another that waits for it; each id once.
  const lot = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  let wasCut = false;
  return async (db) => {
    // What was kept before the connection was cut is there as it was sent, by this replica at this time.
    const conflict = wasCut
      ? 'do update set at = excluded.at where (asked.at, asked.replica) = (excluded.at, excluded.replica)'
      : 'do nothing';
    try {
      const first = await insert(db, lot, conflict);
      return rows.map(({ id }) => first.delete(id));
    } catch (error) {
      wasCut ||= isCut(error);
      throw error;
    }
  };
}

/** One statement of the same text for any number of rows. Answers with the ids that it kept. */
async function insert(db: Kysely<Tables>, rows: readonly Tables['asked'][], conflict: string): Promise<Set<string>> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Tables['asked'])[];
  const text = `insert into asked (${columns.join(', ')}) select * from unnest(${columns.map((_, at) => `$${at + 1}::text[]`).join(', ')}) on conflict (id) ${conflict} returning id`;
  const lists = columns.map((column) => rows.map((row) => row[column]));
  const { rows: kept } = await db.executeQuery<{ id: string }>(CompiledQuery.raw(text, lists));
  return new Set(kept.map(({ id }) => id));
}
