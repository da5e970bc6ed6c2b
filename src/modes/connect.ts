import type { Receiver } from '@slack/bolt';
import type { SlackConfig } from '../config.js';
import { createApp } from '../slack/app.js';
import { createClient } from '../slack/client.js';
import { type Identity, identify } from '../slack/identity.js';
import { wire as network, type Wire } from '../slack/wire.js';
import type { ModeDeps } from './mode.js';

/** Who the bot is in the workspace of its token. */
export function whoAmI({ config, log }: ModeDeps, { botToken }: SlackConfig): Promise<Identity> {
  const client = createClient({ token: botToken, slackApiUrl: config.slackApiUrl, wire: network });
  return identify({ client, log, wait });
}

/** The Bolt app with its listeners behind a receiver. */
export function connect(deps: ModeDeps, receiver: Receiver, token: string, identity: Identity, wire?: Wire) {
  const { bot, log, metrics, config } = deps;
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

/** Resolves after so many milliseconds. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
