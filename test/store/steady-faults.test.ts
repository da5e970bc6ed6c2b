import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import { systemClock } from '../../src/store/deps.js';
import { filesReleased } from '../../src/store/driver.js';
import { openStore } from '../../src/store/open.js';
import { steadyStore } from '../../src/store/steady.js';
import { fakeStore, type Trouble } from './fake-store.js';
import { all, anAsked, aVote, keptLog, later } from './samples.js';
import { soon, steady, TROUBLES } from './steady-rig.js';

describe('one conversation, with the store failing at its n-th call', () => {
  async function conversation(trouble: (call: number) => Trouble | null) {
    const { fake, clock, store } = steady(fakeStore(trouble));
    const firsts: unknown[] = [];
    for (const [id, at] of [
      ['q1', 0],
      ['q1', 1],
      ['q2', 2],
      ['q3', 3],
      ['q2', 4],
      ['q3', 5],
    ] as const) {
      firsts.push(await soon(store.record(anAsked(id, { at: later(at) })), clock));
      await soon(store.vote(aVote('a', { helpful: at % 2 === 0, at: later(at) })), clock);
    }
    await clock.advance(DAY / 24);
    return { fake, firsts, state: store.state() };
  }

  it.each(TROUBLES)('doubles nothing and loses nothing, for every n (%s)', async (trouble) => {
    let n = 0;
    for (let reached = true; reached; ) {
      n += 1;
      reached = false;
      const { fake, firsts, state } = await conversation((call) => {
        if (call !== n) return null;
        reached = true;
        return trouble;
      });
      expect({ n, firsts }).toEqual({ n, firsts: [true, false, true, true, false, false] });
      expect(state).toMatchObject({ ok: true, waiting: 0, lost: 0 });
      expect([...fake.asked.keys()].sort()).toEqual(['q1', 'q2', 'q3']);
      expect([...fake.votes.values()]).toEqual([aVote('a', { helpful: false, at: later(5) })]);
    }
    expect(n).toBeGreaterThan(10);
  });

  it('doubles nothing and loses nothing, whatever fails whenever', async () => {
    const troubles = fc.array(fc.option(fc.constantFrom(...TROUBLES), { freq: 3 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(troubles, async (plan) => {
        const { fake, firsts, state } = await conversation((call) => plan[call - 1] ?? null);
        expect(firsts).toEqual([true, false, true, true, false, false]);
        expect(state).toMatchObject({ ok: true, waiting: 0 });
        expect(fake.asked.size).toBe(3);
        expect([...fake.votes.values()]).toEqual([aVote('a', { helpful: false, at: later(5) })]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the steady store over a real file', () => {
  it('goes on in a new file when the old one is found damaged while in service', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'store-'));
    const file = join(dir, 'iastm.db');
    const log = keptLog();
    const store = steadyStore(() => openStore(`file:${file}`, { log }), { clock: systemClock, log });
    await store.record(anAsked('1'));
    await store.probe();
    const other = new DatabaseSync(file);
    other.exec("insert into turns values ('other', '', ''); pragma wal_checkpoint(truncate)");
    other.close();
    writeFileSync(file, `SQLite format 3\0${'garbage '.repeat(20_000)}`);
    expect(await store.record(anAsked('2'))).toBe(true);
    expect(store.state()).toMatchObject({ ok: false, waiting: 1 });
    await expect.poll(() => store.state(), { timeout: 5000 }).toMatchObject({ ok: true, waiting: 0 });
    expect(readdirSync(dir).filter((name) => /\.corrupt-[^w]*Z$/.test(name))).toHaveLength(1);
    await filesReleased();
    expect(await store.record(anAsked('2'))).toBe(false);
    expect(await store.record(anAsked('3', { at: later(1) }))).toBe(true);
    await store.close();
    const again = await openStore(`file:${file}`);
    expect((await all(again.allAsked())).map(({ id }) => id)).toEqual(['2', '3']);
    await again.close();
    rmSync(dir, { recursive: true });
  });
});
