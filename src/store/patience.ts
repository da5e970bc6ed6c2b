import { type Clock, nextTurn } from './deps.js';
import { StoreError } from './faults.js';

/** Milliseconds without a word from the store after which it counts as away: an answer stands within three seconds. */
export const SILENCE = 2500;
/** Milliseconds that a call waits at the most while others come through. The end of the process waits no longer than ten. */
export const LONGEST = 8000;

export type Patience = ReturnType<typeof createPatience>;

interface Waiting {
  longest: number;
  quiet: number;
  through(): void;
}

/**
 * How long a call of the store is waited for. A slow one is no outage as long as others come through, since whoever answers
 * from memory may answer what another replica answers too; but a store that says nothing at all is given up soon.
 */
export function createPatience(clock: Clock) {
  let heard = 0;
  /** Milliseconds of the call that came through last: a store that was slow a moment ago is given as long again. */
  let took = 0;

  const silence = () => Math.min(Math.max(SILENCE, 2 * took), LONGEST);

  return {
    /**
     * What a call answers. Throws SLOW after `longest` milliseconds, and SILENT after `quiet`, in which nothing came through.
     * The call itself cannot be stopped: `through` is told when it comes through in a time that can be waited for, late or not.
     */
    wait<T>(
      call: () => Promise<T>,
      { longest = LONGEST, quiet = silence(), through = () => {} }: Partial<Waiting> = {},
    ): Promise<T> {
      const began = clock.now().getTime();
      return new Promise((resolve, reject) => {
        let settled = false;
        let left = longest;
        let cancel = () => {};

        function listen(): void {
          const slice = Math.min(quiet, left);
          const before = heard;
          cancel = clock.after(slice, async () => {
            // What came in while the process had no turn is read before it is called missing.
            await nextTurn();
            if (settled) return;
            left -= slice;
            if (heard === before && slice === quiet)
              reject(
                new StoreError(
                  'SILENT',
                  `The store has not answered for ${quiet} ms. Check its load, its locks and its network.`,
                ),
              );
            else if (left <= 0)
              reject(
                new StoreError('SLOW', `The store did not answer within ${longest} ms. Check its load and locks.`),
              );
            else listen();
          });
        }

        listen();
        call()
          .then((result) => {
            const ms = Math.max(0, clock.now().getTime() - began);
            took = Math.min(ms, LONGEST);
            if (ms <= LONGEST) {
              heard += 1;
              through();
            }
            resolve(result);
          }, reject)
          .finally(() => {
            settled = true;
            cancel();
          });
      });
    },
  };
}
