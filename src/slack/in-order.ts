/** Runs what belongs to one key one after the other, in the order in which it came. */
export function createInOrder(): (key: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key);
    // What went wrong before is told to whoever waits for it there.
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(key, mine);
    try {
      await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
