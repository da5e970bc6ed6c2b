import { isUrgent } from '../knowledge/urgent.js';
import type { Candidate, Correction, Match, Overheard, Verdict, Why } from './match.js';
import { CORRECTED, DOUBTFUL, MOST_ALSO, VERBATIM } from './parameters.js';
import { askingParts, joined } from './parts.js';
import type { Regression } from './rank/learn.js';
import { createReader, type Reading } from './rank/likeness.js';
import { createScorer, type Scored } from './rank/score.js';
import { columnOf, vectorOf } from './rank/vectors.js';
import { createAnalyzer } from './rank/vocabulary.js';
import { tellsOfStrange } from './strange.js';
import { normalize, read, sentences } from './text/normalize.js';
import { createSpeller } from './text/spelling.js';
import { stem } from './text/stem.js';
import type { Model } from './train.js';
import { confidenceOf } from './trust/calibrate.js';
import { decide } from './trust/decide.js';
import { createDomain } from './trust/domain.js';
import { isMistaken, isOtherFigure, namesStrangeCondition, type Twin } from './trust/doubt.js';
import { chances, signalsOf } from './trust/signals.js';
import { namesSubject } from './trust/subject.js';
import { createTalk } from './trust/talk.js';
import { createWarner, shownWarnings } from './warn.js';
import { explain } from './why.js';

// How it works, what it is for and what each part is worth: DESIGN.md.

/** Finds the entry that answers an utterance, or the honest lack of one. */
export interface Matcher {
  match(utterance: string): Match;
  /** What is looked at, besides what matches, in words that were said to others than the bot. */
  overhear(utterance: string): Overheard;
  /** The words and the phrasing that spoke for an entry. Costs a score per word: for people who ask why, not for every question. */
  why(utterance: string, entry: string): Why;
  /** What an utterance is made of, to be compared with others: see `createGroups`. */
  read(utterance: string): Reading;
}

/** Makes a matcher from a trained model. Cheap; keeps scratch arrays, so each thread makes its own. */
export function createMatcher(model: Model): Matcher {
  const { index, profiles, regressions } = model;
  const score = createScorer(index, { profiles, regressionOf: (entry) => regressions[entry] ?? UNTAUGHT });
  const domain = createDomain(index);
  const talk = createTalk(model.talk, index);
  const spell = createSpeller(model.spelling);
  const numbers = new Map(model.entries.map((entry, number) => [entry, number]));
  const analyze = createAnalyzer(index.vocabulary);
  const readingOf = createReader(index);
  const warn = createWarner(model.watch, model.lexicon, isUrgent);
  const isSafety = (entry: string) => model.safety[numbers.get(entry) ?? -1] ?? false;

  const watched = new Set([...model.watch.spelling.words.keys()].map(stem));
  /** Whether a word, as it is read, stands anywhere in the FAQ or in everyday talk. */
  function isHeard(word: string): boolean {
    const roots = spell(word).words.map(stem);
    return roots.every(
      (root) => columnOf(index, `w ${root}`) !== undefined || watched.has(root) || domain.isTalk(root),
    );
  }

  /** The tokens of an utterance, what was corrected in it, and which of its words only look like the FAQ's. */
  function readUtterance(utterance: string) {
    const corrections: Correction[] = [];
    const twins: Twin[] = [];
    const tokens = normalize(utterance, model.lexicon, (word) => {
      const { words, twin } = spell(word);
      if (twin !== undefined) twins.push({ word, twin });
      if (words.length === 1 && words[0] !== word) corrections.push({ typed: word, read: words[0] ?? word });
      return words;
    });
    return { tokens, corrections, twins };
  }

  /** What is decided of a text by itself, as it is read; `isStrange` makes it doubtful. */
  function judge({ tokens, corrections, twins }: ReturnType<typeof readUtterance>, isStrange: boolean): Verdict {
    const verbatim = corrections.length > 0 ? undefined : model.verbatim.get(tokens.join(' '));
    const vector = vectorOf(analyze(tokens), index);
    const scored = putFirst(score(vector), verbatim);
    const signals = signalsOf(tokens, scored, index, domain, talk(vector));
    const calibrated = signals.matched === 0 ? 0 : confidenceOf(signals, model.calibration);
    const isDoubtful = isMistaken(scored[0]?.entry ?? -1, twins, index) || isOtherFigure(tokens, model) || isStrange;
    const believed = verbatim === undefined ? calibrated : Math.max(calibrated, VERBATIM);
    const most = isDoubtful ? DOUBTFUL : corrections.length > 0 ? CORRECTED : 1;
    const confidence = Math.min(believed, most);
    return decide(candidatesOf(scored, confidence, model.entries), isSafety);
  }

  return {
    match(utterance) {
      const typed = readUtterance(utterance);
      const said = sentences(utterance);
      // What a sentence tells of somebody holds for the questions beside it.
      const isStrange =
        namesStrangeCondition(typed.tokens, index) ||
        said.some((words) => tellsOfStrange(read(words, model.lexicon, false), isHeard));
      const whole = judge(typed, isStrange);
      // A phrasing word for word was written to be answered as it is.
      const isWhole = whole.confidence >= VERBATIM;
      const parts = isWhole ? [] : askingParts(utterance).map((part) => judge(readUtterance(part), isStrange));
      const { verdict, also } = joined(whole, parts, isSafety);
      const warnings = shownWarnings(warn(said), [verdict.entry]);
      const warned = new Set(warnings.map(({ entry }) => entry));
      // What a warning shows already is not added below.
      const added = also.filter((entry) => !warned.has(entry)).slice(0, MOST_ALSO);
      return { ...verdict, warnings, also: added, corrections: typed.corrections };
    },
    overhear: (utterance) => ({
      onSubject: namesSubject(readUtterance(utterance).tokens, index, domain),
      warnings: shownWarnings(warn(sentences(utterance)), []),
    }),
    why: (utterance, entry) =>
      explain(model, { analyze, score }, readUtterance(utterance).tokens, entry, numbers.get(entry)),
    read: (utterance) => readingOf(readUtterance(utterance).tokens),
  };
}

/** One that says nothing. */
const UNTAUGHT: Regression = { neighbours: new Int32Array(), coefficients: new Float32Array() };

const MOST_CANDIDATES = 5;

/** The scored entries, led by the one that has the utterance word for word, if any. */
function putFirst(scored: readonly Scored[], entry: number | undefined): readonly Scored[] {
  if (entry === undefined) return scored;
  const found = scored.find((one) => one.entry === entry) ?? { entry, score: 1, similarity: 1, overall: 1 };
  return [found, ...scored.filter((one) => one.entry !== entry)];
}

/**
 * The best five. The best has the calibrated confidence c; the others share what is left of certainty by their chances q:
 * min(c · q/q₁, (1 − c) · q/(1 − q₁)).
 */
function candidatesOf(scored: readonly Scored[], confidence: number, entries: readonly string[]): Candidate[] {
  const shares = chances(scored);
  const first = shares[0] ?? 1;
  return scored.slice(0, MOST_CANDIDATES).map(({ entry }, at) => {
    const share = shares[at] ?? 0;
    const rest = Math.min((confidence * share) / first, ((1 - confidence) * share) / Math.max(1e-9, 1 - first));
    return { entry: entries[entry] ?? '', confidence: at === 0 ? confidence : Math.min(confidence, rest) };
  });
}
