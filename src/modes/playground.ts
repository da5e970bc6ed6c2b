import { errorFields } from '../logging.js';
import { fromManifest, withOptional } from '../playground/manifest.js';
import { startPlayground } from '../playground/server.js';
import { createMemorySlack } from '../playground/slack.js';
import { BOT } from '../playground/workspace.js';
import { wireOver } from '../slack/wire.js';
import { connect } from './connect.js';
import { doorOf } from './desk.js';
import type { Mode, ModeDeps } from './mode.js';
import { readingOf } from './reading.js';

/** The playground: a Slack in memory behind a local page, where no tokens are set. */
export async function openPlayground(deps: ModeDeps): Promise<Mode> {
  const slack = createMemorySlack(withOptional(fromManifest()));
  const identity = { botId: BOT.bot_id, botUserId: BOT.id };
  const { idle, remind, tellLeads } = connect(deps, slack.receiver, BOT.token, identity, wireOver(slack.fetch));
  const failed = (error: unknown) => deps.log.error(errorFields(error), 'listener failed');
  const { config, health } = deps;
  const { url, stop } = await startPlayground({
    slack,
    port: config.port,
    health,
    failed,
    read: readingOf(deps.faq),
    desk: doorOf(deps),
  });
  return {
    says: `IASTM FAQ playground, no Slack tokens set: ${url}`,
    state: () => ({ ok: true }),
    close: stop,
    idle,
    remind,
    tellLeads,
  };
}
