import { FOLDS, LESSON, PRACTISED, TELLING } from '../parameters.js';
import { isContent } from '../rank/features.js';
import { createLearner } from '../rank/learn.js';
import { createScorer } from '../rank/score.js';
import { createIndex, vectorOf } from '../rank/vectors.js';
import type { Analyzer, EntryOf, Text, Vocabulary } from '../rank/vocabulary.js';
import { EVERYDAY } from '../text/everyday.js';
import { stem } from '../text/stem.js';
import type { Aspect } from './aspects.js';
import type { Sample } from './calibrate.js';
import { createDomain } from './domain.js';
import { signalsOf } from './signals.js';
import { createTalk, talkVectors } from './talk.js';

/** Where a trial comes from. */
type Origin = keyof typeof LESSON;

/** A question whose outcome is known: the entry that is right, or none. */
interface Trial {
  origin: Origin;
  text: Text;
  /** Number of the line of talk in it, if any: nobody has heard it before. */
  line?: number;
  right: number | null;
  /** Share of its content words that the whole FAQ knows: talk that the FAQ may well answer teaches little. */
  known: number;
}

/** What came of a trial, and how far it counts among those of its origin (0…1). */
interface Practised {
  origin: Origin;
  share: number;
  sample: Omit<Sample, 'weight'>;
}

/** What one fold knows of an entry, under the entry's own number. */
interface Taught extends EntryOf<Text> {
  entry: number;
}

/**
 * Asks the FAQ questions that it was not taught, and keeps what came of them. In each fold
 * - some phrasings are held out (`answerable`: their entry is right), every third with a word that no FAQ knows,
 * - every fifth entry is held out whole (`absent`: no entry is right, though much is near),
 * - aspects that an FAQ may not know are asked of an entry's telling words (`aspect`: about the same thing, for something else),
 * - everyday talk is asked with an entry's own words added (`grafted`), and as it is (`far`), as if it had never been heard.
 */
export function practise(
  entries: readonly EntryOf<Text>[],
  { talk, aspects }: { talk: readonly Text[]; aspects: readonly Aspect[] },
  vocabulary: Vocabulary,
  analyze: Analyzer,
): Sample[] {
  const own = stemsOf(entries.flatMap(({ phrasings, answer }) => [...phrasings, answer]));
  const practised: Practised[] = [];
  for (let fold = 0; fold < foldsFor(entries); fold += 1) {
    const taught: Taught[] = [];
    const heldOut: Trial[] = [];
    entries.forEach((entry, number) => {
      holdOut(entry, number, entries.length, fold, taught, heldOut);
    });
    const trials = thinned(heldOut).map((trial, at) => (at % CHATTY === 0 ? withStranger(trial, analyze) : trial));
    const telling = tellingWords(taught);
    const stems = taught.map(({ phrasings }) => tellingStems(phrasings));
    trials.push(
      ...talkTrials(talk, fold, telling, own, analyze),
      ...aspectTrials(aspects, fold, telling, stems, analyze),
    );
    const index = createIndex(taught, vocabulary);
    const domain = createDomain(index);
    const talkOf = createTalk(talkVectors(talk, index), index);
    const score = createScorer(index, createLearner(index));
    for (const { origin, text, line, right, known } of trials) {
      const vector = vectorOf(text, index);
      const scored = score(vector);
      const best = taught[scored[0]?.entry ?? -1]?.entry;
      const heard = line === undefined ? domain : domain.without(line);
      const signals = signalsOf(text.tokens, scored, index, heard, talkOf(vector, line));
      const share = origin === 'answerable' || origin === 'absent' ? 1 : 1 - known;
      practised.push({ origin, share, sample: { signals, right: best === right } });
    }
  }
  return weighted(practised);
}

/**
 * A held-out phrasing with one unknown word more: people add names, hours and places. Leads do not, and without this the
 * calibration would trust too much in every word being known.
 */
function withStranger(trial: Trial, analyze: Analyzer): Trial {
  if (trial.origin !== 'answerable') return trial;
  return { ...trial, text: analyze([...trial.text.tokens, STRANGER]) };
}

/** Every so many held-out phrasings are asked with a stranger. */
const CHATTY = 3;
/** No word of any language, nor like one. */
const STRANGER = 'qzxv';

/** Evenly chosen trials, about `PRACTISED`: a large FAQ has more than a calibration can use. */
function thinned(trials: readonly Trial[]): Trial[] {
  const step = Math.ceil(trials.length / PRACTISED);
  return trials.filter((_, at) => at % step === 0);
}

