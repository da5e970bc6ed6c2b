import { readBlockId } from '../replies/block-id.js';
import { itHelpedReply, openAgainReply } from '../replies/card.js';
import { type After, notYoursReply } from '../replies/from-lead.js';
import { plain, type Reply } from '../replies/reply.js';
import { notSentText } from '../replies/trouble.js';
import type { Escalation } from '../store/store.js';
import { type Acted, type Cards, isReply, onlySaid } from './cards.js';
import type { BotDeps } from './deps.js';
import type { Handing } from './escalate.js';
import { markOf, mayChange, userOf } from './pressed.js';

/** What whoever asked a lead does with the answer. A lead may do it, too. */
export function createAsker(deps: Pick<BotDeps, 'store' | 'keys' | 'now' | 'leads' | 'observe'>, cards: Cards) {
  const { store, keys, now, observe } = deps;

  /** It helped: it is closed, and where to tell is let go of. */
  async function helped(pressed: Handing, id: string): Promise<Acted> {
    const seen = await theirs(pressed, id);
    if (isReply(seen)) return onlySaid(seen);
    const shown = after(seen, pressed, 'helped');
    if (seen.state !== 'answered') return { shown, card: null, tell: [], aloud: null };
    const changed = await cards.change(seen, { state: 'closed', alike: seen.id, since: now() });
    if (changed === null || isReply(changed)) return onlySaid(plain(notSentText()));
    observe.escalated('closed');
    await store.dropNotices(id).catch(() => {});
    return { shown, card: cards.cardOf(changed), tell: [], aloud: itHelpedReply() };
  }

  /** It did not: it is open again, and whoever asked is told where they press. */
  async function askAgain(pressed: Handing, id: string): Promise<Acted> {
    const seen = await theirs(pressed, id);
    if (isReply(seen)) return onlySaid(seen);
    if (!(await keepWhere(pressed, id))) return onlySaid(plain(notSentText()));
    const shown = after(seen, pressed, 'again');
    if (seen.state === 'open' || seen.state === 'claimed') return { shown, card: null, tell: [], aloud: null };
    const change = { state: 'open', lead: null, since: now(), reopened: seen.reopened + 1 } as const;
    const changed = await cards.change(seen, change);
    if (changed === null || isReply(changed)) return onlySaid(plain(notSentText()));
    observe.escalated('reopened');
    return { shown, card: cards.cardOf(changed), tell: [], aloud: openAgainReply() };
  }

  /** Keeps where to tell whoever asked; a lead who asks for them changes nothing there. */
  function keepWhere(pressed: Handing, about: string): Promise<boolean> {
    if (!isAsker(pressed)) return Promise.resolve(true);
    const { by, channel, thread = null, direct } = pressed;
    const user = userOf({ by });
    const where = { user, channel: channel ?? user, thread: direct ? null : thread };
    return store.notify({ about, person: keys.person(by), where, copy: null, at: now() }).then(
      () => true,
      () => false,
    );
  }

  /** What was told, with what came of it, in its place. */
  function after(seen: Escalation, pressed: Handing, what: After): Acted['shown'] {
    const { thread, direct, block, by } = pressed;
    const user = thread !== undefined && !direct && isAsker(pressed) ? userOf({ by }) : null;
    const person = readBlockId(block).asker ?? '';
    return { reply: cards.toldReply(seen, { person, user, after: what }), replace: true };
  }

  function isAsker({ block, by }: Handing): boolean {
    return readBlockId(block).asker === markOf(by, keys);
  }

  async function theirs(pressed: Handing, id: string): Promise<Escalation | Reply> {
    return mayChange(pressed, deps) ? cards.find(id) : notYoursReply();
  }

  return { helped, askAgain };
}
