/** Whom to ask where the FAQ has no answer. */
export interface Leads {
  /** Slack user ids. */
  people: readonly string[];
  /** Channel id. */
  channel: string | null;
}

/** Wherever nothing is answered. */
export const IN_DANGER =
  'If a patient may be in danger, do not wait for me: ask a clinician now, or call the local emergency number.';

/** The sentence that tells how to reach a lead. The channel comes first, since naming people pings them. */
export function askLead({ people, channel }: Leads): string {
  if (channel !== null) return `Ask a lead in <#${channel}>.`;
  if (people.length > 0) return `Ask a lead: ${named(people)}.`;
  return 'Ask a lead of your clinic.';
}

export function named(people: readonly string[]): string {
  return people.map((id) => `<@${id}>`).join(', ');
}
