import { any, END, either, exact, oneOf, type Recognizer, START } from './recognizer.js';

const YEAR = String.raw`(?:19|20)\d\d`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const ORDINAL = `${DAY}[ ]?(?:st|nd|rd|th)`;
const DAY_WORD = `${DAY}(?:st|nd|rd|th)?`;
const SEPARATOR = '[ ]?[./-][ ]?';
/** Months whose name is no other word. */
const SURE_MONTH = oneOf(`
  jan(?:uary)? feb(?:ruary)? apr(?:il)? june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)?
  dec(?:ember)?`);
/** May, March and "mar" need an ordinal or a year beside them. */
const MONTH_WORD = either(SURE_MONTH, 'mar(?:ch)?', 'may');

/** The months as Spanish, French and German have them. */
const MONTH_ABROAD = oneOf(`
  enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre
  janvier f[eé]vrier mars avril mai juin juillet ao[uû]t septembre octobre novembre d[eé]cembre
  januar februar märz april juni juli august september oktober november dezember`);

/** The other days of a list: "seen 3/14 and 3/21". */
const FURTHER = `(?:(?:[ ]?[,&]|[ ](?:and|n|to))[ ]${MONTH}[./]${DAY}(?![\\d./-])){0,5}`;

/** What makes 12-10-15 a scheme of repetitions and "dec 5" a decrease. */
const COUNTED = oneOf(String.raw`
  reps? sets? x times lbs? kg deg degrees ° % secs? seconds? mins? minutes strokes passes mm cm scheme protocol pyramid
  points? weeks wks sessions visits to_\d`);
const NOT_COUNTED = String.raw`(?![ ]?${COUNTED}(?!\p{L}))`;

const BIRTH = either(
  String.raw`d\.?o\.?[bsi]\.?`,
  oneOf('date_of_birth date_of_injury date_of_surgery date_of_service date_of_admission date_of_discharge'),
  'birth[ -]?da(?:te|y)',
  'b-?day',
  'born',
  'surgery date',
);
/** What may follow "born": also a part of a date, a year, or six to eight digits in a row. */
const PART = either(
  String.raw`\d{1,4}${SEPARATOR}\d{1,2}(?:${SEPARATOR}\d{1,4})?`,
  String.raw`\d{1,2}[ ]\d{1,2}[ ]\d{2,4}`,
  String.raw`(?:${DAY_WORD}(?:[ ]of)?[ ])?${MONTH_WORD}\.?(?:[ ]${DAY_WORD})?(?:,?[ ]'?\d{2,4})?`,
  YEAR,
  String.raw`\d{6,8}`,
);

/** What happens on a day; the day itself may be told by month and day alone after it. */
const EVENT = oneOf(`
  seen surgery sx injur(?:y|ed) op post-?op visit eval(?:uated|'?d)? admitted discharged appt appointment scheduled onset
  doi dos booked`);
const WEEKDAY = either(
  'mon(?:day)?',
  'tue(?:s(?:day)?)?',
  'wed(?:nesday)?',
  'thu(?:r?s(?:day)?)?',
  'fri(?:day)?',
  'sat(?:urday)?',
  'sun(?:day)?',
);
const NOT_MEASURED = String.raw`(?![ ]?(?:${COUNTED}|hours?|hrs?|days?|months?|mos?|years?|yrs?|visits?|pain|better|worse|improv\p{L}{0,8})(?!\p{L}))`;

