import { daysBetween } from './day.js';
import type { Entry, Knowledge } from './entry.js';

/** Months after which an entry is due for review, where it says nothing else; and the most and least that it may say. */
const REVIEW_EVERY = 12;
export const REVIEW_MONTHS = { least: 1, most: 60 } as const;

/** An entry that is due for review. */
export interface Due {
  entry: Entry;
  /** The day since which it is due; null where it was never reviewed. */
  since: string | null;
}

/**
 * The entries that are due on a day, safety first, then those never reviewed, then by how long they are due. Only a review by a clinician
 * counts, with its day and its name: an edit sets no clock back, and an answer that was changed after its review is due since then.
 */
export function reviewsDue({ entries }: Pick<Knowledge, 'entries'>, today: string): Due[] {
  const due = [...entries.values()].flatMap((entry): Due[] => {
    const since = dueDay(entry);
    return since === null || since <= today ? [{ entry, since }] : [];
  });
  return due.sort((a, b) => Number(b.entry.safety) - Number(a.entry.safety) || compare(a.since ?? '', b.since ?? ''));
}

/** Whether an answer was changed after the day of its review: then nobody has reviewed what it says. */
export function isChangedSince({ reviewed, changed }: Entry): boolean {
  return reviewed !== undefined && changed !== undefined && changed > reviewed;
}

/** The day on which an entry is due for review; null where it was never reviewed. */
export function dueDay(entry: Entry): string | null {
  const { reviewed, reviewedBy, changed, reviewEvery = REVIEW_EVERY } = entry;
  if (reviewed === undefined || reviewedBy === undefined) return null;
  const regular = dayAfter(reviewed, reviewEvery);
  return changed !== undefined && isChangedSince(entry) && changed < regular ? changed : regular;
}

function dayAfter(reviewed: string, reviewEvery: number): string {
  const [year = 0, month = 1, day = 1] = reviewed.split('-').map(Number);
  const months = year * 12 + (month - 1) + reviewEvery;
  // The last day of a month that has no such day.
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, last))).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a day, as is written in the files, has begun nowhere yet: `today` is of UTC, and a clinic far in the east is ahead of it. */
export function isToCome(day: string, today: string): boolean {
  return daysBetween(today, day) > 1;
}
