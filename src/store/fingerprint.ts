import { type Kysely, sql } from 'kysely';
import { StoreError } from './faults.js';
import type { Keys } from './keys.js';
import type { Tables } from './tables.js';

/** Code of the fault where a store with rows is opened with another key than theirs. */
export const OTHER_KEY = 'OTHER_KEY';

/** Under which name the fingerprint of the key stands in `settings`. */
const SETTING = 'person key';

/**
 * Refuses another key than that of the rows: under it "forget me" would find nothing, and a person could vote twice. The
 * first key is taken as it comes, and so is any other where there are no rows.
 */
export async function holdToKey(db: Kysely<Tables>, keys: Keys): Promise<void> {
  const { fingerprint } = keys;
  if ((await isHeldTo(db, keys)) || fingerprint === null) return;
  // Whom they stand for nobody can tell any more, nor forget.
  await db.deleteFrom('turns').where('job', '=', 'welcome').execute();
  await db
    .insertInto('settings')
    .values({ name: SETTING, value: fingerprint })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: fingerprint }))
    .execute();
}

/** Whether the store is held to this key already. Throws where it is held to another one. */
export async function isHeldTo(db: Kysely<Tables>, { fingerprint }: Keys): Promise<boolean> {
  if (fingerprint === null) return true;
  const held = await db.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst();
  if (held?.value === fingerprint) return true;
  if (held !== undefined && (await hasRows(db)))
    throw new StoreError(
      OTHER_KEY,
      'The rows of the store were written under another person key: "forget me" would not find them, and people could vote twice. Set PERSON_KEY to the key of before; where it was not set, that is the bot token of before. If these rows may go, save what you need with "npm run -s export", then run "npm run -s forget-everybody -- --yes".',
    );
  return false;
}

async function hasRows(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from asked where person <> '' union all select 1 from votes
    union all select 1 from readings union all select 1 from recalls union all select 1 from reminders limit 1
  `.execute(db);
  return rows.length > 0;
}
