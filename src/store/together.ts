/** Items sent by one call at the most. */
const MOST = 500;

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(fault: unknown): void;
}

/**
 * Sends what is handed in one by one together: all that came while the last lot was under way goes with the next. So a slow
 * server makes the lots larger, and nobody waits for more than two of its answers. Where a lot fails for what is in it, by
 * `ofItem`, each item is sent alone: none fails for its neighbour.
 */
export function together<Item, Result>(
  send: (items: readonly Item[]) => Promise<readonly Result[]>,
  ofItem: (fault: unknown) => boolean,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) await settle(waiting.splice(0, MOST));
    running = false;
  }

  async function settle(lot: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await send(lot.map(({ item }) => item));
      for (const [index, { resolve }] of lot.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (lot.length > 1 && ofItem(error)) for (const one of lot) await settle([one]);
      else for (const { reject } of lot) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
