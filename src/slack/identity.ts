import { WebClient } from '@slack/web-api';
import { boltLogger, type Log } from '../logging.js';
import { botTokenRefused, faultOf } from './faults.js';

/** Who the bot is in its workspace. */
export interface Identity {
  botId: string;
  botUserId: string;
}

/** Milliseconds between tries to reach Slack at start. */
const PAUSE = 3_000;
const TIMEOUT = 10_000;

/**
 * Asks Slack who the bot is, before anything is taken, and keeps asking while Slack cannot be reached.
 * Throws a sentence with the remedy where Slack refuses the token.
 */
export async function identify(options: {
  token: string;
  slackApiUrl: string;
  log: Log;
  wait(ms: number): Promise<void>;
}): Promise<Identity> {
  const { token, slackApiUrl, log, wait } = options;
  const client = new WebClient(token, {
    slackApiUrl,
    timeout: TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
  });
  for (;;) {
    try {
      const { bot_id: botId, user_id: botUserId } = await client.auth.test();
      if (botId !== undefined && botUserId !== undefined) return { botId, botUserId };
      throw new Error(
        'SLACK_BOT_TOKEN is not a bot’s token. Copy the one that starts with xoxb- from "OAuth & Permissions".',
      );
    } catch (error) {
      const { kind, remedy, wait: asked } = faultOf(error);
      if (kind === 'unexpected') throw error;
      if (remedy === 'configuration') {
        throw new Error(botTokenRefused(kind));
      }
      log.warn({ kind }, 'slack not reached, trying again');
      await wait(asked ?? PAUSE);
    }
  }
}
