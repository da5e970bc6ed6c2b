import { REMEMBERED } from '../parameters.js';
import { BLOCK_NAMES, featuresOf } from './features.js';

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

/** Numbers the features of some entries. */
export function createVocabulary(entries: readonly EntryOf<readonly string[]>[]): Vocabulary {
  return extended(new Map(), [
    ...entries.flatMap(({ phrasings }) => phrasings),
    ...entries.map(({ answer }) => answer),
  ]);
}

/** A vocabulary and, after its own columns, those that only some further texts have. */
export function extended(vocabulary: Vocabulary, texts: readonly (readonly string[])[]): Vocabulary {
  const columns = new Map(vocabulary);
  for (const token of new Set(texts.flat())) {
    for (const { key } of featuresOf(token)) if (!columns.has(key)) columns.set(key, columns.size);
  }
  return columns;
}

/** Finds the features of a text, by the columns of a vocabulary. Keeps scratch arrays, so one analyzer must not be shared by threads. */
export type Analyzer = (tokens: readonly string[]) => Text;

/** The features of a word, numbered. */
type Numbered = Omit<Text, 'tokens'>;

/** Makes an analyzer. It remembers words, `REMEMBERED` at most: people use the same ones again and again. */
export function createAnalyzer(vocabulary: Vocabulary): Analyzer {
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
    for (const { key, block, weight } of featuresOf(token)) list.put(numberOf(key), BLOCK_NAMES.indexOf(block), weight);
    const word = list.take();
    words.set(token, word);
    return word;
  }

  return (tokens) => {
    if (words.size > REMEMBERED.words || strangers.size > REMEMBERED.strangers) {
      words.clear();
      strangers.clear();
    }
    for (const { columns, blocks, weights } of tokens.map(wordOf)) {
      for (let at = 0; at < columns.length; at += 1) list.put(columns[at] ?? 0, blocks[at] ?? 0, weights[at] ?? 0);
    }
    return { tokens, ...list.take() };
  };
}

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
