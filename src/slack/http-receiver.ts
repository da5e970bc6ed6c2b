import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { errorFields, type Log } from '../logging.js';

/** Where Slack sends events, commands and interactions. */
const EVENTS_PATH = '/slack/events';
/** Largest body taken, in bytes. Slack's own are below 100 kB. */
export const LARGEST_BODY = 1024 * 1024;
/**
 * Bytes of all bodies together that are being read, since whether Slack signed one is known only at its end. Where there are
 * more the largest is refused: Slack's own are small, and nobody who holds large ones keeps them out.
 */
const LARGEST_SUM = 32 * LARGEST_BODY;
/** Furthest that a request's timestamp may be from this clock, in seconds: Slack's own five minutes, both ways. */
const FURTHEST = 300;
/** Milliseconds between two lines of the log on that. */
const TELL_EVERY = 60_000;
const CLOCK_REMEDY =
  'Slack signed a request at a time that is over five minutes from the clock of this machine. Check the clock: let it be set over the network (NTP).';

/** HTTP mode: what Bolt hears through, and the listener for `POST /slack/events`. */
export interface HttpReceiver {
  receiver: Receiver;
  /** False where the request is for something else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

/** A body that is being read. */
interface Reading {
  /** Bytes so far. */
  size: number;
  giveUp(status: number): void;
}

/** What is done with a request once its body is read. */
type Take = (request: IncomingMessage, text: string, response: ServerResponse) => void;

/** What a request holds: a JSON object, or the fields of a form. */
type Body = Record<string, unknown>;

/**
 * Takes what Slack signed, and refuses everything else before Bolt sees it: bodies that are too large, unsigned, old or
 * from the future, or no object, over which Bolt would stumble. A body is read once.
 */
export function openHttpReceiver({
  signingSecret,
  log,
  stopping,
  now,
}: {
  signingSecret: string;
  log: Log;
  stopping(): boolean;
  now(): Date;
}): HttpReceiver {
  let bolt: App | undefined;
  const receiver: Receiver = {
    init(app) {
      bolt = app;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };

  const reading = new Set<Reading>();
  let toldOfClock = Number.NEGATIVE_INFINITY;

  function handle(request: IncomingMessage, response: ServerResponse): boolean {
    if ((request.url ?? '').split('?', 1)[0] !== EVENTS_PATH) return false;
    if (request.method !== 'POST') refuse(response, 405);
    else if (stopping()) refuse(response, 503);
    else readIfRecent(secondsOff(request.headers), request, response);
    return true;
  }

  /** Told by the headers alone, so that nothing is read of what cannot be Slack's; but now and then for what the log says. */
  function readIfRecent(off: number, request: IncomingMessage, response: ServerResponse): void {
    if (Math.abs(off) <= FURTHEST) readBody(request, response, take);
    else if (Number.isFinite(off) && isClockToBeTold()) readBody(request, response, tellOfClock);
    else refuse(response, 401);
  }

  function readBody(request: IncomingMessage, response: ServerResponse, taken: Take): void {
    const chunks: Buffer[] = [];
    const body: Reading = {
      size: 0,
      giveUp(status) {
        reading.delete(body);
        chunks.length = 0;
        refuse(response, status);
      },
    };
    reading.add(body);
    request.on('data', (chunk: Buffer) => {
      if (!reading.has(body)) return;
      chunks.push(chunk);
      body.size += chunk.length;
      if (body.size > LARGEST_BODY) body.giveUp(413);
      else keepWithinSum();
    });
    request.on('close', () => reading.delete(body));
    request.on('end', () => {
      if (reading.delete(body)) taken(request, Buffer.concat(chunks).toString('utf8'), response);
    });
  }

  function keepWithinSum(): void {
    let sum = 0;
    let largest: Reading | null = null;
    for (const each of reading) {
      sum += each.size;
      if (largest === null || each.size > largest.size) largest = each;
    }
    if (sum > LARGEST_SUM) largest?.giveUp(503);
  }

  function take({ headers }: IncomingMessage, text: string, response: ServerResponse): void {
    const body = isSigned(headers, text) ? bodyOf(text, headers['content-type']) : undefined;
    if (body === undefined) refuse(response, 401);
    else if (body === null) refuse(response, 400);
    else if (body.ssl_check === '1') say(response, undefined);
    else if (body.type === 'url_verification') say(response, { challenge: body.challenge });
    else void hear(body, response);
  }

  /** Refuses what is Slack's but for its time: of two clocks that differ so much it is rarely Slack's that is wrong. */
  function tellOfClock({ headers }: IncomingMessage, text: string, response: ServerResponse): void {
    if (isSigned(headers, text) && isClockToBeTold()) {
      toldOfClock = now().getTime();
      log.warn({ seconds: Math.round(secondsOff(headers)), remedy: CLOCK_REMEDY }, 'request refused for its time');
    }
    refuse(response, 401);
  }

  /** Whatever the clock was set to meanwhile. */
  function isClockToBeTold(): boolean {
    return Math.abs(now().getTime() - toldOfClock) >= TELL_EVERY;
  }

  /** Seconds that this clock is ahead of the one that a request was signed by. NaN where it names no time, or is not signed. */
  function secondsOff({
    'x-slack-request-timestamp': sent,
    'x-slack-signature': signature,
  }: IncomingMessage['headers']) {
    if (typeof sent !== 'string' || sent === '' || typeof signature !== 'string') return Number.NaN;
    return now().getTime() / 1000 - Number(sent);
  }

  /**
   * v0=HMAC-SHA256(signing secret, "v0:timestamp:body") in hex.
   * Page: https://docs.slack.dev/authentication/verifying-requests-from-slack
   */
  function isSigned(headers: IncomingMessage['headers'], body: string): boolean {
    const { 'x-slack-request-timestamp': sent, 'x-slack-signature': signature } = headers;
    const ours = createHmac('sha256', signingSecret).update(`v0:${sent}:${body}`).digest('hex');
    const [expected, given] = [Buffer.from(`v0=${ours}`), Buffer.from(String(signature))];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  /** Lets Bolt hear a body. What nobody acknowledges is answered once all listeners are done. */
  async function hear(body: Body, response: ServerResponse): Promise<void> {
    const ack = async (said: unknown) => say(response, said);
    try {
      await bolt?.processEvent({ body, ack });
      if (!response.headersSent) refuse(response, 404);
    } catch (error) {
      log.error(errorFields(error), 'event not processed');
      if (!response.headersSent) refuse(response, 500);
    }
  }

  return { receiver, handle };
}

/** The object in a JSON body, in a form's `payload`, or the form's own fields. Null where there is none. */
function bodyOf(text: string, type = ''): Body | null {
  if (!type.includes('x-www-form-urlencoded')) return objectOf(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : objectOf(payload);
}

function objectOf(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;
  } catch {
    return null;
  }
}

/** Acknowledges, with a message or nothing. */
function say(response: ServerResponse, said: unknown): void {
  if (said === undefined) response.writeHead(200).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
