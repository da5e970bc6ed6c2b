import { isUrgent } from '../knowledge/urgent.js';
import { confidenceOf } from './calibrate.js';
import { decide } from './decide.js';
import { createDomain } from './domain.js';
import { isMistaken, isOtherFigure, namesStrangeCondition, type Twin } from './doubt.js';
import { vectorOf } from './index.js';
import type { Lesson } from './learn.js';
import type { Candidate, Correction, Match, Verdict, Why } from './match.js';
import { normalize } from './normalize.js';
import { CORRECTED, DOUBTFUL, VERBATIM } from './parameters.js';
import { askingParts, joined } from './parts.js';
import { createScorer, type Scored } from './score.js';
import { chances, signalsOf } from './signals.js';
import { createSpeller } from './spelling.js';
import { createTalk } from './talk.js';
import type { Model } from './train.js';
import { createReader } from './vocabulary.js';
import { createWarner, shownWarnings } from './warn.js';
import { explain } from './why.js';

// How it works, what it is for and what each part is worth: DESIGN.md.

/** Finds the entry that answers an utterance, or the honest lack of one. */
export interface Matcher {
  match(utterance: string): Match;
  /** The words and the phrasing that spoke for an entry. Costs a score per word: for people who ask why, not for every question. */
  why(utterance: string, entry: string): Why;
}

/** Makes a matcher from a trained model. Cheap; keeps scratch arrays, so each thread makes its own. */
export function createMatcher(model: Model): Matcher {
  const { index, profiles, lessons } = model;
  const score = createScorer(index, { profiles, lessonOf: (entry) => lessons[entry] ?? UNTAUGHT });
  const domain = createDomain(index);
  const talk = createTalk(model.talk, index);
  const spell = createSpeller(model.spelling);
  const numbers = new Map(model.entries.map((entry, number) => [entry, number]));
  const read = createReader(index.vocabulary);
  const warn = createWarner(model.watch, model.lexicon, isUrgent);
  const isSafety = (entry: string) => model.safety[numbers.get(entry) ?? -1] ?? false;

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

  /** What is decided of a text by itself, and what was corrected in it. */
  function judge(text: string): { verdict: Verdict; corrections: Correction[] } {
    const { tokens, corrections, twins } = readUtterance(text);
    const verbatim = corrections.length > 0 ? undefined : model.verbatim.get(tokens.join(' '));
    const vector = vectorOf(read(tokens), index);
    const scored = putFirst(score(vector), verbatim);
    const signals = signalsOf(tokens, scored, index, domain, talk(vector));
    const calibrated = signals.matched === 0 ? 0 : confidenceOf(signals, model.calibration);
    const isDoubtful =
      isMistaken(scored[0]?.entry ?? -1, twins, index) ||
      isOtherFigure(tokens, model) ||
      namesStrangeCondition(tokens, index);
    const believed = verbatim === undefined ? calibrated : Math.max(calibrated, VERBATIM);
    const most = isDoubtful ? DOUBTFUL : corrections.length > 0 ? CORRECTED : 1;
    const confidence = Math.min(believed, most);
    return { verdict: decide(candidatesOf(scored, confidence, model.entries), isSafety), corrections };
  }

  return {
    match(utterance) {
      const whole = judge(utterance);
      // A phrasing word for word was written to be answered as it is.
      const isWhole = whole.verdict.confidence >= VERBATIM;
      const parts = isWhole ? [] : askingParts(utterance).map((part) => judge(part).verdict);
      const { verdict, also } = joined(whole.verdict, parts, isSafety);
      const warnings = shownWarnings(warn(utterance), [verdict.entry]);
      return { ...verdict, warnings, also, corrections: whole.corrections };
    },
    why: (utterance, entry) =>
      explain(model, { read, score }, readUtterance(utterance).tokens, entry, numbers.get(entry)),
  };
}

/** A lesson that says nothing. */
const UNTAUGHT: Lesson = { neighbours: new Int32Array(), coefficients: new Float32Array() };

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
