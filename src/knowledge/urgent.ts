/** The entry of red flags, signs that a patient must be sent on: it and those that narrow it come before all other warnings. */
const URGENT = 'refer';

/** Whether an entry, by its id, is about red flags. */
export function isUrgent(entry: string): boolean {
  return entry === URGENT || entry.startsWith(`${URGENT}-`);
}
