import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import type { Asked, Store } from '../../src/store/store.js';
import type { Place } from './contract.js';
import { all, anAsked, aVote, handClock, later, NOON } from './samples.js';

const ABSTAINED = { decision: 'abstain', entry: null, candidates: [] } as const;
const OFFERED = { decision: 'suggest', entry: null, offered: ['dosage'] } as const;

/** What every store keeps to about gaps, and what it counts for the leads. */
export function gapsContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`gaps in the ${name} store`, () => {
    let place: Place;
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

    const missed = async (since = later(-90 * DAY)) => (await all(store.missed(since))).map(({ asked }) => asked.id);
    /** Asks, and puts what was asked into a gap. */
    async function joined(gap: string, id: string, rest: Partial<Asked> = {}, at = NOON) {
      await store.record(anAsked(id, { ...ABSTAINED, ...rest }));
      await store.regroup({ joined: [{ asked: id, gap }], left: [], at });
    }
    const membersOf = async () =>
      Object.fromEntries((await store.gaps()).map(({ id, members }) => [id, members.map(({ asked }) => asked)]));

    it.each<[string, Partial<Asked>, 'up' | 'down' | null, boolean]>([
      ['no answer', ABSTAINED, null, true],
      ['what nobody asked, and was warned of', { ...ABSTAINED, door: 'auto' }, null, false],
      ['an answer that nobody asked for, voted down', { door: 'auto' }, 'down', true],
      ['an answer', {}, null, false],
      ['an answer that was voted up', {}, 'up', false],
      ['an answer that was voted down', {}, 'down', true],
      ['an offer of which nothing was chosen', OFFERED, null, true],
      ['an offer of which none was meant', { ...OFFERED, outcome: 'none' }, null, true],
      ['an offer of which none was meant, one read and voted up', { ...OFFERED, outcome: 'none' }, 'up', true],
      ['an offer of which one was read and voted up', OFFERED, 'up', false],
      ['a choice', { ...OFFERED, outcome: 'chose dosage' }, null, false],
      ['a choice that was voted down', { ...OFFERED, outcome: 'chose dosage' }, 'down', true],
      ['what has no words any more', { ...ABSTAINED, text: '' }, null, false],
      ['what was said to the bot', { text: '', entry: null, candidates: [] }, null, false],
    ])('tells of %s whether nothing good came of it', async (_, rest, vote, expected) => {
      await store.record(anAsked('1', rest));
      if (vote !== null) await store.vote(aVote('1', { helpful: vote === 'up' }));
      expect(await missed()).toEqual(expected ? ['1'] : []);
    });

    it('gives what was missed with its votes down, since an instant, oldest first, page by page', async () => {
      const many = Array.from({ length: 520 }, (_, at) => anAsked(`${at}`, { ...ABSTAINED, at: later(at) }));
      await Promise.all(many.map((asked) => store.record(asked)));
      const down = aVote('3', { helpful: false, reason: 'unclear', note: 'too long' });
      await store.vote(down);
      await store.vote(aVote('3', { person: 'person-2' }));
      expect(await missed()).toEqual(many.map(({ id }) => id));
      expect(await missed(later(519))).toEqual(['519']);
      expect((await all(store.missed(NOON)))[3]).toEqual({ asked: many[3], down: [down] });
    });

    it('keeps which questions stand together, those that joined first first, and none in two gaps', async () => {
      await joined('g1', 'b', { at: later(5) });
      await joined('g2', 'x', { person: 'person-2' });
      await joined('g1', 'a', { at: later(1) }, later(10));
      await store.regroup({ joined: [{ asked: 'a', gap: 'g2' }], left: [], at: later(20) });
      expect(await membersOf()).toEqual({ g1: ['b', 'a'], g2: ['x'] });
      const first = (await store.gaps()).find(({ id }) => id === 'g1');
      expect(first).toMatchObject({ id: 'g1', state: 'new', since: null });
      expect(first?.members[0]).toEqual({ asked: 'b', person: 'person-1', at: later(5) });
    });

    it('keeps nothing of a question that is not there, and lets go of one that left', async () => {
      await store.regroup({ joined: [{ asked: 'none', gap: 'g' }], left: [], at: NOON });
      await joined('g', '1');
      await joined('g', '2');
      await store.regroup({ joined: [], left: ['1', 'none'], at: NOON });
      expect(await membersOf()).toEqual({ g: ['2'] });
    });

    it('lets go of a question that was edited', async () => {
      await joined('g', '1');
      await store.place('1', { team: 'T1', channel: 'C1', ts: '1.1', thread: '1.1', reply: '1.2' });
      await store.revise(anAsked('1', { ...ABSTAINED, text: 'something else' }), '2.0');
      expect(await membersOf()).toEqual({});
    });

    it('takes many at once', async () => {
      const ids = Array.from({ length: 450 }, (_, at) => `${at}`);
      await Promise.all(ids.map((id) => store.record(anAsked(id, ABSTAINED))));
      await store.regroup({ joined: ids.map((asked) => ({ asked, gap: 'g' })), left: [], at: NOON });
      expect((await store.gaps())[0]?.members).toHaveLength(450);
      await store.regroup({ joined: [], left: ids.slice(1), at: NOON });
      expect(await membersOf()).toEqual({ g: ['0'] });
    });

    it('keeps the last that leads said of a gap, and nothing of one that nobody stands in', async () => {
      await joined('g', '1');
      expect(await store.markGap('g', 'planned', NOON)).toBe(true);
      expect(await store.markGap('g', 'ignored', later(1))).toBe(true);
      expect(await store.markGap('gone', 'done', NOON)).toBe(false);
      expect(await store.gaps()).toMatchObject([{ id: 'g', state: 'ignored', since: later(1) }]);
      expect(await place.rows('select * from gaps')).toHaveLength(1);
    });

    it('takes the same gap from two replicas at the same instant', async () => {
      const other = await place.open({ clock });
      for (const id of ['1', '2']) await store.record(anAsked(id, ABSTAINED));
      const change = { joined: ['1', '2'].map((asked) => ({ asked, gap: 'g' })), left: [], at: NOON };
      await Promise.all([store, other].map((each) => each.regroup(change)));
      expect(await membersOf()).toEqual({ g: ['1', '2'] });
      await other.close();
    });

    it('forgets a person in a gap, and the gap with its last one', async () => {
      await joined('shared', '1');
      await joined('shared', '2', { person: 'person-2' });
      await joined('mine', '3');
      for (const id of ['shared', 'mine']) await store.markGap(id, 'planned', NOON);
      await store.forget('person-1');
      expect(await membersOf()).toEqual({ shared: ['2'] });
      expect(await place.rows("select 1 from members where person = 'person-1'")).toEqual([]);
      expect(await place.rows('select id from gaps')).toEqual([{ id: 'shared' }]);
      await store.regroup({ joined: [{ asked: '1', gap: 'shared' }], left: [], at: NOON });
      expect(await membersOf()).toEqual({ shared: ['2'] });
    });

    it('removes old members with their questions, and gaps that nobody stands in any more', async () => {
      await joined('g', 'old', { at: later(-91 * DAY) });
      await joined('g', 'kept');
      await joined('gone', 'old too', { at: later(-91 * DAY) });
      await store.markGap('gone', 'ignored', NOON);
      await store.expire(later(-90 * DAY));
      expect(await membersOf()).toEqual({ g: ['kept'] });
      expect(await place.rows('select 1 from gaps')).toEqual([]);
    });

    it('counts what was asked, answered and of help, and whom, from one instant to before another', async () => {
      await store.record(anAsked('answered'));
      await store.record(anAsked('voted down', { person: 'person-2' }));
      await store.vote(aVote('voted down', { helpful: false }));
      await store.record(anAsked('chosen', { ...OFFERED, outcome: 'chose dosage' }));
      await store.record(anAsked('vain', ABSTAINED));
      await store.record(anAsked('without its words', { ...ABSTAINED, text: '', candidates: anAsked('').candidates }));
      await store.record(anAsked('to each other', { ...ABSTAINED, door: 'auto' }));
      await store.record(anAsked('to the bot', { text: '', entry: null, candidates: [] }));
      await store.record(anAsked('of somebody forgotten', { person: 'person-3' }));
      await store.forget('person-3');
      await store.record(anAsked('too late', { at: later(1) }));
      expect(await store.tally(NOON, later(1))).toEqual({ asked: 5, answered: 2, helped: 2, people: 2 });
      expect(await store.tally(later(-9), NOON)).toEqual({ asked: 0, answered: 0, helped: 0, people: 0 });
    });

    it('counts votes by entry since an instant', async () => {
      await store.vote(aVote('1', { helpful: false, at: later(-1) }));
      for (const [at, helpful] of [true, false, false].entries())
        await store.vote(aVote(`a${at}`, { helpful, entry: 'painful' }));
      await store.vote(aVote('2'));
      expect(await store.ratings(NOON)).toEqual([
        { entry: 'dosage', up: 1, down: 0 },
        { entry: 'painful', up: 1, down: 2 },
      ]);
    });
  });
}
