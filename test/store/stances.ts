import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import { EVERYWHERE } from '../../src/store/stance.js';
import type { Store } from '../../src/store/store.js';
import type { Place } from './contract.js';
import { aStanding, handClock, later, NOON } from './samples.js';

/** What every store keeps to about stances. */
export function stancesContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`stances in the ${name} store`, () => {
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

    it('keeps one stance per channel, the last, and gives it to every opening', async () => {
      const other = await place.open({ clock });
      expect(await other.stances()).toEqual([]);
      await store.setStance(aStanding('C1'));
      await store.setStance(aStanding('C1', { team: 'T2' }));
      await store.setStance(aStanding('', { ...EVERYWHERE, stance: 'off' }));
      const changed = aStanding('C1', { stance: 'off', person: 'lead-2', at: later(-5000) });
      await other.setStance(changed);
      const sorted = [...(await store.stances())].sort((a, b) => (a.team < b.team ? -1 : 1));
      expect(sorted).toEqual([
        aStanding('', { ...EVERYWHERE, stance: 'off' }),
        changed,
        aStanding('C1', { team: 'T2' }),
      ]);
      await other.close();
    });

    it('forgets who has set a stance, and nobody else, and keeps the stance', async () => {
      await store.setStance(aStanding('C1', { person: 'lead-1' }));
      await store.setStance(aStanding('C2', { person: 'lead-2' }));
      await store.setStance(aStanding('C3', { person: 'lead-1', at: later(1) }));
      await store.forget('lead-1', NOON);
      const byChannel = async () =>
        Object.fromEntries((await store.stances()).map(({ channel, person, stance }) => [channel, [person, stance]]));
      expect(await byChannel()).toEqual({ C1: ['', 'auto'], C2: ['lead-2', 'auto'], C3: ['lead-1', 'auto'] });
      await store.forget('lead-1');
      expect(await byChannel()).toEqual({ C1: ['', 'auto'], C2: ['lead-2', 'auto'], C3: ['', 'auto'] });
      expect(JSON.stringify(await place.rows('select * from stances'))).not.toContain('lead-1');
    });

    it('lets go of who has set it with age, never of the stance', async () => {
      await store.setStance(aStanding('C1', { at: later(-91 * DAY) }));
      await store.setStance(aStanding('C2', { at: later(-89 * DAY) }));
      await store.expire(later(-90 * DAY));
      const kept = [...(await store.stances())].sort((a, b) => (a.channel < b.channel ? -1 : 1));
      expect(kept.map(({ person, stance }) => [person, stance])).toEqual([
        ['', 'auto'],
        ['lead-1', 'auto'],
      ]);
    });
  });
}
