import { isEnglish } from '../english/dictionary.js';
import type { Knowledge } from '../knowledge/entry.js';
import { withoutMarks } from './fold.js';
import { isThing } from './kept.js';
import { CLINIC_WORDS } from './medicine.js';
import { isForm, isListed, isMedical } from './ordinary.js';
import { GIVEN, METHOD_SURNAMES, MOSTLY_GIVEN, WORD_GIVEN } from './people.js';
import { NAMES_LIKE_WORDS, RARE_WORD_NAMES } from './rare-names.js';
import { SHORT_WORDS } from './short-words.js';
import { createSlips } from './slips.js';
import { FREQUENT_SURNAMES, NAMES_OF_THE_WORLD } from './surnames.js';

/**
 * Why a word may stay, from the surest reason to none:
 * - `listed`   the FAQ in service has it, or the lists of ordinary and clinical words do.
 * - `english`  a dictionary of English has it, and it is no rare word that is a name.
 * - `slip`     it is one slip of the finger from a word that people ask with.
 * - `unknown`  no reason: it may be anybody's name.
 */
export type Standing = 'listed' | 'english' | 'slip' | 'unknown';

/** What is known of words and codes while one knowledge is in service. */
export interface Vocabulary {
  /** Of a word in small letters without accents. */
  standing(word: string): Standing;
  /** Whether a code with digits is one of the FAQ's, such as 97140 or g0283. */
  hasCode(code: string): boolean;
}

/** A dictionary's shorter words are believed only where people use them. */
const SHORTEST_ENGLISH = 5;
/** In how many phrasings a short word must stand, so that another may be taken for a slip of it. */
const FREQUENT = 2;
const NAMES: ReadonlySet<string> = new Set(
  [GIVEN, WORD_GIVEN, RARE_WORD_NAMES, NAMES_LIKE_WORDS, FREQUENT_SURNAMES, NAMES_OF_THE_WORLD].flatMap((names) => [
    ...names,
  ]),
);
const WORD = /\p{L}+/gu;
/** With a letter, or with four digits and more: shorter numbers are figures. */
const CODE = /(?<![\p{L}\p{N}])(?:\d{4,5}|\p{L}{1,4}\d{1,4}\p{L}{0,4})(?![\p{L}\p{N}])/gu;

/** The vocabulary of a knowledge. Takes some 25 ms: once for each knowledge that comes into service. */
export function vocabularyOf({ entries, glossary }: Knowledge): Vocabulary {
  const phrasings = [...entries.values()].flatMap(({ questions }) => questions);
  const looked = [
    ...[...entries.values()].flatMap(({ watchFor }) => watchFor),
    ...glossary.terms.flatMap(({ name, also }) => [name, ...also]),
    ...[...glossary.shorthand].flat(),
    ...glossary.synonyms.flat(),
  ];
  const told = [
    ...[...entries.values()].flatMap(({ answer, short = '' }) => [answer, short]),
    ...glossary.terms.map(({ definition }) => definition),
  ];
  const times = new Map<string, number>();
  for (const phrasing of phrasings) {
    for (const word of new Set(wordsOf(phrasing))) times.set(word, (times.get(word) ?? 0) + 1);
  }
  const isKnown = (word: string) => !MOSTLY_GIVEN.has(word) && (isListed(word) || !isName(word));
  const asked = new Set([...times.keys(), ...looked.flatMap(wordsOf)].filter(isKnown));
  const frequent = new Set([...times].flatMap(([word, count]) => (count >= FREQUENT && asked.has(word) ? [word] : [])));
  const own = new Set([...asked, ...told.flatMap(wordsOf).filter(isKnown)]);
  const codes = new Set([...phrasings, ...told].flatMap((text) => text.toLowerCase().match(CODE) ?? []));
  const isSlip = createSlips(own, frequent);

  function standing(word: string): Standing {
    if (MOSTLY_GIVEN.has(word)) return 'unknown';
    if (own.has(word) || isListed(word) || CLINIC_WORDS.has(word) || METHOD_SURNAMES.has(word)) return 'listed';
    if (isThing(word) && !GIVEN.has(word)) return 'listed';
    if (isName(word)) return 'unknown';
    if (isForm(word, (stem) => own.has(stem) || isListed(stem)) || isMedical(word)) return 'listed';
    if (SHORT_WORDS.has(word)) return 'english';
    // What is a word is no slip of another; and of the short ones too many are names.
    if (isEnglish(word)) return word.length < SHORTEST_ENGLISH ? 'unknown' : 'english';
    return isSlip(word) ? 'slip' : 'unknown';
  }
  return { standing, hasCode: (code) => codes.has(code) };
}

/** True for a name that only rarely is a word, if at all: an author's in an answer is a name too. */
export function isName(word: string): boolean {
  return NAMES.has(word);
}

function wordsOf(text: string): string[] {
  return withoutMarks(text).match(WORD) ?? [];
}
