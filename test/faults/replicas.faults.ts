import { afterAll, beforeAll, describe, expect } from 'vitest';
import { keysOf } from '../../src/store/keys.js';
import { BOT_TOKEN } from './bot.js';
import { check } from './check.js';
import { type Database, openDatabase } from './database.js';
import { LONG } from './form.js';
import { question, thing } from './knowledge.js';
import { mention, nextTs, press, TEAM } from './payloads.js';
import { generator } from './random.js';
import { each, numbers, sleep, until } from './wait.js';

let database: Database | null = null;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(async () => database?.remove());

describe('three replicas on one PostgreSQL', () => {
  for (const mode of ['http', 'socket'] as const) {
    check(
      3,
      `answer once, whatever is doubled or reordered, and although one is killed (${mode === 'http' ? 'HTTP' : 'Socket Mode'})`,
      async ({ stage, figure }) => {
        if (database === null) return figure('not run: no server at TEST_DATABASE_URL');
        const { url, rows } = database;
        const here = await stage();
        const bots = await Promise.all(numbers(3).map(() => here.bot({ mode, databaseUrl: url })));
        // A channel of its own, also where the check is tried again on the same database.
        const channel = `C0TRIPLE${nextTs().replace('.', '')}`;
        const stamps = numbers(LONG ? 600 : 150).map(() => nextTs());
        const questions = stamps.map((ts, at) => mention({ text: question(at), channel, ts }));
        const deliveries = shuffled(
          questions.flatMap((payload, at) => Array.from({ length: 4 }, () => ({ payload, at }))),
        );
        here.slack.fail('chat.postMessage', { delay: 20 });
        const acked = new Set<number>();
        const answered = () => new Set(here.slack.posts.map(({ args }) => args.thread_ts));
        const unanswered = (some: Iterable<number>) => {
          const posted = answered();
          return [...some].filter((at) => !posted.has(stamps[at]));
        };
        const taken = new Set<number>();
        let inFlight: ReadonlySet<number> = new Set();
        let sent = 0;
        await each(deliveries, 16, async ({ payload, at }, number) => {
          if (++sent === Math.floor(deliveries.length / 4)) {
            void bots[2]?.stop('SIGKILL');
            inFlight = new Set(unanswered(taken));
          }
          // A balancer hands a request that found nobody to the next replica, as Slack does with a socket.
          for (const turn of [0, 1, 2]) {
            const bot = bots[(number + turn) % 3];
            if (bot?.exited() !== null) continue;
            if (bot === bots[2]) taken.add(at);
            const answer = await Promise.race([bot.deliver(payload), bot.exit.then(() => ({ status: 0 }))]);
            if (answer.status !== 200) continue;
            acked.add(at);
            return;
          }
        });
        // What the killed one had taken, acknowledged or not, and had not answered yet, nobody else answers.
        await until('the answers', () => unanswered(stamps.keys()).every((at) => inFlight.has(at)));
        await until('nothing more comes', async () => {
          const before = here.slack.posts.length;
          await sleep(1500);
          return here.slack.posts.length === before;
        });
        expect(bots[2]?.exited()).toMatchObject({ signal: 'SIGKILL' });
        const doubled = here.slack.posts.length - answered().size;
        const ids = stamps.map((ts) => keysOf(BOT_TOKEN).asked(`${TEAM}:${channel}:${ts}`));
        const [kept] = await rows(`select count(*)::int as n from asked where id in ('${ids.join("','")}')`);
        const lost = unanswered(stamps.keys());
        figure(
          `${questions.length} questions × 4: ${answered().size} answered, ${doubled} doubled, ${kept?.n} rows; ${lost.length} of the ${inFlight.size} in flight in the killed replica`,
        );
        expect(acked.size).toBe(questions.length);
        expect(doubled).toBe(0);
        expect(kept?.n).toBe(questions.length);
        expect([...inFlight]).toEqual(expect.arrayContaining(lost));
      },
    );
  }

  check(3, 'keep one row for a vote, and run a daily job once', async ({ stage, figure }) => {
    if (database === null) return figure('not run: no server at TEST_DATABASE_URL');
    const { url, rows } = database;
    const here = await stage();
    const bots = await Promise.all(numbers(3).map(() => here.bot({ databaseUrl: url })));
    const clicks = numbers(30).map(() => nextTs());
    await each(clicks, 5, (message_ts) =>
      Promise.all(
        bots.map((bot) =>
          bot.deliver(press('vote', `up ${thing(1)}`, { message_ts, response_url: here.slack.responseUrl() })),
        ),
      ),
    );
    await until('all thanks', () => here.slack.posts.length >= 90);
    const [votes] = await rows('select count(*)::int as n from votes');
    const turns = await rows(
      "select job, slot, count(*)::int as n from turns where job = 'retention' group by job, slot",
    );
    figure(`${votes?.n} votes by 30 people who clicked at three replicas; ${turns.length} turn of the daily job`);
    expect(votes?.n).toBe(30);
    expect(turns).toEqual([{ job: 'retention', slot: expect.any(String), n: 1 }]);
  });
});

function shuffled<T>(items: readonly T[]): T[] {
  const next = generator(3);
  return items
    .map((item) => ({ item, place: next(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
