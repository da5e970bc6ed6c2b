import { BLOCK_NAMES, type Feature, pairsOf, readWord, type Word } from './features.js';

/** Numbers of all features of an FAQ: its columns. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A text: its tokens, and its features by column, below 0 for those that the FAQ has not. Made once, used in every fold. */
export interface Text {
  tokens: readonly string[];
  columns: Int32Array;
  /** By feature: the number of its block in `BLOCK_NAMES`. */
  blocks: Uint8Array;
  /** By feature: its weight before idf. */
  weights: Float32Array;
}

/** An entry's phrasings, and its answer, which is no phrasing but lends its words. */
export interface EntryOf<T> {
  phrasings: readonly T[];
  answer: T;
}

/** Numbers the features of some entries. Pairs of words in answers say nothing and are left out. */
export function createVocabulary(entries: readonly EntryOf<readonly string[]>[]): Vocabulary {
  const columns = new Map<string, number>();
  const add = ({ key }: Feature) => {
    if (!columns.has(key)) columns.set(key, columns.size);
  };
  const words = new Map<string, Word>();
  for (const tokens of entries.flatMap(({ phrasings }) => phrasings)) {
    for (const token of tokens) {
      if (words.has(token)) continue;
      const word = readWord(token);
      words.set(token, word);
      word.features.forEach(add);
    }
    pairsOf(tokens.flatMap((token) => words.get(token) ?? [])).forEach(add);
  }
  for (const token of new Set(entries.flatMap(({ answer }) => answer))) {
    if (words.has(token)) continue;
    for (const feature of readWord(token).features) if (feature.block !== 'pairs') add(feature);
  }
  return columns;
}

export type Reader = (tokens: readonly string[]) => Text;

/** A word whose features are numbered. */
type Numbered = Omit<Word, 'features'> & Omit<Listed, 'places'>;

/** Reads texts by the columns of a vocabulary. It remembers all words, so that training keeps one and a question does not. */
export function createReader(vocabulary: Vocabulary): Reader {
  const strangers = new Map<string, number>();
  const words = new Map<string, Numbered>();

  function numberOf(key: string): number {
    const number = vocabulary.get(key) ?? strangers.get(key) ?? -1 - strangers.size;
    if (number < 0) strangers.set(key, number);
    return number;
  }

  function wordOf(token: string): Numbered {
    const met = words.get(token);
    if (met !== undefined) return met;
    const { root, weight, features } = readWord(token);
    const list = createList();
    for (const feature of features)
      put(list, numberOf(feature.key), BLOCK_NAMES.indexOf(feature.block), feature.weight);
    const word = { root, weight, columns: list.columns, blocks: list.blocks, weights: list.weights };
    words.set(token, word);
    return word;
  }

  return (tokens) => {
    const list = createList();
    const read = tokens.map(wordOf);
    for (const { columns, blocks, weights } of read) {
      for (let at = 0; at < columns.length; at += 1) put(list, columns[at] ?? 0, blocks[at] ?? 0, weights[at] ?? 0);
    }
    for (const { key, weight } of pairsOf(read)) put(list, numberOf(key), PAIRS, weight);
    return {
      tokens,
      columns: new Int32Array(list.columns),
      blocks: new Uint8Array(list.blocks),
      weights: new Float32Array(list.weights),
    };
  };
}

/** One text by the columns of a vocabulary. */
export function textOf(tokens: readonly string[], vocabulary: Vocabulary): Text {
  return createReader(vocabulary)(tokens);
}

const PAIRS = BLOCK_NAMES.indexOf('pairs');

/** Features in order of appearance, each column once, with the sum of its weights. */
interface Listed {
  places: Map<number, number>;
  columns: number[];
  blocks: number[];
  weights: number[];
}

function createList(): Listed {
  return { places: new Map(), columns: [], blocks: [], weights: [] };
}

function put({ places, columns, blocks, weights }: Listed, column: number, block: number, weight: number): void {
  const place = places.get(column);
  if (place !== undefined) {
    weights[place] = (weights[place] ?? 0) + weight;
    return;
  }
  places.set(column, columns.length);
  columns.push(column);
  blocks.push(block);
  weights.push(weight);
}
