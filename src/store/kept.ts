import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.js';
import { toAsked, toVote } from './rows.js';
import type { Asked, Counted, Store } from './store.js';
import type { Tables } from './tables.js';

/** Questions, and votes, of one person that are read at once. */
const MOST = 200;

/** Where the rows of a person are counted. */
const COUNTED: Record<Counted, (person: string) => RawBuilder<unknown>> = {
  asked: (person) => sql`asked where person = ${person}`,
  texts: (person) => sql`asked where person = ${person} and text <> ''`,
  votes: (person) => sql`votes where person = ${person}`,
  places: (person) => sql`places where person = ${person}`,
  members: (person) => sql`members where person = ${person}`,
  edits: (person) => sql`edits where person = ${person} or publisher = ${person}`,
  escalations: (person) => sql`escalations where person = ${person}`,
  led: (person) => sql`escalations where lead_person = ${person}`,
  welcomes: (person) => sql`turns where slot = ${person}`,
  notices: (person) => sql`notices where person = ${person}`,
  readings: (person) => sql`readings where person = ${person}`,
  recalls: (person) => sql`recalls where person = ${person}`,
  reminders: (person) => sql`reminders where person = ${person}`,
  stances: (person) => sql`stances where person = ${person}`,
};

/** What is shown to a person of their own rows, in SQL that both databases understand. */
export function keptOver({ read }: Engine): Pick<Store, 'askedBy' | 'keptOf'> {
  const latest = (db: Kysely<Tables>, person: string, most: number): Promise<Asked[]> =>
    db
      .selectFrom('asked')
      .selectAll()
      .where('person', '=', person)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute()
      .then((rows) => rows.map(toAsked));

  return {
    askedBy: (person, most) => read((db) => latest(db, person, most)),

    keptOf: (person) =>
      read(async (db) => {
        const counted = Object.entries(COUNTED).map(
          ([name, from]) => sql`(select count(*) from ${from(person)}) as ${sql.ref(name)}`,
        );
        const { rows } = await sql<Record<Counted, number | string>>`select ${sql.join(counted)}`.execute(db);
        // PostgreSQL gives its counts as text.
        const counts = Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]);
        const votes = await db
          .selectFrom('votes')
          .selectAll()
          .where('person', '=', person)
          .orderBy('at', 'desc')
          .orderBy('asked')
          .limit(MOST)
          .execute();
        return {
          counts: Object.fromEntries(counts),
          asked: await latest(db, person, MOST),
          votes: votes.map(toVote),
        };
      }),
  };
}
