import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { FileFigures } from './figures.js';
import type { Io } from './io.js';

const run = promisify(execFile);

/**
 * Evaluates another version of this project on the same question files: a git worktree of `ref` in a temporary folder, built
 * with the packages installed here. Null, with the reason told, where the version cannot be built or has no `eval`.
 */
export async function evaluateAt(ref: string, files: readonly string[], io: Io): Promise<FileFigures[] | null> {
  const temporary = await mkdtemp(join(tmpdir(), 'faq-against-'));
  const tree = join(temporary, 'tree');
  try {
    await run('git', ['worktree', 'add', '--detach', tree, ref]);
    // A junction: on Windows a symbolic link needs rights that most people lack. Elsewhere the word changes nothing.
    await symlink(resolve('node_modules'), join(tree, 'node_modules'), 'junction');
    io.err(`Building ${ref} …`);
    await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-b'], { cwd: tree });
    const paths = files.map((file) => resolve(file));
    const options = { cwd: tree, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await run(process.execPath, ['dist/cli/run.js', 'eval', '--json', ...paths], options);
    return stdout
      .trim()
      .split('\n')
      .map((line) => {
        const { file, ...figures } = JSON.parse(line);
        return { file, figures };
      });
  } catch (error) {
    io.err(`The version ${ref} could not be evaluated: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  } finally {
    await run('git', ['worktree', 'remove', '--force', tree]).catch(() => undefined);
    await rm(temporary, { recursive: true, force: true });
  }
}
