import type { App, Receiver } from '@slack/bolt';
import { errorFields, type Log } from '../logging.js';
import type { Client } from './client.js';
import { appTokenRefused } from './faults.js';
import { type Envelope, type Link, openLink } from './socket-link.js';

/** Socket Mode: what Bolt hears through, and whether it is really connected. */
export interface SocketReceiver {
  receiver: Receiver;
  state(): { ok: boolean; reason?: string };
}

export interface SocketReceiverDeps {
  /** With the app-level token. */
  client: Client;
  log: Log;
  /** Called where there is no connection any more, nor hope of one: the process should end, and be started anew. */
  giveUp(reason: string): void;
  /** Milliseconds, monotonic. */
  now(): number;
  wait(ms: number): Promise<void>;
}

/** Milliseconds without a connection after which the process gives up. */
const LONGEST_SILENCE = 15 * 60_000;
const LOOK_EVERY = 5_000;
/** Milliseconds that a connection must last for the next one to be opened at once. */
const STEADY = 10_000;
/** Milliseconds before further tries: twice as long each time, up to the second number. */
const PAUSES = [250, 15_000] as const;
/** Milliseconds that a replaced connection stays, for what is still answered on it. */
export const REPLACED = 3000;
/** Milliseconds that acknowledgements get at a stop. */
const STOPPING = 1000;

/**
 * Keeps one connection to Slack. When Slack asks for another one, as it does every few hours, that is opened before the old one
 * is closed, so that nothing is missed. Slack's own client would close first and wait five seconds.
 */
export function openSocketReceiver({ client, log, giveUp, now, wait }: SocketReceiverDeps): SocketReceiver {
  let bolt: App | undefined;
  let stopped = false;
  let lastConnected = now();
  let links: Link[] = [];
  const atWork = new Set<Promise<void>>();

  /** A new connection; null where there is none yet. Throws where Slack refuses the token. */
  async function connect(): Promise<Link | null> {
    const opened = await client('apps.connections.open', {});
    if (opened.fault !== null) {
      const { kind, recourse } = opened.fault;
      if (recourse === 'configuration') throw new Error(appTokenRefused(kind));
      log.warn({ kind }, 'socket not opened');
      return null;
    }
    const { url = '' } = opened.answer;
    if (!URL.canParse(url)) {
      log.warn({}, 'socket not opened, since slack names no address');
      return null;
    }
    const link = await openLink(url, (envelope, from) => {
      const work = hear(envelope, from).finally(() => atWork.delete(work));
      atWork.add(work);
    });
    if ('reason' in link) {
      log.warn(link, 'socket not opened');
      return null;
    }
    return link;
  }

  /** Connects again and again; `connected` is called each time. */
  async function keep(connected: () => void): Promise<void> {
    for (let failures = 0; !stopped; ) {
      const link = await connect();
      if (link !== null) {
        const begun = now();
        for (const old of links) void wait(REPLACED).then(old.close);
        links = [...links.filter((each) => each.isOpen()), link];
        log.info({}, 'socket connected');
        connected();
        const end = await link.ended;
        if (stopped) return;
        if (end.reason === 'asked') log.info(end, 'socket to be replaced');
        else log.warn(end, 'socket lost');
        if (now() - begun > STEADY) failures = 0;
      }
      if (!stopped) await wait(pauseAfter(failures++));
    }
  }

  async function hear({ envelope_id: id, payload, retry_attempt, retry_reason }: Envelope, link: Link): Promise<void> {
    // Not acknowledged, Slack sends it to another replica, or again.
    if (stopped) return;
    if (typeof id !== 'string' || typeof payload !== 'object' || payload === null) {
      log.warn({}, 'socket envelope not understood');
      return;
    }
    const ack = async (said: unknown) => {
      const way = [link, ...links].find((each) => each.isOpen()) ?? link;
      way.send(JSON.stringify({ envelope_id: id, payload: typeof said === 'string' ? { text: said } : (said ?? {}) }));
    };
    try {
      await bolt?.processEvent({
        body: payload,
        ack,
        ...(typeof retry_attempt === 'number' ? { retryNum: retry_attempt } : {}),
        ...(typeof retry_reason === 'string' ? { retryReason: retry_reason } : {}),
      });
    } catch (error) {
      log.error(errorFields(error), 'event not processed');
    }
  }

  const connected = () => links.some((link) => link.isOpen());
  setInterval(() => {
    if (connected()) lastConnected = now();
    else if (now() - lastConnected > LONGEST_SILENCE) giveUp('no connection for a quarter of an hour');
  }, LOOK_EVERY).unref();

  return {
    receiver: {
      init(app) {
        bolt = app;
      },
      start: () =>
        new Promise((resolve, reject) => {
          let started = false;
          keep(() => {
            started = true;
            resolve(undefined);
          }).catch((error: Error) => (started ? giveUp(error.message) : reject(error)));
        }),
      async stop() {
        stopped = true;
        await Promise.race([Promise.all(atWork), wait(STOPPING)]);
        for (const link of links) link.close();
      },
    },
    state: () => (connected() ? { ok: true } : { ok: false, reason: 'the socket is not connected' }),
  };
}

function pauseAfter(failures: number): number {
  const [first, most] = PAUSES;
  return failures === 0 ? 0 : Math.min(most, first * 2 ** failures) * (1 + Math.random() / 10);
}
