import type { Asked, Door } from './asked.js';

/** How far the leads have come with a question. */
export type EscalationState = 'open' | 'claimed' | 'answered' | 'closed';

/** A lead who acted, in clear, since the card names them; `person` is their keyed hash. */
export interface Acting {
  user: string;
  person: string;
}

/** A question handed to the leads, until it is closed. */
export interface Escalation {
  /** Keyed hash of the form that handed it on. */
  id: string;
  /** Id of the question that it came from, if any. */
  asked: string | null;
  /** Keyed hash of its words: whoever hands on the same joins it. Its own id once it was closed, or its words are gone. */
  alike: string;
  /** Keyed hash of the person who handed it on first. */
  person: string;
  /** Where it was asked; the id of a channel that everybody may join, and of no other place. */
  door: Door;
  channel: string | null;
  /** The question after redaction. */
  text: string;
  /** The entry that was shown and did not help. */
  shown: string | null;
  /** What it was warned of: entries, with the number of the words in their `watch_for`. */
  warnings: readonly { entry: string; word: number }[];
  candidates: Asked['candidates'];
  /** How many people handed it on. */
  askers: number;
  state: EscalationState;
  /** When it came to its state, and the lead who brought it there; null where who asked did. */
  since: Date;
  lead: Acting | null;
  /** The entry that a lead picked. */
  entry: string | null;
  /** What a lead wrote. */
  answer: string | null;
  /** How often it was opened again. */
  reopened: number;
  /** Rises with every change: whoever has seen an older one changes nothing. */
  revision: number;
  /** Timestamp of its card in the leads' channel. */
  card: string | null;
  version: string;
  at: Date;
}

/** That somebody who asked is to be told, and where. Ids are in clear, since Slack takes no others: kept for that alone. */
export interface Notice {
  /** Id of the escalation. */
  about: string;
  /** Keyed hash of the person. */
  person: string;
  /** Null where the person does not want to be told, or was. */
  where: { user: string; channel: string; thread: string | null } | null;
  /** The message by which the person was told, for a week, so that it can be changed. */
  copy: { channel: string; ts: string } | null;
  at: Date;
}

/** What the store does with questions that are handed to the leads. */
export interface Escalations {
  /** A question that is kept. Null where it is not, or is forgotten. */
  askedOf(asked: string): Promise<Asked | null>;
  /** Keeps an escalation, or joins the one that holds the same words, with where to tell who asked. Answers with what is kept. */
  escalate(escalation: Escalation, notice: Omit<Notice, 'about'>): Promise<Escalation>;
  escalationOf(id: string): Promise<Escalation | null>;
  /** The escalation whose card this is. */
  escalationAt(card: string): Promise<Escalation | null>;
  /** Changes it where it is still as it was seen. False where somebody else was first. */
  changeEscalation(seen: Pick<Escalation, 'id' | 'revision'>, change: EscalationChange): Promise<boolean>;
  /** Keeps where its card stands. */
  keepCard(id: string, card: string): Promise<void>;
  /** Removes one that never reached the leads, and its notices. */
  withdraw(id: string): Promise<void>;
  /** Keeps where to tell a person, in place of what was kept before. */
  notify(notice: Notice): Promise<void>;
  noticesOf(about: string): Promise<readonly Notice[]>;
  /** Lets go of where to tell anybody. */
  dropNotices(about: string): Promise<void>;
  /** How many there are in each state. */
  countEscalations(): Promise<Record<EscalationState, number>>;
  /** All of them, oldest first. */
  allEscalations(): AsyncIterable<Escalation>;
}

export type EscalationChange = Partial<
  Pick<Escalation, 'alike' | 'state' | 'since' | 'lead' | 'entry' | 'answer' | 'reopened'>
>;
