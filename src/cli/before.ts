import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { standingOf } from '../knowledge/folder.js';
import { type Loaded, loadKnowledge } from '../knowledge/load.js';

const run = promisify(execFile);
/** Bytes that git may print of one file. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The knowledge as it was: a folder, or the same folder at a git tag, branch or commit. A sentence says why there is none. Nothing is
 * checked out: what git holds is read into a temporary folder.
 */
export async function knowledgeBefore(before: string, dir: string): Promise<Loaded | string> {
  if ((await stat(before).catch(() => null))?.isDirectory()) return loadKnowledge(before);
  const temporary = await mkdtemp(join(tmpdir(), 'faq-before-'));
  try {
    const git = async (...args: string[]) =>
      (await run('git', ['-C', dir, ...args], { encoding: 'buffer', maxBuffer: MOST_BYTES })).stdout;
    const listed = await git('ls-tree', '-z', '--name-only', before, '--', './');
    const names = listed
      .toString()
      .split('\0')
      .filter((name) => standingOf(name) === 'read');
    await mkdir(temporary, { recursive: true });
    for (const name of names) await writeFile(join(temporary, name), await git('show', `${before}:./${name}`));
    return await loadKnowledge(temporary);
  } catch {
    return `There is no folder "${before}", and git knows no tag, branch or commit of that name for ${dir}.`;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
