/** External selects: what the app offers for what is typed, and what has been offered to whom. */

import type { Add } from './checks.js';
import type { Sent } from './doorway.js';
import type { Offered } from './forms.js';
import { isObject, type Json, objectsIn } from './json.js';
import { choiceFaults } from './menu-faults.js';

/** Options that Slack shows of one answer, or of one group in it; and as many groups. */
const MOST_OPTIONS = 100;
/** Elements whose offers are remembered. */
const MOST_ELEMENTS = 500;

/** Either what is offered, in groups or not, or why Slack would show nothing. */
export interface Offer {
  options: Json[];
  groups: Json[];
  refused: string | null;
}

/** The options in an app's acknowledgement. */
export function readOffer({ acked, said }: Sent): Offer {
  if (!acked) return refusal('The app did not acknowledge in three seconds.');
  const { options, option_groups: groups } = isObject(said) ? said : {};
  if (!Array.isArray(options) && !Array.isArray(groups))
    return refusal('The app answered with neither options nor option_groups.');
  const faults: string[] = [];
  const add: Add = (fault, at) => faults.push(`${fault} [${at}]`);
  // No options are an answer, too: there is nothing to choose from.
  if (Array.isArray(options) ? options.length > 0 : objectsIn(groups).length > 0)
    choiceFaults({ options, option_groups: groups }, add);
  return faults.length > 0
    ? refusal(faults.join('; '))
    : { options: objectsIn(options), groups: objectsIn(groups), refused: null };
}

function refusal(refused: string): Offer {
  return { options: [], groups: [], refused };
}

export interface Offers {
  /** Remembers what was offered in a view or a message to somebody. */
  keep(place: string, block_id: string, action_id: string, options: readonly Json[]): void;
  /** What has been offered there so far. */
  at(place: string): Offered;
}

export function createOffers(): Offers {
  const offered = new Map<string, Json[]>();
  const keyOf = (...parts: string[]) => JSON.stringify(parts);
  return {
    keep(place, block_id, action_id, options) {
      const key = keyOf(place, block_id, action_id);
      const values = new Set(options.map(({ value }) => value));
      const before = (offered.get(key) ?? []).filter(({ value }) => !values.has(value));
      offered.delete(key);
      offered.set(key, [...options, ...before].slice(0, 10 * MOST_OPTIONS));
      const [oldest] = offered.keys();
      if (offered.size > MOST_ELEMENTS && oldest !== undefined) offered.delete(oldest);
    },
    at: (place) => (block_id, action_id) => offered.get(keyOf(place, block_id, action_id)) ?? [],
  };
}
