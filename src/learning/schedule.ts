import { daysAfter } from '../knowledge/day.js';
import type { Recall } from '../store/store.js';

/**
 * Days after which a question is asked again, once it was right on one, two, three and more different days. Gaps that grow let one
 * keep more for longer than questions in a row do (Cepeda et al. 2006, doi:10.1037/0033-2909.132.3.354).
 */
export const GAPS = [1, 3, 7, 30] as const;
/** Different days on which a question has to be right before it counts as known: one may be luck. */
const DAYS_TO_KNOW = 2;

/** How somebody stands to a question, without whose and which it is. */
export type Standing = Omit<Recall, 'person' | 'item' | 'at'>;

/**
 * How somebody stands after an answer. A miss starts again, and is due on the same day. What is answered right before it is due,
 * or twice on a day, stays as it was.
 */
export function afterAnswer(before: Standing | null, { right, day }: { right: boolean; day: string }): Standing {
  const { tries = 0, firstRight = right, missed = 0, rightDays = 0, lastRight = false, due = day } = before ?? {};
  const counted = { tries: tries + 1, firstRight, lastRight: right, day };
  if (!right) return { ...counted, missed: missed + 1, rightDays: 0, due: day };
  if (lastRight && day < due) return { ...counted, missed, rightDays, due };
  return { ...counted, missed, rightDays: rightDays + 1, due: daysAfter(day, gapAfter(rightDays + 1)) };
}

function gapAfter(rightDays: number): number {
  return GAPS[Math.min(rightDays, GAPS.length) - 1] ?? GAPS[0];
}

/** Whether a question counts as known. */
export function isKnown({ rightDays }: Standing): boolean {
  return rightDays >= DAYS_TO_KNOW;
}
