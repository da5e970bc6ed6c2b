import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAlone } from '../../src/faq/alone.js';
import { createGit } from '../../src/faq/git.js';
import { plan } from '../../src/faq/plan.js';
import { createPublish, type Terms } from '../../src/faq/publish.js';
import type { Told } from '../../src/faq/write-files.js';
import type { Change } from '../../src/knowledge/change.js';
import { stateOf } from '../../src/knowledge/watch.js';

const TEXT = 'entries:\n  one:\n    questions: [is it one]\n    answer: One.\n    sources: [a-1]\n';
const LEAD = 'U0LEAD';

function folder({ git = true } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'iastm-publish-'));
  onTestFinished(() => {
    chmodSync(root, 0o755);
    rmSync(root, { recursive: true, force: true });
  });
  const dir = join(root, 'knowledge');
  mkdirSync(dir);
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: root, encoding: 'utf8' }).trim();
  write('safety.yml', TEXT);
  write('basics.yml', TEXT);
  if (git) {
    run('init', '-q', '-b', 'main');
    run('add', '.');
    run('commit', '-qm', 'first');
  }
  const publish = (
    changes: Change[],
    { branch = null as string | null, told = {} as Partial<Told>, git: by = createGit(dir, process.env) } = {},
  ) => createPublish({ dir, git: by, branch, commits: new Set(), plan, requestPull: null })(changes, terms(told));
  const read = (name = 'safety.yml') => readFileSync(join(dir, name), 'utf8');
  return { root, dir, run, write, read, publish };
}

const terms = (told: Partial<Told> = {}): Terms => ({
  told: { message: 'Leads: more', edit: null, lead: LEAD, ...told },
  proved: null,
  begin: async () => true,
});

const asks = (item: string, file = 'safety.yml'): Change => ({
  file,
  steps: [{ does: 'append', entry: 'one', field: 'questions', items: [item] }],
});
const AFTER = TEXT.replace('is it one', 'is it one, is it');

