import type { StoreDeps } from './deps.js';
import { codeOf } from './faults.js';
import { EVERYWHERE, type KnownStances, type Stances, type Standing } from './stance.js';

/** Milliseconds after which another replica goes by what a lead has set at this one. */
const PACE = 2000;

/**
 * Follows what leads set at any replica: no message waits for the store. While the store is away the last known stances count;
 * where none were ever known a channel is answered where the bot is mentioned, and never by itself.
 */
export function followStances(
  store: Stances,
  { clock, log }: StoreDeps,
): KnownStances & { look(): Promise<void>; follow(): () => void } {
  let known = new Map<string, Standing>();
  let sets = 0;
  let stopped = false;
  let cancel = () => {};

  function paused(): Date | null {
    const everywhere = known.get(keyOf(EVERYWHERE));
    return everywhere?.stance === 'off' ? everywhere.at : null;
  }

  function take(standings: Iterable<Standing>): void {
    const before = paused();
    known = new Map([...standings].map((each) => [keyOf(each), each]));
    const since = paused();
    if (before === null && since !== null) log.warn({ since }, 'paused by a lead');
    if (before !== null && since === null) log.info({}, 'resumed by a lead');
  }

  /** Reads the stances once; never rejects. */
  async function look(): Promise<void> {
    const before = sets;
    try {
      const standings = await store.stances();
      // What was set meanwhile may be older in it; and no stance is ever removed: a store that lacks one is another one.
      if (before === sets) take([...known.values(), ...standings]);
    } catch (error) {
      log.debug({ code: codeOf(error) }, 'stances not read, going by those that are known');
    }
  }

  async function round(): Promise<void> {
    await look();
    if (!stopped) cancel = clock.after(PACE, () => void round());
  }

  return {
    of: (place) => known.get(keyOf(place))?.stance ?? 'mention',
    paused,
    async set(standing) {
      await store.setStance(standing);
      sets += 1;
      take([...known.values(), standing]);
    },
    look,
    /** Looks again and again; answers with the way to stop. */
    follow() {
      cancel = clock.after(PACE, () => void round());
      return () => {
        stopped = true;
        cancel();
      };
    },
  };
}

function keyOf({ team, channel }: Pick<Standing, 'team' | 'channel'>): string {
  return `${team} ${channel}`;
}
