import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import { boltLogger, type Log } from '../logging.js';

/** Where Slack sends events, commands and interactions. */
const EVENTS_PATH = '/slack/events';
/** Largest body taken, in bytes. Slack's own are below 100 kB. */
const LARGEST_BODY = 1024 * 1024;
/** Furthest that a request's timestamp may be ahead of this clock, in seconds; Bolt itself checks the past only. */
const FURTHEST_AHEAD = 300;

/** HTTP mode: Bolt's receiver, and the listener for `POST /slack/events` in front of it. */
export interface HttpDoor {
  receiver: HTTPReceiver;
  /** False where the request is for something else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

/**
 * Reads the body itself, before Bolt does, to refuse what Bolt would stumble over: bodies that are too large, that are
 * no object, or that come from the future. Bolt then checks the signature over the same bytes.
 */
export function openHttpDoor({
  signingSecret,
  log,
  stopping,
  now,
}: {
  signingSecret: string;
  log: Log;
  stopping(): boolean;
  now(): Date;
}): HttpDoor {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: boltLogger(log),
    bodyLimit: LARGEST_BODY,
  });
  const bolt: RequestListener = receiver.requestListener;

  function handle(request: IncomingMessage, response: ServerResponse): boolean {
    if ((request.url ?? '').split('?', 1)[0] !== EVENTS_PATH) return false;
    if (request.method !== 'POST') refuse(response, 405);
    else if (stopping()) refuse(response, 503);
    else if (isAhead(request, now())) refuse(response, 401);
    else readBody(request, response);
    return true;
  }

  function readBody(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else if (!response.headersSent) refuse(response, 413);
    });
    request.on('end', () => {
      if (size > LARGEST_BODY) return;
      const body = Buffer.concat(chunks);
      if (!isGroup(body.toString('utf8'), request.headers['content-type'])) refuse(response, 400);
      else bolt(Object.assign(request, { rawBody: body }), response);
    });
  }

  return { receiver, handle };
}

function isAhead(request: IncomingMessage, now: Date): boolean {
  const sent = Number(request.headers['x-slack-request-timestamp']);
  return sent - now.getTime() / 1000 > FURTHEST_AHEAD;
}

/** Whether a body is a JSON object, or a form whose `payload`, if any, is one. */
function isGroup(body: string, type = ''): boolean {
  if (!type.includes('x-www-form-urlencoded')) return isJsonObject(body);
  const payload = new URLSearchParams(body).get('payload');
  return payload === null || isJsonObject(payload);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
