import type { SectionBlock } from '@slack/types';
import type { Entry } from '../knowledge/entry.js';
import { button, context, sections } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { briefly, plainWords } from './restated.js';

/** A question that somebody has asked before. */
export interface Earlier {
  /** Id of the question. */
  asked: string;
  /** Its words as they are kept; empty once those are removed. */
  words: string;
  /** What it was answered with, or what came closest. Null where the FAQ had nothing, or has it no more. */
  entry: Entry | null;
  /** True where the entry was only offered. */
  offered: boolean;
  /** The day on which it was asked. */
  day: string;
}

/** Characters shown of a question and of a title. */
const LONGEST = 150;

/** To whoever asks what they asked: their last questions, each with its answer to read again. */
export function recentReply(earlier: readonly Earlier[]): Reply {
  if (earlier.length === 0) return plain('I keep no question of yours. Ask me one, or say `topics` to look around.');
  const head = '*What you asked lately*';
  const foot = 'Only you see this. Say `my data` for all that I keep of you.';
  return {
    text: [head, ...earlier.map(earlierText), foot].join('\n'),
    blocks: [...sections(head), ...earlier.map(earlierBlock), context(foot)],
  };
}

/** One of them, with a button where there is something to read. */
export function earlierBlock(earlier: Earlier, at: number): SectionBlock {
  const { asked, entry, words } = earlier;
  // By its words: two questions may have the same answer, under other warnings.
  const about = words === '' ? entry?.questions[0] : briefly(plainWords(words));
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: earlierText(earlier), verbatim: true },
    ...(entry === null
      ? {}
      : {
          accessory: button('again', { label: 'Read again', value: asked, spoken: `Read again: ${about}` }, at),
        }),
  };
}

function earlierText({ words, entry, offered, day }: Earlier): string {
  const said = words === '' ? '' : `${wordsKept(words)}\n`;
  const title = entry === null ? '' : `*${escapeWithin(entry.questions[0], LONGEST)}*`;
  const found = entry === null ? 'no answer in the FAQ' : offered ? `closest: ${title}` : title;
  return `${said}${found} · ${day}`;
}

/** The words of a question as they are kept, on one line, in quotes. */
export function wordsKept(words: string): string {
  return `“${escapeWithin(briefly(plainWords(words)), LONGEST)}”`;
}
