/** What the store needs from outside: somewhere to say what happened, and the time. */

import { StoreError } from './faults.js';

/** Messages are static; what varies stands in fields, and never is text that a person wrote. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Clock {
  now(): Date;
  /** Runs something once in `ms` milliseconds; answers with the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

export interface Around {
  clock: Clock;
  log: Log;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** For callers that look at the store's answers only. */
export const SILENT: Log = { info() {}, warn() {}, error() {} };

/** Milliseconds in a day, which is also how long a delivery may be repeated. */
export const DAY = 86_400_000;

/** Resolves in `ms` milliseconds. */
export function pause(ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}

/** What `call` answers, or a fault once `ms` milliseconds are over; the call itself cannot be stopped. */
export function within<T>(ms: number, clock: Clock, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new StoreError('SLOW', `The store did not answer within ${ms} ms.`)));
    call().then(resolve, reject).finally(cancel);
  });
}
