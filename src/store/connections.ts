import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { pause, type StoreDeps } from './deps.js';
import { codeOf } from './faults.js';
import { gate } from './gate.js';

/** What the server says where it, or the user's own limit, has no connection left. */
const NONE_LEFT = '53300';
/** Milliseconds between tries to get a first connection. */
const PAUSE = 100;
/** Milliseconds after which the full number is tried again. */
const FULL_AGAIN = 30_000;

/** The server stops, or ends a connection that was idle for long; what stands between lost it (class 08, also of poolers). */
const CUT = /^(57P0[125]|08\w{3}|ECONNRESET|EPIPE)$/;

/** The part of PostgreSQL's faults and the driver's words that tell of a cut connection. */
export function isCut(error: unknown): boolean {
  if (CUT.test(codeOf(error))) return true;
  return error instanceof Error && /connection terminated unexpectedly|not queryable/i.test(error.message);
}

export interface Connections {
  /** For what answers wait for: there is always one that nothing else uses, as far as there are two. */
  first: PostgresPool;
  /** For all else. */
  others: PostgresPool;
  end(): Promise<void>;
}

/**
 * Connections as Kysely wants them. One that is cut or does not answer is not used again. Where the server has none left, what
 * there are do: half of them are given up, for the replica that may have none, and the rest is waited for.
 */
export function connections(settings: PoolConfig & { max: number }, { clock, log }: StoreDeps): Connections {
  const { max: most, connectionTimeoutMillis: patience = 0 } = settings;
  const pool = new Pool(settings);
  /** Those that are made and kept: the pool's own number counts those that may be refused yet. */
  const live = new Set<PoolClient>();
  // Without listeners, a connection that is cut ends the process: one while it is idle, and one while it is used.
  pool.on('error', (error) => log.warn({ code: codeOf(error) }, 'idle database connection lost'));
  pool.on('connect', (client) => {
    live.add(client);
    client.on('error', (error) => log.debug({ code: codeOf(error) }, 'database connection lost'));
  });
  pool.on('remove', (client) => live.delete(client));
  const { enter, leave } = gate(() => Math.max(1, pool.options.max - 1), patience, clock);
  let cancel = () => {};

  function makeDo(): void {
    pool.options.max = Math.max(1, Math.floor(live.size / 2));
    log.info({ connections: pool.options.max }, 'database server has no connection left, doing with fewer');
    cancel();
    cancel = clock.after(FULL_AGAIN, () => {
      pool.options.max = most;
    });
  }

  async function connect(): Promise<PoolClient> {
    for (let waited = 0; ; ) {
      try {
        return await pool.connect();
      } catch (error) {
        if (codeOf(error) !== NONE_LEFT || pool.ending || waited >= patience) throw error;
        makeDo();
        if (live.size > 0) continue;
        await pause(PAUSE, clock);
        waited += PAUSE;
      }
    }
  }

  async function lend(released = () => {}): Promise<PostgresPoolClient> {
    const client = await connect().catch((error: unknown) => {
      released();
      throw error;
    });
    let broken = false;
    return {
      async query(...args: [string, unknown[]]) {
        try {
          return await client.query(...args);
        } catch (error) {
          // What did not answer in time may answer to the next question, or never.
          broken ||= isCut(error) || codeOf(error) === 'ETIMEDOUT';
          throw error;
        }
      },
      release() {
        const leaves = broken || live.size > pool.options.max;
        if (leaves) live.delete(client);
        client.release(leaves);
        released();
      },
      // Cursors, which Kysely would hand to `query` too, are not used.
    } as unknown as PostgresPoolClient;
  }

  async function end(): Promise<void> {
    cancel();
    if (!pool.ending) await pool.end();
  }

  return {
    first: { connect: () => lend(), end },
    others: { connect: () => enter().then(() => lend(leave)), end },
    end,
  };
}
