import { afterAll, beforeAll, describe, expect } from 'vitest';
import { BOT_TOKEN, type Bot } from './bot.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { question } from './knowledge.js';
import { directMessage, mention, nextTs, press } from './payloads.js';
import { openStage, type Stage } from './stage.js';
import { ms, sleep, until } from './wait.js';

/** Slack's words for a refusal, each with whether people are still told: by another way, or that the answer may be missing. */
const REFUSALS: readonly [string, boolean][] = [
  ['not_in_channel', true],
  ['channel_not_found', true],
  ['is_archived', true],
  ['restricted_action', true],
  ['restricted_action_thread_locked', true],
  ['a_word_of_tomorrow', true],
  ['msg_too_long', true],
  ['invalid_blocks', true],
  ['msg_blocks_too_long', true],
  ['token_revoked', false],
  ['account_inactive', false],
  ['missing_scope', false],
  ['internal_error', true],
  ['fatal_error', true],
  ['message_limit_exceeded', true],
];

let here: Stage;
let bot: Bot;
beforeAll(async () => {
  here = await openStage();
  bot = await here.bot();
});
afterAll(() => here.close());

const callsTo = (channel: string, from = 0) =>
  here.slack.calls.slice(from).filter(({ args }) => args.channel === channel);
const postsTo = (channel: string) => here.slack.posts.filter(({ args }) => args.channel === channel);
/** What everybody in the channel sees. */
const answersTo = (channel: string) => postsTo(channel).filter(({ method }) => method === 'chat.postMessage');

