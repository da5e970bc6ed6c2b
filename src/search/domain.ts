import { isContent } from './features.js';
import { columnOf, type Index } from './index.js';
import { normalize } from './normalize.js';
import { stem } from './stem.js';

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
  /** The same as if one of the lines of talk had never been heard. */
  without(line: string): Domain;
}

const FURTHEST = 3;

/** Counts the phrasings of an index and some lines of talk by their words. */
export function createDomain(index: Index, lines: readonly string[]): Domain {
  const { columns, start } = index.phrasings;
  const phrasings = new Int32Array(index.vocabulary.size);
  for (const column of columns) phrasings[column] = (phrasings[column] ?? 0) + 1;
  const talk = new Map<string, number>();
  for (const line of lines) for (const root of rootsOf(line)) talk.set(root, (talk.get(root) ?? 0) + 1);

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
      without: (line) => domain(rootsOf(line), heard - 1),
    };
  }

  return domain(new Set(), lines.length);
}

/** The stems of a line's content words. */
function rootsOf(line: string): Set<string> {
  return new Set(normalize(line).filter(isContent).map(stem));
}
