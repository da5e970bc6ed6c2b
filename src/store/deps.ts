/** What the store needs from outside: somewhere to say what happened, and the time. */

import type { Log } from '../logging.js';
import { StoreError } from './faults.js';
import type { Keys } from './keys.js';

export interface Clock {
  now(): Date;
  /** Runs something once in `ms` milliseconds; answers with the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

export interface StoreDeps {
  clock: Clock;
  log: Log;
}

/** What a store may be opened with. Without keys it is held to none, and ids of an earlier schema cannot be carried over. */
export type OpenDeps = Partial<
  StoreDeps & {
    keys: Keys;
    /** Connections to PostgreSQL at the most. */
    connections: number;
  }
>;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** For callers that look at the store's answers only. */
export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Resolves in `ms` milliseconds. */
export function pause(ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}

/** Lets the event loop take other work. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What `call` answers, or a fault once `ms` milliseconds are over; the call itself cannot be stopped. */
export function within<T>(ms: number, clock: Clock, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new StoreError('SLOW', `The store did not answer within ${ms} ms.`)));
    call().then(resolve, reject).finally(cancel);
  });
}
