import type { Entry, Knowledge } from '../knowledge/entry.js';
import type { Loaded, Seen } from '../knowledge/load.js';
import { placeIn } from '../knowledge/places.js';
import { byPlace, type Problem } from '../knowledge/problem.js';
import { lint } from '../lint/lint.js';
import { withoutFollowUps } from '../lint/whole.js';
import { createRedact } from '../redact/redact.js';
import type { Matcher } from '../search/matcher.js';
import { overlaps } from '../search/overlap.js';
import { createLexicon, isSmall, normalForm, normalize, pieces, sentences } from '../search/text/normalize.js';
import { createWarner } from '../search/warn.js';
import { createWatch } from '../search/watch.js';
import { matcherWhenAsked, toldOf } from './told.js';

/**
 * Everything that is wrong with a folder: with its files, and with what they say, as far as they can be read. `matcher` answers the
 * tests that leads have written; without one it is trained here, where there are tests.
 */
export function lintFolder(loaded: Loaded, today: string, matcher?: Pick<Matcher, 'match'>): Problem[] {
  const { knowledge } = loaded.seen;
  const content = lintContent(loaded, knowledge, today, matcher ?? matcherWhenAsked(knowledge));
  const found = withoutFollowUps(content, knowledge.entries.values(), missingIn(loaded.seen));
  return [...loaded.problems, ...found].sort(byPlace);
}

/** The fields that decide what is answered. */
const SEARCHED = ['questions', 'short', 'watch_for'];

/** Whether a folder, as far as it could be read, answers as the whole of it will: else nobody can say who wins what. */
export function isAskable({ knowledge, unread, lost, isWhole }: Seen): boolean {
  const glossary = [knowledge.glossary, ...knowledge.glossary.terms];
  return (
    isWhole &&
    unread.size === 0 &&
    !glossary.some((each) => lost.has(each)) &&
    ![...knowledge.entries.values()].some((entry) => SEARCHED.some((field) => lost.get(entry)?.has(field)))
  );
}

function missingIn({ knowledge, unread, lost, isWhole }: Seen) {
  const nothing: ReadonlySet<string> = new Set();
  return {
    isComplete: isWhole && unread.size === 0 && lost.size === 0,
    hasGlossary: isWhole && !unread.has('glossary') && !lost.has(knowledge.glossary),
    lostOf: (entry: Entry) => lost.get(entry) ?? nothing,
  };
}

/**
 * Two questions are the same where search reads them alike, with the clinic's shorthand and synonyms. Watched words are
 * looked for as they are written: whether a slip may be one of them does not matter here.
 */
function lintContent(loaded: Loaded, knowledge: Knowledge, today: string, matcher: Pick<Matcher, 'match'>): Problem[] {
  const { seen } = loaded;
  const asks = isAskable(seen);
  const lexicon = createLexicon(knowledge.glossary);
  const redact = createRedact(() => knowledge);
  const entries = [...knowledge.entries.values()];
  const words = new Map(entries.flatMap(({ questions }) => questions.flatMap(pieces)).map((word) => [word, 1]));
  const watch = createWatch(entries, lexicon, { words, good: new Set() });
  const warn = createWarner(watch, lexicon, () => false);
  const readings = new Map<string, string[]>();
  // Two entries that watch for one word, one of them as a name, share it.
  const small = entries.map((entry) => ({ ...entry, watchFor: entry.watchFor.map((each) => each.toLowerCase()) }));
  for (const { phrase, keys, exact } of createWatch(small, lexicon, { words, good: new Set() }).phrases) {
    const reading =
      exact?.join(' ') ??
      keys
        .map((key) => key.at(-1))
        .sort()
        .join(' ');
    readings.set(phrase, [...(readings.get(phrase) ?? []), reading]);
  }
  return lint({
    knowledge,
    today,
    at: (owner, field, where) => placeIn(loaded, owner, field, where),
    normalize: (question) => normalForm(question, lexicon),
    readings: (watched) => readings.get(watched.toLowerCase()) ?? [],
    tells: (question) => normalize(question, lexicon).some((token) => !isSmall(token)),
    isThere: (id) => knowledge.entries.has(id) || seen.unread.has(id) || !seen.isWhole,
    overlaps: asks ? overlaps(knowledge) : [],
    told: asks ? (question) => toldOf(matcher.match(question)) : null,
    identifiers: (text) => redact(text).found,
    warned: (question) => warn(sentences(question)),
  });
}
