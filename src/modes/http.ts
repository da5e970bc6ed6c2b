import type { SlackConfig } from '../config.js';
import { openHttpReceiver } from '../slack/http-receiver.js';
import { connect, whoAmI } from './connect.js';
import { listen } from './listen.js';
import type { Mode, ModeDeps } from './mode.js';

/** HTTP mode: Slack posts to this server. */
export async function openHttp(deps: ModeDeps, slack: Extract<SlackConfig, { mode: 'http' }>): Promise<Mode> {
  const { log, stopping, config } = deps;
  const http = openHttpReceiver({ signingSecret: slack.signingSecret, log, stopping, now: () => new Date() });
  let ready = false;
  const server = await listen(config, (request, response) => {
    if (deps.health(request, response)) return;
    if (!ready) response.writeHead(503).end();
    else if (!http.handle(request, response)) response.writeHead(404).end();
  });
  const { idle, remind, tellLeads } = connect(deps, http.receiver, slack.botToken, await whoAmI(deps, slack));
  ready = true;
  return {
    says: `IASTM FAQ answers in Slack: HTTP mode, port ${config.port}.`,
    state: () => ({ ok: true }),
    close: async () => {
      server.close();
      server.closeIdleConnections();
    },
    idle,
    remind,
    tellLeads,
  };
}
