import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/logging.js';
import { createClient } from '../../src/slack/client.js';
import { identify } from '../../src/slack/identity.js';

const WHO = '{"ok":true,"bot_id":"B1","user_id":"U9"}';

/** Asks a Slack that answers with these, one after the other. */
async function identified(...answers: { status?: number; retryAfter?: string; text?: string }[]) {
  const waits: number[] = [];
  const client = createClient({
    token: 'xoxb-1',
    slackApiUrl: 'https://slack.test/api/',
    wire: async () => {
      const { status = 200, retryAfter = null, text = '' } = answers.shift() ?? { text: WHO };
      return { status, text, header: () => retryAfter };
    },
  });
  const identity = await identify({ client, log: createLog('silent'), wait: async (ms) => void waits.push(ms) });
  return { identity, waits };
}

describe('who the bot is', () => {
  it('is asked at the start', async () => {
    expect(await identified()).toEqual({ identity: { botId: 'B1', botUserId: 'U9' }, waits: [] });
  });

  it('is asked again and again while Slack cannot be reached, after the pause that it asks for', async () => {
    const { identity, waits } = await identified(
      { status: 500 },
      { status: 429, retryAfter: '7' },
      { text: '<html>' },
      { text: '{"ok":false,"error":"a_word_of_tomorrow"}' },
    );
    expect(identity.botUserId).toBe('U9');
    expect(waits).toEqual([3000, 7000, 3000, 3000]);
  });

  it('is not asked again where Slack refuses the token: the remedy is told', async () => {
    await expect(identified({ text: '{"ok":false,"error":"token_revoked"}' })).rejects.toThrow(
      /SLACK_BOT_TOKEN \(token_revoked\)\. The token was revoked\. Reinstall/,
    );
  });

  it.each(['{"ok":true,"user_id":"U9"}', '{"ok":true,"bot_id":"B1"}'])('must be a bot: %s is none', async (text) => {
    await expect(identified({ text })).rejects.toThrow(/not a bot’s token\. Copy the one that starts with xoxb-/);
  });
});
