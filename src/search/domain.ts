import { columnOf, type Index } from './index.js';
import { normalize } from './normalize.js';
import { stem } from './stem.js';
import { FUNCTION_WORDS } from './words.js';

/** Tells the FAQ's words from those of everyday talk. */
export interface Domain {
  /** Whether some line of talk has the stem. */
  isTalk(root: string): boolean;
  /**
   * ln((share of the phrasings that have the stem) / (share of the lines of talk that have it)), within ±3. Shares are
   * smoothed by half a line, so a word that neither has speaks a little against the FAQ: it stands for all words of the
   * world outside, of which the lines of talk are few.
   */
  oddsOf(root: string): number;
}

const FURTHEST = 3;

/** Counts the phrasings of an index and some lines of talk by their words. */
export function createDomain(index: Index, lines: readonly string[]): Domain {
  const { columns, start } = index.phrasings;
  const phrasings = new Int32Array(index.vocabulary.size);
  for (const column of columns) phrasings[column] = (phrasings[column] ?? 0) + 1;
  const talk = new Map<string, number>();
  for (const line of lines) {
    for (const root of new Set(
      normalize(line)
        .filter((word) => !FUNCTION_WORDS.has(word))
        .map(stem),
    ))
      talk.set(root, (talk.get(root) ?? 0) + 1);
  }
  return {
    isTalk: (root) => talk.has(root),
    oddsOf(root) {
      const column = columnOf(index, `w ${root}`);
      const own = ((column === undefined ? 0 : (phrasings[column] ?? 0)) + 0.5) / start.length;
      const other = ((talk.get(root) ?? 0) + 0.5) / (lines.length + 1);
      return Math.max(-FURTHEST, Math.min(FURTHEST, Math.log(own / other)));
    },
  };
}
