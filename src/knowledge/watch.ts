import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KNOWLEDGE_FILE } from './load.js';

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

/** What can be told of a folder's files without reading them; an unreadable folder or file has a state too. */
export async function stateOf(dir: string): Promise<string> {
  try {
    const names = (await readdir(dir)).filter((name) => KNOWLEDGE_FILE.test(name)).sort();
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
