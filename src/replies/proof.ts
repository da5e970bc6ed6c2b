import type { KnownBlock, ModalView } from '@slack/types';
import type { Problem } from '../knowledge/problem.js';
import type { Value } from '../knowledge/write.js';
import { context, notice, sections } from './blocks.js';
import { amendRow } from './edits.js';
import { LIMITS } from './limits.js';
import { modal } from './modal.js';
import { escapeWithin } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** What an edit would change, counted. */
export interface ProofCounts {
  /** Questions that are answered now, and were not. */
  gained: number;
  /** Questions that were answered, offered or warned of, and are not any more. */
  lost: number;
  changed: number;
}

/** What leads see before they publish. Entries are told by their titles; null for none. */
export interface ProofParts {
  edit: string;
  title: string;
  counts: ProofCounts;
  /** Questions that were asked again. */
  replayed: number;
  shifts: readonly { what: keyof ProofCounts; text: string; before: string | null; after: string | null }[];
  wordings: readonly { text: string; answered: boolean; by: string | null }[];
  /** What the check finds; `field` is the one that it is about, where that is known. `stood`: it is no matter of this edit. */
  findings: readonly (Pick<Problem, 'severity' | 'place' | 'message' | 'remedy'> & {
    field: string | null;
    stood: boolean;
  })[];
  /** False where it cannot be published before the errors are mended. */
  proved: boolean;
  /** The fields of an entry that say something else, where it is changed. */
  fields: readonly { field: string; was: Value | null; to: Value | null }[];
  /** The entry as people will see it, and the sources that its marks stand for. Null where it is not there then. */
  card: Reply | null;
  cited: readonly string[];
  /** What whoever looks may do. `second`: send it to a second lead; `wait`: nothing, a second lead must publish it. */
  may: 'publish' | 'second' | 'wait';
  /** True where this folder is one that people only try things in. */
  trial: boolean;
  /** True where the FAQ has changed since it was proved before. */
  anew: boolean;
  amend: boolean;
}

/** Lines of each kind that are shown, and characters of each. */
const MOST_SHOWN = 8;
const LONGEST = 150;

/** "6 gaps answered · 0 lost · 2 changed". */
export function countsText({ gained, lost, changed }: ProofCounts): string {
  return `${gained} ${gained === 1 ? 'gap' : 'gaps'} answered · ${lost} lost · ${changed} changed`;
}

/** What is told of a question of which something else is decided: the entry before, and after; null for none. */
export function shiftText(text: string, before: string | null, after: string | null): string {
  return `“${text}”: ${before ?? 'no answer'} → ${after ?? 'no answer'}`;
}

/** What an edit would do, with the card as Slack will show it. What the check calls an error is mended first. */
export function proofModal(parts: ProofParts): ModalView {
  const { edit, title, counts, replayed, findings, proved, card, may, trial, anew, amend } = parts;
  const submit = !proved || may === 'wait' ? {} : { submit: may === 'second' ? 'Send to a second lead' : 'Publish' };
  const blocks: KnownBlock[] = [
    ...(anew ? [notice(ANEW, 'warning')] : []),
    ...sections(
      [title, ...(replayed === 0 ? [] : [countsText(counts)])]
        .map((each) => `*${escapeWithin(each, LONGEST)}*`)
        .join('\n'),
    ),
    context(
      replayed === 0
        ? UNASKED[proved ? 'mended' : 'faulty']
        : `${replayed} questions were asked again: all phrasings, and what people asked lately.`,
    ),
    ...findings.slice(0, MOST_SHOWN).map(findingBlock),
    ...listed('What changes in the entry', fieldLines(parts)),
    ...listed('Your wordings', parts.wordings.map(wordingLine)),
    ...(['lost', 'changed', 'gained'] as const).flatMap((what) => listed(HEADS[what], shiftLines(parts, what))),
    ...(amend ? [amendRow(edit)] : []),
    ...(may === 'publish' ? [] : [notice(may === 'second' ? SECOND : WAITS, 'warning')]),
    ...(trial ? [notice(TRIAL, 'warning')] : []),
    ...(card === null
      ? []
      : [
          { type: 'divider' as const },
          context('This is how people will see it:'),
          ...shownOf(card),
          ...parts.cited.map((line) => context(line)),
        ]),
  ];
  return modal('proof', {
    title: 'What changes',
    ...submit,
    close: 'Cancel',
    about: edit,
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  });
}

