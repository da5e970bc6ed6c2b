import { join } from 'node:path';
import { inverted, undone } from '../knowledge/patch.js';
import type { Changed } from './publish.js';
import { readText } from './save.js';
import {
  type Commit,
  commitWritten,
  lineOf,
  pushed,
  type Text,
  type Told,
  takeBack,
  type WriteDeps,
} from './write-files.js';

/** What became of an edit whose process ended while it was written. `later`: its git is still at work, or has left its lock. */
export type Finished = { done: 'written'; commit: Commit } | { done: 'not written' } | { done: 'later' };

/**
 * Finds out by the folder and by git how far an edit came before its process ended, and brings it to an end: what is written whole is
 * committed, what is written in part is taken back. To be called where no other process edits the folder.
 */
export async function finish(
  deps: WriteDeps,
  { changed, told }: { changed: readonly Changed[]; told: Told & { edit: string } },
): Promise<Finished> {
  const { dir, git, branch } = deps;
  const id = await git.commitWith(lineOf(told.edit));
  if (id !== null) return { done: 'written', commit: { id, pushed: await pushed(git, branch) } };
  if (await git.isBusy()) return { done: 'later' };
  const found = await Promise.all(changed.map((each) => look(dir, each)));
  const written = found.flatMap(({ text }) => text ?? []);
  if (written.length === 0) return { done: 'not written' };
  if (found.some(({ is }) => is === 'before')) {
    await takeBack(dir, written);
    return { done: 'not written' };
  }
  const standings = await Promise.all(written.map(({ file }) => git.standing(file)));
  if (standings.includes('none')) return { done: 'written', commit: { id: null, why: 'none' } };
  const heads = await Promise.all(written.map(({ file }) => git.committed(file)));
  // Else somebody has built upon it, or had changes of their own there.
  const isAlone = found.length === written.length && written.every(({ before }, at) => heads[at] === before);
  if (!isAlone) return { done: 'written', commit: { id: null, why: 'apart' } };
  const commit = await commitWritten(deps, written, told);
  return 'failed' in commit ? { done: 'not written' } : { done: 'written', commit };
}

/** Whether a file holds what was to be written, what was there before, or neither, since somebody has changed those lines. */
async function look(
  dir: string,
  { file, hunks }: Changed,
): Promise<{ is: 'after'; text: Text } | { is: 'before' | 'other'; text?: undefined }> {
  const now = await readText(join(dir, file)).catch(() => null);
  if (now === null) return { is: 'other' };
  const before = undone(now, hunks);
  if (before !== null) return { is: 'after', text: { file, before, after: now } };
  return { is: undone(now, inverted(hunks)) === null ? 'other' : 'before' };
}
