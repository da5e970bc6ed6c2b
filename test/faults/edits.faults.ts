import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createCarryOut } from '../../src/bot/carry-out.js';
import { createFinish } from '../../src/bot/finish.js';
import { createAlone } from '../../src/faq/alone.js';
import { plan } from '../../src/faq/plan.js';
import { createWorkshop } from '../../src/faq/workshop.js';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import type { Edit } from '../../src/store/store.js';
import { startGitHub, TOKEN } from '../github.js';
import { ROOT } from './bot.js';
import { check } from './check.js';
import { ms, numbers, sleep, until } from './wait.js';

const CHILD = join(ROOT, 'test/faults/edit-child.mjs');
const keys = keysOf('faults');
const TEXT = 'entries:\n  one:\n    questions: [is it one]\n    answer: One.\n    sources: [a-1]\n';
const AFTER = TEXT.replace('is it one', 'is it one, is it');
const [LEAD, OTHER] = ['U0LEAD', 'U0OTHER'];

const asks = (item: string, file: string) => ({
  file,
  steps: [{ does: 'append', entry: 'one', field: 'questions', items: [item] }],
});

function anEdit(id: string, rest: Partial<Edit> = {}): Edit {
  return {
    ...{ id, person: keys.person(`T0TEAM:${LEAD}`), publisher: '', state: 'waiting', what: 'review', entry: 'one' },
    ...{ title: 'Is it one?', why: '', form: '{}', changed: '[]', proof: '', proved: '', folder: '', commit: null },
    change: JSON.stringify([asks('is it', 'sources.yml'), asks('is it', 'safety.yml')]),
    at: new Date(),
    ...rest,
  } as Edit;
}

/** A folder of two files, a checkout or not, and a store with an edit of both. */
async function place(folder: string, { git = true, hook = '' } = {}) {
  const root = join(folder, `place-${readdirSync(folder).length}`);
  const dir = join(root, 'knowledge');
  mkdirSync(dir, { recursive: true });
  for (const name of ['safety.yml', 'sources.yml']) writeFileSync(join(dir, name), TEXT);
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: root, encoding: 'utf8' }).trim();
  if (git) {
    run('init', '-q', '-b', 'main');
    run('add', '.');
    run('commit', '-qm', 'first');
  }
  if (hook !== '') {
    writeFileSync(join(root, '.git/hooks/pre-commit'), hook);
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755);
  }
  const url = `file:${join(root, 'edits.db')}`;
  const store = await openStore(url, { keys });
  await store.keepEdit(anEdit('edit-1'));
  const now = () => new Date();
  const leads = { people: [LEAD, OTHER] as string[], channel: null };
  const service = { state: () => ({ version: '', entries: 0, since: now(), refused: null }), readAt: now };
  const stopped = new AbortController();
  const { signal } = stopped;
  const given = { dir, environment: process.env, branch: null, github: null, trial: false, signal, service, now, plan };
  const workshop = createWorkshop(given);
  const deps = { keys, leads, now, workshop, store };
  const { carryOut, keepPublished } = createCarryOut(deps);
  return {
    dir,
    run,
    store,
    carryOut,
    ...createFinish(deps, { keepPublished }),
    texts: () => ['safety.yml', 'sources.yml'].map((name) => readFileSync(join(dir, name), 'utf8')),
    /** Publishes in a process that is ended at a step. */
    publish: (step: string, id = 'edit-1') => childOf([CHILD, dir, url, id, step]),
    /** The same where the folder may not be written, and GitHub has its source. */
    request: (step: string, address: string) => childOf([CHILD, dir, url, 'edit-1', step, address, TOKEN]),
    kill: () => process.kill(Number(readFileSync(join(root, 'pid'), 'utf8')), 'SIGKILL'),
    async close() {
      stopped.abort();
      await store.close();
    },
  };
}

function childOf(args: string[]): Promise<{ signal: string | null; out: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return new Promise((resolve) => child.once('close', (_, signal) => resolve({ signal, out })));
}