const UNASKED = {
  faulty: 'Nothing was asked again: with an error the FAQ cannot be served.',
  mended: 'Nothing could be compared: the FAQ cannot be served as it stands, and can be with this edit.',
};
const HEADS = { lost: 'Lost', changed: 'Changed', gained: 'Answered now' } as const;
const SECOND = 'It is about safety: a second lead must look at it and publish it.';
const WAITS = 'It is about safety, and waits for a second lead.';
const ANEW =
  'Nothing is published yet: the FAQ has changed since you looked at this edit. This is what it changes now.';
const TRIAL =
  'This is the playground. “Publish” changes the files in the knowledge folder that it was started with; nothing is committed.';

function findingBlock({ severity, place, field, message, remedy, stood }: ProofParts['findings'][number]): KnownBlock {
  const where = stood
    ? `\`${place.file}:${place.line}\`, before anything is published: `
    : field === null
      ? ''
      : `*${field}*: `;
  const said = `${where}${escapeWithin(`${message} ${remedy}`, 500)}`;
  return severity === 'error' ? notice(said, 'warning') : context(said);
}

/** "answer", "evidence: low → fair", or of a list what comes and what goes; that the review no longer stands is said in words. */
function fieldLines({ fields }: ProofParts): string[] {
  const said = (value: Value) => escapeWithin(typeof value === 'string' ? value : value.join(', '), LONGEST);
  return fields.flatMap(({ field, was, to }) => {
    if (field === 'changed') return [];
    if (field === 'reviewed') return [to === null ? UNREVIEWED : `reviewed on ${said(to)}`];
    if (field === 'reviewed_by') return to === null ? [] : [`reviewed by ${said(to)}`];
    if (isWord(was) && isWord(to)) return [`${field}: ${said(was ?? 'not stated')} → ${said(to ?? 'not stated')}`];
    const [old, now] = [listOf(was), listOf(to)];
    if (old === null || now === null) return [field];
    const come = now.filter((each) => !old.includes(each)).map((each) => `+ “${said(each)}”`);
    const gone = old.filter((each) => !now.includes(each)).map((each) => `− “${said(each)}”`);
    const moves = [...come, ...gone];
    const more = moves.length > MOST_SHOWN ? `, and ${moves.length - MOST_SHOWN} more` : '';
    return [`${field}: ${moves.slice(0, MOST_SHOWN).join(', ') || 'in another order'}${more}`];
  });
}

const UNREVIEWED = 'its review no longer stands, since it was of another answer';

/** What is told whole: a flag, a number, a strength of evidence. */
function isWord(value: Value | null): value is string | null {
  return value === null || (typeof value === 'string' && /^\S*$/.test(value));
}

function listOf(value: Value | null): readonly string[] | null {
  return value === null ? [] : typeof value === 'string' ? null : value;
}

function wordingLine({ text, answered, by }: ProofParts['wordings'][number]): string {
  const said = `“${escapeWithin(text, LONGEST)}”`;
  if (answered) return `${said}: answered`;
  return by === null ? `${said}: still not answered` : `${said}: goes to _${escapeWithin(by, LONGEST)}_`;
}

function shiftLines({ shifts }: ProofParts, wanted: keyof ProofCounts): string[] {
  const short = (title: string | null) => (title === null ? null : `_${escapeWithin(title, LONGEST)}_`);
  return shifts
    .filter(({ what }) => what === wanted)
    .map(({ text, before, after }) => shiftText(escapeWithin(text, LONGEST), short(before), short(after)));
}

function listed(head: string, lines: readonly string[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_SHOWN;
  const shown = lines.slice(0, MOST_SHOWN).map((line) => `• ${line}`);
  return sections([`*${head}*`, ...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
}

/** What of a reply is read: its buttons would lead to an entry that is not in service yet. */
function shownOf({ blocks }: Reply): KnownBlock[] {
  return blocks.filter(({ type }) => type === 'section' || type === 'context');
}
