import { writeSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '../../src/store/open.js';
import { anAsked } from './samples.js';

// Another process, for the tests: `write url name count` or `hold file ms`.

const [act, ...rest] = process.argv.slice(2);
if (act === 'write') await write(rest[0] ?? '', rest[1] ?? '', Number(rest[2]));
if (act === 'hold') hold(rest[0] ?? '', Number(rest[1]));

/** Prints the id of each row once the store has acknowledged it. */
async function write(url: string, name: string, count: number): Promise<void> {
  const store = await openStore(url);
  for (let index = 0; index < count; index += 4) {
    const ids = [0, 1, 2, 3].map((step) => `${name}-${index + step}`);
    await Promise.all(ids.map((id) => store.record(anAsked(id)).then(() => writeSync(1, `${id}\n`))));
  }
  await store.close();
}

/** Holds the lock on a database for a while, from the moment that it prints "held". */
function hold(file: string, ms: number): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('begin immediate');
  writeSync(1, 'held\n');
  setTimeout(() => {
    database.exec('rollback');
    database.close();
  }, ms);
}
