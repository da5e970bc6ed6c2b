/**
 * How far an edit has come. `proposed`: it is being proved. `waiting`: a second lead must publish it. `publishing`: somebody has pressed.
 * `undone`: it was published, and taken back by a later edit. `requested`: a pull request asks for it; what becomes of that is not known here.
 */
export type EditState = 'proposed' | 'waiting' | 'publishing' | 'published' | 'undone' | 'requested';

/** One change to the knowledge that a lead made through the bot, with its proof and its undo. */
export interface Edit {
  /** Keyed hash of the form by which it was proposed, or of the press. */
  id: string;
  /** Keyed hash of the lead who proposed it. */
  person: string;
  /** Keyed hash of the lead who published it. Empty where nobody has. */
  publisher: string;
  state: EditState;
  /** `file`: a file as a lead has typed it. */
  what: 'wordings' | 'draft' | 'change' | 'file' | 'review' | 'undo';
  /** The entry, and its title; the first of several, and none where no entry says anything else. */
  entry: string;
  title: string;
  /** Why, in the lead's words, redacted. */
  why: string;
  /** What was filled in, as JSON, so that it can be changed. */
  form: string;
  /** What is to change, and, once it is published, the lines that did, as JSON. */
  change: string;
  changed: string;
  /** What the proof came to, and the version of the folder that was proved. */
  proof: string;
  proved: string;
  /** Which folder is being written: what `alone` tells. Empty before, and where nothing can be locked. */
  folder: string;
  /** Id of the commit, where there is one. */
  commit: string | null;
  /** The page of the pull request, where there is one. */
  link: string | null;
  at: Date;
}

/** An edit that nobody has proved, published or written yet. */
export const PROPOSED = {
  publisher: '',
  state: 'proposed',
  changed: '[]',
  proof: '',
  proved: '',
  folder: '',
  commit: null,
  link: null,
} as const satisfies Partial<Edit>;

/** What the store does with edits. */
export interface Edits {
  /** Keeps an edit, in place of what was kept of it before. */
  keepEdit(edit: Edit): Promise<void>;
  /** Keeps what the proof came to, beside the form with what it has found, where nobody has published the edit meanwhile. False where it is gone. */
  keepProof(id: string, done: Pick<Edit, 'proof' | 'proved' | 'form'>): Promise<boolean>;
  /**
   * Keeps what is about to be written, and by whom, and that it is being published. False where the edit is gone, published, or
   * being written in another folder.
   */
  beginEdit(id: string, begun: Pick<Edit, 'publisher' | 'changed' | 'folder' | 'at'>): Promise<boolean>;
  /** Brings an edit that was begun back to a state of before, or removes it where its lead was forgotten meanwhile. */
  releaseEdit(id: string, to: EditState): Promise<void>;
  /** Edits that are being published, or were when their process ended. */
  begunEdits(): Promise<readonly Edit[]>;
  /** Keeps what came of publishing an edit; nothing of a lead who was forgotten meanwhile. */
  keepPublished(id: string, done: Pick<Edit, 'publisher' | 'changed' | 'commit' | 'at'>): Promise<void>;
  /** Keeps that a pull request asks for an edit, where nobody has published it meanwhile. */
  keepRequested(id: string, done: { publisher: string; link: string; at: Date }): Promise<void>;
  editOf(id: string): Promise<Edit | null>;
  /** Brings an edit from one state to another. True for exactly one caller; false where it is in none of these states. */
  moveEdit(id: string, from: readonly EditState[], to: EditState): Promise<boolean>;
  /** The last edits that were published or asked for, undone ones too, the latest first. */
  lastEdits(most: number): Promise<readonly Edit[]>;
}
