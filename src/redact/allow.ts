import { isFigure, isGrouped, isUnit } from './figures.js';
import { MASK, withoutMarks } from './fold.js';
import { isAbbreviation, isAuthor, isCited, isEponym, isPair } from './kept.js';
import { matchesOf } from './matches.js';
import { CHAT_WORDS } from './medicine.js';
import { isNamed, type Token } from './neighbours.js';
import { isFunctionWord } from './ordinary.js';
import { MOSTLY_GIVEN, PARTICLES } from './people.js';
import type { Identifier } from './recognizer.js';
import { isName, type Vocabulary } from './vocabulary.js';

/** A part of a view that must not stay: nothing says that it is nobody's. */
export interface Unproven {
  identifier: Extract<Identifier, 'name' | 'word' | 'number'>;
  start: number;
  end: number;
}

interface Piece extends Token {
  /** Empty for what has been found already. */
  text: string;
  digits: boolean;
  /** As what it goes; undefined where it stays. */
  goes: Unproven['identifier'] | undefined;
}

const CHUNK = new RegExp(`${MASK}+|[^\\s${MASK}]+`, 'gu');
/** A word with its apostrophes: pt's, don't, o'neil. A hyphen or a slash parts two. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu;
const FIRST_EDGE = /^[^\p{L}\p{N}$€£~<>=]+/u;
const LAST_EDGE = /[^\p{L}\p{N}]+$/u;
const CONTRACTED = /(?:n't|'(?:s|t|re|ve|ll|d|m))$/;
/** Behind these a sentence, a line or a quotation begins. */
const OPENS = /[.!?:;\n"([{*_~|>-]\s{0,3}$/u;
/** How far an eponym's noun is looked for. */
const NEAR = 60;
const PAUSE = /^(?:[,:.?!;]| - )/;
/** Small words of surnames, without those that are English. */
const OF_NAMES = new Set([...PARTICLES].filter((particle) => !isFunctionWord(particle)));
const DIGITS = /^\d+$/;
/** A date without its signs. */
const DATE = /^\d{1,2} \d{1,2} (?:19|20)?\d\d$/;
/** What stands between a name and its initial. */
const BESIDE = /^(?=.)[.()]{0,2} ?[.()]?$/;
/** Single small letters that are shorthand (with, right, you …), and so no initials beside a name. */
const SHORTHAND = 'abcilnoprsuwxy';
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
/** What stands between the parts of one name. */
const WITHIN_NAME = /^(?:[ -]{1,2}|, |\. ?|')$/;

/** What must go from a view, since no list of words and no form of figures lets it stay; in the text's order. */
export function findUnproven(view: string, vocabulary: Vocabulary): Unproven[] {
  const pieces = piecesOf(view);
  const capitalsTell = doCapitalsTell(pieces);
  for (const [at, piece] of pieces.entries()) {
    if (piece.text === '') continue;
    if (!piece.digits) piece.goes = judge(pieces, at, view, capitalsTell, vocabulary);
    else if (!isFigure(piece.plain, pieces[at + 1]?.plain ?? '', vocabulary)) piece.goes = 'number';
  }
  takeGroups(pieces, view, vocabulary);
  takeBeside(pieces, view);
  return joined(pieces, view);
}

function piecesOf(view: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: chunk, index } of matchesOf(CHUNK, view)) {
    if (chunk.startsWith(MASK)) pieces.push(piece(view, '', index, chunk.length));
    else if (/\d/.test(chunk)) {
      const text = chunk.replace(FIRST_EDGE, '');
      pieces.push(piece(view, text.replace(LAST_EDGE, ''), index + chunk.length - text.length));
    } else for (const { 0: word, index: at } of matchesOf(WORD, chunk)) pieces.push(piece(view, word, index + at));
  }
  return pieces;
}

function piece(view: string, text: string, start: number, length = text.length): Piece {
  const lower = text.toLowerCase();
  const possessive = lower.endsWith("'s");
  const bare = possessive ? lower.slice(0, -2) : lower;
  const end = start + (possessive ? length - 2 : length);
  return {
    text,
    plain: withoutMarks(bare),
    start,
    end,
    letters: text === lower ? 'jane' : /\p{Ll}/u.test(text) ? 'Jane' : 'JANE',
    first: start === 0 || OPENS.test(view.slice(Math.max(0, start - 4), start)),
    possessive,
    called: view.charAt(start - 1) === '@',
    pause: PAUSE.test(view.slice(start + length, start + length + 3)),
    digits: /\d/.test(text),
    goes: undefined,
  };
}

/**
 * Whether a capital says something: not in a headline, nor where everything is written in capitals. No sentence of either
 * begins with a small letter.
 */
function doCapitalsTell(pieces: readonly Piece[]): boolean {
  let capitals = 0;
  let small = 0;
  for (const { letters, plain, first, digits } of pieces) {
    if (first && letters === 'jane' && plain.length > 1 && !digits) return true;
    if (first || digits || plain.length < 2) continue;
    if (letters === 'jane') small += 1;
    else if (letters === 'Jane' || !isAbbreviation(plain)) capitals += 1;
  }
  return small >= capitals;
}

