import type { Faq } from '../faq/load.js';
import type { WireReading } from '../playground/wire.js';
import { toTheBot } from '../replies/to-the-bot.js';
import { sureness } from '../replies/why.js';

/** Words that are told of one reading. */
const MOST_WORDS = 8;

/** How the search reads a question, for the playground's inspector and the leads' desk. Null for what is said to the bot itself. */
export function readingOf(faq: () => Faq): (question: string) => WireReading | null {
  return (question) => {
    if (toTheBot(question)) return null;
    const { knowledge, matcher } = faq();
    const titleOf = (entry: string) => knowledge.entries.get(entry)?.questions[0] ?? entry;
    const { decision, candidates, warnings, corrections } = matcher.match(question);
    const [best] = candidates;
    const why = best === undefined ? null : matcher.why(question, best.entry);
    return {
      decision,
      candidates: candidates.map(({ entry, confidence }) => ({
        entry,
        title: titleOf(entry),
        confidence,
        sure: sureness(confidence),
      })),
      words: (why?.words ?? []).slice(0, MOST_WORDS).map(({ word, weight }) => ({ word, weight })),
      phrasing: why?.phrasing ?? null,
      warnings: warnings.map(({ entry, watched }) => ({ entry, title: titleOf(entry), watched })),
      corrections: [...corrections],
    };
  };
}
