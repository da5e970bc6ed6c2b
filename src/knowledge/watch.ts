import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds between looks at the folder. */
const LOOK_EVERY = 700;

/**
 * Tells when a folder's YAML files have changed since the state `inService` and stand still again: `settled` runs once
 * the same state was seen in two looks, and never twice at a time. Looking at names, sizes, times and inodes costs under
 * a millisecond and sees what watching misses: atomic renames, swapped symbolic links, network drives. Returns a
 * function that stops it.
 */
export function watchFolder(dir: string, inService: string, settled: () => Promise<void>): () => void {
  let last = inService;
  let stopped = false;
  let timer: NodeJS.Timeout;

  async function look(): Promise<void> {
    const now = await stateOf(dir);
    if (now !== inService && now === last) {
      inService = now;
      await settled();
    }
    last = now;
    if (!stopped) timer = setTimeout(look, LOOK_EVERY).unref();
  }

  timer = setTimeout(look, 0).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** What can be told of a folder's files without reading them; an unreadable folder has a state too. */
export async function stateOf(dir: string): Promise<string> {
  try {
    const names = (await readdir(dir)).filter((name) => /\.ya?ml$/.test(name)).sort();
    const states = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs, ino } = await stat(join(dir, name));
        return `${name} ${size} ${mtimeMs} ${ino}`;
      }),
    );
    return states.join('\n');
  } catch {
    return 'unreadable';
  }
}
