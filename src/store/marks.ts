import type { Kysely } from 'kysely';
import { DAY } from '../knowledge/day.js';
import type { Mark } from './store.js';
import type { Tables } from './tables.js';

/**
 * Milliseconds that a mark stays: longer than one replica is cut off from a store that others reach, since it finds the mark
 * when it is back, and drops what it still holds of the person.
 */
export const MARK_KEPT = 7 * DAY;

/** Milliseconds by which the clocks of replicas may differ: what was asked so soon after a mark counts as before it. */
const CLOCKS_DIFFER = 300_000;

/** Whether something of this person, from this instant, is to be forgotten. */
export function covers(mark: Mark | undefined, at: Date): boolean {
  return mark !== undefined && at.getTime() <= mark.at.getTime() + CLOCKS_DIFFER;
}

/**
 * A mark stands before anything is removed, and is looked for after what was held in memory is written: so one of both
 * removes it, whichever comes first.
 */
export async function marksSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('forgotten')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}

/** Keeps a mark, or brings it up to date. */
export async function setMark(db: Kysely<Tables>, { person, at }: Mark): Promise<void> {
  await db
    .insertInto('forgotten')
    .values({ person, at: at.toISOString() })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ at: at.toISOString() }))
    .execute();
}

/** All marks: few, since each stays for a week only. */
export async function readMarks(db: Kysely<Tables>): Promise<Mark[]> {
  const rows = await db.selectFrom('forgotten').selectAll().execute();
  return rows.map(({ person, at }) => ({ person, at: new Date(at) }));
}
