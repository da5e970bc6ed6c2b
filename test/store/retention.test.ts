import { expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import { pause } from '../../src/store/deps.js';
import { keepRetention } from '../../src/store/retention.js';
import { steadyStore } from '../../src/store/steady.js';
import { fakeStore } from './fake-store.js';
import { anAsked, handClock, keptLog, later, settled } from './samples.js';

const HOUR = DAY / 24;

async function replica(fake: ReturnType<typeof fakeStore>, clock = handClock()) {
  const log = keptLog();
  const stop = keepRetention(await fake.open(), { days: 90, textDays: 30, clock, log });
  await settled();
  return { clock, log, stop };
}

it('removes old rows at the start, even on a day whose turn was taken, and leaves the rest', async () => {
  const fake = fakeStore();
  await replica(fake);
  fake.asked.set('old', anAsked('old', { at: later(-90 * DAY - 1) }));
  fake.asked.set('kept', anAsked('kept', { at: later(-90 * DAY + 1) }));
  const { log } = await replica(fake);
  expect([...fake.asked.keys()]).toEqual(['kept']);
  const fields = { removed: 1, days: 90, emptied: 1, textDays: 30 };
  expect(log.lines).toEqual([{ level: 'info', fields, message: 'old rows removed' }]);
});

it('empties texts sooner than it removes their rows', async () => {
  const fake = fakeStore();
  fake.asked.set('old', anAsked('old', { at: later(-30 * DAY - 1), text: 'typed', entry: 'dosage' }));
  fake.asked.set('new', anAsked('new', { at: later(-30 * DAY + 1), text: 'typed' }));
  await replica(fake);
  expect([...fake.asked.values()]).toMatchObject([
    { id: 'old', text: '', entry: 'dosage' },
    { id: 'new', text: 'typed' },
  ]);
});

it('removes once a day, by one of all replicas, within a day of a row getting old', async () => {
  const fake = fakeStore();
  const clock = handClock();
  const replicas = [await replica(fake, clock), await replica(fake, clock)];
  fake.asked.set('soon old', anAsked('soon old', { at: later(-90 * DAY + 1000) }));
  await clock.advance(DAY);
  expect(fake.asked.size).toBe(0);
  await clock.advance(9 * DAY);
  expect(replicas.flatMap(({ log }) => log.lines)).toHaveLength(2 + 10);
});

it('tries again after an hour where the store was away, and stops when told', async () => {
  let away = false;
  const fake = fakeStore(() => (away ? 'before' : null));
  const clock = handClock();
  const log = keptLog();
  const store = await fake.open();
  away = true;
  const stop = keepRetention(store, { days: 90, textDays: 30, clock, log });
  await settled();
  expect(log.lines).toMatchObject([{ level: 'warn' }]);
  away = false;
  await clock.advance(HOUR);
  expect(log.lines).toMatchObject([{ level: 'warn' }, { level: 'info' }]);
  stop();
  const { calls } = fake;
  await clock.advance(3 * DAY);
  expect(fake.calls).toBe(calls);
});

it('waits for a removal of any length, and begins none beside it', async () => {
  const clock = handClock();
  const log = keptLog();
  const fake = fakeStore();
  const inner = await fake.open();
  let begun = 0;
  const store = steadyStore(
    async () => ({
      ...inner,
      expire: async (before) => {
        begun += 1;
        await pause(3 * HOUR, clock);
        return inner.expire(before);
      },
    }),
    { clock, log },
  );
  await settled();
  fake.asked.set('old', anAsked('old', { at: later(-90 * DAY - 1) }));
  keepRetention(store, { days: 90, textDays: 30, clock, log });
  await clock.advance(3 * HOUR - 1000);
  expect(log.lines.filter(({ level }) => level === 'warn')).toEqual([]);
  expect(begun).toBe(1);
  await clock.advance(2000);
  expect(log.lines.at(-1)).toMatchObject({ level: 'info', fields: { removed: 1 } });
});
