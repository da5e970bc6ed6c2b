import { listed } from './listed.js';
import { METHOD_SURNAMES, WORD_GIVEN, WORD_SURNAMES } from './people.js';

/** A word of a question, as its neighbours are asked about it. */
export interface Token {
  /** In small letters without accents and without "'s"; empty for what has been found already and for numbers. */
  plain: string;
  start: number;
  end: number;
  /** JANE: all capitals; Jane: the first only; jane: none. */
  letters: 'JANE' | 'Jane' | 'jane';
  /** True for the first word of a sentence, a line or a quotation, whose capital says nothing. */
  first: boolean;
  possessive: boolean;
  /** True where a comma, a colon or the end of a sentence follows. */
  pause: boolean;
  /** As what it goes, once that is known: of the words before the one that is asked about. */
  goes?: string | undefined;
}

const NOBODY: Token = { plain: '', start: 0, end: 0, letters: 'jane', first: true, possessive: false, pause: false };

/** What only people do and have: "rose has", "mark wants", "will is". */
const PEOPLE_DO = listed(`
  has hasn't had wants wanted needs needed says said asks asked thinks thought takes took feels felt complains complained
  reports reported bruises bruised fainted called cancelled canceled came went gets got likes loves doesn't didn't won't
  can't isn't wasn't tolerated flared vomited cried told tells came returned lives plays runs lifts works`);
const IS = listed('is was');
/** What may follow "is grant" and "can mark", where a thing could not be meant. */
const OF_PEOPLE = listed(`
  ok okay allowed able too still going due ready fine back need have get go do take run swim lift play come drive
  shower eat drink wear start stop continue keep return train try wait want feel bruise sign bring skip switch`);
const ASKING = listed('can could should does did will would is was has may');
/** Before a name in the middle of a sentence: "because rose has", "when mark is". */
const JOINING = listed(`
  and but if because cause cuz bc when since so that pt patient client says said think thinks hi hey ok yes no also plus
  after before until while whether why how does did do is was can could should would will for with`);
const BOTH = listed('both are want have were need');
const BELONGINGS = listed(`
  knee shoulder ankle back hip elbow wrist neck foot leg arm hand calf heel scar bruise bruises pain appt appointment
  chart visit session insurance surgery eval record records file mri mom wife husband daughter son family thigh shin
  forearm hamstring achilles thumb jaw face chest skin`);
/** Whom staff have met or told: "scraped rose yesterday", "told mark." */
const MET = listed(`
  scraped scrape treated treat treating saw see seeing seen evaluated discharged rescheduled texted called emailed told
  asked met reminded`);
const LATELY = listed('yesterday today tonight earlier again twice last this first');
/** For whom something is, where nothing follows: "same for rose?" */
const FOR = listed('for with re about');
const SEASONS = listed('april may june july august summer autumn winter');
const BEFORE_SEASONS = listed('in since until till by last next this from early late mid of every before after during');
const DETERMINERS = listed(`
  a an the this that these those my your his her its our their no any some each every red purple dark small big new old
  first second one two to of more less`);

/** Whether a word that is a name too, such as rose, is one here: by its capital inside a sentence, or by its neighbours. */
export function isNamed(tokens: readonly Token[], at: number, capitalsTell: boolean): boolean {
  const token = tokens[at] ?? NOBODY;
  const isGiven = WORD_GIVEN.has(token.plain);
  const isMethod = METHOD_SURNAMES.has(token.plain);
  if (!isGiven && !isMethod && !WORD_SURNAMES.has(token.plain)) return false;
  const before = tokens[at - 1] ?? NOBODY;
  const next = tokens[at + 1] ?? NOBODY;
  const after = tokens[at + 2] ?? NOBODY;
  if (SEASONS.has(token.plain) && BEFORE_SEASONS.has(before.plain)) return false;
  const isCapital = capitalsTell && token.letters === 'Jane';
  // "Day 3" and "Grade 2" are headings.
  if (isCapital && !token.first && !isMethod) return !/^\d/.test(next.plain);
  if (!token.first && DETERMINERS.has(before.plain)) return false;
  if (token.possessive && BELONGINGS.has(next.plain)) return isGiven || isCapital;
  // "ROSE GREEN has": behind a name that is a word, another.
  if (before.goes === 'name' && WORD_GIVEN.has(before.plain) && before.end + 1 === token.start) return true;
  const opens = token.first || JOINING.has(before.plain);
  if (opens && PEOPLE_DO.has(next.plain)) return true;
  if (token.first && isCapital && token.pause && next !== NOBODY && !isMethod) return true;
  if (!isGiven) return false;
  if (opens && IS.has(next.plain) && after.plain !== 'the') return true;
  const ends = token.pause || next === NOBODY;
  if (MET.has(before.plain) && (ends || LATELY.has(next.plain))) return true;
  if (FOR.has(before.plain) && ends && !SEASONS.has(token.plain)) return true;
  if (ASKING.has(before.plain) && OF_PEOPLE.has(next.plain)) return true;
  // "Summer Hill post op", "Bill and Sue both want", "ROSE GREEN HAS".
  if (token.first && isSurnameHere(next, after, capitalsTell)) return true;
  if (before.plain === 'and' && tokens[at - 2]?.goes === 'name') return true;
  return next.plain === 'and' && isNamedBeside(tokens, at + 2, capitalsTell);
}

function isSurnameHere(next: Token, after: Token, capitalsTell: boolean): boolean {
  if (!WORD_SURNAMES.has(next.plain) && !WORD_GIVEN.has(next.plain)) return false;
  return (capitalsTell && next.letters === 'Jane' && !next.first) || PEOPLE_DO.has(after.plain) || IS.has(after.plain);
}

function isNamedBeside(tokens: readonly Token[], at: number, capitalsTell: boolean): boolean {
  const token = tokens[at] ?? NOBODY;
  if (!WORD_GIVEN.has(token.plain)) return false;
  return (capitalsTell && token.letters === 'Jane') || BOTH.has(tokens[at + 1]?.plain ?? '');
}
