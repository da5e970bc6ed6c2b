import { connect, createServer } from 'node:net';
import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { inspectStore, openStore, openToRead } from '../../src/store/open.js';
import { connectPostgres } from '../../src/store/postgres.js';
import { type Place, storeContract } from './contract.js';
import { all, anAsked, aVote, keptLog, later } from './samples.js';

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
    open: (deps) => openStore(url, deps),
    run: (statements) => run(statements, url).then(() => {}),
    rows: (query) => run(query, url),
    remove: () => run(`drop schema ${schema} cascade`).then(() => {}),
  };
}

function inSchema(schema: string): string {
  const url = new URL(SERVER);
  url.searchParams.set('application_name', schema);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

async function run(statements: string, url = SERVER): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return (await client.query(statements)).rows;
  } finally {
    await client.end();
  }
}

function faults(): void {
  it('gives up on a table that stays locked, and works again afterwards', async () => {
    const place = await newPlace();
    const store = await place.open();
    const holder = new Client({ connectionString: place.url });
    await holder.connect();
    await holder.query('begin; lock table asked in access exclusive mode');
    await expect(store.record(anAsked('1'))).rejects.toThrow('too slow');
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

  it('outlives the end of connections that are at work, and keeps each question once', async ({ expect }) => {
    const place = await newPlace();
    const store = await place.open();
    const ids = Array.from({ length: 400 }, (_, at) => `${at}`);
    const firsts = await Promise.all(
      ids.map(async (id, at) => {
        await new Promise((resolve) => setTimeout(resolve, 2 * at));
        if (at % 80 === 40)
          await run(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${place.schema}'`,
          );
        return store.record(anAsked(id));
      }),
    );
    expect(firsts.filter((first) => first)).toHaveLength(400);
    expect(await all(store.allAsked())).toHaveLength(400);
    await store.close();
    await place.remove();
  });

  it('knows its own question again that was kept before the connection was cut, and that of another', async ({
    expect,
  }) => {
    const place = await newPlace();
    const other = await place.open();
    const cut = await cutWire();
    const store = await openStore(cut.through(place.url));
    await store.probe();
    cut.next();
    expect(await store.record(anAsked('mine'))).toBe(true);
    expect(cut.cuts).toBe(1);
    await other.record(anAsked('theirs', { at: later(1) }));
    cut.next();
    expect(await store.record(anAsked('theirs'))).toBe(false);
    expect(cut.cuts).toBe(2);
    // Two replicas may hear of a question in the same millisecond.
    await other.record(anAsked('twin'));
    cut.next();
    expect(await store.record(anAsked('twin'))).toBe(false);
    expect(cut.cuts).toBe(3);
    const rows = (await all(store.allAsked())).map(({ id, at }) => [id, at]);
    expect(rows.sort()).toEqual([
      ['mine', anAsked('').at],
      ['theirs', later(1)],
      ['twin', anAsked('').at],
    ]);
    await store.close();
    await other.close();
    cut.close();
    await place.remove();
  });

  it('keeps questions while everything else waits for a connection', async ({ expect }) => {
    const place = await newPlace();
    const store = await place.open({ connections: 3 });
    const holder = new Client({ connectionString: place.url });
    await holder.connect();
    await holder.query('begin; lock table votes in access exclusive mode');
    const votes = Array.from({ length: 20 }, (_, at) => store.vote(aVote(`${at}`)));
    expect(await store.record(anAsked('1'))).toBe(true);
    await store.probe();
    await holder.query('rollback');
    await holder.end();
    await Promise.all(votes);
    await store.close();
    await place.remove();
  });

  it('does not ask again by a connection that has not answered', async ({ expect }) => {
    const { db, end } = connectPostgres(SERVER, { max: 1, query_timeout: 500 }, {});
    await expect(sql`select pg_sleep(5)`.execute(db)).rejects.toThrow(/timeout/);
    expect((await sql<{ two: number }>`select 1 + 1 as two`.execute(db)).rows).toEqual([{ two: 2 }]);
    await end();
  });

  it('makes do with what connections the server has left, and lets others have theirs', async ({ expect }) => {
    const place = await newPlace();
    const user = `few_${place.schema}`;
    await run(`create role ${user} login connection limit 3; grant usage, create on schema ${place.schema} to ${user}`);
    const url = new URL(place.url);
    url.username = user;
    const log = keptLog();
    const busy = await openStore(url.href, { log, connections: 10 });
    let over = false;
    const voting = Promise.all(
      Array.from({ length: 12 }, async (_, of) => {
        for (let at = 0; !over; at += 1) await busy.vote(aVote(`${at}`, { person: `person-${of}` }));
      }),
    );
    await expect.poll(() => log.lines.length).toBeGreaterThan(0);
    const others = await Promise.all([1, 2].map(() => openStore(url.href, { connections: 10 })));
    const votes = others.flatMap((store, of) =>
      Array.from({ length: 60 }, (_, at) => store.vote(aVote(`other ${at}`, { person: `person-${of}` }))),
    );
    await Promise.all(votes);
    over = true;
    await voting;
    expect(await place.rows("select 1 from votes where asked like 'other %'")).toHaveLength(120);
    expect(log.lines[0]?.message).toBe('database server has no connection left, doing with fewer');
    await Promise.all([busy, ...others].map((store) => store.close()));
    await run(`drop owned by ${user}; drop role ${user}`);
    await place.remove();
  });

  it('is only looked at by whoever reads: nothing is made, and a fault is told', async ({ expect }) => {
    const place = await newPlace();
    await inspectStore(place.url);
    await expect(openToRead(place.url)).rejects.toThrow(/Start the bot/);
    expect(await place.rows('select 1 from pg_tables where schemaname = current_schema()')).toEqual([]);
    const store = await place.open();
    await store.record(anAsked('1'));
    const reader = await openToRead(place.url);
    expect(await all(reader.allAsked())).toHaveLength(1);
    await inspectStore(place.url);
    const readOnly = new URL(place.url);
    readOnly.searchParams.set('options', `-c search_path=${place.schema} -c default_transaction_read_only=on`);
    await expect(inspectStore(readOnly.href)).rejects.toThrow(/takes no writes/);
    await reader.close();
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
    await expect(openStore(`postgres://postgres@127.0.0.1:${port}/test`)).rejects.toThrow('cannot be reached');
    silent.close();
  });

  it('says what to do where the database is missing', async () => {
    const url = new URL(SERVER);
    url.pathname = '/no_such_database';
    await expect(openStore(url.href)).rejects.toThrow(/does not exist. Create it/);
  });
}

/** A wire to the server, which at a word cuts the connection by which the next row of a question was kept, unheard. */
async function cutWire() {
  let armed = false;
  const { hostname, port } = new URL(SERVER);
  const wire = {
    cuts: 0,
    next(): void {
      armed = true;
    },
    through(url: string): string {
      const other = new URL(url);
      other.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
      return other.href;
    },
    close: () => void server.close(),
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname);
    let insert = false;
    client.on('data', (chunk) => {
      insert ||= armed && chunk.includes('insert into asked');
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (insert && armed) {
        armed = false;
        wire.cuts += 1;
        client.destroy();
      } else client.write(chunk);
    });
    for (const [one, another] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.on('error', () => another.destroy()).on('close', () => another.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return wire;
}
