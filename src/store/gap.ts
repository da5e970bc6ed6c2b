import type { Asked, Vote } from './asked.js';

/** What leads have said of a gap; "new" while they have said nothing. */
export type GapState = 'new' | 'planned' | 'done' | 'ignored';

/** Questions of which nothing good came, and which are alike. */
export interface Gap {
  id: string;
  state: GapState;
  /** When leads said so; null while they have said nothing. */
  since: Date | null;
  /** Those that joined first come first: what stands for the gap stays when others join. */
  members: readonly { asked: string; person: string; at: Date }[];
}

/** A question of which nothing good came, with the votes down on it. */
export interface Missed {
  asked: Asked;
  down: readonly Vote[];
}

/** What the store does with questions that were asked in vain, and what it counts for the leads. */
export interface Gaps {
  /** Questions since an instant that have words still, and of which nothing good came; oldest first. */
  missed(since: Date): AsyncIterable<Missed>;
  gaps(): Promise<readonly Gap[]>;
  /** Keeps which questions have joined which gap, and which have left theirs. One that stands in a gap stays there. */
  regroup(change: {
    joined: readonly { asked: string; gap: string }[];
    left: readonly string[];
    at: Date;
  }): Promise<void>;
  /** Keeps what leads say of a gap. False where it has no members any more. */
  markGap(id: string, state: GapState, at: Date): Promise<boolean>;
  /** Counts of questions from one instant to before another: answered at once; of which something good came; different people. */
  tally(from: Date, to: Date): Promise<Tally>;
  /** Votes up and down since an instant, by entry. */
  ratings(since: Date): Promise<readonly { entry: string; up: number; down: number }[]>;
}

export interface Tally {
  asked: number;
  answered: number;
  helped: number;
  people: number;
}
