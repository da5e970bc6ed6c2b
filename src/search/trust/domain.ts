import { isContent } from '../rank/features.js';
import { columnOf, type Index } from '../rank/vectors.js';
import { normalize } from '../text/normalize.js';
import { stem } from '../text/stem.js';
import { HEARD } from './talk.js';

/** Tells the FAQ's words from those of everyday talk. */
export interface Domain {
  /** Whether some line of talk has the stem. */
  isTalk(root: string): boolean;
  /**
   * ln((share of the phrasings that have the stem) / (share of the lines of talk that have it)), within ±3. Shares are
   * smoothed by half a line, so a word that neither has speaks a little for the smaller of the two.
   */
  oddsOf(root: string): number;
  /** The same as if one of the lines of talk, by its number, had never been heard. */
  without(line: number): Domain;
}

const FURTHEST = 3;

/** The stems of the content words of each line of everyday talk: the same for every FAQ, so they are read once. */
const TALK = HEARD.map((line) => new Set(normalize(line).filter(isContent).map(stem)));

/** Counts the phrasings of an index and the lines of everyday talk by their words. */
export function createDomain(index: Index): Domain {
  const { columns, start } = index.phrasings;
  const phrasings = new Int32Array(index.vocabulary.size);
  for (const column of columns) phrasings[column] = (phrasings[column] ?? 0) + 1;
  const talk = new Map<string, number>();
  for (const roots of TALK) for (const root of roots) talk.set(root, (talk.get(root) ?? 0) + 1);

  function domain(unheard: ReadonlySet<string>, heard: number): Domain {
    const talkOf = (root: string) => (talk.get(root) ?? 0) - (unheard.has(root) ? 1 : 0);
    return {
      isTalk: (root) => talkOf(root) > 0,
      oddsOf(root) {
        const column = columnOf(index, `w ${root}`);
        const own = ((column === undefined ? 0 : (phrasings[column] ?? 0)) + 0.5) / start.length;
        const other = (talkOf(root) + 0.5) / (heard + 1);
        return Math.max(-FURTHEST, Math.min(FURTHEST, Math.log(own / other)));
      },
      without: (line) => domain(TALK[line] ?? new Set(), heard - 1),
    };
  }

  return domain(new Set(), TALK.length);
}
