import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import { SILENCE } from '../../src/store/patience.js';
import { fakeStore } from './fake-store.js';
import { all, anAsked, aVote, later, settled } from './samples.js';
import { inTrouble, soon, steady, TROUBLES } from './steady-rig.js';

describe('the steady store', () => {
  it('passes everything through while the store is well', async () => {
    const { fake, store, states } = inTrouble();
    expect(await store.record(anAsked('1'))).toBe(true);
    expect(await store.record(anAsked('1'))).toBe(false);
    await store.vote(aVote('a'));
    expect(await store.takeTurn('job', 'slot', later(0))).toBe(true);
    expect(await store.takeTurn('job', 'slot', later(0))).toBe(false);
    expect(await all(store.allAsked())).toEqual([anAsked('1')]);
    expect(fake.votes.size).toBe(1);
    expect(states).toMatchObject([{ ok: true, waiting: 0, lost: 0 }]);
  });

  it('is first for exactly one of two deliveries at the same instant, well or not', async () => {
    for (const trouble of [null, ...TROUBLES]) {
      const { store, state, clock } = inTrouble();
      await settled();
      state.trouble = trouble;
      const both = await soon(Promise.all([store.record(anAsked('1')), store.record(anAsked('1'))]), clock);
      expect(both).toEqual([true, false]);
    }
  });

  it('does not ask twice what another replica has answered', async () => {
    const { fake, store, state } = inTrouble();
    fake.asked.set('1', anAsked('1'));
    expect(await store.record(anAsked('1'))).toBe(false);
    state.trouble = 'before';
    expect(await store.record(anAsked('1'))).toBe(false);
  });

  it.each(TROUBLES)(
    'loses places without a word while the store breaks (%s), and asks for none for long',
    async (trouble) => {
      const { clock, log, store, state } = inTrouble();
      const place = { team: 'T1', channel: 'C1', ts: '1.1', thread: '1.1', reply: '1.2' };
      await store.record(anAsked('1'));
      await store.place('1', place);
      expect(await store.placeOf('1')).toEqual({ asked: anAsked('1'), place });
      await store.record(anAsked('2'));
      state.trouble = trouble;
      await soon(store.place('2', place), clock);
      expect(await soon(store.placeOf('1'), clock, 1500)).toBeNull();
      expect(await soon(store.inThread(place), clock, 1500)).toEqual([]);
      expect(await soon(store.revise(anAsked('1', { text: 'anew' }), '2.0'), clock)).toBe(false);
      expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
      expect(store.state().waiting).toBe(0);
    },
  );

  it.each(TROUBLES)(
    'answers within three seconds while the store breaks (%s), and writes it all afterwards',
    async (trouble) => {
      const { fake, clock, log, states, store, state } = inTrouble();
      await store.record(anAsked('0'));
      state.trouble = trouble;
      for (const id of ['1', '2', '3']) expect(await soon(store.record(anAsked(id)), clock)).toBe(true);
      for (const id of ['0', '1', '2']) expect(await soon(store.record(anAsked(id)), clock)).toBe(false);
      await soon(store.vote(aVote('a')), clock);
      await soon(store.vote(aVote('a', { helpful: false, at: later(5) })), clock);
      expect(store.state()).toMatchObject({ ok: false, waiting: 4, lost: 0 });
      await clock.advance(60_000);
      state.trouble = null;
      await clock.advance(20_000);
      expect(store.state()).toMatchObject({ ok: true, waiting: 0, lost: 0 });
      expect([...fake.asked.keys()].sort()).toEqual(['0', '1', '2', '3']);
      expect([...fake.votes.values()]).toEqual([aVote('a', { helpful: false, at: later(5) })]);
      expect(states.map(({ ok }) => ok)).toEqual([true, false, true]);
      expect(log.lines.map(({ message }) => message)).toEqual([
        'store in service',
        'store out of service, answering from memory',
        'store in service',
      ]);
      expect(JSON.stringify([log.lines, states])).not.toMatch(/MARKER|how long/);
    },
  );

  it('takes nothing that it reads for a word on what it writes: a locked file is read well', async () => {
    const { clock, store, state } = inTrouble();
    await store.record(anAsked('0'));
    state.trouble = 'hangs';
    const recorded = store.record(anAsked('1'));
    await settled();
    state.trouble = null;
    let answered = false;
    recorded.then(() => {
      answered = true;
    });
    for (let waited = 0; waited < SILENCE; waited += 500) {
      await store.stances();
      await clock.advance(500);
    }
    expect(answered).toBe(true);
    expect(store.state()).toMatchObject({ ok: false, waiting: 1 });
  });

  it('goes on writing while a reading takes long, or never ends', async () => {
    const { clock, store, state } = inTrouble();
    await store.record(anAsked('0'));
    state.trouble = 'hangs';
    const stances = store.stances().catch(() => 'given up');
    await settled();
    state.trouble = null;
    await clock.advance(10_000);
    expect(await stances).toBe('given up');
    expect(await store.record(anAsked('1'))).toBe(true);
    expect(store.state()).toMatchObject({ ok: true, waiting: 0 });
  });

  it.each(TROUBLES)('answers from memory while it never could be opened (%s), then opens it', async (trouble) => {
    const { fake, clock, store, state } = inTrouble(trouble);
    expect(await soon(store.record(anAsked('1')), clock)).toBe(true);
    expect(await soon(store.record(anAsked('2')), clock, 100)).toBe(true);
    state.trouble = null;
    await clock.advance(25_000);
    expect(await store.record(anAsked('1'))).toBe(false);
    expect(fake.asked.size).toBe(2);
    expect(store.state()).toMatchObject({ ok: true, waiting: 0 });
  });

  it('tells first from repeated for a day, and lets go of older ids', async () => {
    const { clock, store, state } = inTrouble();
    await store.record(anAsked('1'));
    state.trouble = 'before';
    await clock.advance(DAY - 60_000);
    expect(await soon(store.record(anAsked('1')), clock)).toBe(false);
    await clock.advance(2 * 60_000);
    expect(await soon(store.record(anAsked('1')), clock)).toBe(true);
  });

  it('refuses a vote that it has no room for, and counts the questions that it could not keep', async () => {
    const { store, state } = inTrouble();
    await settled();
    state.trouble = 'before';
    const votes = await Promise.allSettled(Array.from({ length: 2010 }, (_, n) => store.vote(aVote(`${n}`))));
    expect(votes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const asked = await Promise.all(Array.from({ length: 10_007 }, (_, n) => store.record(anAsked(`${n}`))));
    expect(asked.every(Boolean)).toBe(true);
    expect(store.state()).toMatchObject({ ok: false, waiting: 12_000, lost: 7 });
  });

  it('forgets what waits in memory too, and says honestly that it cannot forget the rest now', async () => {
    const { fake, clock, store, state } = inTrouble();
    await settled();
    state.trouble = 'before';
    await store.record(anAsked('mine'));
    await store.record(anAsked('theirs', { person: 'person-2' }));
    await store.vote(aVote('mine'));
    await expect(soon(store.forget('person-1'), clock)).rejects.toThrow();
    state.trouble = null;
    await clock.advance(20_000);
    expect(fake.asked.get('mine')).toMatchObject({ person: '', text: '', candidates: [] });
    expect(fake.asked.get('theirs')).toEqual(anAsked('theirs', { person: 'person-2' }));
    expect(fake.votes.size).toBe(0);
  });

  it('fails what no answer waits for, at once and in plain words, while the store is away', async () => {
    const { store, state, clock } = inTrouble();
    await settled();
    state.trouble = 'before';
    await store.record(anAsked('1'));
    const away = { name: 'StoreError', code: 'UNAVAILABLE' };
    await expect(soon(store.takeTurn('job', 'slot', later(0)), clock, 0)).rejects.toMatchObject(away);
    await expect(soon(store.expire(later(0)), clock, 0)).rejects.toMatchObject(away);
    await expect(soon(store.probe(), clock, 0)).rejects.toMatchObject(away);
    await expect(all(store.allAsked())).rejects.toMatchObject(away);
  });

  it('is not held out of service by one row that the store never takes', async () => {
    const fake = fakeStore();
    const { store, clock } = steady({
      ...fake,
      open: async () => {
        const inner = await fake.open();
        const record: typeof inner.record = async (asked) => {
          if (asked.id === 'poison') throw new Error('never');
          return inner.record(asked);
        };
        return { ...inner, record };
      },
    });
    await store.record(anAsked('poison'));
    await clock.advance(60_000);
    expect(store.state()).toMatchObject({ ok: true, waiting: 1 });
    expect(await store.record(anAsked('1'))).toBe(true);
    expect(fake.asked.size).toBe(1);
  });

  it('writes what waits before it closes, if the store is back', async () => {
    const { fake, store, state } = inTrouble();
    await settled();
    state.trouble = 'before';
    await store.record(anAsked('1'));
    state.trouble = null;
    await store.close();
    expect(fake.asked.size).toBe(1);
  });

  it('closes in a few seconds over a store that hangs, and says what is left', async () => {
    const { store, state, clock, log } = inTrouble();
    await settled();
    state.trouble = 'hangs';
    await soon(store.record(anAsked('1')), clock);
    await soon(store.close(), clock, 6000);
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', fields: { waiting: 1 } });
  });
});
