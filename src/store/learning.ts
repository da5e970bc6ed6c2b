import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.js';
import { removeAll } from './remove.js';
import type { Learned, Reading, Recall, Reminder, Store } from './store.js';
import type { Tables } from './tables.js';

/** People of whom fewer are never told: two could guess of each other. */
const LEAST_PEOPLE = 3;

/** All that is kept of learning. Where somebody can be reminded stands apart, since it is in clear. */
const TABLES = ['readings', 'recalls', 'reminders'] as const;

/** Learning stands in tables of its own: it lives for as long as somebody learns, not for as long as a question is kept. */
export async function learningSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('readings')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('readings_key', ['person', 'entry'])
    .execute();
  await schema
    .createTable('recalls')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('first_right', 'integer', (column) => column.notNull())
    .addColumn('last_right', 'integer', (column) => column.notNull())
    .addColumn('missed', 'integer', (column) => column.notNull())
    .addColumn('right_days', 'integer', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recalls_key', ['person', 'item'])
    .execute();
  await schema
    .createTable('reminders')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  for (const table of TABLES) await schema.createIndex(`${table}_by_time`).on(table).column('at').execute();
}

/** What the store does with learning, in SQL that both databases understand. */
export function learningOver({
  read,
  write,
}: Engine): Pick<
  Store,
  'learned' | 'keepReading' | 'keepRecall' | 'keepReminder' | 'dropReminder' | 'reminders' | 'stumbled'
> {
  return {
    async learned(person): Promise<Learned> {
      const [readings, recalls, reminder] = await read((db) =>
        Promise.all([
          db.selectFrom('readings').selectAll().where('person', '=', person).execute(),
          db.selectFrom('recalls').selectAll().where('person', '=', person).execute(),
          db.selectFrom('reminders').selectAll().where('person', '=', person).executeTakeFirst(),
        ]),
      );
      return {
        readings: readings.map(toReading),
        recalls: recalls.map(toRecall),
        reminder: reminder === undefined ? null : toReminder(reminder),
      };
    },

    async keepReading({ at, ...reading }) {
      await write((db) =>
        db
          .insertInto('readings')
          .values({ ...reading, at: at.toISOString() })
          .onConflict((conflict) => {
            const replaced = conflict.columns(['person', 'entry']).doUpdateSet(({ ref }) => ({
              version: ref('excluded.version'),
              state: ref('excluded.state'),
              at: ref('excluded.at'),
            }));
            if (reading.state !== 'skipped') return replaced;
            return replaced.where(({ eb, or, ref }) =>
              or([eb('readings.state', '=', 'skipped'), eb('readings.version', '<>', ref('excluded.version'))]),
            );
          })
          .execute(),
      );
    },

    async keepRecall({ firstRight, lastRight, rightDays, at, ...recall }) {
      const row = {
        ...recall,
        first_right: firstRight ? 1 : 0,
        last_right: lastRight ? 1 : 0,
        right_days: rightDays,
        at: at.toISOString(),
      } as const;
      const { person, item, tries, first_right, ...next } = row;
      // Of two answers to the same card one finds the row as the card has shown it.
      const { numAffectedRows } = await write(async (db) => {
        if (tries > 1) {
          const { numUpdatedRows } = await db
            .updateTable('recalls')
            .set({ ...next, tries })
            .where('person', '=', person)
            .where('item', '=', item)
            .where('tries', '=', tries - 1)
            .executeTakeFirstOrThrow();
          return { numAffectedRows: numUpdatedRows };
        }
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('recalls')
          .values(row)
          .onConflict((conflict) => conflict.columns(['person', 'item']).doNothing())
          .executeTakeFirstOrThrow();
        return { numAffectedRows: numInsertedOrUpdatedRows };
      });
      return numAffectedRows === 1n;
    },

    async keepReminder({ person, user, from, at }) {
      const kept = { user_id: user, from_day: from, at: at.toISOString() };
      await write((db) =>
        db
          .insertInto('reminders')
          .values({ person, ...kept })
          .onConflict((conflict) => conflict.column('person').doUpdateSet(kept))
          .execute(),
      );
    },

    async dropReminder(person) {
      await write((db) => db.deleteFrom('reminders').where('person', '=', person).execute());
    },

    async reminders() {
      return (await read((db) => db.selectFrom('reminders').selectAll().orderBy('person').execute())).map(toReminder);
    },

    async stumbled() {
      const many = sql<number>`count(*)`;
      const [unclear, missed] = await Promise.all([
        read((db) =>
          db
            .selectFrom('readings')
            .select(['entry', 'version', many.as('people')])
            .where('state', '=', 'unclear')
            .groupBy(['entry', 'version'])
            .having(many, '>=', LEAST_PEOPLE)
            .execute(),
        ),
        read((db) =>
          db
            .selectFrom('recalls')
            .select(['item', many.as('people')])
            .where('missed', '>', 0)
            .groupBy('item')
            .having(many, '>=', LEAST_PEOPLE)
            .execute(),
        ),
      ]);
      return { unclear, missed };
    },
  };
}

/** Removes the learning of everybody who has done nothing since: what one knows is of use for as long as one learns. */
export async function expireLearning(engine: Engine, before: Date): Promise<void> {
  const since = before.toISOString();
  const active = sql.join(
    TABLES.map((table) => sql`select person from ${sql.table(table)} where at >= ${since}`),
    sql` union `,
  );
  for (const table of TABLES) await removeAll(engine, table, sql`at < ${since} and person not in (${active})`);
}

/** Removes one person's learning; answers with the number of rows. */
export async function forgetLearning(engine: Engine, theirs: RawBuilder<unknown>): Promise<number> {
  let removed = 0;
  for (const table of TABLES) removed += await removeAll(engine, table, theirs);
  return removed;
}

function toReading({ at, ...row }: Tables['readings']): Reading {
  return { ...row, at: new Date(at) };
}

function toRecall({ first_right, last_right, right_days, at, ...row }: Tables['recalls']): Recall {
  return {
    ...row,
    firstRight: first_right === 1,
    lastRight: last_right === 1,
    rightDays: right_days,
    at: new Date(at),
  };
}

function toReminder({ person, user_id, from_day, at }: Tables['reminders']): Reminder {
  return { person, user: user_id, from: from_day, at: new Date(at) };
}
