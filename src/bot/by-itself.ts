import { isUrgent } from '../knowledge/urgent.js';
import { byItselfReply, noticedReply } from '../replies/by-itself.js';
import { compose } from '../replies/compose.js';
import type { Reply } from '../replies/reply.js';
import { toTheBot } from '../replies/to-the-bot.js';
import { type Match, UNDECIDED } from '../search/match.js';
import type { Matcher } from '../search/matcher.js';
import { UNASKED } from '../search/parameters.js';
import { readsLikeQuestion } from '../search/text/asks.js';
import { detailsOf, type Question, type Said } from './ask.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { isHushed } from './hushed.js';
import type { Keep } from './keep.js';
import { markOf, teamOf } from './pressed.js';
import type { Replies } from './replies.js';

/** What people say to each other in a channel that a lead has set to `auto`. */
export function createByItself(deps: BotDeps, { keep, replies }: { keep: Keep; replies: Replies }) {
  const { faq: inService, stances, redact, keys, observe } = deps;

  /**
   * Answers a message that nobody has addressed to the bot, where it asks something that is surely in the FAQ; and where words that are
   * watched for were used of a treatment, or are a red flag, shows at least their warning. Null, and nothing kept, for all else.
   */
  async function answerByItself(question: Question): Promise<Said | null> {
    const { text, by, channel } = question;
    if (channel === undefined || stances.of({ team: teamOf(by), channel }) !== 'auto') return null;
    if (isHushed(question, deps) || closedReply(deps) !== null) return null;
    // Whom people send to a lead they ask something all the same, of which the bot may have to warn.
    const said = toTheBot(text);
    if (!readsLikeQuestion(text) || (said !== null && said.word !== 'lead')) return null;
    const faq = inService();
    const match = worthSaying(text, faq.matcher);
    if (match === null) return null;
    const { text: redacted, found } = redact(text);
    const asked = await keep(question, redacted, match, faq);
    if (asked === null) return null;
    observe.asked(question.door, match.decision);
    const bare: Reply = match.decision === 'answer' ? byItselfReply(replies.to(match, faq.knowledge)) : noticedReply();
    const reply = compose(bare, { ...match, asked, asker: markOf(by, keys) }, faq.knowledge);
    return { asked, reply, private: detailsOf(found, question.door) };
  }

  return { answerByItself };
}

/** What is said of a message without being asked; null for nothing. Nothing is ever offered, nor is anybody told that there is no answer. */
function worthSaying(text: string, { match, overhear }: Matcher): Match | null {
  const found = match(text);
  if (found.decision === 'answer' && found.confidence >= UNASKED) return found;
  const { onSubject, warnings } = overhear(text);
  const isWarned = warnings.length > 0 && (onSubject || warnings.some(({ entry }) => isUrgent(entry)));
  return isWarned ? { ...UNDECIDED, candidates: found.candidates, confidence: found.confidence, warnings } : null;
}
