import type { Kysely } from 'kysely';
import type { Clock } from './deps.js';
import type { Work } from './engine.js';
import { plainFault, StoreError } from './faults.js';
import { storeOver } from './queries.js';
import { refuseOld } from './schema.js';
import type { ReadStore } from './store.js';
import type { Tables } from './tables.js';

/** A store over a database that was opened for reading; closes it again where its schema is not that of this program. */
export async function readOver(db: Kysely<Tables>, close: () => Promise<void>, clock: Clock): Promise<ReadStore> {
  try {
    await refuseOld(db);
  } catch (error) {
    await close();
    throw plainFault(error);
  }
  const read = <T>(work: Work<T>) =>
    work(db).catch((error: unknown) => {
      throw plainFault(error);
    });
  const write = () => Promise.reject(new StoreError('READ_ONLY', 'The store was opened for reading.'));
  return storeOver({ read, write, close }, clock);
}
