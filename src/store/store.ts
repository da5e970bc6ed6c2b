/** What the bot keeps, behind one interface: SQLite for one machine, PostgreSQL for several replicas. */

/** The ways by which a question comes in. */
const DOORS = ['mention', 'direct message', 'command', 'choice'] as const;
export type Door = (typeof DOORS)[number];

/** One stored question with its decision. */
export interface Asked {
  /** From team, channel and timestamp, so that a redelivery is the same row. */
  id: string;
  door: Door;
  /** Keyed hash of the person who asked. */
  person: string;
  /** The question after redaction. */
  text: string;
  decision: 'answer' | 'suggest' | 'abstain';
  /** The answered entry. */
  entry: string | null;
  /** The best candidates, best first. */
  candidates: readonly { entry: string; confidence: number }[];
  /** Version of the knowledge that decided. */
  version: string;
  at: Date;
}

/** One person's last up or down on an answer. */
export interface Vote {
  /** Id of the answer's message, from team, channel and timestamp. */
  answer: string;
  entry: string;
  /** Keyed hash of the person who voted. */
  person: string;
  helpful: boolean;
  /** Why not, redacted; only with `helpful: false`. */
  reason: string | null;
  at: Date;
}

export interface Store {
  /** Keeps a question. False when its id is there already: then nothing may be posted. */
  record(asked: Asked): Promise<boolean>;
  /** Keeps a vote; a person's later vote on the same answer, by `at`, replaces the earlier one, whichever comes first. */
  vote(vote: Vote): Promise<void>;
  /** Takes a job's turn, such as ('retention', '2026-11-23'). True for exactly one caller among all replicas. */
  takeTurn(job: string, slot: string, at: Date): Promise<boolean>;
  /** Removes all that is older than `before`; answers with the number of questions and votes removed. */
  expire(before: Date): Promise<number>;
  /**
   * Removes a person's questions and votes; answers with the number of rows removed. Of a question under 24 hours old the
   * bare id stays for that time, with no person and no text, so that a repeated delivery is not answered again.
   */
  forget(person: string): Promise<number>;
  /** All questions, oldest first. */
  allAsked(): AsyncIterable<Asked>;
  /** All votes, oldest first. */
  allVotes(): AsyncIterable<Vote>;
  /** Throws where the store cannot be read and written now. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
