/**
 * The ids that Slack hands back when somebody presses something. A button's id is its name, a colon and its number,
 * since ids must differ within a message; what it stands for is in its value, and the question in its block's id (block-id.ts).
 */
export const NAMES = {
  /** A suggested entry; the value is its id. */
  choose: 'choose',
  /** "None of these" under suggestions. */
  none: 'none',
  /** Picked in place of the closest entry; the option's value is `choose`, a space and another entry's id, or `none`. */
  instead: 'instead',
  /** An entry to read besides, by a button or from a menu: related ones and those of a topic; the value is its id. */
  read: 'read',
  /** On what an answer rests; the value is its entry's id. */
  evidence: 'evidence',
  /** A topic picked from a menu; the option's value is its id. */
  topic: 'topic',
  /** A further page of a topic; the value is the page's number, a space and the topic's id. */
  page: 'page',
  /** A question typed on the Home; the value is the question. */
  ask: 'ask',
  /** An entry picked as one types; the option's value is its id. */
  pick: 'pick',
  /** Says a word to the bot, such as "privacy"; the value is the word, and what follows it after a space. */
  word: 'word',
  /** Shows somebody the answer to a question of their own once more; the value is the question's id. */
  again: 'again',
  /** Removes what is kept of whoever presses; the value says nothing. */
  forget: 'forget',
  /** Helpful or not; the value is `up` or `down`, a space and the entry's id. */
  vote: 'vote',
  /** Why an answer did not help; the value is the reason, a space and the entry's id. */
  reason: 'reason',
  /** Opens the form for a note; the value is as that of a reason. */
  note: 'note',
  /** A page of the gaps, by a button or a menu; the value is which are shown, a space and the page's number. */
  gaps: 'gaps',
  /** The next entry that is due for review; the value is how many came before, a space and the last one's id. */
  review: 'review',
  /** Opens the form that marks an entry reviewed; the value is how many came before, the version shown and the entry's id. */
  mark: 'mark',
  /** What a lead says of a gap; the value is the state, the gap's id, which are shown and the page, with spaces between. */
  gap: 'gap',
  /** Opens a form of the leads: `wordings` or `draft`, and a space and a gap’s id where it is about one. */
  add: 'add',
  /** Opens the form that changes an entry, by a button or a menu; the value is the entry’s id. */
  change: 'change',
  /** A source picked as one types; the option’s value is its id. */
  cite: 'cite',
  /** What a lead does with an edit: `see`, `amend` or `undo`, a space and its id. */
  edit: 'edit',
  /** Shows an answer that one person alone sees to everybody there; the value is that of share.ts. */
  share: 'share',
  /** A card of the reading path; the value is that of reading.ts: an act, an entry's id and its version. */
  learn: 'learn',
  /** A question of the quiz; the value is that of quiz.ts. */
  quiz: 'quiz',
  /** Reminders of the quiz; the value is `on`, `pause` or `off`. */
  remind: 'remind',
  /** What one has learned, for a lead; the value is that of tell-lead.ts. */
  tell: 'tell',
  /** Opens the form that hands a question to the leads; the value is the id of an entry that did not help, or `-`. */
  lead: 'lead',
  /** A lead claims an escalation; the value is `first`, or `over` where another lead has it. Its id stands in the block's. */
  claim: 'claim',
  /** Opens the form for a lead's answer. */
  reply: 'reply',
  /** An entry that a lead picks as the answer; the option's value is its id. */
  send: 'send',
  /** A lead closes an escalation. */
  close: 'close',
  /** Who asked was helped, or asks again; the value is the escalation's id, or `lead` where a lead opens it again by its card. */
  helped: 'helped',
  reopen: 'reopen',
} as const;

export type Name = keyof typeof NAMES;

/** The name whose action id this is, such as `read:3`; undefined where it is none of ours. */
export function nameOf(actionId: string): Name | undefined {
  const [, id] = /^([a-z]{1,20})(?::\d{1,3})?$/.exec(actionId) ?? [];
  return (Object.keys(NAMES) as Name[]).find((name) => NAMES[name] === id);
}
