import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import type { Place, Store } from '../../src/store/store.js';
import type { Place as StorePlace } from './contract.js';
import { all, anAsked, aVote, handClock, later, NOON } from './samples.js';

function aPlace(ts: string, rest: Partial<Place> = {}): Place {
  return { team: 'T1', channel: 'C1', ts, thread: '100.1', reply: `${ts}9`, ...rest };
}

const THREAD = { team: 'T1', channel: 'C1', thread: '100.1' };

/** What every store keeps to about places. */
export function placesContract(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(`places in the ${name} store`, () => {
    let place: StorePlace;
    let store: Store;
    const clock = handClock();

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open({ clock });
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    it('gives a question back with its place, and nothing for one that has none', async () => {
      await store.record(anAsked('1'));
      await store.record(anAsked('2'));
      await store.place('1', aPlace('100.1'));
      expect(await store.placeOf('1')).toEqual({ asked: anAsked('1'), place: aPlace('100.1') });
      expect(await store.placeOf('2')).toBeNull();
    });

    it('keeps no place of a question that is not there, and the first of one that is', async () => {
      await store.place('1', aPlace('100.1'));
      await store.record(anAsked('1'));
      expect(await store.placeOf('1')).toBeNull();
      await store.place('1', aPlace('100.1'));
      await store.place('1', aPlace('100.1', { reply: '999.9' }));
      expect((await store.placeOf('1'))?.place).toEqual(aPlace('100.1'));
    });

    it('finds the questions of a thread, the latest first, also below a reply, and none of another', async () => {
      const places: Record<string, Place> = {
        first: aPlace('100.1'),
        second: aPlace('101.1'),
        elsewhere: aPlace('102.1', { thread: '102.1' }),
        'other channel': aPlace('103.1', { channel: 'C2' }),
        'other team': aPlace('104.1', { team: 'T2' }),
        below: aPlace('090.1', { thread: '090.1', reply: '100.1' }),
      };
      for (const id of Object.keys(places)) await store.record(anAsked(id));
      for (const [id, each] of Object.entries(places)) await store.place(id, each);
      expect((await store.inThread(THREAD)).map(({ asked }) => asked.id)).toEqual(['second', 'first', 'below']);
      const { team, channel } = THREAD;
      const outside = await store.inThread({ team, channel });
      expect(outside.map(({ asked }) => asked.id)).toEqual(['elsewhere', 'first', 'below']);
    });

    it('forgets places after a day, and with the person', async () => {
      await store.record(anAsked('old', { at: later(-DAY - 1) }));
      await store.record(anAsked('mine'));
      await store.record(anAsked('theirs', { person: 'person-2' }));
      for (const id of ['old', 'mine', 'theirs']) await store.place(id, aPlace('100.1'));
      expect(await store.placeOf('old')).toBeNull();
      expect(await store.expire(later(-90 * DAY))).toBe(0);
      expect(await place.rows('select asked from places order by asked')).toEqual([
        { asked: 'mine' },
        { asked: 'theirs' },
      ]);
      await store.forget('person-1');
      expect(await place.rows('select asked from places')).toEqual([{ asked: 'theirs' }]);
      // What comes late does not bring it back.
      await store.place('mine', aPlace('100.1'));
      expect(await place.rows('select asked from places')).toEqual([{ asked: 'theirs' }]);
    });

    it('keeps no place where everything is removed', async () => {
      await store.record(anAsked('1'));
      await store.place('1', aPlace('100.1'));
      expect(await store.expire(later(1))).toBe(1);
      expect(await place.rows('select asked from places')).toEqual([]);
    });

    it('puts an edited question in place of what it was, but for who asked, where and when, and leaves its votes', async () => {
      await store.record(anAsked('1', { outcome: 'none' }));
      await store.vote(aVote('1'));
      await store.place('1', aPlace('100.1'));
      const anew = {
        text: 'how often?',
        decision: 'suggest',
        entry: null,
        warnings: [],
        offered: ['frequency'],
        candidates: [],
        version: 'v2',
      } as const;
      expect(await store.revise(anAsked('1', { ...anew, door: 'command', person: 'x', at: later(9) }), '101.0')).toBe(
        true,
      );
      expect(await all(store.allAsked())).toEqual([anAsked('1', anew)]);
      expect(await all(store.allVotes())).toEqual([aVote('1')]);
    });

    it('takes an edit once, and none that is older than the last', async () => {
      await store.record(anAsked('1'));
      expect(await store.revise(anAsked('1', { text: 'a' }), '101.0')).toBe(false);
      await store.place('1', aPlace('100.1'));
      const other = await place.open({ clock });
      const edits = await Promise.all(
        [store, other, store].map((each) => each.revise(anAsked('1', { text: 'b' }), '102.0')),
      );
      expect(edits.filter(Boolean)).toHaveLength(1);
      expect(await store.revise(anAsked('1', { text: 'a' }), '101.0')).toBe(false);
      expect((await all(store.allAsked())).map(({ text }) => text)).toEqual(['b']);
      expect(await store.revise(anAsked('1', { text: 'c', at: NOON }), '103.0')).toBe(true);
      await other.close();
    });
  });
}