/** As what a word goes; undefined where it stays. */
function judge(
  pieces: readonly Piece[],
  at: number,
  view: string,
  capitalsTell: boolean,
  vocabulary: Vocabulary,
): Unproven['identifier'] | undefined {
  const piece = pieces[at];
  if (piece === undefined || piece.plain.length < 2) return undefined;
  const isCapital = capitalsTell && piece.letters !== 'jane' && !piece.first;
  const named = isNamed(pieces, at, capitalsTell);
  if (!named && mayStay(piece, isCapital, vocabulary)) return undefined;
  const rest = view.slice(piece.end, piece.end + NEAR);
  if (isEponym(piece.plain, rest) || (piece.letters !== 'jane' && isCited(rest))) return undefined;
  const before = pieces[at - 1];
  if (before !== undefined && isPair(before.plain, piece.plain)) return undefined;
  const next = pieces[at + 1];
  if (next !== undefined && isPair(piece.plain, next.plain)) return undefined;
  if (!named && MOSTLY_GIVEN.has(piece.plain) && before !== undefined && ARTICLES.has(before.plain)) return undefined;
  if (before?.digits && isUnit(piece.plain)) return undefined;
  if ([before, piece].some((first) => first !== undefined && isAuthor(view, first.start))) return undefined;
  return named || isCapital || isName(piece.plain) ? 'name' : 'word';
}

function mayStay({ plain, letters }: Piece, isCapital: boolean, { standing }: Vocabulary): boolean {
  const isWritten = !isCapital || letters === 'JANE';
  if (isWritten && isAbbreviation(plain)) return true;
  if (!isCapital && CHAT_WORDS.has(plain)) return true;
  let reason = standing(plain);
  if (reason === 'unknown' && CONTRACTED.test(plain)) reason = standing(plain.replace(CONTRACTED, ''));
  if (reason === 'listed') return true;
  if (reason === 'english') return isWritten;
  return reason === 'slip' && !isCapital;
}

/** Takes numbers that stand side by side and together are somebody's number, or behind a name are a date: "kowalski 8 22 51". */
function takeGroups(pieces: readonly Piece[], view: string, vocabulary: Vocabulary): void {
  const isBeside = (at: number) => view.slice(pieces[at - 1]?.end, pieces[at]?.start) === ' ';
  let from = 0;
  for (let at = 0; at <= pieces.length; at += 1) {
    const piece = pieces[at];
    if (at > from && piece !== undefined && DIGITS.test(piece.plain) && isBeside(at)) continue;
    const group = pieces.slice(from, at);
    if (group.length > 1) {
      const numbers = group.map(({ plain }) => plain);
      const before = pieces[from - 1];
      const isBehindName = before !== undefined && (before.text === '' || before.goes !== undefined) && isBeside(from);
      if (isGrouped(numbers, vocabulary) || (isBehindName && DATE.test(numbers.join(' '))))
        for (const each of group) each.goes = 'number';
    }
    from = piece !== undefined && DIGITS.test(piece.plain) ? at : at + 1;
  }
}

/** Takes the initials and the small words beside a name ("de la" Rosa), and the other parts of a word with hyphens. */
function takeBeside(pieces: readonly Piece[], view: string): void {
  for (let at = pieces.length - 2; at >= 0; at -= 1) {
    const piece = pieces[at];
    const next = pieces[at + 1];
    if (piece === undefined || next === undefined || next.goes === 'number') continue;
    if (next.goes === undefined && next.text !== '') continue;
    if (OF_NAMES.has(piece.plain) && view.slice(piece.end, next.start) === ' ') piece.goes ??= next.goes ?? 'name';
  }
  for (const [at, piece] of pieces.entries()) {
    if (piece.goes !== undefined || piece.text === '') continue;
    for (const beside of [pieces[at - 1], pieces[at + 1]]) {
      if (beside === undefined || (beside.goes === undefined && beside.text !== '')) continue;
      const between =
        beside.start < piece.start ? view.slice(beside.end, piece.start) : view.slice(piece.end, beside.start);
      if (between === '-' || (isInitial(piece) && BESIDE.test(between))) piece.goes = beside.goes ?? 'name';
    }
  }
}

function isInitial({ plain, letters, digits }: Piece): boolean {
  if (plain.length !== 1 || digits) return false;
  return letters === 'jane' ? !SHORTHAND.includes(plain) : !'ailr'.includes(plain);
}

/** One find for the parts of one name or number. */
function joined(pieces: readonly Piece[], view: string): Unproven[] {
  const found: Unproven[] = [];
  for (const { goes, start, end } of pieces) {
    if (goes === undefined) continue;
    const last = found.at(-1);
    const isNumber = goes === 'number';
    if (
      last !== undefined &&
      (last.identifier === 'number') === isNumber &&
      WITHIN_NAME.test(view.slice(last.end, start))
    ) {
      last.end = end;
      if (goes === 'name') last.identifier = goes;
    } else found.push({ identifier: goes, start, end });
  }
  return found;
}
