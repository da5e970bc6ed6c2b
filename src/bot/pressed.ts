import type { Knowledge } from '../knowledge/entry.js';
import { readBlockId } from '../replies/block-id.js';
import type { Sharing } from '../replies/share.js';
import { carriedWarnings, type Warning } from '../replies/warning.js';
import type { BotDeps } from './deps.js';

/** Where something was pressed, and by whom. */
export interface Pressed {
  /** Id of the block that holds the button. */
  block: string;
  /** Names the message or the view that holds the block. */
  place: string;
  /** Team and user id of the person. */
  by: string;
  /** The channel of the message; none on the Home and in a modal. */
  channel?: string | undefined;
  /** True where only this person sees what was pressed. */
  alone?: boolean;
  /** Where an answer that only this person sees may be shared; none where it may not. */
  share?: Sharing | undefined;
}

/**
 * The question that a button belongs to, who asked it, and the warnings that stood above it. Where the block carries no question,
 * as in messages of an earlier version, the message itself stands for one.
 */
export function questionOf(
  { block, place }: Pressed,
  knowledge: Knowledge,
  keys: BotDeps['keys'],
): { asked: string; asker: string | null; warnings: readonly Warning[] } {
  const { asked, asker, warnings } = readBlockId(block);
  return { asked: asked ?? keys.asked(place), asker, warnings: carriedWarnings(warnings, knowledge) };
}

/** What stands for a person in a block's id: enough to tell that two are the same, and nothing of who it is. */
export function markOf(by: string, keys: BotDeps['keys']): string {
  return markOfPerson(keys.person(by));
}

/** The same of the keyed hash of a person. */
export function markOfPerson(person: string): string {
  return person.slice(0, 8);
}

/** The team of whoever asks or presses. */
export function teamOf(by: string): string {
  return by.split(':')[0] ?? '';
}

/** The user id of whoever pressed. */
export function userOf({ by }: Pick<Pressed, 'by'>): string {
  return by.split(':').at(-1) ?? '';
}

/** Whether nobody else sees what was pressed: a message for one person alone, a direct message, the Home, a modal. */
export function isPrivate({ alone, channel }: Pressed): boolean {
  return alone === true || channel === undefined || channel.startsWith('D');
}

/** Whether somebody, by team and user id, is a lead. */
export function isLead(by: string, leads: BotDeps['leads']): boolean {
  return leads.people.includes(userOf({ by }));
}

/** Whether somebody, by team and user id, is a lead who may mark an entry reviewed. */
export function isClinician(by: string, { leads, clinicians }: Pick<BotDeps, 'leads' | 'clinicians'>): boolean {
  return isLead(by, leads) && clinicians.includes(userOf({ by }));
}

/** Whether a person may change a reply for everybody: who asked, or a lead. What is marked with nobody anybody may. */
export function mayChange({ block, by }: Pressed, { keys, leads }: Pick<BotDeps, 'keys' | 'leads'>): boolean {
  const { asker } = readBlockId(block);
  return asker === null || asker === markOf(by, keys) || isLead(by, leads);
}
