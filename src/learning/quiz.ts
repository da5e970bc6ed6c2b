import { daysBetween } from '../knowledge/day.js';
import type { Knowledge, QuizQuestion } from '../knowledge/entry.js';
import type { Recall } from '../store/store.js';
import { isKnown } from './schedule.js';

/** Questions of one sitting: some two minutes, which fit between two patients. */
export const SITTING = 8;

/** A question of the quiz with the hash by which answers to it are kept. */
export interface Item extends QuizQuestion {
  item: string;
}

/** What is open today, and how far one is. */
export interface Sitting {
  /** What is asked now. Null where nothing is, or the sitting is over. */
  now: Item | null;
  /** True where it was missed today, and comes back. */
  again: boolean;
  /** Number of the question in its sitting, counted from 1, and how many the sitting has. */
  number: number;
  of: number;
  /** Questions of the sitting that were answered, the last one counted. */
  asked: number;
  /** Questions that were missed today and come back. */
  back: number;
  /** Questions that could be asked in a further sitting today. */
  waiting: number;
}

/**
 * The questions of the reading path, those on safety first, else in the path's order. Each is known by its words and its right
 * option: with another of both it is another question, wherever it stands.
 */
export function itemsOf({ path, entries }: Knowledge, hash: (text: string) => string): Item[] {
  const all = path.flatMap(({ quiz }) => quiz);
  const items = all.flatMap((each) => {
    const right = each.options[each.right - 1];
    return right === undefined || !entries.has(each.entry)
      ? []
      : [{ ...each, item: hash(JSON.stringify([each.question, right])) }];
  });
  const once = [...new Map(items.map((each) => [each.item, each])).values()];
  const isSafety = ({ entry }: Item) => entries.get(entry)?.safety === true;
  return [...once.filter(isSafety), ...once.filter((each) => !isSafety(each))];
}

/**
 * What is asked now: first what has become due, then what is new, then what was missed today. Nothing of a sitting is kept: it
 * follows from the answers, on every replica. `more` begins a further sitting on the same day.
 */
export function sittingOf(items: readonly Item[], recalls: readonly Recall[], today: string, more = false): Sitting {
  const known = new Map(recalls.map((recall) => [recall.item, recall]));
  const standing = (each: Item) => known.get(each.item);
  // A day to come is one of a clock that was set back since.
  const isOfToday = (each: Item) => (standing(each)?.day ?? '') >= today;
  const done = items.filter(isOfToday);
  const fresh = items.filter((each) => !isOfToday(each) && (standing(each)?.due ?? '') <= today);
  const due = fresh.filter((each) => standing(each) !== undefined);
  const missed = done.filter((each) => standing(each)?.lastRight === false);
  missed.sort((one, other) => (standing(one)?.at.getTime() ?? 0) - (standing(other)?.at.getTime() ?? 0));
  const inSitting = done.length % SITTING;
  const isOpen = inSitting > 0 || done.length === 0 || (more && missed.length === 0);
  const [next] = isOpen ? [...due, ...fresh] : [];
  const now = next ?? missed[0] ?? null;
  return {
    now,
    again: now !== null && next === undefined,
    number: inSitting + 1,
    of: Math.min(SITTING, inSitting + fresh.length),
    asked: inSitting === 0 && done.length > 0 ? SITTING : inSitting,
    back: missed.length,
    waiting: fresh.length,
  };
}

/** How many questions are known, and when one comes back next; `waiting` could be asked today. */
export function outlookOf(items: readonly Item[], recalls: readonly Recall[], today: string) {
  const ids = new Set(items.map(({ item }) => item));
  const mine = recalls.filter(({ item }) => ids.has(item));
  const [first] = mine
    .map(({ due }) => due)
    .filter((due) => due > today)
    .sort();
  return {
    questions: items.length,
    known: mine.filter(isKnown).length,
    firstRight: mine.filter(({ firstRight }) => firstRight).length,
    answered: mine.length,
    waiting: sittingOf(items, recalls, today).waiting,
    next:
      first === undefined
        ? null
        : { inDays: daysBetween(today, first), count: mine.filter(({ due }) => due === first).length },
  };
}
