import { BLOCKS, type Block, LIKENESS } from '../parameters.js';
import { featuresOf, isContent } from './features.js';
import { columnOf, type Index } from './vectors.js';

/** What a text is made of, scaled to length 1, also of words that no entry has. Empty where it says nothing. */
export type Reading = ReadonlyMap<string, number>;

/**
 * Reads texts to be compared with each other. The features are those by which entries are found; rare ones weigh more than there, since
 * what many people ask in vain is mostly told by a word that the FAQ has not.
 */
export function createReader(index: Index): (tokens: readonly string[]) => Reading {
  const weightOf = (key: string) => {
    const column = columnOf(index, key);
    return (column === undefined ? index.rare : (index.idf[column] ?? 0)) ** LIKENESS.power;
  };
  return (tokens) => {
    if (!tokens.some(isContent)) return new Map();
    const found = new Map<string, { block: Block; value: number }>();
    for (const { block, key, weight } of tokens.flatMap(featuresOf))
      found.set(key, { block, value: (found.get(key)?.value ?? 0) + weight * weightOf(key) });
    const squares: Record<Block, number> = { words: 0, pieces: 0, groups: 0 };
    for (const { block, value } of found.values()) squares[block] += value * value;
    const scale = (block: Block) => Math.sqrt(BLOCKS[block] / squares[block]);
    return new Map([...found].map(([key, { block, value }]) => [key, value * scale(block)]));
  };
}

export interface Groups {
  add(group: string, reading: Reading): void;
  /** The group whose middle is nearest, the first of them where several are as near. Null where none is near enough to be of one subject. */
  nearest(reading: Reading): string | null;
}

/** Groups of texts, each of which is compared by its middle: the sum of its readings. */
export function createGroups(): Groups {
  /** By feature: its sum in each group that has it. */
  const sums = new Map<string, Map<string, number>>();
  const squares = new Map<string, number>();

  return {
    add(group, reading) {
      let square = squares.get(group) ?? 0;
      for (const [key, value] of reading) {
        const byGroup = sums.get(key) ?? new Map<string, number>();
        const before = byGroup.get(group) ?? 0;
        square += value * (value + 2 * before);
        byGroup.set(group, before + value);
        sums.set(key, byGroup);
      }
      squares.set(group, square);
    },

    nearest(reading) {
      const products = new Map<string, number>();
      for (const [key, value] of reading)
        for (const [group, sum] of sums.get(key) ?? []) products.set(group, (products.get(group) ?? 0) + value * sum);
      let best: string | null = null;
      let bar: number = LIKENESS.bar;
      for (const group of squares.keys()) {
        const likeness = (products.get(group) ?? 0) / Math.sqrt(squares.get(group) || 1);
        if (likeness <= bar) continue;
        best = group;
        bar = likeness;
      }
      return best;
    },
  };
}
