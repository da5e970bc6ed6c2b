import type { Entry } from '../knowledge/entry.js';
import type { Match } from './match.js';
import { CLOSEST, FOLLOW_UP } from './parameters.js';
import { clean } from './text/clean.js';
import { FUNCTION_WORDS } from './text/words.js';

// "And how often?" leans on what was asked before it. The entry before is taken as what it is about; the utterance still says
// which entry is meant, so it counts twice beside the words of the title.

/** Words with which an utterance leans on the one before. */
const BEGINS = /^(?:and|but|so|then|also|or|what about|how about|what if|why|how|which|when|where|who|for|really)\b/;
/** Words that stand for something said before. */
const STANDS_FOR = /\b(?:it|its|that|this|they|them|those|these|her|him|she|he|one|ones|there|too|either|instead)\b/;

/** What was answered before, the FAQ, and the way to match. */
export interface Before {
  entry: Entry;
  entries: ReadonlyMap<string, Entry>;
  match(utterance: string): Match;
}

/** Whether an utterance is short, and says by its words that it goes on with what was said before. */
export function leans(utterance: string): boolean {
  const words = clean(utterance).match(/[\p{L}\p{N}']+/gu) ?? [];
  if (words.length === 0 || words.length > FOLLOW_UP.words) return false;
  const said = words.join(' ');
  return BEGINS.test(said) || STANDS_FOR.test(said);
}

/**
 * What an utterance that is not answered by itself finds beside the entry before it: a related entry that it points to alone,
 * answered where the title's words leave no doubt, and offered else; or the entry before, where the two together leave no doubt
 * and the utterance says little by itself and nothing to warn of. Null where it does not lean, and where neither is found: then it
 * is as it was.
 */
export function followUp(alone: Match, utterance: string, { entry, entries, match }: Before): Match | null {
  if (alone.decision === 'answer' || !leans(utterance)) return null;
  const together = match(`${utterance} ${utterance} ${subjectOf(entry)}`);
  const [first, second] = alone.candidates;
  const isAhead = (first?.confidence ?? 0) >= CLOSEST.ahead * (second?.confidence ?? 0);
  if (first !== undefined && first.confidence >= FOLLOW_UP.least && isAhead && isRelated(first.entry, entry, entries)) {
    const isSure = first.confidence >= CLOSEST.least && together.entry === first.entry;
    const { warnings } = alone;
    return isSure
      ? { ...together, warnings: warnings.filter((warning) => warning.entry !== first.entry), also: [] }
      : { ...alone, decision: 'suggest', entry: null, offered: [first.entry], warnings, also: [] };
  }
  const saysLittle = (first?.confidence ?? 0) < CLOSEST.least && alone.warnings.length === 0;
  const isSame = saysLittle && together.entry === entry.id && together.confidence >= FOLLOW_UP.same;
  return isSame ? { ...together, warnings: [], also: [], corrections: alone.corrections } : null;
}

/** The words of an entry's title that tell what it is about. */
function subjectOf({ questions }: Entry): string {
  const words = clean(questions[0]).match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.filter((word) => !FUNCTION_WORDS.has(word)).join(' ');
}

function isRelated(id: string, { id: before, related }: Entry, entries: ReadonlyMap<string, Entry>): boolean {
  return related.includes(id) || (entries.get(id)?.related.includes(before) ?? false);
}
