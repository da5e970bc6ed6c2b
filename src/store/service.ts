import { type StoreDeps, within } from './deps.js';
import { codeOf, isLasting, plainFault, StoreError } from './faults.js';
import type { PendingWrites } from './memory.js';
import { LONGEST, type Patience, SILENCE } from './patience.js';
import { writePending } from './recovery.js';
import type { Store } from './store.js';

/** How the store is, for /readyz and metrics. */
export interface StoreState {
  /** False while questions are answered from memory. */
  ok: boolean;
  /** When it became so. */
  since: Date;
  /** Questions, outcomes and votes in memory that are still to be written. */
  waiting: number;
  /** Questions and outcomes that could not be kept, since the start. */
  lost: number;
  /** Why it is not ok, and what to do. */
  reason?: string;
}

export interface ServiceDeps extends StoreDeps {
  /** What is still to be written when a store is back. */
  pending: PendingWrites;
  /** For writes. */
  patience: Patience;
  /** For what is only read: many a store that reads well takes no row, and is no store in service. */
  readPatience: Patience;
  onState(state: StoreState): void;
}

/** Milliseconds for opening a store; one that comes later is closed again. */
const OPEN_LIMIT = 20_000;
/** Milliseconds for letting go of a store that is away. */
const LEAVE_LIMIT = 1000;
/** Milliseconds for the last writes at the end of the process. */
const CLOSE_LIMIT = 5000;
/** Milliseconds between tries to bring the store back; the last one is repeated. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;
/** Milliseconds until a working store is offered again what it did not take. */
const REOFFER = 15_000;

/** Has a store in service, finds out when it is away, and brings it back by itself. */
export function storeService(
  open: () => Promise<Store>,
  { clock, log, pending, patience, readPatience, onState }: ServiceDeps,
) {
  let inner: Store | null = null;
  /** Null until the first opening has gone well or badly. */
  let ok: boolean | null = null;
  let since = clock.now();
  let reason: string | null = 'The store is being opened.';
  let pauseMs = FIRST_PAUSE;
  let cancelNext: (() => void) | null = null;
  let looking = false;
  let closed = false;
  /** Calls that have not ended yet, given up or not. */
  const underWay = new Set<Promise<unknown>>();

  function state(): StoreState {
    const { size: waiting, lost } = pending;
    return { ok: ok === true, since, waiting, lost, ...(reason === null ? {} : { reason }) };
  }

  function turnOk(): void {
    reason = null;
    pauseMs = FIRST_PAUSE;
    if (ok === true) return;
    const seconds = (clock.now().getTime() - since.getTime()) / 1000;
    ok = true;
    since = clock.now();
    log.info({ seconds, waiting: pending.size, lost: pending.lost }, 'store in service');
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

  function leave(error: unknown): void {
    turnBad(error);
    next(FIRST_PAUSE, recover);
  }

  /** A call that came through late, after the store was given up: it was slow, not away. */
  function heardFrom(store: Store): void {
    if (ok === false && store === inner) turnOk();
  }

  async function current(): Promise<Store> {
    await started;
    if (ok === true && inner !== null) return inner;
    throw new StoreError('UNAVAILABLE', reason ?? 'The store is closed.');
  }

  /** A write that an answer waits for, `longest` milliseconds at the most. */
  async function promptly<T>(call: (store: Store) => Promise<T>, longest = LONGEST): Promise<T> {
    const store = await current();
    try {
      return await patience.wait(() => track(call(store)), { longest, through: () => heardFrom(store) });
    } catch (error) {
      doubt(store, error, codeOf(error) === 'SILENT');
      throw error;
    }
  }

  /** The same of what is only read. It tells nothing of writes, and one that is slow is no outage. */
  async function reading<T>(call: (store: Store) => Promise<T>, longest = LONGEST): Promise<T> {
    const store = await current();
    try {
      return await readPatience.wait(() => track(call(store)), { longest });
    } catch (error) {
      doubt(store, error, false);
      throw error;
    }
  }

  function doubt(store: Store, error: unknown, away: boolean): void {
    if (ok !== true || store !== inner) return;
    if (away || isLasting(error)) leave(error);
    else void look(store);
  }

  function track<T>(call: Promise<T>): Promise<T> {
    underWay.add(call);
    const ended = () => void underWay.delete(call);
    call.then(ended, ended);
    return call;
  }

  /** One call that failed is no outage: only a store that takes no row at all goes out of service. */
  async function look(store: Store): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      await patience.wait(() => store.probe());
    } catch (error) {
      if (ok === true && store === inner) leave(error);
    } finally {
      looking = false;
    }
  }

  function next(ms: number, run: () => Promise<void>): void {
    cancelNext?.();
    cancelNext = null;
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
        const store = await openInTime();
        inner = store;
        await patience.wait(() => store.probe(), { quiet: LONGEST });
        await writePending(pending, store, patience);
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
    return patience
      .wait(() => store.probe())
      .then(
        async () => (await writePending(pending, store, patience)) === 0,
        () => false,
      );
  }

  /** A row that a working store refuses does not keep the others out of service: it is offered again and again. */
  async function offerAgain(): Promise<void> {
    if (inner !== null) await writePending(pending, inner, patience).catch(() => {});
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
    if (leaving !== null) await within(LEAVE_LIMIT, clock, () => leaving.close()).catch(() => {});
  }

  /** The recovery, or the writing of what was held, that runs now or ran last. */
  let busy = recover();
  /** Early questions wait for the first opening, but no longer than for a silent store. */
  const started = within(SILENCE, clock, () => busy).catch(() => {});

  return {
    state,
    current,
    promptly,
    reading,

    /** What was held while the store is in service has missed the writing after the outage. */
    held(): void {
      if (ok === true && cancelNext === null) next(REOFFER, offerAgain);
    },

    /** Resolves when every call that is under way has ended; throws where one does not in time. */
    async quiet(): Promise<void> {
      await within(LONGEST, clock, () => Promise.allSettled([busy, ...underWay]));
    },

    async close(): Promise<void> {
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
