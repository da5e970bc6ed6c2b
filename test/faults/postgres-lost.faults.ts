import { describe, expect } from 'vitest';
import type { Bot } from './bot.js';
import { LONG } from './form.js';
import { question } from './knowledge.js';
import { answersTo, calm, onDatabase, questions, recovered, replicas } from './on-database.js';
import { mention } from './payloads.js';
import { each, ms, sleep, until } from './wait.js';

/** What a server or a pooler says where a connection is no more: class 08, of poolers too, and those of class 57 for connections. */
const LOST = ['08000', '08003', '08006', '08P01', '57P01', '57P02', '57P05'];
/** Questions that come together. */
const AT_ONCE = 3;

const outages = (bots: readonly Bot[]) =>
  bots.flatMap((bot) => bot.log()).filter(({ msg }) => msg === 'store out of service, answering from memory').length;

describe('connections to PostgreSQL that are lost', () => {
  onDatabase(
    19,
    'may end connections that were idle for a second: three replicas that all receive a question after a pause answer it once',
    async ({ here, database, figure }) => {
      const bots = await replicas(here, 3, database.withSetting('idle_session_timeout=1s'));
      const asked = questions(LONG ? 20 : 4);
      for (const payload of asked) {
        await sleep(3000);
        await Promise.all(bots.map((bot) => bot.deliver(payload)));
      }
      await calm(here);
      const { answered, doubled } = answersTo(here, asked);
      const ended = bots.flatMap((bot) => bot.log()).filter(({ code }) => code === '57P05').length;
      const [kept] = await database.rows('select count(*)::int as n from asked');
      figure(
        `${ended} idle connections ended; ${answered} of ${asked.length} answered, ${doubled} doubled, ${kept?.n} rows`,
      );
      expect(ended).toBeGreaterThanOrEqual(asked.length);
      expect({ answered, doubled, kept: kept?.n }).toEqual({ answered: asked.length, doubled: 0, kept: asked.length });
      expect(outages(bots)).toBe(0);
      for (const bot of bots) expect((await bot.ready()).status).toBe(200);
    },
  );

  onDatabase(
    19,
    'may be lost to its pooler, in any words: two replicas that both receive every question answer it once',
    async ({ here, database, figure }) => {
      const wire = await database.wire();
      const bots = await replicas(here, 2, database.through(wire));
      const asked = questions(LOST.length * AT_ONCE * (LONG ? 10 : 2));
      let lost = 0;
      for (let at = 0; at < asked.length; at += AT_ONCE) {
        const few = asked.slice(at, at + AT_ONCE);
        lost += wire.lose(LOST[(at / AT_ONCE) % LOST.length] ?? '');
        await Promise.all(few.flatMap((payload) => bots.map((bot) => bot.deliver(payload))));
        // Lost faster than they are made, they would be an outage.
        await until('their answers', () => answersTo(here, few).answered === few.length);
      }
      await calm(here);
      const { answered, doubled } = answersTo(here, asked);
      const [kept] = await database.rows('select count(*)::int as n from asked');
      figure(
        `${lost} times a connection was lost, by ${LOST.length} codes; ${answered} of ${asked.length} answered, ${doubled} doubled, ${kept?.n} rows`,
      );
      expect({ answered, doubled, kept: kept?.n }).toEqual({ answered: asked.length, doubled: 0, kept: asked.length });
      expect(outages(bots)).toBe(0);
      await wire.close();
    },
  );

  onDatabase(
    19,
    'may take no rows any more, as after a failover, and take them again: everybody is answered once, and all is stored afterwards',
    async ({ here, database, figure }) => {
      const wire = await database.wire();
      const user = await database.newUser();
      const bots = await replicas(here, 2, database.through(wire, user));
      const first = questions(2);
      for (const [at, payload] of first.entries()) await bots[at % 2]?.deliver(payload);
      await until('the first answers', () => answersTo(here, first).answered === 2);
      await database.rows(`alter role ${user} set default_transaction_read_only = on`);
      await database.terminate();
      const asked = questions(LONG ? 100 : 20);
      // Slack delivers again what it holds to be lost.
      await each(asked, 4, async (payload, at) => {
        await bots[at % 2]?.deliver(payload);
        await bots[at % 2]?.deliver(payload, { retry: 1 });
        await sleep(200);
      });
      await until('all answers', () => answersTo(here, asked).answered === asked.length);
      const states = await Promise.all(bots.map((bot) => bot.ready()));
      await database.rows(`alter role ${user} reset default_transaction_read_only`);
      const back = await Promise.all(bots.map(recovered));
      for (const [at, payload] of asked.entries()) await bots[(at + 1) % 2]?.deliver(payload, { retry: 2 });
      await bots[0]?.deliver(mention({ text: question(1) }));
      await calm(here);
      const { answered, doubled } = answersTo(here, asked);
      const [kept] = await database.rows('select count(*)::int as n from asked');
      figure(
        `${answered} of ${asked.length} answered, ${doubled} doubled, /readyz ${states.map(({ status }) => status)}; back after ${ms(Math.max(...back))}, then ${kept?.n} rows`,
      );
      for (const { status, body } of states) {
        expect(status).toBe(503);
        expect(body.store?.reason).toContain('takes no writes');
      }
      expect({ answered, doubled, kept: kept?.n }).toEqual({
        answered: asked.length,
        doubled: 0,
        kept: asked.length + 3,
      });
      for (const bot of bots) expect(bot.exited()).toBeNull();
      await wire.close();
    },
  );
});
