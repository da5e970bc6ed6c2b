import { describe, expect, it } from 'vitest';
import { pause } from '../../src/store/deps.js';
import { steadyStore } from '../../src/store/steady.js';
import type { Store } from '../../src/store/store.js';
import { fakeStore } from './fake-store.js';
import { anAsked, aVote, handClock, keptLog, later, settled } from './samples.js';
import { soon } from './steady-rig.js';

interface Way {
  /** Milliseconds of a call; null: it never ends. */
  latency: number | null;
  broken: boolean | 'votes';
}

/** Replicas on one store, each with a way to it of its own: so that it is slow or broken for each by itself. */
async function replicas(count: number, latency: number | null = 0) {
  const clock = handClock();
  const fake = fakeStore();
  const log = keptLog();
  const ways = Array.from({ length: count }, (): Way => ({ latency, broken: false }));
  const stores = ways.map((way) => steadyStore(async () => slowly(await fake.open(), way, clock), { clock, log }));
  await clock.advance(20_000);
  return { clock, fake, log, ways, stores, store: stores[0] as (typeof stores)[number] };
}

function slowly(store: Store, way: Way, clock: ReturnType<typeof handClock>) {
  const wait = async (isVote = false) => {
    if (way.broken === true || (isVote && way.broken === 'votes')) throw new Error('broken');
    if (way.latency === null) await new Promise(() => {});
    else if (way.latency > 0) await pause(way.latency, clock);
  };
  return {
    ...store,
    record: async (...args) => wait().then(() => store.record(...args)),
    vote: async (...args) => wait(true).then(() => store.vote(...args)),
    forget: async (...args) => wait().then(() => store.forget(...args)),
    forgotten: async () => wait().then(() => store.forgotten()),
    probe: async () => wait().then(() => store.probe()),
  } satisfies Store;
}

/** Asks ten questions a second, each at all replicas at once; answers with how many times each was answered. */
async function askAll(
  { clock, stores }: Pick<Awaited<ReturnType<typeof replicas>>, 'clock' | 'stores'>,
  count: number,
  round = 'q',
) {
  const firsts = Array.from({ length: count }, () => 0);
  for (let at = 0; at < count; at += 1) {
    for (const store of stores)
      void store.record(anAsked(`${round}${at}`, { at: clock.now() })).then((first) => {
        if (first) firsts[at] = (firsts[at] ?? 0) + 1;
      });
    await clock.advance(100);
  }
  await clock.advance(10_000);
  return firsts;
}

