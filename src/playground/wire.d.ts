/** What the page and its server say to each other. A declaration file, since the two are compiled apart. */

export interface WirePerson {
  id: string;
  name: string;
}

/** Somebody whom one can act as. */
export interface WireRole extends WirePerson {
  role: string;
}

/** How much has come so far that a person sees and not everybody does, by person and channel. */
export type WireNews = Record<string, Record<string, number>>;

export interface WireCommand {
  command: string;
  description?: string;
  usage_hint?: string;
}

export interface WireShortcut {
  callback_id: string;
  type: 'message' | 'global';
  name: string;
  description?: string;
}

/** First on a feed: who and what there is. */
export interface WireHello {
  /** Another one after every start of the server. */
  started: string;
  team: string;
  bot: WirePerson;
  people: WireRole[];
  /** The viewer's channels; a direct message has no name. */
  channels: { id: string; name: string | null; private: boolean }[];
  commands: WireCommand[];
  shortcuts: WireShortcut[];
  /** The app has a Home tab beside its messages. */
  hasHome: boolean;
}

export interface WirePost {
  ts: string;
  user: string;
  text: string;
  blocks: Record<string, unknown>[];
  /** Messages of elsewhere that are passed on with it. */
  attachments: Record<string, unknown>[];
  /** Names of the files that came with it. */
  files: string[];
  thread_ts: string | null;
  /** A reply that the channel sees, too. */
  broadcast: boolean;
  /** Only the viewer sees it. */
  private: boolean;
  edited: boolean;
  reactions: string[];
}

/** All that the viewer sees of one channel; sent anew when anything in it changes. */
export interface WireChannel {
  id: string;
  posts: WirePost[];
  statuses: { thread_ts: string; text: string }[];
  prompts: { title: string; message: string }[];
  /** The app is at work on something said here. */
  busy: boolean;
}

export interface WireView {
  id: string;
  hash: string;
  title: string;
  /** Null where the modal has no such button. */
  submit: string | null;
  close: string | null;
  blocks: Record<string, unknown>[];
}

/** The app's home and the modal that the viewer sees; sent anew when either changes. */
export interface WireViews {
  home: WireView | null;
  modal: WireView | null;
  /** How many views the modal holds. */
  depth: number;
}

/** What is filled in, by block id and action id: a text, an option's value, or the values of all ticked options. */
export type WireValues = Record<string, Record<string, string | string[] | null>>;

/** A message or a view. */
export type WireWhere = { channel: string; message_ts: string } | { view_id: string };

/** What a person does, as JSON to `POST /act`. */
export type WireAct = { user: string } & (
  | { act: 'say'; channel: string; text: string; thread_ts?: string; broadcast?: boolean; files?: string[] }
  | { act: 'edit'; channel: string; ts: string; text: string }
  | { act: 'remove'; channel: string; ts: string }
  | { act: 'command'; channel: string; command: string; text: string }
  | (WireWhere & {
      act: 'press';
      block_id: string;
      action_id: string;
      value?: string | string[];
      values?: WireValues;
    })
  | (WireWhere & { act: 'suggest'; block_id: string; action_id: string; value: string; values?: WireValues })
  | { act: 'shortcut'; channel: string; message_ts: string; callback_id: string }
  | { act: 'global'; callback_id: string }
  | { act: 'desk'; action_id: string; value: string }
  | { act: 'submit'; view_id: string; values: WireValues }
  | { act: 'close'; all: boolean }
  | { act: 'open'; tab: 'home' | 'messages' }
);

export interface WireResult {
  /** Timestamp of the post that was made or pressed. */
  ts: string;
  /** False where Slack told the app nothing of it. */
  heard: boolean;
  /** False where the app did not acknowledge in time. */
  acked: boolean;
  /** After `submit`: what stands under the fields, by block id. */
  errors?: Record<string, string>;
  /** After `submit` and `suggest`: why Slack would not take what the app answered, or null. */
  trouble?: string | null;
  /** After `suggest`: what the app offers. */
  options?: Record<string, unknown>[];
  /** After `suggest`: options under labels. */
  groups?: Record<string, unknown>[];
}

