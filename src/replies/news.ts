import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { beside, button, context, sections } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { titled } from './titled.js';

/** What happened last to an entry, by what leads have written of it. */
interface News {
  entry: Entry;
  /** As 2026-11-30. */
  day: string;
  what: 'Changed' | 'Reviewed';
}

/** Entries that the reply lists, and the Home. */
const MOST = 8;
const MOST_AT_HOME = 3;
/** Characters shown of a title on the Home. */
const LONGEST_TITLE = 300;

/** The entries that were changed or reviewed last, up to `today`, the latest first. */
export function newsReply(knowledge: Knowledge, today: string): Reply {
  const listed = newsOf(knowledge, { to: today }).slice(0, MOST);
  if (listed.length === 0)
    return plain(
      'No answer has been reviewed yet, and none is marked as changed, so nothing is listed as new. Say `topics` to look around.',
    );
  const head = '*New and changed*';
  const foot = 'Leads write these days: when an answer was changed, and when a clinician of this clinic reviewed it.';
  const lines = listed.map((each) => titled(each.entry, before(each)));
  return {
    text: [head, ...lines, foot].join('\n'),
    blocks: [...sections(head), ...listed.map((each, at) => row(lines[at] ?? '', each, at)), context(foot)],
  };
}

/** For the Home: what is new from a day on, each whole beside its button. Nothing where nothing is. */
export function newsBlocks(knowledge: Knowledge, days: { from: string; to: string }): KnownBlock[] {
  const found = newsOf(knowledge, days);
  if (found.length === 0) return [];
  const rows = found.slice(0, MOST_AT_HOME).map((each, at): KnownBlock => {
    const title = escapeWithin(each.entry.questions[0], LONGEST_TITLE);
    return { block_id: `news ${at}`, ...row(`${before(each)}${title}`, each, at) };
  });
  const all = button('word', { label: 'All that is new', value: 'news' });
  const more: KnownBlock[] =
    found.length <= MOST_AT_HOME ? [] : [{ type: 'actions', block_id: 'news', elements: [all] }];
  return [...sections('*New and changed*'), ...rows, ...more];
}

function newsOf({ entries }: Knowledge, { from = '', to }: { from?: string; to: string }): News[] {
  return [...entries.values()]
    .flatMap((entry) => lastOf(entry, to) ?? [])
    .filter(({ day }) => day >= from)
    .sort((one, other) => other.day.localeCompare(one.day));
}

/** Where both were on one day, the review covers the change. */
function lastOf(entry: Entry, to: string): News | null {
  const { reviewed, reviewedBy, changed } = entry;
  const news: News[] = [
    ...(reviewed !== undefined && reviewedBy !== undefined
      ? [{ entry, day: reviewed, what: 'Reviewed' as const }]
      : []),
    ...(changed === undefined ? [] : [{ entry, day: changed, what: 'Changed' as const }]),
  ];
  const [first, second] = news.filter(({ day }) => day <= to);
  if (first === undefined || second === undefined) return first ?? null;
  return second.day > first.day ? second : first;
}

function before({ what, day }: News): string {
  return `${what} ${day} · `;
}

function row(text: string, { entry }: News, at: number): SectionBlock {
  const spoken = `Read it: ${entry.questions[0]}`;
  return beside(text, button('read', { label: 'Read it', value: entry.id, spoken }, at));
}
