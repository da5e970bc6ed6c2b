import { fork } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script of `src/bench` in a copy of the built code in which one line of the parameter table is another: sends it
 * `job`, and gives what it sends back.
 */
export async function withParameter<T>(script: string, name: string, value: string, job: unknown): Promise<T> {
  const dist = dirname(dirname(fileURLToPath(import.meta.url)));
  const copy = await mkdtemp(join(tmpdir(), 'faq-variant-'));
  try {
    await cp(dist, join(copy, 'dist'), { recursive: true });
    // A junction: on Windows a symbolic link needs rights that most people lack. Elsewhere the word changes nothing.
    await symlink(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    await writeFile(join(copy, 'package.json'), '{ "type": "module" }');
    const table = join(copy, 'dist/search/parameters.js');
    const source = await readFile(table, 'utf8');
    const changed = source.replace(new RegExp(`(export const ${name} = )[^;]*;`), `$1${value};`);
    if (changed === source) throw new Error(`There is no parameter "${name}", or it is ${value} already.`);
    await writeFile(table, changed);
    return await inChild<T>(join(copy, 'dist/bench', script), job);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function inChild<T>(path: string, job: unknown): Promise<T> {
  return new Promise((done, fail) => {
    const child = fork(path, [], { execArgv: [] });
    child.once('message', (result) => done(result as T));
    child.once('error', fail);
    child.once('exit', () => fail(new Error('A trial ended without a result.')));
    child.send(job as object);
  });
}
