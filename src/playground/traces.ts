/** What became of each thing that people did: payloads in, what the app said, its calls, and how long all of it took. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Act } from './delivery.js';
import type { Returned } from './network.js';
import type { WireTrace } from './wire.js';

/** The newest that are kept. */
const MOST = 40;

export interface TracesDeps {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds of a clock that never goes back. */
  clock: () => number;
}

export interface Traces {
  /** Does something as a person, and keeps what comes of it. */
  trace<T extends { done: Act }>(act: { act: string; user: string }, perform: () => Promise<T>): Promise<T>;
  /** A call of the app: it belongs to what the app is at work on. */
  watch(): (returned: Returned) => void;
  /** Newest first. */
  newest(): readonly WireTrace[];
}

export function createTraces({ now, clock }: TracesDeps): Traces {
  const traces: WireTrace[] = [];
  const atWork = new AsyncLocalStorage<WireTrace>();
  let serial = 0;

  return {
    async trace({ act, user }, perform) {
      serial += 1;
      const begun = clock();
      const trace: WireTrace = {
        id: serial,
        at: now(),
        act,
        user,
        in: [],
        said: [],
        acked: true,
        ack_ms: null,
        out: [],
        ms: null,
      };
      const result = await atWork.run(trace, perform);
      const { bodies, said, acked } = result.done;
      Object.assign(trace, { in: bodies, said, acked, ack_ms: clock() - begun });
      traces.unshift(trace);
      traces.length = Math.min(traces.length, MOST);
      const ended = () => {
        trace.ms = clock() - begun;
      };
      result.done.settled().then(ended, ended);
      return result;
    },
    watch() {
      const trace = atWork.getStore();
      const begun = clock();
      return ({ method, args, status, answer }) =>
        void trace?.out.push({ method, args, status, answer, ms: clock() - begun });
    },
    newest: () => traces,
  };
}
