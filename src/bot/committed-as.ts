import type { Change } from '../knowledge/change.js';
import type { Edit } from '../store/store.js';
import { changedFields } from './changing.js';
import type { BotDeps } from './deps.js';
import { userOf } from './pressed.js';

/**
 * In whose name an edit is committed. Who proposed it is known by the hash alone: the lead whose id gives it. Whoever is no lead any
 * more is nobody's author.
 */
export function namesOf(
  { person }: Edit,
  by: string,
  { keys, leads }: Pick<BotDeps, 'keys' | 'leads'>,
): { lead: string; confirmed?: string } {
  const user = userOf({ by });
  const proposer = leads.people.find((lead) => keys.person(by.replace(/[^:]*$/, lead)) === person);
  return proposer === undefined || proposer === user ? { lead: user } : { lead: proposer, confirmed: user };
}

/** For git: what, why, and what the proof came to. */
export function messageOf({ what, title, entry, why, proof, commit, change }: Edit): string {
  const fields = changedFields(JSON.parse(change) as Change[]).map(({ field }) => field);
  const heads = {
    wordings: `Leads: more wordings for "${title}"`,
    draft: `Leads: "${title}" is answered`,
    change: `Leads: "${title}" is changed`,
    file: `Leads: "${title}" is changed`,
    review: `Leads: "${title}" is reviewed`,
    undo: `Leads: an edit of "${title}" is taken back`,
  };
  const lines = [
    why,
    proof,
    ...(entry === '' ? [] : [`Entry: ${entry}`]),
    ...(fields.length === 0 ? [] : [`Fields: ${fields.join(', ')}`]),
    ...(what === 'undo' && commit !== null ? [`Takes back ${commit}.`] : []),
  ];
  return `${heads[what].replace(/\s+/g, ' ')}\n\n${lines.filter(Boolean).join('\n')}\n`;
}
