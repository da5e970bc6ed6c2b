import type { Entry, Knowledge } from '../knowledge/entry.js';
import { abstainReply } from '../replies/abstain.js';
import { answerReply } from '../replies/answer.js';
import { closestAboveReply, closestReply } from '../replies/closest.js';
import type { Leads } from '../replies/leads.js';
import type { Reply } from '../replies/reply.js';
import { suggestReply } from '../replies/suggest.js';
import { shownWarnings } from '../replies/warning.js';
import type { Match } from '../search/match.js';
import { offerOf } from './offer.js';

export type Replies = ReturnType<typeof createReplies>;

/** The reply to what search has decided, without what stands above and below it. */
export function createReplies(leads: Leads) {
  /** The entry as an answer, made once: the same for everybody until the knowledge is read anew, and with it the entry; `compose` leaves it as it is. */
  const answers = new WeakMap<Entry, Reply>();
  function answer(entry: Entry, knowledge: Knowledge): Reply {
    const made = answers.get(entry) ?? answerReply(entry, knowledge);
    answers.set(entry, made);
    return made;
  }

  function nothing(match: Match, knowledge: Knowledge): Reply {
    return abstainReply(shownWarnings(match, knowledge).length > 0 ? 'warned' : 'nothing', knowledge, leads);
  }

  function offer(match: Match, knowledge: Knowledge): Reply {
    const { entries, manner } = offerOf(match, knowledge);
    if (manner === 'above') return closestAboveReply(entries);
    const [first, ...others] = entries;
    if (first === undefined) return nothing(match, knowledge);
    return manner === 'closest' ? closestReply(first, others) : suggestReply(entries);
  }

  function to(match: Match, knowledge: Knowledge): Reply {
    switch (match.decision) {
      case 'answer': {
        const entry = knowledge.entries.get(match.entry ?? '');
        return entry ? answer(entry, knowledge) : nothing(match, knowledge);
      }
      case 'suggest':
        return offer(match, knowledge);
      case 'abstain':
        return nothing(match, knowledge);
      default:
        return match.decision satisfies never;
    }
  }

  return { to, answer, refused: (knowledge: Knowledge) => abstainReply('refused', knowledge, leads) };
}
