import { any, cue, END, either, exact, oneOf, type Recognizer, START } from './recognizer.js';

const ALIVE = oneOf(`
  pt patient client person woman man lady gentleman guy gal girl boy kid teen student athlete runner dancer caller
  someone somebody`);
const RELATIVE = oneOf(`
  daughter son wife husband mom mum mother dad father sister brother spouse fianc[eé]e? boyfriend girlfriend caregiver
  carer aunt uncle cousin niece nephew grandma grandpa grandmother grandfather neighbou?r roommate co-?worker colleague
  friend boss employer guardian interpreter surgeon therapist receptionist`);
const BELONGING = oneOf(`
  knee shoulder ankle back hip elbow wrist neck foot leg arm hand calf heel scar bruise pain appt appointment chart
  visit referral session insurance surgery eval records? file x-?ray mri mom wife husband daughter son family`);
const MADE = oneOf('appt appointment appmt booking slot chart eval evaluation re-?eval');
const PAPER = oneOf(`
  session visit notes? referral script rx orders? mri x-?ray imaging results? report records? file poc plan_of_care
  program hep handout consent form claim bill invoice message voicemail call email room scheduled booked`);
const MET = oneOf(`
  this_is saw seen seeing see treated treating evaluated discharged rescheduled met called texted emailed told asked
  spoke_to spoke_with talked_to talked_with met_with seen_by worked_on worked_with working_on working_with re: regarding`);
const LATELY = either('today|yesterday|earlier|tonight', 'this (?:morning|afternoon|week)', 'last (?:night|week)');
/** Things that have a name too. */
const THING = oneOf(`
  brand trade tool product full generic proper technique company file user method channel muscle code test other`);
/** What two or three letters with full stops mean that are nobody's initials. */
const SHORT_FORMS = oneOf(String.raw`
  U\.S U\.K P\.T O\.T A\.T M\.D D\.O D\.C P\.A R\.N L\.P N\.P A\.M P\.M B\.C D\.P B\.I T\.I Q\.I P\.R P\.O N\.B P\.S Q\.D
  I\.V I\.D E\.G I\.E R\.O M\.T Y\.O W\.B I\.A`);
const ALONE = String.raw`(?<![\p{L}\p{N}.'-])`;

