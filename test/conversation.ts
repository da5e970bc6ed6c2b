import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createBot } from '../src/bot/bot.js';
import type { Faq } from '../src/faq/load.js';
import { NO_WORKSHOP } from '../src/faq/no-workshop.js';
import type { Workshop } from '../src/faq/workshop.js';
import { createLog } from '../src/logging.js';
import { createMemorySlack, type MemorySlackOptions } from '../src/playground/slack.js';
import { BOT, PEOPLE } from '../src/playground/workspace.js';
import { createRedact } from '../src/redact/redact.js';
import { createApp } from '../src/slack/app.js';
import { wireOver } from '../src/slack/wire.js';
import { systemClock } from '../src/store/deps.js';
import { keysOf } from '../src/store/keys.js';
import { followStances } from '../src/store/known-stances.js';
import { openStore } from '../src/store/open.js';
import type { Store } from '../src/store/store.js';
import { faqOf } from './frozen.js';

export interface ConversationOptions {
  /** Or what is in service at each moment. */
  faq?: Faq | (() => Faq);
  store?: Store;
  slack?: MemorySlackOptions;
  now?: () => Date;
  leads?: { people: string[]; channel: string | null };
  clinicians?: string[];
  workshop?: Workshop;
  /** Ids of the channels that are answered in; empty: all. */
  channels?: string[];
  chance?: () => number;
  timeZone?: string;
}

/** A Slack in memory, the real Bolt app, the real store in a file of its own, and the frozen FAQ. */
export async function startConversation(options: ConversationOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-'));
  const given = options.faq ?? (await faqOf());
  const serving = typeof given === 'function' ? given : () => given;
  const faq = serving();
  const store = options.store ?? (await openStore(`file:${join(folder, 'test.db')}`));
  const lines: string[] = [];
  const log = createLog('trace', new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) }));
  const told = { faults: [] as string[], asked: [] as string[], acts: [] as string[] };
  const stances = followStances(store, { clock: systemClock, log });
  await stances.look();
  const bot = createBot({
    faq: serving,
    store,
    redact: createRedact(() => serving().knowledge),
    keys: keysOf('test'),
    stances,
    channels: options.channels ?? [],
    now: options.now ?? (() => new Date()),
    chance: options.chance ?? (() => 0),
    timeZone: options.timeZone ?? 'UTC',
    observe: {
      asked: (door, decision) => told.asked.push(`${door} ${decision}`),
      voted: () => {},
      escalated: (act) => told.acts.push(act),
    },
    clinicians: options.clinicians ?? [],
    workshop: options.workshop ?? NO_WORKSHOP,
    leads: options.leads ?? { people: [], channel: null },
    retentionDays: 90,
    textDays: 30,
  });
  const slack = createMemorySlack(options.slack);
  const { idle, remind, tellLeads } = createApp({
    bot,
    receiver: slack.receiver,
    token: BOT.token,
    identity: { botId: BOT.bot_id, botUserId: BOT.id },
    slackApiUrl: 'https://slack.test/api/',
    wire: wireOver(slack.fetch),
    log,
    observe: { answered: () => {}, slackFault: (kind) => told.faults.push(kind), waiting: () => {} },
    now: () => performance.now(),
    wait: () => Promise.resolve(),
  });
  onTestFinished(async () => {
    await idle();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    slack,
    store,
    stances,
    bot,
    faq,
    lines,
    told,
    idle,
    remind,
    tellLeads,
    ask: PEOPLE[0]?.id ?? '',
    other: PEOPLE[1]?.id ?? '',
  };
}

/** Everything that a table holds. */
export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
