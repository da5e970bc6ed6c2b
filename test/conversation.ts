import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createBot } from '../src/bot.js';
import { type Faq, loadFaq } from '../src/faq.js';
import { createLog } from '../src/logging.js';
import { createMemorySlack, type MemorySlackOptions } from '../src/playground/slack.js';
import { BOT, PEOPLE } from '../src/playground/workspace.js';
import { redact } from '../src/redact/redact.js';
import { createApp } from '../src/slack/app.js';
import { wireOver } from '../src/slack/wire.js';
import { openStore } from '../src/store/open.js';
import { hashPerson } from '../src/store/person.js';
import type { Store } from '../src/store/store.js';

/** A copy of the shipped FAQ that nobody edits, so that tests of code do not depend on what leads write. */
export const KNOWLEDGE = join(import.meta.dirname, 'knowledge-frozen');

const loaded = new Map<string, Promise<Faq>>();

/** The frozen FAQ, or another folder's, read once in a test file. */
export function faqOf(dir = KNOWLEDGE): Promise<Faq> {
  const known = loaded.get(dir);
  if (known) return known;
  const loading = loadFaq(dir).then(({ faq, problems }) => {
    if (faq === null) throw new Error(JSON.stringify(problems.slice(0, 5)));
    return faq;
  });
  loaded.set(dir, loading);
  return loading;
}

export interface ConversationOptions {
  faq?: Faq;
  store?: Store;
  slack?: MemorySlackOptions;
  leads?: { people: string[]; channel: string | null };
}

/** A Slack in memory, the real Bolt app, the real store in a file of its own, and the frozen FAQ. */
export async function startConversation(options: ConversationOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-'));
  const faq = options.faq ?? (await faqOf());
  const store = options.store ?? (await openStore(`file:${join(folder, 'test.db')}`));
  const lines: string[] = [];
  const log = createLog('trace', new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) }));
  const told = { faults: [] as string[], asked: [] as string[] };
  const bot = createBot({
    faq: () => faq,
    store,
    redact,
    person: (by) => hashPerson('test', by),
    now: () => new Date(),
    observe: { asked: (door, decision) => told.asked.push(`${door} ${decision}`), voted: () => {} },
    leads: options.leads ?? { people: [], channel: null },
    retentionDays: 90,
  });
  const slack = createMemorySlack(options.slack);
  const { idle } = createApp({
    bot,
    receiver: slack.receiver,
    token: BOT.token,
    identity: { botId: BOT.bot_id, botUserId: BOT.id },
    slackApiUrl: 'https://slack.test/api/',
    wire: wireOver(slack.fetch),
    log,
    observe: { answered: () => {}, slackFault: (kind) => told.faults.push(kind) },
    now: () => performance.now(),
    wait: () => Promise.resolve(),
  });
  onTestFinished(async () => {
    await idle();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { slack, store, bot, faq, lines, told, idle, ask: PEOPLE[0]?.id ?? '', other: PEOPLE[1]?.id ?? '' };
}

/** Everything that a table holds. */
export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
