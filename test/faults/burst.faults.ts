import { describe, expect } from 'vitest';
import type { Bot } from './bot.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { question } from './knowledge.js';
import { mention, nextTs } from './payloads.js';
import type { Stage } from './stage.js';
import { ms, numbers, sleep, until } from './wait.js';

/** What people see in a channel, and nobody else's notes. */
const answersIn = ({ slack }: Stage, channel: string) =>
  slack.posts.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === channel);
const notesIn = ({ slack }: Stage, channel: string) =>
  slack.posts.filter(({ method, args }) => method === 'chat.postEphemeral' && args.channel === channel);

describe('where Slack takes one message a second in a channel', () => {
  for (const count of [5, 20]) {
    check(
      33,
      `each of ${count} questions at once is answered once, and whoever waits over three seconds is told`,
      async ({ stage, figure, allowed }) => {
        const here = await stage();
        const bot = await here.bot();
        here.slack.limit(1000);
        const channel = 'C0BURST01';
        const begun = performance.now();
        const asked = numbers(count).map((at) => {
          const ts = nextTs();
          return { ts, user: `U0BURST${ts.replace('.', '')}`, text: question(at), channel };
        });
        await Promise.all(asked.map((each) => bot.deliver(mention(each))));
        const sent = performance.now();
        await until('the first answer', () => answersIn(here, channel).length > 0);
        const first = performance.now() - begun;
        const other = performance.now();
        await bot.deliver(mention({ text: question(1), channel: 'C0BURST02' }));
        await until('the other channel', () => answersIn(here, 'C0BURST02').length > 0);
        const beside = performance.now() - other;
        await until('all answers', () => answersIn(here, channel).length >= count);
        const took = performance.now() - begun;
        await sleep(1500);
        const answeredAt = new Map(answersIn(here, channel).map(({ args, at }) => [args.thread_ts, at]));
        const calls = here.slack.calls.filter(
          ({ method, args }) => method === 'chat.postMessage' && args.channel === channel,
        );
        const told = notesIn(here, channel).map(({ args }) => args.user);
        figure(
          `${answeredAt.size} of ${count} answered in ${ms(took)}, the first after ${ms(first)}, another channel's after ${ms(beside)}, ${answersIn(here, channel).length - answeredAt.size} doubled, ${calls.length} calls, ${told.length} told`,
        );
        expect(answeredAt.size).toBe(count);
        expect(answersIn(here, channel)).toHaveLength(count);
        expect(calls.length).toBeGreaterThan(count);
        expect(beside).toBeLessThan(allowed(1000));
        expect(new Set(told).size).toBe(told.length);
        // When one will be answered is foretold: about three seconds either may be right.
        for (const { ts, user } of asked) {
          const at = answeredAt.get(ts) ?? 0;
          if (at - sent > 3000 + allowed(1000)) expect(told, `after ${ms(at - sent)}`).toContain(user);
          if (at - begun < 2000) expect(told, `after ${ms(at - begun)}`).not.toContain(user);
        }
        if (count === 20) expect(told.length).toBeGreaterThanOrEqual(10);
      },
    );
  }

  check(33, 'two replicas lose nothing of 20 questions either', async ({ stage, figure }) => {
    const here = await stage();
    const bots = [await here.bot(), await here.bot()];
    here.slack.limit(1000);
    await Promise.all(
      numbers(20).map((at) => bots[at % 2]?.deliver(mention({ text: question(at), channel: 'C0BURST03' }))),
    );
    await until('all answers', () => answersIn(here, 'C0BURST03').length >= 20);
    await sleep(1500);
    const calls = here.slack.calls.filter(({ args }) => args.channel === 'C0BURST03').length;
    figure(`${answersIn(here, 'C0BURST03').length} answers to 20 questions, ${calls} calls`);
    expect(calls).toBeGreaterThan(20);
    expect(answersIn(here, 'C0BURST03')).toHaveLength(20);
  });
});

describe('where Slack closes the connections that it kept', () => {
  /**
   * Asks, so that there is a connection; closes it in some way, which tells whether there was one; and asks again: how many of
   * the second questions were answered.
   */
  async function answered(here: Stage, bot: Bot, between: (ask: () => Promise<unknown>) => Promise<boolean>) {
    const rounds = LONG ? 30 : 10;
    let [asked, closed] = [0, 0];
    while (closed < rounds && asked < 5 * rounds) {
      await bot.deliver(mention({ text: question(asked), channel: 'C0KEPT001' }));
      await until('the first answer', () => answersIn(here, 'C0KEPT001').length === asked + 1);
      if (await between(() => bot.deliver(mention({ text: question(asked), channel: 'C0KEPT002' })))) closed += 1;
      await until(
        'the answer, or a note',
        () => here.slack.posts.filter(({ args }) => args.channel === 'C0KEPT002').length > asked,
      );
      asked += 1;
    }
    return { asked, closed, rounds, answers: answersIn(here, 'C0KEPT002').length };
  }

  check(
    35,
    'no answer is lost after a pause, although nothing tells that they are closed',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot();
      const { asked, answers } = await answered(here, bot, async (ask) => {
        await sleep(1000);
        here.slack.closeKept(true);
        await ask();
        return true;
      });
      figure(`${answers} of ${asked} answered`);
      expect(answers).toBe(asked);
    },
  );

  check(35, 'no answer is lost while this process stands still', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const { asked, closed, rounds, answers } = await answered(here, bot, async (ask) => {
      bot.process.kill('SIGSTOP');
      // The question is there before the end of the connection is: both wait until the process goes on.
      const waits = ask();
      await sleep(20);
      const kept = here.slack.closeKept();
      await sleep(20);
      bot.process.kill('SIGCONT');
      await waits;
      return kept > 0;
    });
    figure(`${answers} of ${asked} answered, ${closed} connections closed meanwhile`);
    expect(answers).toBe(asked);
    expect(closed).toBe(rounds);
  });
});
