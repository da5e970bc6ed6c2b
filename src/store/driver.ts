import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** The adapter: what Kysely wants of a database, over the API of `node:sqlite`. A statement is prepared once. */
export function asKyselyWants(database: DatabaseSyncInstance): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();

  function prepare(text: string): SqliteStatement {
    const statement = database.prepare(text);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...parameters),
      run: (parameters) => statement.run(...parameters),
      iterate: (parameters) => statement.iterate(...parameters),
    };
  }

  return {
    prepare(text) {
      const known = prepared.get(text) ?? prepare(text);
      prepared.set(text, known);
      return known;
    },
    close() {
      prepared.clear();
      if (database.isOpen) database.close();
    },
  };
}

/**
 * Resolves when closed databases have let go of their files, with all that was in the -wal file written into the main one.
 * @photostructure/sqlite 1.2.1 ends a statement only when it is collected as garbage, and SQLite closes a connection only
 * with its last statement.
 */
export async function filesReleased(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
