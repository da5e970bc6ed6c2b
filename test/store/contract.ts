import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Around, DAY } from '../../src/store/around.js';
import type { Store } from '../../src/store/store.js';
import { all, anAsked, aVote, handClock, later, NOON } from './samples.js';

/** A place of its own for one test: openings of it share their rows. */
export interface Place {
  open(around?: Partial<Around>): Promise<Store>;
  /** Runs a statement past the store. */
  run(statement: string): Promise<void>;
  remove(): Promise<void>;
}

/** What every store keeps to, whatever it stands on. */
export function storeContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`the ${name} store`, () => {
    const clock = handClock();
    let place: Place;
    let store: Store;

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open({ clock });
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    it('gives a question back as it was recorded', async () => {
      const asked = anAsked('T1/C1/1', { decision: 'suggest', entry: null, candidates: [] });
      await store.record(asked);
      await store.record(anAsked('T1/C1/2', { at: later(1) }));
      expect(await all(store.allAsked())).toEqual([asked, anAsked('T1/C1/2', { at: later(1) })]);
    });

    it('knows a redelivered question, and leaves the first row as it was', async () => {
      expect(await store.record(anAsked('1'))).toBe(true);
      expect(await store.record(anAsked('1', { text: 'other', at: later(5) }))).toBe(false);
      expect(await all(store.allAsked())).toEqual([anAsked('1')]);
    });

    it('is first for exactly one of many deliveries at the same instant, through several openings', async () => {
      const others = await Promise.all([place.open(), place.open()]);
      const ids = Array.from({ length: 100 }, (_, index) => `${index}`);
      const firsts = await Promise.all(
        [store, ...others].flatMap((each) => ids.map((id) => each.record(anAsked(id)).then((first) => first && id))),
      );
      expect(firsts.filter((first) => first !== false).sort()).toEqual([...ids].sort());
      await Promise.all(others.map((other) => other.close()));
    });

    it('keeps one vote per person and answer, the last', async () => {
      await store.vote(aVote('a'));
      await store.vote(aVote('a', { person: 'person-2', at: later(1) }));
      const changed = aVote('a', { helpful: false, reason: 'unclear', entry: 'frequency', at: later(2) });
      await store.vote(changed);
      expect(await all(store.allVotes())).toEqual([aVote('a', { person: 'person-2', at: later(1) }), changed]);
    });

    it('does not let an older vote that arrives late replace a newer one', async () => {
      await store.vote(aVote('a', { helpful: false, at: later(10) }));
      await store.vote(aVote('a', { helpful: true, at: NOON }));
      expect(await all(store.allVotes())).toEqual([aVote('a', { helpful: false, at: later(10) })]);
    });

    it('gives a turn to exactly one caller, and the next turn anew', async () => {
      const other = await place.open();
      const takes = [store, other, store, other, store].map((each) => each.takeTurn('digest', '2026-11-23', NOON));
      expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
      expect(await other.takeTurn('digest', '2026-11-24', NOON)).toBe(true);
      await other.close();
    });

    it('removes what is older than asked for, and nothing else', async () => {
      const before = later(-90 * DAY);
      for (const [id, at] of [['old', later(-1, before)] as const, ['kept', before] as const]) {
        await store.record(anAsked(id, { at }));
        await store.vote(aVote(id, { at }));
        await store.takeTurn('digest', id, at);
      }
      expect(await store.expire(before)).toBe(2);
      expect((await all(store.allAsked())).map(({ id }) => id)).toEqual(['kept']);
      expect((await all(store.allVotes())).map(({ answer }) => answer)).toEqual(['kept']);
      expect(await store.takeTurn('digest', 'kept', NOON)).toBe(false);
      expect(await store.takeTurn('digest', 'old', NOON)).toBe(true);
    });

    it('removes many rows at once, and counts them', async () => {
      const many = Array.from({ length: 1201 }, (_, index) => anAsked(`${index}`, { at: later(index - 2 * DAY) }));
      for (let from = 0; from < many.length; from += 500)
        await Promise.all(many.slice(from, from + 500).map((asked) => store.record(asked)));
      expect(await all(store.allAsked())).toEqual(many);
      expect(await store.expire(NOON)).toBe(1201);
      expect(await all(store.allAsked())).toEqual([]);
    });

    it('forgets a person, and nobody else', async () => {
      await store.record(anAsked('mine'));
      await store.record(anAsked('mine, long ago', { at: later(-3 * DAY) }));
      await store.vote(aVote('mine'));
      await store.record(anAsked('theirs', { person: 'person-2' }));
      await store.vote(aVote('mine', { person: 'person-2' }));
      expect(await store.forget('person-1')).toBe(3);
      expect((await all(store.allAsked())).map(({ id }) => id)).toEqual(['theirs']);
      expect((await all(store.allVotes())).map(({ person }) => person)).toEqual(['person-2']);
      expect(await store.forget('person-1')).toBe(0);
    });

    it('does not answer a forgotten question twice within 24 hours, and keeps nothing of it after', async () => {
      const forgetful = await place.open({ clock: handClock(later(DAY + 1)) });
      await store.record(anAsked('mine'));
      await store.forget('person-1');
      expect(await store.record(anAsked('mine'))).toBe(false);
      expect(await all(store.allAsked())).toEqual([]);
      expect(await forgetful.expire(later(-90 * DAY))).toBe(0);
      expect(await store.record(anAsked('mine'))).toBe(true);
      await forgetful.close();
    });

    it('keeps any text, but for what is no text', async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), async (text, reason) => {
          const id = `${++count}`;
          await store.record(anAsked(id, { text, at: later(count) }));
          await store.vote(aVote(id, { helpful: false, reason, at: later(count) }));
          const kept = (await all(store.allAsked())).at(-1)?.text;
          expect(kept).toBe(Buffer.from(text.replaceAll('\0', '')).toString());
          expect((await all(store.allVotes())).at(-1)?.reason).toBe(reason.replaceAll('\0', ''));
        }),
        {
          numRuns: 25,
          examples: [
            ['a\0b', ''],
            ["'); drop table asked; --", '%_\\'],
            ['\ud800x', '\u{1f3cb}\u{1f3fd}'],
          ],
        },
      );
    });

    it('is there again, rows and all, when it is opened anew', async () => {
      await store.record(anAsked('1'));
      await store.close();
      store = await place.open();
      expect(await store.record(anAsked('1'))).toBe(false);
      await store.probe();
    });

    it('is made once when several open it at the same instant', async () => {
      const fresh = await newPlace();
      const stores = await Promise.all([fresh.open(), fresh.open(), fresh.open(), fresh.open()]);
      await Promise.all(stores.map((each) => each.probe()));
      await Promise.all(stores.map((each) => each.close()));
      await fresh.remove();
    });

    it('refuses a schema that is newer than the program, and says what to do', async () => {
      await place.run("insert into migrations (number, at) values (99, '2027-01-01T00:00:00.000Z')");
      await expect(place.open()).rejects.toThrow(/schema 99.*Update the program/);
    });

    it('says plainly that it is broken, without quoting a row', async () => {
      await place.run('drop table asked');
      const fault = await store.record(anAsked('1', { text: 'MARKER' })).catch((error: Error) => error);
      expect(fault).toMatchObject({ name: 'StoreError' });
      expect(JSON.stringify(fault) + String(fault) + (fault instanceof Error ? fault.stack : '')).not.toMatch(/MARKER/);
    });

    it('refuses work once it is closed', async () => {
      await store.close();
      await expect(store.record(anAsked('1'))).rejects.toThrow();
      await expect(store.probe()).rejects.toThrow();
      store = await place.open();
    });
  });
}
