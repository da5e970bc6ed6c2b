import { Client } from 'pg';
import { startWire, type Wire } from './wire.js';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A schema of its own in the PostgreSQL server at TEST_DATABASE_URL. */
export interface Database {
  url: string;
  /** The same through a wire to the server, and as another user where one is given. */
  through(wire: Wire, user?: string): string;
  /** The same with a setting of the server for its sessions. */
  withSetting(setting: string): string;
  /** Makes a user who may use the schema, and answers with its name. It goes with the schema. */
  newUser(more?: string): Promise<string>;
  wire(): Promise<Wire>;
  /** Ends the connections of all bots here as a server does that is stopped; answers with how many there were. */
  terminate(): Promise<number>;
  rows(statement: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

let databases = 0;

/** Null where no server answers. CI must have one, so there it throws. */
export async function openDatabase(): Promise<Database | null> {
  const schema = `faults_${process.pid}_${Date.now()}_${++databases}`;
  try {
    await query(SERVER, `create schema ${schema}`);
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    return null;
  }
  const url = new URL(SERVER);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const rows = (statement: string) => query(url.href, statement);
  const bots = new URL(url);
  bots.searchParams.set('application_name', schema);
  const users: string[] = [];
  return {
    url: bots.href,
    through({ port }, user) {
      const other = new URL(bots);
      other.hostname = '127.0.0.1';
      other.port = String(port);
      if (user !== undefined) other.username = user;
      return other.href;
    },
    withSetting(setting) {
      const other = new URL(bots);
      other.searchParams.set('options', `-c search_path=${schema} -c ${setting}`);
      return other.href;
    },
    async newUser(more = '') {
      const user = `${schema}_${users.length}`;
      users.push(user);
      await rows(`create role ${user} login ${more}; grant usage, create on schema ${schema} to ${user}`);
      return user;
    },
    wire: () => startWire({ host: url.hostname, port: Number(url.port || 5432) }),
    async terminate() {
      const ended = await rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${schema}'`,
      );
      return ended.length;
    },
    rows,
    async remove() {
      await query(SERVER, `drop schema ${schema} cascade`);
      for (const user of users) await query(SERVER, `drop owned by ${user}; drop role ${user}`);
    },
  };
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
