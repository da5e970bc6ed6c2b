/** The ways by which a question comes in. */
const DOORS = ['mention', 'direct message', 'command', 'shortcut', 'modal', 'home', 'auto', 'workflow'] as const;
export type Door = (typeof DOORS)[number];

/** What came of a question: an offered entry was chosen (`chose dosage`), or none of them was meant. */
export type Outcome = 'none' | `chose ${string}`;

/** One stored question with its decision, and what came of it. */
export interface Asked {
  /** Keyed hash of team, channel and timestamp, so that a redelivery is the same row. */
  id: string;
  door: Door;
  /** Keyed hash of the person who asked. */
  person: string;
  /** The question after redaction. */
  text: string;
  decision: 'answer' | 'suggest' | 'abstain';
  /** The answered entry. */
  entry: string | null;
  /** The entries that were shown above the reply, since words that they watch for were used. */
  warnings: readonly string[];
  /** The entries that were offered to choose from, in their order. */
  offered: readonly string[];
  /** Null while nothing came of it. */
  outcome: Outcome | null;
  /** The best candidates, best first. */
  candidates: readonly { entry: string; confidence: number }[];
  /** Version of the knowledge that decided. */
  version: string;
  at: Date;
}

/** One person's last up or down on an entry that was read for a question. */
export interface Vote {
  /** Id of the question. */
  asked: string;
  entry: string;
  /** Keyed hash of the person who voted. */
  person: string;
  helpful: boolean;
  /** Why not: one of a few reasons; only with `helpful: false`. */
  reason: string | null;
  /** Why not in the person's own words, redacted. */
  note: string | null;
  /** Version of the knowledge that was voted on. */
  version: string;
  at: Date;
}
