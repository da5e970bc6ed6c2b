import type { Bot } from '../bot/bot.js';
import type { Log } from '../logging.js';
import type { Door } from '../store/store.js';
import type { Client } from './client.js';
import type { Poster } from './post.js';
import type { Respond } from './respond.js';

/** What every listener is handed. */
export interface SlackDeps {
  bot: Bot;
  client: Client;
  post: Poster;
  respond: Respond;
  log: Log;
  observe: Observe;
  /** Milliseconds, monotonic. */
  now(): number;
}

/** Told of what happens at Slack's door, for metrics. */
export interface Observe {
  /** A question was answered so many milliseconds after it was received. */
  answered(door: Door, ms: number): void;
  slackFault(kind: string): void;
  /** So many messages wait until Slack takes them. */
  waiting(messages: number): void;
}