describe('errors of Slack', () => {
  check(
    12,
    'are met with at most three calls, another way where one is left, and no word of the question in the log',
    async ({ figure }) => {
      const most: number[] = [];
      const told: string[] = [];
      await Promise.all(
        REFUSALS.map(async ([word, other], at) => {
          const channel = `C0ERROR${String(at).padStart(2, '0')}`;
          const user = `U0ERROR${String(at).padStart(2, '0')}`;
          // What concerns the place or the blocks fails every time there; what is passing fails once.
          const stop = here.slack.fail(
            ({ method, args }) =>
              method === 'chat.postMessage' &&
              args.channel === channel &&
              (args.blocks !== undefined || !word.includes('block')),
            { error: word },
            word === 'msg_too_long' ? 1 : undefined,
          );
          await bot.deliver(mention({ text: `${question(at)} marker${at}`, channel, user }));
          await until(`the call for ${word}`, () => callsTo(channel).length > 0);
          if (other) await until(`the other way for ${word}`, () => postsTo(channel).length + postsTo(user).length > 0);
          else await until(`the log of ${word}`, () => bot.output().includes(word));
          await sleep(300);
          most.push(callsTo(channel).length + callsTo(user).length);
          if (postsTo(channel).length + postsTo(user).length > 0) told.push(word);
          stop();
          await bot.deliver(mention({ text: question(at), channel, user }));
          await until(
            `the next answer after ${word}`,
            () => callsTo(channel).length > 0 && postsTo(channel).length > 0,
          );
        }),
      );
      figure(
        `at most ${Math.max(...most)} calls, ${told.length} of ${REFUSALS.length} told by another way, next question answered each time`,
      );
      expect(Math.max(...most)).toBeLessThanOrEqual(3);
      expect(told.sort()).toEqual(REFUSALS.flatMap(([word, other]) => (other ? [word] : [])).sort());
      expect(bot.output()).not.toMatch(/marker\d/);
    },
    true,
  );

  check(
    12,
    'are met in the channel where a response URL has expired, or is answered with a page',
    async ({ figure }) => {
      const channel = 'C0EXPIRED';
      for (const failure of [{ status: 404 }, { status: 500 }, 'page'] as const) {
        here.slack.fail('respond', failure, 1);
        await bot.deliver(
          press('topic', 'topic-0000', { channel, response_url: here.slack.responseUrl(), message_ts: nextTs() }),
        );
      }
      await until('all told', () => postsTo(channel).length === 3);
      const told = postsTo(channel).map(({ method }) => method);
      figure(`404, 500 and a page: told in the channel, ${told.join(' and ')}`);
      expect(new Set(told)).toEqual(new Set(['chat.postEphemeral']));
    },
    true,
  );

  check(
    13,
    'such as 429 hold up one channel and no other, and double nothing',
    async ({ figure, allowed }) => {
      here.slack.fail(
        ({ method, args }) => method === 'chat.postMessage' && args.channel === 'C0RATED01',
        { status: 429, retryAfter: 3 },
        1,
      );
      const begun = performance.now();
      await bot.deliver(mention({ text: question(31), channel: 'C0RATED01' }));
      await sleep(300);
      const other = performance.now();
      await bot.deliver(mention({ text: question(32), channel: 'C0RATED02' }));
      await until('the other channel', () => postsTo('C0RATED02').length > 0);
      const beside = (postsTo('C0RATED02')[0]?.at ?? 0) - other;
      await until('the answer', () => answersTo('C0RATED01').length > 0);
      const held = (answersTo('C0RATED01')[0]?.at ?? 0) - begun;
      await sleep(4000);
      figure(
        `answered after ${ms(held)}, the other channel after ${ms(beside)}, ${answersTo('C0RATED01').length} post`,
      );
      expect(held).toBeGreaterThan(2900);
      expect(held).toBeLessThan(3000 + allowed(2000));
      expect(beside).toBeLessThan(allowed(1000));
      expect(callsTo('C0RATED01').filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
      expect(answersTo('C0RATED01')).toHaveLength(1);
    },
    true,
  );

  check(
    14,
    'such as a connection cut after the post, or an answer that comes too late, double nothing',
    async ({ figure }) => {
      here.slack.fail(({ method, args }) => method === 'chat.postMessage' && args.channel === 'C0CUT0001', 'cut');
      here.slack.fail(({ method, args }) => method === 'chat.postMessage' && args.channel === 'C0LATE001', {
        delay: 15_000,
      });
      await bot.deliver(mention({ text: question(41), channel: 'C0CUT0001' }));
      await bot.deliver(mention({ text: question(42), channel: 'C0LATE001' }));
      await until('the cut post', () => answersTo('C0CUT0001').length > 0);
      await until('the late post', () => answersTo('C0LATE001').length > 0);
      await sleep(2000);
      figure(
        `cut: ${answersTo('C0CUT0001').length} post, late: ${answersTo('C0LATE001').length} post, each asker told once`,
      );
      for (const channel of ['C0CUT0001', 'C0LATE001'])
        expect(callsTo(channel).map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postEphemeral']);
    },
    true,
  );

  check(
    14,
    'such as one that comes although the message was posted double nothing, and the asker alone is told',
    async ({ figure }) => {
      const failures = [
        ...[500, 502, 503, 504].map((status) => ({ status })),
        ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].map((error) => ({ error })),
        'page' as const,
      ];
      const visible: number[] = [];
      const told: number[] = [];
      await Promise.all(
        failures.map(async (carriedOut, at) => {
          const channel = `C0AFTER${at}`;
          here.slack.fail(
            ({ method, args }) => method === 'chat.postMessage' && args.channel === channel,
            { carriedOut },
            1,
          );
          await bot.deliver(mention({ text: question(60 + at), channel, user: `U0AFTER${at}` }));
          await until(`the note on ${JSON.stringify(carriedOut)}`, () => postsTo(channel).length > 1);
          await sleep(3000);
          const seen = [...postsTo(channel), ...postsTo(`U0AFTER${at}`)];
          visible.push(seen.filter(({ method }) => method === 'chat.postMessage').length);
          told.push(seen.filter(({ args }) => args.user === `U0AFTER${at}`).length);
        }),
      );
      figure(`${failures.length} kinds: ${Math.max(...visible)} visible post, ${Math.max(...told)} note to the asker`);
      expect(visible).toEqual(failures.map(() => 1));
      expect(told).toEqual(failures.map(() => 1));
    },
    true,
  );

  check(
    34,
    'such as an answer without end are given up after a megabyte, also of response URLs',
    async ({ figure, allowed }) => {
      const before = bot.memory();
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, bot.memory());
      }, 20);
      here.slack.fail(({ method, args }) => method === 'chat.postMessage' && args.channel === 'C0FLOOD01', 'flood');
      const response_url = here.slack.responseUrl();
      here.slack.fail(({ path }) => response_url.endsWith(path), 'flood');
      const begun = performance.now();
      await bot.deliver(mention({ text: question(71), channel: 'C0FLOOD01' }));
      await bot.deliver(press('topic', 'topic-0000', { channel: 'C0FLOOD02', response_url, message_ts: nextTs() }));
      await until('both given up', () => postsTo('C0FLOOD01').length === 2 && postsTo('C0FLOOD02').length === 1);
      const took = performance.now() - begun;
      clearInterval(watch);
      figure(`given up after ${ms(took)}, memory + ${Math.round(most - before)} MB`);
      expect(took).toBeLessThan(allowed(10_000));
      expect(most - before).toBeLessThan(100);
    },
    true,
  );

  check(
    15,
    'such as no answer at all are given up within twelve seconds, logged, and felt by nobody else',
    async ({ figure, allowed, allowedAtWorst }) => {
      here.slack.fail(({ args }) => args.channel === 'C0HANGS01', 'hang');
      const begun = performance.now();
      await bot.deliver(mention({ text: question(51), channel: 'C0HANGS01' }));
      const ack = await bot.deliver(directMessage({ text: question(52), channel: 'D0OTHER01' }));
      await until('the other answer', () => postsTo('D0OTHER01').length > 0);
      await until('the log', () => bot.log().some(({ channel }) => channel === 'C0HANGS01'));
      const posts = callsTo('C0HANGS01').filter(({ method }) => method === 'chat.postMessage');
      const givenUp = performance.now() - begun;
      figure(`given up after ${ms(givenUp)}, another's ack ${ms(ack.ms)}, ${posts.length} call`);
      expect(ack.ms).toBeLessThan(allowedAtWorst(1000));
      expect(givenUp).toBeLessThan(10_000 + allowed(2000));
      expect(posts).toHaveLength(1);
    },
    true,
  );

  check(
    16,
    'at the start are waited for where they pass, and named where they do not',
    async ({ stage, figure, allowed }) => {
      const wait = LONG ? 20_000 : 4000;
      const [passing, refused, unset, both] = await Promise.all([stage(), stage(), stage(), stage()]);
      const recover = passing.slack.fail('auth.test', { status: 500 });
      passing.slack.fail('auth.test', 'page', 1);
      refused.slack.fail('auth.test', { error: 'invalid_auth' });
      const [slow, bad, without, wrong] = await Promise.all([
        passing.bot({ wait: false }),
        refused.bot({ wait: false }),
        unset.bot({ wait: false, env: { SLACK_SIGNING_SECRET: '' } }),
        both.bot({ wait: false, env: { SLACK_BOT_TOKEN: 'secret-token', PORT: 'x' } }),
      ]);
      await until('it lives', async () => (await slow.requests.get('/healthz')).status === 200);
      await until('it asks who it is', () => passing.slack.calls.some(({ method }) => method === 'auth.test'));
      await sleep(wait);
      expect(slow.exited()).toBeNull();
      expect((await slow.deliver(mention({ text: question(1) }))).status).toBe(503);
      recover();
      const ready = await until('it is ready', async () => (await slow.requests.get('/readyz')).status === 200);
      const ends = await Promise.all([bad, without, wrong].map((each) => each.exit));
      const slowest = Math.max(...ends.map(({ after }) => after));
      figure(`ready ${ms(ready)} after recovery; bad token, missing and wrong variables: exit 1 after ${ms(slowest)}`);
      for (const end of ends) expect(end).toMatchObject({ code: 1 });
      expect(ready).toBeLessThan(allowed(30_000));
      // Four processes start at once, two of which read the knowledge.
      expect(slowest).toBeLessThan(allowed(20_000));
      expect(bad.output()).toMatch(/Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. .+\n$/);
      expect(without.output()).toContain('neither SLACK_APP_TOKEN');
      expect(wrong.output()).toContain('SLACK_BOT_TOKEN must start with xoxb-');
      expect(wrong.output()).toContain('PORT is "x"');
      for (const each of [bad, without, wrong]) {
        expect(each.output()).not.toMatch(/^\s+at /m);
        expect(each.output()).not.toContain(BOT_TOKEN);
        expect(each.output()).not.toContain('secret-token');
      }
    },
    true,
  );
});
