import type { App } from '@slack/bolt';
import type { Reply } from '../replies/reply.js';
import type { SlackContext } from './app.js';

/** The slash command. Page: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const COMMAND = '/iastm';

/** `/iastm …`: one of its words, or a question. The reply stands in the acknowledgement; only the asker sees it. */
export function register(app: App, { bot, observe, now }: SlackContext): void {
  app.command(COMMAND, async ({ command, ack }) => {
    const received = now();
    const by = `${command.team_id}:${command.user_id}`;
    const { word, rest } = firstWord(command.text ?? '');
    const replies = await reply();
    await ack(only(replies));
    observe.answered('command', now() - received);

    async function reply(): Promise<Reply> {
      switch (word) {
        case '':
          return bot.help();
        case 'help':
          if (rest === '') return bot.help();
          break;
        case 'topics':
          if (rest === '') return bot.topics();
          break;
        case 'topic':
          return bot.topic(rest);
        case 'sources':
          if (rest === '') return bot.sources();
          break;
        case 'glossary':
          return bot.glossary(rest);
        case 'privacy':
          if (rest === '') return bot.privacy();
          break;
        case 'forget':
          if (rest === 'me') return bot.forget(by);
          break;
      }
      const said = await bot.ask({
        id: `${command.team_id}:${command.trigger_id}`,
        door: 'command',
        text: command.text,
        by,
      });
      if (!said) return bot.help();
      if (!said.private) return said.reply;
      return {
        text: `${said.private.text}\n\n${said.reply.text}`,
        blocks: [...said.private.blocks, ...said.reply.blocks],
      };
    }
  });
}

function only({ text, blocks }: Reply) {
  return { response_type: 'ephemeral' as const, text, blocks };
}

function firstWord(text: string): { word: string; rest: string } {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  return { word: word.toLowerCase(), rest: rest.join(' ').toLowerCase() };
}
