import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { DAY } from '../knowledge/day.js';
import type { Clock } from './deps.js';
import { editsOver, forgetEdits } from './edits.js';
import type { Engine } from './engine.js';
import { escalationsOver, expireEscalations, expireEscalationText, forgetEscalations } from './escalations.js';
import { FORGOTTEN } from './forgotten.js';
import { gapsOver, removeMembers } from './gaps.js';
import { keptOver } from './kept.js';
import { expireLearning, forgetLearning, learningOver } from './learning.js';
import { MARK_KEPT, readMarks, setMark } from './marks.js';
import { PAGE, paged } from './paged.js';
import { placesOver } from './places.js';
import { removeAll, updateAll } from './remove.js';
import { askedRow, toAsked, toVote, voteRow } from './rows.js';
import { stancesOver } from './stances.js';
import type { Store } from './store.js';
import type { Tables } from './tables.js';

/** A store that asks an engine in SQL that both databases understand. */
export function storeOver(engine: Engine, clock: Clock): Store {
  const { read, write, close } = engine;
  const ago = (ms: number) => new Date(clock.now().getTime() - ms).toISOString();

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

    async settle(asked, outcome) {
      await write((db) =>
        db
          .updateTable('asked')
          .set({ outcome })
          .where('id', '=', asked)
          .where('person', '<>', FORGOTTEN.person)
          .execute(),
      );
    },

    async vote(vote, late = false) {
      await write((db) =>
        db
          .insertInto('votes')
          .values(voteRow(vote))
          .onConflict((conflict) => {
            const replaced = conflict.columns(['asked', 'entry', 'person']).doUpdateSet(({ ref }) => ({
              helpful: ref('excluded.helpful'),
              reason: ref('excluded.reason'),
              note: ref('excluded.note'),
              version: ref('excluded.version'),
              at: ref('excluded.at'),
            }));
            return late ? replaced.whereRef('votes.at', '<=', 'excluded.at') : replaced;
          })
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
      const asked = await removeAll(engine, 'asked', old);
      const votes = await removeAll(engine, 'votes', old);
      await removeAll(engine, 'asked', sql`person = ${FORGOTTEN.person} and at < ${ago(DAY)}`);
      await removeAll(engine, 'turns', old);
      await expireLearning(engine, before);
      await removeMembers(engine, old);
      await removeAll(engine, 'edits', old);
      await removeAll(engine, 'forgotten', sql`at < ${ago(MARK_KEPT)}`);
      await updateAll(engine, 'stances', sql`${old} and person <> ''`, { person: '' });
      await removeAll(engine, 'places', sql`(at < ${ago(DAY)} or at < ${before.toISOString()})`);
      return asked + votes + (await expireEscalations(engine, before, clock));
    },

    async expireText(before) {
      const old = sql`at < ${before.toISOString()}`;
      const asked = await updateAll(engine, 'asked', sql`${old} and text <> ''`, { text: '' });
      const votes = await updateAll(engine, 'votes', sql`${old} and note is not null`, { note: null });
      return asked + votes + (await expireEscalationText(engine, before));
    },

    async forget(person, asOf) {
      await write((db) => setMark(db, { person, at: asOf ?? clock.now() }));
      const theirs = asOf ? sql`person = ${person} and at <= ${asOf.toISOString()}` : sql`person = ${person}`;
      await removeAll(engine, 'places', theirs);
      await updateAll(engine, 'stances', theirs, { person: '' });
      await removeMembers(engine, theirs);
      const recent = ago(DAY);
      const nothing = { ...FORGOTTEN, warnings: '[]', offered: '[]', candidates: '[]' };
      const blanked = await updateAll(engine, 'asked', sql`${theirs} and at >= ${recent}`, nothing);
      const asked = await removeAll(engine, 'asked', sql`${theirs} and at < ${recent}`);
      const votes = await removeAll(engine, 'votes', theirs);
      const learning = await forgetLearning(engine, theirs);
      if (!asOf) await removeAll(engine, 'turns', sql`slot = ${person}`);
      const edits = await forgetEdits(engine, person, theirs);
      return blanked + asked + votes + learning + edits + (await forgetEscalations(engine, person, theirs));
    },

    forgotten: () => read(readMarks),
    ...placesOver(engine, clock),
    ...learningOver(engine),
    ...escalationsOver(engine),
    ...stancesOver(engine),
    ...gapsOver(engine),
    ...keptOver(engine),
    ...editsOver(engine),

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
                refTuple('at', 'asked', 'entry', 'person'),
                '>',
                tuple(last?.at ?? '', last?.asked ?? '', last?.entry ?? '', last?.person ?? ''),
              ),
            )
            .orderBy('at')
            .orderBy('asked')
            .orderBy('entry')
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
