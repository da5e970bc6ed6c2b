import { type Kysely, type RawBuilder, sql } from 'kysely';
import { DAY } from '../knowledge/day.js';
import type { Clock } from './deps.js';
import type { Engine } from './engine.js';
import { escalationRow, noticeRow, toEscalation, toNotice } from './escalation-rows.js';
import { FORGOTTEN } from './forgotten.js';
import { PAGE, paged } from './paged.js';
import { removeAll, updateAll } from './remove.js';
import { storable, toAsked } from './rows.js';
import type { EscalationChange, EscalationState, Escalations } from './store.js';
import type { Tables } from './tables.js';

/** Milliseconds that the message by which somebody was told can be changed. */
const COPY_KEPT = 7 * DAY;

/** What the store does with escalations and notices, in SQL that both databases understand. */
export function escalationsOver({ read, write }: Engine): Escalations {
  const one = async (column: 'id' | 'card', value: string) => {
    const row = await read((db) =>
      db.selectFrom('escalations').selectAll().where(column, '=', value).executeTakeFirst(),
    );
    return row === undefined ? null : toEscalation(row);
  };

  return {
    async askedOf(asked) {
      const row = await read((db) =>
        db
          .selectFrom('asked')
          .selectAll()
          .where('id', '=', asked)
          .where('person', '<>', FORGOTTEN.person)
          .executeTakeFirst(),
      );
      return row === undefined ? null : toAsked(row);
    },

    // Each statement may be sent twice, where a connection was cut: what comes out is the same.
    escalate: (escalation, notice) =>
      write(async (db) => {
        await db
          .insertInto('escalations')
          .values(escalationRow(escalation))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const { id } = await db
          .selectFrom('escalations')
          .select('id')
          .where((eb) => eb.or([eb('id', '=', escalation.id), eb('alike', '=', escalation.alike)]))
          .executeTakeFirstOrThrow();
        await keepNotice(db, noticeRow({ ...notice, about: id }));
        const counted = sql<number>`(select count(*) from notices where about = ${id})`;
        await db
          .updateTable('escalations')
          .set(({ ref }) => ({ askers: counted, revision: sql<number>`${ref('revision')} + 1` }))
          .where('id', '=', id)
          .where('askers', '<', counted)
          .execute();
        return toEscalation(
          await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
        );
      }),

    escalationOf: (id) => one('id', id),
    escalationAt: (card) => one('card', card),

    async changeEscalation({ id, revision }, change) {
      const { numUpdatedRows } = await write((db) =>
        db
          .updateTable('escalations')
          .set({ ...columnsOf(change), revision: revision + 1 })
          .where('id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows === 1n;
    },

    async keepCard(id, card) {
      await write((db) => db.updateTable('escalations').set({ card }).where('id', '=', id).execute());
    },

    async withdraw(id) {
      await write(async (db) => {
        await db.deleteFrom('notices').where('about', '=', id).execute();
        await db.deleteFrom('escalations').where('id', '=', id).execute();
      });
    },

    async notify(notice) {
      await write((db) => keepNotice(db, noticeRow(notice)));
    },

    async noticesOf(about) {
      const rows = await read((db) =>
        db.selectFrom('notices').selectAll().where('about', '=', about).orderBy('at').orderBy('person').execute(),
      );
      return rows.map(toNotice);
    },

    async dropNotices(about) {
      await write((db) => db.deleteFrom('notices').where('about', '=', about).execute());
    },

    async countEscalations() {
      const rows = await read((db) =>
        db
          .selectFrom('escalations')
          .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
          .groupBy('state')
          .execute(),
      );
      const counts: Record<EscalationState, number> = { open: 0, claimed: 0, answered: 0, closed: 0 };
      for (const { state, count } of rows) counts[state] = Number(count);
      return counts;
    },

    async *allEscalations() {
      const rows = paged<Tables['escalations']>((last) =>
        read((db) =>
          db
            .selectFrom('escalations')
            .selectAll()
            .where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '>', tuple(last?.at ?? '', last?.id ?? '')))
            .orderBy('at')
            .orderBy('id')
            .limit(PAGE)
            .execute(),
        ),
      );
      for await (const row of rows) yield toEscalation(row);
    },
  };
}

function keepNotice(db: Kysely<Tables>, row: Tables['notices']): Promise<unknown> {
  const { about, person, ...place } = row;
  return db
    .insertInto('notices')
    .values(row)
    .onConflict((conflict) => conflict.columns(['about', 'person']).doUpdateSet(place))
    .execute();
}

function columnsOf({ since, lead, answer, ...change }: EscalationChange): Partial<Tables['escalations']> {
  return {
    ...change,
    ...(since === undefined ? {} : { since: since.toISOString() }),
    ...(lead === undefined ? {} : { lead: lead?.user ?? null, lead_person: lead?.person ?? '' }),
    ...(answer === undefined ? {} : { answer: answer === null ? null : storable(answer) }),
  };
}

/** Removes what is older than `before`, and where to change what somebody was told a week ago. Answers with the escalations. */
export async function expireEscalations(engine: Engine, before: Date, clock: Clock): Promise<number> {
  const old = sql`at < ${before.toISOString()}`;
  const told = new Date(clock.now().getTime() - COPY_KEPT).toISOString();
  await removeAll(engine, 'notices', sql`(${old} or (copy_ts <> '' and at < ${told}))`);
  return removeAll(engine, 'escalations', old);
}

/** Empties what was typed before; nothing joins an escalation without words. */
export function expireEscalationText(engine: Engine, before: Date): Promise<number> {
  const old = sql`at < ${before.toISOString()} and (text <> '' or answer is not null)`;
  return updateAll(engine, 'escalations', old, { text: '', answer: null, alike: sql.ref('id') });
}

/**
 * Removes a person's escalations, and where to tell them. What others asked, too, stays for them without this person, until the last of
 * them is forgotten; what a lead had claimed is open again. Answers with the number of escalations that were the person's.
 */
export async function forgetEscalations(engine: Engine, person: string, theirs: RawBuilder<unknown>): Promise<number> {
  const joined = await engine.read((db) =>
    db.selectFrom('notices').select('about').where('person', '=', person).execute(),
  );
  await removeAll(engine, 'notices', theirs);
  const noOther = sql`not exists (select 1 from notices where notices.about = escalations.id)`;
  const removed = await removeAll(engine, 'escalations', sql`${theirs} and ${noOther}`);
  for (const { about } of joined)
    await removeAll(engine, 'escalations', sql`id = ${about} and person = ${FORGOTTEN.person} and ${noOther}`);
  const left = await updateAll(engine, 'escalations', theirs, { person: FORGOTTEN.person });
  const led = sql`lead_person = ${person}`;
  await updateAll(engine, 'escalations', sql`${led} and state = 'claimed'`, {
    state: 'open',
    lead: null,
    lead_person: '',
  });
  await updateAll(engine, 'escalations', led, { lead: null, lead_person: '' });
  return removed + left;
}
