import type { Verdict } from './match.js';
import { LIKELY, MOST_PARTS, OFFERED } from './parameters.js';
import { clean } from './text/clean.js';

// One message often asks two things, or tells a story and asks at its end. It is read whole and, where it has several parts,
// in each part that asks. A part may add an answer, never take one away.

/** Words that begin a question. */
const ASKING =
  'what|whats|how|hows|when|whens|where|wheres|who|whos|which|why|is|isnt|are|arent|can|cant|could|do|does|doesnt|dont|did|' +
  'should|shouldnt|shall|will|wont|would|wouldnt|may|must|any|has|have|am|tell|explain|describe';
/** Words before them that say nothing. */
const LEADING = 'and|also|plus|but|so|then|ok|okay|or|oh|hi|hey|well|now';

const BEGINS_ASKING = new RegExp(`^(?:(?:${LEADING})\\b[ ,]*)*(?:${ASKING})\\b`);
/** Where a sentence ends: a mark before a space, a line; the mark stays with it. */
const SENTENCE = /[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]*/g;
/** Where a clause of its own begins: a conjunction or a comma before a word that asks, "also", "plus", the number of a list. */
const CLAUSE = new RegExp(
  `(?:[,;/]?\\s*\\b(?:and|also|plus|then|but|or)\\b,?|\\s[&+]|[,;]|\\s/)\\s+(?=(?:(?:also|and|then)\\s+)*(?:${ASKING})\\b)` +
    '|(?:^|\\s)\\(?\\d[.)]\\s|\\b(?:and also|plus|also)\\b',
);

/**
 * The parts of an utterance that ask: sentences, and clauses inside them. Empty where it has one part only. Of more than
 * `MOST_PARTS` the last ones are taken, since people ask at the end.
 */
export function askingParts(utterance: string): string[] {
  const parts = (clean(utterance).match(SENTENCE) ?? []).flatMap((sentence) => clausesOf(sentence.trim()));
  if (parts.length < 2) return [];
  const asking = parts.filter(({ asks }) => asks).map(({ text }) => text);
  return asking.slice(Math.max(0, asking.length - MOST_PARTS));
}

/** The clauses of a sentence, of two words and more. What only tells belongs to the clause behind it: "bad knee, does it help". */
function clausesOf(sentence: string): Part[] {
  const isQuestion = sentence.endsWith('?');
  const parts: Part[] = [];
  let told = '';
  for (const clause of sentence.split(CLAUSE).map((each) => each.trim())) {
    if (!/\S\s+\S/.test(clause)) continue;
    const text = told === '' ? clause : `${told}, ${clause}`;
    const asks = BEGINS_ASKING.test(clause);
    if (asks) parts.push({ text, asks });
    told = asks ? '' : text;
  }
  if (told !== '') parts.push({ text: told, asks: isQuestion });
  return parts;
}

interface Part {
  text: string;
  asks: boolean;
}

/**
 * Joins what was decided of the whole with what was decided of its parts. Of several questions an answer counts where the whole
 * points to its entry too (`candidates`); of a single one, behind a story, only where the whole's best entry is the same: what
 * was told before may be what is asked about. The first is answered in full, a safety entry before others. `also` holds the
 * rest, and of several questions what is likely (`LIKELY`), since it is shown by its one sentence. Where nothing is certain,
 * the likely entries of several questions are offered together.
 */
export function joined(
  whole: Verdict,
  parts: readonly Verdict[],
  isSafety: (entry: string) => boolean,
): { verdict: Verdict; also: string[] } {
  const pointedTo = new Set(whole.candidates.slice(0, parts.length > 1 ? undefined : 1).map(({ entry }) => entry));
  const certain = new Map<string, number>();
  const likely = new Set<string>();
  for (const { entry, confidence, candidates } of [...parts, whole]) {
    const best = candidates[0]?.entry ?? '';
    if (entry !== null && pointedTo.has(entry)) certain.set(entry, Math.max(confidence, certain.get(entry) ?? 0));
    if (confidence >= LIKELY && pointedTo.has(best)) likely.add(best);
  }
  const bySafety = (entries: Iterable<string>) =>
    [...entries].sort((a, b) => Number(isSafety(b)) - Number(isSafety(a)));
  const [first, ...rest] = bySafety(certain.keys());
  if (first !== undefined) {
    const also = [...new Set([...rest, ...bySafety(likely)])].filter((entry) => entry !== first);
    return { verdict: answeredFirst(whole, first, certain.get(first) ?? 0), also };
  }
  if (likely.size < 2) return { verdict: whole, also: [] };
  const offered = bySafety(likely).slice(0, OFFERED);
  const others = whole.candidates.filter(({ entry }) => !offered.includes(entry));
  const candidates = [...whole.candidates.filter(({ entry }) => offered.includes(entry)), ...others];
  return { verdict: { ...whole, decision: 'suggest', entry: null, candidates, offered }, also: [] };
}

/** The whole's verdict with an entry of a part as its answer. */
function answeredFirst(whole: Verdict, entry: string, confidence: number): Verdict {
  const others = whole.candidates.filter((candidate) => candidate.entry !== entry);
  return { decision: 'answer', entry, confidence, candidates: [{ entry, confidence }, ...others], offered: [] };
}
