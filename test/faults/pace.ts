import { type ChildProcess, spawn } from 'node:child_process';

/** Milliseconds from when it is due until it is done that the piece of work takes on the quiet machine for which limits are set. */
const QUIET = 5;
/** The piece of work, again and again in a process of its own, and how long each took. */
const WORK = `
process.on('disconnect', () => process.exit());
let mixed = 1;
function due() {
  const at = performance.now() + 60;
  setTimeout(() => {
    for (let step = 0; step < 2_500_000; step++) mixed = (Math.imul(mixed ^ (mixed >>> 15), mixed | 1) + step) | 0;
    // The checks may have ended in this very moment: then nobody reads it, which is no fault.
    process.send(performance.now() - at, () => {});
    due();
  }, 60);
}
due();
`;

const took: { at: number; ms: number }[] = [];
let worker: ChildProcess | null = null;

/** Begins to measure, once for each file of checks. */
export function startPace(): void {
  if (worker !== null) return;
  worker = spawn(process.execPath, ['-e', WORK], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  worker.on('message', (ms: number) => void took.push({ at: performance.now(), ms }));
  worker.unref();
  worker.channel?.unref();
}

/**
 * How many times longer the machine has taken for everything since then than a quiet one would: on the whole, and at its worst
 * moments. A machine is slow, or has other work; neither is what a check is about.
 */
export function paceSince(begun: number): { mean: number; worst: number } {
  const during = took.filter(({ at }) => at >= begun).map(({ ms }) => ms);
  const of = (ms: number) => Math.max(1, ms / QUIET);
  if (during.length === 0) return { mean: 1, worst: 1 };
  return { mean: of(during.reduce((sum, ms) => sum + ms, 0) / during.length), worst: of(Math.max(...during)) };
}
