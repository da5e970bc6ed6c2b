import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { check } from './check.js';
import { LONG } from './form.js';
import { question } from './knowledge.js';
import { event, mention } from './payloads.js';
import { ms, sleep, until } from './wait.js';

describe('Socket Mode', () => {
  check(
    28,
    'reconnects within seven seconds after a refresh and after a cut, and answers what comes twice once',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const { hub } = bot;
      const refreshed = performance.now();
      hub.say(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      const refresh = await hub.reopened(1, refreshed);
      const cut = performance.now();
      hub.drop();
      const down = await until('it says so', async () => (await bot.ready()).status === 503);
      const reset = await hub.reopened(2, cut);
      const payload = mention({ text: question(1) });
      const envelope = randomUUID();
      await hub.deliver(payload, { envelope, retry: 0 });
      await hub.deliver(payload, { envelope, retry: 1 });
      await hub.deliver(payload);
      await until('the answer', () => here.slack.posts.length > 0);
      await sleep(500);
      figure(
        `back ${ms(refresh)} after a refresh, ${ms(reset)} after a cut (told after ${ms(down)}), ${here.slack.posts.length} answer to 3 deliveries`,
      );
      expect(refresh).toBeLessThan(7000);
      expect(reset).toBeLessThan(7000);
      expect(here.slack.posts).toHaveLength(1);
    },
    true,
  );

  check(
    28,
    'notices a connection that is open and silent',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const begun = performance.now();
      bot.hub.treat('deaf');
      await until('it says so', async () => (await bot.ready()).status === 503, 20_000);
      const noticed = performance.now() - begun;
      bot.hub.treat('friendly');
      const back = await bot.hub.reopened(1, begun);
      figure(`noticed after ${ms(noticed)}, back after ${ms(back)}`);
      expect(back).toBeLessThan(16_000);
    },
    true,
  );

  check(
    28,
    'is back within a minute after Slack cannot be reached for minutes',
    async ({ stage, figure }) => {
      const outage = LONG ? 300_000 : 15_000;
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const recover = here.slack.fail('apps.connections.open', { status: 500 });
      bot.hub.drop();
      await sleep(outage);
      expect(bot.exited()).toBeNull();
      const down = await bot.ready();
      const begun = performance.now();
      recover();
      const back = await bot.hub.reopened(1, begun, 60_000);
      await until('it is ready', async () => (await bot.ready()).status === 200);
      figure(`back ${ms(back)} after an outage of ${ms(outage)}; meanwhile ${down.status}: ${down.body.slack?.reason}`);
      expect(down.status).toBe(503);
      expect(back).toBeLessThan(60_000);
    },
    true,
  );

  check(
    28,
    'is not ready while Slack has too many connections, and keeps calm',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const opens = () => here.slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
      const over = LONG ? 60_000 : 12_000;
      bot.hub.treat('too many');
      bot.hub.drop();
      const before = opens();
      await sleep(over);
      const tries = opens() - before;
      const { status } = await bot.ready();
      const begun = performance.now();
      bot.hub.treat('friendly');
      const back = await bot.hub.reopened(1, begun);
      figure(`${tries} tries in ${ms(over)}, /readyz ${status}, back after ${ms(back)}`);
      expect(status).toBe(503);
      expect(tries).toBeLessThan(over / 2000);
    },
    true,
  );

  check(
    28,
    'ends the process where Slack refuses the token, so that somebody notices',
    async ({ stage, figure }) => {
      const [running, starting] = await Promise.all([stage(), stage()]);
      starting.slack.fail('apps.connections.open', { error: 'invalid_auth' });
      const bot = await running.bot({ mode: 'socket' });
      running.slack.fail('apps.connections.open', { error: 'invalid_auth' });
      const begun = performance.now();
      bot.hub.drop();
      const { code } = await bot.exit;
      const took = performance.now() - begun;
      const refused = await starting.bot({ mode: 'socket', wait: false });
      const first = await refused.exit;
      figure(
        `on reconnecting: exit ${code} after ${ms(took)}; at the start: exit ${first.code} after ${ms(first.after)}`,
      );
      expect(code).toBe(1);
      expect(took).toBeLessThan(15_000);
      expect(first.code).toBe(1);
      expect(first.after).toBeLessThan(15_000);
      for (const each of [bot, refused]) expect(each.output()).not.toContain('xapp-');
    },
    true,
  );

  check(
    28,
    'lives through envelopes without sense',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const odd = [
        'null',
        '[]',
        '{}',
        'no json',
        '"text"',
        '{"type":"events_api"}',
        '{"type":"events_api","payload":null,"envelope_id":"1"}',
        '{"type":"events_api","payload":{},"envelope_id":"2"}',
        '{"type":"events_api","payload":{"event":null},"envelope_id":"3"}',
        '{"type":"events_api","payload":{"event":{"type":"error"}},"envelope_id":"4"}',
        '{"type":"events_api","payload":{"event":{"type":"close"}},"envelope_id":"5"}',
        '{"type":"interactive","payload":null,"envelope_id":"6"}',
        '{"type":"slash_commands","payload":{},"envelope_id":"7"}',
        '{"type":"hello"}',
      ];
      for (const text of odd) bot.hub.say(text);
      await bot.hub.deliver(event({ type: 'app_rate_limited' }));
      await until(
        'the answer',
        async () => {
          if (here.slack.posts.length === 0)
            void bot.hub.deliver(mention({ text: question(2), ts: '1763900000.000001' }));
          await sleep(200);
          return here.slack.posts.length > 0;
        },
        20_000,
      );
      figure(`${odd.length} odd envelopes, then a question answered`);
      expect(bot.exited()).toBeNull();
      expect(here.slack.posts).toHaveLength(1);
    },
    true,
  );
});
