import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { GitHub } from '../../src/faq/github.js';
import { loadFaq } from '../../src/faq/load.js';
import { plan } from '../../src/faq/plan.js';
import { prove } from '../../src/faq/proof.js';
import { createService } from '../../src/faq/serve.js';
import { createWorkshop, type Workshop } from '../../src/faq/workshop.js';
import { stateOf, watchFolder } from '../../src/knowledge/watch.js';
import { LEADS, PEOPLE } from '../../src/playground/workspace.js';
import { SILENT } from '../../src/store/deps.js';
import { startConversation } from '../conversation.js';
import { KNOWLEDGE } from '../frozen.js';
import { CHANNEL, seen } from './matched.js';

export const [anna, , chloe, dan] = PEOPLE.map(({ id }) => id) as [string, string, string, string];
export const WAIT = { timeout: 30_000, interval: 20 };

/** A bot over a folder of its own in a git checkout, which is read anew whenever it changes. Chloe and Dan are leads, Dan a clinician. */
export async function startWorkshop({
  channel = null as string | null,
  people = LEADS as string[],
  clinicians = [dan],
  trial = false,
  github = null as GitHub | null,
  now = () => new Date(),
  timeZone = 'UTC',
} = {}) {
  const root = mkdtempSync(join(tmpdir(), 'iastm-workshop-'));
  const dir = join(root, 'knowledge');
  mkdirSync(dir);
  for (const name of ['sources.yml', 'brands.yml', 'hygiene.yml']) cpSync(join(KNOWLEDGE, name), join(dir, name));
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: root, encoding: 'utf8' }).trim();
  run('init', '-q', '-b', 'main');
  run('add', '.');
  run('commit', '-qm', 'first');
  const signal = new AbortController();
  const service = createService(await loadFaq(dir), {
    load: () => loadFaq(dir),
    log: SILENT,
    now,
    observe: { loaded() {} },
  });
  const made = createWorkshop({
    dir,
    environment: process.env,
    branch: null,
    github,
    trial,
    signal: signal.signal,
    service,
    now,
    plan,
  });
  const reload = () => made.atRest().then(service.reload);
  const stop = watchFolder(dir, await stateOf(dir), reload, 50);
  // The process aside needs the built program; what it does is the same.
  const workshop: Workshop = { ...made, prove: (input) => prove({ ...input, dir, today: '2026-11-26' }) };
  const leads = { people, channel };
  const talk = await startConversation({ faq: service.faq, workshop, leads, clinicians, now, timeZone });
  onTestFinished(async () => {
    signal.abort();
    stop();
    // A commit that is under way makes files while they are removed.
    await talk.idle();
    await made.atRest();
    chmodSync(dir, 0o755);
    rmSync(root, { recursive: true, force: true });
  });
  const { slack } = talk;
  const read = (name = 'brands.yml') => readFileSync(join(dir, name), 'utf8');
  const view = (user = chloe) => JSON.stringify(slack.modal(user) ?? null);
  const shows = (text: string, user = chloe) => vi.waitFor(() => expect(view(user)).toContain(text), WAIT);
  const said = async (user = chloe, where = CHANNEL) => (await seen(talk, where, user)).at(-1);
  async function command(text: string, user = chloe) {
    await slack.command({ channel: CHANNEL, user, command: '/iastm', text });
    return said(user);
  }
  async function press(label: string, user = chloe, where = CHANNEL) {
    const message = await said(user, where);
    await slack.press({ user, channel: where, message_ts: message?.ts ?? '', label });
    await slack.settled();
  }
  /** Opens a form by its button, and fills it in; what is found as one types is typed first. */
  async function fill(form: string, fields: Fields, user = chloe) {
    await command('add', user);
    await press(form, user);
    return send(fields, user);
  }
  async function send(fields: Fields, user = chloe) {
    const { id: view_id = '', blocks = [] } = slack.modal(user) ?? {};
    const values: Record<string, Record<string, string | string[]>> = {};
    for (const [name, value] of Object.entries(fields)) {
      const { block_id, element } = fieldIn(blocks, name);
      const action_id = element?.action_id ?? name;
      for (const each of action_id === 'pick' || action_id === 'cite' ? [value].flat() : [])
        await slack.suggest({ user, view_id, block_id, action_id, value: each.replaceAll('-', ' ').slice(0, 6) });
      values[block_id] = { [action_id]: value };
    }
    return slack.submit({ user, values });
  }
  /** What stands in a field of the form that is open. */
  function stands(name: string, user = chloe): string | string[] {
    const { element } = fieldIn(slack.modal(user)?.blocks ?? [], name);
    if (element === undefined) throw new Error(`no field ${name}`);
    return (
      element.initial_options?.map(({ value }) => value) ?? element.initial_option?.value ?? element.initial_value ?? ''
    );
  }
  return { ...talk, root, dir, run, service, read, view, shows, said, command, press, fill, send, stands };
}

type Fields = Record<string, string | string[]>;

interface FieldBlock {
  block_id: string;
  element?: {
    action_id: string;
    initial_value?: string;
    initial_option?: { value: string };
    initial_options?: { value: string }[];
  };
}

/** A field by its name; the ids of some tell more behind it. */
function fieldIn(blocks: readonly object[], name: string): FieldBlock {
  const named = (blocks as FieldBlock[]).find(({ block_id }) => block_id === name || block_id?.startsWith(`${name}.`));
  return named ?? { block_id: name };
}
