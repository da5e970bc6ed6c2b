import { type Around, within } from './around.js';
import { codeOf, plainFault, StoreError } from './faults.js';
import { pendingWrites, seenIds } from './memory.js';
import { CALL_LIMIT, probe, writePending } from './recovery.js';
import type { Store } from './store.js';

/** How the store is, for /readyz and metrics. */
export interface StoreState {
  /** False while questions are answered from memory. */
  ok: boolean;
  /** When it became so. */
  since: Date;
  /** Questions and votes in memory that are still to be written. */
  waiting: number;
  /** Questions that were answered but could not be kept, since the start. */
  lost: number;
  /** Why it is not ok, and what to do. */
  reason?: string;
}

export interface SteadyStore extends Store {
  state(): StoreState;
}

/** Milliseconds for opening a store; one that comes later is closed again. */
const OPEN_LIMIT = 10_000;
/** Milliseconds for calls that no answer waits for. */
const LONG_LIMIT = 30_000;
/** Milliseconds for the last writes at the end of the process. */
const CLOSE_LIMIT = 5000;
/** Milliseconds between tries to bring the store back; the last one is repeated. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** Milliseconds until a working store is offered again what it did not take. */
const REOFFER = 15_000;

/**
 * A store that lets no answer wait for long, and none fail. While the real one is away, locked, full or slow, it tells
 * first deliveries from repeated ones by memory, holds what is to be written, and brings the store back by itself.
 * What only stands in memory is unknown to other replicas, and lost if the process ends.
 */
export function steadyStore(
  open: () => Promise<Store>,
  { clock, log, onState = () => {} }: Around & { onState?: (state: StoreState) => void },
): SteadyStore {
  const seen = seenIds(clock);
  const pending = pendingWrites();
  let inner: Store | null = null;
  /** Null until the first opening has gone well or badly. */
  let ok: boolean | null = null;
  let since = clock.now();
  let reason: string | null = 'The store is being opened.';
  let lost = 0;
  let pauseMs = FIRST_PAUSE;
  let cancelNext: (() => void) | null = null;
  let closed = false;

  function state(): StoreState {
    return { ok: ok === true, since, waiting: pending.size, lost, ...(reason === null ? {} : { reason }) };
  }

  function turnOk(): void {
    reason = null;
    pauseMs = FIRST_PAUSE;
    if (ok === true) return;
    const seconds = (clock.now().getTime() - since.getTime()) / 1000;
    ok = true;
    since = clock.now();
    log.info({ seconds, waiting: pending.size, lost }, 'store in service');
    onState(state());
  }

  function turnBad(error: unknown): void {
    reason = plainFault(error).message;
    if (ok === false) return;
    ok = false;
    since = clock.now();
    log.warn({ code: codeOf(error), reason }, 'store out of service, answering from memory');
    onState(state());
  }

  async function service(): Promise<Store> {
    await started;
    if (ok === true && inner !== null) return inner;
    throw new StoreError('UNAVAILABLE', reason ?? 'The store is closed.');
  }

  /** A call that an answer waits for: where it fails or takes long, the store goes out of service. */
  async function promptly<T>(call: (store: Store) => Promise<T>): Promise<T> {
    const store = await service();
    try {
      return await within(CALL_LIMIT, clock, () => call(store));
    } catch (error) {
      if (ok === true && store === inner) {
        turnBad(error);
        next(FIRST_PAUSE, recover);
      }
      throw error;
    }
  }

  /** A call that no answer waits for: it fails for itself alone. */
  async function calmly<T>(call: (store: Store) => Promise<T>): Promise<T> {
    const store = await service();
    return within(LONG_LIMIT, clock, () => call(store));
  }

  function next(ms: number, run: () => Promise<void>): void {
    cancelNext?.();
    if (closed) return;
    cancelNext = clock.after(ms, () => {
      cancelNext = null;
      busy = run();
    });
  }

  /** Brings a store into service: the one at hand if it takes all that waits, else a new one. */
  async function recover(): Promise<void> {
    try {
      if (inner === null || !(await takesAll(inner))) {
        await letGo();
        inner = await openInTime();
        await probe(inner, clock);
        await writePending(pending, inner, clock);
      }
      turnOk();
      if (pending.size > 0) next(REOFFER, offerAgain);
    } catch (error) {
      await letGo();
      turnBad(error);
      next(pauseMs, recover);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE);
    }
  }

  function takesAll(store: Store): Promise<boolean> {
    return probe(store, clock).then(
      async () => (await writePending(pending, store, clock)) === 0,
      () => false,
    );
  }

  /** A row that a working store refuses does not keep the others out of service: it is offered again and again. */
  async function offerAgain(): Promise<void> {
    if (inner !== null) await writePending(pending, inner, clock).catch(() => {});
    if (pending.size > 0 && cancelNext === null) next(REOFFER, offerAgain);
  }

  async function openInTime(): Promise<Store> {
    const opening = open();
    try {
      const store = await within(OPEN_LIMIT, clock, () => opening);
      if (closed) throw new StoreError('CLOSED', 'The store is closed.');
      return store;
    } catch (error) {
      // It may still come, too late to be used.
      opening.then((late) => late.close()).catch(() => {});
      throw error;
    }
  }

  /** The old one is closed before the next is opened, so that nobody writes to a damaged file that is set aside. */
  async function letGo(): Promise<void> {
    const leaving = inner;
    inner = null;
    if (leaving !== null) await within(CALL_LIMIT, clock, () => leaving.close()).catch(() => {});
  }

  /** What was held while the store is in service has missed the writing after the outage. */
  function held(): void {
    if (ok === true && cancelNext === null) next(REOFFER, offerAgain);
  }

  /** The recovery, or the writing of what was held, that runs now or ran last. */
  let busy = recover();
  /** Early questions wait for the first opening, but no longer than for any other call. */
  const started = within(CALL_LIMIT, clock, () => busy).catch(() => {});

  return {
    state,

    async record(asked) {
      if (!seen.add(asked.id)) return false;
      try {
        return await promptly((store) => store.record(asked));
      } catch {
        if (pending.keepAsked(asked)) held();
        else lost += 1;
        return true;
      }
    },

    async vote(vote) {
      try {
        await promptly((store) => store.vote(vote));
      } catch (error) {
        if (!pending.keepVote(vote)) throw error;
        held();
      }
    },

    async forget(person) {
      const dropped = pending.forget(person);
      // A row on its way must have arrived before it can be removed.
      await within(CALL_LIMIT, clock, () => busy);
      return dropped + (await calmly((store) => store.forget(person)));
    },

    takeTurn: (job, slot, at) => calmly((store) => store.takeTurn(job, slot, at)),
    expire: (before) => calmly((store) => store.expire(before)),
    probe: () => promptly((store) => store.probe()),

    async *allAsked() {
      yield* (await service()).allAsked();
    },
    async *allVotes() {
      yield* (await service()).allVotes();
    },

    async close() {
      const last = async () => {
        await busy;
        if (pending.size > 0) await recover();
      };
      await within(CLOSE_LIMIT, clock, last).catch(() => {});
      closed = true;
      cancelNext?.();
      if (pending.size > 0) log.error({ waiting: pending.size }, 'store closed before all was written');
      const leaving = inner;
      inner = null;
      if (leaving !== null) await within(CLOSE_LIMIT, clock, () => leaving.close());
    },
  };
}
