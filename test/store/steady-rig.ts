import { SILENCE } from '../../src/store/patience.js';
import type { StoreState } from '../../src/store/service.js';
import { steadyStore } from '../../src/store/steady.js';
import { fakeStore, type Trouble } from './fake-store.js';
import { handClock, keptLog, settled } from './samples.js';

/** A steady store over a fake one that is in trouble while `trouble` is set. */
export function inTrouble(trouble: Trouble | null = null) {
  const state = { trouble };
  const fake = fakeStore(() => state.trouble);
  return { ...steady(fake), state };
}

export function steady(fake: ReturnType<typeof fakeStore>) {
  const clock = handClock();
  const log = keptLog();
  const states: StoreState[] = [];
  const store = steadyStore(fake.open, { clock, log, onState: (state) => states.push(state) });
  return { fake, clock, log, states, store };
}

/** What a promise came to, within so many milliseconds of the clock: those that a silent store is given, if not said. */
export async function soon<T>(
  promise: Promise<T>,
  clock: ReturnType<typeof handClock>,
  ms = SILENCE,
): Promise<T | 'late'> {
  let result: { value: T } | { error: unknown } | null = null;
  promise.then(
    (value) => {
      result = { value };
    },
    (error: unknown) => {
      result = { error };
    },
  );
  await settled();
  for (let waited = 0; result === null && waited < ms; waited += 100) await clock.advance(100);
  const came = result as { value: T } | { error: unknown } | null;
  if (came === null) return 'late';
  if ('error' in came) throw came.error;
  return came.value;
}

export const TROUBLES: Trouble[] = ['before', 'after', 'hangs'];
