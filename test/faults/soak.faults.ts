import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { check } from './check.js';
import { LONG } from './form.js';
import { question, writeKnowledge } from './knowledge.js';
import { mention } from './payloads.js';
import { each, numbers, sleep, until } from './wait.js';

const ROOT = join(import.meta.dirname, '../..');
/** The one package with an install script; npm is told not to run it, and it works without. */
const SCRIPTED = ['@photostructure/sqlite'];

/** Loaded into the bot: writes down every address that it connects to. */
const GUARD = `
import { Socket } from 'node:net';
import { appendFileSync } from 'node:fs';
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const [to] = Array.isArray(args[0]) ? args[0] : args;
  appendFileSync(new URL('./contacts', import.meta.url), (to?.host ?? to?.path ?? 'unknown') + '\\n');
  return connect.apply(this, args);
};
`;

interface Locked {
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  dev?: boolean;
}

describe('in the long run', () => {
  check(30, 'every package is pinned by its hash, and none runs a script at install', async ({ figure }) => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>;
    };
    const all = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true);
    const loose = all.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path);
    const scripted = all
      .filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev)
      .map(([path]) => path.replace('node_modules/', ''));
    figure(`${all.length} packages, ${loose.length} without a hash; scripts, never run: ${scripted.join(', ')}`);
    expect(loose).toEqual([]);
    expect(scripted).toEqual(SCRIPTED);
  });

  check(30, 'nothing is lost, doubled or leaked, and nobody else is contacted', async ({ stage, figure }) => {
    const events = LONG ? 10_000 : 1500;
    const here = await stage();
    const guard = join(here.folder, 'guard.mjs');
    writeFileSync(guard, GUARD);
    const bot = await here.bot({ node: ['--import', guard] });
    const files = () => readdirSync(`/proc/${bot.process.pid}/fd`).length;
    await each(numbers(500), 10, (at) => bot.deliver(mention({ text: question(at % 60) })));
    await until('the warm-up', () => here.slack.posts.length === 500);
    writeKnowledge(here.knowledge, LONG ? 300 : 60, 2);
    await until('the first reload', () => bot.output().includes('knowledge in service'));
    const before = { memory: bot.memory(), files: files() };
    let edition = 2;
    let over = false;
    const reloading = (async () => {
      while (!over) {
        writeKnowledge(here.knowledge, LONG ? 300 : 60, ++edition);
        for (let waited = 0; waited < (LONG ? 10_000 : 4000) && !over; waited += 100) await sleep(100);
      }
    })();
    await each(numbers(events), 10, async (at) => {
      await bot.deliver(mention({ text: question(at % 60) }));
      await sleep(LONG ? 20 : 40);
    });
    await until('all answers', () => here.slack.posts.length >= events + 500);
    over = true;
    await reloading;
    await sleep(1000);
    const threads = new Set(here.slack.posts.map(({ args }) => args.thread_ts));
    const [rows] = here.rows('select count(*) as n from asked');
    const contacts = new Set(readFileSync(join(here.folder, 'contacts'), 'utf8').trim().split('\n'));
    const more = { memory: bot.memory() - before.memory, files: files() - before.files };
    figure(
      `${threads.size - 500} of ${events} answered, ${here.slack.posts.length - threads.size} doubled, ${rows?.n} rows, ${edition - 2} reloads, memory + ${more.memory.toFixed(0)} MB, files + ${more.files}; contacted: ${[...contacts].join(', ')}`,
    );
    expect(edition).toBeGreaterThan(3);
    expect(threads.size).toBe(events + 500);
    expect(here.slack.posts).toHaveLength(events + 500);
    expect(rows?.n).toBe(events + 500);
    expect([...contacts]).toEqual(['127.0.0.1']);
    expect(more.memory).toBeLessThan(50);
    expect(Math.abs(more.files)).toBeLessThan(10);
  });
});
