import type { Asked, Store, Vote } from '../../src/store/store.js';

/** How a call goes wrong: before anything is kept, after it was kept, or without ever an end. */
export type Trouble = 'before' | 'after' | 'hangs';

/** A store in memory, to which `trouble` says how its n-th call goes wrong. Openings share the rows. */
export function fakeStore(trouble: (call: number) => Trouble | null = () => null) {
  const asked = new Map<string, Asked>();
  const votes = new Map<string, Vote>();
  const turns = new Set<string>();
  let calls = 0;
  let openings = 0;

  async function call<T>(work: () => T): Promise<T> {
    const wrong = trouble(++calls);
    if (wrong === 'before') throw new Error('MARKER: broken before');
    if (wrong === 'hangs') await new Promise(() => {});
    const result = work();
    if (wrong === 'after') throw new Error('MARKER: broken after');
    return result;
  }

  function once<Value>(rows: Map<string, Value>, key: string, row: Value): boolean {
    if (rows.has(key)) return false;
    rows.set(key, row);
    return true;
  }

  const store: Store = {
    record: (one) => call(() => once(asked, one.id, one)),
    vote: (vote) =>
      call(() => {
        const key = `${vote.answer} ${vote.person}`;
        const held = votes.get(key);
        if (!held || held.at <= vote.at) votes.set(key, vote);
      }),
    takeTurn: (job, slot) => call(() => turns.size < turns.add(`${job} ${slot}`).size),
    expire: (before) =>
      call(() => {
        const old = [...asked.values()].filter(({ at }) => at < before);
        for (const { id } of old) asked.delete(id);
        return old.length;
      }),
    forget: (person) => call(() => [...asked.values()].filter((one) => one.person === person).length),
    async *allAsked() {
      yield* asked.values();
    },
    async *allVotes() {
      yield* votes.values();
    },
    probe: () => call(() => {}),
    close: async () => {},
  };
  return {
    asked,
    votes,
    get calls() {
      return calls;
    },
    get openings() {
      return openings;
    },
    open: () =>
      call(() => {
        openings += 1;
        return store;
      }),
  };
}
