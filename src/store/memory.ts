import { type Clock, DAY } from './around.js';
import { FORGOTTEN } from './forgotten.js';
import type { Asked, Store, Vote } from './store.js';

/** Ids held, some 10 MB. Beyond it the oldest are dropped, and only the store knows them. */
const MOST_IDS = 100_000;
/** Questions and votes held until the store is back. */
const MOST_ASKED = 10_000;
const MOST_VOTES = 2_000;

/** A write that waits for the store. */
export interface Pending {
  write(store: Store): Promise<unknown>;
  /** Called once it is written. */
  done(): void;
}

/** The ids of a day, so that a delivery is known again while the store is not there to ask. */
export function seenIds(clock: Clock) {
  const seenAt = new Map<string, number>();

  function dropOld(now: number): void {
    for (const [id, at] of seenAt) {
      if (seenAt.size <= MOST_IDS && now - at < DAY) return;
      seenAt.delete(id);
    }
  }

  return {
    /** True for the first caller with this id only. */
    add(id: string): boolean {
      const now = clock.now().getTime();
      dropOld(now);
      if (seenAt.has(id)) return false;
      seenAt.set(id, now);
      return true;
    },
  };
}

/** What could not be written yet, one asked per id and one vote per answer and person. */
export function pendingWrites() {
  const asked = new Map<string, Asked>();
  const votes = new Map<string, Vote>();

  function* each(): Generator<Pending> {
    for (const [id, held] of asked)
      yield { write: (store) => store.record(held), done: () => release(asked, id, held) };
    for (const [key, held] of votes)
      yield { write: (store) => store.vote(held), done: () => release(votes, key, held) };
  }

  return {
    /** What waits now; what is kept while the caller walks through it comes at its end. */
    each,
    get size(): number {
      return asked.size + votes.size;
    },
    /** False where there is no room. */
    keepAsked(one: Asked): boolean {
      if (asked.size >= MOST_ASKED) return false;
      asked.set(one.id, one);
      return true;
    },
    /** False where there is no room. A newer vote of the same person on the same answer takes the place of the older. */
    keepVote(vote: Vote): boolean {
      const key = JSON.stringify([vote.answer, vote.person]);
      const held = votes.get(key);
      if (held && held.at > vote.at) return true;
      if (!held && votes.size >= MOST_VOTES) return false;
      votes.delete(key);
      votes.set(key, vote);
      return true;
    },
    /** Empties a person's questions, whose ids are still to be written, and drops the votes. Answers with how many. */
    forget(person: string): number {
      const mine = [...asked.values()].filter((one) => one.person === person);
      for (const one of mine) asked.set(one.id, { ...one, ...FORGOTTEN });
      const theirs = [...votes].filter(([, vote]) => vote.person === person);
      for (const [key] of theirs) votes.delete(key);
      return mine.length + theirs.length;
    },
  };
}

/** Removes what was written, unless something else has taken its place meanwhile. */
function release<Value>(from: Map<string, Value>, key: string, written: Value): void {
  if (from.get(key) === written) from.delete(key);
}
