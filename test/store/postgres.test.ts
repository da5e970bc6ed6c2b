import { createServer } from 'node:net';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { type Place, storeContract } from './contract.js';
import { anAsked, keptLog } from './samples.js';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

const missing = await run('select 1').then(
  () => null,
  (error: { code?: string; message: string }) => error.code ?? error.message,
);

if (missing === null) {
  storeContract('PostgreSQL', newPlace);
  describe.concurrent('the PostgreSQL store in trouble', faults);
} else if (process.env.CI === 'true') {
  it('has a server to be tested with', () => {
    expect.fail(`No PostgreSQL answers at TEST_DATABASE_URL (${missing}): CI must have one.`);
  });
} else {
  describe.skip(`the PostgreSQL store: no server answers (${missing}); set TEST_DATABASE_URL`, () => {
    it('is not tested', () => {});
  });
}

let places = 0;

async function newPlace(): Promise<Place & { url: string; schema: string }> {
  const schema = `store_test_${process.pid}_${Date.now()}_${++places}`;
  await run(`create schema ${schema}`);
  const url = inSchema(schema);
  return {
    url,
    schema,
    open: (around) => openStore(url, around),
    run: (statement) => run(statement, url),
    remove: () => run(`drop schema ${schema} cascade`),
  };
}

function inSchema(schema: string): string {
  const url = new URL(SERVER);
  url.searchParams.set('application_name', schema);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

async function run(statement: string, url = SERVER): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function faults(): void {
  it('gives up on a locked table after two seconds, and works again afterwards', async () => {
    const place = await newPlace();
    const store = await place.open();
    const holder = new Client({ connectionString: place.url });
    await holder.connect();
    await holder.query('begin; lock table asked in access exclusive mode');
    const start = performance.now();
    await expect(store.record(anAsked('1'))).rejects.toThrow('too slow');
    expect(performance.now() - start).toBeLessThan(3500);
    await holder.query('rollback');
    await holder.end();
    expect(await store.record(anAsked('1'))).toBe(true);
    await store.close();
    await place.remove();
  });

  it('outlives the end of its idle connections', async ({ expect }) => {
    const place = await newPlace();
    const log = keptLog();
    const store = await place.open({ log });
    await store.probe();
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${place.schema}'`);
    await expect.poll(() => log.lines.length).toBeGreaterThan(0);
    expect(await store.record(anAsked('1'))).toBe(true);
    await store.close();
    await place.remove();
  });

  it('says what to do where no server listens', async () => {
    await expect(openStore('postgres://postgres@127.0.0.1:1/test')).rejects.toThrow(/cannot be reached.*DATABASE_URL/);
  });

  it('gives up on a server that accepts and never answers', async ({ expect }) => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await expect.poll(() => silent.listening).toBe(true);
    const { port } = silent.address() as { port: number };
    const start = performance.now();
    await expect(openStore(`postgres://postgres@127.0.0.1:${port}/test`)).rejects.toThrow('cannot be reached');
    expect(performance.now() - start).toBeLessThan(3000);
    silent.close();
  });

  it('says what to do where the database is missing', async () => {
    const url = new URL(SERVER);
    url.pathname = '/no_such_database';
    await expect(openStore(url.href)).rejects.toThrow(/does not exist. Create it/);
  });
}
