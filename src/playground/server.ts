/** The local page's server: node:http on 127.0.0.1, the page, its feed, and what people do on it. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { carryOut, readAct } from './acts.js';
import { readBody } from './body.js';
import { createDeskRoutes, type DeskDoor } from './desk.js';
import { createFeed } from './feed.js';
import { refusal, setHeaders } from './guard.js';
import { type PageFiles, readPage } from './page-files.js';
import { questionIn } from './questions.js';
import type { MemorySlack } from './slack.js';
import type { WireReading, WireTrace } from './wire.js';
import { findPerson, PEOPLE } from './workspace.js';

export interface PlaygroundOptions {
  slack: MemorySlack;
  /** 0 takes any free port. */
  port: number;
  /** Looked at before the page's own paths, for `/healthz` and the like; false where a request is for something else. */
  health?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Told what a listener threw past the app's own error boundary. */
  failed?: (error: unknown) => void;
  /** How the search reads a question; null where it is none. */
  read?: (text: string) => WireReading | null;
  /** The knowledge behind the leads' desk; without it there is none. */
  desk?: DeskDoor;
  /** The page by path; by default as it is written and compiled here. */
  files?: PageFiles;
}

export interface Playground {
  url: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const LARGEST_BODY = 200_000;

/** Serves the page. Throws with the remedy where the port is taken or the page is not built. */
export async function startPlayground({
  slack,
  port,
  health,
  failed = () => {},
  read = () => null,
  desk,
  files = readPage(),
}: PlaygroundOptions): Promise<Playground> {
  const feed = createFeed(slack, failed);
  const atDesk = desk && createDeskRoutes(desk);
  let actualPort = port;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setHeaders(response);
    const refused = refusal(request, actualPort);
    if (refused !== null) return answer(response, 403, refused);
    if (health?.(request, response)) return;
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    const { pathname, searchParams } = url;
    if (await atDesk?.(request, response, url)) return;
    if (request.method === 'POST' && pathname === '/act') return act(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Not so');
    const viewer = findPerson(searchParams.get('viewer')) ?? PEOPLE[0];
    if (pathname === '/feed' && viewer) {
      if (!feed.open(viewer.id, response)) answer(response, 503, 'Too many pages are open. Close one of them.');
      return;
    }
    if (pathname === '/traces') return tellTraces(response);
    const file = files.get(pathname === '/' ? '/page.html' : pathname);
    if (!file) return answer(response, 404, 'Not here');
    response.writeHead(200, { 'content-type': file.type }).end(file.content);
  }

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const what = readAct(await readBody(request, LARGEST_BODY));
    if (!what) return answer(response, 400, 'No such act');
    const { done, result } = await slack.traces.trace(what, () => carryOut(slack, what));
    feed.watch('channel' in what ? what.channel : null, done);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }

  function tellTraces(response: ServerResponse): void {
    const traces = slack.traces.newest().map((trace) => ({ ...trace, reading: readingOf(trace) }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(traces satisfies WireTrace[]));
  }

  function readingOf({ in: bodies }: WireTrace): WireReading | null {
    const asked = bodies.map(questionIn).find((text) => text !== null);
    return asked === undefined ? null : read(asked);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: Error) => answer(response, 400, error.message));
  });
  actualPort = await listen(server, port);
  return {
    url: `http://${HOST}:${actualPort}`,
    async stop() {
      feed.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${port + 1} npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function answer(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
