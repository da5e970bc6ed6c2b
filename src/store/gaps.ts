import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.js';
import { FORGOTTEN } from './forgotten.js';
import { PAGE, paged } from './paged.js';
import { removeAll } from './remove.js';
import { toAsked, toVote } from './rows.js';
import type { Gap, Gaps } from './store.js';
import type { Tables } from './tables.js';

/** Members that one statement takes. */
const AT_ONCE = 200;

/** Which questions stand together, and what leads have said of them. A gap of which nobody has said anything has members alone. */
export async function gapsSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('members')
    .addColumn('asked', 'text', (column) => column.primaryKey())
    .addColumn('gap', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['gap', 'person', 'at'])
    await schema.createIndex(`members_by_${column}`).on('members').column(column).execute();
  await schema
    .createTable('gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}

/** That nothing good came of a question: no answer, none of what was offered, nothing chosen and found helpful, or a vote down. */
const MISSED = sql`(
  (decision = 'abstain' and door <> 'auto')
  or (decision = 'suggest' and outcome = 'none')
  or (decision = 'suggest' and outcome is null
    and not exists (select 1 from votes where votes.asked = asked.id and votes.helpful = 1))
  or exists (select 1 from votes where votes.asked = asked.id and votes.helpful = 0)
)`;

/**
 * That a row is of a question, and not of something said to the bot, nor of what was too long to be one, nor of what people said to each
 * other and the bot has warned of.
 */
const QUESTION = sql`(person <> ${sql.lit(FORGOTTEN.person)} and (text <> '' or candidates <> '[]')
  and not (door = 'auto' and decision = 'abstain'))`;

/** What the store does with questions that were asked in vain, in SQL that both databases understand. */
export function gapsOver({ read, write }: Engine): Gaps {
  const ratedDown = (db: Kysely<Tables>, ids: readonly string[]) =>
    db.selectFrom('votes').selectAll().where('helpful', '=', 0).where('asked', 'in', ids).orderBy('at').execute();

  return {
    async *missed(since) {
      const rows = paged<Tables['asked'] & { votes: Tables['votes'][] }>((last) =>
        read(async (db) => {
          const { rows: page } = await sql<Tables['asked']>`
            select * from asked
            where person <> ${FORGOTTEN.person} and text <> '' and at >= ${since.toISOString()} and ${MISSED}
              and (at, id) > (${last?.at ?? ''}, ${last?.id ?? ''})
            order by at, id limit ${sql.lit(PAGE)}
          `.execute(db);
          const votes = page.length === 0 ? [] : await ratedDown(db, [...new Set(page.map(({ id }) => id))]);
          return page.map((row) => ({ ...row, votes: votes.filter(({ asked }) => asked === row.id) }));
        }),
      );
      for await (const { votes, ...row } of rows) yield { asked: toAsked(row), down: votes.map(toVote) };
    },

    async gaps() {
      const [members, states] = await read(async (db) => [
        await db.selectFrom('members').selectAll().orderBy('since').orderBy('at').orderBy('asked').execute(),
        new Map((await db.selectFrom('gaps').selectAll().execute()).map((row) => [row.id, row])),
      ]);
      const gaps = new Map<string, Gap & { members: Gap['members'][number][] }>();
      for (const { gap: id, asked, person, at } of members) {
        const marked = states.get(id);
        const since = marked ? new Date(marked.at) : null;
        const gap = gaps.get(id) ?? { id, state: marked?.state ?? 'new', since, members: [] };
        gap.members.push({ asked, person, at: new Date(at) });
        gaps.set(id, gap);
      }
      return [...gaps.values()];
    },

    async regroup({ joined, left, at: since }) {
      for (let from = 0; from < joined.length; from += AT_ONCE)
        await write(async (db) => {
          // Of whoever was forgotten meanwhile the question has no person any more, and nothing is kept.
          for (const { asked, gap } of joined.slice(from, from + AT_ONCE))
            await sql`
              insert into members (asked, gap, person, since, at)
              select id, cast(${gap} as text), person, cast(${since.toISOString()} as text), at
              from asked where id = ${asked} and person <> ${sql.lit(FORGOTTEN.person)}
              on conflict (asked) do nothing
            `.execute(db);
        });
      for (let from = 0; from < left.length; from += AT_ONCE)
        await write((db) =>
          db
            .deleteFrom('members')
            .where('asked', 'in', left.slice(from, from + AT_ONCE))
            .execute(),
        );
    },

    async markGap(id, state, at) {
      return write(async (db) => {
        const member = await db.selectFrom('members').select('asked').where('gap', '=', id).limit(1).executeTakeFirst();
        if (member === undefined) return false;
        const row = { id, state, at: at.toISOString() };
        await db
          .insertInto('gaps')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
        return true;
      });
    },

    async tally(from, to) {
      const { rows } = await read((db) =>
        sql<Record<'asked' | 'answered' | 'helped' | 'people', number | string | null>>`
          select count(*) as asked, count(distinct person) as people,
            sum(case when decision = 'answer' then 1 else 0 end) as answered,
            sum(case when ${MISSED} then 0 else 1 end) as helped
          from asked where ${QUESTION} and at >= ${from.toISOString()} and at < ${to.toISOString()}
        `.execute(db),
      );
      const [{ asked = 0, people = 0, answered = 0, helped = 0 } = {}] = rows;
      // PostgreSQL gives its counts as text.
      return { asked: Number(asked), people: Number(people), answered: Number(answered), helped: Number(helped) };
    },

    async ratings(since) {
      const { rows } = await read((db) =>
        sql<Record<'up' | 'down', number | string> & { entry: string }>`
          select entry, sum(helpful) as up, sum(1 - helpful) as down from votes
          where at >= ${since.toISOString()} group by entry order by entry
        `.execute(db),
      );
      return rows.map(({ entry, up, down }) => ({ entry, up: Number(up), down: Number(down) }));
    },
  };
}

/** Removes members of some kind, and what was said of gaps that have none left. */
export async function removeMembers(engine: Engine, which: RawBuilder<unknown>): Promise<void> {
  await removeAll(engine, 'members', which);
  await removeAll(engine, 'gaps', sql`not exists (select 1 from members where members.gap = gaps.id)`);
}
