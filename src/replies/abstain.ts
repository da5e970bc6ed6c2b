import type { KnownBlock } from '@slack/types';
import type { Knowledge } from '../knowledge/entry.js';
import { leadButton } from './ask-lead.js';
import { context, sections } from './blocks.js';
import { askLead, IN_DANGER, type Leads } from './leads.js';
import type { Reply } from './reply.js';
import { topicMenuElement } from './topics.js';

const OTHER_WORDS = 'Say it in other words, or shorter.';

/** What is said where nothing is answered: nothing came near, nothing but the warnings above did, or all that did was refused. */
const HEADS = {
  nothing: '*The FAQ has no answer to that.* I would rather say so than guess.',
  warned: '*Beyond what stands above, the FAQ has no answer to that.* I would rather say so than guess.',
  refused: '*None of these, then.* Nothing else in the FAQ came near.',
};

/** "Not in the FAQ", and a way on: a lead, the topics, other words. */
export function abstainReply(why: keyof typeof HEADS, knowledge: Knowledge, leads: Leads): Reply {
  const head = HEADS[why];
  const lead = leads.channel === null ? askLead(leads) : `Ask a lead with the button, or in <#${leads.channel}>.`;
  const said = leads.channel === null ? `${head}\n${askLead(leads)}` : head;
  const elements = [...leadButton(leads), ...topicMenuElement(knowledge)];
  const ways: KnownBlock[] = elements.length === 0 ? [] : [{ type: 'actions', elements }];
  return {
    text: [head, lead, `Look through the topics: the menu, or \`/iastm topics\`. ${OTHER_WORDS}`, IN_DANGER].join('\n'),
    blocks: [...sections(said), ...ways, context(OTHER_WORDS, IN_DANGER)],
  };
}