describe('a slow store', () => {
  it.each([0, 200, 1000, 2000, 3000])('delays and doubles nothing where a call takes %d ms', async (latency) => {
    const all = await replicas(3, latency);
    expect(new Set(await askAll(all, 50))).toEqual(new Set([1]));
    expect(all.fake.asked.size).toBe(50);
    expect(all.log.lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  it('doubles no more than what is asked in the first second in which it becomes slow', async () => {
    const all = await replicas(3);
    await askAll(all, 20, 'before');
    for (const way of all.ways) way.latency = 3000;
    const firsts = await askAll(all, 60);
    expect(firsts.filter((times) => times > 1).length).toBeLessThanOrEqual(10);
    expect(firsts.every((times) => times > 0)).toBe(true);
    expect(firsts.slice(35)).toEqual(Array(25).fill(1));
    expect(all.stores.map((store) => store.state())).toMatchObject(Array(3).fill({ ok: true, waiting: 0 }));
  });

  it('is given as long again where it was slow a moment ago', async () => {
    const { clock, store, ways } = await replicas(1);
    for (const way of ways) way.latency = 2000;
    expect(await soon(store.record(anAsked('1')), clock, 2000)).toBe(true);
    for (const way of ways) way.latency = 3900;
    expect(await soon(store.record(anAsked('2')), clock, 3800)).toBe('late');
    await clock.advance(100);
    expect(store.state()).toMatchObject({ ok: true, waiting: 0 });
  });

  it('is away once it says nothing for two and a half seconds; from then on nobody waits', async () => {
    const { clock, store, ways } = await replicas(1);
    for (const way of ways) way.latency = null;
    expect(await soon(store.record(anAsked('1')), clock, 2400)).toBe('late');
    await clock.advance(100);
    expect(store.state()).toMatchObject({ ok: false, waiting: 1 });
    expect(await soon(store.record(anAsked('2')), clock, 0)).toBe(true);
  });

  it('is back at once when a call comes through late', async () => {
    const { clock, store, ways, fake } = await replicas(1);
    for (const way of ways) way.latency = 2700;
    const first = store.record(anAsked('1'));
    await clock.advance(2500);
    expect(await first).toBe(true);
    expect(store.state()).toMatchObject({ ok: false });
    await clock.advance(200);
    expect(store.state()).toMatchObject({ ok: true });
    for (const way of ways) way.latency = 0;
    await clock.advance(20_000);
    expect(store.state()).toMatchObject({ ok: true, waiting: 0 });
    expect(fake.asked.size).toBe(1);
  });

  it('keeps a command waiting for a second and a half only, and is looked at where no other call shows how it is', async () => {
    const { clock, store, ways } = await replicas(1);
    for (const way of ways) way.latency = null;
    expect(await soon(store.record(anAsked('1', { door: 'command' })), clock, 1400)).toBe('late');
    await clock.advance(100);
    expect(store.state()).toMatchObject({ ok: true, waiting: 1 });
    await clock.advance(2500);
    expect(store.state()).toMatchObject({ ok: false });
  });

  it('gives up one call that never ends, and no other', async () => {
    const clock = handClock();
    const fake = fakeStore();
    const store = steadyStore(
      async () => {
        const inner = await fake.open();
        return { ...inner, record: (one) => (one.id === 'stuck' ? new Promise(() => {}) : inner.record(one)) };
      },
      { clock, log: keptLog() },
    );
    await settled();
    const stuck = store.record(anAsked('stuck'));
    for (let at = 0; at < 85; at += 1) {
      expect(await store.record(anAsked(`${at}`))).toBe(true);
      await clock.advance(100);
    }
    expect(await stuck).toBe(true);
    expect(store.state()).toMatchObject({ ok: true, waiting: 1 });
  });
});

describe('a store of which one call fails', () => {
  it('stays in service, and takes the row later', async () => {
    let fail = true;
    const clock = handClock();
    const fake = fakeStore();
    const log = keptLog();
    const store = steadyStore(
      async () => {
        const inner = await fake.open();
        return {
          ...inner,
          record: async (one) => {
            if (one.id === '1' && fail) throw new Error('broken');
            return inner.record(one);
          },
        };
      },
      { clock, log },
    );
    await settled();
    fake.asked.set('2', anAsked('2'));
    expect(await store.record(anAsked('1'))).toBe(true);
    await settled();
    expect(await store.record(anAsked('2'))).toBe(false);
    expect(store.state()).toMatchObject({ ok: true, waiting: 1 });
    fail = false;
    await clock.advance(20_000);
    expect(store.state()).toMatchObject({ ok: true, waiting: 0 });
    expect([...fake.asked.keys()].sort()).toEqual(['1', '2']);
    expect(log.lines.map(({ message }) => message)).toEqual(['store in service']);
  });
});

describe('"forget me" with several replicas', () => {
  const named = ({ asked }: ReturnType<typeof fakeStore>) =>
    [...asked.values()].filter(({ person }) => person !== '').map(({ id }) => id);

  it('reaches what another one holds in memory, though its clock is minutes ahead', async () => {
    const { clock, fake, stores, ways } = await replicas(2);
    const [near, far] = stores;
    const [, way] = ways;
    if (way) way.broken = true;
    await far?.record(anAsked('mine', { at: later(4 * 60_000) }));
    await far?.record(anAsked('theirs', { person: 'person-2' }));
    await far?.vote(aVote('mine'));
    await clock.advance(1000);
    expect(far?.state()).toMatchObject({ ok: false, waiting: 3 });
    expect(await near?.forget('person-1')).toBe(0);
    if (way) way.broken = false;
    await clock.advance(20_000);
    expect(far?.state()).toMatchObject({ ok: true, waiting: 0 });
    expect([...fake.asked.keys()].sort()).toEqual(['mine', 'theirs']);
    expect(named(fake)).toEqual(['theirs']);
    expect(fake.votes.size).toBe(0);
  });

  it('leaves alone what was asked long after it', async () => {
    const { clock, fake, stores, ways } = await replicas(2);
    const [near, far] = stores;
    await near?.forget('person-1');
    const [, way] = ways;
    if (way) way.broken = true;
    await far?.record(anAsked('again', { at: later(10 * 60_000) }));
    if (way) way.broken = false;
    await clock.advance(30_000);
    expect(named(fake)).toEqual(['again']);
  });

  it('reaches what is on its way from another one just then', async () => {
    const { clock, fake, stores, ways } = await replicas(2);
    const [near, far] = stores;
    const [, way] = ways;
    if (way) way.latency = 2000;
    const onItsWay = far?.record(anAsked('mine'));
    await clock.advance(1000);
    expect(await near?.forget('person-1')).toBe(0);
    await clock.advance(1000);
    expect(await onItsWay).toBe(true);
    expect(named(fake)).toEqual(['mine']);
    await clock.advance(30_000);
    expect(named(fake)).toEqual([]);
  });

  it('waits for what is on its way from the same one', async () => {
    const { clock, fake, store, ways } = await replicas(1);
    for (const way of ways) way.latency = 1000;
    void store.record(anAsked('mine'));
    await clock.advance(500);
    for (const way of ways) way.latency = 0;
    expect(await soon(store.forget('person-1'), clock)).toBe(1);
    expect(named(fake)).toEqual([]);
  });
});

describe('votes of one person on the same', () => {
  it('count as they come in, though the clock is set back, also while the store is away', async () => {
    const { clock, fake, store, ways } = await replicas(1);
    for (const way of ways) way.broken = true;
    await store.vote(aVote('a', { helpful: true, at: later(200_000) }));
    await store.vote(aVote('a', { helpful: false }));
    for (const way of ways) way.broken = false;
    await clock.advance(20_000);
    expect([...fake.votes.values()]).toEqual([aVote('a', { helpful: false })]);
  });

  it('that waits in memory gives way to a later one that does not', async () => {
    const { clock, fake, store, ways } = await replicas(1);
    for (const way of ways) way.broken = 'votes';
    await store.vote(aVote('a', { helpful: true, at: later(200_000) }));
    for (const way of ways) way.broken = false;
    expect(store.state()).toMatchObject({ ok: true, waiting: 1 });
    await store.vote(aVote('a', { helpful: false }));
    await clock.advance(20_000);
    expect([...fake.votes.values()]).toEqual([aVote('a', { helpful: false })]);
  });

  it('that waits in memory does not replace one that another replica took meanwhile', async () => {
    const { clock, fake, stores, ways } = await replicas(2);
    const [near, far] = stores;
    const [, way] = ways;
    if (way) way.broken = true;
    await far?.vote(aVote('a', { helpful: true }));
    await near?.vote(aVote('a', { helpful: false, at: later(1000) }));
    if (way) way.broken = false;
    await clock.advance(20_000);
    expect([...fake.votes.values()]).toEqual([aVote('a', { helpful: false, at: later(1000) })]);
  });
});
