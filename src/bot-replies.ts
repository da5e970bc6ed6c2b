import type { Entry, Knowledge } from './knowledge/entry.js';
import { abstainReply, type Leads } from './replies/abstain.js';
import { answerReply } from './replies/answer.js';
import { closestReply, LEAST_CONFIDENCE, MOST_OTHERS } from './replies/closest.js';
import type { Reply } from './replies/reply.js';
import { suggestReply } from './replies/suggest.js';
import type { Match } from './search/match.js';

/** The reply to what search has decided, without what stands above and below it. */
export function createReplies(leads: Leads) {
  /** The entry as an answer, made once: the same for everybody until the knowledge is read anew, and with it the entry. */
  const answers = new WeakMap<Entry, Reply>();
  function answer(entry: Entry, knowledge: Knowledge): Reply {
    const made = answers.get(entry) ?? answerReply(entry, knowledge);
    answers.set(entry, made);
    return made;
  }

  function none(knowledge: Knowledge): Reply {
    return abstainReply(knowledge, leads);
  }

  function offer({ offered, candidates }: Match, knowledge: Knowledge): Reply {
    const [first, ...more] = offered.flatMap((id) => knowledge.entries.get(id) ?? []);
    if (first === undefined) return none(knowledge);
    if (more.length > 0) return suggestReply([first, ...more]);
    const others = candidates.filter(({ entry, confidence }) => entry !== first.id && confidence >= LEAST_CONFIDENCE);
    const entries = others.flatMap(({ entry }) => knowledge.entries.get(entry) ?? []);
    return closestReply(first, entries.slice(0, MOST_OTHERS));
  }

  function to(match: Match, knowledge: Knowledge): Reply {
    switch (match.decision) {
      case 'answer': {
        const entry = knowledge.entries.get(match.entry ?? '');
        return entry ? answer(entry, knowledge) : none(knowledge);
      }
      case 'suggest':
        return offer(match, knowledge);
      case 'abstain':
        return none(knowledge);
      default:
        return match.decision satisfies never;
    }
  }

  return { to, answer, none };
}
