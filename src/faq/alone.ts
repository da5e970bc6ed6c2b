import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Does a piece of work on a folder while no other process, nor this one, does another. 'busy' where others take too long. */
export type Alone = <T>(work: (folder: string) => Promise<T>) => Promise<T | 'busy'>;

/** Milliseconds between tries, and tries at the most: two minutes, longer than git and its hooks may take. */
const TRY_EVERY = 50;
const MOST_TRIES = 2400;
/** What SQLite says where another process has the lock. Page: https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;
/** Where there is no `.git`: nothing reads or watches a name with a dot in front. */
const BESIDE = '.edits.lock';

/**
 * Lets edits of a folder happen one after the other, in whichever process: two replicas, or a bot and the command line. The lock is
 * SQLite's on a file of its own, and so the operating system's: it is gone with the process that held it, however that ended, and needs
 * neither clocks nor ages. `work` is told the folder's id, the same for everybody who shares the folder; empty where nothing can be
 * locked, since nothing can be written.
 */
export function createAlone(dir: string): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: (folder: string) => Promise<T>) => {
    const mine = last.then(() => inTurn(dir, work));
    last = mine.catch(() => {});
    return mine;
  };
}

async function inTurn<T>(dir: string, work: (folder: string) => Promise<T>): Promise<T | 'busy'> {
  const places = await placesOf(dir);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const lock = await take(places);
    if (lock === 'busy') {
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY));
      continue;
    }
    try {
      return await work(lock?.folder ?? '');
    } finally {
      lock?.release();
    }
  }
  return 'busy';
}

/** Where the lock may stand, the best place first: within `.git`, where no commit takes it along. */
async function placesOf(dir: string): Promise<string[]> {
  const folder = await realpath(dir);
  const git = await gitFolderOf(folder);
  return [...(git === null ? [] : [join(git, 'iastm-edits.lock')]), join(folder, BESIDE)];
}

async function gitFolderOf(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, '.git');
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) return path;
    // A worktree, or a submodule.
    const [, named] = found === null ? [] : (/^gitdir: (.+)/.exec(await readFile(path, 'utf8')) ?? []);
    if (named !== undefined) return resolve(at, named.trim());
    if (at === dirname(at)) return null;
  }
}

/** Takes the lock, which outlives its transaction until the file is closed, and tells the folder's id. */
const TAKE = `
  pragma locking_mode = exclusive;
  begin exclusive;
  create table if not exists folder (id text);
  insert into folder select lower(hex(randomblob(16))) where not exists (select * from folder);
  select tell(id) from folder;
  commit;
`;

/** Null where none of the places may be written. */
async function take(places: readonly string[]): Promise<{ folder: string; release(): void } | 'busy' | null> {
  const { DatabaseSync } = await import('@photostructure/sqlite');
  for (const path of places) {
    try {
      const database = new DatabaseSync(path, { timeout: 0 });
      try {
        let folder = '';
        // A prepared statement would keep the file open, and locked, until it is collected as garbage: see `filesReleased`.
        database.function('tell', (id: string) => {
          folder = id;
        });
        database.exec(TAKE);
        return { folder, release: () => database.close() };
      } catch (error) {
        database.close();
        throw error;
      }
    } catch (error) {
      if ((error as { errcode?: number }).errcode === BUSY) return 'busy';
    }
  }
  return null;
}
