import type { Knowledge } from '../knowledge/entry.js';
import { sections } from './blocks.js';
import type { Reply } from './reply.js';
import { topicMenu } from './topics.js';

/** Whom to ask where the FAQ has no answer. */
export interface Leads {
  /** Slack user ids. */
  people: readonly string[];
  /** Channel id. */
  channel: string | null;
}

/** "Not in the FAQ", and a way on: the topics, other words, a lead. */
export function abstainReply(knowledge: Knowledge, leads: Leads): Reply {
  const head = '*The FAQ has no answer to that.* I would rather say so than guess.';
  const ways = [
    '• Ask it in other words, or in one short question.',
    '• Look through the topics: the menu below, or `/iastm topics`.',
    `• ${askLead(leads)}`,
    '• If a patient may be in danger, do not wait for me: ask a clinician now, or call the local emergency number.',
  ].join('\n');
  return { text: `${head}\n${ways}`, blocks: [...sections(head), ...sections(ways), ...topicMenu(knowledge)] };
}

/** The sentence that tells how to reach a lead. The channel comes first, since naming people pings them. */
export function askLead({ people, channel }: Leads): string {
  if (channel !== null) return `Ask a lead in <#${channel}>.`;
  if (people.length > 0) return `Ask a lead: ${people.map((id) => `<@${id}>`).join(', ')}.`;
  return 'Ask a lead of your clinic.';
}