/** How the search reads a question, apart from where it was asked. */
export interface WireReading {
  decision: string;
  /** `sure`: the confidence in words. */
  candidates: { entry: string; title: string; confidence: number; sure: string }[];
  /** The words that spoke for the best candidate, and how much. */
  words: { word: string; weight: number }[];
  /** Its phrasing that is nearest. */
  phrasing: string | null;
  warnings: { entry: string; title: string; watched: string }[];
  /** What was read otherwise than typed. */
  corrections: { typed: string; read: string }[];
}

/** What became of one thing that a person did. Times are in milliseconds. */
export interface WireTrace {
  id: number;
  /** Since 1970. */
  at: number;
  act: string;
  user: string;
  /** What Slack sent to the app. */
  in: readonly Record<string, unknown>[];
  /** What the app said in its acknowledgements. */
  said: readonly unknown[];
  acked: boolean;
  ack_ms: number | null;
  /** The app's calls, in the order in which they came back. */
  out: {
    method: string;
    args: Record<string, unknown>;
    status: number | null;
    answer: Record<string, unknown> | null;
    ms: number;
  }[];
  /** Null while the app is at work. */
  ms: number | null;
  /** Only where something was asked and the search is at hand. */
  reading?: WireReading | null;
}

/** A knowledge file on the leads' desk: line breaks as the page has them. */
export interface WireFile {
  text: string;
  /** Another one wherever a byte of the file is another. */
  version: string;
}

/** What `npm run check` finds, with its place. */
export interface WireFinding {
  file: string;
  line: number;
  col: number;
  code: string;
  severity: 'error' | 'warning';
  words: string;
}

/** An answer as Slack will show it, and the line that its entry begins in. */
export interface WireCard {
  entry: string;
  title: string;
  line: number;
  text: string;
  blocks: readonly object[];
}

/** A button of the bot's that the desk has, and what it says aloud. */
export interface WireButton {
  label: string;
  spoken: string;
  action_id: string;
  value: string;
}

/** Where an entry stands, and how people see it called. */
export interface WireEntry {
  entry: string;
  title: string;
  file: string;
  line: number;
}

/** What was asked in vain, of one subject. */
export interface WireGap {
  id: string;
  /** What people typed, redacted; none where it is no longer kept. */
  wordings: string[];
  /** By how many and how often, and how it stands. */
  heard: string;
  /** What the FAQ answers of it now. */
  answered: string[];
  nearest: (WireEntry & { confidence: number; sure: string })[];
  /** What opens a form, and what is said of it at once. */
  forms: WireButton[];
  says: WireButton[];
}

/** `refused`: why there is nothing to see, and what to do. */
export type WireGaps = { refused: string } | { refused?: undefined; gaps: WireGap[]; open: number };

export type WireReviews = { refused: string } | { refused?: undefined; due: WireEntry[] };

/** A card of the review, as Slack shows it. */
export interface WireReview {
  text: string;
  blocks: readonly object[];
}

/** What became of a text that is not saved. */
export interface WireTried {
  /** By which questions are asked of it. */
  id: number;
  findings: WireFinding[];
  /** The file's answers; null where a fault keeps the folder from being read. */
  cards: WireCard[] | null;
}

/**
 * What became of a text that is to be published. `proposed`: the press shows what it would change. `changed`: somebody has saved the
 * file meanwhile. `refused`: why it cannot be taken.
 */
export type WireSaved =
  | { done: 'proposed'; press: { action_id: string; value: string } }
  | { done: 'changed' }
  | { done: 'refused'; words: string };

/** What a file says now, and that with what was typed; null where both changed the same lines. */
export interface WireMerged {
  theirs: WireFile;
  merged: string | null;
}

/** How a file and the knowledge in service stand. */
export interface WireStanding {
  /** The file's; null where it is gone. */
  version: string | null;
  /** When the folder was begun to be read that is known last, in milliseconds since 1970. */
  read_at: number;
  /** Why the newest files are not in service, or null. */
  refused: string | null;
}
