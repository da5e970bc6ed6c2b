import { listed } from './listed.js';
import { FUNCTION_WORDS, ORDINARY_WORDS } from './ordinary-words.js';
import { GIVEN } from './people.js';

/** Endings of English words in use. "-er" is none of them: Carter, Parker and Turner are people. */
const ENDINGS = ["'s", 's', 'es', 'ed', 'ing', 'ly', 'y', 'est', 'ness', 'less', 'ful', 'able'];
/** Shortest stem before an ending, and shortest rest after a beginning. */
const SHORTEST = 3;
const BEGINNINGS =
  /^(?:un|re|non-?|pre-?|post-?|over|under|mis|dis|hyper|hypo|inter|intra|sub|self-|multi)(?=\p{L}{4})/u;

/** What only a term of medicine or an abstract noun ends in; also the common families of drugs (USAN stems). */
const LEARNED_ENDINGS = [
  ...listed(`
  aemia algia ectomy edema emia esthesia iatrist itis ologist ology opathic oses osis ostomy otomy paresis pathy plasty
  plegia plegic trophy
  able ally ance ence ible ical ing ings ities ity ive ized ment ments ness ous sion sions tion tions
  azole caine cillin dronate floxacin gatran gliflozin grel mab olol parin pril profen sartan statin tide xaban`),
];

/** True for a word that no name is, not even after "Mrs": a pronoun, a preposition, a helping verb. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** True for an ordinary English or clinical word, in any form of it; `word` in lower case. */
export function isOrdinary(word: string): boolean {
  if (isListed(word) || isListed(word.replace(BEGINNINGS, '')) || word.split('-').every(isListed)) return true;
  return isLearned(word) && !GIVEN.has(word);
}

function isLearned(word: string): boolean {
  return LEARNED_ENDINGS.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
}

function isListed(word: string): boolean {
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

function has(word: string): boolean {
  return ORDINARY_WORDS.has(word) || FUNCTION_WORDS.has(word);
}
