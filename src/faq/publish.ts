import { join } from 'node:path';
import type { Change } from '../knowledge/change.js';
import type { Refusal } from '../knowledge/edit.js';
import { type Hunk, patchOf } from '../knowledge/patch.js';
import type { Plans } from './plan.js';
import type { Requested, RequestPull } from './pull-request.js';
import { isWritable } from './save.js';
import { type Commit, commitWritten, type Told, type WriteDeps, writeAll } from './write-files.js';

/** What changed in one file. */
export interface Changed {
  file: string;
  hunks: readonly Hunk[];
}

/** What came of an edit; it is carried out whole or not at all. */
export type Published =
  | { done: 'written'; changed: readonly Changed[]; commit: Commit }
  /** The folder may not be written: this patch says what to change. `requested`: null where no pull request is asked for. */
  | { done: 'patch'; patch: string; requested: Requested | null }
  /** Nothing to change: it is so already. */
  | { done: 'nothing' }
  /** The files are not what they were when it was proved. */
  | { done: 'changed' }
  /** Whoever publishes did not want it begun. */
  | { done: 'not begun' }
  | { done: 'refused'; file: string; refusal: Refusal }
  /** Git did not take it, as where a hook refuses: the files hold again what they held before. */
  | { done: 'taken back'; reason: string };

/** What must hold for an edit to be written. */
export interface Terms {
  told: Told;
  /** The version that the folder was proved with. Null: without a proof. */
  proved: string | null;
  /** Keeps what is about to be written, so that it can be found out after a crash. False: then nothing is written. */
  begin(changed: readonly Changed[]): Promise<boolean>;
}

export interface PublishDeps extends WriteDeps {
  plan: Plans;
  /** What is done where the folder may not be written. Null: a patch is all. */
  requestPull: RequestPull | null;
}

/** Times that an edit is made anew, since somebody saves the file just then. */
const TRIES = 5;

/** Publishes edits of a folder's files; by itself it keeps nobody else away, see `createAlone`. */
export function createPublish({ plan, requestPull, ...deps }: PublishDeps) {
  const { dir, git } = deps;

  return async (changes: readonly Change[], { told, proved, begin }: Terms): Promise<Published> => {
    for (let tries = 1; ; tries++) {
      const planned = await plan({ dir, changes });
      if (planned.refused !== undefined) return { done: 'refused', file: planned.file, refusal: planned.refused };
      const { files, version } = planned;
      if (files.length === 0) return { done: 'nothing' };
      if (proved !== null && version !== proved) return { done: 'changed' };
      const changed = files.map(({ file, hunks }) => ({ file, hunks }));
      const writable = await Promise.all(files.map(({ file }) => isWritable(join(dir, file))));
      if (writable.includes(false)) {
        const patch = changed.map(({ file, hunks }) => patchOf(file, hunks)).join('');
        const { edit } = told;
        const isAsked = requestPull !== null && edit !== null;
        const requested = isAsked ? await requestPull({ changes, files, told: { ...told, edit } }) : null;
        return { done: 'patch', patch, requested };
      }
      const standings = await Promise.all(files.map(({ file }) => git.standing(file)));
      if (!(await begin(changed))) return { done: 'not begun' };
      if (!(await writeAll(dir, files))) {
        if (tries < TRIES) continue;
        return { done: 'taken back', reason: 'Somebody else saves the file all the time.' };
      }
      const apart = standings.find((standing) => standing !== 'clean');
      if (apart !== undefined) return { done: 'written', changed, commit: { id: null, why: apart } };
      const commit = await commitWritten(deps, files, told);
      if ('failed' in commit) return { done: 'taken back', reason: commit.failed };
      return { done: 'written', changed, commit };
    }
  };
}
