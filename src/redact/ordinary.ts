import { listed } from './listed.js';
import { FUNCTION_WORDS, ORDINARY_WORDS } from './ordinary-words.js';
import { GIVEN } from './people.js';

/** Endings of English words in use. "-er" is none of them: Carter, Parker and Turner are people. */
const ENDINGS = ["'s", 's', 'es', 'ed', 'ing', 'ly', 'y', 'est', 'ness', 'less', 'ful', 'able'];
/** Shortest stem before an ending, and shortest rest after a beginning. */
const SHORTEST = 3;
const BEGINNINGS =
  /^(?:un|re|non-?|pre-?|post-?|over|under|mis|dis|hyper|hypo|inter|intra|sub|self-|multi)(?=\p{L}{4})/u;

/** What only a term of medicine ends in; also the common families of drugs (USAN stems). */
const MEDICAL_ENDINGS = [
  ...listed(`
  aemia algia ectomy edema emia esthesia iatrist itis ologist ology opathic oses osis ostomy otomy paresis pathy plasty
  plegia plegic trophy
  azole caine cillin dronate floxacin gatran gliflozin grel mab olol parin pril profen sartan statin tide xaban`),
];
/** What abstract nouns and adjectives end in: Manning and Vance too, so it is believed only after a cue that is no title. */
const LEARNED_ENDINGS = [
  ...MEDICAL_ENDINGS,
  ...listed('able ally ance ence ible ical ing ings ities ity ive ized ment ments ness ous sion sions tion tions'),
];
/** A name may end so too (Noemia), but hardly a long one. */
const SHORTEST_MEDICAL = 8;

/** True for a word that no name is, not even after "Mrs": a pronoun, a preposition, a helping verb. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** True for an ordinary English or clinical word, in any form of it; `word` in lower case. */
export function isOrdinary(word: string): boolean {
  const ofLists = (part: string) => isFormOf(part, isListed);
  if (ofLists(word) || ofLists(word.replace(BEGINNINGS, '')) || word.split('-').every(ofLists)) return true;
  return isLearned(word) && !GIVEN.has(word);
}

/** True for a long word that only medicine has. */
export function isMedical(word: string): boolean {
  return word.length >= SHORTEST_MEDICAL && MEDICAL_ENDINGS.some((ending) => word.endsWith(ending));
}

/** True for a word of the lists themselves. */
export function isListed(word: string): boolean {
  return ORDINARY_WORDS.has(word) || FUNCTION_WORDS.has(word);
}

/** True for a form of a word that `has` knows: scraped of scrape, unscraped. */
export function isForm(word: string, has: (stem: string) => boolean): boolean {
  return isFormOf(word, has) || isFormOf(word.replace(BEGINNINGS, ''), has);
}

function isLearned(word: string): boolean {
  return LEARNED_ENDINGS.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
}

function isFormOf(word: string, has: (stem: string) => boolean): boolean {
  return has(word) || ENDINGS.some((ending) => word.endsWith(ending) && stems(word, ending).some(has));
}

/** What the word may be a form of: scraped → scrap, scrape; worries → worry; stopped → stop. */
function stems(word: string, ending: string): string[] {
  const stem = word.slice(0, -ending.length);
  if (stem.length < SHORTEST) return [];
  if (ending === 's' || ending === "'s") return [stem];
  if (ending === 'y') return stem.length > SHORTEST ? [stem] : [];
  const single = stem.replace(/(.)\1$/u, '$1');
  return [stem, `${stem}e`, stem.replace(/i$/u, 'y'), ...(single.length < SHORTEST ? [] : [single])];
}
