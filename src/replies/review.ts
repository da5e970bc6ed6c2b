import type { ActionsBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import type { Due } from '../knowledge/review.js';
import { answerReply } from './answer.js';
import { button, context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { MARK, markValue } from './mark.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { changeButton } from './to-change.js';

/** Where a walk through what is due stands: how many cards came before, and the entry of the last one. */
export interface WalkedTo {
  at: number;
  last: string;
}

/** What a card is shown with. */
interface Beside {
  /** The version of an entry's text, for a clinician, who may mark it reviewed. Nobody else gets the button. */
  versionOf?: (entry: Entry) => string;
  /** What came of the card before. */
  said?: string;
}

/** One entry that is due for review, as people see its answer; the others behind "Later". */
export function reviewReply(
  due: readonly Due[],
  walked: WalkedTo,
  knowledge: Knowledge,
  { versionOf, said }: Beside = {},
): Reply {
  const at = placeOf(due, walked);
  const shown = due[at];
  if (shown === undefined)
    return plain(
      [
        ...(said === undefined ? [] : [said]),
        due.length === 0
          ? '*Nothing is due for review.*'
          : `*That was the last of ${due.length}.* \`/iastm review\` begins anew.`,
      ].join('\n\n'),
    );
  const { entry } = shown;
  const answer = answerReply(entry, knowledge);
  const head = `*Review ${at + 1} of ${due.length}:* ${escapeWithin(entry.questions[0], 300)}`;
  const state = stateLine(shown);
  const where = `\`${entry.place.file}:${entry.place.line}\``;
  const how =
    versionOf === undefined
      ? `Read it beside its sources; “Change it” mends it. Then set "reviewed" and "reviewed_by" at ${where}.`
      : `Read it beside its sources; “Change it” mends it. Then press "Mark reviewed". It stands at ${where}.`;
  const next = `${at + 1} ${entry.id}`;
  const row: ActionsBlock = {
    type: 'actions',
    elements: [
      ...(versionOf === undefined
        ? []
        : [
            button('mark', {
              label: MARK,
              value: markValue({ at, version: versionOf(entry), entry: entry.id }),
              spoken: `${MARK}: ${entry.questions[0]}`,
            }),
          ]),
      changeButton(entry),
      button('review', { label: 'Later', value: next, spoken: `Later: ${entry.questions[0]}` }),
      button('evidence', { label: 'Sources', value: entry.id, spoken: `Sources: ${entry.questions[0]}` }),
    ],
  };
  return {
    text: shorten([...(said === undefined ? [] : [said]), head, state, answer.text, how].join('\n\n'), LIMITS.text),
    blocks: [
      ...(said === undefined ? [] : [...sections(said), { type: 'divider' as const }]),
      ...sections(head),
      context(state),
      { type: 'divider' },
      ...answer.blocks.slice(0, answer.foot),
      { type: 'divider' },
      context(how),
      row,
    ],
  };
}

/** After the entry that was shown last; at the same place where that is due no longer. */
function placeOf(due: readonly Due[], { at, last }: WalkedTo): number {
  const before = due.findIndex(({ entry }) => entry.id === last);
  return before < 0 ? Math.max(0, at - (last === '' ? 0 : 1)) : before + 1;
}

/** "painful · safety · last reviewed on 2025-01-31 by Dan, due since 2026-01-31". */
function stateLine({ entry, since }: Due): string {
  const { id, safety, reviewed, reviewedBy } = entry;
  return [
    `\`${id}\``,
    ...(safety ? ['safety'] : []),
    since === null
      ? 'never reviewed'
      : `last reviewed on ${reviewed} by ${escapeWithin(reviewedBy ?? '', 100)}, due since ${since}`,
  ].join(' · ');
}

/** How far a button says that the walk is; its beginning where the value is none of ours. */
export function readReviewValue(value: string): WalkedTo {
  const [, at, last = ''] = /^(\d{1,5}) (.+)$/s.exec(value) ?? [];
  return { at: Number(at ?? 0), last };
}
