import { type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import { type Clock, DAY } from './around.js';
import { FORGOTTEN } from './forgotten.js';
import type { Tables } from './schema.js';
import type { Asked, Store, Vote } from './store.js';

export type Work<T> = (db: Kysely<Tables>) => Promise<T>;

/** How SQLite and PostgreSQL differ: everything else is the same queries. */
export interface Engine {
  read<T>(work: Work<T>): Promise<T>;
  /** Resolves when the work is on the disk. */
  write<T>(work: Work<T>): Promise<T>;
  close(): Promise<void>;
}

/** Rows read, or removed, by one statement, so that no statement takes long. */
const PAGE = 500;

/** A store that asks an engine in SQL that both databases understand. */
export function storeOver({ read, write, close }: Engine, clock: Clock): Store {
  const dayAgo = () => new Date(clock.now().getTime() - DAY).toISOString();

  async function removeAll(table: 'asked' | 'votes' | 'turns', which: RawBuilder<unknown>): Promise<number> {
    const keys = { asked: ['id'], votes: ['answer', 'person'], turns: ['job', 'slot'] };
    const key = sql.join(keys[table].map((column) => sql.ref(column)));
    const from = sql.table(table);
    const page = sql`delete from ${from} where (${key}) in (select ${key} from ${from} where ${which} limit ${sql.lit(PAGE)})`;
    for (let removed = 0; ; ) {
      const { numAffectedRows } = await write((db) => page.execute(db));
      removed += Number(numAffectedRows);
      if (Number(numAffectedRows) < PAGE) return removed;
    }
  }

  /** The row that every question writes: compiled once, since building the same SQL anew costs more than the row. */
  let compiled: CompiledQuery | undefined;
  function insertAsked(db: Kysely<Tables>, row: Tables['asked']): CompiledQuery {
    compiled ??= db
      .insertInto('asked')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .compile();
    return { ...compiled, parameters: Object.values(row) };
  }

  return {
    async record(asked) {
      const row = askedRow(asked);
      const { numAffectedRows } = await write((db) => db.executeQuery(insertAsked(db, row)));
      return numAffectedRows === 1n;
    },

    async vote(vote) {
      await write((db) =>
        db
          .insertInto('votes')
          .values(voteRow(vote))
          .onConflict((conflict) =>
            conflict
              .columns(['answer', 'person'])
              .doUpdateSet(({ ref }) => ({
                entry: ref('excluded.entry'),
                helpful: ref('excluded.helpful'),
                reason: ref('excluded.reason'),
                at: ref('excluded.at'),
              }))
              .whereRef('votes.at', '<=', 'excluded.at'),
          )
          .execute(),
      );
    },

    async takeTurn(job, slot, at) {
      const { numInsertedOrUpdatedRows } = await write((db) =>
        db
          .insertInto('turns')
          .values({ job, slot, at: at.toISOString() })
          .onConflict((conflict) => conflict.columns(['job', 'slot']).doNothing())
          .executeTakeFirstOrThrow(),
      );
      return numInsertedOrUpdatedRows === 1n;
    },

    async expire(before) {
      const old = sql`at < ${before.toISOString()}`;
      const asked = await removeAll('asked', old);
      const votes = await removeAll('votes', old);
      await removeAll('asked', sql`person = ${FORGOTTEN.person} and at < ${dayAgo()}`);
      await removeAll('turns', old);
      return asked + votes;
    },

    async forget(person) {
      const recent = dayAgo();
      const blanked = await write((db) =>
        db
          .updateTable('asked')
          .set({ ...FORGOTTEN, candidates: '[]' })
          .where('person', '=', person)
          .where('at', '>=', recent)
          .executeTakeFirstOrThrow(),
      );
      const asked = await removeAll('asked', sql`person = ${person} and at < ${recent}`);
      const votes = await removeAll('votes', sql`person = ${person}`);
      return Number(blanked.numUpdatedRows) + asked + votes;
    },

    async *allAsked() {
      const rows = paged<Tables['asked']>((last) =>
        read((db) =>
          db
            .selectFrom('asked')
            .selectAll()
            .where('person', '<>', FORGOTTEN.person)
            .where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '>', tuple(last?.at ?? '', last?.id ?? '')))
            .orderBy('at')
            .orderBy('id')
            .limit(PAGE)
            .execute(),
        ),
      );
      for await (const row of rows) yield toAsked(row);
    },

    async *allVotes() {
      const rows = paged<Tables['votes']>((last) =>
        read((db) =>
          db
            .selectFrom('votes')
            .selectAll()
            .where(({ eb, refTuple, tuple }) =>
              eb(
                refTuple('at', 'answer', 'person'),
                '>',
                tuple(last?.at ?? '', last?.answer ?? '', last?.person ?? ''),
              ),
            )
            .orderBy('at')
            .orderBy('answer')
            .orderBy('person')
            .limit(PAGE)
            .execute(),
        ),
      );
      for await (const row of rows) yield toVote(row);
    },

    async probe() {
      const at = clock.now().toISOString();
      await write((db) =>
        db
          .insertInto('turns')
          .values({ job: 'probe', slot: '', at })
          .onConflict((conflict) => conflict.columns(['job', 'slot']).doUpdateSet({ at }))
          .execute(),
      );
    },

    close,
  };
}

/** Row after row, a page at a time, so that neither memory nor the connection is held by a long reading. */
async function* paged<Row>(load: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let last: Row | undefined; ; ) {
    const rows = await load(last);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** Its fields stand in the same order for every question: they are the parameters of one compiled statement. */
function askedRow(asked: Asked): Tables['asked'] {
  return {
    id: storable(asked.id),
    door: asked.door,
    person: asked.person,
    text: storable(asked.text),
    decision: asked.decision,
    entry: asked.entry,
    candidates: JSON.stringify(asked.candidates),
    version: asked.version,
    at: asked.at.toISOString(),
  };
}

function toAsked({ candidates, at, ...row }: Tables['asked']): Asked {
  return { ...row, candidates: JSON.parse(candidates), at: new Date(at) };
}

function voteRow({ helpful, at, ...vote }: Vote): Tables['votes'] {
  return {
    ...vote,
    answer: storable(vote.answer),
    helpful: helpful ? 1 : 0,
    reason: vote.reason === null ? null : storable(vote.reason),
    at: at.toISOString(),
  };
}

function toVote({ helpful, at, ...row }: Tables['votes']): Vote {
  return { ...row, helpful: helpful === 1, at: new Date(at) };
}

/** Text that both databases take: PostgreSQL refuses NUL, and half a surrogate pair is not UTF-8. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
