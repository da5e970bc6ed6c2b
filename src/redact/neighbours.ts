import {
  AGE,
  ALSO_DO,
  ASKING,
  BEFORE_SEASONS,
  BELONGING,
  BELONGINGS,
  BOTH,
  DAYS,
  DETERMINERS,
  DONE,
  EVERYDAY,
  FOR,
  GOES_ON,
  GREETINGS,
  HAVING,
  HELPING,
  HOUR,
  HOW_PEOPLE_ARE,
  HOW_THINGS_ARE,
  IS,
  JOINING,
  LATELY,
  LONG_AGO,
  MEANWHILE,
  MET,
  MINDS_DO,
  NOT_DONE,
  NUMBER,
  OF_PEOPLE,
  OF_THINGS,
  OLD,
  PEOPLE_ARE,
  PEOPLE_DO,
  PLEASE,
  ROOMS,
  SEASONS,
  SINCE,
  TAKEN,
  TIMES,
  TITLES,
  TO_OR_BY,
  TOLD,
  TOLD_PEOPLE,
  YOU,
} from './neighbour-words.js';
import { METHOD_SURNAMES, WORD_GIVEN, WORD_SURNAMES } from './people.js';

/** A word of a question, as its neighbours are asked about it. */
export interface Token {
  /** In small letters without accents and without "'s"; empty for what has been found already. */
  plain: string;
  start: number;
  end: number;
  /** JANE: all capitals; Jane: the first only; jane: none. */
  letters: 'JANE' | 'Jane' | 'jane';
  /** True for the first word of a sentence, a line or a quotation, whose capital says nothing. */
  first: boolean;
  possessive: boolean;
  /** True right behind an at sign. */
  called: boolean;
  /** True where a comma, a colon or the end of a sentence follows. */
  pause: boolean;
  /** As what it goes, once that is known: of the words before the one that is asked about. */
  goes?: string | undefined;
}

/** A word that is a name too, among those beside it. */
interface Place {
  token: Token;
  third: Token;
  before: Token;
  next: Token;
  after: Token;
  fourth: Token;
  isGiven: boolean;
  /** True where something begins with it: a sentence, or what a joining word or a comma stands before. */
  opens: boolean;
  ends: boolean;
}

const NOBODY: Token = {
  plain: '',
  start: 0,
  end: 0,
  letters: 'jane',
  first: true,
  possessive: false,
  called: false,
  pause: false,
};

/** Whether a word that is a name too, such as rose, is one here: by its capital inside a sentence, or by its neighbours. */
export function isNamed(tokens: readonly Token[], at: number, capitalsTell: boolean): boolean {
  const token = tokens[at] ?? NOBODY;
  const isGiven = WORD_GIVEN.has(token.plain);
  const isMethod = METHOD_SURNAMES.has(token.plain);
  if (!isGiven && !isMethod && !WORD_SURNAMES.has(token.plain)) return false;
  const [third = NOBODY, before = NOBODY] = [tokens[at - 2], tokens[at - 1]];
  const [next = NOBODY, after = NOBODY, fourth = NOBODY] = tokens.slice(at + 1, at + 4);
  const ends = token.pause || next === NOBODY;
  const opens = token.first || before.pause || JOINING.has(before.plain) || HOUR.test(before.plain);
  const place: Place = { token, third, before, next, after, fourth, isGiven, opens, ends };
  if (SEASONS.has(token.plain) && BEFORE_SEASONS.has(before.plain)) return false;
  const isCapital = capitalsTell && token.letters === 'Jane';
  // "Day 3" and "Grade 2" are headings.
  if (isCapital && !token.first && !isMethod) return !/^\d/.test(next.plain);
  if (isTold(place)) return true;
  if (!token.first && DETERMINERS.has(before.plain)) return false;
  const isHow = HOW_THINGS_ARE.has(token.plain) || HOW_PEOPLE_ARE.has(token.plain);
  if (isHow && OF_THINGS.has(before.plain)) return false;
  if (token.possessive) return isOwner(place, isCapital);
  // "ROSE GREEN has": behind a name that is a word, another.
  if (before.goes === 'name' && WORD_GIVEN.has(before.plain) && before.end + 1 === token.start) return true;
  if (isDoing(place) || isPatient(place, isCapital)) return true;
  const isHeading = token.pause && next !== NOBODY && token.first && !isMethod;
  if (isHeading && (isCapital || (isGiven && !EVERYDAY.has(token.plain)))) return true;
  if (!isMethod && (isMet(place) || isSpokenTo(place))) return true;
  if (!isGiven) return false;
  if (ASKING.has(before.plain) && (OF_PEOPLE.has(next.plain) || PEOPLE_ARE.has(next.plain))) return true;
  // "Summer Hill post op", "Bill and Sue both want", "ROSE GREEN HAS".
  if (token.first && isSurnameHere(next, after, capitalsTell)) return true;
  return isPaired(place, capitalsTell);
}

/** Whether what stands before tells of a person: "mr long", "told rose", "seen by hope". */
function isTold({ token, third, before, next, isGiven, ends }: Place): boolean {
  if (TITLES.has(before.plain)) return true;
  const goesOn = ends || GOES_ON.has(next.plain) || PEOPLE_DO.has(next.plain);
  if (!isGiven) return TOLD_PEOPLE.has(before.plain) && goesOn;
  if (HOW_THINGS_ARE.has(token.plain) && !goesOn) return false;
  if (TO_OR_BY.get(before.plain)?.has(third.plain) === true) return true;
  return TOLD.has(before.plain) && (goesOn || !HELPING.has(token.plain));
}