describe('an edit in a checkout', () => {
  it('is a commit of the lead, of the one file, whatever else is staged', async () => {
    const { run, write, read, publish } = folder();
    write('basics.yml', `${TEXT}# staged\n`);
    run('add', '.');
    const message = "Leads: $(touch pwned) `id` --amend\n\n-m 'x'";
    const published = await publish([asks('is it')], { told: { message } });
    expect(published).toMatchObject({ done: 'written', commit: { id: run('rev-parse', 'HEAD'), pushed: 'not asked' } });
    expect(read()).toBe(AFTER);
    expect(run('show', '--format=%an %ae|%cn|%B', '--name-only', 'HEAD')).toBe(
      `${LEAD} ${LEAD}@slack.invalid|IASTM FAQ bot|${message}\n\n\nknowledge/safety.yml`.replace('\n\n\n', '\n\n\n'),
    );
    expect(run('status', '--porcelain')).toBe('M  knowledge/basics.yml');
  });

  it('of two files is one commit', async () => {
    const { run, publish } = folder();
    await publish([asks('is it', 'basics.yml'), asks('is it')]);
    expect(run('show', '--format=', '--name-only', 'HEAD').split('\n')).toEqual([
      'knowledge/basics.yml',
      'knowledge/safety.yml',
    ]);
  });

  it.each([
    [
      'a hook that refuses',
      (root: string) => hook(root, '#!/bin/sh\necho "no: $SLACK_BOT_TOKEN." >&2\nexit 1\n'),
      'no: .',
    ],
    [
      'a merge that is under way',
      (root: string) =>
        writeFileSync(join(root, '.git/MERGE_HEAD'), `${execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root })}`),
      'merge',
    ],
  ])('is taken back whole at %s, and told why', async (_, prepare, reason) => {
    process.env.SLACK_BOT_TOKEN = 'xoxb-secret';
    onTestFinished(() => void delete process.env.SLACK_BOT_TOKEN);
    const { root, run, read, publish } = folder();
    const head = run('rev-parse', 'HEAD');
    prepare(root);
    const published = await publish([asks('is it', 'basics.yml'), asks('is it')]);
    expect(published).toMatchObject({ done: 'taken back', reason: expect.stringContaining(reason) });
    expect([read(), read('basics.yml'), run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([
      TEXT,
      TEXT,
      head,
      '',
    ]);
  });

  it('waits for another git, and is taken back where that does not end', async () => {
    const { root, run, read, publish } = folder();
    const lock = join(root, '.git/index.lock');
    writeFileSync(lock, '');
    const waiting = publish([asks('is it')]);
    setTimeout(() => rmSync(lock), 400);
    expect(await waiting).toMatchObject({ done: 'written', commit: { id: run('rev-parse', 'HEAD') } });
    expect(read()).toBe(AFTER);
  });

  it('is not committed with changes of others, which nobody has committed yet', async () => {
    const { run, write, read, publish } = folder();
    write('safety.yml', `${TEXT}# mine\n`);
    expect(await publish([asks('is it')])).toMatchObject({ done: 'written', commit: { id: null, why: 'apart' } });
    expect(read()).toBe(`${AFTER}# mine\n`);
    expect(run('log', '--format=%s')).toBe('first');
  });

  it('is pushed where a branch is asked for, and stands where it cannot be', async () => {
    const { root, run, publish } = folder();
    expect(await publish([asks('is it')], { branch: 'leads' })).toMatchObject({ commit: { pushed: 'no remote' } });
    execFileSync('git', ['init', '-q', '--bare', join(root, 'remote.git')]);
    run('remote', 'add', 'origin', join(root, 'remote.git'));
    expect(await publish([asks('is it two')], { branch: 'leads' })).toMatchObject({ commit: { pushed: 'pushed' } });
    expect(run('ls-remote', 'origin')).toBe(`${run('rev-parse', 'HEAD')}\trefs/heads/leads`);
    rmSync(join(root, 'remote.git'), { recursive: true });
    const published = await publish([asks('is it three')], { branch: 'leads' });
    expect(published).toMatchObject({
      commit: { id: run('rev-parse', 'HEAD'), pushed: { failed: expect.any(String) } },
    });
  });
});

function hook(root: string, script: string): void {
  writeFileSync(join(root, '.git/hooks/pre-commit'), script);
  chmodSync(join(root, '.git/hooks/pre-commit'), 0o755);
}

describe('an edit in a folder', () => {
  it('that is in no checkout stands without a commit', async () => {
    const { dir, read, publish } = folder({ git: false });
    expect(await publish([asks('is it')])).toMatchObject({ done: 'written', commit: { id: null, why: 'none' } });
    expect(read()).toBe(AFTER);
    expect(readdirSync(dir)).toEqual(['basics.yml', 'safety.yml']);
  });

  it('keeps links, rights, and nothing of an edit that was killed long ago', async () => {
    const { root, dir, publish } = folder({ git: false });
    const real = join(root, 'real.yml');
    writeFileSync(real, TEXT, { mode: 0o640 });
    rmSync(join(dir, 'safety.yml'));
    symlinkSync(real, join(dir, 'safety.yml'));
    const [old, young] = ['.edit-000000000000', '.edit-111111111111'].map((name) => join(root, name));
    for (const path of [old, young]) writeFileSync(path ?? '', '');
    utimesSync(old ?? '', 0, 0);
    await publish([asks('is it')]);
    expect(readFileSync(real, 'utf8')).toBe(AFTER);
    expect(lstatSync(join(dir, 'safety.yml')).isSymbolicLink()).toBe(true);
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).filter((name) => name.startsWith('.edit'))).toEqual(['.edit-111111111111']);
  });

  it('is never seen half done by the watcher', async () => {
    const { dir, write } = folder({ git: false });
    const before = await stateOf(dir);
    write('.edit-000000000000', 'entries: [');
    expect(await stateOf(dir)).toBe(before);
  });

  it('is made anew where somebody saves the file meanwhile', async () => {
    const { dir, write, read, publish } = folder({ git: false });
    let looks = 0;
    // What git is asked stands between reading and writing.
    const git = {
      ...createGit(dir, process.env),
      async standing() {
        looks += 1;
        if (looks === 1) write('safety.yml', `${TEXT}# meanwhile\n`);
        return 'none' as const;
      },
    };
    await publish([asks('is it')], { git });
    expect([looks, read()]).toEqual([2, `${AFTER}# meanwhile\n`]);
  });

  it('that was published before is undone, unless somebody has built upon it', async () => {
    const { run, write, read, publish } = folder();
    const published = await publish([asks('is it')]);
    const undo = (published.done === 'written' ? published.changed : []).map(({ file, hunks }) => ({
      file,
      undo: hunks,
    }));
    write('safety.yml', `${AFTER}# later\n`);
    run('commit', '-qam', 'later');
    expect(await publish(undo)).toMatchObject({ done: 'written', commit: { id: run('rev-parse', 'HEAD') } });
    expect(read()).toBe(`${TEXT}# later\n`);
    expect(await publish(undo)).toEqual({ done: 'refused', file: 'safety.yml', refusal: { why: 'built upon' } });
  });

  it.each(['folder', 'file'])('whose %s may not be written is a patch, and nothing else', async (which) => {
    const { root, dir, read, publish } = folder({ git: false });
    chmodSync(which === 'folder' ? dir : join(dir, 'safety.yml'), which === 'folder' ? 0o555 : 0o444);
    chmodSync(root, 0o755);
    // Who may do everything may write there all the same.
    process.seteuid?.(65_534);
    const published = await publish([asks('is it')]).finally(() => process.seteuid?.(0));
    expect(published).toMatchObject({
      done: 'patch',
      patch: expect.stringContaining('+    questions: [is it one, is it]\n'),
    });
    expect(read()).toBe(TEXT);
  });

  it('is carried out after the one before it', async () => {
    const { dir, read, publish } = folder({ git: false });
    const alone = createAlone(dir);
    await Promise.all(['a', 'b', 'c', 'd'].map((item) => alone(() => publish([asks(item)]))));
    expect(read()).toContain('[is it one, a, b, c, d]');
  });

  it('leaves the folder free as soon as it is done', async () => {
    const { dir } = folder({ git: false });
    const waits = vi.spyOn(globalThis, 'setTimeout');
    const [one, other] = [createAlone(dir), createAlone(dir)];
    const id = await one(async (folder) => folder);
    expect(id).toMatch(/./);
    for (const alone of [other, one]) expect(await alone(async (folder) => folder)).toBe(id);
    expect(waits).not.toHaveBeenCalled();
  });

  it.each([['in a checkout', true] as const, ['in a plain folder', false] as const])(
    'waits for whoever else has the folder, by whichever path, however that ends: %s',
    async (_, git) => {
      const { dir } = folder({ git });
      const elsewhere = mkdtempSync(join(tmpdir(), 'iastm-linked-'));
      onTestFinished(() => rmSync(elsewhere, { recursive: true }));
      symlinkSync(dir, join(elsewhere, 'knowledge'));
      const [one, other] = [createAlone(dir), createAlone(join(elsewhere, 'knowledge'))];
      const told: string[] = [];
      const stay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const first = one(async () => {
        told.push('one has it');
        await stay(300);
        told.push('one is done');
        throw new Error('broken');
      });
      await vi.waitFor(() => expect(told).toEqual(['one has it']));
      const second = other(async () => void told.push('other has it'));
      await expect(first).rejects.toThrow('broken');
      await second;
      expect(told).toEqual(['one has it', 'one is done', 'other has it']);
    },
  );

  it('is not begun where somebody else has the folder for too long', async () => {
    const { dir } = folder();
    const [one, other] = [createAlone(dir), createAlone(dir)];
    let free = () => {};
    let begun = () => {};
    const isHeld = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const held = one(() => {
      begun();
      return new Promise<void>((resolve) => {
        free = resolve;
      });
    });
    await isHeld;
    // Two minutes of waiting in no time.
    const waits = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((done: () => void) => setImmediate(done)) as never);
    onTestFinished(() => waits.mockRestore());
    const work = vi.fn(async () => {});
    expect(await other(work)).toBe('busy');
    expect(work).not.toHaveBeenCalled();
    waits.mockRestore();
    free();
    await held;
  });

  it('changes nothing where it is refused, or where it is so already', async () => {
    const { read, publish } = folder();
    const gone: Change = {
      file: 'safety.yml',
      steps: [{ does: 'append', entry: 'two', field: 'questions', items: ['x'] }],
    };
    expect(await publish([asks('is it', 'basics.yml'), gone])).toMatchObject({ done: 'refused', file: 'safety.yml' });
    expect(await publish([asks('is it one')])).toEqual({ done: 'nothing' });
    expect([read(), read('basics.yml')]).toEqual([TEXT, TEXT]);
  });
});
