import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { check } from './check.js';
import { LONG } from './form.js';
import { question } from './knowledge.js';
import { command, event, mention } from './payloads.js';
import { ms, numbers, sleep, until } from './wait.js';

describe('Socket Mode', () => {
  check(
    28,
    'misses nothing when Slack asks for another connection, and is never unready meanwhile',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const times: number[] = [];
      let unready = 0;
      let over = false;
      const looks = (async () => {
        while (!over) {
          if ((await bot.ready()).status !== 200) unready++;
          await sleep(5);
        }
      })();
      const asked: Promise<unknown>[] = [];
      for (const [at, reason] of ['warning', 'refresh_requested'].entries()) {
        const begun = performance.now();
        bot.hub.say(JSON.stringify({ type: 'disconnect', reason }));
        // On the connection that is to go, and on whichever there is.
        for (const each of numbers(10)) {
          const kind = each % 2 === 0 ? mention({ text: question(at * 10 + each) }) : command(question(each));
          asked.push(bot.hub.deliver(kind));
          await sleep(20);
        }
        times.push(await bot.hub.reopened(at + 1, begun));
        await sleep(1500);
      }
      const acks = (await Promise.all(asked)) as { status: number }[];
      await until('ten answers', () => here.slack.posts.length === 10);
      over = true;
      await looks;
      figure(
        `new connection after ${times.map((each) => ms(each)).join(' and ')}, ${acks.filter(({ status }) => status === 200).length} of 20 acknowledged, unready ${unready} times`,
      );
      expect(acks.map(({ status }) => status)).toEqual(acks.map(() => 200));
      expect(unready).toBe(0);
      await until('one connection', () => bot.hub.connections() === 1);
    },
    true,
  );

  check(
    28,
    'reconnects within a second and a half after a cut, says why in one line, and answers what comes twice once',
    async ({ stage, figure, allowed }) => {
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const { hub } = bot;
      const cut = performance.now();
      hub.drop();
      const reset = await hub.reopened(1, cut);
      await until('it is ready', async () => (await bot.ready()).status === 200);
      const payload = mention({ text: question(1) });
      const envelope = randomUUID();
      await hub.deliver(payload, { envelope, retry: 0 });
      await hub.deliver(payload, { envelope, retry: 1 });
      await hub.deliver(payload);
      await until('the answer', () => here.slack.posts.length > 0);
      await sleep(500);
      const lost = bot.log().filter(({ level }) => Number(level) >= 40);
      figure(`back ${ms(reset)} after a cut, ${here.slack.posts.length} answer to 3 deliveries`);
      expect(reset).toBeLessThan(allowed(1500));
      expect(here.slack.posts).toHaveLength(1);
      expect(lost).toHaveLength(1);
      expect(lost[0]).toMatchObject({ msg: 'socket lost', reason: expect.any(String), code: expect.anything() });
    },
    true,
  );

  check(
    28,
    'answers once what it was cut off from acknowledging, answered before the cut or not, and comes again',
    async ({ stage, figure }) => {
      const here = await stage();
      const { hub } = await here.bot({ mode: 'socket' });
      const rounds = LONG ? 6 : 4;
      for (const at of numbers(rounds)) {
        const payload = mention({ text: question(at) });
        const envelope = randomUUID();
        const before = hub.opened.length;
        hub.treat('deaf');
        const first = hub.deliver(payload, { envelope, retry: 0 });
        if (at % 2 === 0) await until('the answer', () => here.slack.posts.length > at);
        hub.drop();
        hub.treat('friendly');
        expect((await first).status).toBe(0);
        await hub.reopened(before, performance.now());
        expect((await hub.deliver(payload, { envelope, retry: 1 })).status).toBe(200);
        await until('the answer', () => here.slack.posts.length > at);
      }
      await sleep(1000);
      figure(`${here.slack.posts.length} answers to ${rounds} questions`);
      expect(here.slack.posts).toHaveLength(rounds);
      expect(new Set(here.slack.posts.map(({ args }) => args.thread_ts)).size).toBe(rounds);
    },
    true,
  );

  check(
    28,
    'notices a connection that is open and silent, and one that never says hello',
    async ({ stage, figure, allowed }) => {
      const [here, other] = await Promise.all([stage(), stage()]);
      const [bot, muted] = await Promise.all([here.bot({ mode: 'socket' }), other.bot({ mode: 'socket' })]);
      muted.hub.treat('mute');
      muted.hub.drop();
      await until('no connection', () => muted.hub.connections() === 0);
      await until('a connection without a hello', () => muted.hub.connections() > 0);
      const mutedSince = performance.now();
      muted.hub.treat('friendly');
      const begun = performance.now();
      bot.hub.treat('deaf');
      await until('it says so', async () => (await bot.ready()).status === 503);
      const noticed = performance.now() - begun;
      bot.hub.treat('friendly');
      const back = await bot.hub.reopened(1, begun);
      const greeted = await muted.hub.reopened(1, mutedSince);
      figure(
        `silent: noticed after ${ms(noticed)}, back after ${ms(back)}; without a hello: back after ${ms(greeted)}`,
      );
      for (const took of [back, greeted]) expect(took).toBeLessThan(12_000 + allowed(4000));
    },
    true,
  );

  check(
    28,
    'is back within a minute after Slack cannot be reached for minutes',
    async ({ stage, figure, allowed }) => {
      const outage = LONG ? 300_000 : 15_000;
      const here = await stage();
      const bot = await here.bot({ mode: 'socket' });
      const recover = here.slack.fail('apps.connections.open', { status: 500 });
      here.slack.fail('apps.connections.open', 'page', 1);
      bot.hub.drop();
      await sleep(outage);
      expect(bot.exited()).toBeNull();
      const down = await bot.ready();
      const begun = performance.now();
      recover();
      const back = await bot.hub.reopened(1, begun);
      await until('it is ready', async () => (await bot.ready()).status === 200);
      figure(`back ${ms(back)} after an outage of ${ms(outage)}; meanwhile ${down.status}: ${down.body.slack?.reason}`);
      expect(down.status).toBe(503);
      expect(back).toBeLessThan(17_000 + allowed(3000));
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
      expect(tries).toBeGreaterThan(0);
      expect(tries).toBeLessThan(over / 2000);
    },
    true,
  );

  check(
    28,
    'ends the process where Slack refuses the token, so that somebody notices',
    async ({ stage, figure, allowed }) => {
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
      expect(took).toBeLessThan(allowed(15_000));
      expect(first.code).toBe(1);
      expect(first.after).toBeLessThan(allowed(15_000));
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
      await until('the answer', async () => {
        if (here.slack.posts.length === 0)
          void bot.hub.deliver(mention({ text: question(2), ts: '1763900000.000001' }));
        await sleep(200);
        return here.slack.posts.length > 0;
      });
      figure(`${odd.length} odd envelopes, then a question answered`);
      expect(bot.exited()).toBeNull();
      expect(here.slack.posts).toHaveLength(1);
    },
    true,
  );
});
