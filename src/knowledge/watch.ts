import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { standingOf } from './folder.js';

/** Milliseconds between looks at the folder. */
const LOOK_EVERY = 700;

/**
 * Tells when a folder's YAML files have changed since the state `inService` and stand still again: `settled` runs once
 * the same state was seen in two looks, `every` milliseconds apart, and never twice at a time. Looking at names, sizes,
 * times and inodes costs under a millisecond and sees what watching misses: atomic renames, swapped symbolic links,
 * network drives. Returns a function that stops it.
 */
export function watchFolder(
  dir: string,
  inService: string,
  settled: () => Promise<void>,
  every = LOOK_EVERY,
): () => void {
  const isNew = standingStill(inService);
  let stopped = false;
  let timer: NodeJS.Timeout;

  async function look(): Promise<void> {
    const now = await stateOf(dir);
    if (stopped) return;
    if (isNew(now)) await settled();
    if (!stopped) timer = setTimeout(look, every).unref();
  }

  timer = setTimeout(look, 0).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Says of each look whether its state is to be taken over: another than the last one taken, and seen twice running. */
export function standingStill(inService: string): (state: string) => boolean {
  let taken = inService;
  let last = inService;
  return (now) => {
    const still = now === last;
    last = now;
    if (!still || now === taken) return false;
    taken = now;
    return true;
  };
}

/** What can be told of a folder's files without reading them; an unreadable folder or file has a state too. */
export async function stateOf(dir: string): Promise<string> {
  try {
    const names = (await readdir(dir)).filter((name) => ['read', 'misnamed'].includes(standingOf(name))).sort();
    const states = await Promise.all(names.map((name) => stateOfFile(join(dir, name))));
    return names.map((name, at) => `${name} ${states[at]}`).join('\n');
  } catch {
    return 'unreadable';
  }
}

/** The time of the last change of rights is among it: a file that the bot was not allowed to read is mended by that. */
async function stateOfFile(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch {
    return 'unreadable';
  }
}
