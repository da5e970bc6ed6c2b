import { chmodSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standingStill, stateOf, watchFolder } from '../../src/knowledge/watch.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'iastm-watch-'));
  writeFileSync(join(dir, 'topic.yml'), 'old');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true, force: true });
});

const save = (text: string, name = 'topic.yml') => writeFileSync(join(dir, name), text);

describe('a state of the folder', () => {
  it('is taken over when it was seen twice running, once', () => {
    const isNew = standingStill('a');
    expect(['a', 'b', 'b', 'b'].map(isNew)).toEqual([false, false, true, false]);
  });

  it('is not while it still changes, nor where it comes back to what is in service', () => {
    const isNew = standingStill('a');
    expect(['b', 'c', 'd', 'c', 'a', 'a'].map(isNew)).toEqual([false, false, false, false, false, false]);
  });

  it('is taken over again where it was left before', () => {
    const isNew = standingStill('a');
    expect(['b', 'b', 'a', 'a'].map(isNew)).toEqual([false, true, false, true]);
  });

  it.each<[string, () => void]>([
    ['is longer', () => save('longer')],
    [
      'has other text of the same length and time',
      () => {
        const { atime, mtime } = statSync(join(dir, 'topic.yml'));
        save('new');
        utimesSync(join(dir, 'topic.yml'), atime, mtime);
      },
    ],
    [
      'is another file in its place',
      () => {
        save('old', 'topic.tmp');
        renameSync(join(dir, 'topic.tmp'), join(dir, 'topic.yml'));
      },
    ],
    ['may not be written any more', () => chmodSync(join(dir, 'topic.yml'), 0o444)],
    ['has another name', () => renameSync(join(dir, 'topic.yml'), join(dir, 'other.yml'))],
    ['has another beside it', () => save('', 'other.yaml')],
    ['has one beside it whose name keeps it from being read', () => save('', 'other.YML')],
    ['is gone', () => rmSync(join(dir, 'topic.yml'))],
    ['is gone with its folder', () => rmSync(dir, { recursive: true })],
  ])('changes where a file %s', async (_, change) => {
    const before = await stateOf(dir);
    expect(await stateOf(dir)).toBe(before);
    change();
    expect(await stateOf(dir)).not.toBe(before);
  });

  it('does not change with files that are not read', async () => {
    const before = await stateOf(dir);
    for (const name of ['topic.yml~', '.topic.yml.swp', 'README.md', '4913']) save('', name);
    expect(await stateOf(dir)).toBe(before);
  });
});

describe('watching the folder, look by look', () => {
  const EVERY = 700;
  /** More turns of the event loop than a look takes. */
  const turns = async () => {
    for (let count = 0; count < 100; count++) await turn();
  };

  /** Watches with a clock that only the test moves. */
  async function watch(settled: () => Promise<void>) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stop = watchFolder(dir, await stateOf(dir), settled);
    /** Lets the next look begin. */
    const begin = () => vi.advanceTimersByTime(EVERY);
    /** Lets the next look happen, until it waits for the one after. */
    const look = async () => {
      begin();
      while (vi.getTimerCount() === 0) await turn();
    };
    return { stop, begin, look };
  }

  it('takes nothing over while a file is written in pieces, and then all of it once', async () => {
    const settled = vi.fn(() => Promise.resolve());
    const { stop, look } = await watch(settled);
    for (const part of ['a', 'ab', 'abc', 'abcd']) {
      save(part);
      await look();
      expect(settled).not.toHaveBeenCalled();
    }
    for (let looks = 0; looks < 4; looks++) await look();
    expect(settled).toHaveBeenCalledOnce();
    stop();
  });

  it('sees what was saved before the first look, and nothing where nothing was', async () => {
    const settled = vi.fn(() => Promise.resolve());
    const { stop, look } = await watch(settled);
    for (let looks = 0; looks < 4; looks++) await look();
    expect(settled).not.toHaveBeenCalled();
    save('new');
    for (let looks = 0; looks < 2; looks++) await look();
    expect(settled).toHaveBeenCalledOnce();
    stop();
  });

  it('does not look while a change is taken over, and then sees what came meanwhile', async () => {
    let done = () => {};
    const settled = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const { stop, look, begin } = await watch(settled);
    save('new');
    await look();
    begin();
    while (settled.mock.calls.length === 0) await turn();
    save('newer');
    await turns();
    expect(vi.getTimerCount()).toBe(0);
    done();
    while (vi.getTimerCount() === 0) await turn();
    await look();
    begin();
    while (settled.mock.calls.length === 1) await turn();
    expect(settled).toHaveBeenCalledTimes(2);
    stop();
    done();
  });

  it('ends when it is stopped, also in the middle of a look', async () => {
    const settled = vi.fn(() => Promise.resolve());
    const { stop, look, begin } = await watch(settled);
    save('new');
    await look();
    begin();
    stop();
    await turns();
    expect(settled).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends when it is stopped while a change is taken over', async () => {
    let done = () => {};
    const settled = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const { stop, look, begin } = await watch(settled);
    save('new');
    await look();
    begin();
    while (settled.mock.calls.length === 0) await turn();
    stop();
    done();
    await turns();
    expect(vi.getTimerCount()).toBe(0);
  });
});
