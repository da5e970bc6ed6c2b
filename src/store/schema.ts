import { type Kysely, sql } from 'kysely';
import { StoreError } from './faults.js';
import type { Asked, Vote } from './store.js';

/** The tables as they stand in SQLite and PostgreSQL alike: instants are ISO text in UTC, booleans 0 or 1, lists JSON. */
export interface Tables {
  asked: {
    id: string;
    door: Asked['door'];
    /** Empty where the person was forgotten and only the id stays, so that a redelivery is still known. */
    person: string;
    text: string;
    decision: Asked['decision'];
    entry: string | null;
    candidates: string;
    version: string;
    at: string;
  };
  votes: {
    answer: string;
    person: string;
    entry: string;
    helpful: 0 | 1;
    reason: Vote['reason'];
    at: string;
  };
  turns: { job: string; slot: string; at: string };
  migrations: { number: number; at: string };
}

type Migration = (db: Kysely<Tables>) => Promise<void>;

/** Forward only: the n-th brings the schema from number n - 1 to n. A released one is never edited; add another. */
const MIGRATIONS: readonly Migration[] = [
  async ({ schema }) => {
    await schema
      .createTable('asked')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('door', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('decision', 'text', (column) => column.notNull())
      .addColumn('entry', 'text')
      .addColumn('candidates', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('asked_by_time').on('asked').columns(['at', 'id']).execute();
    await schema.createIndex('asked_by_person').on('asked').column('person').execute();
    await schema
      .createTable('votes')
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('helpful', 'integer', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('votes_key', ['answer', 'person'])
      .execute();
    await schema.createIndex('votes_by_time').on('votes').columns(['at', 'answer', 'person']).execute();
    await schema.createIndex('votes_by_person').on('votes').column('person').execute();
    await schema
      .createTable('turns')
      .addColumn('job', 'text', (column) => column.notNull())
      .addColumn('slot', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('turns_key', ['job', 'slot'])
      .execute();
  },
];

/** Brings the schema up to date. `db` must be in a transaction that holds the lock on the whole database. */
export async function migrate(db: Kysely<Tables>, now: Date, migrations = MIGRATIONS): Promise<void> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  const { rows } = await sql<{ number: number | null }>`select max(number) as number from migrations`.execute(db);
  const reached = rows[0]?.number ?? 0;
  if (reached > migrations.length)
    throw new StoreError(
      'NEWER_SCHEMA',
      `The store has schema ${reached}, this program knows ${migrations.length}. Update the program: schemas only go forward.`,
    );
  for (const [index, apply] of migrations.entries()) {
    const number = index + 1;
    if (number <= reached) continue;
    await apply(db);
    await db.insertInto('migrations').values({ number, at: now.toISOString() }).execute();
  }
}
