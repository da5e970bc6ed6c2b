/** Resolves after so many milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Milliseconds after which what is waited for will not come: no promise of the bot's, which each check makes by itself. */
const NEVER = 60_000;

/** Waits until a condition holds; answers with the milliseconds that it took. Throws once `most` are over. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, most = NEVER): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > most) throw new Error(`Not within ${most} ms: ${what}.`);
    await sleep(5);
  }
  return performance.now() - begun;
}

/** The smallest value that a share of all values does not exceed: `quantile(ms, 0.99)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Milliseconds for the table. */
export function ms(value: number): string {
  return value < 10
    ? `${value.toFixed(1)} ms`
    : value < 10_000
      ? `${Math.round(value)} ms`
      : `${(value / 1000).toFixed(1)} s`;
}

/** Does something for every item, at most `width` at a time, in order of the items. */
export async function each<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await act(items[at] as T, at);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

/** The numbers from 0 to `count` - 1. */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
