import type { Calendar } from '../knowledge/day.js';
import { button, context, sections } from './blocks.js';
import { type GapCard, heardLine } from './gaps.js';
import { LIMITS, shorten } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import type { Reply } from './reply.js';
import { changeButton } from './to-change.js';

/** Counts of one week: questions, those that were answered at once, of which something good came, and people. */
interface Week {
  asked: number;
  answered: number;
  helped: number;
  people: number;
}

/** What leads are told of a week. */
interface Digest {
  /** Its first and last day. */
  from: string;
  to: string;
  calendar: Calendar;
  week: Week;
  before: Week;
  /** The open gaps, the heaviest first. */
  gaps: readonly GapCard[];
  /** Entries with more votes down than up. */
  low: readonly { entry: string; up: number; down: number }[];
  /** Entries that are due for review, and how many of them are on safety. */
  due: number;
  dueSafety: number;
}

const MOST_GAPS = 5;
const MOST_LOW = 5;

/** A week in which nobody asked or voted says nothing that was not said before. */
export function hasNews({ week, low }: Digest): boolean {
  return week.asked > 0 || low.length > 0;
}

/** The week for the leads, with the way to what it names; what its buttons show is for whoever presses alone. */
export function digestReply({ from, to, calendar, week, before, gaps, low, due, dueSafety }: Digest): Reply {
  const head = `*The FAQ from ${from} to ${to}*`;
  const counts = [
    `${counted(week.asked, 'question')} by ${counted(week.people, 'person', 'people')}: ${week.answered} answered at once, ${week.helped} of help (${share(week)}).`,
    before.asked === 0
      ? 'Nothing was asked in the week before.'
      : `The week before: ${counted(before.asked, 'question')}, ${before.helped} of help (${share(before)}).`,
  ].join('\n');
  const named = gaps.slice(0, MOST_GAPS).map((card) => `• ${heardLine(card, calendar)}`);
  const open = gaps.length === 0 ? [] : [[`*${counted(gaps.length, 'open gap')}*`, ...named].join('\n')];
  const rated = low
    .slice(0, MOST_LOW)
    .map(({ entry, up, down }) => `• \`${escapeWithin(entry, 100)}\`: ${down} down, ${up} up`);
  const voted = low.length === 0 ? [] : [['*Voted down*', ...rated].join('\n')];
  const reviews =
    due === 0 ? [] : [`*${due} due for review*${dueSafety === 0 ? '' : `, ${dueSafety} of them on safety`}`];
  const parts = [counts, ...open, ...voted, ...reviews];
  const foot = 'Every Monday. Of help: answered or chosen, and not voted down. Buttons work for leads.';
  return {
    text: shorten([head, ...parts, foot].join('\n\n'), LIMITS.text),
    blocks: [
      ...sections(head),
      ...parts.flatMap((part) => sections(part)),
      {
        type: 'actions',
        elements: [
          button('gaps', { label: 'Gaps', value: 'open 1', spoken: 'Show the gaps to me alone' }),
          button('review', { label: 'Review', value: '0', spoken: 'Show me what is due for review' }),
          ...low
            .slice(0, MOST_LOW)
            .map(({ entry }, at) => changeButton({ id: entry, questions: [entry] }, `Change ${entry}`, at)),
        ],
      },
      context(foot),
    ],
  };
}

function share({ asked, helped }: Week): string {
  return asked === 0 ? '–' : `${Math.round((100 * helped) / asked)} %`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
