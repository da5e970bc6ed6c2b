import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { fakeStore } from './fake-store.js';
import { anAsked, later, settled } from './samples.js';
import { inTrouble, soon, steady, TROUBLES } from './steady-rig.js';

it.each(TROUBLES)(
  'keeps what came of a question while the store breaks (%s), the last of it, also where the question waits',
  async (trouble) => {
    const { fake, clock, store, state } = inTrouble();
    await store.record(anAsked('there'));
    state.trouble = trouble;
    await soon(store.record(anAsked('waits')), clock);
    for (const id of ['there', 'waits']) {
      await soon(store.settle(id, 'none'), clock);
      await soon(store.settle(id, 'chose dosage'), clock);
    }
    state.trouble = null;
    await clock.advance(20_000);
    expect([...fake.asked.values()].map(({ id, outcome }) => [id, outcome])).toEqual([
      ['there', 'chose dosage'],
      ['waits', 'chose dosage'],
    ]);
    expect(store.state()).toMatchObject({ ok: true, waiting: 0, lost: 0 });
  },
);

/** A steady store over one that refuses a call for the question "slow" so many times. */
function reluctant(call: 'record' | 'settle', times: number) {
  const fake = fakeStore();
  let left = times;
  const refuses = (id: string) => id === 'slow' && left-- > 0;
  const open = async () => {
    const inner = await fake.open();
    const record: Store['record'] = async (one) =>
      call === 'record' && refuses(one.id) ? Promise.reject(new Error('not now')) : inner.record(one);
    const settle: Store['settle'] = async (id, outcome) =>
      call === 'settle' && refuses(id) ? Promise.reject(new Error('not now')) : inner.settle(id, outcome);
    return { ...inner, record, settle };
  };
  return steady({ ...fake, open });
}

it.each([0, 5000])('keeps what came of a question that the store takes only %i ms later', async (ms) => {
  const { fake, clock, store } = reluctant('record', 5);
  await store.record(anAsked('slow'));
  await clock.advance(ms);
  await store.settle('slow', 'chose dosage');
  await clock.advance(60_000);
  expect(fake.asked.get('slow')?.outcome).toBe('chose dosage');
  expect(store.state()).toMatchObject({ ok: true, waiting: 0 });
});

it('does not let what came of a question replace what came of it later, where it is written later', async () => {
  const { fake, clock, store } = reluctant('settle', 3);
  await store.record(anAsked('slow'));
  await store.settle('slow', 'none');
  await clock.advance(5000);
  expect(store.state()).toMatchObject({ ok: true, waiting: 1 });
  await store.settle('slow', 'chose dosage');
  await clock.advance(60_000);
  expect(fake.asked.get('slow')?.outcome).toBe('chose dosage');
});

it('forgets what came of a question that waits, with the question', async () => {
  const { fake, clock, store, state } = inTrouble();
  await settled();
  state.trouble = 'before';
  await store.record(anAsked('1', { at: later(-1) }));
  await store.settle('1', 'chose dosage');
  await soon(store.forget('person-1'), clock).catch(() => {});
  expect(store.state().waiting).toBe(1);
  state.trouble = null;
  await clock.advance(20_000);
  expect(fake.asked.get('1')).toMatchObject({ person: '', outcome: null });
});

it('counts what it has no room for, and lets nobody wait for it', async () => {
  const { store, state } = inTrouble();
  await settled();
  state.trouble = 'before';
  await Promise.all(Array.from({ length: 2003 }, (_, at) => store.settle(`${at}`, 'none')));
  expect(store.state()).toMatchObject({ waiting: 2000, lost: 3 });
});
