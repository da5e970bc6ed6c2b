import { elsewhereReply } from '../replies/channel.js';
import { compose } from '../replies/compose.js';
import type { Reply } from '../replies/reply.js';
import { copyReply, notSharedNowReply, readShareValue, type Shared, sharedNote } from '../replies/share.js';
import { goneReply } from '../replies/trouble.js';
import { shownWarnings } from '../replies/warning.js';
import type { Shown } from './choose.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { isHushed } from './hushed.js';
import { type Pressed, questionOf, userOf } from './pressed.js';
import type { Replies } from './replies.js';

/** An answer that is to be posted for everybody. */
export interface Share {
  copy: Reply;
  /** The thread to post it in; none for the channel itself. */
  thread: string | undefined;
  /** The private answer once more, with what came of it. */
  shown(outcome: Shared): Shown;
}

/** What one person alone has seen, shown to everybody there. */
export function createShare(
  deps: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'leads' | 'stances' | 'channels'>,
  { replies }: { replies: Replies },
) {
  const { faq, store, keys, now } = deps;

  /** Null when this button was pressed before: a press is carried out once. */
  async function share(pressed: Pressed, value: string): Promise<Share | Shown | null> {
    const closed = isHushed(pressed, deps) ? elsewhereReply() : closedReply(deps);
    if (closed !== null) return { reply: closed, replace: false };
    const { knowledge } = faq();
    const meant = readShareValue(value);
    const entry = knowledge.entries.get(meant?.entry ?? '');
    if (meant === null || entry === undefined) return { reply: goneReply(), replace: false };
    const { attempt, also } = meant;
    const thread = meant.thread ?? pressed.share?.thread;
    // Hashed, since the place is a message's.
    const slot = keys.asked(`share ${pressed.place} ${entry.id} ${attempt}`);
    const mine = await store.takeTurn('share', slot, now()).catch(() => 'unknown' as const);
    if (mine === 'unknown') return { reply: notSharedNowReply(), replace: false };
    if (!mine) return null;
    const question = questionOf(pressed, knowledge, keys);
    const { asked, asker, warnings } = question;
    const answer = replies.answer(entry, knowledge);
    const warned = shownWarnings({ entry: entry.id, warnings }, knowledge);
    return {
      copy: compose(copyReply(answer, userOf(pressed), warned), { asked, asker }, knowledge),
      thread,
      shown(outcome) {
        const again = outcome === 'not there' ? { thread, attempt: attempt + 1 } : null;
        const additions = {
          ...question,
          entry: entry.id,
          also,
          inPlace: true,
          note: sharedNote(outcome, thread !== undefined),
          share: again,
        };
        return { reply: compose(answer, additions, knowledge), replace: true };
      },
    };
  }

  return { share };
}
