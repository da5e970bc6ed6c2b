import { type Kysely, sql } from 'kysely';
import { editsSchema, linkSchema, provedSchema } from './edits.js';
import { escalationsSchema } from './escalations-schema.js';
import { codeOf, StoreError } from './faults.js';
import { holdToKey, isHeldTo } from './fingerprint.js';
import { gapsSchema } from './gaps.js';
import type { Keys } from './keys.js';
import { learningSchema } from './learning.js';
import { marksSchema } from './marks.js';
import { placesSchema } from './places.js';
import { replicaSchema } from './rows.js';
import { secondSchema } from './second-schema.js';
import { stancesSchema } from './stances.js';
import type { Tables } from './tables.js';

type Migration = (db: Kysely<Tables>, keys: Keys | undefined) => Promise<void>;

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
  secondSchema,
  marksSchema,
  placesSchema,
  learningSchema,
  escalationsSchema,
  stancesSchema,
  gapsSchema,
  editsSchema,
  provedSchema,
  linkSchema,
  replicaSchema,
];

/** The number of the schema that the store has; 0 where it has none. Changes nothing. */
export async function schemaNumber(db: Kysely<Tables>): Promise<number> {
  try {
    const { rows } = await sql<{ number: number | null }>`select max(number) as number from migrations`.execute(db);
    return rows[0]?.number ?? 0;
  } catch (error) {
    if (['42P01', 'SQLITE_ERROR'].includes(codeOf(error))) return 0;
    throw error;
  }
}

/** True where `migrate` would find nothing to do: found without the lock that it needs. Throws where it would refuse. */
export async function isCurrent(db: Kysely<Tables>, keys?: Keys): Promise<boolean> {
  const number = await schemaNumber(db);
  refuseNewer(number);
  return number === MIGRATIONS.length && (keys === undefined || (await isHeldTo(db, keys)));
}

function refuseNewer(number: number): void {
  if (number > MIGRATIONS.length)
    throw new StoreError(
      'NEWER_SCHEMA',
      `The store has schema ${number}, this program knows ${MIGRATIONS.length}. Update the program: schemas only go forward.`,
    );
}

/** Refuses a store that cannot be read before it is brought up to date, which whoever only reads does not do. */
export async function refuseOld(db: Kysely<Tables>): Promise<void> {
  const number = await schemaNumber(db);
  refuseNewer(number);
  if (number < MIGRATIONS.length)
    throw new StoreError(
      'OLD_SCHEMA',
      'The store still has the schema of an earlier version. Start the bot once: it carries its rows over.',
    );
}

/**
 * Brings the schema up to date, and holds the store to the keys that it is opened with. `db` must be in a transaction that
 * holds the lock on the whole database.
 */
export async function migrate(db: Kysely<Tables>, now: Date, keys?: Keys): Promise<void> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  const reached = await schemaNumber(db);
  refuseNewer(reached);
  for (const [index, apply] of MIGRATIONS.entries()) {
    const number = index + 1;
    if (number <= reached) continue;
    await apply(db, keys);
    await db.insertInto('migrations').values({ number, at: now.toISOString() }).execute();
  }
  if (keys !== undefined) await holdToKey(db, keys);
}
