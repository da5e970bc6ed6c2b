import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import { storeContract } from './contract.js';
import { firstSchema } from './first-schema.js';

storeContract('SQLite', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'store-'));
  const file = join(dir, 'data', 'iastm.db');
  return {
    open: (around) => openStore(`file:${file}`, around),
    async run(statements) {
      mkdirSync(join(dir, 'data'), { recursive: true });
      const database = new DatabaseSync(file);
      database.exec(statements);
      database.close();
    },
    async rows(query) {
      const database = new DatabaseSync(file);
      const rows = database.prepare(query).all();
      database.close();
      return rows;
    },
    remove: async () => rmSync(dir, { recursive: true }),
  };
});

it('leaves nothing of the plain ids of the first version in its files', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'store-'));
  const file = join(dir, 'iastm.db');
  const at = '2026-11-23T12:00:00.000Z';
  const asked = Array.from({ length: 300 }, (_, n) => [
    { id: `T0CLINIC1:C0TEAM1:1763.${n}`, at },
    { id: `T0CLINIC1:C0TEAM1:1763.${n}:U0ANNA001`, door: 'choice', at },
  ]).flat();
  const database = new DatabaseSync(file);
  database.exec(
    `pragma journal_mode = wal; ${firstSchema({ asked, votes: [{ answer: 'T0CLINIC1:C0TEAM1:9', person: 'anna', at }] })}`,
  );
  database.close();
  const holds = () =>
    readdirSync(dir).some((name) => /T0CLINIC1|U0ANNA001/.test(readFileSync(join(dir, name), 'latin1')));
  expect(holds()).toBe(true);
  const store = await openStore(`file:${file}`, { keys: keysOf('xoxb-1') });
  await store.expire(new Date(0));
  expect(holds()).toBe(false);
  await store.close();
  rmSync(dir, { recursive: true });
});
