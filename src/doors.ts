import { createServer, type Server } from 'node:http';
import type { Receiver } from '@slack/bolt';
import type { Bot } from './bot.js';
import type { Config, SlackConfig } from './config.js';
import type { Health } from './health.js';
import { errorFields, type Log } from './logging.js';
import type { Metrics } from './metrics.js';
import { createApp } from './slack/app.js';
import { appTokenRefused, faultOf } from './slack/faults.js';
import { openHttpDoor } from './slack/http.js';
import { type Identity, identify } from './slack/identity.js';
import { openSocketDoor } from './slack/socket.js';
import { type Wire, wireOver } from './slack/wire.js';

/** A way in for questions, opened. */
export interface Opened {
  /** The sentence that tells what was started and where. */
  says: string;
  state(): { ok: boolean; reason?: string };
  /** Takes nothing new from now on. */
  close(): Promise<void>;
  /** Resolves when nothing is at work any more. */
  idle(): Promise<void>;
}

/** What every way in is given. */
export interface Frame {
  config: Config;
  bot: Bot;
  log: Log;
  metrics: Metrics;
  health: Health;
  stopping(): boolean;
  /** Ends the process, so that its supervisor starts it anew. */
  giveUp(reason: string): void;
}

/** Opens what the configuration asks for: Socket Mode, HTTP mode, or the playground. */
export function openDoor(frame: Frame): Promise<Opened> {
  const { slack } = frame.config;
  if (slack === null) return openPlayground(frame);
  return slack.mode === 'http' ? openHttp(frame, slack) : openSocket(frame, slack);
}

async function openHttp(frame: Frame, slack: Extract<SlackConfig, { mode: 'http' }>): Promise<Opened> {
  const { log, stopping, config } = frame;
  const http = openHttpDoor({ signingSecret: slack.signingSecret, log, stopping, now: () => new Date() });
  let ready = false;
  const server = await listen(config.port, (request, response) => {
    if (frame.health(request, response)) return;
    if (!ready) response.writeHead(503).end();
    else if (!http.handle(request, response)) response.writeHead(404).end();
  });
  const { idle } = connect(frame, http.receiver, slack.botToken, await whoAmI(frame, slack));
  ready = true;
  return {
    says: `IASTM FAQ answers in Slack: HTTP mode, port ${config.port}.`,
    state: () => ({ ok: true }),
    close: async () => {
      server.close();
      server.closeIdleConnections();
    },
    idle,
  };
}

async function openSocket(frame: Frame, slack: Extract<SlackConfig, { mode: 'socket' }>): Promise<Opened> {
  const { log, config, giveUp } = frame;
  const server = await listen(config.port, (request, response) => {
    if (!frame.health(request, response)) response.writeHead(404).end();
  });
  const identity = await whoAmI(frame, slack);
  const socket = openSocketDoor({
    appToken: slack.appToken,
    slackApiUrl: config.slackApiUrl,
    log,
    silent: () => giveUp('no connection for a quarter of an hour'),
    now: () => performance.now(),
  });
  const { app, idle } = connect(frame, socket.receiver, slack.botToken, identity);
  await app.start().catch((error: unknown) => {
    const { kind, remedy } = faultOf(error);
    throw remedy === 'configuration' ? new Error(appTokenRefused(kind)) : error;
  });
  return {
    says: `IASTM FAQ answers in Slack: Socket Mode, health pages on port ${config.port}.`,
    state: socket.state,
    close: async () => {
      await app.stop();
      server.close();
    },
    idle,
  };
}

async function openPlayground(frame: Frame): Promise<Opened> {
  const { createMemorySlack } = await import('./playground/slack.js');
  const { fromManifest } = await import('./playground/manifest.js');
  const { startPlayground } = await import('./playground/server.js');
  const { BOT } = await import('./playground/workspace.js');
  const slack = createMemorySlack(fromManifest());
  const identity = { botId: BOT.bot_id, botUserId: BOT.id };
  const { idle } = connect(frame, slack.receiver, BOT.token, identity, wireOver(slack.fetch));
  const failed = (error: unknown) => frame.log.error(errorFields(error), 'listener failed');
  const { url, stop } = await startPlayground({ slack, port: frame.config.port, health: frame.health, failed });
  return { says: `IASTM FAQ playground, no Slack tokens set: ${url}`, state: () => ({ ok: true }), close: stop, idle };
}

function whoAmI({ config, log }: Frame, { botToken }: SlackConfig): Promise<Identity> {
  return identify({ token: botToken, slackApiUrl: config.slackApiUrl, log, wait });
}

function connect(frame: Frame, receiver: Receiver, token: string, identity: Identity, wire?: Wire) {
  const { bot, log, metrics, config } = frame;
  return createApp({
    bot,
    receiver,
    token,
    identity,
    slackApiUrl: config.slackApiUrl,
    log,
    observe: metrics,
    now: () => performance.now(),
    wait,
    ...(wire === undefined ? {} : { wire }),
  });
}

function listen(port: number, serve: Parameters<typeof createServer>[1]): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 10_000 }, serve);
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const what = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
      reject(new Error(`Port ${port} ${what}. Set PORT to another one.`));
    });
    server.listen(port, () => resolve(server));
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
