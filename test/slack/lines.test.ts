import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/logging.js';
import { inDoubtReply, onItsWayReply, stoppingReply, tooBusyReply } from '../../src/replies/delivery.js';
import { plain } from '../../src/replies/reply.js';
import type { Client } from '../../src/slack/client.js';
import { type Fault, networkFault } from '../../src/slack/faults.js';
import { LONGEST, MOST_IN_ALL, MOST_IN_LINE, SOON, SPACING } from '../../src/slack/lines.js';
import { createPoster } from '../../src/slack/post.js';

/** Time that passes only while everybody waits. */
function clock() {
  let now = 0;
  const waiting: { at: number; go(): void }[] = [];
  return {
    now: () => now,
    wait: (ms: number) => new Promise<void>((go) => void waiting.push({ at: now + ms, go })),
    /** Lets so many milliseconds pass in which nobody waits. */
    rest(ms: number) {
      now += ms;
    },
    /** Lets time pass until nobody waits any more, or up to a moment. */
    async pass(until = Number.POSITIVE_INFINITY) {
      for (;;) {
        await new Promise(setImmediate);
        waiting.sort((a, b) => a.at - b.at);
        const [next] = waiting;
        if (next === undefined || next.at > until) break;
        waiting.shift();
        now = next.at;
        next.go();
      }
    },
  };
}

interface Call {
  at: number;
  channel: string;
  text: string;
  user: string | undefined;
}

/** A Slack that takes one message a second in a channel, a bot or several on it, and all that was posted. */
function open({ bots = 1, delay = 0, fault = (_: Call): Fault | null => null } = {}) {
  const time = clock();
  const calls: Call[] = [];
  const posts: Call[] = [];
  const last = new Map<string, number>();
  const gauge: number[] = [];
  const client = (async (method: string, args: { channel: string; text: string; user?: string }) => {
    const call = { at: time.now(), channel: args.channel, text: args.text, user: args.user };
    calls.push(call);
    if (delay > 0 && call.user === undefined) await time.wait(delay);
    const wrong = fault(call);
    if (wrong !== null) return { fault: wrong };
    const since = time.now() - (last.get(args.channel) ?? Number.NEGATIVE_INFINITY);
    if (method === 'chat.postMessage' && since < 1000)
      return { fault: { kind: 'ratelimited', recourse: 'retry', wait: 1000 } };
    if (method === 'chat.postMessage') last.set(args.channel, time.now());
    posts.push(call);
    return { fault: null, answer: { channel: call.channel, ts: `${call.at}` } };
  }) as unknown as Client;
  const posters = Array.from({ length: bots }, () =>
    createPoster({
      client,
      log: createLog('silent'),
      now: time.now,
      wait: time.wait,
      observe: { slackFault: () => {}, waiting: (messages) => gauge.push(messages) },
    }),
  );
  const [poster = posters[0]] = posters;
  /** So many answers, `0`, `1` and so on, asked for by as many people. */
  const answer = (count: number, channel = 'C1', first = 0) =>
    Array.from({ length: count }, (_, at) => {
      const by = posters[at % bots];
      return by?.openly({ channel, thread: '1.1', user: `U${first + at}` }, plain(`${first + at}`)).then(Boolean);
    });
  const notes = (text: string) => posts.filter((post) => post.text === text).map(({ user }) => user);
  const answers = (channel = 'C1') => posts.filter((post) => post.channel === channel && post.user === undefined);
  return { time, calls, posts, gauge, poster, answer, notes, answers };
}

const said = ({ text }: { text: string }) => text;
const names = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `U${from + at}`);

