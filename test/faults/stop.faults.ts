import { describe, expect } from 'vitest';
import type { Bot } from './bot.js';
import { check } from './check.js';
import { question } from './knowledge.js';
import { mention } from './payloads.js';
import { ms, numbers, until } from './wait.js';

/** How many replies wait, by the metrics. */
async function waitingAt(bot: Bot): Promise<number> {
  return Number(/^iastm_replies_waiting (\d+)$/m.exec((await bot.requests.get('/metrics')).text)?.[1]);
}

describe('the end of the process', () => {
  for (const mode of ['http', 'socket'] as const) {
    check(
      17,
      `by SIGTERM loses no answer in flight (${mode === 'http' ? 'HTTP' : 'Socket Mode'})`,
      async ({ stage, figure, allowed }) => {
        const here = await stage();
        const bot = await here.bot({ mode });
        let go = () => {};
        const held = new Promise<void>((resolve) => {
          go = resolve;
        });
        here.slack.fail('chat.postMessage', { until: held });
        const acks = await Promise.all(numbers(10).map((at) => bot.deliver(mention({ text: question(at) }))));
        await until(
          'ten calls',
          () => here.slack.calls.filter(({ method }) => method === 'chat.postMessage').length === 10,
        );
        const begun = performance.now();
        bot.process.kill('SIGTERM');
        await until('it takes nothing new', async () => (await bot.requests.get('/readyz')).status !== 200);
        const late = mode === 'http' ? await bot.deliver(mention({ text: question(20) })) : { status: 503 };
        expect(bot.exited()).toBeNull();
        setTimeout(go, 1000);
        const { code } = await bot.exit;
        const took = performance.now() - begun;
        const [rows] = here.rows('select count(*) as n from asked');
        figure(
          `${here.slack.posts.length} of 10 posted, exit ${code} after ${ms(took)}, a new event got ${late.status || 'no connection'}`,
        );
        expect(acks.every(({ status }) => status === 200)).toBe(true);
        expect(here.slack.posts).toHaveLength(10);
        expect(rows?.n).toBe(10);
        expect(code).toBe(0);
        expect(took).toBeLessThan(1000 + allowed(3000));
        expect([0, 503]).toContain(late.status);
      },
      true,
    );
  }

  check(
    17,
    'posts what Slack takes in seven seconds of what waits, and tells all others that they have to ask again',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot();
      here.slack.limit(1000);
      const users = numbers(20).map((at) => `U0STOP${String(at).padStart(3, '0')}`);
      await Promise.all(users.map((user, at) => bot.deliver(mention({ text: question(at), user }))));
      const answers = () => here.slack.posts.filter(({ method }) => method === 'chat.postMessage').length;
      await until('all others wait', async () => (await waitingAt(bot)) >= 20 - answers());
      const before = answers();
      const { code } = await bot.stop();
      const posted = answers();
      const told = new Set(
        here.slack.posts.filter(({ text }) => text.includes('being restarted')).map(({ args }) => args.user),
      );
      figure(`${posted} posted, ${told.size} told, exit ${code}`);
      expect(posted + told.size).toBe(20);
      expect(posted - before).toBeGreaterThanOrEqual(3);
      expect(told.size).toBeGreaterThan(0);
      expect(code).toBe(0);
    },
    true,
  );

  check(
    17,
    'comes after ten seconds, with a log, where work in flight never ends',
    async ({ stage, figure, allowed }) => {
      const here = await stage();
      const bot = await here.bot();
      here.slack.fail(({ method }) => method.startsWith('chat.'), 'hang');
      await bot.deliver(mention({ text: question(1) }));
      await until('the call', () => here.slack.calls.some(({ method }) => method === 'chat.postMessage'));
      const begun = performance.now();
      bot.process.kill('SIGTERM');
      const { code } = await bot.exit;
      const took = performance.now() - begun;
      figure(`exit ${code} after ${ms(took)}`);
      expect(code).toBe(1);
      expect(took).toBeLessThan(10_000 + allowed(1000));
      expect(bot.output()).toContain('work in flight took too long');
    },
    true,
  );
});
