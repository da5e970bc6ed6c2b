import { dayOf } from '../knowledge/day.js';
import { urgentFirst } from '../knowledge/urgent.js';
import { compose } from '../replies/compose.js';
import { askForgetReply, forgottenReply, notForgottenReply } from '../replies/forget.js';
import { keptReply } from '../replies/kept.js';
import { type Earlier, recentReply } from '../replies/recent.js';
import type { Reply } from '../replies/reply.js';
import { goneReply, notLookedUpReply } from '../replies/trouble.js';
import { nothingAskedReply, whyReply } from '../replies/why.js';
import { leans } from '../search/follow-up.js';
import type { Asked } from '../store/store.js';
import type { Shown } from './choose.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { sharingOf } from './hushed.js';
import { markOf, type Pressed } from './pressed.js';
import type { Replies } from './replies.js';
import { entryOf, type Within, warningsOf } from './thread.js';

/** Questions shown as asked lately. */
const MOST_EARLIER = 5;
/** Rows looked through for them: some are words of the command, or the same once more. */
const LOOKED_THROUGH = 200;
/** A word whose weight is below has not spoken for the entry. */
const LEAST_WEIGHT = 0.02;

export type Own = ReturnType<typeof createOwn>;

type OwnDeps = Pick<
  BotDeps,
  'faq' | 'store' | 'keys' | 'leads' | 'stances' | 'channels' | 'timeZone' | 'retentionDays' | 'textDays'
>;

