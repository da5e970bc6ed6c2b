import type { Faq } from '../faq/load.js';
import type { Workshop } from '../faq/workshop.js';
import type { Leads } from '../replies/leads.js';
import type { Match } from '../search/match.js';
import type { KnownStances } from '../store/stance.js';
import type { Door, Escalations, Store } from '../store/store.js';

/** What is done with a question that is handed to the leads. */
export type Act = 'asked' | 'claimed' | 'answered' | 'closed' | 'reopened';

/** What the use cases are handed: they have no clock, no store and no word of Slack of their own. */
export interface BotDeps {
  /** The knowledge in service now. */
  faq(): Faq;
  store: Pick<
    Store,
    | Exclude<keyof Escalations, 'countEscalations'>
    | 'place'
    | 'placeOf'
    | 'inThread'
    | 'revise'
    | 'record'
    | 'settle'
    | 'vote'
    | 'askedBy'
    | 'keptOf'
    | 'forget'
    | 'takeTurn'
    | 'missed'
    | 'gaps'
    | 'regroup'
    | 'markGap'
    | 'learned'
    | 'keepReading'
    | 'keepRecall'
    | 'keepReminder'
    | 'dropReminder'
    | 'reminders'
    | 'stumbled'
    | 'keepEdit'
    | 'keepProof'
    | 'beginEdit'
    | 'releaseEdit'
    | 'begunEdits'
    | 'keepPublished'
    | 'keepRequested'
    | 'editOf'
    | 'moveEdit'
    | 'lastEdits'
    | 'allAsked'
  >;
  redact(text: string): { text: string; found: readonly string[] };
  /** The keyed hashes that stand for people and questions in the store. */
  keys: { person(by: string): string; asked(id: string): string };
  /** How channels are answered in. */
  stances: KnownStances;
  /** Ids of the channels that are answered in; empty: all. */
  channels: readonly string[];
  now(): Date;
  /** Chance: from 0 up to, but not including, 1. */
  chance(): number;
  /** Of the clinic: when a day begins for whoever learns. */
  timeZone: string;
  /** Told of every decision and vote, and of what becomes of what is handed to the leads, for metrics. */
  observe: {
    asked(door: Door, decision: Match['decision']): void;
    voted(helpful: boolean): void;
    escalated(act: Act): void;
  };
  leads: Leads;
  /** Slack user ids of the leads who may mark an entry reviewed. */
  clinicians: readonly string[];
  workshop: Workshop;
  retentionDays: number;
  textDays: number;
}
