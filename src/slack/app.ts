import { App, type Receiver } from '@slack/bolt';
import type { Bot } from '../bot.js';
import { boltLogger, type Log } from '../logging.js';
import type { Door } from '../store/store.js';
import { createCall } from './call.js';
import { register as command } from './command.js';
import { register as errors } from './errors.js';
import type { Identity } from './identity.js';
import { createPost, type Post } from './post.js';
import { register as presses } from './presses.js';
import { register as questions } from './questions.js';
import { createRespond, type Respond } from './respond.js';
import { createShow, type Show } from './show.js';
import { wire as network, type Wire } from './wire.js';

/** What the listeners share. */
export interface SlackContext {
  bot: Bot;
  post: Post;
  respond: Respond;
  show: Show;
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
}

export interface AppOptions {
  bot: Bot;
  receiver: Receiver;
  token: string;
  /** Who the bot is: spares Bolt its own `auth.test`. */
  identity: Identity;
  slackApiUrl: string;
  /** How Slack is reached; over the network where nothing else is said. */
  wire?: Wire;
  log: Log;
  observe: Observe;
  now(): number;
  wait(ms: number): Promise<void>;
}

/**
 * The Bolt app with all listeners. `idle` resolves when no listener is at work, since Bolt's own `stop` does not wait.
 * Bolt's client is not used: see `createCall`.
 */
export function createApp(options: AppOptions): { app: App; idle(): Promise<void> } {
  const { bot, receiver, token, identity, slackApiUrl, wire = network, log, observe, now, wait } = options;
  const app = new App({
    token,
    receiver,
    ...identity,
    // `readMessage` passes over the bot's own messages, and a layer less is a twentieth of what an event costs in Bolt.
    ignoreSelf: false,
    convoStore: false,
    extendedErrorHandler: true,
    logger: boltLogger(log),
  });
  const post = createPost({ call: createCall({ token, slackApiUrl, wire }), log, wait, observe });
  const respond = createRespond(wire);
  const context: SlackContext = { bot, post, respond, show: createShow({ respond, post }), log, observe, now };
  const idle = trackWork(app);
  for (const register of [questions, command, presses, errors]) register(app, context);
  return { app, idle };
}

/** Counts what is at work, and tells when nothing is. */
function trackWork(app: App): () => Promise<void> {
  let atWork = 0;
  let waiting: (() => void)[] = [];
  app.use(async ({ next }) => {
    atWork++;
    try {
      await next();
    } finally {
      atWork--;
      if (atWork === 0) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
    }
  });
  return () => (atWork === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)));
}
