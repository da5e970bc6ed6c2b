import { isRead } from '../learning/path.js';
import type { Reply } from '../replies/reply.js';
import type { Shared } from '../replies/share.js';
import type { Stumble } from '../replies/stumbles.js';
import {
  learntReply,
  noLeadReply,
  nothingLearntReply,
  notToldNowReply,
  previewReply,
  readTellValue,
  toldReply,
} from '../replies/tell-lead.js';
import { goneReply } from '../replies/trouble.js';
import type { Learned } from '../store/store.js';
import type { Shown } from './choose.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Learner } from './learner.js';
import { isLead, type Pressed, userOf } from './pressed.js';

/** What is to be sent to a lead, or to the leads' channel. */
export interface Telling {
  to: string;
  message: Reply;
  /** What the sender sees of what came of it. */
  shown(outcome: Shared): Shown;
}

/** What leads get to know of learning: what somebody sends them, and where several people stumble, without a name. */
export function createTell(
  { faq, store, keys, now, leads, stances }: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'leads' | 'stances'>,
  { learner }: { learner: Learner },
) {
  /** Shows what would be sent, or sends it. Null when this was pressed before: a press is carried out once. */
  async function tell(pressed: Pressed, value: string): Promise<Telling | Shown | null> {
    const closed = closedReply({ faq, leads, stances });
    if (closed !== null) return { reply: closed, replace: false };
    const meant = readTellValue(value);
    if (meant === null) return { reply: goneReply(), replace: false };
    const here = (reply: Reply): Shown => ({ reply, replace: true });
    const { people, channel } = leads;
    if (channel === null && people.length === 0) return here(noLeadReply());
    const learned = await learner.learned(pressed.by);
    if (learned === null) return here(notToldNowReply());
    if (!learner.ways(learned, 'path').tell) return here(nothingLearntReply());
    const message = messageOf(learned, userOf(pressed));
    if (meant.act === 'preview') return here(previewReply(message, leads, meant.attempt));
    const { to, attempt } = meant;
    // Whoever is no lead any more is sent nothing.
    if (to !== channel && !people.includes(to)) return here(previewReply(message, leads, attempt));
    const slot = keys.asked(`told ${pressed.place} ${to} ${attempt} ${learner.today()}`);
    const mine = await store.takeTurn('told', slot, now()).catch(() => 'unknown' as const);
    if (mine === 'unknown') return here(notToldNowReply());
    return mine ? { to, message, shown: (outcome) => here(toldReply(outcome, attempt)) } : null;
  }

  function messageOf(learned: Learned, user: string): Reply {
    const { knowledge, version } = faq();
    const unread = new Set(learner.cards(learned).flatMap((card) => (isRead(card) ? [] : [card.unit])));
    const units = knowledge.path.flatMap(({ title }, at) => (unread.has(at + 1) ? [] : [title]));
    const day = learner.today();
    return learntReply({ user, day, units, allUnits: knowledge.path.length, version, ...learner.outlook(learned) });
  }

  /** Where at least three people stumble, for a lead. Nothing for anybody else, and while it cannot be looked up. */
  async function stumbles({ by }: Pick<Pressed, 'by'>): Promise<Stumble[]> {
    if (!isLead(by, leads)) return [];
    const found = await store.stumbled().catch(() => ({ unclear: [], missed: [] }));
    const { entries } = faq().knowledge;
    // What was unclear of an earlier text may have been mended since.
    const unclear = found.unclear.flatMap(({ entry: id, version, people }): Stumble[] => {
      const entry = entries.get(id);
      if (entry === undefined || learner.versionOf(entry) !== version) return [];
      return [{ entry: id, text: entry.questions[0], people, why: 'unclear' }];
    });
    const asked = new Map(learner.items().map((each) => [each.item, each]));
    const missed = found.missed.flatMap(({ item, people }): Stumble[] => {
      const known = asked.get(item);
      return known === undefined ? [] : [{ entry: known.entry, text: known.question, people, why: 'missed' }];
    });
    return [...unclear, ...missed].sort((one, other) => other.people - one.people);
  }

  return { tell, stumbles };
}
