import type { Faq } from '../faq/load.js';
import type { Entry } from '../knowledge/entry.js';
import { isUrgent, urgentFirst } from '../knowledge/urgent.js';
import { shownWarnings, type Warning } from '../replies/warning.js';
import { followUp, leans } from '../search/follow-up.js';
import type { Match } from '../search/match.js';
import type { Place, Placed, Store } from '../store/store.js';

/** Seconds for which a question outside any thread goes on with the one before it: later it is another talk. */
const SAME_TALK = 600;

/** The thread that a question stands in; none for one that is written directly, outside any thread. */
export interface Within extends Pick<Place, 'team' | 'channel' | 'ts'> {
  thread: string | undefined;
  /** A link to a message of the channel, by its timestamp; undefined where there is none. */
  linkTo(ts: string): Promise<string | undefined>;
}

/** What was read with the question before. */
export interface ReadWith {
  match: Match;
  /** The entry that it was read with. Null where it was read by itself. */
  entry: Entry | null;
}

/**
 * What was asked before a question where it stands, the latest first. Outside a thread that counts for a while only, and is looked
 * up only for what leans on it.
 */
export async function saidBefore(
  utterance: string,
  within: Within | null,
  store: Pick<Store, 'inThread'>,
): Promise<readonly Placed[]> {
  if (within === null || (within.thread === undefined && !leans(utterance))) return [];
  const oldest = within.thread === undefined ? Number(within.ts) - SAME_TALK : 0;
  const placed = await store.inThread(within);
  return placed.filter(({ place }) => place.ts < within.ts && Number(place.ts) >= oldest);
}

/** Reads a question by itself, or as a follow-up of what was asked in its thread before, the latest first. */
export function readWithin(utterance: string, before: readonly Placed[], { matcher, knowledge }: Faq): ReadWith {
  const match = matcher.match(utterance);
  const [last] = before.filter(({ asked }) => entryOf(asked) !== null);
  const entry = last && knowledge.entries.get(entryOf(last.asked) ?? '');
  if (last === undefined || entry === undefined) return { match, entry: null };
  const followed = followUp(match, utterance, { entry, entries: knowledge.entries, match: matcher.match });
  if (followed === null) return { match, entry: null };
  const warnings = urgentFirst([...followed.warnings, ...warningsOf(last.asked, entry, { matcher, knowledge })]);
  return { match: { ...followed, warnings }, entry };
}

/**
 * What stood above the reply to a question, and its answer where words are watched for that: who was asked about then is asked
 * about still. The words are those that are read in what was kept of the question.
 */
export function warningsOf(
  { text, warnings }: Placed['asked'],
  answer: Entry,
  { matcher, knowledge }: Pick<Faq, 'matcher' | 'knowledge'>,
): Warning[] {
  const read = new Map(matcher.match(text).warnings.map(({ entry, watched }) => [entry, watched]));
  const said = text.toLowerCase();
  const warned = [...warnings, ...(answer.watchFor.length > 0 ? [answer.id] : [])];
  return [...new Set(warned)].flatMap((id) => {
    const entry = knowledge.entries.get(id);
    if (entry === undefined) return [];
    const spelled = entry.watchFor.find((words) => said.includes(words.toLowerCase()));
    return [{ entry: id, watched: read.get(id) ?? spelled ?? entry.questions[0] }];
  });
}

/**
 * The first question of the thread whose answer says all that this one's would, in the knowledge as it is. Null where something
 * would be missed, and for what is urgent: that is shown again whole.
 */
export function answeredBefore(
  match: Match,
  before: readonly Placed[],
  { knowledge, version }: Faq,
): { placed: Placed; entry: Entry } | null {
  if (before.length === 0) return null;
  const entry = knowledge.entries.get(match.entry ?? '');
  const warned = shownWarnings(match, knowledge).map((each) => each.entry.id);
  if (entry === undefined || match.also.length > 0 || [entry.id, ...warned].some(isUrgent)) return null;
  const placed = before.findLast(
    ({ asked }) =>
      entryOf(asked) === entry.id && asked.version === version && warned.every((id) => asked.warnings.includes(id)),
  );
  return placed === undefined ? null : { placed, entry };
}

/** The entry that a question was answered with, by the bot or by the asker's choice. */
export function entryOf({ entry, outcome }: Placed['asked']): string | null {
  return outcome?.startsWith('chose ') ? outcome.slice('chose '.length) : entry;
}
