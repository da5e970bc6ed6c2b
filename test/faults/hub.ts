import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { acceptKey, CLOSE, frame, frameReader, PING, PONG, TEXT } from './frames.js';
import type { Json, Payload } from './payloads.js';
import type { Answer } from './requests.js';
import type { StandIn } from './stand-in.js';
import { until } from './wait.js';

/** How the server treats a connection: as Slack does, with nothing at all any more, without a hello, or with a refusal at once. */
export type Manner = 'friendly' | 'deaf' | 'mute' | 'too many';

/** The server on the other side of Socket Mode. */
export interface Hub {
  /** When each connection said hello to us, monotonic milliseconds. */
  opened: readonly number[];
  /** How many connections there are. */
  connections(): number;
  /** How connections are treated from now on, those that are open too. */
  treat(manner: Manner): void;
  /** Sends an envelope to one of the connections, each in turn; resolves when it is acknowledged, or that one is gone. */
  deliver(payload: Payload, again?: { envelope: string; retry: number }): Promise<Answer>;
  /** Resolves with what an envelope is acknowledged with, on whatever connection, also after the one it was sent on is gone. */
  acknowledgement(envelope: string): Promise<unknown>;
  /** Sends any text on the newest connection. */
  say(text: string): void;
  /** Drops all connections without a word. */
  drop(): void;
  /** Waits for one more connection than `before`; answers with the milliseconds since `since`. */
  reopened(before: number, since: number): Promise<number>;
  close(): Promise<void>;
}

const TYPES = { event: 'events_api', command: 'slash_commands', interaction: 'interactive' } as const;

/** Starts the server, whose address the stand-in hands out by `apps.connections.open`. */
export async function startHub(slack: StandIn): Promise<Hub> {
  const opened: number[] = [];
  const acknowledged = new Map<string, (payload: unknown) => void>();
  const awaited = new Map<string, (payload: unknown) => void>();
  let turn = 0;
  let sockets: Socket[] = [];
  let manner: Manner = 'friendly';

  const server = createServer();
  server.on('upgrade', (request, socket: Socket) => {
    const accept = acceptKey(String(request.headers['sec-websocket-key']));
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => {}).setMaxListeners(0);
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      sockets = sockets.filter((each) => each !== socket);
    });
    socket.on(
      'data',
      frameReader(({ opcode, payload }) => {
        if (manner === 'deaf') return;
        if (opcode === PING) socket.write(frame(PONG, payload));
        else if (opcode === CLOSE) socket.end(frame(CLOSE, payload));
        else if (opcode === TEXT) hear(JSON.parse(payload.toString()) as Json);
      }),
    );
    if (manner === 'too many') {
      socket.write(frame(TEXT, JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' })));
      return;
    }
    sockets.push(socket);
    if (manner === 'mute') return;
    opened.push(performance.now());
    socket.write(
      frame(TEXT, JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0FAULTS1' } })),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  slack.answer('apps.connections.open', () => ({ url: `ws://127.0.0.1:${port}/link` }));

  function hear({ envelope_id, payload }: Json): void {
    acknowledged.get(String(envelope_id))?.(payload);
    awaited.get(String(envelope_id))?.(payload);
  }

  function say(text: string): void {
    sockets.at(-1)?.write(frame(TEXT, text));
  }

  return {
    opened,
    connections: () => sockets.length,
    say,
    acknowledgement: (envelope) => new Promise((resolve) => void awaited.set(envelope, resolve)),
    treat(next) {
      manner = next;
    },
    deliver({ kind, body }, { envelope, retry } = { envelope: randomUUID(), retry: 0 }) {
      const begun = performance.now();
      const socket = sockets[turn++ % sockets.length];
      if (!socket) return Promise.resolve({ status: 0, text: '', ms: 0 });
      return new Promise((resolve) => {
        const gone = () => answered(0, '');
        const answered = (status: number, text: string) => {
          clearTimeout(timer);
          socket.off('close', gone);
          acknowledged.delete(envelope);
          resolve({ status, text, ms: performance.now() - begun });
        };
        const timer = setTimeout(gone, 30_000);
        socket.on('close', gone);
        acknowledged.set(envelope, (payload) => answered(200, JSON.stringify(payload ?? null)));
        const retried = retry === 0 ? {} : { retry_attempt: retry, retry_reason: 'timeout' };
        const accepts = { accepts_response_payload: kind !== 'event' };
        socket.write(
          frame(
            TEXT,
            JSON.stringify({ type: TYPES[kind], envelope_id: envelope, payload: body, ...accepts, ...retried }),
          ),
        );
      });
    },
    drop() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    async reopened(before, since) {
      await until('a new connection', () => opened.length > before);
      return (opened[before] ?? 0) - since;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
