import { askLead, IN_DANGER, type Leads } from './leads.js';
import { plain, type Reply } from './reply.js';

/** How the bot answers in a channel, by its stance. */
const STANCES = {
  off: '*Here I answer nobody in public.* Whoever mentions me is told so, privately.',
  mention: '*Here I answer whoever mentions me, in the thread, and nothing else.*',
  auto: [
    '*Here I also answer by myself*, in the thread, where a message asks something and I am very sure of the answer.',
    'For that I must be a member of the channel, and the app must be allowed to read it (`channels:history`, in a private one `groups:history`).',
  ].join(' '),
};

type Stance = keyof typeof STANCES;

/** The words that a lead sets one by. */
export const STANCE_WORDS = Object.keys(STANCES);

export function isStance(text: string): text is Stance {
  return Object.hasOwn(STANCES, text);
}

/** How the bot answers in a channel, and who can change it. `listed`: false where administrators have not allowed the channel. */
export function channelReply(stance: Stance, { listed, set }: { listed: boolean; set: boolean }): Reply {
  const state = listed
    ? STANCES[stance]
    : '*Here I answer nobody in public*: the channel is none of those that an administrator has named in `CHANNELS`.';
  return plain(
    [
      ...(set ? ['That is kept, for everybody.'] : []),
      state,
      'The command `/iastm`, the shortcuts and direct messages always work.',
      'A lead can change it: `/iastm channel off`, `/iastm channel mention` or `/iastm channel auto`.',
    ].join('\n'),
  );
}

/** In a direct message there is no channel to tell of. */
export function whichChannelReply(): Reply {
  return plain('Type `/iastm channel` in the channel that you mean.');
}

/** To whoever is no lead, and wants to set something for everybody. */
export function notLeadReply(leads: Leads): Reply {
  return plain(`Only a lead can set that. ${askLead(leads)}`);
}

/** When what a lead has set cannot be kept now. */
export function notSetReply(): Reply {
  return plain(
    'I could not keep that just now, so nothing may have changed. Please look in a minute with `/iastm channel`, and try again.',
  );
}

/** To whoever mentions the bot where it answers nothing in public. */
export function elsewhereReply(): Reply {
  return plain(
    'I do not answer in this channel. Ask me in a direct message, or type `/iastm` and your question: only you see the answer.',
  );
}

/** Whatever is asked while a lead has paused the FAQ. */
export function pausedReply(since: Date, leads: Leads): Reply {
  return plain(
    [
      `*The FAQ is paused by a lead since ${moment(since)}.* Until it is resumed I answer nothing.`,
      `• ${askLead(leads)}`,
      `• ${IN_DANGER}`,
    ].join('\n'),
  );
}

/** To the lead who has paused it, or finds it paused. */
export function nowPausedReply(since: Date): Reply {
  return plain(
    `The FAQ is paused since ${moment(since)}: whatever anybody asks, I say so and whom to ask. \`/iastm resume\` ends it.`,
  );
}

/** To the lead who has resumed it, or finds it not paused. */
export function resumedReply(): Reply {
  return plain('The FAQ is not paused: I answer.');
}

/** "2026-11-23 12:00 UTC": whoever reads it may be anywhere. */
function moment(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
