import type { Bot } from '../bot/bot.js';
import type { Config } from '../config.js';
import type { Desk } from '../faq/desk.js';
import type { Faq } from '../faq/load.js';
import type { Log } from '../logging.js';
import type { Reply } from '../replies/reply.js';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

/** A way of running the program, at work. */
export interface Mode {
  /** The sentence that tells what was started and where. */
  says: string;
  state(): { ok: boolean; reason?: string };
  /** Takes nothing new from now on. */
  close(): Promise<void>;
  /** Resolves when nothing is at work any more. */
  idle(): Promise<void>;
  /** Sends the reminders that are due now. */
  remind(): Promise<void>;
  /** Posts in the leads' channel, where there is one. */
  tellLeads(reply: Reply): Promise<void>;
}

/** What every mode is handed. */
export interface ModeDeps {
  config: Config;
  bot: Bot;
  /** The knowledge in service. */
  faq(): Faq;
  desk: Desk;
  log: Log;
  metrics: Metrics;
  health: Health;
  stopping(): boolean;
  /** Ends the process, so that its supervisor starts it anew. */
  giveUp(reason: string): void;
}
