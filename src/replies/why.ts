import type { Entry } from '../knowledge/entry.js';
import { button, sections } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';
import { wordsKept } from './recent.js';
import { plain, type Reply } from './reply.js';

/** What is told of why a question was answered as it was. */
export interface Reasons {
  /** Id of the question. */
  asked: string;
  /** Its words as they are kept; empty once those are removed. */
  words: string;
  /** The entry that was answered, chosen, or came closest. Null where the FAQ had nothing, or has it no more. */
  entry: Entry | null;
  how: 'answered' | 'chosen' | 'closest';
  /** From 0 to 1. */
  confidence: number;
  /** The words that spoke for the entry, the strongest first. */
  matched: readonly string[];
  /** The entry's nearest phrasing. */
  phrasing: string | null;
  corrections: readonly { typed: string; read: string }[];
  /** True where it was read with what was asked before it. */
  followed: boolean;
  /** What stood above the reply. */
  warnings: readonly { title: string; watched: string }[];
  /** False where the FAQ has changed since. */
  current: boolean;
}

/** Characters shown of a title or phrasing, and of a word. */
const LONGEST = 150;
const LONGEST_WORD = 60;
/** Most words that are told. */
const MOST_WORDS = 4;
/** A confidence in words: at least so much, and what it is called. */
const SURE = [
  [0.95, 'almost certain'],
  [0.8, 'quite sure'],
  [0.5, 'more sure than not'],
  [0.2, 'unsure'],
  [0, 'guessing'],
] as const;

/** Where nothing was asked that could be explained. */
export function nothingAskedReply(): Reply {
  return plain('I have answered no question of yours here that I still know of. Ask me one, and then say `why`.');
}

/** Why a question was answered as it was, and the way to what the answer itself rests on. */
export function whyReply(reasons: Reasons): Reply {
  const { asked, entry } = reasons;
  const said = [headOf(reasons), ...linesOf(reasons).map((line) => `• ${line}`)].join('\n');
  if (entry === null) return plain(said);
  const elements = [
    button('again', { label: 'Read again', value: asked, spoken: `Read again: ${entry.questions[0]}` }),
    button('evidence', {
      label: 'Sources and review',
      value: entry.id,
      spoken: `Sources and review: ${entry.questions[0]}`,
    }),
  ];
  return { text: said, blocks: [...sections(said), { type: 'actions', elements }] };
}

function headOf({ words, entry, how }: Reasons): string {
  const question = words === '' ? 'your last question' : wordsKept(words);
  if (entry === null) return `*Why ${question} got no answer*`;
  const title = quoted(entry.questions[0]);
  if (how === 'chosen') return `*You chose ${title} for ${question}*`;
  return how === 'answered'
    ? `*Why I answered ${question} with ${title}*`
    : `*Why ${title} came closest to ${question}*`;
}

function linesOf(reasons: Reasons): string[] {
  const { words, entry, matched, phrasing, corrections, followed, warnings, current, confidence, how } = reasons;
  const spoke = matched.slice(0, MOST_WORDS).map((word) => `*${escapeWithin(word, LONGEST_WORD)}*`);
  return [
    ...(entry === null
      ? ['No entry of the FAQ was near enough, and I would rather say so than guess.']
      : [`I was ${sureness(confidence)} that it is what you meant${chance(confidence)}.`]),
    ...(followed ? ['Your words lean on what was asked before them, so I read both together.'] : []),
    ...(spoke.length > 0 && entry !== null ? [`What spoke for it: ${spoke.join(', ')}.`] : []),
    ...(phrasing !== null && entry !== null
      ? [`Of the questions that leads listed there, yours is nearest to ${quoted(phrasing)}.`]
      : []),
    ...corrections.map(({ typed, read }) => `I read ${quoted(typed)} as ${quoted(read)}.`),
    ...warnings.map(
      ({ title, watched }) =>
        `You mentioned *${escapeWithin(watched.replaceAll('*', ''), LONGEST_WORD)}*, so ${quoted(title)} stood above.`,
    ),
    ...(words === '' ? ['Your words are kept no longer, so I cannot tell which of them counted.'] : []),
    ...(current ? [] : ['The FAQ has changed since.']),
    ...(how === 'answered' ? ['Was it not what you meant? Say it in other words.'] : []),
  ];
}

/** A confidence in words. */
export function sureness(confidence: number): string {
  return SURE.find(([least]) => confidence >= least)?.[1] ?? 'guessing';
}

/** The confidence is calibrated: of a hundred alike, so many are right. */
function chance(confidence: number): string {
  return ` (of a hundred matches like it, about ${Math.round(confidence * 100)} are right)`;
}

function quoted(text: string): string {
  return `“${escapeWithin(text, LONGEST)}”`;
}
