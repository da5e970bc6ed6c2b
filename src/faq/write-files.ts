import { join } from 'node:path';
import type { Git } from './git.js';
import { saveText } from './save.js';

/** How an edit is told in git. */
export interface Told {
  message: string;
  /** Id of the edit, by which its commit is found again. Null where nobody looks for it. */
  edit: string | null;
  /** Slack user id of the lead who proposed it: the author. */
  lead: string;
  /** Slack user id of a second lead, who looked at it and published it. */
  confirmed?: string;
}

/** Somebody as git knows them. */
export interface Person {
  name: string;
  email: string;
}

/** Whether there is a commit of it: none outside of a checkout, and none of a file with changes that are not committed. */
export type Commit =
  | { id: string; pushed: 'not asked' | 'pushed' | 'no remote' | { failed: string } }
  | { id: null; why: 'none' | 'apart' };

/** A file as it is, and as it is to be. */
export interface Text {
  file: string;
  before: string;
  after: string;
}

export interface WriteDeps {
  dir: string;
  git: Git;
  /** The branch to push to. Null: nothing is pushed. */
  branch: string | null;
  /** Commits under way: until git has taken them, what they are of may be taken back. */
  commits: Set<Promise<unknown>>;
}

/** Writes all files, or none: false where one of them does not say any more what it said. */
export async function writeAll(dir: string, texts: readonly Text[]): Promise<boolean> {
  const written: Text[] = [];
  for (const each of texts) {
    const saved = await saveText(join(dir, each.file), each.before, each.after).catch(async (error: unknown) => {
      await takeBack(dir, written);
      throw error;
    });
    if (!saved) {
      await takeBack(dir, written);
      return false;
    }
    written.push(each);
  }
  return true;
}

/** Gives written files the texts of before, but those that somebody has changed since. */
export async function takeBack(dir: string, written: readonly Text[]): Promise<void> {
  for (const { file, before, after } of written.toReversed()) await saveText(join(dir, file), after, before);
}

/** Commits files that were written; or takes them back where git refuses, and tells why. */
export async function commitWritten(
  { dir, git, branch, commits }: WriteDeps,
  written: readonly Text[],
  told: Told,
): Promise<Commit | { failed: string }> {
  const committing = commitOrTakeBack({ dir, git }, written, told);
  commits.add(committing);
  const commit = await committing.finally(() => commits.delete(committing));
  return 'failed' in commit ? commit : { id: commit.id, pushed: await pushed(git, branch) };
}

async function commitOrTakeBack({ dir, git }: Pick<WriteDeps, 'dir' | 'git'>, written: readonly Text[], told: Told) {
  const files = written.map(({ file }) => file);
  const commit = await git.commit(files, { message: messageOf(told), author: inGit(authorOf(told.lead)) });
  if ('failed' in commit) await takeBack(dir, written);
  return commit;
}

export async function pushed(git: Git, branch: string | null): Promise<(Commit & { id: string })['pushed']> {
  return branch === null ? 'not asked' : git.push(branch);
}

/** The line of a message by which the commit of an edit is found again. */
export function lineOf(edit: string): string {
  return `Edit: ${edit}`;
}

/** The message of its commit: which edit it is, and who has confirmed it, stand in lines that git can be asked for. */
export function messageOf({ message, edit, confirmed }: Told): string {
  const lines = [
    ...(edit === null ? [] : [lineOf(edit)]),
    ...(confirmed === undefined ? [] : [`Confirmed-by: ${inGit(authorOf(confirmed))}`]),
  ];
  return lines.length === 0 ? message : `${message.trimEnd()}\n\n${lines.join('\n')}\n`;
}

/** The bot has no scope to read names: the id stands for the person. */
export function authorOf(lead: string): Person {
  const name = /^[UW][A-Z0-9]+$/.test(lead) ? lead : 'lead';
  return { name, email: `${name}@slack.invalid` };
}

function inGit({ name, email }: Person): string {
  return `${name} <${email}>`;
}
