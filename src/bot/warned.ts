import type { Knowledge } from '../knowledge/entry.js';
import type { Warning } from '../replies/warning.js';
import type { Match } from '../search/match.js';

/** Warnings for where no answer is shown: with the answered entry, where words are watched for it. */
export function withAnswered({ entry: id, warnings }: Match, text: string, { entries }: Knowledge): Warning[] {
  const entry = entries.get(id ?? '');
  if (entry === undefined || entry.watchFor.length === 0) return [...warnings];
  const said = text.toLowerCase();
  const watched = entry.watchFor.find((words) => said.includes(words.toLowerCase())) ?? entry.questions[0];
  return [{ entry: entry.id, watched }, ...warnings];
}
