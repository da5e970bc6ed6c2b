import { context } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import type { Reply } from './reply.js';

const CHANGE = 'a lead can change that: `/iastm channel mention`.';
const ANSWERED = `Answered by itself, since this channel is set to auto; ${CHANGE}`;
const NOTICED = `Shown by itself, since this channel is set to auto. Mention me to ask what the FAQ says; ${CHANGE}`;

/** An answer that nobody has asked the bot for, with why it stands there. */
export function byItselfReply(answer: Reply): Reply {
  return {
    ...answer,
    text: `${shorten(answer.text, LIMITS.text - ANSWERED.length - 2)}\n\n${ANSWERED}`,
    blocks: [...answer.blocks, context(ANSWERED)],
  };
}

/** What stands below warnings that nobody has asked the bot for. */
export function noticedReply(): Reply {
  return { text: NOTICED, blocks: [context(NOTICED)] };
}
