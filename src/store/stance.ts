/** How the bot behaves in a channel: silent, answering whoever mentions it, or also by itself. */
export type Stance = 'off' | 'mention' | 'auto';

/** The stance of a channel, as a lead has set it. That of `EVERYWHERE` is `off` while the FAQ is paused. */
export interface Standing {
  team: string;
  channel: string;
  stance: Stance;
  /** Keyed hash of the lead; empty once the lead is forgotten, or that is as old as questions may be. */
  person: string;
  at: Date;
}

/** The place of what counts in all channels, and in none. */
export const EVERYWHERE = { team: '', channel: '' } as const;

/** The stances as far as they are known, without asking the store. */
export interface KnownStances {
  of(place: Pick<Standing, 'team' | 'channel'>): Stance;
  /** Since when the FAQ is paused; null while it is not. */
  paused(): Date | null;
  /** Keeps a stance, and goes by it at once. Throws where it cannot be kept. */
  set(standing: Standing): Promise<void>;
}

/** What the store does with stances. */
export interface Stances {
  /** Keeps a stance in place of the one that its channel had. */
  setStance(standing: Standing): Promise<void>;
  /** The stances of all channels that have one. */
  stances(): Promise<readonly Standing[]>;
}
