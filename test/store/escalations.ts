import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import type { Escalation, Notice, Store } from '../../src/store/store.js';
import type { Place } from './contract.js';
import { all, anAsked, handClock, later, NOON } from './samples.js';

function anEscalation(id: string, rest: Partial<Escalation> = {}): Escalation {
  return {
    id,
    asked: `asked ${id}`,
    alike: `words ${id}`,
    person: 'person-1',
    door: 'mention',
    channel: 'C1',
    text: 'over a metal plate?',
    shown: null,
    warnings: [{ entry: 'clots', word: 2 }],
    candidates: [{ entry: 'post-op-scars', confidence: 0.31 }],
    askers: 1,
    state: 'open',
    since: NOON,
    lead: null,
    entry: null,
    answer: null,
    reopened: 0,
    revision: 0,
    card: null,
    version: 'v1',
    at: NOON,
    ...rest,
  };
}

function aNotice(person: string, rest: Partial<Notice> = {}): Omit<Notice, 'about'> {
  return { person, where: { user: 'U1', channel: 'C1', thread: '1.1' }, copy: null, at: NOON, ...rest };
}

/** What every store keeps to about what is handed to the leads. */
export function escalationsContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`escalations in the ${name} store`, () => {
    let place: Place;
    let store: Store;
    const clock = handClock();
    const hand = (id: string, rest: Partial<Escalation> = {}, person = 'person-1', notice: Partial<Notice> = {}) =>
      store.escalate(anEscalation(id, { person, ...rest }), aNotice(person, notice));

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open({ clock });
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    it('gives an escalation back as it was handed on, by its id and by its card', async () => {
      const lead = { user: 'U9', person: 'lead-9' };
      const held = anEscalation('1', { state: 'claimed', lead, answer: 'no', entry: 'dosage', shown: 'clots' });
      expect(await hand('1', held)).toEqual(held);
      expect(await store.escalationAt('5.5')).toBeNull();
      await store.keepCard('1', '5.5');
      expect(await store.escalationOf('1')).toEqual({ ...held, card: '5.5' });
      expect(await store.escalationAt('5.5')).toEqual({ ...held, card: '5.5' });
      expect(await store.escalationOf('2')).toBeNull();
      expect(await all(store.allEscalations())).toEqual([{ ...held, card: '5.5' }]);
    });

    it('joins those who hand on the same words, each once, also through several openings', async () => {
      const other = await place.open({ clock });
      const alike = { alike: 'same' };
      const made = await Promise.all(
        ['1', '2', '3', '1'].map((id, at) =>
          (at % 2 ? other : store).escalate(
            anEscalation(id, { ...alike, person: `p${id}` }),
            aNotice(`p${id}`, at === 2 ? { where: null } : {}),
          ),
        ),
      );
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      const id = made[0]?.id ?? '';
      expect(await store.escalationOf(id)).toMatchObject({ askers: 3 });
      expect((await store.noticesOf(id)).map(({ person }) => person).sort()).toEqual(['p1', 'p2', 'p3']);
      await other.close();
    });

    it('keeps what a lead wrote as both databases take it', async () => {
      await hand('1');
      await store.changeEscalation({ id: '1', revision: 0 }, { answer: 'NUL \0 and half \ud800' });
      expect(await store.escalationOf('1')).toMatchObject({ answer: 'NUL  and half \ufffd' });
    });

    it('does not join what was closed, and lets it be opened beside the new one', async () => {
      await hand('1', { alike: 'same' });
      expect(
        await store.changeEscalation({ id: '1', revision: 0 }, { state: 'closed', alike: '1', since: later(1) }),
      ).toBe(true);
      expect(await hand('2', { alike: 'same' })).toMatchObject({ id: '2', askers: 1 });
      expect(await store.changeEscalation({ id: '1', revision: 1 }, { state: 'open' })).toBe(true);
      expect(await store.countEscalations()).toEqual({ open: 2, claimed: 0, answered: 0, closed: 0 });
    });

    it('lets one of many leads change it, and nobody who has seen an older one', async () => {
      await hand('1');
      const other = await place.open({ clock });
      const claims = await Promise.all(
        [store, other, store, other].map((each, at) =>
          each.changeEscalation(
            { id: '1', revision: 0 },
            { state: 'claimed', lead: { user: `U${at}`, person: `lead-${at}` }, since: later(at) },
          ),
        ),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      const first = claims.indexOf(true);
      expect(await store.escalationOf('1')).toMatchObject({
        state: 'claimed',
        lead: { user: `U${first}`, person: `lead-${first}` },
        since: later(first),
        revision: 1,
      });
      expect(await store.changeEscalation({ id: '1', revision: 0 }, { lead: null })).toBe(false);
      await other.close();
    });

    it('keeps where to tell whom, the last of it, and lets go of it', async () => {
      await hand('1');
      await store.notify({ about: '1', ...aNotice('person-1', { where: null, copy: { channel: 'D1', ts: '7.7' } }) });
      await store.notify({
        about: '1',
        ...aNotice('person-2', { at: later(5), where: { user: 'U2', channel: 'U2', thread: null } }),
      });
      expect(await store.noticesOf('1')).toEqual([
        { about: '1', person: 'person-1', where: null, copy: { channel: 'D1', ts: '7.7' }, at: NOON },
        {
          about: '1',
          person: 'person-2',
          where: { user: 'U2', channel: 'U2', thread: null },
          copy: null,
          at: later(5),
        },
      ]);
      await store.dropNotices('1');
      expect(await place.rows('select * from notices')).toEqual([]);
      expect(await store.escalationOf('1')).not.toBeNull();
      await store.withdraw('1');
      expect(await place.rows('select * from escalations')).toEqual([]);
    });

    it('forgets a person: their escalations, where to tell them, and what they had claimed as a lead', async () => {
      await hand('mine');
      await hand('ours', { alike: 'same' });
      await hand('again', { alike: 'same' }, 'person-2');
      await hand('theirs', {}, 'person-2');
      const lead = { user: 'U1', person: 'person-1' };
      await store.changeEscalation({ id: 'theirs', revision: 0 }, { state: 'claimed', lead });
      expect((await store.keptOf('person-1')).counts).toMatchObject({ escalations: 2, notices: 2, led: 1 });
      expect(await store.forget('person-1')).toBe(2);
      expect((await store.keptOf('person-1')).counts).toMatchObject({ escalations: 0, notices: 0, led: 0 });
      expect(await place.rows('select id, person, state, lead, lead_person from escalations order by id')).toEqual([
        { id: 'ours', person: '', state: 'open', lead: null, lead_person: '' },
        { id: 'theirs', person: 'person-2', state: 'open', lead: null, lead_person: '' },
      ]);
      expect(await place.rows("select 1 from notices where person = 'person-1'")).toEqual([]);
      expect(await store.forget('person-1')).toBe(0);
    });

    it('keeps no words that several people asked once the last of them is forgotten, whoever is first', async () => {
      for (const [first, last] of [
        ['person-1', 'person-2'],
        ['person-2', 'person-1'],
      ] as const) {
        await hand('ours', { alike: 'same' });
        await hand('again', { alike: 'same' }, 'person-2');
        await store.forget(first);
        expect(await store.escalationOf('ours')).not.toBeNull();
        await store.forget(last);
        expect(await place.rows('select * from escalations')).toEqual([]);
        expect(await place.rows('select * from notices')).toEqual([]);
      }
      await hand('done', { alike: 'same' });
      await hand('again', { alike: 'same' }, 'person-2');
      await store.dropNotices('done');
      await store.forget('person-1');
      expect(await place.rows('select * from escalations')).toEqual([]);
    });

    it('removes what is old, empties what was typed, and lets go of a copy after a week', async () => {
      const before = later(-90 * DAY);
      for (const [id, at] of [['old', later(-1, before)] as const, ['kept', before] as const])
        await hand(id, { at, answer: 'no' }, 'person-1', { at });
      await hand('told', { at: later(-9 * DAY) }, 'person-1', {
        at: later(-7 * DAY - 1),
        copy: { channel: 'D1', ts: '1.1' },
      });
      await hand('waits', { at: later(-9 * DAY) }, 'person-1', { at: later(-9 * DAY) });
      expect(await store.expire(before)).toBe(1);
      expect((await all(store.allEscalations())).map(({ id }) => id)).toEqual(['kept', 'told', 'waits']);
      expect(await place.rows('select about from notices order by about')).toEqual([
        { about: 'kept' },
        { about: 'waits' },
      ]);
      expect(await store.expireText(later(-30 * DAY))).toBe(1);
      expect(await store.escalationOf('kept')).toMatchObject({ text: '', answer: null, alike: 'kept' });
      expect(await store.escalationOf('waits')).toMatchObject({ text: 'over a metal plate?' });
      expect(await store.expireText(later(-30 * DAY))).toBe(0);
    });

    it('finds a question by its id, and none that was forgotten', async () => {
      await store.record(anAsked('1'));
      expect(await store.askedOf('1')).toEqual(anAsked('1'));
      expect(await store.askedOf('2')).toBeNull();
      await store.forget('person-1');
      expect(await store.askedOf('1')).toBeNull();
    });
  });
}
