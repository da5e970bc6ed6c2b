import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { DAY } from '../knowledge/day.js';
import type { Clock } from './deps.js';
import type { Engine } from './engine.js';
import { FORGOTTEN } from './forgotten.js';
import { askedRow, toAsked } from './rows.js';
import type { Placed, Store } from './store.js';
import type { Tables } from './tables.js';

/** Questions of a thread that are looked at: what was said before them has scrolled away. */
const MOST_IN_THREAD = 10;

/**
 * Places stand in a table of their own, and for a day only: whoever reads `asked` and `votes` alone finds neither message nor
 * person in Slack.
 */
export async function placesSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('places')
    .addColumn('asked', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addColumn('edited', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('places_by_thread').on('places').columns(['team', 'channel', 'thread']).execute();
  await schema.createIndex('places_by_person').on('places').column('person').execute();
}

/** What the store does with places, in SQL that both databases understand. */
export function placesOver(
  { read, write }: Engine,
  clock: Clock,
): Pick<Store, 'place' | 'placeOf' | 'inThread' | 'revise'> {
  /** Places of the last day with their questions. */
  const placed = (db: Kysely<Tables>) =>
    db
      .selectFrom('places')
      .innerJoin('asked', 'asked.id', 'places.asked')
      .selectAll('asked')
      .select(['places.team', 'places.channel', 'places.ts', 'places.thread', 'places.reply'])
      .where('places.at', '>=', new Date(clock.now().getTime() - DAY).toISOString());

  /** Compiled once: every answer writes one. */
  let compiled: CompiledQuery | undefined;
  function insertPlace(db: Kysely<Tables>, values: readonly string[]): CompiledQuery {
    const [asked, team, channel, ts, thread, reply] = values;
    // Of whoever was forgotten meanwhile the question has no person any more, and nothing is kept.
    compiled ??= sql`
      insert into places (asked, person, team, channel, ts, thread, reply, edited, at)
      select id, person, cast(${team} as text), cast(${channel} as text), cast(${ts} as text), cast(${thread} as text),
        cast(${reply} as text), '', at
      from asked where id = ${asked} and person <> ${sql.lit(FORGOTTEN.person)}
      on conflict (asked) do nothing
    `.compile(db);
    return { ...compiled, parameters: [team, channel, ts, thread, reply, asked] };
  }

  return {
    async place(asked, { team, channel, ts, thread, reply }) {
      await write((db) => db.executeQuery(insertPlace(db, [asked, team, channel, ts, thread, reply])));
    },

    async placeOf(asked) {
      const row = await read((db) => placed(db).where('places.asked', '=', asked).executeTakeFirst());
      return row === undefined ? null : toPlaced(row);
    },

    async inThread({ team, channel, thread }) {
      const rows = await read((db) =>
        placed(db)
          .where('places.team', '=', team)
          .where('places.channel', '=', channel)
          // In a direct message a thread may be begun below the reply, too.
          .where((eb) =>
            thread === undefined
              ? eb('places.thread', '=', eb.ref('places.ts'))
              : eb.or([eb('places.thread', '=', thread), eb('places.reply', '=', thread)]),
          )
          .orderBy('places.ts', 'desc')
          .limit(MOST_IN_THREAD)
          .execute(),
      );
      return rows.map(toPlaced);
    },

    revise: (asked, edited) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('places')
          .set({ edited })
          .where('asked', '=', asked.id)
          .where('edited', '<', edited)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        // What is asked now may be something else.
        await db.deleteFrom('members').where('asked', '=', asked.id).execute();
        const { text, decision, entry, warnings, offered, candidates, version } = askedRow(asked);
        await db
          .updateTable('asked')
          .set({ text, decision, entry, warnings, offered, candidates, version, outcome: null })
          .where('id', '=', asked.id)
          .where('person', '<>', FORGOTTEN.person)
          .execute();
        return true;
      }),
  };
}

type PlacedRow = Tables['asked'] & Pick<Tables['places'], 'team' | 'channel' | 'ts' | 'thread' | 'reply'>;

function toPlaced({ team, channel, ts, thread, reply, ...row }: PlacedRow): Placed {
  return { place: { team, channel, ts, thread, reply }, asked: toAsked(row) };
}
