import { setImmediate } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** Posts a body, and answers with what came back. Rejects where nothing did, or not all of it. */
export type Wire = (
  url: string,
  request: { headers: Record<string, string>; body: string },
) => Promise<{ status: number; text: string; header(name: string): string | null }>;

/** What one call may take, in milliseconds and bytes. */
export interface WireLimits {
  /** From the call to the last byte of the answer. */
  deadline: number;
  /** Until there is a connection: what fails here was surely not sent. */
  connect: number;
  /** Bytes of an answer's body. Slack's own are below 100 kB. */
  largest: number;
}

const LIMITS: WireLimits = { deadline: 10_000, connect: 4000, largest: 1024 * 1024 };
/**
 * Milliseconds that a connection is kept for another call. Where one was closed on the way and nobody told, what is sent over
 * it is lost, and must not be sent again, since it looks like a call that was carried out. A busy process never waits so long
 * between two calls, and a quiet one has the time to connect anew.
 */
const KEPT = 500;

/**
 * Over undici's `request`: it costs half the CPU of `fetch`, since no web streams are built for a few hundred bytes of JSON.
 * Errors carry the same codes; redirects are not followed.
 */
export function createWire({ deadline, connect, largest }: WireLimits = LIMITS): Wire {
  const dispatcher = new Agent({
    connect: { timeout: connect },
    keepAliveTimeout: KEPT,
    keepAliveMaxTimeout: KEPT,
    maxResponseSize: largest,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return async (url, { headers, body }) => {
    await closedOnesNoticed();
    const overdue = new AbortController();
    const timer = setTimeout(
      () => overdue.abort(Object.assign(new Error('No answer in time.'), { code: 'deadline' })),
      deadline,
    );
    try {
      const answer = await request(url, { method: 'POST', headers, body, signal: overdue.signal, dispatcher });
      return {
        status: answer.statusCode,
        text: await answer.body.text(),
        header: (name) => answer.headers[name]?.toString() ?? null,
      };
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * Where this process stood still (a stopped container, a machine asleep, a busy processor), Slack may have closed kept connections
 * meanwhile, and what is sent over one of them is lost without a trace. One turn of the event loop takes notice of those
 * that were closed, and of those that were kept too long.
 */
async function closedOnesNoticed(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** The network. */
export const wire: Wire = createWire();

/** The same over a `fetch`, such as that of the Slack in memory. */
export function wireOver(fetch: typeof globalThis.fetch): Wire {
  return async (url, { headers, body }) => {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(LIMITS.deadline) });
    return { status: answer.status, text: await answer.text(), header: (name) => answer.headers.get(name) };
  };
}
