import type { Edit } from './edit.js';
import type { Standing } from './stance.js';
import type { Asked, EscalationState, GapState, Reading, Vote } from './store.js';

/** The tables as they stand in SQLite and PostgreSQL alike: instants are ISO text in UTC, booleans 0 or 1, lists JSON. */
export interface Tables {
  asked: {
    id: string;
    door: Asked['door'];
    /** Empty where the person was forgotten and only the id stays, so that a redelivery is still known. */
    person: string;
    text: string;
    decision: Asked['decision'];
    entry: string | null;
    warnings: string;
    offered: string;
    outcome: Asked['outcome'];
    candidates: string;
    version: string;
    at: string;
    /** Mark of the replica that kept it: another one may hear of it in the same millisecond. Empty in SQLite. */
    replica: string;
  };
  votes: {
    asked: string;
    entry: string;
    person: string;
    helpful: 0 | 1;
    reason: Vote['reason'];
    note: Vote['note'];
    version: string;
    at: string;
  };
  turns: { job: string; slot: string; at: string };
  /** Who asked to be forgotten, and when, so that nothing of theirs is written late. */
  forgotten: { person: string; at: string };
  /** Where questions of the last day and their replies stand in Slack: its ids in clear, since it takes no others. */
  places: {
    asked: string;
    /** Keyed hash of the person who asked. */
    person: string;
    team: string;
    channel: string;
    ts: string;
    thread: string;
    reply: string;
    /** Slack's timestamp of the last edit that was answered; empty where there was none. */
    edited: string;
    at: string;
  };
  /** How people stand to the entries of the reading path, and to the questions of the quiz; a row each. */
  readings: { person: string; entry: string; version: string; state: Reading['state']; at: string };
  recalls: {
    person: string;
    item: string;
    tries: number;
    first_right: 0 | 1;
    last_right: 0 | 1;
    missed: number;
    right_days: number;
    day: string;
    due: string;
    at: string;
  };
  /** Who wants to be reminded, with the user id in clear. */
  reminders: { person: string; user_id: string; from_day: string; at: string };
  escalations: {
    id: string;
    asked: string | null;
    alike: string;
    /** Empty where the person was forgotten, and others asked the same. */
    person: string;
    door: Asked['door'];
    channel: string | null;
    text: string;
    shown: string | null;
    warnings: string;
    candidates: string;
    askers: number;
    state: EscalationState;
    since: string;
    /** The lead's id in Slack, in clear, and the keyed hash by which it is found; null and empty where there is none. */
    lead: string | null;
    lead_person: string;
    entry: string | null;
    answer: string | null;
    reopened: number;
    revision: number;
    card: string | null;
    version: string;
    at: string;
  };
  /** Where to tell those who asked the leads: Slack's ids in clear, and empty where there is nothing to tell or to change. */
  notices: {
    about: string;
    person: string;
    slack_user: string;
    channel: string;
    thread: string | null;
    copy_channel: string;
    copy_ts: string;
    at: string;
  };
  /** How channels are answered in, as leads have set it. */
  stances: {
    team: string;
    channel: string;
    stance: Standing['stance'];
    /** Keyed hash of the lead; empty where the lead was forgotten. */
    person: string;
    at: string;
  };
  /** Which question stands in which gap, since when it does, and what of it is needed to count and to forget. */
  members: { asked: string; gap: string; person: string; since: string; at: string };
  /** What leads have said of a gap, and when. */
  gaps: { id: string; state: GapState; at: string };
  /** Edits of leads; person and publisher are empty where they were forgotten. */
  edits: Omit<Edit, 'at'> & { at: string };
  settings: { name: string; value: string };
  migrations: { number: number; at: string };
}

/** The columns that are exported, in the order of the file. */
export const COLUMNS = {
  asked: [
    'id',
    'door',
    'person',
    'text',
    'decision',
    'entry',
    'warnings',
    'offered',
    'outcome',
    'candidates',
    'version',
    'at',
  ],
  votes: ['asked', 'entry', 'person', 'helpful', 'reason', 'note', 'version', 'at'],
  // Without the lead, who stands there in clear, and without anything that leads to a message.
  escalations: [
    'id',
    'asked',
    'person',
    'door',
    'text',
    'shown',
    'warnings',
    'candidates',
    'askers',
    'state',
    'since',
    'entry',
    'answer',
    'reopened',
    'version',
    'at',
  ],
} as const satisfies {
  asked: readonly (keyof Tables['asked'])[];
  votes: readonly (keyof Tables['votes'])[];
  escalations: readonly (keyof Tables['escalations'])[];
};
