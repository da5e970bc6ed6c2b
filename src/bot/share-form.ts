import type { ModalView } from '@slack/types';
import { compose } from '../replies/compose.js';
import { replyModal } from '../replies/in-view.js';
import type { Reply } from '../replies/reply.js';
import {
  copyReply,
  hushedPlaceText,
  inDoubtThereReply,
  noPlaceText,
  notSharedNowReply,
  readShareValue,
  sharedThereReply,
  shareModal,
} from '../replies/share.js';
import { goneReply } from '../replies/trouble.js';
import { shownWarnings } from '../replies/warning.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { isHushed } from './hushed.js';
import { type Pressed, questionOf, userOf } from './pressed.js';
import type { Replies } from './replies.js';

/** A form in which somebody has picked where an answer is to be shared. */
interface Picked {
  /** The same for every delivery of the same form. */
  id: string;
  /** Team and user id together. */
  by: string;
  about: string;
  /** `direct`: between people, where no channel is. */
  to: { channel: string; direct: boolean } | undefined;
}

/** An answer that is to be posted where it was picked, and what takes the form's place then. */
interface ShareTo {
  copy: Reply;
  shown(posted: boolean): ModalView;
}

/** What one person has seen in a modal, shown to everybody in a conversation that this person picks. The bot need not be in it. */
export function createShareForm(
  deps: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'leads' | 'stances' | 'channels'>,
  { replies }: { replies: Replies },
) {
  const { faq, store, keys, now } = deps;

  /** Null where the place is known already, or the entry is gone. */
  function shareForm(pressed: Pressed, value: string): ModalView | null {
    const { knowledge } = faq();
    const meant = readShareValue(value);
    const entry = meant?.elsewhere ? knowledge.entries.get(meant.entry) : undefined;
    if (entry === undefined) return null;
    const { warnings } = questionOf(pressed, knowledge, keys);
    const warned = shownWarnings({ entry: entry.id, warnings }, knowledge);
    return shareModal({ entry, warned }, [pressed.block, entry.id].join('\n'));
  }

  /** What is said under the field, or takes the form's place, where there is nothing to post. */
  async function shareTo({ id, by, about, to }: Picked): Promise<ShareTo | ModalView | string> {
    const { knowledge } = faq();
    const [block = '', wanted = ''] = about.split('\n');
    const entry = knowledge.entries.get(wanted);
    const closed = closedReply(deps);
    if (closed !== null || entry === undefined) return replyModal(closed ?? goneReply());
    if (to === undefined) return noPlaceText();
    const { channel, direct } = to;
    if (!direct && isHushed({ channel, by }, deps)) return hushedPlaceText();
    // Hashed, since it tells who shared what where. A form that came back has another id, and is a new try.
    const slot = keys.asked(`share ${id} ${channel} ${entry.id}`);
    const mine = await store.takeTurn('share', slot, now()).catch(() => 'unknown' as const);
    if (mine === 'unknown') return notSharedNowReply().text;
    const { asked, asker, warnings } = questionOf({ block, place: id, by }, knowledge, keys);
    const warned = shownWarnings({ entry: entry.id, warnings }, knowledge);
    const inDoubt = () => shareModal({ entry, warned }, about, inDoubtThereReply());
    if (!mine) return inDoubt();
    const copy = copyReply(replies.answer(entry, knowledge), userOf({ by }), warned);
    return {
      copy: compose(copy, { asked, asker }, knowledge),
      shown: (posted) => (posted ? replyModal(sharedThereReply()) : inDoubt()),
    };
  }

  return { shareForm, shareTo };
}
