import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The built bot as `npm start` runs it, on knowledge of its own; answers with its address, the knowledge folder, and the way to stop it. */
export async function startBot() {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-edit-'));
  cpSync(join(ROOT, 'test/knowledge-frozen'), join(folder, 'knowledge'), { recursive: true });
  const port = await freePort();
  const bot = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: `${port}`, DATABASE_URL: `file:${join(folder, 'bot.db')}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => bot.once('exit', () => resolve()));
  const stop = () => {
    bot.kill();
    return ended;
  };
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  await new Promise<void>((resolve, reject) => {
    bot.stdout.once('data', () => resolve());
    void ended.then(() => reject(new Error(`The bot ended: ${bot.stderr.read()}`)));
  });
  return { url: `http://127.0.0.1:${port}`, knowledge: join(folder, 'knowledge'), stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
