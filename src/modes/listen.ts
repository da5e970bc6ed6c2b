import { createServer, type Server } from 'node:http';

/**
 * A server for Slack's requests and the health pages, on one interface or on all. Rejects with the remedy where the port
 * cannot be used.
 */
export function listen(
  { port, host }: { port: number; host: string | null },
  serve: Parameters<typeof createServer>[1],
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 10_000 }, serve);
    server.once('error', ({ code }: NodeJS.ErrnoException) => reject(new Error(remedyFor(port, code))));
    server.listen({ port, ...(host === null ? {} : { host }) }, () => resolve(server));
  });
}

function remedyFor(port: number, code: string | undefined): string {
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST is no address of this machine (${code}). Set it to one, or leave it out for all of them.`;
  const what = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
  return `Port ${port} ${what}. Set PORT to another one.`;
}
