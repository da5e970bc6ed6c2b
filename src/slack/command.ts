import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Reply } from '../replies/reply.js';
import type { SlackDeps } from './deps.js';
import { createWhole } from './lacking.js';
import { type Place, readCommand, readPlace } from './read.js';

/** The slash command. Page: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const COMMAND = '/iastm';

/** `/iastm …`: a question, or something said to the bot. The reply stands in the acknowledgement; only the asker sees it. */
export function register(app: App, { bot, client, post, respond, observe, log, now }: SlackDeps): void {
  const whole = createWhole(log);
  app.command(COMMAND, async ({ body, ack }) => {
    const received = now();
    const typed = whole('command', readCommand(body));
    const said = typed && (await bot.ask({ ...typed, door: 'command', restated: typed.text }));
    // A form is opened once the command is acknowledged: were Slack slow in opening it, it would say that the command has failed.
    await ack(said?.reply && said.form === undefined ? only(said.reply) : undefined);
    if (said?.reply && said.form !== undefined && !(await open(typed?.trigger ?? '', said.form)))
      await tell(readPlace(body), said.reply);
    if (said) observe.answered('command', now() - received);
  });

  /** False where Slack opens no form: within three seconds a command may open one. */
  async function open(trigger_id: string, view: ModalView): Promise<boolean> {
    const { fault } = await client('views.open', { trigger_id, view });
    if (fault !== null) observe.slackFault(fault.kind);
    return fault === null;
  }

  async function tell({ responseUrl, channel = '', user = '' }: Place, reply: Reply): Promise<void> {
    if (responseUrl !== undefined && (await respond(responseUrl, reply))) return;
    await post.privately({ channel, user }, reply);
  }
}

function only({ text, blocks }: Reply) {
  return { response_type: 'ephemeral' as const, text, blocks };
}
