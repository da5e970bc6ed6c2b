import { type Clock, within } from './around.js';
import type { Pending, pendingWrites } from './memory.js';
import type { Store } from './store.js';

/** Milliseconds that an answer waits for the store at most. */
export const CALL_LIMIT = 1000;
/** Rows written side by side after an outage. */
const BATCH = 100;

/** Throws where the store does not take a row within the time that an answer waits. */
export function probe(store: Store, clock: Clock): Promise<void> {
  return within(CALL_LIMIT, clock, () => store.probe());
}

/**
 * Writes what was held during an outage. Answers with the number of rows that were not taken by a store that otherwise
 * works; throws where the store does not.
 */
export async function writePending(
  pending: ReturnType<typeof pendingWrites>,
  store: Store,
  clock: Clock,
): Promise<number> {
  let refused = 0;
  const each = pending.each();
  for (;;) {
    const batch = take(BATCH, each);
    if (batch.length === 0) return refused;
    const taken = await Promise.all(batch.map((one) => wasWritten(one, store, clock)));
    const missed = taken.filter((written) => !written).length;
    if (missed === batch.length) await probe(store, clock);
    refused += missed;
  }
}

function wasWritten(one: Pending, store: Store, clock: Clock): Promise<boolean> {
  return within(CALL_LIMIT, clock, () => one.write(store)).then(
    () => {
      one.done();
      return true;
    },
    () => false,
  );
}

function take<Item>(most: number, from: Iterator<Item>): Item[] {
  const items: Item[] = [];
  while (items.length < most) {
    const { done, value } = from.next();
    if (done) break;
    items.push(value);
  }
  return items;
}
