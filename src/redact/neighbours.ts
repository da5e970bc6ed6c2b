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

/** What only somebody with a mind does: no "mark says", "grant wants" or "may feels" is anything but a person's. */
const MINDS_DO = listed(`
  wants wanted says said asks asked thinks thought feels felt complains complained likes liked loves loved hates hated
  prefers preferred refuses refused denies denied mentions mentioned states stated agrees agreed believes worries worried
  tells told cried fainted vomited`);
/** What people do and have, and things too: "rose has", "mark came", behind the beginning of a sentence or a joining word. */
const PEOPLE_DO = new Set([
  ...MINDS_DO,
  ...listed(`
  has hasn't had needs needed takes took reports reported bruises bruised called cancelled canceled came went gets got
  doesn't didn't won't can't isn't wasn't tolerated flared returned lives plays runs lifts works`),
]);
/** Between a name and what its bearer does. */
const MEANWHILE = listed('still also now just really never always only');
/** Before a word that tells of something: "is red felt", "how long reported". */
const OF_THINGS = listed('is are was were be being been how too so very as goes turns turned went gets got');
/** Before nobody but a person. */
const TITLES = listed(`
  mr mrs ms mx miss dr prof nurse coach senor senora senorita sr sra srta madame mme mlle monsieur herr frau`);
const TOLD = listed(`
  told tell asked ask emailed email texted text called call phoned reminded remind messaged gave named per husband wife son
  daughter mom mum mother dad father brother sister`);
/** The same in two words: "spoke to rose", "seen by hope", "checking on june". */
const TO_OR_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['to', listed('spoke spoken speak speaking talked talk talking')],
  [
    'with',
    listed('spoke spoken speak speaking talked talk talking met meeting booked appt appointment worked working up'),
  ],
  ['by', listed('seen treated done signed sent scraped evaluated asked told called')],
  ['on', listed('worked working work checked checking check')],
  ['from', listed('heard message note call text email referral')],
]);
/** Names that tell how a thing is, and names that are helping words: only with what goes on behind somebody. */
const HOW_THINGS_ARE = listed('red rich max sunny misty sandy rocky gay');
const HELPING = listed('will may');
/** What goes on where the word before was somebody. */
const GOES_ON = listed(`
  to about that if whether and or but because who when she he her his this today yesterday tomorrow tonight again is was on
  at for`);
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
const LATELY = listed(`
  yesterday today tonight tomorrow earlier again twice last this first next over for and then but who she he her his
  please pls`);
/** For whom something is, where nothing follows: "same for rose?" */
const FOR = listed('for from with w re about');
const TIMES = listed('yesterday today tonight tomorrow at please pls who');
/** The hour of an appointment: "my 2pm mark is on eliquis". */
const HOUR = /^\d{1,2}(?::?\d\d)?[ap]m?$/;
const BELONGING = listed('his her their');
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
  if (isTold(token, before, tokens[at - 2] ?? NOBODY, next)) return true;
  if (!token.first && DETERMINERS.has(before.plain)) return false;
  if (HOW_THINGS_ARE.has(token.plain) && OF_THINGS.has(before.plain)) return false;
  if (token.possessive && BELONGINGS.has(next.plain)) return isGiven || isCapital;
  // "ROSE GREEN has": behind a name that is a word, another.
  if (before.goes === 'name' && WORD_GIVEN.has(before.plain) && before.end + 1 === token.start) return true;
  const opens = token.first || JOINING.has(before.plain) || HOUR.test(before.plain);
  const does = MEANWHILE.has(next.plain) ? after : next;
  if (opens ? PEOPLE_DO.has(does.plain) : isGiven && MINDS_DO.has(does.plain) && !OF_THINGS.has(before.plain))
    return true;
  if (token.first && isCapital && token.pause && next !== NOBODY && !isMethod) return true;
  if (!isGiven) return false;
  if (opens && IS.has(next.plain) && after.plain !== 'the') return true;
  const ends = token.pause || next === NOBODY;
  if (MET.has(before.plain) && (ends || LATELY.has(next.plain))) return true;
  if (FOR.has(before.plain) && (ends || TIMES.has(next.plain)) && !SEASONS.has(token.plain)) return true;
  if (token.first && next.plain === 'and' && BELONGING.has(after.plain)) return true;
  if (ASKING.has(before.plain) && OF_PEOPLE.has(next.plain)) return true;
  // "Summer Hill post op", "Bill and Sue both want", "ROSE GREEN HAS".
  if (token.first && isSurnameHere(next, after, capitalsTell)) return true;
  if (before.plain === 'and' && tokens[at - 2]?.goes === 'name') return true;
  return next.plain === 'and' && isNamedBeside(tokens, at + 2, capitalsTell);
}

/** Whether what stands before tells of a person: "mr long", "told rose", "seen by hope". */
function isTold({ plain, pause }: Token, before: Token, third: Token, next: Token): boolean {
  if (TITLES.has(before.plain)) return true;
  if (!WORD_GIVEN.has(plain)) return false;
  const goesOn = pause || next === NOBODY || GOES_ON.has(next.plain) || PEOPLE_DO.has(next.plain);
  if (HOW_THINGS_ARE.has(plain) && !goesOn) return false;
  if (TO_OR_BY.get(before.plain)?.has(third.plain) === true) return true;
  return TOLD.has(before.plain) && (goesOn || !HELPING.has(plain));
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
