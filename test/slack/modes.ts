import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Receiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Bot } from '../../src/bot/bot.js';
import { createLog } from '../../src/logging.js';
import { createApp } from '../../src/slack/app.js';
import { createClient } from '../../src/slack/client.js';
import { openHttpReceiver } from '../../src/slack/http-receiver.js';
import { openSocketReceiver } from '../../src/slack/socket-receiver.js';
import { wire } from '../../src/slack/wire.js';
import { startHub } from '../faults/hub.js';
import { BOT_ID, BOT_USER, type Payload } from '../faults/payloads.js';
import { type Answer, openRequests } from '../faults/requests.js';
import { type StandIn, startStandIn } from '../faults/stand-in.js';

const SECRET = 'abcdef0123456789abcdef0123456789';
const log = createLog('silent');

/** A bot in one of its modes, with a Slack on the other side, whose calls are told. */
export interface InMode {
  slack: StandIn;
  deliver(payload: Payload): Promise<Answer>;
}

async function behind(bot: Bot) {
  const slack = await startStandIn();
  onTestFinished(() => slack.close());
  const listen = (receiver: Receiver) =>
    createApp({
      bot,
      receiver,
      token: 'xoxb-1',
      identity: { botId: BOT_ID, botUserId: BOT_USER },
      slackApiUrl: slack.url,
      wire,
      log,
      observe: { answered: () => {}, slackFault: () => {}, waiting: () => {} },
      now: () => performance.now(),
      wait: () => Promise.resolve(),
    });
  return { slack, listen };
}

async function overHttp(bot: Bot): Promise<InMode> {
  const { slack, listen } = await behind(bot);
  const http = openHttpReceiver({ signingSecret: SECRET, log, stopping: () => false, now: () => new Date() });
  listen(http.receiver);
  const server = createServer((request, response) => void http.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requests = openRequests((server.address() as AddressInfo).port, SECRET);
  onTestFinished(() => {
    requests.close();
    server.close();
  });
  return { slack, deliver: (payload) => requests.deliver(payload) };
}

async function overSocket(bot: Bot): Promise<InMode> {
  const { slack, listen } = await behind(bot);
  const hub = await startHub(slack);
  const socket = openSocketReceiver({
    client: createClient({ token: 'xapp-1', slackApiUrl: slack.url, wire }),
    log,
    giveUp: () => {},
    now: () => 0,
    wait: () => new Promise(() => {}),
  });
  const { app } = listen(socket.receiver);
  await app.start();
  onTestFinished(async () => {
    await app.stop();
    await hub.close();
  });
  return { slack, deliver: (payload) => hub.deliver(payload) };
}

/** Both ways of running the bot against Slack itself. */
export const MODES = [
  ['HTTP, with signed requests', overHttp],
  ['Socket Mode', overSocket],
] as const;
