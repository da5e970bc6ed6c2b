import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { createGitHub, encodedPath, GitHubError, type Session } from '../faq/github.js';
import { PERMISSIONS } from '../faq/github-words.js';
import { isWritable } from '../faq/save.js';
import { sortFiles } from '../knowledge/folder.js';
import type { Finding } from './finding.js';

type PullRequests = NonNullable<Config['pullRequests']>;

/** Whether edits can become pull requests. Nothing is written. */
export async function gitHubFindings({ repository, token }: PullRequests, knowledgeDir: string): Promise<Finding[]> {
  const session = createGitHub(repository, token)();
  const files = sortFiles(await readdir(knowledgeDir).catch(() => [])).read;
  const place = await placeFinding(session, files).catch((error) => faultFinding('EDITS_PULL_REQUESTS', error));
  if (place.mark !== 'ok') return [place];
  const may = await tokenFinding(session).catch((error) => faultFinding('EDITS_TOKEN', error));
  const [file] = files;
  if (file === undefined || !(await isWritable(join(knowledgeDir, file)))) return [place, may];
  const says = `${knowledgeDir} may be written from here. Where the bot may, too, edits are written there, and none is proposed.`;
  return [place, may, { what: 'EDITS_PULL_REQUESTS', mark: 'note', says }];
}

/** Whether there is such a folder, and it is that of the knowledge. */
async function placeFinding(session: Session, files: readonly string[]): Promise<Finding> {
  const { web, owner, name, branch, folder } = session.repository;
  const what = 'EDITS_PULL_REQUESTS';
  const fail = (says: string): Finding => ({ what, mark: 'FAIL', says });
  const found = (await session.find('')) as { archived?: boolean } | null;
  const where = `${owner}/${name} on ${new URL(web).host}`;
  if (found === null) return fail(`EDITS_TOKEN may see no ${where}. Compare the address, and give the token that one.`);
  if (found.archived === true) return fail(`${where} is archived, and takes nothing. Name another repository.`);
  const read = `The branch is read as ${branch}, the folder as ${folder || 'the top'}; a slash in the name of a branch is written %2F.`;
  if ((await session.find(`/git/ref/heads/${encodedPath(branch)}`)) === null)
    return fail(`${where} has no branch ${branch}. ${read}`);
  const held = await session.find(`/contents/${encodedPath(folder)}?ref=${encodeURIComponent(branch)}`);
  if (!Array.isArray(held)) return fail(`${where} has no such folder. ${read}`);
  const names = new Set(held.map((each) => session.within(each, 'name')));
  const missing = files.filter((file) => !names.has(file));
  if (missing.length > 0)
    return fail(`${where} has no ${missing[0]} in that folder, which is in KNOWLEDGE_DIR: is it the same? ${read}`);
  return { what, mark: 'ok', says: `${where}, branch ${branch}, ${folder === '' ? 'at the top' : `folder ${folder}`}` };
}

/**
 * Whether the token may write, told by how GitHub refuses what it can never make: a branch at a commit that cannot be, and a pull
 * request of a branch onto itself. No other call tells the permissions of a fine-grained token.
 */
async function tokenFinding(session: Session): Promise<Finding> {
  const what = 'EDITS_TOKEN';
  const { branch } = session.repository;
  const impossible = { ref: 'refs/heads/faq-edit/doctor', sha: '0'.repeat(40) };
  for (const [path, body] of [
    ['/git/refs', impossible],
    ['/pulls', { title: 'doctor', head: branch, base: branch }],
  ] as const) {
    const status = await session.post(path, body).then(
      () => null,
      (error: unknown) => {
        if (error instanceof GitHubError && error.status === 422) return 422;
        throw error;
      },
    );
    if (status !== 422) return { what, mark: 'note', says: 'not checked: GitHub does not answer as it should' };
  }
  return { what, mark: 'ok', says: `has ${PERMISSIONS}` };
}

function faultFinding(what: string, error: unknown): Finding {
  if (!(error instanceof GitHubError)) throw error;
  return {
    what: error.status === 401 || error.status === 403 ? 'EDITS_TOKEN' : what,
    mark: 'FAIL',
    says: error.message,
  };
}
