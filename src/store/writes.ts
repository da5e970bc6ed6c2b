import { CompiledQuery, type Kysely } from 'kysely';
import { type Clock, nextTurn, pause } from './deps.js';
import type { Work } from './engine.js';
import { codeOf, StoreError } from './faults.js';
import type { Tables } from './tables.js';

/** Writes that may wait before further ones are refused. */
const MOST_WAITING = 1000;
/** Writes that share a commit and a flush to the disk, which costs thirty times as much as one row. */
const LARGEST_BATCH = 100;
/** Milliseconds between tries while another process holds the lock, longer at first; some three seconds in all. */
const PAUSES = [10, 20, 40, 80, 160, ...Array<number>(10).fill(250)];

const [BEGIN, COMMIT, ROLLBACK] = [
  CompiledQuery.raw('begin immediate'),
  CompiledQuery.raw('commit'),
  CompiledQuery.raw('rollback'),
];

interface Waiting {
  work: Work<unknown>;
  resolve(result: unknown): void;
  reject(fault: unknown): void;
}

/**
 * The one way by which SQLite is written: in order, in batches with one commit each, patient while it is locked. `flush`
 * brings what was committed to the disk; only then is a write done.
 */
export function writeQueue(db: Kysely<Tables>, clock: Clock, flush: () => Promise<void>) {
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  function write<T>(work: Work<T>): Promise<T> {
    if (closed) return Promise.reject(new StoreError('CLOSED', 'The store is closed.'));
    if (waiting.length >= MOST_WAITING)
      return Promise.reject(new StoreError('QUEUE_FULL', `${MOST_WAITING} writes are waiting for the store already.`));
    return new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (result) => resolve(result as T), reject });
      running ??= run();
    });
  }

  async function run(): Promise<void> {
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, LARGEST_BATCH);
      await settle(batch);
      waiting.splice(0, batch.length);
      await nextTurn();
    }
    running = null;
  }

  /** Where a batch fails for what is in it, each of its writes is tried alone: none fails for its neighbour. */
  async function settle(batch: readonly Waiting[]): Promise<void> {
    let results: unknown[];
    try {
      results = await patiently(
        () => commit(batch),
        clock,
        () => closed,
      );
    } catch (error) {
      if (batch.length > 1 && codeOf(error) !== 'SQLITE_BUSY') for (const one of batch) await settle([one]);
      else for (const { reject } of batch) reject(error);
      return;
    }
    // Committed, and perhaps never on the disk: trying again would find the rows there and take them for older ones.
    try {
      await flush();
      for (const [index, { resolve }] of batch.entries()) resolve(results[index]);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  function commit(batch: readonly Waiting[]): Promise<unknown[]> {
    return db.connection().execute(async (connection) => {
      await connection.executeQuery(BEGIN);
      try {
        const results: unknown[] = [];
        for (const { work } of batch) results.push(await work(connection));
        await connection.executeQuery(COMMIT);
        return results;
      } catch (error) {
        // A full disk has rolled back by itself, and then there is nothing to roll back.
        await connection.executeQuery(ROLLBACK).catch(() => {});
        throw error;
      }
    });
  }

  return {
    write,
    /** Takes no more writes; resolves when those that wait were tried. */
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}

/** Tries again while another process holds the lock, for some three seconds at most. */
export async function patiently<T>(
  attempt: () => Promise<T>,
  clock: Clock,
  hurried: () => boolean = () => false,
): Promise<T> {
  for (const ms of PAUSES) {
    try {
      return await attempt();
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY' || hurried()) throw error;
      await pause(ms, clock);
    }
  }
  return attempt();
}
