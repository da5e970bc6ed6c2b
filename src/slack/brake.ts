/** So many messages of one key within so many milliseconds: a person does not write more with an app, two machines that answer each other do. */
const MOST = 5;
const WINDOW = 600_000;

/** Tells whether one more of a key may be taken. `now` is in milliseconds, monotonic. */
export function createBrake(now: () => number): (key: string) => boolean {
  const taken = new Map<string, number[]>();
  return (key) => {
    const since = now() - WINDOW;
    for (const [each, times] of taken) if ((times.at(-1) ?? 0) <= since) taken.delete(each);
    const recent = (taken.get(key) ?? []).filter((at) => at > since);
    if (recent.length >= MOST) return false;
    taken.set(key, [...recent, now()]);
    return true;
  };
}
