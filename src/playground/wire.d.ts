/** What the page and its server say to each other. A declaration file, since the two are compiled apart. */

export interface WirePerson {
  id: string;
  name: string;
}

export interface WireCommand {
  command: string;
  description?: string;
  usage_hint?: string;
}

/** First on a feed: who and what there is. */
export interface WireHello {
  team: string;
  bot: WirePerson;
  people: WirePerson[];
  /** The viewer's channels; a direct message has no name. */
  channels: { id: string; name: string | null }[];
  commands: WireCommand[];
}

export interface WirePost {
  ts: string;
  user: string;
  text: string;
  blocks: Record<string, unknown>[];
  thread_ts: string | null;
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

/** What a person does, as JSON to `POST /act`. */
export type WireAct =
  | { act: 'say'; user: string; channel: string; text: string; thread_ts?: string }
  | { act: 'command'; user: string; channel: string; command: string; text: string }
  | {
      act: 'press';
      user: string;
      channel: string;
      message_ts: string;
      block_id: string;
      action_id: string;
      value?: string;
    }
  | { act: 'open'; user: string };

export interface WireResult {
  /** Timestamp of the post that was made or pressed. */
  ts: string;
  /** False where Slack told the app nothing of it. */
  heard: boolean;
  /** False where the app did not acknowledge in time. */
  acked: boolean;
}
