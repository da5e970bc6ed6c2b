import type { HomeView, PlainTextOption } from '@slack/types';
import { dayOf, daysAfter } from '../knowledge/day.js';
import { compose } from '../replies/compose.js';
import { promptsOf } from '../replies/featured.js';
import { type HomeLearning, homeView } from '../replies/home.js';
import { entriesLike, entryOptions } from '../replies/lookup.js';
import type { Progress } from '../replies/reading.js';
import type { Reply } from '../replies/reply.js';
import type { Stumble } from '../replies/stumbles.js';
import type { Word } from '../replies/to-the-bot.js';
import { welcomeReply } from '../replies/welcome.js';
import type { Learned } from '../store/store.js';
import { closedReply, unservedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Gaps } from './gaps.js';
import type { Learner } from './learner.js';
import type { Own } from './own.js';
import { isLead, type Pressed, questionOf } from './pressed.js';
import type { Review } from './review.js';
import type { WordReplies } from './words.js';

/** Later than any row goes by its age: that somebody was welcomed stays until they are forgotten, and nobody can tell since when. */
const FOR_GOOD = new Date('9999-12-31T00:00:00.000Z');

/** Days that an answer stands on the Home as new or changed. */
const NEW_DAYS = 60;

/** What the Home tells of learning. */
interface Learning {
  learner: Learner;
  stumbles(lead: { by: string }): Promise<Stumble[]>;
  progress(learned: Learned | null): Progress;
}

const NO_LEARNING: HomeLearning = { path: null, quiz: null, stumbles: [] };

/** What people find in the app itself: its Home, the prompts beside the messages, and one welcome. */
export function createHome(
  deps: Pick<
    BotDeps,
    'faq' | 'store' | 'keys' | 'leads' | 'stances' | 'now' | 'timeZone' | 'retentionDays' | 'textDays'
  >,
  {
    words,
    own,
    gaps,
    review,
    learner,
    stumbles,
    progress,
  }: Learning & {
    words: WordReplies;
    own: Own;
    gaps: Gaps;
    review: Review;
  },
) {
  const { faq, store, keys, now, timeZone, retentionDays, textDays } = deps;

  /** A person's Home as it is now. `edition` tells it from the one before, whose menus still show what was picked. */
  async function home(by: string): Promise<(edition?: string) => HomeView> {
    const closed = closedReply(deps);
    const { knowledge } = faq();
    // What cannot be looked up now is left out.
    const [earlier, learning, forLeads] = await Promise.all([
      own.lately(by).catch(() => []),
      closed === null ? learningOf(by) : NO_LEARNING,
      isLead(by, deps.leads) ? gaps.desk(review.due().length).catch(() => null) : null,
    ]);
    const { leads } = deps;
    const today = dayOf(now(), timeZone);
    const fresh = { from: daysAfter(today, -NEW_DAYS), to: today };
    const parts = { knowledge, closed, earlier, textDays, retentionDays, leads, learning, forLeads, fresh };
    return (edition = '') => homeView({ ...parts, edition });
  }

  async function learningOf(by: string): Promise<HomeLearning> {
    const [learned, stumbled] = await Promise.all([learner.learned(by), stumbles({ by })]);
    const path = progress(learned);
    const outlook = learned === null ? null : learner.outlook(learned);
    return {
      path: path.entries === 0 ? null : path,
      quiz: outlook === null || outlook.questions === 0 ? null : outlook,
      stumbles: stumbled,
    };
  }

  /** Entries for what has been typed so far; none while nothing may be served. Leads look them up in a pause, too. */
  function lookUp(typed: string, by: string): PlainTextOption[] {
    const closed = isLead(by, deps.leads) ? unservedReply(deps) : closedReply(deps);
    return closed === null ? entryOptions(entriesLike(typed, faq().knowledge)) : [];
  }

  /** The reply to a word that a button says, and to what follows it. */
  async function say(pressed: Pressed, word: Word, name: string): Promise<Reply> {
    const reply = await words[word]({ name, by: pressed.by, channel: pressed.channel, within: null });
    const { knowledge } = faq();
    return compose(reply, { asked: questionOf(pressed, knowledge, keys).asked }, knowledge);
  }

  /**
   * The one welcome of a person. Null for whoever had it, from whichever replica, while nothing may be served, and where the store
   * cannot tell: rather none than two.
   */
  async function welcome(by: string): Promise<Reply | null> {
    if (closedReply(deps) !== null) return null;
    const first = await store.takeTurn('welcome', keys.person(by), FOR_GOOD).catch(() => false);
    if (!first) return null;
    const path = progress(await learner.learned(by));
    return welcomeReply(faq().knowledge, textDays, path.entries === 0 ? null : path);
  }

  return { home, lookUp, say, welcome, prompts: () => promptsOf(faq().knowledge) };
}
