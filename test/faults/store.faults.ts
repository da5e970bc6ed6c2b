import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect } from 'vitest';
import { freePort } from '../../src/bench/free-port.js';
import { keysOf } from '../../src/store/keys.js';
import { SILENCE } from '../../src/store/patience.js';
import { BOT_TOKEN, type Bot, ROOT } from './bot.js';
import { check, type Round } from './check.js';
import { LONG } from './form.js';
import { question, thing } from './knowledge.js';
import { command, directMessage, mention, nextTs, press, TEAM } from './payloads.js';
import type { Stage } from './stage.js';
import { each, ms, numbers, sleep, until } from './wait.js';

describe('the store', () => {
  check(
    18,
    'has every vote that was confirmed, and is sound, after kill -9 at any moment',
    async ({ stage, figure }) => {
      const rounds = LONG ? 20 : 3;
      let confirmed = 0;
      const here = await stage({ entries: 20 });
      for (let round = 0; round < rounds; round++) {
        const bot = await here.bot();
        const clicks = numbers(400).map(() => ({ message_ts: nextTs(), response_url: here.slack.responseUrl() }));
        const from = here.slack.posts.length;
        const clicking = each(clicks, 20, (click) =>
          bot.deliver(press('vote', `up ${thing(1)}`, { ...click, type: 'feedback_buttons' })),
        );
        await until('some are confirmed', () => here.slack.posts.length > from + 7 + round * 9);
        await bot.stop('SIGKILL');
        await clicking;
        const told = here.slack.posts.slice(from).filter(({ text }) => !text.includes('could not be kept'));
        expect(told.length).toBeLessThan(clicks.length);
        const stored = new Set(here.rows('select asked from votes').map(({ asked }) => asked));
        for (const { path } of told) {
          const click = clicks.find(({ response_url }) => response_url.endsWith(path));
          expect(stored).toContain(keysOf(BOT_TOKEN).asked(`${TEAM}:C0FAULTS1:${click?.message_ts}`));
          confirmed += 1;
        }
        expect(here.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      }
      figure(`${rounds} kills, sound each time, ${confirmed} confirmed votes, all stored`);
      expect(confirmed).toBeGreaterThan(rounds);
    },
  );

  check(19, 'may be locked: everybody is answered, and all is stored afterwards', async (round) => {
    const { stage, figure } = round;
    const here = await stage();
    const bot = await here.bot();
    const lock = new DatabaseSync(here.database, { timeout: 5000 });
    lock.exec('begin immediate');
    const trouble = await askInTrouble(round, here, bot, LONG ? 30_000 : 4000);
    lock.exec('rollback');
    lock.close();
    await recovered(bot);
    figure(`${trouble.figure}; then ${storedOf(here)} rows and ${votesOf(here)} vote stored`);
    expect(trouble.kept).toBe(true);
    expect(storedOf(here)).toBe(trouble.asked);
    expect(votesOf(here)).toBe(1);
  });

  check(19, 'may have no room on the disk: everybody is answered, and all is stored afterwards', async (round) => {
    const { stage, figure } = round;
    const here = await stage();
    const bot = await here.bot();
    const limit = (bytes: number | string) =>
      execFileSync('prlimit', ['--pid', String(bot.process.pid), `--fsize=${bytes}:`]);
    // No byte at all: room within a write-ahead log that was begun anew would take the rows.
    limit(0);
    const trouble = await askInTrouble(round, here, bot, 3000);
    limit('unlimited');
    await recovered(bot);
    figure(`${trouble.figure}; then ${storedOf(here)} rows stored`);
    expect(trouble.kept).toBe(true);
    expect(storedOf(here)).toBe(trouble.asked);
  });

  check(19, 'may be damaged: it is set aside, and a new one begun', async ({ stage, figure }) => {
    const here = await stage();
    const damaged = `SQLite format 3\0${'no database '.repeat(1000)}`;
    writeFileSync(here.database, damaged);
    const bot = await here.bot();
    await recovered(bot);
    await bot.deliver(mention({ text: question(1) }));
    await until('the answer', () => here.slack.posts.length === 1);
    const aside = readdirSync(here.folder).filter((name) => name.includes('.corrupt-'));
    figure(`set aside as it was, ${storedOf(here)} row in the new one`);
    expect(readFileSync(join(here.folder, aside[0] ?? ''), 'utf8')).toBe(damaged);
    expect(storedOf(here)).toBe(1);
  });

  check(
    19,
    'may be removed under it: that is noticed, and what is asked from then on is stored',
    async ({ stage, figure }) => {
      const here = await stage({ entries: 20 });
      const bot = await here.bot();
      await bot.deliver(mention({ text: question(1) }));
      await until('the first answer', () => here.slack.posts.length === 1);
      for (const part of ['', '-wal', '-shm']) rmSync(here.database + part, { force: true });
      for (const at of numbers(5)) await bot.deliver(mention({ text: question(at) }));
      await until('the other answers', () => here.slack.posts.length === 6);
      await recovered(bot);
      await bot.stop();
      figure(`${here.slack.posts.length} of 6 answered, ${storedOf(here)} rows in the new one`);
      expect(here.slack.posts).toHaveLength(6);
      expect(storedOf(here)).toBe(5);
    },
  );

  check(19, 'may be some other file: it is left alone, and everybody is answered', async (round) => {
    const { stage, figure } = round;
    const here = await stage();
    const secrets = 'SLACK_BOT_TOKEN=xoxb-faults\n'.repeat(20);
    const file = join(here.folder, '.env');
    writeFileSync(file, secrets);
    const bot = await here.bot({ databaseUrl: `file:${file}` });
    const trouble = await askInTrouble(round, here, bot, 1000);
    const exported = await ran('export', ['asked'], file);
    const examined = await ran('doctor', [], file);
    const beside = readdirSync(here.folder).filter((name) => name.startsWith('.env'));
    figure(`${trouble.figure}; export and doctor exit ${exported.code} and ${examined.code}; ${beside} as it was`);
    expect(trouble.kept).toBe(true);
    for (const { code, said } of [exported, examined]) {
      expect(code).toBe(1);
      expect(said).toContain('no SQLite database');
    }
    expect(beside).toEqual(['.env']);
    expect(readFileSync(file, 'utf8')).toBe(secrets);
  });

  const AWAY: readonly [string, () => Promise<{ url: string; close(): void }>][] = [
    ['a folder that cannot be written', async () => ({ url: 'file:/sys/iastm/faults.db', close: () => {} })],
    [
      'a closed PostgreSQL port',
      async () => ({ url: `postgres://u@127.0.0.1:${await freePort()}/db`, close: () => {} }),
    ],
    ['a PostgreSQL server that never answers', silentServer],
  ];
  for (const [what, open] of AWAY) {
    check(
      19,
      `may be ${what}: everybody is answered`,
      async (round) => {
        const { stage, figure } = round;
        const away = await open();
        try {
          const here = await stage();
          const bot = await here.bot({ databaseUrl: away.url });
          const trouble = await askInTrouble(round, here, bot, 3000);
          figure(trouble.figure);
          expect(trouble.kept).toBe(true);
          expect((await bot.stop()).code).toBe(0);
        } finally {
          away.close();
        }
      },
      true,
    );
  }

  check(20, 'takes a thousand writes each of two processes on one file', async ({ stage, figure }) => {
    const count = LONG ? 1000 : 400;
    const here = await stage();
    const bots = [await here.bot(), await here.bot()];
    await Promise.all(
      bots.map((bot) => each(numbers(count), 10, (at) => bot.deliver(mention({ text: question(at % 300) })))),
    );
    await until('all answers', () => here.slack.posts.length >= 2 * count);
    for (const bot of bots) await recovered(bot);
    figure(`${storedOf(here)} of ${2 * count} rows`);
    expect(storedOf(here)).toBe(2 * count);
  });

  check(
    26,
    'keeps nothing beyond its time, and nothing of whoever asks to be forgotten, not even in its bytes',
    async ({ stage, figure }) => {
      const here = await stage();
      const first = await here.bot();
      await first.deliver(mention({ text: 'lantern is the cupboard open', user: 'U0OLD0001' }));
      await first.deliver(mention({ text: 'teapot is the cupboard open', user: 'U0MINE001' }));
      await first.deliver(mention({ text: 'umbrella is the cupboard open', user: 'U0OTHER01' }));
      await first.deliver(
        press('vote', `up ${thing(1)}`, { user: 'U0MINE001', response_url: here.slack.responseUrl() }),
      );
      await until('three answers and the thanks', () => here.slack.posts.length === 4);
      await first.stop();
      const past = new Date(Date.now() - 91 * 86_400_000).toISOString();
      const database = new DatabaseSync(here.database);
      database.exec(`update asked set at = '${past}' where text like '%lantern%'; delete from turns`);
      database.close();
      const second = await here.bot();
      await until(
        'the old row is gone',
        () => here.rows("select 1 from asked where text like '%lantern%'").length === 0,
      );
      const ack = await second.deliver(command('forget me', { user: 'U0MINE001' }));
      await second.deliver(press('forget:0', 'me', { user: 'U0MINE001', response_url: here.slack.responseUrl() }));
      await until('the press is answered', () => here.slack.posts.length === 5);
      const bytes = ['', '-wal'].map((part) => readFileSync(`${here.database}${part}`).toString('latin1')).join('');
      const left = ['lantern', 'teapot', 'umbrella'].filter((marker) => bytes.includes(marker));
      figure(
        `old rows gone at the start, asked "${JSON.parse(ack.text).text.slice(1, 20)}", left in the file: ${left.join(', ')}`,
      );
      expect(left).toEqual(['umbrella']);
      expect(votesOf(here)).toBe(0);
    },
  );
});

/** Asks twenty questions and votes once over a while; measures how everybody fares. */
async function askInTrouble({ allowed, allowedAtWorst }: Round, here: Stage, bot: Bot, over: number) {
  const count = 20;
  let stall = 0;
  let ack = 0;
  let slowest = 0;
  for (const at of numbers(count)) {
    const posted = here.slack.posts.length;
    const begun = performance.now();
    const pinged = bot.requests.get('/healthz').then((ping) => {
      stall = Math.max(stall, ping.ms);
    });
    const acked = await bot.deliver(directMessage({ text: question(at) }));
    ack = Math.max(ack, acked.ms);
    await until('the answer', () => here.slack.posts.length > posted);
    slowest = Math.max(slowest, (here.slack.posts.at(-1)?.at ?? 0) - begun);
    await pinged;
    await sleep(over / count);
  }
  const ready = await bot.ready();
  const response_url = here.slack.responseUrl();
  await bot.deliver(press('vote', `up ${thing(1)}`, { response_url }));
  await until('the vote is answered', () => here.slack.posts.some(({ path }) => response_url.endsWith(path)));
  const reason = String(ready.body.store?.reason);
  return {
    asked: count,
    kept:
      slowest < SILENCE + allowed(500) &&
      ack < allowed(3000) &&
      stall < allowedAtWorst(500) &&
      ready.status === 503 &&
      reason.length > 20,
    figure: `${count} of ${count} answered, slowest ${ms(slowest)}, ack ${ms(ack)}, stall ${ms(stall)}, /readyz ${ready.status} "${reason}"`,
  };
}

function recovered(bot: Bot): Promise<number> {
  const isReady = async () => {
    const { status, body } = await bot.ready();
    return status === 200 && body.store?.waiting === 0;
  };
  return until('the store is back', isReady);
}

function storedOf(here: Stage): number {
  return Number(here.rows('select count(*) as n from asked')[0]?.n);
}

function votesOf(here: Stage): number {
  return Number(here.rows('select count(*) as n from votes')[0]?.n);
}

/** A server that takes connections and never says a word. */
async function silentServer(): Promise<{ url: string; close(): void }> {
  const port = await freePort();
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on('error', () => {})));
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `postgres://u@127.0.0.1:${port}/db`, close };
}

/** What a command of the command line says about a file. */
async function ran(command: string, args: string[], file: string): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: `file:${file}` };
  const run = join(ROOT, 'dist/cli/run.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [run, command, ...args], { env }, (error, printed, errors) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: printed + errors }),
    );
  });
}