/** "Will's plantar fascia", "king's knee"; but "carpenter's elbow" and "golfer's elbow" are what they do. */
function isOwner({ token, next, isGiven }: Place, isCapital: boolean): boolean {
  if (BELONGINGS.has(next.plain))
    return isGiven || isCapital || (WORD_SURNAMES.has(token.plain) && !/er$|^day$/.test(token.plain));
  return isGiven && !SEASONS.has(token.plain) && !HOW_THINGS_ARE.has(token.plain);
}

/** Whether what follows is what people do or are: "rose tore", "because mark still has", "long is pregnant". */
function isDoing({ token, before, next, after, fourth, isGiven, opens }: Place): boolean {
  const does = MEANWHILE.has(next.plain) ? after : next;
  if (!opens) return isGiven && MINDS_DO.has(does.plain) && !OF_THINGS.has(before.plain);
  if (PEOPLE_DO.has(does.plain)) return true;
  const isOnDrugs = after.plain === 'on' && TAKEN.has(fourth.plain);
  if (IS.has(next.plain) && (PEOPLE_ARE.has(after.plain) || isOnDrugs)) return true;
  if (next.plain === 'no' && after.plain.startsWith('show')) return true;
  if (!isGiven) return false;
  const isRare = !EVERYDAY.has(token.plain);
  if (IS.has(next.plain)) return after.plain !== 'the' && (isRare || !before.pause);
  return isRare && (ALSO_DO.has(next.plain) || (DONE.test(next.plain) && !NOT_DONE.has(next.plain)));
}

/** Whether what stands beside it is a patient's: a room, an age, what hurts, the weeks since a surgery, what is taken. */
function isPatient({ token, third, before, next, after, fourth, isGiven, opens }: Place, isCapital: boolean): boolean {
  if (isGiven && ROOMS.has(third.plain) && NUMBER.test(before.plain)) return true;
  if (opens && ROOMS.has(next.plain) && NUMBER.test(after.plain)) return true;
  if (opens && next.plain === 'in' && ROOMS.has(after.plain) && NUMBER.test(fourth.plain)) return true;
  if (!opens || HOW_THINGS_ARE.has(token.plain) || HOW_PEOPLE_ARE.has(token.plain)) return false;
  if (token.first && BELONGINGS.has(next.plain) && (isCapital || isGiven)) return !EVERYDAY.has(token.plain);
  if (AGE.test(next.plain) || (NUMBER.test(next.plain) && OLD.has(after.plain))) return true;
  if (NUMBER.test(next.plain) && LONG_AGO.has(after.plain) && SINCE.has(fourth.plain))
    return isGiven && !EVERYDAY.has(token.plain);
  return next.plain === 'on' && TAKEN.has(after.plain);
}

/** Whether staff met somebody or will: "scraped rose yesterday", "seeing price at 4", "same for rose?". */
function isMet({ token, before, next, after, isGiven, ends }: Place): boolean {
  const isDated = DAYS.has(next.plain) || (next.plain === 'at' && NUMBER.test(after.plain));
  if (!isGiven)
    return isDated && !HOW_PEOPLE_ARE.has(token.plain) && (MET.has(before.plain) || HAVING.has(before.plain));
  if (MET.has(before.plain) && (ends || isDated || LATELY.has(next.plain))) return true;
  if (SEASONS.has(token.plain)) return false;
  if (FOR.has(before.plain) && (ends || TIMES.has(next.plain))) return true;
  return HAVING.has(before.plain) && (isDated || next.plain === 'next') && !HOW_THINGS_ARE.has(token.plain);
}

/** Whether it is called to: "@rose", "thanks, rose", "price can you help". */
function isSpokenTo({ token, before, next, after, isGiven, ends }: Place): boolean {
  if ((isGiven && token.called) || (GREETINGS.has(before.plain) && ends)) return true;
  if (!token.first || HOW_PEOPLE_ARE.has(token.plain)) return false;
  if (YOU.has(after.plain)) return ASKING.has(next.plain) || next.plain === 'do';
  return isGiven && PLEASE.has(next.plain) && !EVERYDAY.has(token.plain);
}

function isSurnameHere(next: Token, after: Token, capitalsTell: boolean): boolean {
  if (!WORD_SURNAMES.has(next.plain) && !WORD_GIVEN.has(next.plain)) return false;
  return (capitalsTell && next.letters === 'Jane' && !next.first) || PEOPLE_DO.has(after.plain) || IS.has(after.plain);
}

/** Whether another person stands beside it: "mark and his wife", "kowalski and rose", "bill and sue both want". */
function isPaired({ token, third, before, next, after, fourth, ends }: Place, capitalsTell: boolean): boolean {
  if (before.plain === 'and') {
    if (third.goes === 'name' || (third.goes !== undefined && (ends || BOTH.has(next.plain)))) return true;
  }
  if (next.plain !== 'and') return false;
  if (token.first && (BELONGING.has(after.plain) || fourth.plain === 'both')) return true;
  return WORD_GIVEN.has(after.plain) && ((capitalsTell && after.letters === 'Jane') || BOTH.has(fourth.plain));
}
