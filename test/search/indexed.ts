import { createIndex, vectorOf } from '../../src/search/index.js';
import { normalize } from '../../src/search/normalize.js';
import { createReader, createVocabulary } from '../../src/search/vocabulary.js';

/** The index of some entries by their phrasings, without anything learned, and how it reads texts. */
export function indexed(questions: Readonly<Record<string, readonly string[]>>) {
  const tokens = Object.values(questions).map((phrasings) => ({
    phrasings: phrasings.map((phrasing) => normalize(phrasing)),
    answer: [],
  }));
  const vocabulary = createVocabulary(tokens);
  const read = createReader(vocabulary);
  const texts = tokens.map(({ phrasings, answer }) => ({ phrasings: phrasings.map(read), answer: read(answer) }));
  const index = createIndex(texts, vocabulary);
  const ids = Object.keys(questions);
  return {
    index,
    texts,
    vocabulary,
    read,
    ids,
    vector: (text: string) => vectorOf(read(normalize(text)), index),
    numberOf: (id: string) => ids.indexOf(id),
  };
}
