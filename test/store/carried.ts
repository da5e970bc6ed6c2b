import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/store/keys.js';
import type { Place } from './contract.js';
import { firstSchema, type OldAsked } from './first-schema.js';
import { all, later, NOON } from './samples.js';

const keys = keysOf('xoxb-the-token');
const TEAM = 'T0CLINIC1';
const AT = (ms: number) => later(ms).toISOString();
const OFFER = '[{"entry":"painful","confidence":0.4},{"entry":"bruising","confidence":0.3}]';

/** What every store does with the rows of the first released version. */
export function carriesOver(name: string, newPlace: () => Promise<Place>): void {
  async function opened(rows: Parameters<typeof firstSchema>[0]) {
    const place = await newPlace();
    await place.run(firstSchema(rows));
    return { place, store: await place.open({ keys }) };
  }

  describe(`the ${name} store of the first version`, () => {
    it('is carried over, questions and votes, and knows a question that is delivered again', async () => {
      const { place, store } = await opened({
        asked: [
          { id: `${TEAM}:C0TEAM1:1763.1`, entry: 'dosage', candidates: OFFER, at: AT(0) },
          { id: `${TEAM}:1763.trigger`, door: 'command', person: 'ben', decision: 'abstain', at: AT(1) },
        ],
        votes: [{ answer: `${TEAM}:C0TEAM1:1763.2`, person: 'anna', reason: 'unclear', at: AT(2) }],
      });
      const [mine, theirs] = await all(store.allAsked());
      expect(mine).toEqual({
        id: keys.asked(`${TEAM}:C0TEAM1:1763.1`),
        door: 'mention',
        person: 'anna',
        text: 'how long?',
        decision: 'answer',
        entry: 'dosage',
        warnings: [],
        offered: [],
        outcome: null,
        candidates: JSON.parse(OFFER),
        version: 'v1',
        at: NOON,
      });
      expect(theirs).toMatchObject({ id: keys.asked(`${TEAM}:1763.trigger`), door: 'command', entry: null });
      expect(await all(store.allVotes())).toEqual([
        {
          asked: keys.asked(`${TEAM}:C0TEAM1:1763.2`),
          entry: 'dosage',
          person: 'anna',
          helpful: false,
          reason: 'unclear',
          note: null,
          version: '',
          at: later(2),
        },
      ]);
      if (mine === undefined) throw new Error('Nothing was carried over.');
      expect(await store.record({ ...mine, text: 'again' })).toBe(false);
      await store.close();
      await place.remove();
    });

    it('takes a choice as what came of the question of the same person that had offered it', async () => {
      const choice = (entry: string, person: string, ms: number): OldAsked => ({
        id: `${TEAM}:C0TEAM1:${ms}:U0ANNA001`,
        door: 'choice',
        person,
        entry,
        at: AT(ms),
      });
      const offer = (id: string, person: string, ms: number): OldAsked => ({
        id,
        person,
        decision: 'suggest',
        candidates: OFFER,
        at: AT(ms),
      });
      const { place, store } = await opened({
        asked: [
          offer('a:1', 'anna', 1),
          offer('b:1', 'ben', 2),
          choice('bruising', 'anna', 3),
          choice('painful', 'anna', 4),
          choice('dosage', 'ben', 5),
          choice('bruising', 'cleo', 6),
          { id: 'b:2', person: 'ben', at: AT(7) },
        ],
      });
      expect((await all(store.allAsked())).map(({ id, door, outcome }) => [id, door, outcome])).toEqual([
        [keys.asked('a:1'), 'mention', 'chose painful'],
        [keys.asked('b:1'), 'mention', null],
        [keys.asked('b:2'), 'mention', null],
      ]);
      await store.close();
      await place.remove();
    });

    it('carries all rows over, however many', async () => {
      const asked = Array.from({ length: 1201 }, (_, at) => ({ id: `T:C:${at}`, at: AT(at % 7) }));
      const votes = asked.map(({ id, at }) => ({ answer: id, person: 'anna', at }));
      const { place, store } = await opened({ asked, votes });
      const ids = asked.map(({ id }) => keys.asked(id)).sort();
      expect((await all(store.allAsked())).map(({ id }) => id).sort()).toEqual(ids);
      expect((await all(store.allVotes())).map((vote) => vote.asked).sort()).toEqual(ids);
      expect(await store.forget('anna')).toBe(2402);
      await store.close();
      await place.remove();
    });

    it('is not carried over by whoever does not know the key, and stays as it is', async () => {
      const place = await newPlace();
      await place.run(firstSchema({ asked: [{ id: 'T:C:1', at: AT(0) }] }));
      await expect(place.open()).rejects.toThrow(/schema of an earlier version. Start the bot/);
      const store = await place.open({ keys });
      expect(await all(store.allAsked())).toHaveLength(1);
      await store.close();
      await place.remove();
    });

    it('is carried over by anybody where it holds no rows', async () => {
      const place = await newPlace();
      await place.run(firstSchema({}));
      const store = await place.open();
      await store.probe();
      await store.close();
      await place.remove();
    });

    it('is carried over once where several open it at the same instant', async () => {
      const place = await newPlace();
      await place.run(firstSchema({ asked: [{ id: 'T:C:1', at: AT(0) }] }));
      const stores = await Promise.all([1, 2, 3].map(() => place.open({ keys })));
      expect(await all((stores[0] as (typeof stores)[0]).allAsked())).toHaveLength(1);
      await Promise.all(stores.map((each) => each.close()));
      await place.remove();
    });
  });
}
