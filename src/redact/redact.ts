import type { Knowledge } from '../knowledge/entry.js';
import { findUnproven } from './allow.js';
import { fold, MASK } from './fold.js';
import { matchesOf } from './matches.js';
import { nameEnd } from './names.js';
import type { Identifier, Recognizer } from './recognizer.js';
import { RECOGNIZERS } from './recognizers.js';
import { type Vocabulary, vocabularyOf } from './vocabulary.js';

/** A part of a text that must not stay, from `start` to before `end`. */
export interface Found {
  identifier: Identifier;
  start: number;
  end: number;
  /** True where a recognizer knows it for a person's; false where it goes only because nobody knows what it is. */
  sure: boolean;
}

/** A text without what may identify a person, and what surely did: each identifier once, in the text's order. */
export interface Redacted {
  text: string;
  found: readonly Identifier[];
}

const IDENTIFIERS = [...new Set<Identifier>([...RECOGNIZERS.map(({ identifier }) => identifier), 'word'])];
/** A text that has been cleared can be cleared again: what stands in brackets already is left alone. */
const PLACEHOLDER = new RegExp(`\\[(?:${IDENTIFIERS.join('|')})\\]`, 'gu');
const RECOGNIZERS_WITHOUT_DIGIT = RECOGNIZERS.filter(({ digit }) => digit !== true);
/** A find can lay bare another, once or twice: "MRN 12, Kowalski". */
const MOST_ROUNDS = 8;

/**
 * Makes the redaction: it replaces by its kind in brackets what a recognizer knows for a person's, and of the rest every
 * word and number that the knowledge in service, the dictionaries and the forms of figures do not know for nobody's.
 */
export function createRedact(knowledge: () => Knowledge): (text: string) => Redacted {
  const vocabulary = createVocabulary(knowledge);
  return (text) => {
    const parts: string[] = [];
    const known = new Set<Identifier>();
    let at = 0;
    for (const { identifier, start, end, sure } of find(text, vocabulary())) {
      parts.push(text.slice(at, start), `[${identifier}]`);
      if (sure) known.add(identifier);
      at = end;
    }
    return { text: parts.join('') + text.slice(at), found: [...known] };
  };
}

/** The vocabulary of the knowledge in service, made anew when that changes. */
function createVocabulary(knowledge: () => Knowledge): () => Vocabulary {
  let of: Knowledge | undefined;
  let vocabulary: Vocabulary | undefined;
  return () => {
    const now = knowledge();
    if (vocabulary === undefined || now !== of) vocabulary = vocabularyOf(now);
    of = now;
    return vocabulary;
  };
}

/** What must go from a text, in the text's order; the places are those of the text as typed. */
export function find(text: string, vocabulary: Vocabulary): Found[] {
  const folded = fold(text);
  let view = folded.view.replace(PLACEHOLDER, (placeholder) => MASK.repeat(placeholder.length));
  const all: Found[] = [];
  const take = (found: readonly Omit<Found, 'sure'>[], sure: boolean) => {
    view = mask(view, found);
    for (const each of found) all.push({ ...each, sure });
  };
  let sure = true;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = all.length;
    for (const recognizer of /\d/.test(view) ? RECOGNIZERS : RECOGNIZERS_WITHOUT_DIGIT)
      take(apply(recognizer, view), sure);
    if (all.length > before) continue;
    // From here on a recognizer may take a word that went for its cue.
    sure = false;
    take(findUnproven(view, vocabulary), sure);
    if (all.length === before) break;
  }
  const placed: Found[] = [];
  for (const each of all.sort((one, other) => one.start - other.start)) {
    const [start, end] = [folded.start(each.start), folded.end(each.end)];
    const last = placed.at(-1);
    // One character of the text may unfold into the end of one find and the beginning of the next.
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else placed.push({ ...each, start, end });
  }
  return placed;
}

/** What one recognizer finds in a view; no two overlap. */
function apply(recognizer: Recognizer, view: string): Omit<Found, 'sure'>[] {
  const found: Omit<Found, 'sure'>[] = [];
  let free = 0;
  for (const match of matchesOf(recognizer.pattern, view)) {
    const [start, end] = span(recognizer, match, view);
    if (start < free || end <= start) continue;
    found.push({ identifier: recognizer.identifier, start, end });
    free = end;
  }
  return found;
}

/** From where to where a match goes, as `Recognizer.pattern` tells. */
function span({ name }: Recognizer, match: RegExpExecArray, view: string): readonly [number, number] {
  const end = match.index + match[0].length;
  if (name !== undefined) return [end, nameEnd(view, end, name)];
  const groups = match.indices?.groups;
  return groups?.it ?? groups?.bare ?? [groups?.from?.[0] ?? match.index, end];
}

function mask(view: string, found: readonly Omit<Found, 'sure'>[]): string {
  if (found.length === 0) return view;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    parts.push(view.slice(at, start), MASK.repeat(end - start));
    at = end;
  }
  return parts.join('') + view.slice(at);
}