describe('more answers than Slack takes in a channel', () => {
  it('are all posted, once each, in their order, the first at once and then one a second', async () => {
    const { time, answer, answers, gauge } = open();
    const all = answer(20);
    await time.pass();
    expect(await Promise.all(all)).toEqual(all.map(() => true));
    expect(answers().map(said)).toEqual(Array.from({ length: 20 }, (_, at) => `${at}`));
    expect(answers()[0]?.at).toBe(0);
    expect(answers().at(-1)?.at).toBeLessThan(20 * 1150);
    const gaps = answers().map(({ at }, n, all) => at - (all[n - 1]?.at ?? Number.NEGATIVE_INFINITY));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...gaps.slice(2))).toBeCloseTo(SPACING, 5);
    expect(Math.max(...gauge)).toBe(19);
    expect(gauge.at(-1)).toBe(0);
  });

  it('cost Slack few calls in vain', async () => {
    const { time, answer, calls } = open();
    answer(20);
    await time.pass();
    expect(calls.filter(({ user }) => user === undefined).length).toBe(20 + 19);
  });

  it('hold up no other channel', async () => {
    const { time, answer, answers } = open();
    answer(5);
    await time.pass(500);
    answer(1, 'C2', 10);
    await time.pass();
    expect(answers('C2')[0]?.at).toBeLessThanOrEqual(500);
  });

  it('let nobody in who comes later before those who wait', async () => {
    const { time, answer, answers } = open();
    answer(4);
    await time.pass(1100);
    answer(1, 'C1', 10);
    await time.pass();
    expect(answers().map(said)).toEqual(['0', '1', '2', '3', '10']);
  });

  it('are told of, once, to those alone who wait over three seconds', async () => {
    const { time, answer, notes } = open();
    answer(10);
    await time.pass(0);
    // One posted at once, then one in a little more than a second: the third that waits has its turn after three.
    expect(notes(onItsWayReply().text)).toEqual(names(3, 10));
    await time.pass();
    expect(notes(onItsWayReply().text)).toEqual(names(3, 10));
    expect(SOON).toBe(3000);
  });

  it('are told of as soon as a wait grows that was short at first', async () => {
    let refusals = 0;
    const longer = (): Fault | null =>
      refusals++ < 2 ? { kind: 'ratelimited', recourse: 'retry', wait: refusals === 1 ? 500 : 5000 } : null;
    const { time, answer, notes } = open({ fault: ({ user }) => (user === undefined ? longer() : null) });
    answer(1);
    await time.pass(400);
    expect(notes(onItsWayReply().text)).toEqual([]);
    await time.pass(1000);
    expect(notes(onItsWayReply().text)).toEqual(['U0']);
  });

  it('leave nothing behind: who asks once all are posted is answered at once', async () => {
    const { time, answer, answers } = open();
    answer(3);
    await time.pass();
    time.rest(5000);
    const from = time.now();
    answer(1, 'C1', 10);
    await time.pass(from);
    expect(answers().at(-1)).toMatchObject({ text: '10', at: from });
  });

  it('are held to the numbers that docs/operations.md tells', () => {
    expect({ MOST_IN_LINE, MOST_IN_ALL, LONGEST }).toEqual({ MOST_IN_LINE: 100, MOST_IN_ALL: 1000, LONGEST: 120_000 });
  });

  it('are all posted by two replicas as well, which know nothing of each other', async () => {
    const { time, answer, answers } = open({ bots: 2 });
    answer(20);
    await time.pass();
    expect(answers().map(said).sort()).toEqual(Array.from({ length: 20 }, (_, at) => `${at}`).sort());
  });

  it(`wait in a line of ${MOST_IN_LINE}; who comes after that is told, and only the asker`, async () => {
    const { time, answer, answers, notes } = open();
    answer(1 + MOST_IN_LINE + 1);
    await time.pass();
    expect(answers()).toHaveLength(1 + MOST_IN_LINE);
    expect(notes(tooBusyReply().text)).toEqual([`U${1 + MOST_IN_LINE}`]);
  });

  it(`wait, all lines together, up to ${MOST_IN_ALL}`, async () => {
    const { time, answer, answers, notes, gauge } = open();
    const lines = 20;
    const each = MOST_IN_ALL / lines;
    for (let line = 0; line < lines; line++) answer(1 + each, `C${line}`, line * 100);
    await time.pass(0);
    expect(gauge.at(-1)).toBe(MOST_IN_ALL);
    answer(2, 'C100', 9000);
    await time.pass();
    expect(answers('C100').map(said)).toEqual(['9000']);
    expect(notes(tooBusyReply().text)).toEqual(['U9001']);
    for (let line = 0; line < lines; line++) expect(answers(`C${line}`)).toHaveLength(1 + each);
  });
});

