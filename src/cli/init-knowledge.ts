import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FIRST_FILES } from './first-knowledge.js';
import { FAILED, type Io, MISUSED, OK, readArgs } from './io.js';
import { schema } from './schema.js';

const HELP = `Usage: npm run -s init-knowledge -- DIR
Makes a knowledge folder of your clinic's own: a git repository with a first entry, a README for leads and a workflow that checks it.
An upgrade of the program never collides with what you write there.`;

const README = fileURLToPath(new URL('../../knowledge/README.md', import.meta.url));

/** `npm run init-knowledge`. */
export async function initKnowledge(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, {}, HELP, io);
  if (values === null) return code;
  const [dir, ...more] = words;
  if (dir === undefined || more.length > 0) {
    io.err(`Name the folder to make.\n${HELP}`);
    return MISUSED;
  }
  const there = await readdir(dir).catch(() => []);
  if (there.length > 0) {
    io.err(`${dir} is not empty, and nothing in it is overwritten. Name a folder that is new or empty.`);
    return MISUSED;
  }
  try {
    for (const [path, text] of Object.entries(FIRST_FILES)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    }
    await copyFile(README, join(dir, 'README.md'));
  } catch (error) {
    io.err(`${dir} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return FAILED;
  }
  await schema([dir], { ...io, out: () => undefined });
  const isRepository = await promisify(execFile)('git', ['-C', dir, 'init', '-q', '-b', 'main']).then(
    () => true,
    () => false,
  );
  io.out(`${dir} is ready: ${Object.keys(FIRST_FILES).length + 1} files, with a first entry in about.yml.`);
  if (!isRepository) io.out('It is no git repository yet, since git is not installed here.');
  io.out(`Next: write the name of your copy of the program into ${join(dir, '.github/workflows/check.yml')},`);
  io.out(`set KNOWLEDGE_DIR=${dir}, and run "npm run check -- ${dir}". README.md there says how to write an entry.`);
  return OK;
}
