import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import type { OpenDeps } from '../../src/store/deps.js';
import { keysOf } from '../../src/store/keys.js';
import type { Store } from '../../src/store/store.js';
import { carriesOver } from './carried.js';
import { editsContract } from './edits.js';
import { escalationsContract } from './escalations.js';
import { gapsContract } from './gaps.js';
import { keptContract } from './kept.js';
import { learningContract } from './learning.js';
import { placesContract } from './places.js';
import { all, anAsked, aVote, handClock, later, NOON } from './samples.js';
import { stancesContract } from './stances.js';

/** A place of its own for one test: openings of it share their rows. */
export interface Place {
  open(deps?: OpenDeps): Promise<Store>;
  /** Runs statements past the store. */
  run(statements: string): Promise<void>;
  /** Asks past the store. */
  rows(query: string): Promise<unknown[]>;
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
      const open = {
        decision: 'suggest',
        entry: null,
        candidates: [],
        warnings: [],
        offered: ['dosage', 'clots'],
      } as const;
      const asked = anAsked('T1/C1/1', { ...open, outcome: 'none' });
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

    it('keeps what came of a question, the last of it, and of no other', async () => {
      await store.record(anAsked('1'));
      await store.record(anAsked('2', { at: later(1) }));
      await store.settle('1', 'chose bruising');
      expect((await all(store.allAsked())).map(({ outcome }) => outcome)).toEqual(['chose bruising', null]);
      await store.settle('1', 'none');
      await store.settle('3', 'none');
      expect((await all(store.allAsked())).map(({ outcome }) => outcome)).toEqual(['none', null]);
    });

    it('keeps one vote per person, question and entry, the last', async () => {
      await store.vote(aVote('a'));
      await store.vote(aVote('a', { person: 'person-2', at: later(1) }));
      const changed = aVote('a', { helpful: false, reason: 'unclear', note: 'too long', version: 'v2', at: later(2) });
      await store.vote(changed);
      await store.vote(aVote('a', { entry: 'frequency', at: later(3) }));
      await store.vote(aVote('b', { at: later(4) }));
      expect(await all(store.allVotes())).toEqual([
        aVote('a', { person: 'person-2', at: later(1) }),
        changed,
        aVote('a', { entry: 'frequency', at: later(3) }),
        aVote('b', { at: later(4) }),
      ]);
    });

    it('keeps the vote that came last, also when the clock was set back', async () => {
      await store.vote(aVote('a', { helpful: true, at: later(200_000) }));
      await store.vote(aVote('a', { helpful: false, at: NOON }));
      expect(await all(store.allVotes())).toEqual([aVote('a', { helpful: false, at: NOON })]);
    });

    it('does not let a vote that comes late from memory replace one that was given meanwhile', async () => {
      await store.vote(aVote('a', { helpful: false, at: later(10) }));
      await store.vote(aVote('a', { helpful: true, at: NOON }), true);
      await store.vote(aVote('b', { helpful: false, at: NOON }));
      await store.vote(aVote('b', { helpful: true, at: later(10) }), true);
      const votes = await all(store.allVotes());
      expect(votes.map(({ asked, helpful }) => [asked, helpful])).toEqual([
        ['a', false],
        ['b', true],
      ]);
    });

    it('gives a turn to exactly one caller, and the next turn anew', async () => {
      const other = await place.open();
      const takes = [store, other, store, other, store].map((each) => each.takeTurn('digest', '2026-11-23', NOON));
      expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
      expect(await other.takeTurn('digest', '2026-11-24', NOON)).toBe(true);
      await other.close();
    });

    it('gives back a turn that was taken for a person, once they ask to be forgotten, and no other', async () => {
      const ever = new Date('9999-12-31T00:00:00.000Z');
      for (const person of ['person-1', 'person-2']) await store.takeTurn('welcome', person, ever);
      await store.forget('person-1', NOON);
      expect(await store.takeTurn('welcome', 'person-1', ever)).toBe(false);
      await store.forget('person-1');
      expect(await store.takeTurn('welcome', 'person-1', ever)).toBe(true);
      expect(await store.takeTurn('welcome', 'person-2', ever)).toBe(false);
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
      expect((await all(store.allVotes())).map(({ asked }) => asked)).toEqual(['kept']);
      expect(await store.takeTurn('digest', 'kept', NOON)).toBe(false);
      expect(await store.takeTurn('digest', 'old', NOON)).toBe(true);
    });

