import { describe, expect } from 'vitest';
import { check } from './check.js';
import { misspelt, question } from './knowledge.js';
import { BOT_ID, BOT_USER, CHANNEL, directMessage, event, mention, nextTs } from './payloads.js';
import type { Stage } from './stage.js';
import { each, ms, numbers, quantile, sleep, until } from './wait.js';

describe('delivery', () => {
  check(1, 'answers each of 200 events once that are delivered four times', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const events = numbers(200).map((at) => mention({ text: question(at) }));
    const statuses = await each(events, 20, async (payload) => {
      const twice = await Promise.all([bot.deliver(payload), bot.deliver(payload, { retry: 1 })]);
      const late = [await bot.deliver(payload, { retry: 2 }), await bot.deliver(payload, { retry: 3 })];
      return [...twice, ...late].map(({ status }) => status);
    });
    await until('200 answers', () => here.slack.posts.length >= 200);
    await settled(here);
    const [rows] = here.rows('select count(*) as n from asked');
    figure(
      `${here.slack.posts.length} answers, ${rows?.n} rows, ${statuses.flat().filter((status) => status === 200).length} × 200`,
    );
    expect(here.slack.posts).toHaveLength(200);
    expect(rows?.n).toBe(200);
    expect(statuses.flat()).toEqual(Array(800).fill(200));
  });

  check(2, 'answers a post once that comes as a mention and as a message', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    await each(numbers(50), 5, async (at) => {
      const options = { text: question(at), channel: 'C0BOTH001', ts: nextTs() };
      const pair = [mention(options), directMessage(options)];
      if (at % 3 === 1) pair.reverse();
      if (at % 3 === 2) await Promise.all(pair.map((payload) => bot.deliver(payload)));
      else for (const payload of pair) await bot.deliver(payload);
    });
    await until('50 answers', () => here.slack.posts.length >= 50);
    await settled(here);
    figure(`${here.slack.posts.length} answers to 50 posts`);
    expect(here.slack.posts).toHaveLength(50);
  });

  check(
    3,
    'answers once where two replicas on one SQLite file get the same event at once',
    async ({ stage, figure }) => {
      const here = await stage();
      const bots = [await here.bot(), await here.bot()];
      await each(numbers(100), 10, (at) => {
        const payload = mention({ text: question(at) });
        return Promise.all(bots.map((bot) => bot.deliver(payload)));
      });
      await until('100 answers', () => here.slack.posts.length >= 100);
      await settled(here);
      figure(`${here.slack.posts.length} answers by two processes`);
      expect(here.slack.posts).toHaveLength(100);
    },
  );

  check(4, 'says nothing to itself, to machines, to edits and to deletions', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const base = () => ({
      channel: 'D0QUIET01',
      channel_type: 'im',
      ts: nextTs(),
      event_ts: nextTs(),
      text: question(1),
    });
    const person = { user: 'U0STAFF001' };
    const kinds: (() => Record<string, unknown>)[] = [
      () => ({ ...base(), type: 'message', user: BOT_USER }),
      () => ({ ...base(), type: 'message', user: BOT_USER, bot_id: BOT_ID }),
      () => ({ ...base(), type: 'message', subtype: 'bot_message', bot_id: BOT_ID }),
      () => ({ ...base(), type: 'message', subtype: 'bot_message', bot_id: 'B0OTHER01' }),
      () => ({ ...base(), ...person, type: 'app_mention', channel: CHANNEL, bot_id: 'B0OTHER01' }),
      () => ({
        ...base(),
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        message: { ...base(), user: BOT_USER },
      }),
      () => ({ ...base(), type: 'message', subtype: 'message_changed', message: { ...base(), ...person } }),
      () => ({ ...base(), type: 'message', subtype: 'message_deleted', deleted_ts: nextTs() }),
      () => ({ ...base(), ...person, type: 'message', subtype: 'channel_join' }),
      () => ({ ...base(), ...person, type: 'message', hidden: true }),
      () => ({ ...base(), ...person, type: 'app_mention', edited: { user: 'U0OTHER001', ts: nextTs() } }),
      () => ({ ...base(), ...person, type: 'message', channel: CHANNEL, channel_type: 'channel' }),
    ];
    const statuses = await each(numbers(kinds.length * 10), 10, async (at) => {
      const { status } = await bot.deliver(event(kinds[at % kinds.length]?.() ?? {}));
      return status;
    });
    await settled(here);
    const [rows] = here.rows('select count(*) as n from asked');
    figure(`${kinds.length} kinds × 10: ${here.slack.posts.length} answers, ${rows?.n} rows`);
    expect(statuses).toEqual(statuses.map(() => 200));
    expect(here.slack.posts).toEqual([]);
    expect(rows?.n).toBe(0);
  });

  check(
    5,
    'acknowledges 50 questions at once within a second and answers them within five',
    async ({ stage, figure, allowed, allowedAtWorst }) => {
      const here = await stage({ entries: 300 });
      const bot = await here.bot();
      const begun = performance.now();
      const acks = await Promise.all(numbers(50).map((at) => bot.deliver(mention({ text: question(at) }))));
      await until('50 answers', () => here.slack.posts.length >= 50);
      const last = (here.slack.posts.at(-1)?.at ?? 0) - begun;
      const p99 = quantile(
        acks.map((ack) => ack.ms),
        0.99,
      );
      figure(`acks p99 ${ms(p99)}, last answer ${ms(last)}`);
      expect(acks.every(({ status }) => status === 200)).toBe(true);
      expect(p99).toBeLessThan(allowedAtWorst(1000));
      expect(last).toBeLessThan(allowed(5000));
    },
  );

  check(6, 'answers misspelt questions one by one in 100 ms, and holds nobody else up', async (round) => {
    const here = await round.stage({ entries: 300 });
    const bot = await here.bot();
    const times: number[] = [];
    let stall = 0;
    let over = false;
    const pings = (async () => {
      while (!over) {
        stall = Math.max(stall, (await bot.requests.get('/healthz')).ms);
        await sleep(5);
      }
    })();
    for (const at of numbers(100)) {
      const before = here.slack.posts.length;
      const begun = performance.now();
      await bot.deliver(mention({ text: misspelt(at) }));
      await until('the answer', () => here.slack.posts.length > before);
      times.push((here.slack.posts.at(-1)?.at ?? 0) - begun);
    }
    over = true;
    await pings;
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    round.figure(`p50 ${ms(p50)}, p99 ${ms(p99)}, longest stall ${ms(stall)}`);
    expect(p50).toBeLessThan(round.allowed(100));
    expect(p99).toBeLessThan(round.allowedAtWorst(500));
    expect(stall).toBeLessThan(round.allowedAtWorst(100));
  });

  check(11, 'refuses unsigned, stale, future, huge and shapeless requests, and lives on', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const good = mention({ text: question(0) });
    const form = { kind: 'command' as const, body: {} };
    const statuses = {
      wrong: await bot.deliver(good, { signature: `v0=${'0'.repeat(64)}` }),
      missing: await bot.deliver(good, { signature: null }),
      short: await bot.deliver(good, { signature: 'v0=' }),
      stale: await bot.deliver(good, { skew: -301 }),
      future: await bot.deliver(good, { skew: 302 }),
      huge: await bot.deliver(good, { raw: Buffer.alloc(5_000_000, 'a') }),
      null: await bot.deliver(good, { raw: 'null' }),
      list: await bot.deliver(good, { raw: '[]' }),
      nothing: await bot.deliver(good, { raw: '{}' }),
      text: await bot.deliver(good, { raw: '{"type":' }),
      'payload null': await bot.deliver(form, { raw: 'payload=null' }),
      'payload list': await bot.deliver(form, { raw: 'payload=%5B%5D' }),
      bytes: await bot.deliver(good, { raw: Buffer.from([0xff, 0xfe, 0x00]) }),
    };
    const found = Object.entries(statuses).map(([name, { status }]) => `${name} ${status}`);
    expect(here.slack.posts).toEqual([]);
    expect((await bot.deliver(good)).status).toBe(200);
    await until('the answer', () => here.slack.posts.length === 1);
    figure(`${found.join(', ')}; then a good one answered`);
    for (const name of ['wrong', 'missing', 'short', 'stale', 'future'] as const)
      expect(statuses[name].status).toBe(401);
    expect([0, 413]).toContain(statuses.huge.status);
    for (const { status } of Object.values(statuses)) expect(status).not.toBe(200);
    // Of those, the first that was signed, at another time than ours.
    expect(bot.log().filter(({ msg }) => msg === 'request refused for its time')).toHaveLength(1);
    expect(bot.exited()).toBeNull();
  });
});

/** Waits until nothing more comes: long enough for a doubled answer to show. */
async function settled({ slack }: Stage): Promise<void> {
  for (let before = -1; before !== slack.calls.length; ) {
    before = slack.calls.length;
    await sleep(300);
  }
}
