import { buttons, sections } from './blocks.js';
import { plain, type Reply } from './reply.js';

/** Why an answer did not help. */
const REASONS = {
  'wrong-answer': 'It answers another question',
  unclear: 'I do not understand it',
  outdated: 'It is out of date',
  mistaken: 'I think it is wrong',
} as const;

export type Reason = keyof typeof REASONS;

export function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}

/** After a vote up. */
export function thanksReply(): Reply {
  return plain('Thank you. Your vote is kept; vote again to change it.');
}

/** Asks why an answer did not help. `answer` is the voted answer's id, `entry` its entry. */
export function whyNotReply(entry: string, answer: string): Reply {
  const text = 'Thank you. Your vote is kept. What was wrong with it?';
  const choices = Object.entries(REASONS).map(([reason, label]) => ({ label, value: `${reason} ${entry} ${answer}` }));
  return {
    text: `${text} ${Object.values(REASONS).join(' · ')}`,
    blocks: [...sections(text), buttons('reason', choices)],
  };
}

/** After the reason of a vote down. */
export function reasonKeptReply(reason: Reason): Reply {
  return plain(`Thank you. Kept for the leads: “${REASONS[reason]}”.`);
}
