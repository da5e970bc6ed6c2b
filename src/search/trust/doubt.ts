import { TELLING } from '../parameters.js';
import { columnOf, type Index } from '../rank/vectors.js';
import { isFigure } from '../text/normalize.js';
import { meanOther } from '../text/spelling.js';
import { stem } from '../text/stem.js';
import { hasStem, shareWith } from './signals.js';

/** A word of an utterance, and the word of the FAQ that it looks like and is not. */
export interface Twin {
  word: string;
  twin: string;
}

/** Whether a word of the utterance only looks like one of the entry's that matters: of medicine, or in many phrasings. */
export function isMistaken(entry: number, twins: readonly Twin[], index: Index): boolean {
  return twins.some(({ word, twin }) => {
    if (!hasStem(stem(twin), entry, index) || hasStem(stem(word), entry, index)) return false;
    return meanOther(word, twin) || shareWith(stem(twin), entry, index) >= TELLING;
  });
}

/**
 * Whether the utterance names a condition that the FAQ has never heard of: "she has hypopituitarism, can she be treated".
 * Whatever is near, the answer may not hold for it.
 */
export function namesStrangeCondition(tokens: readonly string[], index: Index): boolean {
  return tokens.some(
    (token) => token.length >= 8 && CONDITION.test(token) && columnOf(index, `w ${stem(token)}`) === undefined,
  );
}

const CONDITION =
  /^(?:hypo|hyper)(?!the|link|activ|bol)|(?:itis|(?<!gn)osis|opathy|algia|oma|emia|aemia|uria|penia|philia|plegia|paresis|trophy|iasis|ectomy|plasty)$/;

/** Whether the utterance is a phrasing word for word, but for its figures: half a millimetre is not five. */
export function isOtherFigure(
  tokens: readonly string[],
  { verbatim, figured }: { verbatim: ReadonlyMap<string, number>; figured: ReadonlySet<string> },
): boolean {
  return tokens.some(isFigure) && !verbatim.has(tokens.join(' ')) && figured.has(withoutFigures(tokens));
}

/** Tokens in one line, with one sign for each figure or range, whether over or under it. */
export function withoutFigures(tokens: readonly string[]): string {
  return tokens
    .filter((token) => token !== 'over' && token !== 'under')
    .map((token) => (isFigure(token) ? '#' : token))
    .join(' ')
    .replace(/#(?: #)+/g, '#');
}
