import type { Faq } from '../faq/load.js';
import { shownWarnings } from '../replies/warning.js';
import type { Match } from '../search/match.js';
import type { Asked, Door } from '../store/store.js';
import type { BotDeps } from './deps.js';
import { offerOf } from './offer.js';

/** Characters of a question that are stored. */
export const LONGEST_STORED = 500;

/** What is kept of something that came in: its id, its door and who sent it. */
export interface Incoming {
  /** From team, channel and timestamp: the same for every delivery of the same message. */
  id: string;
  door: Door;
  /** True where it is answered once more though it was kept before: only one person sees it, who wants to see it now. */
  again?: boolean;
  /** Team and user id of the sender; empty where the sender asks to be forgotten. */
  by: string;
}

/** Keeps an asked, and answers with its id. Null when it was kept before: then nothing may be posted. */
export type Keep = (incoming: Incoming, text: string, match: Match, faq: Faq) => Promise<string | null>;

/**
 * The one way by which what is asked goes into the store: ids hashed, the text cut. `text` is redacted already. `write` is false for
 * what was kept before.
 */
export function createKeep(
  { keys, now }: Pick<BotDeps, 'keys' | 'now'>,
  write: (asked: Asked) => Promise<boolean>,
): Keep {
  return async ({ id, door, by, again = false }, text, match, { knowledge, version }) => {
    const asked = keys.asked(id);
    const first = await write({
      id: asked,
      door,
      person: by === '' ? '' : keys.person(by),
      text: text.slice(0, LONGEST_STORED),
      decision: match.decision,
      entry: match.entry,
      warnings: shownWarnings(match, knowledge).map(({ entry }) => entry.id),
      offered: offerOf(match, knowledge).entries.map((entry) => entry.id),
      outcome: null,
      candidates: match.candidates,
      version,
      at: now(),
    });
    return first || again ? asked : null;
  };
}
