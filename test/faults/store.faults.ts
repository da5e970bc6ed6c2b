import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect } from 'vitest';
import { freePort } from '../../src/bench/free-port.js';
import type { Bot } from './bot.js';
import { check } from './check.js';
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
        const clicks = numbers(200).map(() => ({ message_ts: nextTs(), response_url: here.slack.responseUrl() }));
        const from = here.slack.posts.length;
        const clicking = each(clicks, 20, (click) =>
          bot.deliver(press('vote', `up ${thing(1)}`, { ...click, type: 'feedback_buttons' })),
        );
        await until('some are confirmed', () => here.slack.posts.length > from + 7 + round * 9);
        await bot.stop('SIGKILL');
        await clicking;
        const told = here.slack.posts.slice(from).filter(({ text }) => !text.includes('could not be kept'));
        const stored = new Set(here.rows('select answer from votes').map(({ answer }) => answer));
        for (const { path } of told) {
          const click = clicks.find(({ response_url }) => response_url.endsWith(path));
          expect(stored).toContain(`${TEAM}:C0FAULTS1:${click?.message_ts}`);
          confirmed += 1;
        }
        expect(here.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      }
      figure(`${rounds} kills, sound each time, ${confirmed} confirmed votes, all stored`);
      expect(confirmed).toBeGreaterThan(rounds);
    },
  );

  check(19, 'may be locked: everybody is answered, and all is stored afterwards', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const lock = new DatabaseSync(here.database, { timeout: 5000 });
    lock.exec('begin immediate');
    const trouble = await askInTrouble(here, bot, LONG ? 30_000 : 4000);
    lock.exec('rollback');
    lock.close();
    await recovered(bot);
    figure(`${trouble.figure}; then ${storedOf(here)} rows and ${votesOf(here)} vote stored`);
    expect(trouble.kept).toBe(true);
    expect(storedOf(here)).toBe(trouble.asked);
    expect(votesOf(here)).toBe(1);
  });

  check(
    19,
    'may have no room on the disk: everybody is answered, and all is stored afterwards',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot();
      const limit = (bytes: number | string) =>
        execFileSync('prlimit', ['--pid', String(bot.process.pid), `--fsize=${bytes}:`]);
      await until('the store has begun', () => existsSync(`${here.database}-wal`));
      limit(Math.max(statSync(here.database).size, statSync(`${here.database}-wal`).size));
      const trouble = await askInTrouble(here, bot, 3000);
      limit('unlimited');
      await recovered(bot);
      figure(`${trouble.figure}; then ${storedOf(here)} rows stored`);
      expect(trouble.kept).toBe(true);
      expect(storedOf(here)).toBe(trouble.asked);
    },
  );

  check(19, 'may be garbage: it is set aside, and a new one begun', async ({ stage, figure }) => {
    const here = await stage();
    writeFileSync(here.database, 'no database '.repeat(1000));
    const bot = await here.bot();
    await recovered(bot);
    await bot.deliver(mention({ text: question(1) }));
    await until('the answer', () => here.slack.posts.length === 1);
    const aside = readdirSync(here.folder).filter((name) => name.includes('.corrupt-'));
    figure(`set aside as it was, ${storedOf(here)} row in the new one`);
    expect(readFileSync(join(here.folder, aside[0] ?? ''), 'utf8')).toBe('no database '.repeat(1000));
    expect(storedOf(here)).toBe(1);
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
      async ({ stage, figure }) => {
        const away = await open();
        try {
          const here = await stage();
          const bot = await here.bot({ databaseUrl: away.url });
          const trouble = await askInTrouble(here, bot, 3000);
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
    await until('all answers', () => here.slack.posts.length >= 2 * count, 60_000);
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
      await first.deliver(mention({ text: 'oldmarker is the cupboard open', user: 'U0OLD0001' }));
      await first.deliver(mention({ text: 'minemarker is the cupboard open', user: 'U0MINE001' }));
      await first.deliver(mention({ text: 'othermarker is the cupboard open', user: 'U0OTHER01' }));
      await first.deliver(
        press('vote', `up ${thing(1)}`, { user: 'U0MINE001', response_url: here.slack.responseUrl() }),
      );
      await until('three answers and the thanks', () => here.slack.posts.length === 4);
      await first.stop();
      const past = new Date(Date.now() - 91 * 86_400_000).toISOString();
      const database = new DatabaseSync(here.database);
      database.exec(`update asked set at = '${past}' where text like '%oldmarker%'; delete from turns`);
      database.close();
      const second = await here.bot();
      await until(
        'the old row is gone',
        () => here.rows("select 1 from asked where text like '%oldmarker%'").length === 0,
      );
      const ack = await second.deliver(command('forget me', { user: 'U0MINE001' }));
      const bytes = ['', '-wal'].map((part) => readFileSync(`${here.database}${part}`).toString('latin1')).join('');
      const left = ['oldmarker', 'minemarker', 'othermarker'].filter((marker) => bytes.includes(marker));
      figure(
        `old rows gone at the start, "${JSON.parse(ack.text).text.slice(0, 18)}", left in the file: ${left.join(', ')}`,
      );
      expect(left).toEqual(['othermarker']);
      expect(votesOf(here)).toBe(0);
    },
  );
});

/** Asks twenty questions and votes once over a while; measures how everybody fares. */
async function askInTrouble(here: Stage, bot: Bot, over: number) {
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
    await until('the answer', () => here.slack.posts.length > posted, 5000);
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
    kept: slowest < 3000 && ack < 3000 && stall < 500 && ready.status === 503 && reason.length > 20,
    figure: `${count} of ${count} answered, slowest ${ms(slowest)}, ack ${ms(ack)}, stall ${ms(stall)}, /readyz ${ready.status} "${reason}"`,
  };
}

function recovered(bot: Bot): Promise<number> {
  const isReady = async () => {
    const { status, body } = await bot.ready();
    return status === 200 && body.store?.waiting === 0;
  };
  return until('the store is back', isReady, 40_000);
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
