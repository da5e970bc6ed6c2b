import { any, cue, END, either, exact, oneOf, type Recognizer, START } from './recognizer.js';

/** Every word as street signs and chats write it: street, Street, STREET. */
function cased(words: string): string {
  return oneOf(
    words.replace(/[a-z]+/g, (word) => `${word} ${word[0]?.toUpperCase()}${word.slice(1)} ${word.toUpperCase()}`),
  );
}

const STATE =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])';
const ZIP = String.raw`\d{5}(?:-\d{4})?(?!\d)`;
const CITY = String.raw`\p{Lu}[\p{L}.'-]{1,20}(?:[ ]\p{Lu}[\p{L}.'-]{1,20}){0,2}`;

/** Words that show that the number before them counts something and begins no address. */
const COUNTED = oneOf(`
  sets? reps? times? x mins? minutes? secs? seconds? hours? hrs? days? weeks? wks? months? mos? years? yrs? yo degrees?
  deg strokes? passes units? visits? sessions? patients? pts? cm mm lbs? kg miles? percent per or of the a an to on in
  at for and with from is are after before post soft light long short gentle out down up into by as that this my our his
  her your no not`);
const STREET_WORD = String.raw`(?!${COUNTED}(?!\p{L}))[\p{L}\d][\p{L}\d.'-]{0,20}[ ]`;
const STREET_NAME = String.raw`(?!${COUNTED}(?!\p{L}))\p{Lu}[\p{L}.'-]{0,20}[ ]`;
const STREET = cased(
  'street st avenue ave road rd boulevard blvd lane ln highway hwy parkway pkwy terrace drive court circle crescent',
);
/** Kinds of street that are ordinary words, or "Dr". */
const WAY = oneOf('Way Place Pl Ct Dr Cir Trail Trl Row Loop Square Sq Run Alley Plaza');
const FLAT = cased('apt apartment unit suite ste bldg rm room floor');
/** Quarter of the city, flat, city, state, ZIP: each may be missing. */
const REST =
  String.raw`\.?(?:,?[ ](?:N|S|E|W|NE|NW|SE|SW)${END})?` +
  String.raw`(?:,?[ ](?:${FLAT}\.?[ ]?#?|#)[ ]?[\p{L}\d-]{1,6}${END})?` +
  `(?:,[ ]?${CITY})?(?:,?[ ]${STATE}${END})?(?:,?[ ]${ZIP})?`;
const HOUSE = String.raw`(?<![\p{L}\p{N}.,/-])\d{1,6}`;

/** All that is smaller than a state: 45 CFR 164.514(b)(2)(i)(B). */
export const PLACES: readonly Recognizer[] = [
  {
    identifier: 'address',
    why: 'House and street, with flat, city and ZIP code (B)',
    example: 'at 1420 maple street, Apt 4',
    digit: true,
    pattern: exact(String.raw`${HOUSE}(?:-?\p{L})?[ ](?:${STREET_WORD}){1,4}?${STREET}${END}${REST}`),
  },
  {
    identifier: 'address',
    why: 'House and street without its kind, with a flat (B)',
    example: 'at 1190 n fremont apt 3b',
    digit: true,
    pattern: exact(
      String.raw`${HOUSE}[ ](?:${STREET_WORD}){1,3}?${cased('apt apartment unit suite ste')}\.?[ ]?#?[ ]?\p{L}?\d{1,5}\p{L}?${END}`,
    ),
  },
  {
    identifier: 'address',
    why: 'House and street without its kind, after "lives at" (B)',
    example: 'lives at 812 pine',
    digit: true,
    pattern: any(
      String.raw`${START}(?:lives?|living|resid(?:es|ing)|stays|staying|address(?:[ ]is|:)?)[ ](?:(?:at|on|in)[ ])?(?<it>\d{1,5}[ ](?!${COUNTED}${END})\p{L}{3,20}(?:[ ]\p{L}{3,20})?)${END}`,
    ),
  },
  {
    identifier: 'address',
    why: 'House and street where the kind of street comes first (B)',
    example: 'at 9 rue des lilas',
    digit: true,
    pattern: exact(
      String.raw`${HOUSE},?[ ]${cased('rue calle via avenida rua paseo camino chemin strada')}(?:[ ]\p{L}[\p{L}'-]{1,20}){1,3}`,
    ),
  },
  {
    identifier: 'address',
    why: 'Streets whose kind is an ordinary word, with capitals (B)',
    example: 'at 12 Sunset Way',
    digit: true,
    pattern: exact(`${HOUSE}[ ](?:${STREET_NAME}){1,4}?${WAY}${END}${REST}`),
  },
  {
    identifier: 'address',
    why: 'City, state and ZIP code; without a comma no billing code (B)',
    example: 'in Tacoma, WA 98405',
    digit: true,
    pattern: exact(`${START}${CITY}(?:,[ ]?${STATE}|[ ]${STATE}(?![ ]97[015]))[ ]{1,2}${ZIP}`),
  },
  {
    identifier: 'address',
    why: 'Post office boxes (B)',
    example: 'PO Box 1182',
    digit: true,
    pattern: any(String.raw`${START}p\.?[ ]?o\.?[ ]?box[ #]{1,2}\d{1,8}`),
  },
  {
    identifier: 'address',
    why: 'ZIP codes after their cue, and ZIP codes of nine digits (B)',
    example: 'zip 98101',
    digit: true,
    pattern: any(
      either(
        `${START}(?:zip|postal)(?:[ -]?code)?[ :]{0,2}(?:is )?(?<it>${ZIP})`,
        String.raw`(?<![\d-])\d{5}-\d{4}(?![\d-])`,
      ),
    ),
  },
  {
    identifier: 'address',
    why: 'Places after "lives in" (B)',
    example: 'lives in Spokane',
    pattern: cue('(?:lives?|living|resid(?:es|ing)|moved|relocated) (?:in|at|near|on|to)|(?:home )?address(?: is|:)'),
    name: 'capital',
  },
];
