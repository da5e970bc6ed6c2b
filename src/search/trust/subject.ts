import { SUBJECT } from '../parameters.js';
import { isContent } from '../rank/features.js';
import { columnOf, type Index, idfOf } from '../rank/vectors.js';
import { SIGN } from '../text/normalize.js';
import { stem } from '../text/stem.js';
import type { Domain } from './domain.js';

/**
 * Whether tokens name what the whole FAQ is about: a word, or a group of the glossary, that more than a share `SUBJECT` of the
 * entries name in their phrasings, and that is none of everyday talk.
 */
export function namesSubject(tokens: readonly string[], index: Index, domain: Domain): boolean {
  const entries = index.first.length - 1;
  const most = Math.fround(idfOf(SUBJECT * entries, entries));
  return tokens.filter(isContent).some((token) => {
    const root = token.startsWith(SIGN) ? token : stem(token);
    const column = domain.isTalk(root) ? undefined : columnOf(index, `w ${root}`);
    return column !== undefined && (index.idf[column] ?? most) < most;
  });
}
