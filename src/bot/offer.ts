import type { Entry, Knowledge } from '../knowledge/entry.js';
import { LEAST_CONFIDENCE, MOST_OTHERS } from '../replies/closest.js';
import { shownWarnings } from '../replies/warning.js';
import type { Match } from '../search/match.js';

/** What people can choose from. What a warning shows already is not offered once more below it. */
export interface Offer {
  /** In their order; none where nothing is offered. */
  entries: readonly Entry[];
  /** `closest`: the first is far ahead, and the others stand in a menu; `above`: what is far ahead stands above as a warning. */
  manner: 'alike' | 'closest' | 'above';
}

export function offerOf(match: Match, knowledge: Knowledge): Offer {
  const { offered, candidates } = match;
  const known = (ids: readonly string[]) => ids.flatMap((id) => knowledge.entries.get(id) ?? []);
  const warned = new Set(shownWarnings(match, knowledge).map(({ entry }) => entry.id));
  const all = known(offered);
  const [first, ...more] = all.filter(({ id }) => !warned.has(id));
  if (all.length === 0) return { entries: [], manner: 'alike' };
  if (first !== undefined && more.length > 0) return { entries: [first, ...more], manner: 'alike' };
  const others = candidates.filter(({ entry, confidence }) => entry !== first?.id && confidence >= LEAST_CONFIDENCE);
  const menu = known(others.map(({ entry }) => entry))
    .filter(({ id }) => !warned.has(id))
    .slice(0, MOST_OTHERS);
  return first === undefined ? { entries: menu, manner: 'above' } : { entries: [first, ...menu], manner: 'closest' };
}
