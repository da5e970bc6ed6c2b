import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.js';
import type { Tables } from './tables.js';

/** Rows changed by one statement: in SQLite, which wipes the bytes of each, some 20 ms in which nothing else is done. */
const AT_ONCE = 200;

/** The columns by which a row is told from others. */
const KEYS = {
  asked: ['id'],
  votes: ['asked', 'entry', 'person'],
  turns: ['job', 'slot'],
  forgotten: ['person'],
  places: ['asked'],
  readings: ['person', 'entry'],
  recalls: ['person', 'item'],
  reminders: ['person'],
  escalations: ['id'],
  notices: ['about', 'person'],
  stances: ['team', 'channel'],
  members: ['asked'],
  gaps: ['id'],
  edits: ['id'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

type Removable = keyof typeof KEYS;

/** Removes all rows of a kind; answers with the number that this caller removed. */
export function removeAll(engine: Engine, table: Removable, which: RawBuilder<unknown>): Promise<number> {
  return changeAll(engine, table, which, sql`delete from ${sql.table(table)}`);
}

/** Changes all rows of a kind so that they are none of this kind any longer; answers with the number changed. */
export function updateAll(
  engine: Engine,
  table: Removable,
  which: RawBuilder<unknown>,
  values: Readonly<Record<string, string | null | RawBuilder<unknown>>>,
): Promise<number> {
  const set = sql.join(Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  return changeAll(engine, table, which, sql`update ${sql.table(table)} set ${set}`);
}

/**
 * A page at a time until none is left. That a page came out smaller says nothing: another process may have taken a part of
 * it, or all, at the same moment.
 */
async function changeAll(
  { read, write }: Engine,
  table: Removable,
  which: RawBuilder<unknown>,
  change: RawBuilder<unknown>,
): Promise<number> {
  const key = sql.join(KEYS[table].map((column) => sql.ref(column)));
  const from = sql.table(table);
  const page = sql`${change} where (${key}) in (select ${key} from ${from} where ${which} limit ${sql.lit(AT_ONCE)})`;
  const left = sql`select 1 from ${from} where ${which} limit 1`;
  for (let changed = 0; ; ) {
    const { numAffectedRows } = await write((db) => page.execute(db));
    changed += Number(numAffectedRows);
    if (Number(numAffectedRows) === AT_ONCE) continue;
    const { rows } = await read((db) => left.execute(db));
    if (rows.length === 0) return changed;
  }
}
