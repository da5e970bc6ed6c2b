import type { IncomingHttpHeaders } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { Agent } from 'undici';

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
 * Over undici's `dispatch`: it costs two thirds of the CPU of its `request`, and a sixth of `fetch`, since no streams are built for a
 * few hundred bytes of JSON. Errors carry the same codes; redirects are not followed.
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
  return async (url, sent) => {
    await closedOnesNoticed();
    return post(dispatcher, new URL(url), sent, deadline);
  };
}

function post(
  dispatcher: Agent,
  { origin, pathname, search }: URL,
  sent: Parameters<Wire>[1],
  deadline: number,
): ReturnType<Wire> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    let overdue: Error | null = null;
    let abort = (_: Error) => {};
    const timer = setTimeout(() => {
      overdue = Object.assign(new Error('No answer in time.'), { code: 'deadline' });
      abort(overdue);
    }, deadline);
    dispatcher.dispatch(
      { origin, path: pathname + search, method: 'POST', ...sent },
      {
        onRequestStart(request) {
          abort = (reason) => request.abort(reason);
          if (overdue !== null) abort(overdue);
        },
        onResponseStart(_, statusCode, answered) {
          status = statusCode;
          headers = answered;
        },
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          clearTimeout(timer);
          const header = (name: string) => headers[name]?.toString() ?? null;
          resolve({ status, text: UTF8.decode(Buffer.concat(chunks)), header });
        },
        onResponseError(_, error) {
          clearTimeout(timer);
          reject(error);
        },
      },
    );
  });
}

const UTF8 = new TextDecoder();

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
