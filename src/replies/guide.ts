import type { Knowledge } from '../knowledge/entry.js';
import { context, sections } from './blocks.js';
import { shorten } from './limits.js';
import { escapeText } from './mrkdwn.js';
import type { Reply } from './reply.js';
import { topicMenu } from './topics.js';

/** Every word of the command `/iastm`, which is understood at every other door too, and what it does. Anything else is a question. */
export const COMMANDS = {
  help: { usage: 'help', does: 'shows this' },
  topics: { usage: 'topics', does: 'lists the topics' },
  topic: { usage: 'topic _name_', does: 'lists a topic’s questions' },
  sources: { usage: 'sources', does: 'says on what the answers rest' },
  glossary: { usage: 'glossary _term_', does: 'explains a term; without one it lists them' },
  privacy: { usage: 'privacy', does: 'says what is kept about you, and for how long' },
  forget: { usage: 'forget me', does: 'removes your questions and votes' },
} as const;

/** How to use the bot: for a cry for help, an empty mention and a bare "hi". */
export function helpReply(knowledge: Knowledge): Reply {
  const head = '*I answer questions about IASTM from the clinic’s FAQ, word for word, with sources.*';
  const ask = [
    '• In a channel: mention me and ask; I answer in the thread.',
    '• In a direct message: just ask.',
    '• Anywhere: `/iastm your question`; only you see the answer.',
  ].join('\n');
  const commands = Object.values(COMMANDS)
    .map(({ usage, does }) => `• \`/iastm ${usage.replaceAll('_', '')}\` ${does}`)
    .concat('In a mention or a direct message these words work without `/iastm`.')
    .join('\n');
  const honest =
    'Nothing is generated. Where the FAQ has no answer I say so. Please leave out names and other details of patients.';
  const [first] = knowledge.entries.values();
  const example = first ? `For example: _${escapeText(shorten(first.questions[0], 150))}_` : '';
  return {
    text: [head, ask, example, commands, honest].filter(Boolean).join('\n'),
    blocks: [
      ...sections(head),
      ...sections([ask, example].filter(Boolean).join('\n')),
      ...sections(commands),
      ...topicMenu(knowledge),
      context(honest),
    ],
  };
}
