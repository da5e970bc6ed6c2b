import type { KnownBlock } from '@slack/types';
import { button, context, sections } from './blocks.js';
import { IN_DANGER } from './leads.js';
import { escapeText } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';

// What whoever asked is told by a lead. It is never taken for the reviewed FAQ.

/** How far who asked has gone on from an answer. */
export type After = 'told' | 'helped' | 'again';

/** Of whom, to whom, and under which escalation. */
export interface FromLead {
  /** Id of the escalation. */
  id: string;
  /** Null where that lead has asked to be forgotten. */
  lead: string | null;
  /** Named where others read it, too. */
  asker: string | null;
  after: After;
  /** True where it takes the place of an earlier answer. */
  changed: boolean;
}

/** A lead's own words. */
export function leadAnswerReply(answer: string, from: FromLead): Reply {
  const head = `${greeting(from)}*From a lead${mention(from)} not from the reviewed FAQ:*`;
  const said = `${head}\n${escapeText(answer)}`;
  const { lines, blocks } = after(from);
  return { text: [said, ...lines].join('\n'), blocks: [...sections(said), ...blocks] };
}

/** An entry that a lead has picked, word for word. */
export function pickedReply(answer: Reply, from: FromLead): Reply {
  // By a lead who is not known any more, or by itself since it has the entry.
  const whose =
    from.lead === null ? 'The FAQ answers this:' : `A lead${mention(from)} points you to this answer of the FAQ:`;
  const head = `${greeting(from)}*${whose}*`;
  const { lines, blocks } = after(from);
  const first = sections(head);
  return {
    text: [head, answer.text, ...lines].join('\n\n'),
    blocks: [...first, ...answer.blocks, ...blocks],
    ...(answer.foot === undefined ? {} : { foot: answer.foot + first.length }),
  };
}

/** When it was closed without an answer. */
export function closedUnansweredReply(from: FromLead): Reply {
  const said = `${greeting(from)}*A lead${mention(from)} has closed your question without an answer.* Ask a lead in person, or ask again.`;
  const { lines, blocks } = after(from, ['reopen']);
  return { text: [said, IN_DANGER, ...lines].join('\n'), blocks: [...sections(said), context(IN_DANGER), ...blocks] };
}

function greeting({ asker }: FromLead): string {
  return asker === null ? '' : `<@${escapeText(asker)}> `;
}

function mention({ lead }: FromLead): string {
  return lead === null ? '' : `, <@${escapeText(lead)}>,`;
}

const LABELS = { helped: 'That helped', reopen: 'Ask again' } as const;

/** What can be done next, or what was. */
function after({ id, after, changed }: FromLead, ways: readonly (keyof typeof LABELS)[] = ['helped', 'reopen']) {
  const lines = [
    ...(changed ? ['This answer was changed by the lead.'] : []),
    ...(after === 'helped' ? ['You said that it helped.'] : []),
    ...(after === 'again' ? ['You asked again: the question is open for the leads once more.'] : []),
  ];
  const said: KnownBlock[] = lines.length === 0 ? [] : [context(...lines)];
  const next: KnownBlock[] =
    after === 'told'
      ? [{ type: 'actions', elements: ways.map((way) => button(way, { label: LABELS[way], value: id })) }]
      : [];
  return { lines, blocks: [...said, ...next] };
}

/** To somebody else who presses what is for who asked. */
export function notYoursReply(): Reply {
  return plain('Only who asked, or a lead, can do that. Ask your own question in your own words.');
}