    it('empties what was typed longer ago than asked for, and keeps the rows and the rest', async () => {
      const before = later(-30 * DAY);
      for (const [id, at] of [['old', later(-1, before)] as const, ['kept', before] as const]) {
        await store.record(anAsked(id, { at, text: 'typed', outcome: 'none', offered: ['dosage'] }));
        await store.vote(aVote(id, { at, helpful: false, reason: 'wrong', note: 'typed too' }));
      }
      const [asked, votes] = [await all(store.allAsked()), await all(store.allVotes())];
      expect(await store.expireText(before)).toBe(2);
      expect(await all(store.allAsked())).toEqual(asked.map((one) => (one.id === 'old' ? { ...one, text: '' } : one)));
      expect(await all(store.allVotes())).toEqual(
        votes.map((one) => (one.asked === 'old' ? { ...one, note: null } : one)),
      );
      expect(await store.expireText(before)).toBe(0);
    });

    it('removes many rows at once, and counts them', async () => {
      const many = Array.from({ length: 1201 }, (_, index) => anAsked(`${index}`, { at: later(index - 2 * DAY) }));
      for (let from = 0; from < many.length; from += 500)
        await Promise.all(many.slice(from, from + 500).map((asked) => store.record(asked)));
      expect(await all(store.allAsked())).toEqual(many);
      expect(await store.expire(NOON)).toBe(1201);
      expect(await all(store.allAsked())).toEqual([]);
    });

    it('removes all, and counts each row once, while others remove the same', async () => {
      const others = await Promise.all([place.open({ clock }), place.open({ clock })]);
      const many = Array.from({ length: 3000 }, (_, index) =>
        anAsked(`${index}`, { at: later(index - 3 * DAY), person: `person-${index % 2}` }),
      );
      for (let from = 0; from < many.length; from += 500)
        await Promise.all(many.slice(from, from + 500).map((asked) => store.record(asked)));
      const gone = async (removing: Promise<number>, which: string) => {
        const removed = await removing;
        expect(await place.rows(`select id from asked where ${which}`)).toEqual([]);
        return removed;
      };
      const removed = await Promise.all([
        gone(store.expire(NOON), 'true'),
        ...others.map((other) => gone(other.expire(NOON), 'true')),
        gone(store.forget('person-0'), "person = 'person-0'"),
        ...others.map((other) => gone(other.forget('person-1'), "person = 'person-1'")),
      ]);
      expect(removed.reduce((sum, count) => sum + count)).toBe(3000);
      await Promise.all(others.map((other) => other.close()));
    });

    it('empties and removes many rows of a person, page by page', async () => {
      for (const at of [NOON, later(-2 * DAY)])
        await Promise.all(Array.from({ length: 450 }, (_, n) => store.record(anAsked(`${at.getTime()} ${n}`, { at }))));
      expect(await store.forget('person-1')).toBe(900);
      expect(await place.rows("select 1 from asked where person <> '' or text <> ''")).toEqual([]);
      expect(await place.rows('select 1 from asked')).toHaveLength(450);
    });

    it('tells who asked to be forgotten, and when, for a week', async () => {
      expect(await store.forgotten()).toEqual([]);
      await store.forget('person-1');
      await store.forget('person-2', later(-1000));
      const marks = [...(await store.forgotten())].sort((a, b) => (a.person < b.person ? -1 : 1));
      expect(marks).toEqual([
        { person: 'person-1', at: NOON },
        { person: 'person-2', at: later(-1000) },
      ]);
      await store.expire(later(-90 * DAY));
      expect(await store.forgotten()).toHaveLength(2);
      const weekLater = await place.open({ clock: handClock(later(7 * DAY)) });
      await weekLater.expire(later(-90 * DAY));
      expect(await store.forgotten()).toEqual([{ person: 'person-1', at: NOON }]);
      await weekLater.close();
    });

    it('forgets as of an instant: what is not later', async () => {
      await store.record(anAsked('before', { at: later(-1000) }));
      await store.vote(aVote('before', { at: later(-1000) }));
      await store.record(anAsked('after', { at: later(1) }));
      await store.vote(aVote('after', { at: later(1) }));
      expect(await store.forget('person-1', NOON)).toBe(2);
      expect((await all(store.allAsked())).map(({ id }) => id)).toEqual(['after']);
      expect((await all(store.allVotes())).map(({ asked }) => asked)).toEqual(['after']);
    });