/** Names of patients, their relatives, employers and households: 45 CFR 164.514(b)(2)(i)(A). */
export const NAMES: readonly Recognizer[] = [
  {
    identifier: 'name',
    why: 'After Mr, Mrs, Ms and Mx (A)',
    example: "mrs kowalski's knee",
    pattern: exact(
      `${START}${either(String.raw`[Mm]rs?\.?`, String.raw`[Mm]s\.`, 'Ms', String.raw`[Mm]x\.?`, String.raw`MRS\.?`, String.raw`M[RS]\.?(?=[ ]\p{Lu}{3})`)}[ ]{1,2}`,
    ),
    name: 'title',
  },
  {
    identifier: 'name',
    why: 'After Miss, Dr, Prof and the like (A)',
    example: 'Dr. Hanley sent it',
    pattern: cue(String.raw`(?:miss|ms|dra?|prof|rev|sgt|capt|lt)\.?|doctor|professor|nurse|coach|officer|sister`),
    name: 'strong',
  },
  {
    identifier: 'name',
    why: 'After "name is" (A)',
    example: "her name's Brittany",
    pattern: cue(
      either(
        "(?:first|last|maiden|(?:pt|patient|client)(?:'s)?) name(?: is| was|:)?",
        `(?<!${THING} )(?:sur)?name(?:'s| is| was|:)`,
        'goes by',
      ),
    ),
    name: 'strong',
  },
  {
    identifier: 'name',
    why: 'After "named" (A)',
    example: 'a guy named boris',
    pattern: cue(`${ALIVE} (?:is |was )?named`),
    name: 'strong',
  },
  {
    identifier: 'name',
    why: 'After "called" (A)',
    example: 'a lady called Concetta',
    pattern: cue(`${ALIVE} called`),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'After "pt", "patient" and "client", also in small letters (A)',
    example: 'pt john smith',
    pattern: cue(String.raw`(?:pt|patient|client)\.?:?`),
    name: 'cued',
  },
  {
    identifier: 'name',
    why: 'After "patient," (A)',
    example: 'my patient, Zofia, asks',
    pattern: cue('(?:pt|patient|client)(?:,| -)'),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'For whom an appointment is (A)',
    example: 'appt for kowalski',
    pattern: cue(`${MADE} (?:for|with)`),
    name: 'cued',
  },
  {
    identifier: 'name',
    why: 'For whom somebody asks (A)',
    example: 'asking for rose, is itching normal',
    pattern: cue('(?:ask|asks|asked|asking|calling|booking|scheduling|checking) for'),
    name: 'asked',
  },
  {
    identifier: 'name',
    why: 'Who lies in a room, a bay or a bed (A)',
    example: 'rm 3 gupta wants ice',
    digit: true,
    pattern: any(`${START}(?:room|rm|bed|bay|table|booth|cubicle)[ ]?#?[ ]?\\d{1,3}[a-d]?[ ]?[-:,]?[ ]{1,2}`),
    name: 'asked',
  },
  {
    identifier: 'name',
    why: 'For whom a paper or a call is (A)',
    example: 'notes for Kowalski',
    pattern: cue(`${PAPER} (?:for|on|from|with)`),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'Relatives, friends and employers (A)',
    example: 'her husband Zoltan',
    pattern: cue(`${RELATIVE}(?:,| is| was)?`),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'After "saw" on a day (A)',
    example: 'saw mendoza this morning',
    pattern: any(String.raw`${START}(?:saw|seen|treated|evaluated|met)[ ]{1,2}(?=[^.?!\n]{2,40} ${LATELY}${END})`),
    name: 'cued',
  },
  {
    identifier: 'name',
    why: 'After "saw", "this is" and "told" (A)',
    example: 'this is Kowalski calling',
    pattern: cue(MET),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'Under a message (A)',
    example: 'is it safe? Thanks, Kayleigh',
    pattern: any(
      String.raw`${START}(?:thanks|thank you|thx|regards|cheers|best)[,!]?[ \n]{1,3}(?:[-~][ ]?)?(?=[\p{L}.'-]{1,24}(?:[ ][\p{L}.'-]{1,24})?\s{0,3}$)`,
    ),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'Before a date of birth or a record number (A)',
    example: 'Kowalski, DOB unknown',
    pattern: exact(
      String.raw`${START}(?=\p{Lu}\p{L}{1,24}(?:,?[ ]\p{Lu}\p{L}{1,24}){0,2}[, (]{1,3}(?:dob|DOB|mrn|MRN)${END})`,
    ),
    name: 'cued',
  },
  {
    identifier: 'name',
    why: 'Whose knee or chart it is (A)',
    example: "Kowalski's left knee",
    pattern: exact(String.raw`${START}(?=\p{Lu}[\p{L}-]{1,24}'s (?:left |right )?${BELONGING}${END})`),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'An initial and a surname (A)',
    example: 'ask J. Kowalski',
    pattern: exact(String.raw`${ALONE}(?=\p{Lu}\.[ ]?(?:\p{Lu}\.[ ]?)?\p{Lu}\p{Ll})`),
    name: 'capital',
  },
  {
    identifier: 'name',
    why: 'Initials with full stops (A)',
    example: 'J.S. had a bruise',
    pattern: exact(
      String.raw`${ALONE}(?<!\p{Lu}\.[ ])(?!${SHORT_FORMS}\.)\p{Lu}\.[ ]?\p{Lu}\.(?:[ ]?\p{Lu}\.)?(?![ ]?\p{Lu}\.)`,
    ),
  },
  {
    identifier: 'name',
    why: 'Initials in small letters with full stops (A)',
    example: 'k.w. had a bruise',
    pattern: exact(String.raw`${ALONE}(?!${SHORT_FORMS.toLowerCase()}\.)[a-z]\.[a-z]\.(?:[a-z]\.)?(?![a-z]\.)`),
  },
  {
    identifier: 'name',
    why: 'Initials before a date of birth (A)',
    example: 'RT dob unknown',
    pattern: exact(String.raw`${ALONE}(?!PT|HX|DX|CC)\p{Lu}{2,3}(?=[, (]{1,3}(?:dob|DOB|d\.o\.b)(?!\p{L}))`),
  },
  {
    identifier: 'name',
    why: 'Common given names without any cue, with the surname after them (A)',
    example: 'can Jane D. have it',
    pattern: exact(String.raw`(?<![\p{L}\p{N}_'-]|${START}[Ss]t\.? )(?=\p{L}{3})`),
    name: 'given',
  },
];
