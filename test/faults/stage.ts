import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Bot, type BotOptions, startBot } from './bot.js';
import { LONG } from './form.js';
import { startHub } from './hub.js';
import { writeKnowledge } from './knowledge.js';
import { type StandIn, startStandIn } from './stand-in.js';

export interface StageOptions {
  /** Entries of the knowledge folder; in the short form fewer, where their number does not matter. */
  entries?: number;
}

/** A temporary folder with knowledge and a database, a stand-in for Slack, and the bots started on it. */
export interface Stage {
  folder: string;
  knowledge: string;
  /** The SQLite file. */
  database: string;
  slack: StandIn;
  bot(options?: Partial<BotOptions>): Promise<Bot>;
  /** The rows that a statement finds in the SQLite file. */
  rows(statement: string): Record<string, unknown>[];
  close(): Promise<void>;
}

export async function openStage({ entries = LONG ? 300 : 60 }: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-faults-'));
  const knowledge = join(folder, 'knowledge');
  const database = join(folder, 'faults.db');
  writeKnowledge(knowledge, entries);
  const slack = await startStandIn();
  const hub = await startHub(slack);
  const bots: Bot[] = [];
  return {
    folder,
    knowledge,
    database,
    slack,
    async bot(options = {}) {
      const bot = await startBot({ slack, hub, knowledge, databaseUrl: `file:${database}`, ...options });
      bots.push(bot);
      return bot;
    },
    rows(statement) {
      const opened = new DatabaseSync(database, { timeout: 5000 });
      try {
        return opened.prepare(statement).all();
      } finally {
        opened.close();
      }
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop('SIGKILL')));
      await hub.close();
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
