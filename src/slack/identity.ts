import type { Log } from '../logging.js';
import type { Client, Outcome } from './client.js';
import { botTokenRefused } from './faults.js';

/** Who the bot is in its workspace. */
export interface Identity {
  botId: string;
  botUserId: string;
}

/** Milliseconds between tries to reach Slack at start. */
const PAUSE = 3_000;

/**
 * Asks Slack who the bot is, before anything is taken, and keeps asking while Slack cannot be reached.
 * Throws a sentence with the remedy where Slack refuses the token.
 */
export async function identify({
  client,
  log,
  wait,
}: {
  client: Client;
  log: Log;
  wait(ms: number): Promise<void>;
}): Promise<Identity> {
  for (;;) {
    const asked = await client('auth.test', {});
    if (asked.fault === null) return identityIn(asked);
    const { kind, recourse, wait: pause = PAUSE } = asked.fault;
    if (recourse === 'configuration') throw new Error(botTokenRefused(kind));
    log.warn({ kind }, 'slack not reached, trying again');
    await wait(pause);
  }
}

function identityIn({ answer }: Extract<Outcome<'auth.test'>, { fault: null }>): Identity {
  const { bot_id: botId, user_id: botUserId } = answer;
  if (botId !== undefined && botUserId !== undefined) return { botId, botUserId };
  throw new Error(
    'SLACK_BOT_TOKEN is not a bot’s token. Copy the one that starts with xoxb- from "OAuth & Permissions".',
  );
}