/** What people ask about themselves: what they asked, why it was answered so, what is kept of them, and to be forgotten. */
export function createOwn(deps: OwnDeps, { replies }: { replies: Replies }) {
  const { faq, store, keys, timeZone, retentionDays, textDays } = deps;
  /** Whoever presses twice is told twice what the first press has done. */
  const removing = new Map<string, Promise<number>>();

  /** A person's questions of late, the latest first, each once. Rejects where they cannot be read now. */
  async function lately(by: string): Promise<Earlier[]> {
    const rows = await store.askedBy(keys.person(by), LOOKED_THROUGH);
    const seen = new Set<string>();
    const isNew = (row: Asked) => seen.size < seen.add(`${shownOf(row).id} ${row.text}`).size;
    return rows
      .filter((row) => isQuestion(row) && isNew(row))
      .slice(0, MOST_EARLIER)
      .map(earlier);
  }

  function earlier(row: Asked): Earlier {
    const { id, offered } = shownOf(row);
    return {
      asked: row.id,
      words: row.text,
      entry: faq().knowledge.entries.get(id) ?? null,
      offered,
      day: dayOf(row.at, timeZone),
    };
  }

  function recent(by: string): Promise<Reply> {
    return lately(by).then(recentReply, () => notLookedUpReply());
  }

  /** The answer to a question of one's own once more, under the warnings that stood above it. */
  async function again(pressed: Pressed, asked: string): Promise<Reply> {
    const closed = closedReply(deps);
    if (closed !== null) return closed;
    const rows = await store.askedBy(keys.person(pressed.by), LOOKED_THROUGH).catch(() => null);
    if (rows === null) return notLookedUpReply();
    const row = rows.find(({ id }) => id === asked);
    const { knowledge, matcher } = faq();
    const entry = row && knowledge.entries.get(shownOf(row).id);
    if (row === undefined || entry === undefined) return goneReply();
    // What is watched for since is warned of, too.
    const since = row.text === '' ? [] : matcher.match(row.text).warnings;
    const warnings = urgentFirst([...warningsOf(row, entry, faq()), ...since]);
    const additions = {
      asked,
      asker: markOf(pressed.by, keys),
      entry: entry.id,
      warnings,
      share: sharingOf(pressed, deps),
    };
    return compose(replies.answer(entry, knowledge), { ...additions, restated: row.text }, knowledge);
  }

  /** Why the last question was answered as it was: the last in the thread, else the last at all. */
  async function why(by: string, within: Within | null): Promise<Reply> {
    const person = keys.person(by);
    const here = within === null ? [] : (await store.inThread(within)).map(({ asked }) => asked);
    const mine = here.find((row) => row.person === person && isQuestion(row));
    const lastly = () => store.askedBy(person, LOOKED_THROUGH).then((rows) => rows.find(isQuestion) ?? null);
    const row = mine ?? (await lastly().catch(() => undefined));
    if (row === undefined) return notLookedUpReply();
    return row === null ? nothingAskedReply() : whyReply(reasonsOf(row));
  }

  function reasonsOf(row: Asked) {
    const { knowledge, matcher, version } = faq();
    const { id, offered } = shownOf(row);
    const entry = knowledge.entries.get(id) ?? null;
    const spoke = row.text === '' || entry === null ? null : matcher.why(row.text, entry.id);
    const alone = row.text === '' ? null : matcher.match(row.text);
    const how = row.outcome?.startsWith('chose ')
      ? ('chosen' as const)
      : offered
        ? ('closest' as const)
        : ('answered' as const);
    return {
      asked: row.id,
      words: row.text,
      entry,
      how,
      confidence: row.candidates.find((each) => each.entry === id)?.confidence ?? 0,
      // What begins with "=" stands for a group of words.
      matched: (spoke?.words ?? [])
        .filter(({ word, weight }) => weight >= LEAST_WEIGHT && !word.startsWith('='))
        .map(({ word }) => word),
      phrasing: spoke?.phrasing ?? null,
      corrections: alone?.corrections ?? [],
      followed: how === 'answered' && row.version === version && alone?.entry !== id && leans(row.text),
      warnings:
        entry === null
          ? []
          : warningsOf(row, entry, faq())
              .filter((each) => row.warnings.includes(each.entry))
              .map(titledWarning),
      current: row.version === version,
    };
  }

  function titledWarning({ entry, watched }: { entry: string; watched: string }) {
    return { title: faq().knowledge.entries.get(entry)?.questions[0] ?? entry, watched };
  }

  /** What is kept of a person, shown to that person alone; pages count from 1. */
  async function data(by: string, page: number): Promise<Reply> {
    const kept = await store.keptOf(keys.person(by)).catch(() => null);
    if (kept === null) return notLookedUpReply();
    const { entries } = faq().knowledge;
    const titleOf = (entry: string) => entries.get(entry)?.questions[0] ?? entry;
    const votes = kept.votes.map((vote) => ({ ...vote, title: titleOf(vote.entry) }));
    return keptReply({ ...kept, votes, timeZone, retentionDays, textDays }, page);
  }

  /** Removes a person's rows. Where that cannot be done now, the button stays. */
  function forget(by: string): Promise<Shown> {
    const person = keys.person(by);
    const work = removing.get(person) ?? store.forget(person).finally(() => removing.delete(person));
    removing.set(person, work);
    return work.then(
      (rows) => ({ reply: forgottenReply(rows), replace: true }),
      () => ({ reply: notForgottenReply(), replace: false }),
    );
  }

  return { lately, recent, again, why, data, askForget: askForgetReply, forget };
}

/** A word of the command is kept for its id alone, and so is what was too long or came while nothing was served. */
function isQuestion(row: Asked): boolean {
  return row.text !== '' || shownOf(row).id !== '';
}

/** The entry that a question was answered with, else the first that was offered; no id where there was none. */
function shownOf(row: Asked): { id: string; offered: boolean } {
  const answered = entryOf(row);
  if (answered !== null) return { id: answered, offered: false };
  // What came closest may have stood above as a warning, and was not offered once more.
  const best = row.decision === 'suggest' ? (row.candidates[0]?.entry ?? '') : '';
  const offered = row.warnings.includes(best) ? [best] : row.offered;
  const [first = ''] = row.outcome === 'none' ? [] : offered;
  return { id: first, offered: first !== '' };
}
