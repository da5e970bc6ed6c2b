import { dayOf } from '../knowledge/day.js';
import type { Entry } from '../knowledge/entry.js';
import { type Card, cardsOf, isRead, textOf } from '../learning/path.js';
import { type Item, itemsOf, outlookOf } from '../learning/quiz.js';
import type { Ways } from '../replies/ways.js';
import type { Learned } from '../store/store.js';
import type { BotDeps } from './deps.js';

export type Learner = ReturnType<typeof createLearner>;

/** What reading path and quiz look up of whoever learns. */
export function createLearner({
  faq,
  store,
  keys,
  now,
  timeZone,
}: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'timeZone'>) {
  const versionOf = (entry: Entry) => keys.asked(`text of an entry ${textOf(entry)}`);

  /** The cards of the reading path as somebody stands to them; all are new where that is not known. */
  function cards(learned: Learned | null): Card[] {
    return cardsOf(faq().knowledge, learned?.readings ?? [], versionOf);
  }

  /** The questions of the quiz. */
  function items(): Item[] {
    return itemsOf(faq().knowledge, (text) => keys.asked(`question of the quiz ${text}`));
  }

  /** Today by the clinic's clock. */
  function today(): string {
    return dayOf(now(), timeZone);
  }

  return {
    cards,
    items,
    today,
    versionOf,

    /** What is kept of somebody's learning. Null where it cannot be looked up now. */
    learned(by: string): Promise<Learned | null> {
      return store.learned(keys.person(by)).catch(() => null);
    },

    /** How somebody stands to the quiz. */
    outlook(learned: Learned) {
      return outlookOf(items(), learned.recalls, today());
    },

    /** The ways on from the end of the reading path, or of a sitting of the quiz. */
    ways(learned: Learned | null, from: 'path' | 'quiz'): Ways {
      const [all, questions] = [cards(learned), items().length];
      const unread = all.filter((card) => !isRead(card)).length;
      const { answered } = outlookOf(items(), learned?.recalls ?? [], today());
      return {
        quiz: from === 'path' && questions > 0,
        read: all.length === 0 || (from === 'path' && unread > 0) ? null : unread > 0,
        tell: learned !== null && unread === 0 && answered === questions,
        reminding: learned === null ? null : learned.reminder !== null,
      };
    },
  };
}