function foldsFor(entries: readonly EntryOf<Text>[]): number {
  const phrasings = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  return Math.min(FOLDS, Math.max(1, Math.ceil(PRACTISED / Math.max(1, phrasings))));
}

/** Teaches an entry but for some of its phrasings, or asks all of them where the entry is held out. */
function holdOut(
  entry: EntryOf<Text>,
  number: number,
  size: number,
  fold: number,
  taught: Taught[],
  trials: Trial[],
): void {
  const { phrasings, answer } = entry;
  if (size > 4 && number % 5 === fold) {
    for (const text of phrasings) trials.push({ origin: 'absent', text, right: null, known: 1 });
    return;
  }
  const held = (at: number) => phrasings.length > 1 && at % FOLDS === fold;
  taught.push({ entry: number, answer, phrasings: phrasings.filter((_, at) => !held(at)) });
  phrasings.forEach((text, at) => {
    if (held(at)) trials.push({ origin: 'answerable', text, right: number, known: 1 });
  });
}

/** Every third line of everyday talk by itself, and with the most telling words of an entry; entries take turns. */
function talkTrials(
  lines: readonly Text[],
  fold: number,
  telling: readonly string[][],
  own: ReadonlySet<string>,
  analyze: Analyzer,
): Trial[] {
  return lines.slice(0, EVERYDAY.length).flatMap((text, line): Trial[] => {
    if (line % FOLDS !== fold) return [];
    const known = knownShare(text.tokens, own);
    const graft = telling[(line * STRIDE) % telling.length] ?? [];
    return [
      { origin: 'far', text, line, right: null, known },
      { origin: 'grafted', text: analyze([...text.tokens, ...graft]), line, right: null, known },
    ];
  });
}

/** Every third aspect with the most telling words of some entries, which take turns. */
function aspectTrials(
  aspects: readonly Aspect[],
  fold: number,
  telling: readonly string[][],
  stems: readonly ReadonlySet<string>[],
  analyze: Analyzer,
): Trial[] {
  return aspects.flatMap(({ before, after }, number) => {
    if (number % FOLDS !== fold) return [];
    return Array.from({ length: Math.min(TURNS, telling.length) }, (_, turn): Trial => {
      const entry = ((number * TURNS + turn) * STRIDE) % telling.length;
      const graft = telling[entry] ?? [];
      const known = knownShare([...before, ...after], stems[entry] ?? new Set());
      const line = EVERYDAY.length + number;
      return { origin: 'aspect', text: analyze([...before, ...graft, ...after]), line, right: null, known };
    });
  });
}

/** Stems that more than a few of an entry's phrasings have: what it is asked about, not what is once said beside it. */
function tellingStems(phrasings: readonly Text[]): ReadonlySet<string> {
  const counts = countOf(phrasings.flatMap(({ tokens }) => [...new Set(tokens.map(stem))]));
  return new Set([...counts].flatMap(([root, count]) => (count >= TELLING * phrasings.length ? [root] : [])));
}

function stemsOf(texts: readonly Text[]): ReadonlySet<string> {
  return new Set(texts.flatMap(({ tokens }) => tokens).map(stem));
}

/** Share of the content words of a text whose stems are among some; 0 where there are none. */
function knownShare(tokens: readonly string[], own: ReadonlySet<string>): number {
  const content = tokens.filter(isContent);
  return content.filter((token) => own.has(stem(token))).length / Math.max(1, content.length);
}

/** Entries that an aspect is asked of in a fold. */
const TURNS = 8;

/** A prime, so that neighbouring lines meet entries of different topics. */
const STRIDE = 37;

/** By entry: the two content words with the highest count in its phrasings × ln((1 + entries) / entries that have it). */
function tellingWords(entries: readonly Taught[]): string[][] {
  const counts = entries.map(({ phrasings }) => countOf(phrasings.flatMap(({ tokens }) => tokens).filter(isContent)));
  const spread = countOf(counts.flatMap((words) => [...words.keys()]));
  return counts.map((words) => {
    const weight = (word: string) => (words.get(word) ?? 0) * Math.log((1 + entries.length) / (spread.get(word) ?? 1));
    return [...words.keys()].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, 2);
  });
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Weighs samples so that each origin counts its share of the lesson, and all together as many as there are answerable ones. */
function weighted(practised: readonly Practised[]): Sample[] {
  const counts: Record<Origin, number> = { answerable: 0, absent: 0, grafted: 0, aspect: 0, far: 0 };
  for (const { origin, share } of practised) counts[origin] += share;
  return practised.map(({ origin, share, sample }) => ({
    ...sample,
    weight: (share * LESSON[origin] * counts.answerable) / Math.max(1, counts[origin]),
  }));
}