describe('an edit of two files whose process is killed', () => {
  for (const git of [true, false])
    check(22, `is whole or not there at all ${git ? 'in a checkout' : 'in a folder'}`, async ({ stage, figure }) => {
      const { folder } = await stage();
      const came: string[] = [];
      for (const step of ['planned', 'begun', 'written 1', 'written 2', 'committed', 'kept']) {
        const here = await place(folder, { git });
        expect(await here.publish(step), step).toMatchObject({ signal: 'SIGKILL' });
        await here.finishEdits();
        const edit = await here.store.editOf('edit-1');
        const isWritten = ['written 2', 'committed', 'kept'].includes(step);
        expect([step, here.texts()]).toEqual([step, isWritten ? [AFTER, AFTER] : [TEXT, TEXT]]);
        expect([step, edit?.state, edit?.publisher]).toEqual(
          isWritten ? [step, 'published', keys.person(`T0TEAM:${OTHER}`)] : [step, 'waiting', ''],
        );
        if (git) {
          expect(here.run('status', '--porcelain'), step).toBe('?? edits.db\n?? edits.db-shm\n?? edits.db-wal\n?? pid');
          expect(edit?.commit ?? null, step).toBe(isWritten ? here.run('rev-parse', 'HEAD') : null);
          expect(here.run('log', '--format=%s').split('\n'), step).toHaveLength(isWritten ? 2 : 1);
        }
        expect(await here.store.begunEdits()).toEqual([]);
        // It can be gone on with from there: published, or taken back.
        if (edit !== null && !isWritten) await here.carryOut(edit, `T0TEAM:${OTHER}`);
        expect(here.texts()).toEqual([AFTER, AFTER]);
        expect(JSON.parse((await here.store.editOf('edit-1'))?.changed ?? '')).toHaveLength(2);
        await here.close();
        came.push(`${step}: ${edit?.state}`);
      }
      figure(came.join(', '));
    });

  check(22, 'is one pull request where the folder may not be written', async ({ stage, figure }) => {
    const { folder } = await stage();
    chmodSync(folder, 0o755);
    const came: string[] = [];
    for (const step of ['POST /git/trees', 'POST /git/commits', 'POST /git/refs', 'POST /pulls', 'requested']) {
      const hub = await startGitHub({ 'knowledge/safety.yml': TEXT, 'knowledge/sources.yml': TEXT });
      const here = await place(folder, { git: false });
      chmodSync(here.dir, 0o555);
      hub.fail(step, 'lost');
      const first = here.request(step, hub.address);
      if (step !== 'requested') {
        await until('GitHub has taken it', () => hub.calls.some(({ what }) => what === step));
        here.kill();
      }
      expect(await first, step).toMatchObject({ signal: 'SIGKILL' });
      expect((await here.store.editOf('edit-1'))?.state, step).toBe('waiting');
      hub.fail(step, null);
      expect(JSON.parse((await here.request('never', hub.address)).out)).toMatchObject({ came: 'requested' });
      expect(await here.store.editOf('edit-1')).toMatchObject({ state: 'requested', link: hub.page(12) });
      expect([step, hub.pulls.length, hub.branches.size]).toEqual([step, 1, 2]);
      const { 'knowledge/safety.yml': one, 'knowledge/sources.yml': other } = hub.filesOf('faq-edit/edit-1');
      expect([one, other, ...here.texts()]).toEqual([AFTER, AFTER, TEXT, TEXT]);
      await here.close();
      came.push(step);
    }
    figure(`one branch and one pull request after ${came.join(', ')}`);
  });

  check(22, 'while git goes on by itself waits for git, and is committed once', async ({ stage, figure }) => {
    const { folder } = await stage();
    const hook = '#!/bin/sh\nkill -9 $(cat pid)\nsleep 2\n';
    const here = await place(folder, { hook });
    expect(await here.publish('never')).toMatchObject({ signal: 'SIGKILL' });
    await here.finishEdits();
    expect((await here.store.editOf('edit-1'))?.state).toBe('publishing');
    const took = await until('it is found out', async () => {
      await here.finishEdits();
      return (await here.store.editOf('edit-1'))?.state === 'published';
    });
    expect((await here.store.editOf('edit-1'))?.commit).toBe(here.run('rev-parse', 'HEAD'));
    expect(here.run('log', '--format=%s').split('\n')).toHaveLength(2);
    expect(here.texts()).toEqual([AFTER, AFTER]);
    await here.close();
    figure(`published ${ms(took)} after it was killed, one commit`);
  });

  check(
    22,
    'is left to a process that still publishes, and to the folder where it was begun',
    async ({ stage, figure }) => {
      const { folder } = await stage();
      const here = await place(folder);
      const begun = { publisher: 'x', changed: '[]', at: new Date() };
      await here.store.beginEdit('edit-1', { ...begun, folder: 'another' });
      await here.finishEdits();
      expect((await here.store.editOf('edit-1'))?.state).toBe('publishing');
      let free: (() => void) | null = null;
      let state: string | undefined;
      const held = createAlone(here.dir)(async (id) => {
        await here.store.releaseEdit('edit-1', 'waiting');
        await here.store.beginEdit('edit-1', { ...begun, folder: id });
        await new Promise<void>((resolve) => {
          free = resolve;
        });
        state = (await here.store.editOf('edit-1'))?.state;
      });
      await until('the folder is held', () => free !== null);
      const finishing = here.finishEdits();
      await sleep(300);
      (free as (() => void) | null)?.();
      await Promise.all([held, finishing]);
      expect([state, (await here.store.editOf('edit-1'))?.state]).toEqual(['publishing', 'waiting']);
      await here.close();
      figure('waits while the folder is held');
    },
  );
});

describe('edits of several processes in one folder', () => {
  check(22, 'wait for each other', async ({ stage, figure }) => {
    const { folder } = await stage();
    const here = await place(folder);
    let free: (() => void) | null = null;
    const held = createAlone(here.dir)(
      () =>
        new Promise<void>((resolve) => {
          free = resolve;
        }),
    );
    await until('the folder is held', () => free !== null);
    let isOver = false;
    const other = here.publish('never').then(() => {
      isOver = true;
    });
    // Alone it takes half of that.
    await sleep(4000);
    expect([isOver, here.texts()]).toEqual([false, [TEXT, TEXT]]);
    (free as (() => void) | null)?.();
    await Promise.all([held, other]);
    expect(here.texts()).toEqual([AFTER, AFTER]);
    await here.close();
    figure('nothing is written while another process has the folder');
  });

  check(22, 'are written one after the other, and none is lost', async ({ stage, figure }) => {
    const { folder } = await stage();
    const here = await place(folder);
    const ids = numbers(6).map((at) => `edit-of-${at}`);
    for (const [at, id] of ids.entries())
      await here.store.keepEdit(anEdit(id, { change: JSON.stringify([asks(`is it ${at}`, 'safety.yml')]) }));
    const begun = performance.now();
    const outs = await Promise.all(ids.map((id) => here.publish('never', id)));
    for (const { out } of outs)
      expect(JSON.parse(out)).toMatchObject({ came: 'published', committed: { author: LEAD } });
    const [safety = ''] = here.texts();
    for (const at of ids.keys()) expect(safety).toContain(`is it ${at}`);
    expect(here.run('log', '--format=%s').split('\n')).toHaveLength(7);
    expect(here.run('diff', '--stat')).toBe('');
    await here.close();
    figure(`${ids.length} processes at once, ${ids.length} commits in ${ms(performance.now() - begun)}`);
  });
});
