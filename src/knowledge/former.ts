import type { Entry } from './entry.js';

/**
 * Entries that are found by the ids that they had before, too: by buttons in old messages, by votes and by what was kept. Counted and
 * listed each is there once, under its own id.
 */
export function withFormer(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const ids = new Map(
    [...entries.values()].flatMap(({ id, formerly = [] }) => formerly.map((old) => [old, id] as const)),
  );
  return ids.size === 0 ? entries : new EntriesWithFormer(entries, ids);
}

/** A map of its own kind, since everybody looks entries up in a map. A process aside hands it over as a plain one. */
class EntriesWithFormer extends Map<string, Entry> {
  readonly #ids: ReadonlyMap<string, string>;

  constructor(entries: ReadonlyMap<string, Entry>, ids: ReadonlyMap<string, string>) {
    super();
    this.#ids = ids;
    for (const [id, entry] of entries) this.set(id, entry);
  }

  override get(id: string): Entry | undefined {
    return super.get(id) ?? super.get(this.#ids.get(id) ?? '');
  }

  override has(id: string): boolean {
    return this.get(id) !== undefined;
  }
}
