import type { Change } from '../knowledge/change.js';
import { COMMITTER } from './git.js';
import { encodedPath, type GitHub, GitHubError, type Session } from './github.js';
import type { Planned, Plans } from './plan.js';
import { authorOf, messageOf, type Text, type Told } from './write-files.js';

/** What came of asking for a pull request: its page, or why there is none, with what to do. */
export type Requested =
  | {
      link: string;
      /** Whether the files of the branch are others than those that the edit was proved on. */
      apart: boolean;
    }
  | { failed: string };

export interface RequestInput {
  changes: readonly Change[];
  /** What they come to in the folder that is served. */
  files: readonly Planned[];
  told: Told & { edit: string };
}

/** Asks for an edit by a pull request; one that was made before is found again. Never rejects for what GitHub does. */
export type RequestPull = (input: RequestInput) => Promise<Requested>;

/** Characters of a title, of which GitHub takes 256. */
const LONGEST_TITLE = 200;

/** Why there is nothing to ask for, although GitHub does all that it is told. */
class NotAsked extends Error {}

/** `dir`: the folder that is served, whose source GitHub has. */
export function createRequestPull({ github, dir, plan }: { github: GitHub; dir: string; plan: Plans }): RequestPull {
  /** The files as they are in a commit, and as they are to be: the edit is made anew where they are not those that are served. */
  async function textsAt(
    session: Session,
    commit: string,
    { changes, files }: RequestInput,
  ): Promise<{ texts: readonly Text[]; apart: boolean }> {
    const { branch } = session.repository;
    const texts: Record<string, string> = {};
    for (const { file } of files) {
      const text = await session.text(pathOf(session, file), commit);
      if (text === null) throw new NotAsked(`${branch} has no ${pathOf(session, file)}. Check EDITS_PULL_REQUESTS.`);
      texts[file] = text;
    }
    if (files.every(({ file, before }) => texts[file] === before)) return { texts: files, apart: false };
    const planned = await plan({ dir, changes, texts });
    if (planned.refused !== undefined)
      throw new NotAsked(
        `What this changes in ${planned.file} is not the same in ${branch} as here. Once that is in service here, make the edit anew.`,
      );
    if (planned.files.length === 0) throw new NotAsked(`${branch} says so already: it is not in service here yet.`);
    return { texts: planned.files, apart: true };
  }

  async function made(session: Session, input: RequestInput): Promise<Requested> {
    const { owner, name, branch: onto } = session.repository;
    const { told } = input;
    // By the edit's id whoever tries again finds what was made before.
    const branch = `faq-edit/${told.edit}`;
    const known = await pullOf(session, branch);
    if (known !== null) return { link: known, apart: false };
    const base = await headOf(session, onto);
    if (base === null)
      throw new NotAsked(`${owner}/${name} has no branch ${onto} that EDITS_TOKEN may see. Check EDITS_PULL_REQUESTS.`);
    const { texts, apart } = await textsAt(session, base, input);
    await commit(session, { branch, base, texts, told });
    return { link: await open(session, { branch, told, apart }), apart };
  }

  return async (input) =>
    made(github(), input).catch((error: unknown) => {
      if (error instanceof GitHubError || error instanceof NotAsked) return { failed: error.message };
      throw error;
    });
}

function pathOf({ repository: { folder } }: Session, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}

/** The commit that a branch stands at. Null where there is no such branch. */
async function headOf(session: Session, branch: string): Promise<string | null> {
  const found = await session.find(`/git/ref/heads/${encodedPath(branch)}`);
  return found === null ? null : `${session.within(found, 'object', 'sha')}`;
}

/** The page of the pull request that was made of a branch, whatever became of it. Null where none was. */
async function pullOf(session: Session, branch: string): Promise<string | null> {
  const query = new URLSearchParams({ head: `${session.repository.owner}:${branch}`, state: 'all', per_page: '1' });
  const found = await session.find(`/pulls?${query}`);
  return Array.isArray(found) && found.length > 0 ? pageOf(session, found[0]) : null;
}

function pageOf(session: Session, pull: unknown): string {
  const { web, owner, name } = session.repository;
  return `${web}/${owner}/${name}/pull/${Number(session.within(pull, 'number'))}`;
}

/** One commit of all files, and then the branch: whoever finds the branch finds all of it. */
async function commit(
  session: Session,
  { branch, base, texts, told }: { branch: string; base: string; texts: readonly Text[]; told: Told },
): Promise<void> {
  const parent = await session.find(`/git/commits/${base}`);
  const tree = await session.post('/git/trees', {
    base_tree: session.within(parent, 'tree', 'sha'),
    tree: texts.map(({ file, after }) => ({
      path: pathOf(session, file),
      mode: '100644',
      type: 'blob',
      content: after,
    })),
  });
  const done = await session.post('/git/commits', {
    message: messageOf(told),
    tree: session.within(tree, 'sha'),
    parents: [base],
    author: authorOf(told.lead),
    committer: COMMITTER,
  });
  const ref = { ref: `refs/heads/${branch}`, sha: session.within(done, 'sha') };
  const made = session.post('/git/refs', ref).then(() => branch);
  await madeOrThere(made, () => headOf(session, branch));
}

/** Opens the pull request of a branch. Its page tells what the commit tells, and nothing else. */
async function open(
  session: Session,
  { branch, told, apart }: { branch: string; told: Told; apart: boolean },
): Promise<string> {
  const { branch: base } = session.repository;
  const [title = '', ...said] = messageOf(told).split('\n');
  const body = [
    `${authorOf(told.lead).name} proposes this through the FAQ bot.`,
    fenced(said.join('\n').trim()),
    ...(apart ? [`It was proved on other files than those of ${base}: what it wins and loses there may differ.`] : []),
  ].join('\n\n');
  const asked = { title: title.slice(0, LONGEST_TITLE), head: branch, base, body };
  const pull = session.post('/pulls', asked).then((made) => pageOf(session, made));
  return madeOrThere(pull, () => pullOf(session, branch));
}

/** What was made; where that fails, what is there: somebody was faster, or GitHub took it and failed to say so. */
async function madeOrThere<T>(made: Promise<T>, find: () => Promise<T | null>): Promise<T> {
  return made.catch(async (error: unknown) => {
    const found = await find().catch(() => null);
    if (found === null) throw error;
    return found;
  });
}

/** Text as it stands there: it mentions nobody, and links and closes nothing. */
function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length + 1);
  const fence = '`'.repeat(Math.max(3, ...runs));
  return `${fence}text\n${text}\n${fence}`;
}
