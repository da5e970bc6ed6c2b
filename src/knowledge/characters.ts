import type { Place } from './entry.js';
import { type Problem, problem } from './problem.js';

/** How many lines with invisible characters are told of one file. */
const MOST_TOLD = 10;
/** Characters that are shown on either side of one that cannot be seen. */
const BESIDE = 12;

/** Whatever a reader cannot see, and what a foreign encoding leaves behind; not tab, line breaks and ordinary spaces. */
const INVISIBLE = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0\ufffd-\uffff]/gu;
/** Joiners belong between the parts of an emoji and between letters of scripts that Latin is none of. */
const JOINED = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|(?!\p{Script=Latin})[\p{L}\p{M}])$/u;
/** A flag such as Scotland's is a black flag and tags. */
const FLAGGED = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;

/** Signs of a file in another encoding, or with other line ends: it is full of them. */
const OF_WHOLE_FILE = /\0|\r/;

const NAMES: readonly [RegExp, string][] = [
  [/\ufeff/, 'a byte order mark'],
  [/\u00ad/, 'a soft hyphen'],
  [/\u200b/, 'a zero-width space'],
  [/\u200c|\u200d|\u2060/, 'a zero-width joiner'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, 'a mark of the writing direction'],
  [/[\u0085\u2028\u2029]/, 'a line break of another kind'],
  [/\r/, 'a line break of another kind'],
  [/\ufffd/, 'the sign for a letter that was lost'],
  [/\p{Cc}/u, 'a control character'],
];

/** Letters and signs that were saved in one encoding and read in another: `â€™` was a quote, `Ã©` an é, `Â°` a degree sign. */
const GARBLED = /â€[^\s\w]?|Ã[\u0080-\u00bf]|Â[\u00a1-\u00bf]/;

/** The first line whose signs were garbled: the others of the file are by the same save. */
export function garbled(file: string, text: string): Problem[] {
  const found = GARBLED.exec(text);
  if (found === null) return [];
  const before = text.slice(0, found.index);
  const place: Place = { file, line: before.split('\n').length, col: found.index - before.lastIndexOf('\n') };
  const message = `"${found[0]}" stands where a letter or sign was lost when the text was saved or pasted.`;
  return [
    problem(
      'K109',
      place,
      message,
      'Type the sign that was meant, here and wherever such letters stand, and save the file as UTF-8.',
    ),
  ];
}

/** A text of the same length and the same lines without what nobody can see; null where another encoding or other line ends are all over it. */
export function withoutInvisible(text: string): string | null {
  if (OF_WHOLE_FILE.test(text.replaceAll('\r\n', ''))) return null;
  return text.replace(INVISIBLE, (sign) => ' '.repeat(sign.length));
}

/** Every line with a character that its writer cannot have meant, at the first of them. Ten lines at the most. */
export function invisible(file: string, text: string): Problem[] {
  const found = new Map<number, Problem>();
  for (const match of text.matchAll(INVISIBLE)) {
    const [sign] = match;
    const before = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    const [after = ''] = text.slice(match.index + sign.length).split('\n', 1);
    if (isMeant(sign, before, after)) continue;
    const place: Place = { file, line: text.slice(0, match.index).split('\n').length, col: before.length + 1 };
    if (!found.has(place.line))
      found.set(place.line, problem('K109', place, messageOf(sign, before, after), remedyOf(sign)));
    if (found.size === MOST_TOLD || OF_WHOLE_FILE.test(sign)) break;
  }
  return [...found.values()];
}

function isMeant(sign: string, before: string, after: string): boolean {
  if (/\u200c|\u200d/.test(sign)) return JOINED.test(before) && after.trim() !== '';
  return /[\u{e0020}-\u{e007f}]/u.test(sign) && FLAGGED.test(before);
}

function messageOf(sign: string, before: string, after: string): string {
  const name = NAMES.find(([form]) => form.test(sign))?.[1] ?? 'an invisible character';
  const seen = (text: string) => text.replace(INVISIBLE, '').trim();
  const [left, right] = [seen(before).slice(-BESIDE), seen(after).slice(0, BESIDE)];
  const where =
    left === '' && right === ''
      ? 'on a line of its own'
      : left === ''
        ? `before "${right}"`
        : right === ''
          ? `after "${left}"`
          : `between "${left}" and "${right}"`;
  return `Here stands ${name} (${codeOf(sign)}), ${where}.`;
}

function remedyOf(sign: string): string {
  if (sign === '\ufffd') return 'Type the letter that was lost, and save the file as UTF-8.';
  if (sign === '\0') return 'Save the file as UTF-8 in your editor.';
  if (sign === '\r') return 'Save the file with the line ends of Unix or Windows, LF or CRLF.';
  return 'Delete the words on both sides of it and type them anew: it comes from pasting out of another program.';
}

/** `U+200B`. */
function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Signs that stand where YAML wants a plain one, and that it takes for letters: what they are, and what to type. */
const LOOK_ALIKES: readonly { form: RegExp; name: string; instead: string }[] = [
  {
    form: /(?<=^\s*|^\s*-|:)[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u3000](?=:)/,
    name: 'a special space',
    instead: 'an ordinary space',
  },
  { form: /(?<=^\s*|^\s*- +|[:,] +|\[ *)[“”„‟«»]/, name: 'a curly quote', instead: 'a straight one, ", on both sides' },
  { form: /(?<=^\s*|^\s*- +|[:,] +|\[ *)[‘’‚‛]/, name: 'a curly quote', instead: "a straight one, ', on both sides" },
  {
    form: /(?<=(?:^\s*|- +|[:,] +|\[ *)"[^"]*)[“”„‟«»](?=\s*[\],]?\s*$)/,
    name: 'a curly quote',
    instead: 'a straight one, "',
  },
  { form: /(?<=^\s*)[•●▪◦‣·–—−](?=\s)/, name: 'a bullet or dash', instead: 'a hyphen and a space, "- "' },
  { form: /(?<=^\s*)-(?=[^\s-])/, name: 'a hyphen with no space after it', instead: 'a hyphen and a space, "- "' },
  { form: /[：﹕]/, name: 'a wide colon', instead: 'a colon and a space, ": "' },
  {
    form: /(?<=^\s*(?:- +)?[a-z_]+):(?=[^\s/])/,
    name: 'a colon with no space after it',
    instead: 'a colon and a space, ": "',
  },
];

/**
 * What to do about a sign in a line, or in a part of it that begins in another column, that only looks like one of YAML's.
 * Undefined where there is none.
 */
export function lookAlike(text: string, column = 1): string | undefined {
  for (const { form, name, instead } of LOOK_ALIKES) {
    const found = form.exec(text);
    if (found === null) continue;
    const [sign] = found;
    const shown = sign < '\u0080' ? '' : /\s/.test(sign) ? ` (${codeOf(sign)})` : ` ${sign} (${codeOf(sign)})`;
    return `Column ${found.index + column} holds ${name}${shown}, which YAML takes for a letter: type ${instead}.`;
  }
  return undefined;
}

/** Whether a text stands in curly quotes, which are shown as part of it, or has one that lost its other half. */
export function isCurlyQuoted(text: string): boolean {
  return (
    /^(?:[“”„‟«].*[“”»"]|[‘‚‛].*[’']|".*[“”])$/s.test(text) ||
    /^[“„‟«][^“”»]*$/.test(text) ||
    /^[^“”„«]*[”»]$/.test(text)
  );
}
