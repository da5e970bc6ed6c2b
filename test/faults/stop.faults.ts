import { describe, expect } from 'vitest';
import { check } from './check.js';
import { question } from './knowledge.js';
import { mention } from './payloads.js';
import { ms, numbers, sleep, until } from './wait.js';

describe('the end of the process', () => {
  for (const mode of ['http', 'socket'] as const) {
    check(
      17,
      `by SIGTERM loses no answer in flight (${mode === 'http' ? 'HTTP' : 'Socket Mode'})`,
      async ({ stage, figure }) => {
        const here = await stage();
        const bot = await here.bot({ mode });
        here.slack.fail('chat.postMessage', { delay: 1000 });
        const acks = await Promise.all(numbers(10).map((at) => bot.deliver(mention({ text: question(at) }))));
        await until(
          'ten calls',
          () => here.slack.calls.filter(({ method }) => method === 'chat.postMessage').length === 10,
        );
        const begun = performance.now();
        bot.process.kill('SIGTERM');
        await sleep(100);
        const late = mode === 'http' ? await bot.deliver(mention({ text: question(20) })) : { status: 503 };
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
        expect(took).toBeLessThan(10_000);
        expect([0, 503]).toContain(late.status);
      },
      true,
    );
  }

  check(
    17,
    'comes after ten seconds, with a log, where work in flight never ends',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot();
      here.slack.fail('chat.postMessage', { status: 429, retryAfter: 25 });
      await bot.deliver(mention({ text: question(1) }));
      await until('the call', () => here.slack.calls.some(({ method }) => method === 'chat.postMessage'));
      const begun = performance.now();
      bot.process.kill('SIGTERM');
      const { code } = await bot.exit;
      const took = performance.now() - begun;
      figure(`exit ${code} after ${ms(took)}`);
      expect(code).toBe(1);
      expect(took).toBeLessThan(11_000);
      expect(bot.output()).toContain('work in flight took too long');
    },
    true,
  );
});
