import { DAY, dayOf } from '../knowledge/day.js';
import type { StoreDeps } from './deps.js';
import { codeOf } from './faults.js';
import type { Store } from './store.js';

const JOB = 'retention';
const HOUR = DAY / 24;

/**
 * Removes what is older than `days`, and empties texts older than `textDays`, at the start and then once a day, by one of all
 * replicas. Answers with the way to stop. A failed removal is tried again after an hour.
 */
export function keepRetention(
  store: Store,
  { days, textDays, clock, log }: StoreDeps & { days: number; textDays: number },
): () => void {
  let owed = true;
  let stopped = false;
  let cancel = () => {};

  async function round(): Promise<void> {
    try {
      const now = clock.now();
      const mine = await store.takeTurn(JOB, dayOf(now, 'UTC'), now);
      if (mine || owed) {
        owed = true;
        const ago = (age: number) => new Date(now.getTime() - age * DAY);
        const removed = await store.expire(ago(days));
        const emptied = await store.expireText(ago(textDays));
        owed = false;
        log.info({ removed, days, emptied, textDays }, 'old rows removed');
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
