/** The wire between Bolt and the Slack in memory: a `fetch` that reaches nothing else, remembers every call and fails on request. */

import type { Json } from './json.js';

/** Where response URLs lead. */
export const RESPONSE_HOST = 'hooks.slack.com';

export interface Answer {
  status: number;
  body: Json;
}

export interface Call {
  /** Web API method, or `response_url`. */
  method: string;
  args: Json;
}

/** One failure to come: an error of Slack's, an HTTP status (with seconds for `Retry-After`), or no answer at all. */
export type Failure = { error: string } | { status: number; retryAfter?: number } | { hang: true };

export interface Network {
  fetch: typeof globalThis.fetch;
  calls: Call[];
  /** The next call of this method fails so; say it twice for two calls. */
  fail(method: string, failure: Failure): void;
}

export interface Service {
  call(method: string, args: Json, token: string): Json;
  answer(url: string, args: Json): Answer;
}

/** A call that has come back, or failed. */
export interface Returned extends Call {
  /** The answer's HTTP status and JSON; null where there was none. */
  status: number | null;
  answer: Json | null;
}

/** Arguments that Bolt's client sends as JSON inside a form. */
const JSON_ARGUMENTS = ['attachments', 'blocks', 'loading_messages', 'metadata', 'prompts', 'view'];

/** Calls that are remembered; the oldest goes when one more comes. */
const MOST_CALLS = 10_000;

/** `watch` is told of every call, and answers with what is to be told of its return. */
export function createNetwork(service: Service, watch: () => (returned: Returned) => void): Network {
  const calls: Call[] = [];
  const failures = new Map<string, Failure[]>();

  async function serve(call: Call, url: string, init: RequestInit): Promise<Response> {
    const failure = failures.get(call.method)?.shift();
    if (failure && 'hang' in failure) return hang(init.signal);
    if (failure && 'status' in failure) return failed(failure.status, failure.retryAfter);
    if (failure) return Response.json({ ok: false, error: failure.error });
    if (call.method !== 'response_url') {
      return Response.json(service.call(call.method, call.args, tokenOf(init, call.args)));
    }
    const { status, body } = service.answer(url, call.args);
    return Response.json(body, { status });
  }

  async function fetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    init.signal?.throwIfAborted();
    const url = new URL(input instanceof Request ? input.url : input);
    const method =
      url.hostname === RESPONSE_HOST ? 'response_url' : url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const call = { method, args: readArgs(init) };
    calls.push(call);
    if (calls.length > MOST_CALLS) calls.shift();
    const tell = watch();
    try {
      const response = await serve(call, url.href, init);
      const text = await response.clone().text();
      tell({ ...call, status: response.status, answer: text === '' ? null : JSON.parse(text) });
      return response;
    } catch (error) {
      tell({ ...call, status: null, answer: null });
      throw error;
    }
  }

  return {
    fetch,
    calls,
    fail(method, failure) {
      failures.set(method, [...(failures.get(method) ?? []), failure]);
    },
  };
}

function readArgs({ body }: RequestInit): Json {
  const text = String(body ?? '');
  if (text.startsWith('{')) return JSON.parse(text);
  const args: Json = Object.fromEntries(new URLSearchParams(text));
  for (const name of JSON_ARGUMENTS) {
    if (typeof args[name] === 'string') args[name] = parsed(args[name]);
  }
  return args;
}

/** Broken JSON stays a string, for the method to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function tokenOf({ headers }: RequestInit, args: Json): string {
  const bearer = new Headers(headers).get('authorization')?.replace(/^Bearer /, '');
  return bearer ?? String(args.token ?? '');
}

function failed(status: number, retryAfter: number | undefined): Response {
  return new Response('', { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } });
}

/** Ends only when the caller gives up. */
function hang(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
