import { Client } from 'pg';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A schema of its own in the PostgreSQL server at TEST_DATABASE_URL. */
export interface Database {
  url: string;
  rows(statement: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

/** Null where no server answers. CI must have one, so there it throws. */
export async function openDatabase(): Promise<Database | null> {
  const schema = `faults_${process.pid}_${Date.now()}`;
  try {
    await query(SERVER, `create schema ${schema}`);
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    return null;
  }
  const url = new URL(SERVER);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    url: url.href,
    rows: (statement) => query(url.href, statement),
    remove: async () => void (await query(SERVER, `drop schema ${schema} cascade`)),
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
