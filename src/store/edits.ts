import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Edit, Edits } from './edit.js';
import type { Engine } from './engine.js';
import { removeAll, updateAll } from './remove.js';
import { storable } from './rows.js';
import type { Tables } from './tables.js';

/** Every edit with its proof and the lines that it changed, so that it can be looked up and undone. */
export async function editsSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('edits')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('changed', 'text', (column) => column.notNull())
    .addColumn('proof', 'text', (column) => column.notNull())
    .addColumn('commit', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['at', 'person', 'publisher'])
    await schema.createIndex(`edits_by_${column}`).on('edits').column(column).execute();
}

/** What was proved of an edit, and which folder it is being written in, so that it can be found out after a crash how far it came. */
export async function provedSchema({ schema }: Kysely<Tables>): Promise<void> {
  for (const column of ['proved', 'folder'])
    await schema
      .alterTable('edits')
      .addColumn(column, 'text', (added) => added.notNull().defaultTo(''))
      .execute();
}

/** Where the pull request of an edit stands. */
export async function linkSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema.alterTable('edits').addColumn('link', 'text').execute();
}

/** What the store does with edits, in SQL that both databases understand. */
export function editsOver(engine: Engine): Edits {
  const { read, write } = engine;
  return {
    async keepEdit(edit) {
      const row = rowOf(edit);
      const { id, ...rest } = row;
      await write((db) =>
        db
          .insertInto('edits')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
          .execute(),
      );
    },

    async keepProof(id, { form, ...done }) {
      const { numUpdatedRows } = await write((db) =>
        db
          .updateTable('edits')
          .set({ ...done, form: storable(form) })
          .where('id', '=', id)
          .where('state', 'in', ['proposed', 'waiting'])
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows === 1n;
    },

    async beginEdit(id, { changed, at, ...begun }) {
      const { numUpdatedRows } = await write((db) =>
        db
          .updateTable('edits')
          .set({ ...begun, state: 'publishing', changed: storable(changed), at: at.toISOString() })
          .where('id', '=', id)
          .where((where) =>
            where.or([
              where('state', 'in', ['proposed', 'waiting']),
              where.and([where('state', '=', 'publishing'), where('folder', '=', begun.folder)]),
            ]),
          )
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows === 1n;
    },

    async releaseEdit(id, to) {
      const begun = sql<boolean>`id = ${id} and state = 'publishing'`;
      await removeAll(engine, 'edits', sql`${begun} and person = ''`);
      await updateAll(engine, 'edits', begun, { state: to, publisher: '', changed: '[]', folder: '' });
    },

    async begunEdits() {
      const rows = await read((db) => db.selectFrom('edits').selectAll().where('state', '=', 'publishing').execute());
      return rows.map(toEdit);
    },

    async keepPublished(id, { changed, at, ...done }) {
      await write((db) =>
        db
          .updateTable('edits')
          .set({ ...done, state: 'published', changed: storable(changed), at: at.toISOString() })
          .where('id', '=', id)
          .where('state', '=', 'publishing')
          .execute(),
      );
    },

    async keepRequested(id, { at, ...done }) {
      await write((db) =>
        db
          .updateTable('edits')
          .set({ ...done, state: 'requested', at: at.toISOString() })
          .where('id', '=', id)
          .where('state', 'in', ['proposed', 'waiting'])
          .execute(),
      );
    },

    async editOf(id) {
      const row = await read((db) => db.selectFrom('edits').selectAll().where('id', '=', id).executeTakeFirst());
      return row === undefined ? null : toEdit(row);
    },

    async moveEdit(id, from, to) {
      const { numUpdatedRows } = await write((db) =>
        db
          .updateTable('edits')
          .set({ state: to })
          .where('id', '=', id)
          .where('state', 'in', from)
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows === 1n;
    },

    async lastEdits(most) {
      const rows = await read((db) =>
        db
          .selectFrom('edits')
          .selectAll()
          .where('state', 'in', ['published', 'undone', 'requested'])
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(most)
          .execute(),
      );
      return rows.map(toEdit);
    },
  };
}

/** An edit stays as the clinic's record of its own words, without the lead; what is not being published, nor was, goes. */
export async function forgetEdits(engine: Engine, person: string, theirs: RawBuilder<unknown>): Promise<number> {
  const removed = await removeAll(
    engine,
    'edits',
    sql`${theirs} and state not in ('publishing', 'published', 'undone', 'requested')`,
  );
  const left = await updateAll(engine, 'edits', theirs, { person: '', why: '' });
  await updateAll(engine, 'edits', sql`publisher = ${person}`, { publisher: '' });
  return removed + left;
}

function rowOf({ at, why, form, change, changed, title, ...rest }: Edit): Tables['edits'] {
  return {
    ...rest,
    title: storable(title),
    why: storable(why),
    form: storable(form),
    change: storable(change),
    changed: storable(changed),
    at: at.toISOString(),
  };
}

function toEdit({ at, ...row }: Tables['edits']): Edit {
  return { ...row, at: new Date(at) };
}
