import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { BOT_ID, BOT_USER, type Json, nextTs, TEAM } from './payloads.js';
import { sleep } from './wait.js';

/** One call of the Web API, or of a response URL. */
export interface Call {
  /** Method, or `respond`. */
  method: string;
  args: Json;
  /** The address's path: tells response URLs apart. */
  path: string;
  /** Milliseconds, monotonic: when it came in. */
  at: number;
}

/** A call that people can see the outcome of. */
export interface Post extends Call {
  text: string;
}

/**
 * How calls go wrong. `page` answers with 200 and HTML, as what stands between may do; `carriedOut` answers with an error although
 * the call was carried out; `cut` carries it out and then drops the connection; `reset` drops it at once; `flood` carries it out and
 * answers without end; `until` carries it out when that resolves.
 */
export type Failure =
  | Refusal
  | { delay: number }
  | { until: Promise<unknown> }
  | { carriedOut: Refusal }
  | 'hang'
  | 'cut'
  | 'reset'
  | 'flood';

type Refusal = { error: string } | { status: number; retryAfter?: number } | 'page';

/** A Slack Web API on the loopback that remembers every call and fails on demand. */
export interface StandIn {
  /** For SLACK_API_URL. */
  url: string;
  calls: readonly Call[];
  /** What people can see, oldest first. */
  posts: readonly Post[];
  /** Fails the calls that match, `times` of them. Answers with the way to stop. */
  fail(match: string | ((call: Call) => boolean), failure: Failure, times?: number): () => void;
  /** From now on takes one `chat.postMessage` in so many milliseconds in each channel, and answers others with 429, as Slack does. */
  limit(ms: number): void;
  /** Closes all connections on which no call is open, and tells how many; `unheard`: the other side learns of it when it uses one again. */
  closeKept(unheard?: boolean): number;
  /** What a method answers besides `ok`. */
  answer(method: string, body: () => Json): void;
  /** A response URL; its calls count as method `respond`. */
  responseUrl(): string;
  close(): Promise<void>;
}

const VISIBLE = new Set(['chat.postMessage', 'chat.postEphemeral', 'chat.update', 'respond', 'views.open']);
const PAGE = '<!DOCTYPE html><html><title>Please sign in</title></html>';
/** Arguments that Slack's client sends as JSON inside a form. */
const JSON_ARGUMENTS = ['blocks', 'attachments', 'metadata', 'view', 'prompts'];

export async function startStandIn(): Promise<StandIn> {
  const calls: Call[] = [];
  const posts: Post[] = [];
  const failures: { match(call: Call): boolean; failure: Failure; left: number }[] = [];
  const answers = new Map<string, () => Json>([
    ['auth.test', () => ({ team_id: TEAM, user_id: BOT_USER, bot_id: BOT_ID, url: 'http://127.0.0.1/', user: 'faq' })],
  ]);

  let spacing = 0;
  const lastIn = new Map<unknown, number>();
  const idle = new Set<Socket>();
  const forgotten = new WeakSet<Socket>();

  /** Seconds until the channel of a message takes another one; 0 where it takes this one. */
  function fullFor({ method, args, at }: Call): number {
    if (spacing === 0 || method !== 'chat.postMessage') return 0;
    const left = (lastIn.get(args.channel) ?? Number.NEGATIVE_INFINITY) + spacing - at;
    if (left <= 0) lastIn.set(args.channel, at);
    return Math.max(0, Math.ceil(left / 1000));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const method = path.startsWith('/respond/') ? 'respond' : path.replace('/api/', '');
    const call: Call = { method, path, args: argsOf(await textOf(request)), at };
    calls.push(call);
    const failing = failures.find(({ match, left }) => left > 0 && match(call));
    if (failing) failing.left -= 1;
    const failure = failing?.failure;
    if (failure === 'hang') return;
    if (failure === 'reset') return void request.socket.destroy();
    if (failure === 'page') return refuse(response, failure);
    if (failure && typeof failure === 'object' && 'delay' in failure) await sleep(failure.delay);
    else if (failure && typeof failure === 'object' && 'until' in failure) await failure.until;
    else if (failure && typeof failure === 'object' && !('carriedOut' in failure)) return refuse(response, failure);
    const retryAfter = fullFor(call);
    if (retryAfter > 0) return refuse(response, { status: 429, retryAfter });
    const ts = nextTs();
    if (VISIBLE.has(method)) posts.push({ ...call, text: String(call.args.text ?? '') });
    if (failure === 'cut') return void request.socket.destroy();
    if (failure === 'flood') return flood(response);
    if (failure && typeof failure === 'object' && 'carriedOut' in failure) return refuse(response, failure.carriedOut);
    send(response, 200, { ok: true, ts, channel: call.args.channel, ...answers.get(method)?.() });
  }

  const server = createServer((request, response) => {
    idle.delete(request.socket);
    if (forgotten.has(request.socket)) return void request.socket.resetAndDestroy();
    response.on('finish', () => idle.add(request.socket));
    serve(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => socket.on('close', () => idle.delete(socket)));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    calls,
    posts,
    fail(match, failure, times = Number.POSITIVE_INFINITY) {
      const rule = {
        match: typeof match === 'string' ? ({ method }: Call) => method === match : match,
        failure,
        left: times,
      };
      failures.unshift(rule);
      return () => {
        rule.left = 0;
      };
    },
    limit(ms) {
      spacing = ms;
    },
    closeKept(unheard = false) {
      const closed = [...idle];
      for (const socket of closed) {
        if (unheard) forgotten.add(socket);
        else socket.destroy();
      }
      return closed.length;
    },
    answer: (method, body) => void answers.set(method, body),
    responseUrl: () => `http://127.0.0.1:${port}/respond/${nextTs()}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function refuse(response: ServerResponse, failure: Refusal) {
  if (failure === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  if ('error' in failure) return send(response, 200, { ok: false, error: failure.error });
  if (failure.retryAfter !== undefined) response.setHeader('retry-after', failure.retryAfter);
  send(response, failure.status, { ok: false });
}

function flood(response: ServerResponse): void {
  const piece = Buffer.alloc(1024 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('error', () => {}).on('drain', more);
  more();
}

function send(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

/** Throws where a body is not what Slack could read. */
function argsOf(text: string): Json {
  if (text.startsWith('{')) return JSON.parse(text) as Json;
  const args: Json = Object.fromEntries(new URLSearchParams(text));
  for (const name of JSON_ARGUMENTS) if (typeof args[name] === 'string') args[name] = JSON.parse(args[name]);
  return args;
}
