import { createServer, connect as open, type Socket } from 'node:net';

/** Stands between bots and a database server, and does to them what networks and servers do. */
export interface Wire {
  port: number;
  /** Milliseconds that an answer of the server takes longer; what is under way keeps its order. */
  delay(ms: number): void;
  /** Cuts all connections, and refuses new ones until `restore`. */
  cut(): void;
  /** Keeps connections and lets nothing through until `restore`; what was sent meanwhile comes then. */
  hang(): void;
  restore(): void;
  /**
   * Answers what comes next on each connection with a fault of a code, and cuts it, as a pooler does that has lost its server. Tells
   * on how many.
   */
  lose(code: string): number;
  close(): Promise<void>;
}

export async function startWire(target: { host: string; port: number }): Promise<Wire> {
  let ms = 0;
  let refusing = false;
  let hanging: (() => void)[] | null = null;
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const losing = new Map<Socket, string>();

  function keep(socket: Socket): void {
    sockets.add(socket.setNoDelay());
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  /** Passes what comes from one side to the other, at the earliest `late()` milliseconds later and never out of order. */
  function pass(from: Socket, to: Socket, late: () => number): void {
    let free = 0;
    const later = (act: () => void) => {
      free = Math.max(free, performance.now() + late());
      const due = () => {
        if (hanging === null) act();
        else hanging.push(act);
      };
      setTimeout(due, free - performance.now());
    };
    from.on('data', (chunk) => later(() => to.write(chunk)));
    from.on('end', () => later(() => to.end()));
    from.on('close', () => later(() => to.destroy()));
  }

  const server = createServer((client) => {
    if (refusing) {
      client.resetAndDestroy();
      return;
    }
    const upstream = open(target.port, target.host);
    keep(client);
    keep(upstream);
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.on('data', () => {
      const code = losing.get(client);
      if (code === undefined) return;
      losing.delete(client);
      upstream.destroy();
      client.end(faultOf(code));
    });
    pass(client, upstream, () => 0);
    pass(upstream, client, () => ms);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The wire has no port.');

  const cutAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: address.port,
    delay(longer) {
      ms = longer;
    },
    cut() {
      refusing = true;
      cutAll();
    },
    hang() {
      hanging ??= [];
    },
    restore() {
      refusing = false;
      const held = hanging ?? [];
      hanging = null;
      for (const act of held) act();
    },
    lose(code) {
      for (const client of clients) losing.set(client, code);
      return clients.size;
    },
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** PostgreSQL's ErrorResponse. Page: https://www.postgresql.org/docs/current/protocol-message-formats.html */
function faultOf(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mserver connection lost\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
