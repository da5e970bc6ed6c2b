import { dayOf } from '../knowledge/day.js';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { reviewsDue } from '../knowledge/review.js';
import { compose } from '../replies/compose.js';
import { forLeadsReply } from '../replies/leads-only.js';
import type { Reply } from '../replies/reply.js';
import { readReviewValue, reviewReply, type WalkedTo } from '../replies/review.js';
import type { Shown } from './choose.js';
import { toldReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { isClinician, isLead, isPrivate, type Pressed, questionOf } from './pressed.js';

export type Review = ReturnType<typeof createReview>;

/** The walk of leads through what is due for review. */
export function createReview({
  faq,
  keys,
  leads,
  clinicians,
  now,
  timeZone,
}: Pick<BotDeps, 'faq' | 'keys' | 'leads' | 'clinicians' | 'now' | 'timeZone'>) {
  const due = () => reviewsDue(faq().knowledge, dayOf(now(), timeZone));

  /** The next card for a lead; a plain no for others. `value` is that of a button. */
  function reviewFor(by: string, value = ''): Reply {
    return cardAt(by, readReviewValue(value));
  }

  /** The card at a place of the walk; `said`: what came of the one before. */
  function cardAt(by: string, walked: WalkedTo, said?: string): Reply {
    if (!isLead(by, leads)) return forLeadsReply(leads);
    const mine = isClinician(by, { leads, clinicians }) ? { versionOf } : {};
    return toldReply({ faq, leads }, (knowledge) =>
      reviewReply(due(), walked, knowledge, { ...mine, ...(said === undefined ? {} : { said }) }),
    );
  }

  /** Changes with all that a clinician attests of an entry, and with its review. */
  function versionOf(entry: Entry): string {
    return keys.asked(`text for review ${attestedOf(entry, faq().knowledge)}`);
  }

  /** The card after the one that was pressed, in its place. */
  async function reviewNext(pressed: Pressed, value: string): Promise<Shown> {
    const { knowledge } = faq();
    const { asked } = questionOf(pressed, knowledge, keys);
    return {
      reply: compose(reviewFor(pressed.by, value), { asked }, knowledge),
      replace: isPrivate(pressed) && isLead(pressed.by, leads),
    };
  }

  return { due, reviewFor, reviewNext, cardAt, versionOf };
}

/** What a card and the sources behind it show of an entry. */
function attestedOf(entry: Entry, { sources }: Knowledge): string {
  const { questions, short, answer, safety, evidence, evidenceNote, changed, reviewed, reviewedBy } = entry;
  const cited = entry.sources.map((id) => {
    const { place: _, ...source } = sources.get(id) ?? { place: null };
    return [id, source];
  });
  return JSON.stringify([
    ...[questions[0], short, answer, safety, evidence, evidenceNote],
    ...[cited, changed, reviewed, reviewedBy],
  ]);
}
