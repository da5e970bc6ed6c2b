/** A light English stemmer: plural, tense and a few endings, so that "scraped", "scraping" and "scrapes" meet. */

import { REMEMBERED } from '../parameters.js';

const VOWEL = /[aeiouy]/;

/**
 * The stem of a lower-case word, the same for British and American spelling. Words with digits, and words of three letters or
 * fewer, stay as they are.
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const root = word.length <= 3 || /[^a-z]/.test(word) ? word : finish(tense(plural(american(word))));
  if (remembered.size > REMEMBERED.words) remembered.clear();
  remembered.set(word, root);
  return root;
}

/** Stems by word: the same words come again and again. Speed only. */
const remembered = new Map<string, string>();

/** Haemophilia, oedema, tumour, randomise, centre → hemophilia, edema, tumor, randomize, center. */
function american(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/ae/, 'e')
    .replace(OE, 'e')
    .replace(OUR, 'or')
    .replace(/([^aeiou])is(?=e|ing|ation)/, '$1iz')
    .replace(/ys(?=e[sd]?$|ing$)/, 'yz')
    .replace(/([^aeiou])re(?=s?$)/, '$1er');
}

/** Where Britain writes `oe` for `e`; not in shoes. */
const OE = /oe(?=dem|soph|str|lia)|(?<=^f)oe(?=t)|(?<=rrh|pn)oe(?=a|ic)/;
/** Where Britain writes `our` for `or`; not in hours. */
const OUR = /(?<=arm|behavi|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|rig|rum|sav|tum|val|vap|vig)our/;

function plural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Things whose name only ends like a verb's form: a nerve ending is not the end of a tool. */
const THINGS = /^(?:dress|end|legg|sett|stock)ing$/;

function tense(word: string): string {
  if (THINGS.test(word)) return word;
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 3 || !VOWEL.test(rest)) return word;
    return undouble(rest);
  }
  return word;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function finish(word: string): string {
  let rest = word;
  if (rest.endsWith('ly') && rest.length > 5) rest = rest.slice(0, -2);
  if (rest.endsWith('ment') && rest.length > 7) rest = rest.slice(0, -4);
  if (/(?:at|is|et|iz)ion$/.test(rest) && rest.length > 6) rest = rest.slice(0, -3);
  if (rest.length > 4 && rest.endsWith('e')) rest = rest.slice(0, -1);
  if (rest.length > 3 && rest.endsWith('y')) rest = `${rest.slice(0, -1)}i`;
  return rest;
}
