import type { Button, ModalView } from '@slack/types';
import type { Entry } from '../knowledge/entry.js';
import { isUrgent } from '../knowledge/urgent.js';
import { button, context, notice, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { conversationOf, modal } from './modal.js';
import { escapeText } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { titled } from './titled.js';
import type { Warned } from './warning.js';

/** What came of sharing an answer. */
export type Shared = 'shared' | 'not there' | 'in doubt' | 'not shared';

/** An answer that only one person sees, as its button "Share" knows it. */
export interface Sharing {
  /** The thread to share to; none for the channel itself. */
  thread?: string | undefined;
  /** Number of the try: each is carried out once, however often it is pressed. */
  attempt?: number;
  /** True where there is nobody to share with, and a conversation is picked. */
  elsewhere?: boolean;
}

/** How an answer in a modal is shared. */
export const ELSEWHERE: Sharing = { elsewhere: true };

/** What the button "Share" carries: all that the private answer is made of once more when it was shared. */
export interface ShareValue {
  attempt: number;
  thread: string | undefined;
  elsewhere: boolean;
  entry: string;
  /** Ids of further entries that stand below the answer. */
  also: readonly string[];
}

/** In the place of a thread. */
const NO_THREAD = '-';
const PICKED = '?';

export function shareButton(
  { thread, attempt = 1, elsewhere = false }: Sharing,
  entry: string,
  also: readonly string[],
): Button {
  const value = [attempt, elsewhere ? PICKED : (thread ?? NO_THREAD), entry, ...also].join(' ');
  const spoken = elsewhere ? 'Share this answer in a channel that you pick' : 'Share this answer with everybody here';
  return button('share', { label: 'Share', value, spoken });
}

/** Null for what is none of ours. */
export function readShareValue(value: string): ShareValue | null {
  const [attempt, thread, entry, ...also] = value.split(' ');
  if (entry === undefined || !/^\d{1,3}$/.test(attempt ?? '')) return null;
  const elsewhere = thread === PICKED;
  return {
    attempt: Number(attempt),
    thread: elsewhere || thread === NO_THREAD ? undefined : thread,
    elsewhere,
    entry,
    also,
  };
}

/** Stands above a copy for all warnings that are not urgent: the name of their entries alone could tell of whom was asked. */
const WARNED =
  'This stood under a warning that depends on the patient. Ask me about yours, without names, before you go by it.';

/**
 * An answer for everybody, made from one that its sharer alone has seen under these warnings. Of what was asked nothing is in it:
 * urgent warnings stand there in the FAQ's own words.
 */
export function copyReply(answer: Reply, sharer: string, warned: readonly Warned[]): Reply {
  const { text, blocks, foot = blocks.length } = answer;
  const by = `Shared by <@${escapeText(sharer)}>`;
  const urgent = warned.filter(({ entry }) => isUrgent(entry.id));
  const above = [
    ...urgent.map(({ entry }) => {
      const read = button('read', { label: 'Read it', value: entry.id, spoken: `Read it: ${entry.questions[0]}` });
      return { said: titled(entry), block: notice(titled(entry), 'urgent', read) };
    }),
    ...(urgent.length === warned.length ? [] : [{ said: WARNED, block: notice(WARNED, 'warning') }]),
  ];
  const said = above.map((each) => each.said);
  const room = [...said, by].reduce<number>((left, { length }) => left - length - 2, LIMITS.text);
  return {
    text: [...said, shorten(text, room), by].join('\n\n'),
    blocks: [...above.map(({ block }) => block), ...blocks, context(by)],
    foot: foot + above.length,
  };
}

const SAID: Record<Exclude<Shared, 'shared'>, string> = {
  'not there':
    'This answer was not shared: I am not in this channel. Invite me with `/invite`, then press “Share” once more.',
  'in doubt':
    'Slack did not say whether it shared this answer. Please look whether it stands here before you share it again.',
  'not shared': 'Slack did not let me share this answer here. You can copy its text.',
};

/** When nobody can tell whether it was shared already. */
export function notSharedNowReply(): Reply {
  return plain('Sorry, this answer could not be shared just now. Please try again in a few minutes.');
}

/** Stands above the private answer after "Share" was pressed. */
export function sharedNote(outcome: Shared, inThread: boolean): Reply {
  if (outcome !== 'shared') return plain(SAID[outcome]);
  const text = `Shared in ${inThread ? 'the thread' : 'this channel'}: everybody here can read it now.`;
  return { text, blocks: [context(text)] };
}

/** The form that asks where an answer is to be shared, and what is warned of with it. `about` comes back with it. */
export function shareModal(
  { entry, warned }: { entry: Entry; warned: readonly Warned[] },
  about: string,
  note: Reply | null = null,
): ModalView {
  const along = warned.some(({ entry: { id } }) => isUrgent(id)) ? ' Red flags that stand above it go along.' : '';
  return modal('share', {
    title: 'Share this answer',
    submit: 'Share',
    about,
    blocks: [
      ...(note?.blocks ?? []),
      ...sections(titled(entry)),
      conversationOf('Channel or conversation'),
      context(`It is posted there with your name, and without what was asked.${along} Everybody there can read it.`),
    ],
  });
}

/** Under the field, where nothing is picked. */
export function noPlaceText(): string {
  return 'Please pick a channel or a conversation.';
}

/** Under the field, where the bot answers nothing in public. */
export function hushedPlaceText(): string {
  return 'Answers are not shared in that channel. Please pick another.';
}

/** In the place of the form, once the answer is posted. */
export function sharedThereReply(): Reply {
  return plain('Shared. Everybody there can read it now.');
}

/** In the form, where it was sent before, or Slack did not take it. */
export function inDoubtThereReply(): Reply {
  return plain(
    'Slack did not confirm that this answer was shared. Please look whether it stands there. If not, share it once more, or copy its text.',
  );
}
