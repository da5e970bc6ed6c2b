/** A text as the recognizers see it, and the way back to the text as it was typed. */
export interface Folded {
  /** One kind of dash, quote, space and digit; nothing invisible; Slack's escapes opened. */
  view: string;
  /** Where in the typed text the unit at this place of the view begins. */
  start(at: number): number;
  /** Where in the typed text the unit before this place of the view ends. */
  end(at: number): number;
}

/** Stands for what has been found already: no letter, digit, sign or space (DEL), so that no recognizer reads across it. */
export const MASK = '\u007F';

/** What folding leaves as it is, as most questions are. */
const PLAIN = /^[\0-%'-_a-~]*$/;
const ASCII = /^[\0-~]*$/;
/** Slack's three escapes (docs.slack.dev, "Escaping text"), or one character. */
const PIECE = /&(?:amp|lt|gt);|[\s\S]/gu;
const ESCAPES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);
/** Format characters, variation selectors, the keycap and the grapheme joiner: invisible between two digits. */
const INVISIBLE = /^(?:\p{Cf}|[\uFE00-\uFE0F]|\u20E3|\u034F)$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
const APOSTROPHE = /^[\u2018\u2019\u02BC\u00B4\u0060]$/u;
const DIGIT = /^\p{Nd}$/u;
/** A character that unfolds into more than this is left as it is: U+FDFA alone would become eighteen. */
const LONGEST_UNFOLDED = 4;

/** Folds a text, one code point at a time, so that every place of the view knows its place in the text. */
export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { view: text, start: (at) => at, end: (at) => at };
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [piece] = match;
    const plain = ESCAPES.get(piece) ?? foldCharacter(piece);
    units.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + piece.length);
    }
  }
  return {
    view: units.join(''),
    start: (at) => starts[at] ?? text.length,
    end: (at) => ends[at - 1] ?? 0,
  };
}

function foldCharacter(character: string): string {
  if (character < '\u007F' && character !== '`') return character;
  if (INVISIBLE.test(character)) return '';
  if (DASH.test(character)) return '-';
  if (APOSTROPHE.test(character)) return "'";
  const plain = character.normalize('NFKC');
  if (plain.length > LONGEST_UNFOLDED) return character;
  return DIGIT.test(plain) ? digit(plain) : plain;
}

/** The value of a decimal digit of any script: each script's ten stand in order, its zero first. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** In small letters without accents, as the lists of words are written: José → jose. */
export function withoutMarks(text: string): string {
  const small = text.toLowerCase();
  return ASCII.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '');
}
