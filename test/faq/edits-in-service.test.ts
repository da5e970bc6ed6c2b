import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createGit } from '../../src/faq/git.js';
import { loadFaq } from '../../src/faq/load.js';
import { plan } from '../../src/faq/plan.js';
import { createPublish } from '../../src/faq/publish.js';
import { createService } from '../../src/faq/serve.js';
import { parseFile } from '../../src/knowledge/parse.js';
import { stateOf, watchFolder } from '../../src/knowledge/watch.js';
import { SILENT } from '../../src/store/deps.js';
import { KNOWLEDGE } from '../frozen.js';

it('edits and their undo, taken over while questions are asked without a pause, never give a wrong answer or half a file', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-in-service-'));
  for (const name of ['sources.yml', 'brands.yml']) cpSync(join(KNOWLEDGE, name), join(dir, name));
  const loads = { ok: 0, refused: 0 };
  const service = createService(await loadFaq(dir), {
    load: () => loadFaq(dir),
    log: SILENT,
    now: () => new Date(),
    observe: {
      loaded(result) {
        loads[result] += 1;
      },
    },
  });
  const stop = watchFolder(dir, await stateOf(dir), service.reload, 100);
  const publish = createPublish({
    dir,
    git: createGit(dir, {}),
    branch: null,
    commits: new Set(),
    plan,
    requestPull: null,
  });
  const terms = { told: { message: 'x', edit: null, lead: '' }, proved: null, begin: async () => true };
  const asked = [...service.faq().knowledge.entries.values()].map(({ id, questions: [title] }) => ({ id, title }));
  let asking = true;
  let answers = 0;
  const ask = async () => {
    for (let at = 0; asking; at++, await turn()) {
      const { id = '', title = '' } = asked[at % asked.length] ?? {};
      expect(service.faq().matcher.match(title).entry, title).toBe(id);
      if (at % 20 === 0)
        expect(parseFile('brands.yml', readFileSync(join(dir, 'brands.yml'), 'utf8')).problems).toEqual([]);
      answers += 1;
    }
  };
  const done = ask();
  onTestFinished(() => {
    asking = false;
    stop();
    rmSync(dir, { recursive: true, force: true });
  });
  const edit = (item: string) => {
    const steps = [{ does: 'append', entry: 'graston', field: 'watch_for', items: [item] }] as const;
    return publish([{ file: 'brands.yml', steps }], terms);
  };
  for (let round = 0; round < 15; round++) {
    const published = await edit(`zebra ${round} crossing`);
    if (published.done !== 'written') throw new Error(published.done);
    const undo = published.changed.map(({ file, hunks }) => ({ file, undo: hunks }));
    if (round < 14) expect(await publish(undo, terms)).toMatchObject({ done: 'written' });
    await turn();
  }
  await vi.waitFor(
    () => expect(service.faq().knowledge.entries.get('graston')?.watchFor).toContain('zebra 14 crossing'),
    { timeout: 30_000 },
  );
  asking = false;
  await done;
  expect(loads).toMatchObject({ refused: 0 });
  expect(loads.ok).toBeGreaterThan(0);
  expect(answers).toBeGreaterThan(50);
  expect(readdirSync(dir).sort()).toEqual(['brands.yml', 'sources.yml']);
});
