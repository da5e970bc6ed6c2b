import { any, END, either, oneOf, type Recognizer, START } from './recognizer.js';

/** Between a cue and its number: " is ", ": ", "-". */
const GAP = String.raw`[ \t]{0,2}(?:[:=#.-]{1,2}[ \t]{0,2})?(?:(?:is|was|of)[ \t:]{1,3})?#?[ \t]{0,2}`;
/** "number", "no.", "id" or "#" before it: with one of them the cue is sure. */
const NUMBER_WORD = String.raw`[ \t]{0,2}(?:(?:id )?(?:numbers?|num|nbr|nr)|no(?=[.: #\t]{0,3}[A-Z]{0,4}-?\d)|ids?|#)(?!\p{L})`;
/** A code of three characters or more, with a digit. */
const CODE = '(?=[A-Z-]{0,10}[0-9])[A-Z0-9][A-Z0-9-]{1,24}[A-Z0-9]';
/** A code that is no year, no billing code (97140, G0283) and no count: six characters and two digits, or five digits. */
const LONG_CODE =
  '(?!(?:19|20)[0-9]{2}(?![0-9A-Z-]))(?!9[789][0-9]{3}(?![0-9]))' +
  either('(?=[A-Z-]{0,10}[0-9][A-Z0-9-]{0,24}[0-9])[A-Z0-9][A-Z0-9-]{4,24}[A-Z0-9]', '[0-9]{5}');

/** Further groups of a number: W4471 20938. No billing codes. */
const GROUPS = '(?:[ ](?!9[789][0-9]{3}(?![0-9]))[0-9]{3,6}(?![0-9A-Z/%.-])){0,3}';

/** A sure cue with any code, or the bare cue with a long one or with several groups. */
function numbered(what: string): RegExp {
  const grouped = `[A-Z]{0,3}(?!9[789][0-9]{3})[0-9]{3,6}${GROUPS.replace('{0,3}', '{1,3}')}`;
  return any(
    `${START}${what}(?:${NUMBER_WORD}${GAP}(?<it>${CODE}${GROUPS})|(?=[ :=#.-])${GAP}(?<bare>${grouped}|${LONG_CODE}))${END}`,
  );
}

const MEDICAL_RECORD = either(
  String.raw`m\.?r\.?n\.?`,
  String.raw`m\.?r\.?(?=[ ]?(?:#|no(?:[. ]|$)|num))`,
  String.raw`med(?:ical)?\.?[ ]?rec(?:ord)?s?\.?`,
  '(?:health |patient )record',
  'e[mh]r(?=[ ]?[#:]|[ ](?:no|num|id))',
);
const RECORD = oneOf(`
  record chart account acct act case claim visit encounter patient pt client file auth authorization referral order
  invoice accession confirmation ticket`);
const PAYER = oneOf(`
  insurance ins member(?:ship)? policy pol(?=[ ]?#) subscriber group grp plan payer beneficiary medicare medicaid mbi hicn bcbs aetna
  cigna humana uhc tricare kaiser health_card nhs`);
const LICENSE = either(
  '(?:licen[cs]e|car|number|reg(?:istration)?) plate',
  'plate(?=[ ](?:number|no|#))',
  "(?:driver'?s'? )?licen[cs]e",
  'dl(?=[ ]?#)',
  'passport',
  'certificate',
);
const DEVICE = either(
  String.raw`(?:device |pacemaker |implant )?(?:serial|s\/n)`,
  'udi',
  'imei',
  '(?:implant|device|pacemaker|lot)(?=[ ]?(?:#|no|number|id))',
);
/** Letters of a Medicare number: all but S, L, O, I, B and Z. */
const MBI_LETTER = '[AC-HJKMNP-RT-Y]';
const MBI_ANY = '[AC-HJKMNP-RT-Y0-9]';

/** Numbers by which an office knows a person. */
export const RECORDS: readonly Recognizer[] = [
  {
    identifier: 'social security number',
    why: 'Social security numbers after their cue, also the last four digits (G)',
    example: 'last four of social 6789',
    digit: true,
    pattern: any(
      String.raw`${START}(?:ssn?|soc(?:ial)?(?: sec(?:urity)?)?)(?:${NUMBER_WORD})?${GAP}(?:(?:ending|ends|last four|last 4)(?: in| with| is)?[ :]{1,2})?(?<it>\d{3}[ .-]?\d{2}[ .-]?\d{4}|\d{4})(?!\d)`,
    ),
  },
  {
    identifier: 'social security number',
    why: 'Numbers in the form of a social security number (G)',
    example: 'wrote 123-45-6789',
    digit: true,
    pattern: any(String.raw`(?<![\d-])\d{3}(?:-\d\d-|[.]\d\d[.]|[ ]\d\d[ ])\d{4}(?![\d-])`),
  },
  {
    identifier: 'insurance number',
    why: 'Medicare numbers (I; CMS, "Understanding the Medicare Beneficiary Identifier format")',
    example: 'has 1EG4-TE5-MK73',
    digit: true,
    pattern: any(
      String.raw`${START}[1-9]${MBI_LETTER}${MBI_ANY}\d-?${MBI_LETTER}${MBI_ANY}\d-?${MBI_LETTER}{2}\d\d${END}`,
    ),
  },
  {
    identifier: 'insurance number',
    why: 'Numbers of members, policies and groups (I)',
    example: 'member ID: W12345',
    digit: true,
    pattern: numbered(PAYER),
  },
  {
    identifier: 'record number',
    why: 'Medical record numbers, also in groups of digits (H)',
    example: 'MRN 004 829 13',
    digit: true,
    pattern: any(
      START +
        String.raw`${MEDICAL_RECORD}(?:${NUMBER_WORD})?${GAP}(?<it>\d{2,4}(?:[ ]\d{2,4}(?![\d\p{L}\/%]|[ ]?(?:yo|y\/o|weeks|wks|days)${END})){1,4}|${CODE})` +
        END,
    ),
  },
  {
    identifier: 'record number',
    why: 'Numbers of charts, accounts, cases, claims and visits (H, J)',
    example: 'chart #48213',
    digit: true,
    pattern: numbered(RECORD),
  },
  {
    identifier: 'license number',
    why: 'Licenses, certificates and plates after their cue (K, L)',
    example: 'license plate 7ABC123',
    digit: true,
    pattern: any(
      `${START}${LICENSE}(?:${NUMBER_WORD})?${GAP}(?<it>(?=[A-Z -]{0,8}[0-9])[A-Z0-9]{1,10}(?:[ -]?(?=[A-Z]{0,3}[0-9])[A-Z0-9]{2,8}){0,2}(?<=[A-Z0-9 -]{4}))${END}`,
    ),
  },
  {
    identifier: 'device number',
    why: 'Serial numbers of devices after their cue (M)',
    example: 'serial no. PJN772104',
    digit: true,
    pattern: any(String.raw`${START}${DEVICE}(?: (?:serial|s\/n))?(?:${NUMBER_WORD})?${GAP}(?<it>${CODE})${END}`),
  },
];

/** What is left when every other recognizer has looked. */
export const LEFT_OVER: readonly Recognizer[] = [
  {
    identifier: 'number',
    why: 'Cards, and seven digits or more in a row: any other unique number (R)',
    example: 'ref 48213377',
    digit: true,
    pattern: any(String.raw`(?<!\d)(?:\d{4}[ -]){3}\d{1,4}(?!\d)|(?:[a-z]{1,4}-?)?\d{7,4000}`),
  },
];
