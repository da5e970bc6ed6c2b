import { SocketModeReceiver } from '@slack/bolt';
import { boltLogger, errorFields, type Log } from '../logging.js';

/** Socket Mode: Bolt's receiver, and whether it is really connected. */
export interface SocketDoor {
  receiver: SocketModeReceiver;
  state(): { ok: boolean; reason?: string };
}

/** Milliseconds without a connection after which the process gives up, so that a supervisor starts it anew. */
const LONGEST_SILENCE = 15 * 60_000;
const LOOK_EVERY = 5_000;

/**
 * The receiver has options of its own, apart from the listeners' client: Socket Mode writes its retry policy into
 * whatever options it is given. It tries to reconnect for ever, at most 15 s apart; `silent` is called when that has
 * not helped for a quarter of an hour.
 */
export function openSocketDoor({
  appToken,
  slackApiUrl,
  log,
  silent,
  now,
}: {
  appToken: string;
  slackApiUrl: string;
  log: Log;
  silent(): void;
  now(): number;
}): SocketDoor {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: {
      clientOptions: {
        slackApiUrl,
        timeout: 10_000,
        retryConfig: { forever: true, retries: 10, factor: 1.3, maxTimeout: 15_000 },
      },
    },
  });
  const { client } = receiver;
  let lastConnected = now();
  let state = 'connecting';
  for (const each of ['connecting', 'connected', 'reconnecting', 'disconnecting', 'disconnected'] as const) {
    client.on(each, () => {
      state = each;
      log.info({ state }, 'socket');
    });
  }
  guardEnvelopes(receiver, log);

  const connected = () => state === 'connected' && client.websocket?.isActive() === true;
  setInterval(() => {
    if (connected()) lastConnected = now();
    else if (now() - lastConnected > LONGEST_SILENCE) silent();
  }, LOOK_EVERY).unref();

  return {
    receiver,
    state: () =>
      connected() ? { ok: true } : { ok: false, reason: `the socket is ${state === 'connected' ? 'silent' : state}` },
  };
}

/**
 * An envelope without its payload makes the library's own listener reject, unheard, which would end the process.
 * The same listener is put back with the rejection heard. (Mended in socket-mode 3.1.1.)
 */
function guardEnvelopes({ client }: SocketModeReceiver, log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const listener of listeners) {
    client.on('ws_message', async (...args: unknown[]) => {
      try {
        await Reflect.apply(listener, client, args);
      } catch (error) {
        log.warn(errorFields(error), 'socket envelope not understood');
      }
    });
  }
}
