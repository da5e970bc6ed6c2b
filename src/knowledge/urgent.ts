/** The entry of red flags, signs that a patient must be sent on: it and those that narrow it come before all other warnings. */
const URGENT = 'refer';

/** Whether an entry, by its id, is about red flags. */
export function isUrgent(entry: string): boolean {
  return entry === URGENT || entry.startsWith(`${URGENT}-`);
}

/** What is about entries, the urgent first, and else in the order that it has. */
export function urgentFirst<About extends { entry: string }>(all: readonly About[]): About[] {
  return all.toSorted((one, other) => Number(isUrgent(other.entry)) - Number(isUrgent(one.entry)));
}
