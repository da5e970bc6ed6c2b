import { DAY } from '../knowledge/day.js';
import type { Clock } from './deps.js';
import { FORGOTTEN } from './forgotten.js';
import { covers } from './marks.js';
import type { Asked, Mark, Outcome, Store, Vote } from './store.js';

/** Ids held, some 10 MB. Beyond it the oldest are dropped, and only the store knows them. */
const MOST_IDS = 100_000;
/** Questions, outcomes and votes held until the store is back. */
const MOST_ASKED = 10_000;
const MOST_OUTCOMES = 2_000;
const MOST_VOTES = 2_000;

/** A write that waits for the store. */
export interface Pending {
  /** Whose it is; null for an outcome, which is nothing without its question. */
  of: { person: string; at: Date } | null;
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

export type PendingWrites = ReturnType<typeof pendingWrites>;

/** What could not be written yet, one asked and outcome per id, and one vote per entry, asked and person. */
export function pendingWrites() {
  const asked = new Map<string, Asked>();
  const outcomes = new Map<string, Outcome>();
  const votes = new Map<string, Vote>();
  const slowly: Mark[] = [];
  let lost = 0;

  /** Its question is written first where it waits too: an outcome is kept nowhere else. */
  async function writeOutcome(store: Store, id: string, outcome: Outcome): Promise<void> {
    const held = asked.get(id);
    if (held !== undefined) await store.record(held);
    await store.settle(id, outcome);
  }

  function* each(): Generator<Pending> {
    for (const [id, held] of asked)
      yield { of: held, write: (store) => store.record(held), done: () => release(asked, id, held) };
    for (const [id, held] of outcomes)
      yield { of: null, write: (store) => writeOutcome(store, id, held), done: () => release(outcomes, id, held) };
    for (const [key, held] of votes)
      yield { of: held, write: (store) => store.vote(held, true), done: () => release(votes, key, held) };
  }

  return {
    /** What waits now; what is kept while the caller walks through it comes at its end. */
    each,
    get size(): number {
      return asked.size + outcomes.size + votes.size;
    },
    /** Questions and outcomes for which there was no room. */
    get lost(): number {
      return lost;
    },
    /** False where there is no room. */
    keepAsked(one: Asked): boolean {
      if (asked.size >= MOST_ASKED) {
        lost += 1;
        return false;
      }
      asked.set(one.id, one);
      return true;
    },
    /** True where this question waits, which has no row to keep an outcome in yet, or an older outcome does. */
    holds(id: string): boolean {
      return asked.has(id) || outcomes.has(id);
    },
    /** False where there is no room. A newer outcome takes the place of the older. */
    keepOutcome(id: string, outcome: Outcome): boolean {
      if (!outcomes.has(id) && outcomes.size >= MOST_OUTCOMES) {
        lost += 1;
        return false;
      }
      outcomes.set(id, outcome);
      return true;
    },
    /** False where there is no room. A later vote of the same person on the same takes the place of the earlier. */
    keepVote(vote: Vote): boolean {
      dropVote(vote);
      if (votes.size >= MOST_VOTES) return false;
      votes.set(keyOf(vote), vote);
      return true;
    },
    /** Drops an earlier vote on the same, which must not be written after this one. */
    dropVote,
    /** Notes of whom something was written slowly: a mark may have been set, and their rows removed, on its way. */
    wroteSlowly({ person, at }: Mark): void {
      slowly.push({ person, at });
    },
    /** Those of whom it was noted, once. */
    takeSlow: () => slowly.splice(0),
    /** Empties a person's questions, whose ids are still to be written, and drops the votes. Answers with how many. */
    forget: (person: string) => forgetWhere((held) => held.person === person),
    /** Does so with all that a mark covers. */
    forgetMarked(marks: readonly Mark[]): void {
      const byPerson = new Map(marks.map((mark) => [mark.person, mark]));
      forgetWhere(({ person, at }) => covers(byPerson.get(person), at));
    },
  };

  function dropVote(vote: Vote): void {
    votes.delete(keyOf(vote));
  }

  function forgetWhere(which: (held: Asked | Vote) => boolean): number {
    const mine = [...asked.values()].filter((one) => one.person !== FORGOTTEN.person && which(one));
    for (const one of mine) asked.set(one.id, { ...one, ...FORGOTTEN });
    for (const { id } of mine) outcomes.delete(id);
    const theirs = [...votes].filter(([, vote]) => which(vote));
    for (const [key] of theirs) votes.delete(key);
    return mine.length + theirs.length;
  }
}

function keyOf({ asked, entry, person }: Vote): string {
  return JSON.stringify([asked, entry, person]);
}

/** Removes what was written, unless something else has taken its place meanwhile. */
function release<Value>(from: Map<string, Value>, key: string, written: Value): void {
  if (from.get(key) === written) from.delete(key);
}
