import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Payload } from './payloads.js';

/** What came back for a payload. */
export interface Answer {
  /** HTTP status; 200 where a socket's envelope was acknowledged, 0 where nothing came back. */
  status: number;
  /** What the acknowledgement holds. */
  text: string;
  /** Milliseconds until it came. */
  ms: number;
}

export interface SignedOptions {
  /** For `X-Slack-Retry-Num`. */
  retry?: number;
  /** Seconds that the timestamp is off. */
  skew?: number;
  /** In place of the right signature; null sends none. */
  signature?: string | null;
  /** In place of the encoded payload. */
  raw?: string | Buffer;
}

/** Requests to a bot in HTTP mode, signed as Slack signs, over connections that are kept open. */
export interface Requests {
  deliver(payload: Payload, options?: SignedOptions): Promise<Answer>;
  get(path: string): Promise<Answer>;
  close(): void;
}

export function openRequests(port: number, secret: string): Requests {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  function send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Buffer,
  ): Promise<Answer> {
    const begun = performance.now();
    return new Promise((resolve) => {
      const answered = (status: number, text = '') => resolve({ status, text, ms: performance.now() - begun });
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent, timeout: 30_000 }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => answered(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
        response.on('error', () => answered(0));
      });
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => answered(0));
      sent.end(body);
    });
  }

  return {
    deliver(payload, { retry, skew = 0, signature, raw } = {}) {
      const body = raw ?? encoded(payload);
      const timestamp = String(Math.floor(Date.now() / 1000) + skew);
      const right = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
      return send(
        'POST',
        '/slack/events',
        {
          'content-type': payload.kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
          'x-slack-request-timestamp': timestamp,
          ...(signature === null ? {} : { 'x-slack-signature': signature ?? right }),
          ...(retry === undefined
            ? {}
            : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
        },
        body,
      );
    },
    get: (path) => send('GET', path, {}),
    close: () => agent.destroy(),
  };
}

function encoded({ kind, body }: Payload): string {
  if (kind === 'event') return JSON.stringify(body);
  if (kind === 'interaction') return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  return new URLSearchParams(body as Record<string, string>).toString();
}
