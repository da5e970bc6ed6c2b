import { any, END, oneOf, type Recognizer, START } from './recognizer.js';

const EXTENSION = String.raw`(?:[ ,]{0,2}(?:x|ext\.?|extension|#)[ ]{0,2}\d{1,6}(?!\d))?`;
const SEPARATOR = String.raw`[ .\-\/]{0,3}`;
const CALL = oneOf(`
  call(?:ed)? text(?:ed)? ring reach dial fax phone ph tel telephone cell mobile whatsapp voicemail number contact`);
const TO = oneOf(String.raw`him her me us them number no\.? back it is was on at to from`);
const DIGIT_WORD = oneOf('zero oh one two three four five six seven eight nine');
/** Units of a range that has the form of a short phone number: 100-1500 Hz. */
const UNIT = oneOf('hz mg g kg ms mm cm m n iu units? strokes steps newtons? dollars words cells %');

/** Telephone and fax numbers: 45 CFR 164.514(b)(2)(i)(D) and (E). */
export const PHONES: readonly Recognizer[] = [
  {
    identifier: 'phone',
    why: 'International numbers, a plus sign and up to fifteen digits (D, E; ITU-T E.164)',
    example: 'at +44 20 7946 0958',
    digit: true,
    pattern: any(String.raw`\+[ ]?\d(?:[ ().-]{0,3}\d){6,14}(?!\d)${EXTENSION}`),
  },
  {
    identifier: 'phone',
    why: 'American phone and fax numbers (D, E; North American Numbering Plan: area, exchange, line)',
    example: 'at (206) 555-0147 x12',
    digit: true,
    pattern: any(
      String.raw`(?<![\p{L}\p{N}])(?:\+?1[ .-]{0,2})?(?:\([ ]?\d{3}[ ]?\)|\d{3})${SEPARATOR}\d{3}${SEPARATOR}\d{4}(?!\d)${EXTENSION}`,
    ),
  },
  {
    identifier: 'phone',
    why: 'Numbers in national form with a leading zero (D, E)',
    example: 'at 07700 900123',
    digit: true,
    pattern: any(String.raw`(?<![\p{L}\d.,/-])0\d{2,4}(?:[ -]?\d{3,4}){2,3}(?!\d)`),
  },
  {
    identifier: 'phone',
    why: 'Numbers without their area (D, E)',
    example: 'at 555-0134',
    digit: true,
    pattern: any(String.raw`(?<![\p{L}\d.,$/-])\d{3}[-.]\d{4}(?![\d-])(?![ ]?${UNIT}(?!\p{L}))${EXTENSION}`),
  },
  {
    identifier: 'phone',
    why: 'Seven digits and more after "call" and the like, but no two billing codes (D, E)',
    example: 'her number is 555 0134',
    digit: true,
    pattern: any(
      String.raw`${START}${CALL}(?:[ ]${TO}){0,3}[ ]{0,2}[:.#-]{0,2}[ ]{0,2}(?<it>(?!\d{5}(?!\d))\(?\d(?:[ ().-]{0,3}\d){6,14})(?!\d)`,
    ),
  },
  {
    identifier: 'phone',
    why: 'Three digits and more in words (D, E)',
    example: 'her number is two zero six',
    pattern: any(`${START}${DIGIT_WORD}(?:[ -]${DIGIT_WORD}){2,12}${END}`),
  },
];
