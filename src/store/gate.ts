import type { Clock } from './deps.js';
import { faultWith } from './faults.js';

/** Lets `most()` in at once, and the others as they came; throws for whoever has waited `patience` milliseconds. */
export function gate(most: () => number, patience: number, clock: Clock) {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return {
    enter(): Promise<void> {
      if (inside < most()) {
        inside += 1;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const cancel = clock.after(patience, () => {
          waiting.splice(waiting.indexOf(admit), 1);
          reject(faultWith('57014'));
        });
        function admit(): void {
          cancel();
          resolve();
        }
        waiting.push(admit);
      });
    },
    leave(): void {
      inside -= 1;
      while (inside < most()) {
        const next = waiting.shift();
        if (next === undefined) return;
        inside += 1;
        next();
      }
    },
  };
}
