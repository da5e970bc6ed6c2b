import { isServed } from '../faq/load.js';
import type { Knowledge } from '../knowledge/entry.js';
import { pausedReply } from '../replies/channel.js';
import type { Reply } from '../replies/reply.js';
import { notServedReply } from '../replies/trouble.js';
import type { BotDeps } from './deps.js';

type ClosedDeps = Pick<BotDeps, 'faq' | 'leads' | 'stances'>;

/** The reply to whatever needs the knowledge while none may be served, or a lead has paused it; null while it is. */
export function closedReply({ faq, leads, stances }: ClosedDeps): Reply | null {
  const since = stances.paused();
  if (since !== null) return pausedReply(since, leads);
  return unservedReply({ faq, leads });
}

/** The reply that the knowledge gives, or the one that tells that none may be served. */
export function servedReply(deps: ClosedDeps, reply: (knowledge: Knowledge) => Reply): Reply {
  return closedReply(deps) ?? reply(deps.faq().knowledge);
}

/** The same of what only tells about the bot: that is said in a pause, too. */
export function toldReply(deps: Pick<BotDeps, 'faq' | 'leads'>, reply: (knowledge: Knowledge) => Reply): Reply {
  return unservedReply(deps) ?? reply(deps.faq().knowledge);
}

/** The reply to whatever needs the knowledge while none may be served. Leads go on in a pause: often it is for an answer that they mend. */
export function unservedReply({ faq, leads }: Pick<BotDeps, 'faq' | 'leads'>): Reply | null {
  return isServed(faq()) ? null : notServedReply(leads);
}
