import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { Agent, buildConnector, ping, WebSocket } from 'undici';

/** One connection of Socket Mode. Page: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface Link {
  isOpen(): boolean;
  /** Sends a text. Throws where the connection is gone. */
  send(text: string): void;
  /** Why another connection is wanted: Slack asks for one while this one still works, or this one is lost. */
  ended: Promise<End>;
  close(): void;
}

export interface End {
  reason: 'asked' | 'closed' | 'failed' | 'silent' | 'no hello';
  /** The code of the WebSocket's close, or of the network's error. */
  code?: string | number;
}

/** An envelope, as it came: nothing in it is sure. */
export type Envelope = Record<string, unknown>;

/** Milliseconds from the first packet to Slack's hello. */
const HELLO = 8000;
/** Milliseconds between pings; a connection on which so many were answered by nothing at all is lost. */
const PING_EVERY = 3000;
const MOST_PINGS = 3;
/** Milliseconds that Slack gets to answer a close. */
const CLOSING = 1000;

/** Opens a connection, and resolves once Slack has said hello on it, or with the reason why it has not. */
export async function openLink(url: string, hear: (envelope: Envelope, link: Link) => void): Promise<Link | End> {
  let cause: { code?: string } = {};
  const { dispatcher, destroy } = ownSocket((error) => {
    cause = codeOf(error.code);
  });
  const socket = new WebSocket(url, { dispatcher });
  let end = (_: End) => {};
  const ended = new Promise<End>((resolve) => {
    end = resolve;
  });
  let greeted = () => {};
  const hello = new Promise<void>((resolve) => {
    greeted = resolve;
  });
  const link: Link = {
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send(text) {
      if (!link.isOpen()) throw new Error('The connection is gone.');
      socket.send(text);
    },
    ended,
    close() {
      socket.close(1000);
      setTimeout(destroy, CLOSING).unref();
    },
  };

  let unanswered = 0;
  // The pongs of all connections of this process are told here, and are the only sign of life at night.
  const alive = (message: unknown) => {
    if ((message as { websocket?: unknown }).websocket === socket) unanswered = 0;
  };
  const signs = [channel('undici:websocket:ping'), channel('undici:websocket:pong')];
  for (const each of signs) each.subscribe(alive);
  const pings = setInterval(() => {
    if (unanswered === MOST_PINGS) lose({ reason: 'silent' });
    else if (link.isOpen()) {
      unanswered++;
      ping(socket, Buffer.alloc(0));
    }
  }, PING_EVERY);
  const late = setTimeout(() => lose({ reason: 'no hello' }), HELLO);

  function lose(why: End): void {
    clearInterval(pings);
    clearTimeout(late);
    for (const each of signs) each.unsubscribe(alive);
    end(why);
    link.close();
  }

  socket.addEventListener('message', ({ data }) => {
    unanswered = 0;
    const envelope = envelopeIn(data);
    if (envelope?.type === 'hello') {
      clearTimeout(late);
      greeted();
    } else if (envelope?.type === 'disconnect') end({ reason: 'asked', ...codeOf(envelope.reason) });
    else hear(envelope ?? {}, link);
  });
  socket.addEventListener('error', () => lose({ reason: 'failed', ...cause }));
  socket.addEventListener('close', ({ code }) => lose({ reason: 'closed', code, ...cause }));

  const first = await Promise.race([hello, ended]);
  if (first === undefined) return link;
  lose(first);
  return first;
}

/**
 * undici hides a WebSocket's own socket, which alone tells why it failed, and is the only way to be rid of one that does not
 * answer any more.
 */
function ownSocket(failed: (error: NodeJS.ErrnoException) => void): { dispatcher: Agent; destroy(): void } {
  // A connection over HTTP/2 would be shared.
  const connect = buildConnector({ allowH2: false, timeout: HELLO });
  let own: Socket | null = null;
  const dispatcher = new Agent({
    connect: (options, done) =>
      connect(options, (...made) => {
        const [error, socket] = made;
        own = socket;
        if (error) failed(error);
        own?.once('error', failed);
        done(...made);
      }),
  });
  return { dispatcher, destroy: () => void own?.destroy() };
}

function envelopeIn(data: unknown): Envelope | null {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Envelope) : null;
  } catch {
    return null;
  }
}

/** A word of Slack's or of the network's, fit for the log. */
function codeOf(code: unknown): { code?: string } {
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? { code } : {};
}
