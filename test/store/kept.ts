import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_KEPT } from '../../src/store/nothing.js';
import type { Store } from '../../src/store/store.js';
import type { Place } from './contract.js';
import { anAsked, aVote, handClock, later } from './samples.js';

/** What every store shows to a person of their own rows. */
export function keptContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`what is kept of one person in the ${name} store`, () => {
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

    it('is counted and given back, the latest first, and holds nothing of others', async () => {
      const mine = [anAsked('1'), anAsked('2', { at: later(2), text: '' }), anAsked('3', { at: later(1) })];
      const theirs = anAsked('4', { person: 'person-2', at: later(3) });
      for (const asked of [...mine, theirs]) await store.record(asked);
      const votes = [aVote('1', { helpful: false, reason: 'unclear', note: 'why?' }), aVote('4', { at: later(1) })];
      for (const vote of [...votes, aVote('1', { person: 'person-2' })]) await store.vote(vote);
      await store.place('3', { team: 'T1', channel: 'C1', ts: '1.1', thread: '1.1', reply: '1.2' });
      await store.place('4', { team: 'T1', channel: 'C1', ts: '2.1', thread: '2.1', reply: '2.2' });
      for (const person of ['person-1', 'person-2'])
        await store.keepReading({ person, entry: 'dosage', version: 'v1', state: 'read', at: later(0) });
      const [first, second, third] = mine;
      expect(await store.keptOf('person-1')).toEqual({
        counts: { ...NOTHING_KEPT.counts, asked: 3, texts: 2, votes: 2, places: 1, readings: 1 },
        asked: [second, third, first],
        votes: [votes[1], votes[0]],
      });
      expect(await store.askedBy('person-1', 2)).toEqual([second, third]);
    });

    it('is nothing for a stranger, and nothing once the person is forgotten', async () => {
      expect(await store.keptOf('person-1')).toEqual(NOTHING_KEPT);
      await store.record(anAsked('1'));
      await store.vote(aVote('1'));
      await store.forget('person-1');
      expect(await store.keptOf('person-1')).toEqual(NOTHING_KEPT);
      expect(await store.askedBy('person-1', 9)).toEqual([]);
    });
  });
}