describe('a pause that Slack asks for', () => {
  const asks = (wait: number) => {
    let first = true;
    return ({ user }: Call): Fault | null => {
      if (user !== undefined || !first) return null;
      first = false;
      return { kind: 'ratelimited', recourse: 'retry', wait };
    };
  };

  it('is kept by everybody in the channel', async () => {
    const { time, answer, answers, calls, notes } = open({ fault: asks(30_000) });
    answer(1);
    await time.pass(1000);
    answer(3, 'C1', 1);
    await time.pass(1001);
    // Whoever comes while it lasts is told at once, too.
    expect(notes(onItsWayReply().text)).toEqual(['U0', 'U1', 'U2', 'U3']);
    await time.pass();
    expect(answers().map(said)).toEqual(['0', '1', '2', '3']);
    expect(calls.filter(({ at, user }) => user === undefined && at > 0 && at < 30_000)).toEqual([]);
  });

  it.each([
    [LONGEST - 1000, true],
    [LONGEST + 1, false],
  ])('of %i ms is waited for: %s, since nobody waits for ever', async (wait, posted) => {
    const { time, answer, answers, notes } = open({ fault: asks(wait) });
    const [done] = answer(1);
    await time.pass(1);
    expect(notes(tooBusyReply().text)).toEqual(posted ? [] : ['U0']);
    await time.pass();
    expect(await done).toBe(posted);
    expect(answers()).toHaveLength(posted ? 1 : 0);
  });

  it('is longer each time where Slack cannot be reached, and never longer than a quarter of a minute', async () => {
    const gone = networkFault(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    const { time, answer, calls, answers } = open({ fault: ({ at }) => (at < 60_000 ? gone : null) });
    answer(1);
    await time.pass();
    const tries = calls.filter(({ user }) => user === undefined).map(({ at }) => at);
    const pauses = tries.slice(1).map((at, n) => Math.floor((at - (tries[n] ?? 0)) / 1000));
    expect(pauses.slice(0, 5)).toEqual([1, 2, 4, 8, 15]);
    expect(Math.max(...pauses)).toBe(15);
    expect(answers()).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('whose blocks are refused is cut to what Slack takes as one text', async () => {
    let first = true;
    const { poster, posts } = open({
      fault() {
        const refused: Fault | null = first ? { kind: 'invalid_blocks', recourse: 'plain' } : null;
        first = false;
        return refused;
      },
    });
    await poster?.openly({ channel: 'C1', user: 'U1' }, plain('x'.repeat(5000)));
    expect(posts.map(({ text }) => text.length)).toEqual([4000]);
  });
});

describe('an answer in a line', () => {
  it('of which nobody knows whether it was posted is not sent again, its asker is told, and the others go on', async () => {
    const open5xx: Fault = { kind: 'http_503', recourse: 'unsure' };
    const { time, answer, answers, calls, notes } = open({
      fault: ({ text, at }) => (text === '2' && at > 0 ? open5xx : null),
    });
    const all = answer(4);
    await time.pass();
    expect(await Promise.all(all)).toEqual([true, true, false, true]);
    expect(answers().map(said)).toEqual(['0', '1', '3']);
    expect(calls.filter(({ text, at }) => text === '2' && at > 0)).toHaveLength(1);
    expect(notes(inDoubtReply().text)).toEqual(['U2']);
  });

  it('is told to its asker where it cannot be posted before the bot stops, and posted where it can', async () => {
    const { time, answer, answers, notes, poster, gauge } = open();
    const all = answer(12);
    await time.pass(0);
    poster?.hurry(5000);
    await time.pass(0);
    expect(notes(stoppingReply().text).length).toBeGreaterThanOrEqual(5);
    await time.pass();
    const given = notes(stoppingReply().text);
    await Promise.all(all);
    expect(answers().length + given.length).toBe(12);
    expect(answers().length).toBeGreaterThanOrEqual(5);
    expect(answers().at(-1)?.at).toBeLessThanOrEqual(6000);
    expect(given.sort()).toEqual(names(answers().length, 12).sort());
    expect(gauge.at(-1)).toBe(0);
  });

  it('is never sent once its asker was told that it is not', async () => {
    const { time, answer, calls, notes, poster } = open({
      fault: ({ at, user }) =>
        user === undefined && at < 1000 ? { kind: 'ratelimited', recourse: 'retry', wait: 30_000 } : null,
    });
    answer(2);
    await time.pass(0);
    poster?.hurry(5000);
    await time.pass();
    expect(notes(stoppingReply().text)).toEqual(['U0', 'U1']);
    expect(calls.filter(({ user, at }) => user === undefined && at > 0)).toEqual([]);
  });

  it('that is being sent when the bot stops is not told to be lost', async () => {
    const { time, answer, answers, notes, poster } = open({ delay: 2000 });
    const all = answer(2);
    await time.pass(2000);
    // One is refused, and is under way for the second time.
    await time.pass(3500);
    poster?.hurry(0);
    time.rest(100);
    const late = answer(1, 'C1', 10);
    await time.pass();
    expect(await Promise.all([...all, ...late])).toEqual([true, true, false]);
    expect(answers()).toHaveLength(2);
    expect(notes(stoppingReply().text)).toEqual(['U10']);
  });

  it('that comes while the bot stops is posted, or told', async () => {
    const { time, answer, answers, notes, poster } = open();
    answer(1);
    await time.pass(0);
    poster?.hurry(500);
    answer(1, 'C1', 1);
    await time.pass();
    expect(answers().map(said)).toEqual(['0']);
    expect(notes(stoppingReply().text)).toEqual(['U1']);
  });
});
