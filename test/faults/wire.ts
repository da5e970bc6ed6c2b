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
  close(): Promise<void>;
}

export async function startWire(target: { host: string; port: number }): Promise<Wire> {
  let ms = 0;
  let refusing = false;
  let hanging: (() => void)[] | null = null;
  const sockets = new Set<Socket>();

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
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
