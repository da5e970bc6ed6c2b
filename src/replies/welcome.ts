import type { Knowledge } from '../knowledge/entry.js';
import { context, sections } from './blocks.js';
import { featuredBlocks } from './featured.js';
import { type Progress, pathOffer } from './reading.js';
import type { Reply } from './reply.js';

/** Examples that can be tried. */
const MOST_EXAMPLES = 2;

/** The offer to learn, where no button is seen. */
const LEARN = 'New here? Say `learn` for the reading path.';

/** What a person is told once, when they first open the app: what it does, how to ask, what is kept, and what to try. */
export function welcomeReply(
  knowledge: Knowledge,
  textDays: number,
  path: Pick<Progress, 'entries' | 'read' | 'minutes'> | null,
): Reply {
  const head = '*I answer questions about IASTM from the clinic’s FAQ, word for word, with sources.*';
  const how = [
    '• Ask me here, in your own words.',
    '• In a channel, mention me: I answer in the thread.',
    '• Anywhere, type `/iastm` and your question: only you see the answer.',
  ].join('\n');
  const kept = `The words of what you ask are kept for ${textDays} days, without your name; say \`privacy\` for more. Please leave out names and other details of patients.`;
  return {
    text: [head, how, ...(path === null ? [] : [LEARN]), kept].join('\n'),
    blocks: [
      ...sections(`${head}\n${how}`),
      ...featuredBlocks(knowledge, 'Try one:', MOST_EXAMPLES),
      ...(path === null ? [] : pathOffer(path)),
      context(kept),
    ],
  };
}
