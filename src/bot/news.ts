import { isServed } from '../faq/load.js';
import type { Refused } from '../faq/serve.js';
import { DAY, dayOf, daysAfter, hourOf, weekdayOf } from '../knowledge/day.js';
import { digestReply, hasNews } from '../replies/digest.js';
import { openGaps } from '../replies/gaps.js';
import { mendedReply, refusedReply, refusedSaveReply } from '../replies/refused.js';
import type { Reply } from '../replies/reply.js';
import type { Store } from '../store/store.js';
import type { BotDeps } from './deps.js';
import type { Gaps } from './gaps.js';
import type { Review } from './review.js';

/** When the leads are told of the week: from this weekday's first hour on, until its last. 1 is Monday. */
const DIGEST = { weekday: 1, from: 9, until: 17 } as const;
const WEEK = 7 * DAY;
/** Milliseconds in which all replicas notice the same change of the files: what comes again later is told again. */
const AT_ONCE = 600_000;
/** Votes down in a week from which on an entry is low-rated, where they are more than those up. */
const LOW = 2;

type NewsDeps = Pick<BotDeps, 'faq' | 'keys' | 'now' | 'timeZone'> & {
  store: Pick<Store, 'tally' | 'ratings' | 'takeTurn'>;
  /** Why the newest files are not in service; null where they are. */
  refused(): Refused | null;
};

/** What leads are told in their channel, each once by one of all replicas: the week, and that a save is refused, and mended. */
export function createNews(
  { faq, keys, now, timeZone, store, refused }: NewsDeps,
  { gaps, review }: { gaps: Pick<Gaps, 'look'>; review: Pick<Review, 'due'> },
) {
  /** The fault that this replica has seen last; null while there is none. */
  let seen: string | null = null;

  /** What is to be told now. */
  async function* news(): AsyncGenerator<Reply> {
    yield* ofFiles();
    yield* ofWeek();
  }

  async function* ofFiles(): AsyncGenerator<Reply> {
    const found = refused();
    const fault = found === null ? null : `${found.code} ${found.file} ${found.message}`;
    if (fault === seen) return;
    const [before, at] = [seen, now()];
    const slot = keys.asked(`${fault ?? `mended ${before}`} ${Math.floor(at.getTime() / AT_ONCE)}`);
    // Rather twice than not at all, while the store is away.
    const mine = await store.takeTurn('files', slot, at).catch(() => true);
    seen = fault;
    if (!mine) return;
    if (found === null) yield mendedReply(faq().knowledge.entries.size);
    else yield isServed(faq()) ? refusedSaveReply(found) : refusedReply(found);
  }

  async function* ofWeek(): AsyncGenerator<Reply> {
    const at = now();
    const [today, hour] = [dayOf(at, timeZone), hourOf(at, timeZone)];
    if (weekdayOf(today) !== DIGEST.weekday || hour < DIGEST.from || hour >= DIGEST.until) return;
    if (!(await store.takeTurn('digest', today, at))) return;
    const ago = (weeks: number) => new Date(at.getTime() - weeks * WEEK);
    const due = review.due();
    const digest = {
      from: daysAfter(today, -7),
      to: daysAfter(today, -1),
      calendar: { timeZone, today },
      week: await store.tally(ago(1), at),
      before: await store.tally(ago(2), ago(1)),
      gaps: openGaps(await gaps.look()),
      low: (await store.ratings(ago(1))).filter(({ up, down }) => down >= LOW && down > up),
      due: due.length,
      dueSafety: due.filter(({ entry }) => entry.safety).length,
    };
    if (hasNews(digest)) yield digestReply(digest);
  }

  return { news };
}