/** All elements of dates but the year, and ages over 89: 45 CFR 164.514(b)(2)(i)(C). */
export const DATES: readonly Recognizer[] = [
  {
    identifier: 'date',
    why: 'Initials and a date in years of birth (A, C)',
    example: 'RT 1/2/61 is sore',
    digit: true,
    pattern: exact(
      String.raw`(?<![\p{L}\p{N}.'-])(?!PT|HX|DX|CC|BD|DO[BIS])\p{Lu}{2,3}[, (]{1,3}${MONTH}${SEPARATOR}${DAY}${SEPARATOR}(?:19\d|'?[3-9])\d(?!\d)`,
    ),
  },
  {
    identifier: 'date',
    why: 'Dates of birth, injury, surgery and service, in any form after their cue (C)',
    example: 'dob 3.12.61',
    pattern: any(
      `${START}${BIRTH}[ ]{0,2}[:=#,-]{0,2}[ ]{0,2}(?:(?:is|was|on|in|the)[ ]{1,2}){0,2}(?<it>${PART})${END}`,
    ),
  },
  {
    identifier: 'date',
    why: 'Full dates, year first (C; ISO 8601)',
    example: 'seen 1961-12-03',
    digit: true,
    pattern: any(String.raw`(?<![\d./-])${YEAR}${SEPARATOR}${MONTH}${SEPARATOR}${DAY}(?!\d)`),
  },
  {
    identifier: 'date',
    why: 'Full dates, month or day first (C)',
    example: 'seen 12/03/1961',
    digit: true,
    pattern: any(
      String.raw`(?<![\d.,/-]|version[ ])(?:${MONTH}${SEPARATOR}${DAY}|${DAY}${SEPARATOR}${MONTH})${SEPARATOR}(?:${YEAR}|'?\d\d)(?!\d|[./-]\d)${NOT_COUNTED}`,
    ),
  },
  {
    identifier: 'date',
    why: 'Dates with the month in letters (C)',
    example: 'on March 3rd 1961',
    digit: true,
    pattern: any(
      START +
        either(
          String.raw`${MONTH_WORD}\.?[ ,-]{0,2}${DAY_WORD}(?:[ ]?[,-][ ]?|[ ]{1,2})(?:${YEAR}|'\d\d)`,
          String.raw`${MONTH_WORD}\.?[ ]{0,2}${ORDINAL}`,
          String.raw`${SURE_MONTH}\.?[ ]{1,2}${DAY}(?!-\d)`,
        ) +
        END +
        NOT_COUNTED,
    ),
  },
  {
    identifier: 'date',
    why: 'Dates with the day before the month (C)',
    example: 'on 3 March 1961',
    digit: true,
    pattern: any(
      `${START}(?:the[ ])?` +
        either(
          String.raw`${DAY_WORD}(?:[ ]of)?[ -]{1,2}${MONTH_WORD}\.?(?:,?[ ]{1,2}|-)(?:${YEAR}|'?\d\d)`,
          `${ORDINAL}(?:[ ]of)?[ ]${MONTH_WORD}`,
          `${DAY}[ -]${SURE_MONTH}`,
        ) +
        END +
        NOT_COUNTED,
    ),
  },
  {
    identifier: 'date',
    why: 'Dates with the month in Spanish, French or German (C)',
    example: 'nacido el 3 de mayo de 1961',
    digit: true,
    pattern: any(
      String.raw`${START}${DAY}(?:er|\.)?[ ]{1,2}(?:de[ ])?${MONTH_ABROAD}(?:[ ](?:del?[ ])?${YEAR})?${END}${NOT_COUNTED}`,
    ),
  },
  {
    identifier: 'date',
    why: 'Month and day after what happened on it, or after the day of the week (C)',
    example: 'seen on 3/14, still sore',
    digit: true,
    pattern: any(
      either(
        `${START}${EVENT}(?:[ ](?:on|date|was|is|for|from|of|the)){0,2}[ :]{1,2}(?<it>(?:${WEEKDAY}[, ]{1,2})?${MONTH}[./]${DAY}${FURTHER})`,
        `${START}(?<bare>${WEEKDAY}[, ]{1,2}${MONTH}[./]${DAY})`,
        String.raw`(?<![\d./-])${MONTH}[./]${DAY}(?=[ ](?:eval|visit|appt|appointment|surgery|session)${END})`,
      ) + String.raw`(?![\d./-])${NOT_MEASURED}`,
    ),
  },
  {
    identifier: 'age',
    why: 'Exact ages over 89, not "over 90" nor "90 year olds"; younger ages stay (C)',
    example: 'a 94yo with thin skin',
    digit: true,
    pattern: any(
      either(
        String.raw`${START}(?:9\d|1[01]\d)[ -]{0,2}(?:y\.?[ \/-]?o\.?(?!\p{L})|yrs?[ -]old|years?[ -]old(?!s)|years? of age)`,
        String.raw`${START}(?:aged?|turn(?:s|ed|ing)?)[ :=]{1,2}(?:is )?(?<it>9\d|1[01]\d)(?!\d|\+|%|[ ]?-|[ ](?:(?:and|or)[ ](?:over|older|above|up)|to|degrees)${END})`,
      ),
    ),
  },
];
