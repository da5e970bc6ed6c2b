import { BLOCK_NAMES, type Feature, pairsOf, readWord, type Word } from './features.js';
import { REMEMBERED } from './parameters.js';

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
  const { columns, add, addText, words } = numbering(new Map());
  for (const { phrasings } of entries) phrasings.forEach(addText);
  for (const token of new Set(entries.flatMap(({ answer }) => answer))) {
    if (words.has(token)) continue;
    for (const feature of readWord(token).features) if (feature.block !== 'pairs') add(feature);
  }
  return columns;
}

/** A vocabulary and, after its own columns, those that only some further texts have. */
export function extended(vocabulary: Vocabulary, texts: readonly (readonly string[])[]): Vocabulary {
  const { columns, addText } = numbering(new Map(vocabulary));
  texts.forEach(addText);
  return columns;
}

/** Gives numbers to features as they are met. */
function numbering(columns: Map<string, number>) {
  const add = ({ key }: Feature) => {
    if (!columns.has(key)) columns.set(key, columns.size);
  };
  const words = new Map<string, Word>();
  const addText = (tokens: readonly string[]) => {
    for (const token of tokens) {
      if (words.has(token)) continue;
      const word = readWord(token);
      words.set(token, word);
      word.features.forEach(add);
    }
    pairsOf(tokens.flatMap((token) => words.get(token) ?? [])).forEach(add);
  };
  return { columns, add, addText, words };
}

/** Reads a text by the columns of a vocabulary. Keeps scratch arrays, so one reader must not be shared by threads. */
export type Reader = (tokens: readonly string[]) => Text;

/** A word whose features are numbered. */
interface Numbered extends Omit<Text, 'tokens'> {
  root: string | undefined;
  weight: number;
}

/** Reads texts by the columns of a vocabulary. Remembers words, `REMEMBERED` at most: people use the same ones again and again. */
export function createReader(vocabulary: Vocabulary): Reader {
  /** Features that the vocabulary has not: numbers below 0, different for different features of one text. */
  const strangers = new Map<string, number>();
  const words = new Map<string, Numbered>();
  const list = createList(vocabulary.size);

  function numberOf(key: string): number {
    const number = vocabulary.get(key) ?? strangers.get(key) ?? -1 - strangers.size;
    if (number < 0) strangers.set(key, number);
    return number;
  }

  function wordOf(token: string): Numbered {
    const met = words.get(token);
    if (met !== undefined) return met;
    const { root, weight, features } = readWord(token);
    for (const feature of features) list.put(numberOf(feature.key), BLOCK_NAMES.indexOf(feature.block), feature.weight);
    const word = { root, weight, ...list.take() };
    words.set(token, word);
    return word;
  }

  return (tokens) => {
    if (words.size > REMEMBERED.words || strangers.size > REMEMBERED.strangers) {
      words.clear();
      strangers.clear();
    }
    const read = tokens.map(wordOf);
    for (const { columns, blocks, weights } of read) {
      for (let at = 0; at < columns.length; at += 1) list.put(columns[at] ?? 0, blocks[at] ?? 0, weights[at] ?? 0);
    }
    for (const { key, weight } of pairsOf(read)) list.put(numberOf(key), PAIRS, weight);
    return { tokens, ...list.take() };
  };
}

const PAIRS = BLOCK_NAMES.indexOf('pairs');

/** Collects features in order of appearance, each column once, with the sum of its weights; `take` begins anew. */
function createList(width: number) {
  /** By column: its place in the list, counted from 1. */
  const places = new Int32Array(width);
  const strangerPlaces = new Map<number, number>();
  let columns: number[] = [];
  let blocks: number[] = [];
  let weights: number[] = [];
  return {
    put(column: number, block: number, weight: number): void {
      const place = column >= 0 ? (places[column] ?? 0) : (strangerPlaces.get(column) ?? 0);
      if (place > 0) {
        weights[place - 1] = (weights[place - 1] ?? 0) + weight;
        return;
      }
      columns.push(column);
      blocks.push(block);
      weights.push(weight);
      if (column >= 0) places[column] = columns.length;
      else strangerPlaces.set(column, columns.length);
    },
    take(): Omit<Text, 'tokens'> {
      const taken = {
        columns: new Int32Array(columns),
        blocks: new Uint8Array(blocks),
        weights: new Float32Array(weights),
      };
      for (const column of columns) if (column >= 0) places[column] = 0;
      strangerPlaces.clear();
      columns = [];
      blocks = [];
      weights = [];
      return taken;
    },
  };
}
