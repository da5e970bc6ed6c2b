import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '../../src/store/open.js';
import { storeContract } from './contract.js';

storeContract('SQLite', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'store-'));
  const file = join(dir, 'data', 'iastm.db');
  return {
    open: (around) => openStore(`file:${file}`, around),
    async run(statement) {
      const database = new DatabaseSync(file);
      database.exec(statement);
      database.close();
    },
    remove: async () => rmSync(dir, { recursive: true }),
  };
});
