/** A Bolt app of a few lines, to test the Slack in memory without our bot. */

import { App } from '@slack/bolt';
import type { MemorySlack } from '../../src/playground/slack.js';
import { BOT } from '../../src/playground/workspace.js';

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as never,
  setName() {},
};

export function listen(slack: MemorySlack, more: { timeout?: number } = {}): App {
  return new App({
    token: BOT.token,
    receiver: slack.receiver,
    convoStore: false,
    logger: quiet,
    clientOptions: { fetch: slack.fetch, retryConfig: { retries: 0 }, ...more },
  });
}
