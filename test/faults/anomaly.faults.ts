import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { systemClock } from '../../src/store/deps.js';
import { openStore } from '../../src/store/open.js';
import { steadyStore } from '../../src/store/steady.js';
import type { Store } from '../../src/store/store.js';
import type { Bot } from './bot.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { inside } from './inside.js';
import { question, thing } from './knowledge.js';
import { command, directMessage, mention, nextTs, type Payload, press } from './payloads.js';
import { openStage, type Stage } from './stage.js';
import type { Call, Failure } from './stand-in.js';
import { numbers, sleep, until } from './wait.js';

const MARKER = 'zqmarker';
const FAILURES: readonly [string, Failure][] = [
  ['500', { status: 500 }],
  ['an unknown error', { error: 'fatal_error' }],
  ['a passing error', { error: 'internal_error' }],
  ['not in channel', { error: 'not_in_channel' }],
  ['invalid blocks', { error: 'invalid_blocks' }],
  ['429', { status: 429, retryAfter: 1 }],
  ['a reset', 'reset'],
  ['a cut after it was taken', 'cut'],
  ['a page in place of JSON', 'page'],
];

/** One conversation: asked in a channel and directly, with details of a person, by command, then read on and voted. */
function conversation(channel: string, urls: readonly string[]): Payload[] {
  const [read = '', vote = '', reason = ''] = urls;
  return [
    mention({ text: `${MARKER} ${question(1)}`, channel }),
    mention({ text: `${MARKER} mrs Kowalski 206-555-0147 ${question(2)}`, channel }),
    directMessage({ text: `${MARKER} ${question(3)}`, channel: `D${channel.slice(1)}` }),
    command(`${MARKER} ${question(4)}`),
    press('read:0', thing(5), { channel, response_url: read }),
    press('vote', `down ${thing(1)}`, { channel, response_url: vote }),
    press('reason:0', `unclear ${thing(1)}`, { channel, response_url: reason }),
  ];
}

/** Calls of that conversation: three answers, a note on details, and three to response URLs. */
const CALLS = 7;

let here: Stage;
let bot: Bot;
beforeAll(async () => {
  here = await openStage({ entries: 20 });
  bot = await here.bot();
});
afterAll(() => here.close());

describe('anomalies', () => {
  for (const [name, failure] of FAILURES) {
    check(
      31,
      `of Slack: whichever call meets ${name}, the process lives and nothing is doubled or told`,
      async ({ figure }) => {
        for (const nth of numbers(CALLS + 1)) await sweepCall(`C0SWEEP${nextTs().replace('.', '')}`, nth, failure);
        figure(`calls 1 to ${CALLS} failed in turn`);
      },
      true,
    );
  }

  for (const moment of ['before', 'after'] as const) {
    check(
      31,
      `of the store: whichever call fails ${moment} it is carried out, everybody is answered once`,
      async ({ figure }) => {
        const folder = mkdtempSync(join(tmpdir(), 'iastm-anomaly-'));
        try {
          let nth = 1;
          while (await sweepStore(join(folder, `${nth}.db`), nth, moment)) nth += 1;
          figure(`calls 1 to ${nth - 1} failed in turn`);
          expect(nth).toBeGreaterThan(5);
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    );
  }
});

/** Has one conversation with Slack whose n-th call fails; none does where that is 0. */
async function sweepCall(channel: string, nth: number, failure: Failure): Promise<void> {
  const { slack } = here;
  const urls = [slack.responseUrl(), slack.responseUrl(), slack.responseUrl()];
  const mine = ({ args, path }: Call) =>
    String(args.channel).slice(1) === channel.slice(1) || urls.some((url) => url.endsWith(path));
  let count = 0;
  slack.fail((call) => mine(call) && ++count === nth, failure, 1);
  for (const payload of conversation(channel, urls)) {
    const { status } = await bot.deliver(payload);
    expect(status).toBe(200);
  }
  const calls = () => slack.calls.filter(mine).length;
  await until('all calls', () => calls() >= CALLS);
  for (let before = -1; before !== calls(); ) {
    before = calls();
    await sleep(nth > 0 && isRetried(failure) ? 1200 : 300);
  }
  if (nth === 0) expect(calls()).toBe(CALLS);
  const answers = new Map<unknown, number>();
  for (const { args, method } of slack.posts.filter(mine)) {
    if (method === 'chat.postMessage' && args.thread_ts)
      answers.set(args.thread_ts, (answers.get(args.thread_ts) ?? 0) + 1);
  }
  expect(answers.size).toBeGreaterThan(0);
  expect([...answers.values()].every((times) => times === 1)).toBe(true);
  expect(bot.exited()).toBeNull();
  expect(bot.output()).not.toMatch(/zqmarker|Kowalski|555-0147/);
}

/** Whether the bot pauses before it tries again. */
function isRetried(failure: Failure): boolean {
  return (
    typeof failure === 'object' && ('status' in failure || ('error' in failure && failure.error === 'internal_error'))
  );
}

/** Fails the n-th call of the store during one conversation. False where it had fewer calls. */
async function sweepStore(path: string, nth: number, moment: 'before' | 'after'): Promise<boolean> {
  const counter = { count: 0, failed: false };
  const log: string[] = [];
  const note = (fields: object, message: string) => void log.push(JSON.stringify(fields) + message);
  const around = { clock: systemClock, log: { debug: note, info: note, warn: note, error: note } };
  const store = steadyStore(async () => failing(await openStore(`file:${path}`), counter, nth, moment), around);
  await until('the store is open', () => store.state().ok || counter.failed);
  const talk = inside(store, around.log);
  const payloads = conversation('C0SWEEP01', ['', '', '']);
  for (const payload of [...payloads, ...(LONG ? payloads : [])])
    expect((await talk.deliver(payload)).acked).toBe(true);
  await talk.idle();
  expect(talk.answers('C0SWEEP01')).toEqual([1, 1]);
  expect(talk.answers('D0SWEEP01')).toEqual([1]);
  expect(log.join('\n')).not.toMatch(/zqmarker|Kowalski|555-0147/);
  await store.close();
  return counter.failed;
}

/** A store whose n-th call fails, before or after it is carried out. */
function failing(
  inner: Store,
  counter: { count: number; failed: boolean },
  nth: number,
  moment: 'before' | 'after',
): Store {
  async function through<T>(call: () => Promise<T>): Promise<T> {
    const mine = ++counter.count === nth;
    if (mine) counter.failed = true;
    const fault = Object.assign(new Error(`${MARKER} in a driver's words`), { code: 'SQLITE_IOERR' });
    if (mine && moment === 'before') throw fault;
    const result = await call();
    if (mine) throw fault;
    return result;
  }
  return {
    ...inner,
    record: (asked) => through(() => inner.record(asked)),
    settle: (asked, outcome) => through(() => inner.settle(asked, outcome)),
    vote: (vote) => through(() => inner.vote(vote)),
    takeTurn: (job, slot, at) => through(() => inner.takeTurn(job, slot, at)),
    expire: (before) => through(() => inner.expire(before)),
    expireText: (before) => through(() => inner.expireText(before)),
    forget: (person) => through(() => inner.forget(person)),
    probe: () => through(() => inner.probe()),
  };
}
