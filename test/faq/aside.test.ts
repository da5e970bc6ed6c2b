import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runAside } from '../../src/faq/aside.js';

/** A script that writes down its process id first. */
function script(code: string) {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-aside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'script.mjs');
  const pid = join(folder, 'pid');
  writeFileSync(
    path,
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(pid)}, String(process.pid));\n${code}`,
  );
  const lives = () => {
    try {
      // A file that is there and still empty names no process; 0 would be the group of this one, which always lives.
      const id = Number(readFileSync(pid, 'utf8'));
      return id > 0 && process.kill(id, 0);
    } catch {
      return false;
    }
  };
  return { path, lives };
}

const run = (path: string, { limit = 60_000, signal = new AbortController().signal, args = [] as string[] } = {}) =>
  runAside(path, args, { limit, signal });

describe('a process aside', () => {
  it('gives the one message that it sends, maps and all, of its arguments', async () => {
    const { path } = script('process.send({ got: new Map([[process.argv[2], 1]]) }, () => process.exit());');
    expect(await run(path, { args: ['folder'] })).toEqual({ got: new Map([['folder', 1]]) });
  });

  it('knows nothing of the environment', async () => {
    process.env.SECRET_OF_TEST = 'x';
    onTestFinished(() => void delete process.env.SECRET_OF_TEST);
    const { path } = script("process.send(process.env.SECRET_OF_TEST ?? 'nothing', () => process.exit());");
    expect(await run(path)).toBe('nothing');
  });

  it.each([
    ['ends without a result', 'process.exit(0);'],
    ['throws', "process.on('uncaughtException', () => process.exit(1)); throw new Error('x');"],
    ['is killed', "process.kill(process.pid, 'SIGKILL');"],
  ])('that %s is a fault with its reason', async (_, code) => {
    await expect(run(script(code).path)).rejects.toMatchObject({
      name: 'AsideError',
      message: 'The loading process ended without a result.',
    });
  });

  it.each([
    ['waits for ever', 'setInterval(() => {}, 1000);'],
    ['is busy for ever', 'for (;;) {}'],
  ])('that %s is killed when its time is over', async (_, code) => {
    const { path, lives } = script(code);
    await expect(run(path, { limit: 1500 })).rejects.toMatchObject({
      name: 'AsideError',
      message: 'Loading took longer than 1.5 s and was given up.',
    });
    while (lives()) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('is killed when it is not wanted any more', async () => {
    const stop = new AbortController();
    const { path, lives } = script('setInterval(() => {}, 1000);');
    const running = run(path, { signal: stop.signal });
    running.catch(() => {});
    while (!lives()) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    while (lives()) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
