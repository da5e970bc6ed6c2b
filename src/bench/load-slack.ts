import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Web API on the loopback that takes everything at once, and tells when the answer to a post has come. */
export interface LoadSlack {
  url: string;
  /** Resolves with the milliseconds (monotonic) at which a reply in this thread came in. */
  answered(thread: string): Promise<number>;
  close(): Promise<void>;
}

const TAKEN = JSON.stringify({
  ok: true,
  ts: '1.1',
  channel: 'C1',
  team_id: 'T0LOAD001',
  user_id: 'U0LOADBOT',
  bot_id: 'B0LOADBOT',
});

export async function startLoadSlack(): Promise<LoadSlack> {
  const waiting = new Map<string, (at: number) => void>();
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(TAKEN) });
    response.end(TAKEN);
    if (request.url?.endsWith('/chat.postMessage')) {
      const thread = new URLSearchParams(body).get('thread_ts') ?? '';
      waiting.get(thread)?.(performance.now());
      waiting.delete(thread);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    answered: (thread) => new Promise((resolve) => waiting.set(thread, resolve)),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
