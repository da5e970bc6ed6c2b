import { dayOf } from '../knowledge/day.js';
import { button, context, sections } from './blocks.js';
import { FORGET_ME } from './forget.js';
import { LIMITS, split } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import { wordsKept } from './recent.js';
import type { Reply } from './reply.js';
import { reasonText } from './vote.js';

/** What is kept of one person, as it is shown to that person. */
export interface KeptOfOne {
  /** Rows by what they are. */
  counts: Readonly<Record<keyof typeof LINES | 'asked' | 'texts' | 'votes', number>>;
  asked: readonly { text: string; at: Date }[];
  votes: readonly { title: string; helpful: boolean; reason: string | null; note: string | null; at: Date }[];
  /** The clinic's, by which the days are told. */
  timeZone: string;
  textDays: number;
  retentionDays: number;
}

/** What else is counted, where there is any; one is said otherwise than several. */
const LINES = {
  places: [
    'where a question and my answer stand in Slack, for a day',
    'where # questions and my answers stand in Slack, for a day',
  ],
  members: [
    'that a question of yours found no answer, for the leads',
    'that # questions of yours found no answer, for the leads',
  ],
  edits: [
    'an edit of the FAQ that you proposed or published as a lead',
    '# edits of the FAQ that you proposed or published as a lead',
  ],
  escalations: ['a question that the leads have', '# questions that the leads have'],
  led: [
    'a question that you claimed or answered as a lead, with your Slack id',
    '# questions that you claimed or answered as a lead, with your Slack id',
  ],
  welcomes: ['that you were welcomed, until you say `forget me`', 'that you were welcomed, until you say `forget me`'],
  notices: [
    'where to tell you of what the leads say, with your Slack id',
    'where to tell you of # answers of the leads, with your Slack id',
  ],
  readings: ['an entry of the reading path that you read', '# entries of the reading path that you read'],
  recalls: ['a question of the quiz that you answered', '# questions of the quiz that you answered'],
  reminders: ['that you want to be reminded, with your Slack id', 'that you want to be reminded, with your Slack id'],
  stances: ['a channel that you have set as a lead', '# channels that you have set as a lead'],
} as const;

/** Lines on one page: a message holds them all, however long each is. */
const ON_PAGE = 12;
/** Characters shown of a line. */
const LONGEST = 600;

/** To whoever asks what is kept of them: all of it counted, and the words and votes one by one, the latest first. Pages count from 1. */
export function keptReply({ counts, asked, votes, timeZone, textDays, retentionDays }: KeptOfOne, page = 1): Reply {
  const counted = [
    '*What I keep of you*',
    `• ${many(counts.asked, 'message')} of yours to me, ${counts.texts} of them still with their words`,
    `• ${many(counts.votes, 'vote')}`,
    ...Object.entries(LINES).flatMap(([name, [one, more]]) => {
      const count = counts[name as keyof typeof LINES];
      return count === 0 ? [] : [`• ${count === 1 ? one : more.replace('#', `${count}`)}`];
    }),
    `Words and notes are kept for ${textDays} days, the rest for ${retentionDays}, what you have learned for as long after you last learned, all without your name.`,
  ].join('\n');
  const lines = [
    ...asked.filter(({ text }) => text !== '').map(({ text, at }) => ({ at, line: wordsOf(text) })),
    ...votes.map((vote) => ({ at: vote.at, line: voteOf(vote) })),
  ].sort((one, other) => other.at.getTime() - one.at.getTime());
  const pages = Math.max(1, Math.ceil(lines.length / ON_PAGE));
  const shownPage = Math.max(1, Math.min(page, pages));
  const shown = lines
    .slice((shownPage - 1) * ON_PAGE, shownPage * ON_PAGE)
    .map(({ at, line }) => `${dayOf(at, timeZone)} · ${line}`)
    .join('\n');
  const foot = [
    ...(pages === 1 ? [] : [`Page ${shownPage} of ${pages}.`]),
    ...(counts.texts + counts.votes > lines.length ? ['Older ones are not listed.'] : []),
    'Only you see this. To have all of it removed, say `forget me`.',
  ].join(' ');
  const turn = [
    ...(shownPage > 1 ? [{ label: 'Later', value: `data ${shownPage - 1}` }] : []),
    ...(shownPage < pages ? [{ label: 'Earlier', value: `data ${shownPage + 1}` }] : []),
    { label: FORGET_ME, value: 'forget' },
  ];
  return {
    text: [counted, ...(shown === '' ? [] : [shown]), foot].join('\n'),
    blocks: [
      ...sections(counted),
      ...split(shown, LIMITS.section).flatMap((piece) => sections(piece)),
      context(foot),
      { type: 'actions', elements: turn.map((choice, at) => button('word', choice, at)) },
    ],
  };
}

function wordsOf(text: string): string {
  return `“${escapeWithin(text.replace(/\s+/g, ' '), LONGEST)}”`;
}

function voteOf({ title, helpful, reason, note }: KeptOfOne['votes'][number]): string {
  const why = reason === null ? '' : ` (${reasonText(reason)})`;
  const more = note === null ? '' : `, with your note ${wordsKept(note)}`;
  return `You voted ${helpful ? 'helpful' : `not helpful${why}`}: *${escapeWithin(title, 150)}*${more}`;
}

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
