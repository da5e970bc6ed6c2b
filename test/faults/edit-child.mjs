// Publishes one edit with the built program, and ends without any warning at a step: `node edit-child.mjs FOLDER STORE EDIT STEP`;
// with ` GITHUB TOKEN` the folder may not be written, and its source is there.
import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { createCarryOut } from '../../dist/bot/carry-out.js';
import { createGitHub } from '../../dist/faq/github.js';
import { plan } from '../../dist/faq/plan.js';
import { createWorkshop } from '../../dist/faq/workshop.js';
import { repositoryAt } from '../../dist/repository.js';
import { keysOf } from '../../dist/store/keys.js';
import { openStore } from '../../dist/store/open.js';

const [, , dir, url, id, step, address, token] = process.argv;
// A hook of git kills whoever stands here.
writeFileSync(`${dir}/../pid`, `${process.pid}`);
const end = (at) => at === step && process.kill(process.pid, 'SIGKILL');

let renamed = 0;
const { rename } = fs;
fs.rename = async (...args) => {
  await rename(...args);
  renamed += 1;
  end(`written ${renamed}`);
};
syncBuiltinESMExports();

const keys = keysOf('faults');
const store = await openStore(url, { keys });
const stopped = new AbortController();
const workshop = createWorkshop({
  dir,
  environment: process.env,
  branch: null,
  github: address === undefined ? null : createGitHub(repositoryAt(address), token),
  trial: false,
  signal: stopped.signal,
  service: { state: () => ({ version: '', refused: null }), readAt: () => new Date(0) },
  now: () => new Date(),
  plan: async (input) => {
    const planned = await plan(input);
    end('planned');
    return planned;
  },
});
const { carryOut } = createCarryOut({
  keys,
  leads: { people: ['U0LEAD', 'U0OTHER'], channel: null },
  now: () => new Date(),
  workshop,
  store: {
    ...store,
    async beginEdit(...args) {
      const begun = await store.beginEdit(...args);
      end('begun');
      return begun;
    },
    async keepRequested(...args) {
      end('requested');
      await store.keepRequested(...args);
    },
    async keepPublished(...args) {
      end('committed');
      await store.keepPublished(...args);
      end('kept');
    },
  },
});
const edit = await store.editOf(id);
// Who may do everything may write there all the same.
if (address !== undefined) process.seteuid?.(65_534);
const { came } = await carryOut(edit, 'T0TEAM:U0OTHER');
process.stdout.write(JSON.stringify(came));
stopped.abort();
await store.close();
