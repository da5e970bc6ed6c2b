import { type Around, DAY } from './around.js';
import { codeOf } from './faults.js';
import type { Store } from './store.js';

const JOB = 'retention';
const HOUR = DAY / 24;

/**
 * Removes what is older than `days` at the start, and then once a day, by one of all replicas. Answers with the way to stop.
 * A failed removal is tried again after an hour.
 */
export function keepRetention(store: Store, { days, clock, log }: Around & { days: number }): () => void {
  let owed = true;
  let stopped = false;
  let cancel = () => {};

  async function round(): Promise<void> {
    try {
      const now = clock.now();
      const mine = await store.takeTurn(JOB, now.toISOString().slice(0, 10), now);
      if (mine || owed) {
        owed = true;
        const removed = await store.expire(new Date(now.getTime() - days * DAY));
        owed = false;
        log.info({ removed, days }, 'old rows removed');
      }
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'old rows not removed, trying again in an hour');
    }
    if (!stopped) cancel = clock.after(HOUR, () => void round());
  }

  void round();
  return () => {
    stopped = true;
    cancel();
  };
}
