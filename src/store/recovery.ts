import { covers } from './marks.js';
import type { Pending, PendingWrites } from './memory.js';
import type { Patience } from './patience.js';
import type { Store } from './store.js';

/** Rows written side by side after an outage. */
const BATCH = 100;

/**
 * Writes what was held during an outage. Answers with the number of rows that were not taken by a store that otherwise
 * works; throws where the store does not.
 */
export async function writePending(pending: PendingWrites, store: Store, patience: Patience): Promise<number> {
  const held = new Map<string, Date>();
  const note = (of: Pending['of']) => {
    if (of !== null && of.at >= (held.get(of.person) ?? of.at)) held.set(of.person, of.at);
  };
  for (const { of } of pending.each()) note(of);
  pending.takeSlow().forEach(note);
  pending.forgetMarked(await patience.wait(() => store.forgotten()));
  let refused = 0;
  const each = pending.each();
  for (;;) {
    const batch = take(BATCH, each);
    if (batch.length === 0) break;
    for (const { of } of batch) note(of);
    const taken = await Promise.all(batch.map((one) => wasWritten(one, store, patience)));
    const missed = taken.filter((written) => !written).length;
    if (missed === batch.length) await patience.wait(() => store.probe());
    refused += missed;
  }
  await forgetLate(held, store, patience);
  return refused;
}

/** Whoever asked to be forgotten while this was written, at another replica too, has nothing of it left. */
async function forgetLate(held: ReadonlyMap<string, Date>, store: Store, patience: Patience): Promise<void> {
  for (const mark of await patience.wait(() => store.forgotten())) {
    const last = held.get(mark.person);
    if (last !== undefined && covers(mark, last)) await store.forget(mark.person, last > mark.at ? last : mark.at);
  }
}

async function wasWritten(one: Pending, store: Store, patience: Patience): Promise<boolean> {
  try {
    await patience.wait(() => one.write(store).then(() => one.done()));
    return true;
  } catch {
    return false;
  }
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
