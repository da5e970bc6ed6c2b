import type { App } from '@slack/bolt';
import type { Reply } from '../replies/reply.js';
import type { SlackContext } from './app.js';

/** The slash command. Page: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const COMMAND = '/iastm';

/** `/iastm …`: a question, or something said to the bot. The reply stands in the acknowledgement; only the asker sees it. */
export function register(app: App, { bot, observe, now }: SlackContext): void {
  app.command(COMMAND, async ({ command, ack }) => {
    const received = now();
    const { team_id: team, user_id: user, trigger_id: id, text = '' } = command;
    const said = await bot.ask({ id: `${team}:${id}`, door: 'command', text, by: `${team}:${user}` });
    await ack(said?.reply ? only(said.reply) : undefined);
    if (said) observe.answered('command', now() - received);
  });
}

function only({ text, blocks }: Reply) {
  return { response_type: 'ephemeral' as const, text, blocks };
}
