import { fork } from 'node:child_process';

/** Why a process beside this one gave no result, in words for whoever runs the bot. */
export class AsideError extends Error {
  override name = 'AsideError';
}

export interface AsideOptions {
  /** Milliseconds until the process is killed. */
  limit: number;
  /** Kills the process when it is aborted. */
  signal: AbortSignal;
  /** Arguments for Node, before the script. */
  node?: readonly string[];
  /** What the process is to work on, which `inputOfParent` gives there: no disk and no list of processes ever shows it. */
  input?: object;
}

/**
 * Runs a script in a process of its own and resolves with the one message that it sends. Rejects when that process ends
 * without one; none outlives its limit, the signal, or this process (see `endWithParent`).
 */
export function runAside(
  script: string,
  args: readonly string[],
  { limit, signal, node = [], input }: AsideOptions,
): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    const child = fork(script, args, {
      serialization: 'advanced',
      // Nothing that the bot keeps secret stands in its environment.
      env: {},
      execArgv: [...node],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      timeout: limit,
      killSignal: 'SIGKILL',
      signal,
    });
    child.once('message', resolve);
    child.once('error', reject);
    // Not when it exits: what it sent may still be on its way then.
    child.once('disconnect', () => {
      const long = `Loading took longer than ${limit / 1000} s and was given up.`;
      reject(new AsideError(child.killed ? long : 'The loading process ended without a result.'));
    });
    if (input !== undefined) child.send(input, () => {});
  });
}

/** Called in the process aside: what it is to work on. */
export function inputOfParent(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('message', resolve);
  });
}

/** Called in the process aside: ends it at once when the other one is gone, also in the middle of its work. */
export function endWithParent(): void {
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
