import { describe, expect } from 'vitest';
import { SILENCE } from '../../src/store/patience.js';
import { LONG } from './form.js';
import { question } from './knowledge.js';
import { answersTo, ask, calm, onDatabase, questions, recovered, replicas } from './on-database.js';
import { command, mention, press } from './payloads.js';
import { each, ms, numbers, sleep, until } from './wait.js';

/** Milliseconds that a command waits for its row at the most, since its reply stands in the acknowledgement. */
const COMMAND = 1500;

describe('PostgreSQL', () => {
  onDatabase(
    19,
    'may be stopped in the middle of hundreds of questions a second: everybody is answered, and all is stored afterwards',
    async ({ here, database, figure }) => {
      const wire = await database.wire();
      const bots = await replicas(here, 2, database.through(wire));
      const asked = questions(LONG ? 2400 : 900);
      const begun = performance.now();
      let ended = 0;
      await each(asked, 40, async (payload, at) => {
        if (at === Math.floor(asked.length / 3)) {
          ended = await database.terminate();
          wire.cut();
          setTimeout(() => wire.restore(), 2000);
        }
        // What is not acknowledged, Slack delivers again.
        for (let acked = false; !acked; ) acked = (await bots[at % 2]?.deliver(payload))?.status === 200;
      });
      const rate = asked.length / ((performance.now() - begun) / 1000);
      await calm(here);
      const alive = bots.filter((bot) => bot.exited() === null).length;
      const { answered, doubled } = answersTo(here, asked);
      expect(ended).toBeGreaterThan(0);
      expect(alive).toBe(2);
      for (const bot of bots) await recovered(bot);
      const [kept] = await database.rows('select count(*)::int as n from asked');
      figure(
        `${ended} connections ended at ${Math.round(rate)} questions a second; ${alive} of 2 alive, ${answered} of ${asked.length} answered, ${doubled} doubled, ${kept?.n} rows`,
      );
      expect(answered).toBe(asked.length);
      expect(doubled).toBe(0);
      expect(kept?.n).toBe(asked.length);
      await wire.close();
    },
  );

  onDatabase(
    3,
    'may end connections again and again: three replicas that all receive every question answer it once',
    async ({ here, database, figure, allowed }) => {
      const bots = await replicas(here, 3, database.url);
      const asked = questions(LONG ? 600 : 200);
      let ended = 0;
      let over = false;
      const ending = (async () => {
        while (!over) {
          await sleep(allowed(300));
          const [connected] = await database.rows(
            "select count(*)::int as n from pg_stat_activity where application_name = current_schema() and state = 'idle'",
          );
          // Ended faster than they are made, they would be an outage.
          if (Number(connected?.n) >= bots.length) ended += await database.terminate();
        }
      })();
      await each(asked, 12, (payload) => Promise.all(bots.map((bot) => bot.deliver(payload))));
      over = true;
      await ending;
      await calm(here);
      for (const bot of bots) await recovered(bot);
      const { answered, doubled } = answersTo(here, asked);
      const [kept] = await database.rows('select count(*)::int as n from asked');
      figure(
        `${ended} connections ended; ${answered} of ${asked.length} answered, ${doubled} doubled, ${kept?.n} rows`,
      );
      expect(ended).toBeGreaterThan(0);
      expect({ answered, kept: kept?.n }).toEqual({ answered: asked.length, kept: asked.length });
      expect(doubled).toBe(0);
    },
  );

  onDatabase(
    3,
    'may have few connections left: three replicas that all receive every question wait for them, and answer it once',
    async ({ here, database, figure }) => {
      const user = await database.newUser('connection limit 4');
      const wire = await database.wire();
      const bots = await replicas(here, 3, database.through(wire, user), { DATABASE_POOL: '10' });
      const asked = questions(LONG ? 300 : 100);
      const begun = performance.now();
      await each(asked, 30, (payload) => Promise.all(bots.map((bot) => bot.deliver(payload))));
      await calm(here);
      const { answered, doubled, slowest } = answersTo(here, asked, begun);
      const states = await Promise.all(bots.map((bot) => bot.ready()));
      figure(
        `${answered} of ${asked.length} answered, ${doubled} doubled, all within ${ms(slowest)}; /readyz ${states.map(({ status }) => status)}`,
      );
      expect(answered).toBe(asked.length);
      expect(doubled).toBe(0);
      expect(states.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(bots.some((bot) => bot.output().includes('no connection left'))).toBe(true);
      for (const bot of bots) await bot.stop();
      await wire.close();
    },
  );

  for (const latency of [0, 1000, 3000]) {
    onDatabase(
      3,
      `may take ${latency} ms for an answer: three replicas that all receive every question answer it once`,
      async ({ here, database, figure, allowedAtWorst }) => {
        const wire = await database.wire();
        const bots = await replicas(here, 3, database.through(wire));
        wire.delay(latency);
        // What is asked while the store becomes slow may be answered from memory; so it is not counted.
        await ask(here, bots, 5);
        await calm(here, latency + 1500);
        for (const bot of bots) await recovered(bot);
        const result = await ask(here, bots, LONG ? 300 : 60);
        const acks = await Promise.all(numbers(6).map((at) => bots[at % 3]?.deliver(command(question(at)))));
        const ack = Math.max(...acks.map((answer) => answer?.ms ?? 0));
        figure(`${result.figure}; /iastm acknowledged within ${ms(ack)}`);
        expect(result.answered).toBe(result.asked);
        expect(result.doubled).toBe(0);
        expect(result.half).toBeGreaterThanOrEqual(latency);
        expect(ack).toBeLessThan(Math.min(latency, COMMAND) + allowedAtWorst(1000));
        expect(acks.every((answer) => answer?.text.includes('blocks'))).toBe(true);
        await wire.close();
      },
    );
  }

  onDatabase(
    19,
    'may hang: whoever asks is answered within three seconds, and all is stored afterwards',
    async ({ here, database, figure, allowed }) => {
      const wire = await database.wire();
      const [bot] = await replicas(here, 1, database.through(wire));
      if (bot === undefined) throw new Error('No bot.');
      await bot.deliver(mention({ text: question(1) }));
      await until('the first answer', () => here.slack.posts.length === 1);
      wire.hang();
      const waits: number[] = [];
      for (const at of numbers(12)) {
        const payload = mention({ text: question(at) });
        const begun = performance.now();
        await bot.deliver(payload);
        await until('the answer', () => answersTo(here, [payload]).answered === 1);
        waits.push(performance.now() - begun);
        await sleep(200);
      }
      const { status } = await bot.ready();
      wire.restore();
      await recovered(bot);
      const [kept] = await database.rows('select count(*)::int as n from asked');
      figure(
        `12 of 12 answered, the first after ${ms(waits[0] ?? 0)}, the others within ${ms(Math.max(...waits.slice(1)))}, /readyz ${status}; then ${kept?.n} rows`,
      );
      expect(Math.max(...waits)).toBeLessThan(SILENCE + allowed(500));
      expect(status).toBe(503);
      expect(kept?.n).toBe(13);
      await wire.close();
    },
  );

  onDatabase(
    26,
    'has nothing of whoever asks to be forgotten, also where another replica was cut off and holds it in memory',
    async ({ here, database, figure }) => {
      const wire = await database.wire();
      const bots = [...(await replicas(here, 1, database.url)), ...(await replicas(here, 1, database.through(wire)))];
      const [near, far] = bots;
      if (near === undefined || far === undefined) throw new Error('No bots.');
      const mine = 'U0MINE001';
      await near.deliver(mention({ text: question(1), user: mine }));
      wire.cut();
      const held = [2, 3, 4].map((at) => mention({ text: question(at), user: mine }));
      for (const payload of [...held, mention({ text: question(5), user: 'U0OTHER01' })]) await far.deliver(payload);
      await until('five answers', () => here.slack.posts.length >= 5);
      const { body } = await far.ready();
      await near.deliver(press('forget:0', 'me', { user: mine, response_url: here.slack.responseUrl() }));
      await until('the press is answered', () => here.slack.posts.length >= 6);
      wire.restore();
      await recovered(far);
      const rows = await database.rows('select person, text from asked');
      const named = rows.filter(({ person }) => person !== '');
      for (const payload of held) await near.deliver(payload);
      await calm(here);
      const { doubled } = answersTo(here, held);
      figure(
        `${body.store?.waiting} rows held while "forget me" was said; ${named.length} of ${rows.length} rows then name a person; ${doubled} of 3 repeated deliveries answered again`,
      );
      expect(body.store?.waiting).toBe(4);
      expect(named).toHaveLength(1);
      expect(rows.filter(({ text }) => text !== '')).toHaveLength(1);
      expect(doubled).toBe(0);
      await wire.close();
    },
  );
});
