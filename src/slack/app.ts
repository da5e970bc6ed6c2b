import { App, type Receiver } from '@slack/bolt';
import type { Bot } from '../bot/bot.js';
import { boltLogger, type Log } from '../logging.js';
import type { Reply } from '../replies/reply.js';
import { register as buttons } from './buttons.js';
import { createClient } from './client.js';
import { register as command } from './command.js';
import type { Observe, SlackDeps } from './deps.js';
import { register as errors } from './errors.js';
import { register as forms } from './forms.js';
import { register as home } from './home.js';
import type { Identity } from './identity.js';
import { createPoster } from './post.js';
import { register as questions } from './questions.js';
import { sendReminders, tellAnswered } from './remind.js';
import { createRespond } from './respond.js';
import { register as shortcuts } from './shortcuts.js';
import { register as steps } from './steps.js';
import { wire as network, type Wire } from './wire.js';

/** What the app is handed. */
export interface AppDeps {
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

/** Milliseconds within which what waits for Slack still gets its turn once the bot stops. */
const DRAIN = 7000;

/**
 * The Bolt app with all listeners. `idle`, called once nothing new comes, resolves when no listener is at work: Bolt's own
 * `stop` does not wait. What cannot be posted in time is told to those who asked. `remind` sends the reminders that are due, and what the FAQ
 * answers since of what waits for the leads,
 * `tellLeads` posts in their channel, where there is one.
 * Bolt's client is not used: see `createClient`.
 */
export function createApp(deps: AppDeps): {
  app: App;
  idle(): Promise<void>;
  remind(): Promise<void>;
  tellLeads(reply: Reply): Promise<void>;
} {
  const { bot, receiver, token, identity, slackApiUrl, wire = network, log, observe, now, wait } = deps;
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
  const client = createClient({ token, slackApiUrl, wire });
  const post = createPoster({ client, log, now, wait, observe });
  const respond = createRespond({ wire, slackApiUrl });
  const shared: SlackDeps = { bot, client, post, respond, log, observe, now };
  const ended = trackWork(app);
  for (const register of [questions, command, shortcuts, buttons, forms, home, steps, errors]) register(app, shared);
  return {
    app,
    remind: () => sendReminders(shared).finally(() => tellAnswered(shared)),
    async tellLeads(reply) {
      const channel = bot.leadsChannel();
      if (channel !== null) await post.here({ channel, user: '' }, reply);
    },
    idle() {
      post.hurry(DRAIN);
      return ended();
    },
  };
}

/**
 * Counts what is at work, and tells when nothing is. Around Bolt's way in, since one more layer within it would cost a question as much
 * as all else that Bolt does for it.
 */
function trackWork(app: App): () => Promise<void> {
  let atWork = 0;
  let waiting: (() => void)[] = [];
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    atWork++;
    try {
      await processEvent(event);
    } finally {
      atWork--;
      if (atWork === 0) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
    }
  };
  return () => (atWork === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)));
}
