import type { KnownBlock } from '@slack/types';
import { backToPath } from './back.js';
import { button, buttons, type Choice, sections } from './blocks.js';
import type { Leads } from './leads.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText, escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import type { Shared } from './share.js';

/** What a press does: shows what would be sent, or sends it. `attempt` numbers the tries: each is carried out once. */
export type TellPress = { act: 'preview'; attempt: number } | { act: 'send'; attempt: number; to: string };

/** What a lead is told of somebody who has learned. */
export interface Learnt {
  /** Slack user id. */
  user: string;
  day: string;
  /** Titles of the units that were read whole. */
  units: readonly string[];
  allUnits: number;
  /** Questions that were right at the first try, and those that were answered. */
  firstRight: number;
  answered: number;
  questions: number;
  version: string;
}

/** Leads that are listed. */
const MOST_LEADS = 10;
const LONGEST_UNIT = 150;

/** Null for a value that none of our buttons has. */
export function readTellValue(value: string): TellPress | null {
  const [act, number = '', to = ''] = value.split(' ');
  if (!/^\d{1,3}$/.test(number)) return null;
  if (act === 'preview') return { act, attempt: Number(number) };
  return act === 'send' && to !== '' ? { act, attempt: Number(number), to } : null;
}

/** The way to the preview. */
export function tellChoice(attempt = 1): Choice {
  return { label: 'Send to my lead', value: `preview ${attempt}` };
}

/** The message itself: what it says, and what it does not. */
export function learntReply({ user, day, units, allUnits, firstRight, answered, questions, version }: Learnt): Reply {
  const titles = units.map((title) => `_${escapeWithin(title, LONGEST_UNIT)}_`).join(', ');
  const lines = [
    `<@${escapeText(user)}> sends you what they have learned, as of ${day}.`,
    `• Units read: ${units.length} of ${allUnits}${units.length === 0 ? '' : ` (${titles})`}`,
    `• Quiz: ${firstRight} of ${answered} right at the first try; the quiz has ${questions} questions`,
    `• Version of the FAQ: \`${escapeText(version)}\``,
    'What this tells: *knows this FAQ; not a licence or clinical competence.*',
  ];
  return plain(shorten(lines.join('\n'), LIMITS.section));
}

/** What would be sent, and to whom it can be: leads stand by their names, which no menu shows. */
export function previewReply(message: Reply, { people, channel }: Leads, attempt: number): Reply {
  const head = '*This is what is sent, and nothing else:*';
  const to = [
    ...(channel === null ? [] : [{ id: channel, name: `<#${channel}>`, spoken: 'Send to the channel of the leads' }]),
    ...people.slice(0, MOST_LEADS).map((id) => ({ id, name: `<@${id}>`, spoken: 'Send to this lead' })),
  ];
  const rows = to.map(({ id, name, spoken }, at): KnownBlock => {
    const accessory = button('tell', { label: 'Send', value: `send ${attempt} ${id}`, spoken }, at);
    return { type: 'section', text: { type: 'mrkdwn', text: `To ${name}`, verbatim: true }, accessory };
  });
  return {
    text: [head, message.text, `Send it with a button, to: ${to.map(({ name }) => name).join(', ')}`].join('\n\n'),
    blocks: [
      ...sections(head),
      { type: 'divider' },
      ...message.blocks,
      { type: 'divider' },
      ...rows,
      buttons('learn', [{ label: 'Do not send', value: 'on' }]),
    ],
  };
}

/** Where no lead is configured. */
export function noLeadReply(): Reply {
  const text =
    'Nobody has told me who the leads are, so I cannot send it. Tell your lead yourself, or ask your administrator to set `LEADS_CHANNEL` or `LEADS`.';
  return { text, blocks: [...sections(text), goOn()] };
}

/** Before anything was learned that could be told. */
export function nothingLearntReply(): Reply {
  const text = 'Once you have read the path and answered each question of the quiz, you can send that to your lead.';
  return { text, blocks: [...sections(text), goOn()] };
}

const SAID: Record<Shared, string> = {
  shared: '*Sent.* Nothing else about your learning is shown to anybody by name.',
  'not there': 'It was not sent: I cannot write there. A lead has to invite me, or is no longer here.',
  'in doubt': 'Slack did not say whether it was sent. Please ask your lead before you send it again.',
  'not shared': 'Slack did not let me send it. Please try again later, or tell your lead yourself.',
};

/** After it was sent, or not. */
export function toldReply(outcome: Shared, attempt: number): Reply {
  const text = SAID[outcome];
  const again = outcome === 'shared' ? [] : [buttons('tell', [tellChoice(attempt + 1)])];
  return { text, blocks: [...sections(text), ...again, goOn()] };
}

/** Where nobody can tell whether it was sent already, or how far one is. */
export function notToldNowReply(): Reply {
  const text = 'Sorry, this could not be sent just now. Please try again in a few minutes.';
  return { text, blocks: [...sections(text), goOn()] };
}

/** Beneath what is told to whoever learns: there is always a way on. */
function goOn(): KnownBlock {
  return { type: 'actions', elements: [backToPath()] };
}
