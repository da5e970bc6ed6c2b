import { type Kysely, sql } from 'kysely';
import { StoreError } from './faults.js';
import type { Keys } from './keys.js';
import type { Tables } from './tables.js';

/** Rows carried over by one statement: their values must be fewer than a statement of either database may have. */
const PAGE = 500;

/** Rows of the first schema. A choice was a row of its own, and its id ended with the plain id of a person on Slack. */
interface OldAsked extends Pick<Tables['asked'], 'id' | 'person' | 'text' | 'decision' | 'entry'> {
  door: Tables['asked']['door'] | 'choice';
  candidates: string;
  version: string;
  at: string;
}
type OldVote = Pick<Tables['votes'], 'entry' | 'person' | 'helpful' | 'reason' | 'at'> & { answer: string };

/** The new tables, while the old ones still have their names. */
type Carried = { new_asked: Omit<Tables['asked'], 'replica'>; new_votes: Tables['votes'] };

/**
 * A choice becomes the outcome of its question, votes name their question, and no id tells any longer where and by whom
 * something was said: ids are hashed with the key, so that what Slack delivers again is known all the same. The tables
 * are made anew, since a changed row leaves its former self on the disk for a while.
 */
export async function secondSchema(db: Kysely<Tables>, keys: Keys | undefined): Promise<void> {
  await makeTables(db);
  const { rows } = await sql`select 1 from asked union all select 1 from votes limit 1`.execute(db);
  if (rows.length > 0) {
    if (keys === undefined)
      throw new StoreError(
        'OLD_SCHEMA',
        'The store still has the schema of an earlier version. Start the bot once: it carries its rows over.',
      );
    const both = db.withTables<Carried>();
    await carryAsked(both, keys);
    await carryVotes(both, keys);
  }
  await takePlaces(db);
}

async function makeTables({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('new_asked')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('entry', 'text')
    .addColumn('warnings', 'text', (column) => column.notNull())
    .addColumn('offered', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('new_votes')
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_id', ['asked', 'entry', 'person'])
    .execute();
  await schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function takePlaces({ schema }: Kysely<Tables>): Promise<void> {
  for (const table of ['asked', 'votes']) {
    await schema.dropTable(table).execute();
    await schema.alterTable(`new_${table}`).renameTo(table).execute();
    await schema.createIndex(`${table}_by_person`).on(table).column('person').execute();
  }
  await schema.createIndex('asked_by_time').on('asked').columns(['at', 'id']).execute();
  await schema.createIndex('votes_by_time').on('votes').columns(['at', 'asked', 'entry', 'person']).execute();
}

/** A choice is taken as of the person's last question before it that left the entry open; where there is none it goes. */
async function carryAsked(db: Kysely<Tables & Carried>, keys: Keys): Promise<void> {
  const open = new Map<string, { id: string; candidates: string }>();
  let last = { at: '', id: '' };
  for (;;) {
    const { rows } = await sql<OldAsked>`
      select * from asked where (at, id) > (${last.at}, ${last.id}) order by at, id limit ${sql.lit(PAGE)}
    `.execute(db);
    const carried: Carried['new_asked'][] = [];
    const chosen: [id: string, entry: string][] = [];
    for (const { door, ...row } of rows) {
      const before = open.get(row.person);
      if (door !== 'choice') {
        const id = keys.asked(row.id);
        carried.push({ ...row, id, door, warnings: '[]', offered: '[]', outcome: null });
        if (row.decision === 'suggest') open.set(row.person, { id, candidates: row.candidates });
      } else if (row.entry !== null && before?.candidates.includes(JSON.stringify(row.entry))) {
        chosen.push([before.id, row.entry]);
      }
    }
    if (carried.length > 0) await db.insertInto('new_asked').values(carried).execute();
    for (const [id, entry] of chosen)
      await db
        .updateTable('new_asked')
        .set({ outcome: `chose ${entry}` })
        .where('id', '=', id)
        .execute();
    if (rows.length < PAGE) return;
    last = rows.at(-1) ?? last;
  }
}

/** The message that was voted on stands for its question, which the first schema did not tell. */
async function carryVotes(db: Kysely<Tables & Carried>, keys: Keys): Promise<void> {
  let last = { at: '', answer: '', person: '' };
  for (;;) {
    const { rows } = await sql<OldVote>`
      select * from votes where (at, answer, person) > (${last.at}, ${last.answer}, ${last.person})
      order by at, answer, person limit ${sql.lit(PAGE)}
    `.execute(db);
    const carried = rows.map(({ answer, ...row }) => ({ ...row, asked: keys.asked(answer), note: null, version: '' }));
    if (carried.length > 0) await db.insertInto('new_votes').values(carried).execute();
    if (rows.length < PAGE) return;
    last = rows.at(-1) ?? last;
  }
}
