import type { Kysely } from 'kysely';
import type { Engine } from './engine.js';
import type { Stances } from './stance.js';
import type { Tables } from './tables.js';

/** Stances stay as long as leads want them: only who has set one goes with age. */
export async function stancesSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('stances')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('stance', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('stances_key', ['team', 'channel'])
    .execute();
}

/** What the store does with stances, in SQL that both databases understand. */
export function stancesOver({ read, write }: Engine): Stances {
  return {
    async setStance({ team, channel, stance, person, at }) {
      const set = { stance, person, at: at.toISOString() };
      await write((db) =>
        db
          .insertInto('stances')
          .values({ team, channel, ...set })
          .onConflict((conflict) => conflict.columns(['team', 'channel']).doUpdateSet(set))
          .execute(),
      );
    },

    async stances() {
      const rows = await read((db) => db.selectFrom('stances').selectAll().execute());
      return rows.map((row) => ({ ...row, at: new Date(row.at) }));
    },
  };
}
