import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process has used since its start. */
export interface Usage {
  cpuMs: number;
  rssMb: number;
}

/** One of the two apps, as a child process. */
export interface LoadApp {
  name: string;
  port: number;
  usage(): Promise<Usage>;
  /** Ends it as a supervisor would; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Milliseconds until an app must serve. */
const START = 60_000;

/** Starts a script of `dist` with its arguments and its whole environment, and waits until it says that it serves. */
export async function startLoadApp(
  name: string,
  script: string,
  {
    port,
    args = [],
    env = {},
    node = [],
  }: { port: number; args?: string[]; env?: Record<string, string>; node?: string[] },
): Promise<LoadApp> {
  const child = spawn(process.execPath, [...node, '--import', fileFor('load-usage.js'), fileFor(script), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data', { signal: AbortSignal.timeout(START) }),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended at its start.`))),
  ]);
  // Where the bench itself fails, neither app outlives it.
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    name,
    port,
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message', { signal: AbortSignal.timeout(START) });
      return usage as Usage;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function fileFor(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}
