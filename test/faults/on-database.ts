import type { Bot } from './bot.js';
import { check, type Round } from './check.js';
import { type Database, openDatabase } from './database.js';
import { question } from './knowledge.js';
import { mention, nextTs, type Payload } from './payloads.js';
import type { Stage } from './stage.js';
import { ms, numbers, quantile, sleep, until } from './wait.js';

/** A check with a database and a stage of its own; where no server answers, it says so. */
export function onDatabase(
  number: number,
  sentence: string,
  run: (round: Omit<Round, 'stage'> & { here: Stage; database: Database }) => Promise<void>,
): void {
  check(number, `PostgreSQL ${sentence}`, async ({ stage, ...round }) => {
    const database = await openDatabase();
    if (database === null) return round.figure('not run: no server at TEST_DATABASE_URL');
    const here = await stage();
    try {
      await run({ ...round, here, database });
    } finally {
      await here.close();
      await database.remove();
    }
  });
}

/** So many bots on one database. */
export function replicas(
  here: Stage,
  count: number,
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<Bot[]> {
  return Promise.all(numbers(count).map(() => here.bot({ databaseUrl, env })));
}

/** Mentions in fifty channels of their own. */
export function questions(count: number): Payload[] {
  const round = nextTs().replace('.', '');
  return numbers(count).map((at) => mention({ text: question(at), channel: `C0PG${round}X${at % 50}` }));
}

/** Asks ten questions a second, each at all bots at the same moment; measures how the askers fare. */
export async function ask(here: Stage, bots: readonly Bot[], count: number) {
  const asked = questions(count);
  const sent = new Map<Payload, number>();
  await Promise.all(
    asked.map(async (payload, at) => {
      await sleep(100 * at);
      sent.set(payload, performance.now());
      await Promise.all(bots.map((bot) => bot.deliver(payload)));
    }),
  );
  await until('all answers', () => answersTo(here, asked).answered === count).catch(() => {});
  await calm(here);
  const { answered, doubled } = answersTo(here, asked);
  const waits = asked.map((payload) => firstAnswer(here, payload) - (sent.get(payload) ?? 0));
  const half = quantile(waits, 0.5);
  return {
    asked: count,
    answered,
    doubled,
    half,
    figure: `${answered} of ${count} answered, ${doubled} doubled, half within ${ms(half)}, all within ${ms(Math.max(...waits))}`,
  };
}

const threadOf = ({ body }: Payload) => (body.event as { ts: string }).ts;

function firstAnswer(here: Stage, payload: Payload): number {
  return here.slack.posts.find(({ args }) => args.thread_ts === threadOf(payload))?.at ?? Number.POSITIVE_INFINITY;
}

/** How many of them were answered, how many more than once, and when the last one was, in milliseconds since `begun`. */
export function answersTo(here: Stage, asked: readonly Payload[], begun = 0) {
  const counts = new Map(asked.map((payload) => [threadOf(payload), 0]));
  let slowest = 0;
  for (const { method, args, at } of here.slack.posts) {
    const count = counts.get(String(args.thread_ts));
    if (count === undefined || method !== 'chat.postMessage') continue;
    counts.set(String(args.thread_ts), count + 1);
    slowest = Math.max(slowest, at - begun);
  }
  const all = [...counts.values()];
  return { answered: all.filter((n) => n > 0).length, doubled: all.filter((n) => n > 1).length, slowest };
}

/** Resolves when nothing has been posted for a while. */
export function calm(here: Stage, quiet = 1500): Promise<number> {
  const nothingMore = async () => {
    const before = here.slack.posts.length;
    await sleep(quiet);
    return here.slack.posts.length === before;
  };
  return until('nothing more comes', nothingMore);
}

/** Resolves when a bot has its store again, and all is written. */
export function recovered(bot: Bot): Promise<number> {
  const isReady = async () => {
    const { status, body } = await bot.ready();
    return status === 200 && body.store?.waiting === 0;
  };
  return until('the store is back', isReady);
}
