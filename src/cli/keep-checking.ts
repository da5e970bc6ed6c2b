import { stateOf, watchFolder } from '../knowledge/watch.js';
import type { Io } from './io.js';

/** Looks at a folder again after each save until the command is interrupted. Every look tells its own outcome. */
export async function keepChecking(dir: string, look: () => Promise<void>, io: Io): Promise<void> {
  const before = await stateOf(dir);
  await look();
  io.out(`\nLooking at ${dir} after each save. Ctrl+C ends it.`);
  const stop = watchFolder(dir, before, look);
  await io.interrupted();
  stop();
}
