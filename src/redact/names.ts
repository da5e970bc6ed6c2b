import { withoutMarks } from './fold.js';
import { isAbbreviation, isAuthor, isCited, isKept, isPair } from './kept.js';
import { isFunctionWord, isOrdinary } from './ordinary.js';
import { GIVEN, PARTICLES, WORD_GIVEN, WORD_SURNAMES } from './people.js';

/**
 * How much a cue proves that a name follows, from most to least:
 * - `title`    "mrs": any word but a pronoun or the like, also an eponym ("Mrs Baker").
 * - `strong`   "dr", "name is": a word that is not ordinary, or an ordinary surname with a capital ("Dr. Hill").
 * - `asked`    "asking for", "room 3": a word that is not ordinary, or one that is a name too, where no noun follows.
 * - `cued`     "pt": a word that is not ordinary, also in small letters; initials ("pt JS").
 * - `capital`  "this is", "saw": the same with a capital; in small letters only a common given name.
 * - `given`    no cue at all: a common given name that is no ordinary word.
 */
export type Trust = 'title' | 'strong' | 'asked' | 'cued' | 'capital' | 'given';

interface Word {
  text: string;
  plain: string;
  end: number;
  /** JANE: all capitals; Jane: the first only; jane: none. */
  letters: 'JANE' | 'Jane' | 'jane';
  possessive: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]{0,30}(?:['-]\p{L}[\p{L}\p{M}]{0,30}){0,3}/uy;
const INITIALS = /\p{Lu}\.(?: ?\p{Lu}\.){0,2}/uy;
/** What makes one letter shorthand: C/O, R&D, B12. */
const SHORTHAND = /[/&+\d]/u;
/** Most words of one name: "Maria de la Cruz Garcia" has five. */
const MOST_WORDS = 5;
/** How far an eponym's noun is looked for. */
const NEAR = 60;
const NEXT = /^ (\p{Ll}{2,12})/u;
const VOWEL = /[aeiouy\u00C0-\u{10FFFF}]/u;
/** A small letter goes on, so that the capital before it is no headline's: "pt Brown asks", not "Patient Price List". */
const SENTENCE = /^(?:'s|,)? \p{Ll}/u;
/** No noun follows, of which the word could tell something: "room 6 young, numb", not "room 6 young runner". */
const ALONE =
  /^(?:'s(?!\p{L})|\s{0,2}(?:$|[,.:;!?-])|\s{1,2}(?:has|had|is|was|on|w|with|who|wants|needs|asks|says|said|and|can|does|did|post|hx|cannot|will|in|for)(?!\p{L}))/iu;

/** Where the name that begins here ends; `at` itself where none begins. Reads at most five words. */
export function nameEnd(view: string, at: number, trust: Trust): number {
  const initials = initialsEnd(view, at);
  const bare = initials > at && trust !== 'capital' && trust !== 'given' ? initials : at;
  const first = initials > at ? afterInitials(view, initials) : afterParticles(view, at);
  if (first === undefined || !starts(view, first, initials > at ? 'capital' : trust)) return bare;
  let last = first;
  for (let words = 1; words < MOST_WORDS && !last.possessive; words += 1) {
    const next = following(view, first, last);
    if (next === undefined) break;
    last = next;
  }
  return last.end;
}

/** The surname after "J." or "J.S.", which a capital begins. */
function afterInitials(view: string, at: number): Word | undefined {
  const word = wordAt(view, view[at] === ' ' ? at + 1 : at);
  return word?.letters === 'Jane' ? word : undefined;
}

/** True when the word can be the first of a name after a cue of this trust. */
function starts(view: string, word: Word, trust: Trust): boolean {
  const { plain, letters } = word;
  if (trust === 'title') return isTitled(plain) || (plain.length === 1 && letters === 'JANE');
  const given = GIVEN.has(plain.split('-')[0] ?? '');
  if (trust === 'given' && !given) return false;
  const rest = view.slice(word.end, word.end + NEAR);
  if (isKept(word.text, rest, trust !== 'given' && trust !== 'capital')) return false;
  if (isAuthor(view, word.end - word.text.length)) return false;
  if (trust === 'given') return !isOrdinary(plain) && !isCited(rest) && !isPair(plain, NEXT.exec(rest)?.[1] ?? '');
  if (plain.length === 1) return trust !== 'capital' && letters === 'JANE' && !'abix'.includes(plain);
  if (isAbbreviation(plain)) return false;
  if (letters === 'JANE' && plain.length <= 3) return trust !== 'capital' && !isOrdinary(plain);
  if (letters === 'Jane' && given) return true;
  if (trust === 'asked' && isWordName(plain)) return ALONE.test(rest);
  if (letters === 'Jane' && WORD_SURNAMES.has(plain)) {
    return trust === 'strong' || (trust === 'cued' && SENTENCE.test(rest));
  }
  if (isOrdinary(plain)) return false;
  return given || letters === 'Jane' || (trust !== 'capital' && VOWEL.test(plain));
}

/** Any word may follow "mrs" but "and" and its like; of those words only the ones that are names too. */
function isTitled(plain: string): boolean {
  return !isFunctionWord(plain) || plain === 'do' || isWordName(plain);
}

function isWordName(plain: string): boolean {
  return WORD_GIVEN.has(plain) || WORD_SURNAMES.has(plain);
}

/** The next word of a name, if the word after `last` is one. */
function following(view: string, first: Word, last: Word): Word | undefined {
  const lastGiven = GIVEN.has(last.plain);
  if (view.startsWith(', ', last.end)) {
    const given: Word | undefined = wordAt(view, last.end + 2);
    return given?.letters === 'Jane' && !lastGiven && GIVEN.has(given.plain) ? given : undefined;
  }
  const gap = view.startsWith('  ', last.end) ? 2 : 1;
  if (view[last.end] !== ' ') return undefined;
  const word = afterParticles(view, last.end + gap);
  if (word === undefined) return undefined;
  const { plain, letters } = word;
  if (plain.length === 1) return letters === 'JANE' && !'ai'.includes(plain) ? dotted(view, word) : undefined;
  if (isKept(word.text, view.slice(word.end, word.end + NEAR), true) || isAbbreviation(plain)) return undefined;
  if (lastGiven && letters === last.letters && WORD_SURNAMES.has(plain)) return word;
  if (isOrdinary(plain)) return undefined;
  if (letters === 'Jane') return word;
  if (letters === 'JANE') return first.letters === 'JANE' || lastGiven ? word : undefined;
  return (first.letters === 'jane' || lastGiven) && VOWEL.test(plain) ? word : undefined;
}

/** The word here, with the particles before it ("van der Berg") taken into it. */
function afterParticles(view: string, at: number): Word | undefined {
  let word = wordAt(view, at);
  for (let skipped = 0; skipped < 3 && word !== undefined && PARTICLES.has(word.plain); skipped += 1) {
    const next = view[word.end] === ' ' ? wordAt(view, word.end + 1) : undefined;
    if (next === undefined || isOrdinary(next.plain)) return word;
    word = next;
  }
  return word;
}

function wordAt(view: string, at: number): Word | undefined {
  WORD.lastIndex = at;
  const whole = WORD.exec(view)?.[0];
  if (whole === undefined) return undefined;
  if (whole.length === 1 && SHORTHAND.test(view.charAt(at + 1))) return undefined;
  const possessive = /'s$/iu.test(whole);
  const text = possessive ? whole.slice(0, -2) : whole;
  const letters = !/^\p{Lu}/u.test(text) ? 'jane' : /\p{Ll}/u.test(text) ? 'Jane' : 'JANE';
  return { text, plain: withoutMarks(text), end: at + text.length, letters, possessive };
}

function initialsEnd(view: string, at: number): number {
  INITIALS.lastIndex = at;
  return at + (INITIALS.exec(view)?.[0].length ?? 0);
}

/** "Jane D." with its full stop. */
function dotted(view: string, word: Word): Word {
  return view[word.end] === '.' ? { ...word, end: word.end + 1 } : word;
}
