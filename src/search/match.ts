/** What the search gives back: plain data, the same for Slack, the command line and the measurements. */

/** `answer`: sure enough to answer. `suggest`: offer two or three entries. `abstain`: say that we do not know. */
export type Decision = 'answer' | 'suggest' | 'abstain';

/** An entry with the calibrated chance (0…1) that it is the right answer to the utterance. */
export interface Candidate {
  entry: string;
  confidence: number;
}

/** What is decided by the candidates alone. */
export interface Verdict {
  decision: Decision;
  /** The answered entry; null unless the decision is `answer`. */
  entry: string | null;
  /** The best candidate's confidence, 0 where there is none. */
  confidence: number;
  /** The best five, best first, whatever the decision. */
  candidates: readonly Candidate[];
  /** For `suggest` the ids of the first one to three candidates, else empty. One alone is far ahead of the others. */
  offered: readonly string[];
}

/** The outcome for one utterance. */
export interface Match extends Verdict {
  /** At most three, the most urgent first, without the answered entry; whatever the decision. */
  warnings: readonly Warning[];
  /** Ids of further entries that another part of the utterance is answered by, at most two, without those that are warned of. */
  also: readonly string[];
  /** What was read otherwise than it was typed, in order. */
  corrections: readonly Correction[];
}

/** A match in which nothing was decided. */
export const UNDECIDED: Match = {
  decision: 'abstain',
  entry: null,
  confidence: 0,
  candidates: [],
  offered: [],
  warnings: [],
  also: [],
  corrections: [],
};

/** What is looked at in words that were said to others than the bot. */
export interface Overheard {
  /** Whether they name what the whole FAQ is about. */
  onSubject: boolean;
  /** At most three, the most urgent first, the answered entry among them. */
  warnings: readonly Warning[];
}

/** An entry that must be shown, since words that it watches for were used. */
export interface Warning {
  entry: string;
  /** The watched words as their lead wrote them. */
  watched: string;
}

/** A word of the utterance, and what was read instead. */
export interface Correction {
  typed: string;
  read: string;
}

/** One word of the utterance and what it added to the entry's score; below 0 it spoke against it. */
export interface WordWeight {
  word: string;
  weight: number;
}

/** Why an entry stands where it stands: the words and the phrasing that spoke for it. */
export interface Why {
  entry: string;
  /** The utterance as search read it, after normalisation and correction of spelling. */
  tokens: readonly string[];
  /** Heaviest first. */
  words: readonly WordWeight[];
  /** The entry's nearest phrasing as its lead wrote it; null where the entry is unknown or shares nothing. */
  phrasing: string | null;
  /** Cosine similarity (0…1) of the utterance to that phrasing. */
  similarity: number;
}
