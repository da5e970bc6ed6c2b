import type { Entry, Knowledge } from '../knowledge/entry.js';
import { createLearner, type Regression } from './rank/learn.js';
import type { Rows } from './rank/sparse.js';
import { createIndex, type Index } from './rank/vectors.js';
import { createAnalyzer, createVocabulary, type EntryOf, extended } from './rank/vocabulary.js';
import { createLexicon, isFigure, type Lexicon, normalize, pieces } from './text/normalize.js';
import type { Spelling } from './text/spelling.js';
import { aspectTokens } from './trust/aspects.js';
import { type Calibration, calibrate } from './trust/calibrate.js';
import { withoutFigures } from './trust/doubt.js';
import { practise } from './trust/practise.js';
import { talkTokens, talkVectors } from './trust/talk.js';
import { createWatch, type Watch } from './watch.js';

/** Everything that matching needs: plain data that one process can hand to another. */
export interface Model {
  lexicon: Lexicon;
  spelling: Spelling;
  /** Ids, in alphabetical order; entries are numbered by it. */
  entries: readonly string[];
  safety: readonly boolean[];
  /** By entry: its phrasings as their lead wrote them. */
  phrasings: readonly (readonly string[])[];
  /** Normalised phrasings that only one entry has, with that entry's number. */
  verbatim: ReadonlyMap<string, number>;
  /** Normalised phrasings that hold a figure, without their figures. */
  figured: ReadonlySet<string>;
  index: Index;
  /** Profile of each phrasing: see `Learned`. */
  profiles: Rows;
  /** What was learned of each entry. */
  regressions: readonly Regression[];
  /** Lines of everyday talk as vectors. */
  talk: Rows;
  calibration: Calibration;
  /** What entries watch for. */
  watch: Watch;
}

/** Learns from a knowledge folder. Pure and deterministic: the same entries give the same model in any order. */
export function train(knowledge: Knowledge): Model {
  const entries = [...knowledge.entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lexicon = createLexicon(knowledge.glossary);
  const tokens = entries.map(({ questions, short = '', answer }) => ({
    phrasings: questions.map((phrasing) => normalize(phrasing, lexicon)),
    answer: normalize(`${short} ${answer}`, lexicon),
  }));
  const heard = talkTokens(lexicon);
  const vocabulary = extended(createVocabulary(tokens), heard);
  const analyze = createAnalyzer(vocabulary);
  const talk = heard.map(analyze);
  const texts = tokens.map(({ phrasings, answer }) => ({
    phrasings: phrasings.map(analyze),
    answer: analyze(answer),
  }));
  const index = createIndex(texts, vocabulary);
  const { profiles, regressionOf } = createLearner(index);
  const spelling = collectWords(entries, knowledge);
  return {
    lexicon,
    spelling,
    watch: createWatch(entries, lexicon, spelling),
    entries: entries.map(({ id }) => id),
    safety: entries.map(({ safety }) => safety),
    phrasings: entries.map(({ questions }) => questions),
    verbatim: onlyOnce(tokens),
    figured: new Set(
      tokens.flatMap(({ phrasings }) => phrasings.filter((phrasing) => phrasing.some(isFigure)).map(withoutFigures)),
    ),
    index,
    profiles,
    regressions: entries.map((_, entry) => regressionOf(entry)),
    talk: talkVectors(talk, index),
    calibration: calibrate(practise(texts, { talk, aspects: aspectTokens(lexicon) }, vocabulary, analyze)),
  };
}

/** Normalised phrasings in one line, without those that two entries share. */
function onlyOnce(entries: readonly EntryOf<readonly string[]>[]): Map<string, number> {
  const owners = new Map<string, number>();
  const shared = new Set<string>();
  entries.forEach(({ phrasings }, entry) => {
    for (const line of phrasings.map((tokens) => tokens.join(' '))) {
      if (line === '' || (owners.get(line) ?? entry) !== entry) shared.add(line);
      owners.set(line, entry);
    }
  });
  for (const line of shared) owners.delete(line);
  return owners;
}

/** The words that people are likely to mean: those of phrasings and glossary; words of answers are good but not meant. */
function collectWords(entries: readonly Entry[], { glossary }: Knowledge): Spelling {
  const words = new Map<string, number>();
  const good = new Set<string>();
  const count = (text: string) => {
    for (const word of new Set(pieces(text))) words.set(word, (words.get(word) ?? 0) + 1);
  };
  for (const { questions, answer } of entries) {
    questions.forEach(count);
    for (const word of pieces(answer)) good.add(word);
  }
  for (const { name, also, definition } of glossary.terms) {
    [name, ...also].forEach(count);
    for (const word of pieces(definition)) good.add(word);
  }
  for (const group of glossary.synonyms) group.forEach(count);
  for (const [phrase, instead] of glossary.shorthand) [phrase, instead].forEach(count);
  return { words, good };
}
