/**
 * The ids that Slack hands back when somebody presses something. A button's id is its name, a colon and its number,
 * since ids must differ within a message; what it stands for is in its value.
 */
export const NAMES = {
  /** A suggested entry; the value is its id. */
  choose: 'choose',
  /** "None of these" under suggestions. */
  none: 'none',
  /** Picked in place of the closest entry; the option's value is `choose`, a space and another entry's id, or `none`. */
  instead: 'instead',
  /** An entry to read besides: related ones and those of a topic; the value is its id. */
  read: 'read',
  /** A topic picked from a menu; the option's value is its id. */
  topic: 'topic',
  /** Helpful or not; the value is `up` or `down`, a space and the entry's id. */
  vote: 'vote',
  /** Why an answer did not help; the value is the reason, a space, the entry's id, a space and the answer's id. */
  reason: 'reason',
} as const;

export type Name = keyof typeof NAMES;

/** The name whose action id this is, such as `read:3`; undefined where it is none of ours. */
export function nameOf(actionId: string): Name | undefined {
  const [, id] = /^([a-z]{1,20})(?::\d{1,3})?$/.exec(actionId) ?? [];
  return (Object.keys(NAMES) as Name[]).find((name) => NAMES[name] === id);
}
