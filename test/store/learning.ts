import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import type { Reading, Recall, Reminder, Store } from '../../src/store/store.js';
import type { Place } from './contract.js';
import { anAsked, handClock, later, NOON } from './samples.js';

const aReading = (entry: string, rest: Partial<Reading> = {}): Reading => ({
  person: 'person-1',
  entry,
  version: 'v1',
  state: 'read',
  at: NOON,
  ...rest,
});

const aRecall = (item: string, rest: Partial<Recall> = {}): Recall => ({
  person: 'person-1',
  item,
  tries: 1,
  firstRight: true,
  lastRight: true,
  missed: 0,
  rightDays: 1,
  day: '2026-11-23',
  due: '2026-11-24',
  at: NOON,
  ...rest,
});

const aReminder = (rest: Partial<Reminder> = {}): Reminder => ({
  person: 'person-1',
  user: 'U0ANNA001',
  from: '2026-11-23',
  at: NOON,
  ...rest,
});

const NOTHING = { readings: [], recalls: [], reminder: null };

/** What every store keeps to about learning. */
export function learningContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`learning in the ${name} store`, () => {
    let place: Place;
    let store: Store;

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open({ clock: handClock() });
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    /** One row of each kind for a person. */
    async function learn(person: string, at = NOON): Promise<void> {
      await store.keepReading(aReading('refer', { person, at }));
      await store.keepRecall(aRecall('q1', { person, at }));
      await store.keepReminder(aReminder({ person, at }));
    }
    const left = async () => {
      const tables = ['readings', 'recalls', 'reminders'];
      const rows = await Promise.all(tables.map((table) => place.rows(`select person from ${table}`)));
      return rows.flat().map((row) => (row as { person: string }).person);
    };

    it('gives back what was kept of a person, through another opening, and nothing of others', async () => {
      await learn('person-1');
      await learn('person-2');
      const other = await place.open();
      expect(await other.learned('person-1')).toEqual({
        readings: [aReading('refer')],
        recalls: [aRecall('q1')],
        reminder: aReminder(),
      });
      expect(await other.learned('person-3')).toEqual(NOTHING);
      expect((await other.reminders()).map(({ person }) => person)).toEqual(['person-1', 'person-2']);
      await other.close();
    });

    it('keeps one reading of an entry, the last', async () => {
      await store.keepReading(aReading('refer', { state: 'unclear' }));
      await store.keepReading(aReading('refer', { version: 'v2', at: later(1) }));
      expect((await store.learned('person-1')).readings).toEqual([aReading('refer', { version: 'v2', at: later(1) })]);
    });

    it.each(['read', 'unclear'] as const)(
      'keeps that an entry is %s where it is skipped after, but not its next version',
      async (state) => {
        await store.keepReading(aReading('refer', { state }));
        await store.keepReading(aReading('refer', { state: 'skipped' }));
        expect((await store.learned('person-1')).readings).toEqual([aReading('refer', { state })]);
        const next = aReading('refer', { state: 'skipped', version: 'v2' });
        await store.keepReading(next);
        expect((await store.learned('person-1')).readings).toEqual([next]);
      },
    );

    it('counts an answer once, however often and through however many openings it comes', async () => {
      const other = await place.open();
      for (const tries of [1, 2]) {
        const kept = await Promise.all(
          [store, other, store, other].map((each, at) => each.keepRecall(aRecall('q1', { tries, missed: at }))),
        );
        expect(kept.filter(Boolean)).toHaveLength(1);
      }
      expect(await store.keepRecall(aRecall('q1', { tries: 4 }))).toBe(false);
      expect(await store.keepRecall(aRecall('q2', { tries: 2 }))).toBe(false);
      expect((await store.learned('person-1')).recalls).toMatchObject([{ item: 'q1', tries: 2 }]);
      await other.close();
    });

    it('keeps how the first answer was, whatever comes after', async () => {
      await store.keepRecall(aRecall('q1', { firstRight: false, lastRight: false, missed: 1, rightDays: 0 }));
      const next = { tries: 2, lastRight: true, missed: 1, due: '2026-11-30', at: later(1) };
      await store.keepRecall(aRecall('q1', next));
      expect((await store.learned('person-1')).recalls).toEqual([aRecall('q1', { ...next, firstRight: false })]);
    });

    it('lets go of where somebody is reminded', async () => {
      await learn('person-1');
      await store.keepReminder(aReminder({ from: '2026-12-01' }));
      expect((await store.learned('person-1')).reminder).toEqual(aReminder({ from: '2026-12-01' }));
      await store.dropReminder('person-1');
      await store.dropReminder('person-1');
      expect(await store.reminders()).toEqual([]);
      expect(await place.rows("select * from reminders where user_id = 'U0ANNA001'")).toEqual([]);
    });

    it('tells where three people stumble, and nothing of fewer', async () => {
      for (const person of ['person-1', 'person-2', 'person-3']) {
        await store.keepReading(aReading('refer', { person, state: 'unclear' }));
        await store.keepRecall(aRecall('q1', { person, missed: 2 }));
        await store.keepRecall(aRecall('q2', { person }));
        await store.keepReading(aReading('cancer', { person }));
      }
      for (const person of ['person-1', 'person-2']) {
        await store.keepReading(aReading('pressure', { person, state: 'unclear' }));
        await store.keepRecall(aRecall('q3', { person, missed: 9 }));
      }
      await store.keepReading(aReading('refer', { person: 'person-4', state: 'unclear', version: 'v2' }));
      expect(await store.stumbled()).toEqual({
        unclear: [{ entry: 'refer', version: 'v1', people: 3 }],
        missed: [{ item: 'q1', people: 3 }],
      });
    });

    it('forgets a person’s learning, counts its rows, and leaves everybody else’s', async () => {
      await learn('person-1');
      await learn('person-2');
      await store.record(anAsked('1'));
      expect(await store.forget('person-1')).toBe(4);
      expect(await left()).toEqual(['person-2', 'person-2', 'person-2']);
      expect(await store.learned('person-1')).toEqual(NOTHING);
      expect(await store.forget('person-1')).toBe(0);
    });

    it('forgets as of an instant: what was learned after it stays', async () => {
      await learn('person-1', later(-1));
      await store.keepRecall(aRecall('q2', { at: later(1) }));
      await store.forget('person-1', NOON);
      expect(await store.learned('person-1')).toEqual({ ...NOTHING, recalls: [aRecall('q2', { at: later(1) })] });
    });

    it('removes all learning of whoever has done nothing since, and all rows of whoever has stay', async () => {
      const before = later(-90 * DAY);
      await learn('gone', later(-1, before));
      await learn('here', later(-1, before));
      await store.keepReading(aReading('cancer', { person: 'here', at: before }));
      await store.expire(before);
      expect((await store.learned('here')).recalls).toHaveLength(1);
      expect((await store.learned('here')).reminder).not.toBeNull();
      expect(new Set(await left())).toEqual(new Set(['here']));
      await store.expire(later(1));
      expect(await left()).toEqual([]);
    });
  });
}
