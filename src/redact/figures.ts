import { isAbbreviation } from './kept.js';
import { listed } from './listed.js';
import type { Vocabulary } from './vocabulary.js';

/** Units and counted things, as they stand behind a number or are written on to it. */
const UNITS = listed(`
  a am b bpm bw c cal cals cc cm cms d day days deg degree degrees dollars f ft g gm gms gr h hour hours hr hrs hz ish
  in inch inches iu j k kcal kg kgs khz km kpa lb lbs level levels m mcg mg mi mile miles min mins minute minutes ml mm
  mmhg mo month months mos mph ms n newton newtons nd nm oz participants passes patients pcs people percent plus pm
  points pounds ppl pts ranges rd reps s sd sec second seconds secs session sessions set sets st steps stroke strokes
  studies subjects th times trials u unit units v visit visits w watts week weeks wk wks words x xs y year years yo yr
  yrs`);
/** What is written with digits and names nobody. */
const WRITTEN = listed(`
  2day 2moro 2morrow 2nd 2nite 4ever 4x4 a1c b2b b4 co2 covid19 f2f g6pd gr8 h2h h2o hba1c l8 l8r m2t m8 o2 p2p spo2 str8
  vo2 vo2max w8`);
/** The codes of physical therapy that clinics bill: CPT, without the FAQ's own. */
const BILLED = listed(`
  20552 20553 20560 20561 29200 29240 29260 29280 29520 29530 29540 95992 97010 97012 97014 97016 97018 97022 97024
  97026 97028 97032 97033 97034 97035 97036 97039 97110 97112 97113 97116 97124 97129 97139 97140 97150 97161 97162
  97163 97164 97165 97166 97167 97168 97530 97533 97535 97537 97542 97545 97546 97750 97755 97760 97761 97763 97810
  97811 97813 97814 98940 98941 98942 98943 98966 98970 99213 99214 g0281 g0283 g0329 g2250`);

const YEAR = /^(?:19|20)\d\d$/;
/** A plain figure: up to 999, in thousands with their comma, with up to three places. */
const FIGURE = /^\d{1,3}(?:,\d{3})?(?:\.\d{1,3})?$/;
/** A number and the letters before or behind it: grade2, 30mm, M72.2, T4. */
const LETTERED = /^(?<before>\p{L}{0,10})(?<number>\d{1,4}(?:\.\d{1,3})?)(?<behind>\p{L}{0,8})$/u;
const ICD = /^[a-z]\d\d(?:\.\d{1,3}[a-z]?)?$/;
/** Most digits that stand together, however they are joined, where they are no range and no scheme. */
const MOST_DIGITS = 5;

/** Whether what stands without a space, with a digit in it and in small letters, identifies nobody. `next` is the next word. */
export function isFigure(chunk: string, next: string, { standing, hasCode }: Vocabulary): boolean {
  const parts = chunk.split(/[^\p{L}\p{N}.,]+|[.,](?!\d)|(?<=\d)x(?=\d)/u).filter((part) => part !== '');
  return parts.every(isPart) && areFew(parts, chunk);

  function isPart(part: string): boolean {
    if (isCode(part) || YEAR.test(part) || FIGURE.test(part) || ICD.test(part) || WRITTEN.has(part)) return true;
    if (/^\p{L}+$/u.test(part)) return part.length < 2 || isKnown(part);
    if (/^\d{4}$/.test(part)) return UNITS.has(next) || /^[$€£~<>=]|n=/.test(chunk);
    const { before = '', number = '', behind = '' } = LETTERED.exec(part)?.groups ?? {};
    if (number === '') return false;
    if (before === '') return UNITS.has(behind);
    return (
      number.replace('.', '').length < 3 &&
      (before.length === 1 || isKnown(before)) &&
      (behind === '' || UNITS.has(behind))
    );
  }

  function isKnown(letters: string): boolean {
    return UNITS.has(letters) || isAbbreviation(letters) || standing(letters) !== 'unknown';
  }

  function isCode(part: string): boolean {
    return BILLED.has(part) || hasCode(part);
  }

  /** Many digits are a range, a measure of two numbers, a scheme of small ones, years or codes: or somebody's number. */
  function areFew(all: readonly string[], whole: string): boolean {
    const numbers = whole.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const open = all.filter((part) => /\d/.test(part) && !isCode(part) && !YEAR.test(part));
    if (open.join('').replace(/\D/g, '').length <= MOST_DIGITS) return true;
    const [first = '', second = ''] = numbers;
    if (numbers.length === 2) return whole.includes(`${first}/${second}`) || value(first) < value(second);
    return numbers.length === 1 || numbers.every((number) => value(number) <= 30);
  }
}

/** Whether a word in small letters is a unit or a thing that is counted, as behind a number. */
export function isUnit(word: string): boolean {
  return UNITS.has(word);
}

/** Whether numbers that stand side by side are somebody's number in groups: 61 22 904. */
export function isGrouped(numbers: readonly string[], { hasCode }: Vocabulary): boolean {
  if (numbers.join('').length <= MOST_DIGITS + 1) return false;
  if (numbers.every((number) => BILLED.has(number) || hasCode(number) || YEAR.test(number))) return false;
  return !(
    numbers.every((number) => number.length === 2) && numbers.every((number, at) => number > (numbers[at - 1] ?? ''))
  );
}

function value(number: string): number {
  return Number(number.replace(',', ''));
}
