import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

export type Work<T> = (db: Kysely<Tables>) => Promise<T>;

/** How SQLite and PostgreSQL differ: everything else is the same queries. */
export interface Engine {
  read<T>(work: Work<T>): Promise<T>;
  /** Resolves when the work is on the disk. */
  write<T>(work: Work<T>): Promise<T>;
  close(): Promise<void>;
}