    it('forgets what is dated later than its clock, which was set back', async () => {
      await store.record(anAsked('1', { at: later(200_000) }));
      expect(await store.forget('person-1')).toBe(1);
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
      await store.record(anAsked('mine', { offered: ['dosage'], outcome: 'chose dosage' }));
      await store.forget('person-1');
      await store.settle('mine', 'chose dosage');
      const [row] = await place.rows('select * from asked');
      const lists = { warnings: '[]', offered: '[]', candidates: '[]' };
      expect(row).toMatchObject({ person: '', text: '', entry: null, outcome: null, version: '', ...lists });
      expect(await store.record(anAsked('mine'))).toBe(false);
      expect(await all(store.allAsked())).toEqual([]);
      expect(await forgetful.expire(later(-90 * DAY))).toBe(0);
      expect(await store.record(anAsked('mine'))).toBe(true);
      await forgetful.close();
    });

    it('keeps any text, but for what is no text', async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), async (text, note) => {
          const id = `${++count}`;
          await store.record(anAsked(id, { text, at: later(count) }));
          await store.vote(aVote(id, { helpful: false, note, at: later(count) }));
          const kept = (await all(store.allAsked())).at(-1)?.text;
          expect(kept).toBe(Buffer.from(text.replaceAll('\0', '')).toString());
          expect((await all(store.allVotes())).at(-1)?.note).toBe(note.replaceAll('\0', ''));
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

    it('is held to the key of its rows: another is refused with both ways out, and the first is let in again', async () => {
      const [mine, other] = [keysOf('xoxb-before'), keysOf('xoxb-after')];
      const first = await place.open({ keys: mine });
      await first.record(anAsked('1'));
      const refused = place.open({ keys: other });
      await expect(refused).rejects.toMatchObject({ code: 'OTHER_KEY' });
      await expect(refused).rejects.toThrow(/Set PERSON_KEY to the key of before.*npm run -s forget-everybody/);
      await expect(place.open({ keys: other })).rejects.toMatchObject({ code: 'OTHER_KEY' });
      for (const each of [await place.open({ keys: mine }), await place.open(), first]) {
        expect(await all(each.allAsked())).toHaveLength(1);
        await each.close();
      }
    });

    it.each([
      ['asked', (first: Store) => first.record(anAsked('1'))],
      ['votes', (first: Store) => first.vote(aVote('1'))],
      ['reminders', (first: Store) => first.keepReminder({ person: 'p', user: 'U1', from: '2026-11-23', at: NOON })],
    ])('is held to the key also where it has only rows of "%s"', async (_, keep) => {
      const first = await place.open({ keys: keysOf('xoxb-before') });
      await keep(first);
      await first.close();
      await expect(place.open({ keys: keysOf('xoxb-after') })).rejects.toMatchObject({ code: 'OTHER_KEY' });
    });

    it.each([
      ['old', (first: Store) => first.expire(later(1))],
      ['forgotten', (first: Store) => first.forget('person-1')],
    ])('takes another key once its rows are %s, and is held to that one from then on', async (_, remove) => {
      const first = await place.open({ clock, keys: keysOf('xoxb-before') });
      await first.record(anAsked('1'));
      await first.vote(aVote('1'));
      const ever = new Date('9999-12-31T00:00:00.000Z');
      await first.takeTurn('welcome', 'hash under the key of before', ever);
      await remove(first);
      await first.close();
      const second = await place.open({ keys: keysOf('xoxb-after') });
      expect(await place.rows("select slot from turns where job = 'welcome'")).toEqual([]);
      await second.record(anAsked('2'));
      await second.close();
      await expect(place.open({ keys: keysOf('xoxb-before') })).rejects.toMatchObject({ code: 'OTHER_KEY' });
    });

    it('is not held to the key of the playground, and holds the playground to none', async () => {
      for (const key of ['playground', 'xoxb-1', 'playground', 'xoxb-1']) {
        const each = await place.open({ keys: keysOf(key) });
        await each.record(anAsked(key));
        await each.close();
      }
      await expect(place.open({ keys: keysOf('xoxb-2') })).rejects.toMatchObject({ code: 'OTHER_KEY' });
    });

    it('takes one of two keys that come at the same instant, once there are rows', async () => {
      const fresh = await newPlace();
      const opening = ['a', 'b'].map(async (key) => {
        const each = await fresh.open({ keys: keysOf(key) });
        await each.record(anAsked(key));
        await each.close();
      });
      await Promise.allSettled(opening);
      const later = await Promise.allSettled(['a', 'b'].map((key) => fresh.open({ keys: keysOf(key) })));
      expect(later.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const each of later) if (each.status === 'fulfilled') await each.value.close();
      await fresh.remove();
    });
  });

  carriesOver(name, newPlace);
  placesContract(name, newPlace);
  gapsContract(name, newPlace);
  editsContract(name, newPlace);
  learningContract(name, newPlace);
  escalationsContract(name, newPlace);
  stancesContract(name, newPlace);
  keptContract(name, newPlace);
}
