import type { SlackConfig } from '../config.js';
import { createClient } from '../slack/client.js';
import { openSocketReceiver } from '../slack/socket-receiver.js';
import { wire } from '../slack/wire.js';
import { connect, wait, whoAmI } from './connect.js';
import { listen } from './listen.js';
import type { Mode, ModeDeps } from './mode.js';

/** Socket Mode: this program opens a connection to Slack. */
export async function openSocket(deps: ModeDeps, slack: Extract<SlackConfig, { mode: 'socket' }>): Promise<Mode> {
  const { log, config, giveUp } = deps;
  const server = await listen(config, (request, response) => {
    if (!deps.health(request, response)) response.writeHead(404).end();
  });
  const identity = await whoAmI(deps, slack);
  const socket = openSocketReceiver({
    client: createClient({ token: slack.appToken, slackApiUrl: config.slackApiUrl, wire }),
    log,
    giveUp,
    now: () => performance.now(),
    wait,
  });
  const { app, idle, remind, tellLeads } = connect(deps, socket.receiver, slack.botToken, identity);
  await app.start();
  return {
    says: `IASTM FAQ answers in Slack: Socket Mode, health pages on port ${config.port}.`,
    state: socket.state,
    close: async () => {
      await app.stop();
      server.close();
    },
    idle,
    remind,
    tellLeads,
  };
}
