import { describe, expect, it } from 'vitest';
import { SILENT } from '../../src/store/deps.js';
import { followStances } from '../../src/store/known-stances.js';
import { EVERYWHERE, type Stance, type Standing } from '../../src/store/stance.js';
import { fakeStore, type Trouble } from './fake-store.js';
import { aStanding, handClock, NOON } from './samples.js';

const C1 = { team: 'T1', channel: 'C1' };
const PAUSE: Standing = { ...EVERYWHERE, stance: 'off', person: 'lead-1', at: NOON };

/** Two replicas that follow one store, whose calls go wrong as `trouble` says. */
async function replicas() {
  const clock = handClock();
  let trouble: Trouble | null = null;
  const fake = fakeStore(() => trouble);
  const lines: string[] = [];
  const log = { ...SILENT, warn: (_: object, line: string) => void lines.push(line) };
  const [one, two] = [
    followStances(await fake.open(), { clock, log }),
    followStances(await fake.open(), { clock, log }),
  ];
  const stops = [one.follow(), two.follow()];
  function turn(wrong: Trouble | null): void {
    trouble = wrong;
  }
  return { clock, one, two, lines, stops, turn };
}

describe('the known stances', () => {
  it('are "mention" and not paused where nobody has set anything', async () => {
    const { one } = await replicas();
    await one.look();
    expect(one.of(C1)).toBe('mention');
    expect(one.paused()).toBeNull();
  });

  it('count at once where they are set, and within seconds at the other replica', async () => {
    const { clock, one, two } = await replicas();
    await one.set(aStanding('C1'));
    expect([one.of(C1), two.of(C1)]).toEqual(['auto', 'mention']);
    await clock.advance(3000);
    expect(two.of(C1)).toBe('auto');
    expect(two.of({ team: 'T2', channel: 'C1' })).toBe('mention');
    expect(two.of({ team: 'T1', channel: 'C2' })).toBe('mention');
  });

  it('tell of a pause, of its end, and log it once at each replica', async () => {
    const { clock, one, two, lines } = await replicas();
    await one.set(PAUSE);
    await clock.advance(60_000);
    expect([one.paused(), two.paused()]).toEqual([NOON, NOON]);
    expect(lines).toEqual(['paused by a lead', 'paused by a lead']);
    await two.set({ ...PAUSE, stance: 'mention' });
    await clock.advance(3000);
    expect([one.paused(), two.paused()]).toEqual([null, null]);
  });

  it.each<Stance>(['off', 'mention', 'auto'])(
    'stay "%s" while the store is away, and go on when it is back',
    async (stance) => {
      const { clock, one, two, turn } = await replicas();
      await one.set(aStanding('C1', { stance }));
      await one.set(PAUSE);
      await clock.advance(3000);
      turn('before');
      await clock.advance(600_000);
      expect([two.of(C1), two.paused()]).toEqual([stance, NOON]);
      turn(null);
      await one.set({ ...PAUSE, stance: 'mention' });
      await clock.advance(3000);
      expect(two.paused()).toBeNull();
    },
  );

  it('are as they were where one cannot be kept, and whoever sets it is told', async () => {
    const { one, turn } = await replicas();
    turn('before');
    await expect(one.set(aStanding('C1'))).rejects.toThrow();
    expect(one.of(C1)).toBe('mention');
  });

  it('are not undone by a look that began before they were set', async () => {
    const { one } = await replicas();
    await one.set(aStanding('C1', { stance: 'off' }));
    const look = one.look();
    await one.set(aStanding('C1', { stance: 'auto' }));
    await look;
    expect(one.of(C1)).toBe('auto');
  });

  it('are not lost with a store that knows nothing of them', async () => {
    const clock = handClock();
    const [full, empty] = [await fakeStore().open(), await fakeStore().open()];
    let store = full;
    const known = followStances(
      { setStance: (each) => store.setStance(each), stances: () => store.stances() },
      { clock, log: SILENT },
    );
    await known.set(PAUSE);
    store = empty;
    await known.look();
    expect(known.paused()).toEqual(NOON);
  });

  it('are read no more once it is stopped', async () => {
    const { clock, one, two, stops } = await replicas();
    stops[1]?.();
    await one.set(aStanding('C1'));
    await clock.advance(60_000);
    expect(two.of(C1)).toBe('mention');
  });
});
