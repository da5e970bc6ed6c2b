import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { LIMITS } from '../../src/faq/load.js';
import { type Bot, ROOT } from './bot.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { FILE, fileOf } from './saving.js';
import { ms, sleep, until } from './wait.js';

describe('reading', () => {
  check(22, 'does not wait for a pipe or a device in place of a file', async ({ stage, figure }) => {
    const here = await stage({ entries: 20 });
    const bot = await here.bot();
    const took: number[] = [];
    for (const place of ['pipe.yml', 'zero.yml']) {
      if (place === 'pipe.yml') execFileSync('mkfifo', [join(here.knowledge, place)]);
      else symlinkSync('/dev/zero', join(here.knowledge, place));
      const refused = async () => String((await bot.ready()).body.knowledge?.refused).startsWith(`${place}:1:1 K102`);
      took.push(await until(`${place} is refused`, refused));
      rmSync(join(here.knowledge, place));
      took.push(await until('it recovers', async () => (await bot.ready()).body.knowledge?.current === true));
    }
    figure(`refused and recovered after ${took.map(ms).join(', ')}`);
  });

  check(22, 'leaves no process behind where it is ended while it reads', async ({ stage, figure }) => {
    const here = await stage({ entries: 1000 });
    const exits: string[] = [];
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const bot = await here.bot({ wait: false });
      const child = await readerOf(bot);
      expect(lives(child)).toBe(true);
      const { code, signal: by } = await bot.stop(signal);
      await until('the reading process is gone', () => !lives(child));
      exits.push(`${signal}: ${code ?? by}`);
    }
    figure(exits.join(', '));
    expect(exits).toEqual(['SIGTERM: 0', 'SIGKILL: SIGKILL']);
  });

  check(22, 'leaves no process behind that waits for ever in the reading', async ({ stage, figure }) => {
    const { folder } = await stage({ entries: 20 });
    const aside = join(ROOT, 'dist/faq/aside.js');
    const scripts = {
      'child.mjs': `import { writeFileSync } from 'node:fs'; import { endWithParent } from '${aside}';
        endWithParent(); setInterval(() => {}, 1000); writeFileSync('${folder}/listens', '');`,
      'parent.mjs': `import { runAside } from '${aside}'; await runAside('${folder}/child.mjs', [], { limit: 60000 });`,
    };
    for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, name), code);
    const parent = spawn(process.execPath, [join(folder, 'parent.mjs')]);
    const child = await readerOf({ process: parent });
    await until('it listens for the end of the other', () => existsSync(join(folder, 'listens')));
    parent.kill('SIGKILL');
    figure(`gone after ${ms(await until('the reading process is gone', () => !lives(child)))}`);
  });

  if (LONG)
    check(
      22,
      'is waited for at a start for longer than a minute where the machine gives it no time, and at work for one',
      async ({ stage, figure }) => {
        const here = await stage({ entries: 20 });
        const bot = await here.bot({ wait: false });
        process.kill(await readerOf(bot), 'SIGSTOP');
        await sleep(LIMITS.reload + 5000);
        process.kill(childOf(bot), 'SIGCONT');
        const isReady = async () => (await bot.requests.get('/readyz')).status === 200;
        const started = await until('it serves', async () => bot.exited() !== null || isReady());
        expect(bot.exited()).toBeNull();
        writeFileSync(join(here.knowledge, FILE), fileOf(2));
        const reader = await readerOf(bot);
        process.kill(reader, 'SIGSTOP');
        const refused = async () => String((await bot.ready()).body.knowledge?.refused);
        const given = await until(
          'it is given up',
          async () => (await refused()).startsWith('Loading took longer than 60 s'),
          3 * LIMITS.reload,
        );
        expect(lives(reader)).toBe(false);
        writeFileSync(join(here.knowledge, FILE), fileOf(3));
        const back = await until('the next save', async () => (await bot.ready()).body.knowledge?.current === true);
        figure(
          `served ${ms(started)} after 65 s; at work given up after ${ms(given)}, the next save after ${ms(back)}`,
        );
      },
    );
});

/** Waits until the bot reads, and answers with the process that does. */
async function readerOf(bot: Pick<Bot, 'process'>): Promise<number> {
  await until('it reads', () => childOf(bot) > 0);
  return childOf(bot);
}

/** The process that the bot has started, once it runs its own script; 0 where there is none now. */
function childOf({ process: { pid } }: Pick<Bot, 'process'>): number {
  try {
    const [child = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    // Until then the bot itself waits for it.
    return /child\.m?js/.test(readFileSync(`/proc/${child}/cmdline`, 'utf8')) ? Number(child) : 0;
  } catch {
    return 0;
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
