/** What the bot keeps, behind one interface: SQLite for one machine, PostgreSQL for several replicas. */

import type { Asked, Outcome, Vote } from './asked.js';
import type { Edits } from './edit.js';
import type { Escalations } from './escalation.js';
import type { Gaps } from './gap.js';
import type { Stances } from './stance.js';

export type { Asked, Door, Outcome, Vote } from './asked.js';
export type { Edit } from './edit.js';
export type { Acting, Escalation, EscalationChange, EscalationState, Escalations, Notice } from './escalation.js';
export type { Gap, GapState, Gaps, Missed } from './gap.js';

/** Where a question and the bot's reply to it stand in Slack. Ids are in clear, since Slack takes no others: kept for a day. */
export interface Place {
  team: string;
  channel: string;
  /** Timestamps of the question, of the first message of its thread (its own where it began one), and of the reply. */
  ts: string;
  thread: string;
  reply: string;
}

/** A question with its place. */
export interface Placed {
  place: Place;
  asked: Asked;
}

/** How one person stands to one entry of the reading path. */
export interface Reading {
  /** Keyed hash of the person. */
  person: string;
  entry: string;
  /** Hash of what was read, so that a changed entry is known. */
  version: string;
  state: 'read' | 'unclear' | 'skipped';
  at: Date;
}

/** How one person stands to one question of the quiz. Days are those of the clinic's clock, as 2026-11-30. */
export interface Recall {
  /** Keyed hash of the person. */
  person: string;
  /** Hash of the question and its right option. */
  item: string;
  /** Answers so far. */
  tries: number;
  /** Whether the first answer was right, and the last one. */
  firstRight: boolean;
  lastRight: boolean;
  /** Answers that were wrong. */
  missed: number;
  /** Different days on which it was right since it was missed last. */
  rightDays: number;
  /** The day of the last answer, and the day on which it is asked again. */
  day: string;
  due: string;
  at: Date;
}

/** That somebody wants to be reminded, and where. */
export interface Reminder {
  /** Keyed hash of the person. */
  person: string;
  /** Slack user id, in clear, since Slack takes no other: kept for as long as reminders are wanted. */
  user: string;
  /** The day from which they are sent. */
  from: string;
  at: Date;
}

/** What is kept of one person's learning. */
export interface Learned {
  readings: readonly Reading[];
  recalls: readonly Recall[];
  reminder: Reminder | null;
}

/** Where several people stumble: how many, by entry and version, and by question. Of fewer than three nothing is told. */
export interface Stumbled {
  unclear: readonly { entry: string; version: string; people: number }[];
  missed: readonly { item: string; people: number }[];
}

/** That somebody asked to be forgotten, and when. */
export interface Mark {
  /** Keyed hash of the person. */
  person: string;
  at: Date;
}

/** The tables that hold rows of a person, and `texts`. */
export type Counted =
  | 'asked'
  | 'texts'
  | 'votes'
  | 'places'
  | 'members'
  | 'edits'
  | 'escalations'
  | 'led'
  | 'welcomes'
  | 'notices'
  | 'readings'
  | 'recalls'
  | 'reminders'
  | 'stances';

/** What is kept of one person: all of it counted, and the latest in full, the latest first. */
export interface Kept {
  /** Rows by their table; `texts`: those of `asked` that still have their words. */
  counts: Record<Counted, number>;
  asked: readonly Asked[];
  votes: readonly Vote[];
}

export interface Store extends Edits, Escalations, Gaps, Stances {
  /** Keeps a question. False when its id is there already: then nothing may be posted. */
  record(asked: Asked): Promise<boolean>;
  /** Keeps what came of a question, in place of what came of it before; nothing where the question is gone or forgotten. */
  settle(asked: string, outcome: Outcome): Promise<void>;
  /** Keeps where a question and its reply stand; nothing where the question is gone or forgotten. */
  place(asked: string, place: Place): Promise<void>;
  /** A question of the last day with its place. Null where that is not known. */
  placeOf(asked: string): Promise<Placed | null>;
  /** The questions of the last day that were answered in a thread, or outside any, the latest first, some ten at most. */
  inThread(where: Pick<Place, 'team' | 'channel'> & { thread?: string | undefined }): Promise<readonly Placed[]>;
  /**
   * Puts an edited question in place of what it was, with nothing come of it yet; its door, person and time stay. False where
   * its place is not known, or this edit or a later one was taken already: then nothing may be changed in Slack.
   */
  revise(asked: Asked, edited: string): Promise<boolean>;
  /**
   * Keeps a vote in place of the person's earlier one on the same. The later is the one that arrives later, whatever a clock
   * says; only one that comes `late`, from memory, leaves alone what has a later `at`.
   */
  vote(vote: Vote, late?: boolean): Promise<void>;
  /** Takes a job's turn, such as ('retention', '2026-11-23'). True for exactly one caller among all replicas. */
  takeTurn(job: string, slot: string, at: Date): Promise<boolean>;
  /** All that is kept of one person's learning. */
  learned(person: string): Promise<Learned>;
  /** Keeps how somebody stands to an entry, in place of what was before; that it was skipped only where its version was not read. */
  keepReading(reading: Reading): Promise<void>;
  /** Keeps an answer to a question of the quiz. False where `tries` is not the next one: then it was counted before. */
  keepRecall(recall: Recall): Promise<boolean>;
  /** Keeps that somebody wants to be reminded, in place of what was before. */
  keepReminder(reminder: Reminder): Promise<void>;
  /** Sends no more reminders to a person, and lets go of where. */
  dropReminder(person: string): Promise<void>;
  /** Everybody who wants to be reminded. */
  reminders(): Promise<readonly Reminder[]>;
  /** Where at least three people stumble. */
  stumbled(): Promise<Stumbled>;
  /**
   * Removes all that is older than `before`, and the learning of whoever has done nothing since; answers with the number of
   * questions and votes removed.
   */
  expire(before: Date): Promise<number>;
  /** Empties the texts of questions and the notes of votes that are older than `before`; the rows stay. Answers with their number. */
  expireText(before: Date): Promise<number>;
  /**
   * Removes a person's questions, votes and learning; answers with the number of rows removed. Of a question under 24 hours old the
   * bare id stays for that time, with no person, text or outcome, so that a repeated delivery is not answered again;
   * of a stance that the person has set the stance stays.
   * With `asOf` only what is not later, for whoever finds that somebody asked before. Without it turns go, too, that a job takes once
   * for a person, whose slot is the person.
   */
  forget(person: string, asOf?: Date): Promise<number>;
  /** A person's latest questions, the latest first, at most as many. */
  askedBy(person: string, most: number): Promise<readonly Asked[]>;
  /** What is kept of a person: of questions and of votes some two hundred in full. */
  keptOf(person: string): Promise<Kept>;
  /** Who asked to be forgotten in the last days, and when. */
  forgotten(): Promise<readonly Mark[]>;
  /** All questions, oldest first. */
  allAsked(): AsyncIterable<Asked>;
  /** All votes, oldest first. */
  allVotes(): AsyncIterable<Vote>;
  /** Throws where the store cannot be read and written now. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** A store that was opened for reading alone. */
export type ReadStore = Pick<Store, 'allAsked' | 'allVotes' | 'allEscalations' | 'missed' | 'gaps' | 'close'>;
