import type { Knowledge } from '../knowledge/entry.js';
import { askLead, type Leads } from './leads.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';

/** To thanks, an "ok" and a goodbye. */
export function courtesyReply(): Reply {
  return plain('Glad to help; ask me again whenever you have a question.');
}

/** To a greeting: what this is, an example, and the way to the rest. */
export function greetingReply(knowledge: Knowledge): Reply {
  const [first] = knowledge.entries.values();
  const start = first ? `Try _${escapeWithin(first.questions[0], 150)}_, or say` : 'Say';
  return plain(`Hello. I answer questions about IASTM from the clinic’s FAQ. ${start} \`help\` for more.`);
}

/** To questions about the bot itself: what it is, who has looked at its answers, on what they rest, and whom else to ask. */
export function aboutReply({ entries, sources }: Knowledge, leads: Leads): Reply {
  const reviewed = [...entries.values()].filter(
    (entry) => entry.reviewed !== undefined && entry.reviewedBy !== undefined,
  );
  return plain(
    [
      '*I am a program, not a person.* I look for your question in the clinic’s FAQ and quote its answer word for word; nothing is generated.',
      `• Reviewed by a clinician of this clinic: ${reviewed.length} of ${entries.size} answers. Each answer says whether it is.`,
      `• They rest on ${sources.size} sources, cited under each answer: say \`sources\`.`,
      `• ${askLead(leads)}`,
    ].join('\n'),
  );
}
