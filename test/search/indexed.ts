import { createIndex, vectorOf } from '../../src/search/rank/vectors.js';
import { createAnalyzer, createVocabulary } from '../../src/search/rank/vocabulary.js';
import { normalize } from '../../src/search/text/normalize.js';

/** The index of some entries by their phrasings, and by answers if any, without anything learned, and how it reads texts. */
export function indexed(
  questions: Readonly<Record<string, readonly string[]>>,
  answers: Readonly<Record<string, string>> = {},
) {
  const tokens = Object.entries(questions).map(([id, phrasings]) => ({
    phrasings: phrasings.map((phrasing) => normalize(phrasing)),
    answer: normalize(answers[id] ?? ''),
  }));
  const vocabulary = createVocabulary(tokens);
  const analyze = createAnalyzer(vocabulary);
  const texts = tokens.map(({ phrasings, answer }) => ({ phrasings: phrasings.map(analyze), answer: analyze(answer) }));
  const index = createIndex(texts, vocabulary);
  const ids = Object.keys(questions);
  return {
    index,
    texts,
    vocabulary,
    analyze,
    ids,
    vector: (text: string) => vectorOf(analyze(normalize(text)), index),
    numberOf: (id: string) => ids.indexOf(id),
  };
}
