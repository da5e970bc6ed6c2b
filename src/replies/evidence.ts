import { type Entry, EVIDENCE, type Knowledge, type Source } from '../knowledge/entry.js';
import { isChangedSince } from '../knowledge/review.js';
import { context, sections } from './blocks.js';
import { LIMITS, shorten, split } from './limits.js';
import { escapeText, escapeWithin, link } from './mrkdwn.js';
import type { Reply } from './reply.js';
import { changeRow, placeText } from './to-change.js';

/** Characters that all citations of an entry take together: with the lines beside them a message is never refused. */
const CITATIONS_SPACE = 10_000;
/** Characters of one citation at the most. */
const LONGEST_CITATION = 900;

/** On what an answer rests: strength of evidence and what it means, every source, the review, and how it was found. `forLead`: and the way to change it. */
export function evidenceReply(entry: Entry, knowledge: Knowledge, { forLead = false } = {}): Reply {
  const title = `*${escapeWithin(entry.questions[0], 300)}*`;
  const strength = strengthLine(entry);
  const cited = ['*Sources*', ...citations(entry, knowledge)].join('\n');
  const review = reviewLine(entry);
  const quoted = 'Quoted word for word from the FAQ; nothing is generated. The match to a question is automatic.';
  return {
    text: shorten([title, strength, cited, review, quoted].join('\n\n'), LIMITS.text),
    blocks: [
      ...sections(`${title}\n${strength}`),
      ...split(cited, LIMITS.section).flatMap((piece) => sections(piece)),
      ...sections(review),
      context(quoted),
      ...(forLead ? [context(placeText(entry)), changeRow(entry)] : []),
    ],
  };
}

/** An entry's strength of evidence in a word. */
export function evidenceWord({ evidence }: Entry): string {
  return evidence ?? 'not stated';
}

/** Whether a clinician has reviewed an entry, in a few words. */
export function reviewWord(entry: Entry): string {
  const { reviewed, reviewedBy } = entry;
  if (reviewed === undefined || reviewedBy === undefined) return 'not reviewed';
  return isChangedSince(entry) ? `reviewed ${reviewed}, changed since` : `reviewed ${reviewed}`;
}

/** "Strength of evidence: fair (some controlled trials …). Reviews disagree." */
function strengthLine({ evidence, evidenceNote }: Entry): string {
  const note = evidenceNote === undefined ? '' : ` ${escapeWithin(evidenceNote, 400)}`;
  if (evidence === undefined) return `Strength of evidence: not stated in the FAQ.${note}`;
  return `Strength of evidence: *${evidence}* (${EVIDENCE[evidence]}).${note}`;
}

/** "Reviewed by … on …", or plainly that it has not been. */
function reviewLine(entry: Entry): string {
  const { reviewed, reviewedBy, changed } = entry;
  if (reviewed === undefined || reviewedBy === undefined) return 'Not yet reviewed by a clinician of this clinic.';
  const review = `Reviewed by ${escapeWithin(reviewedBy, 100)} on ${reviewed}.`;
  return isChangedSince(entry)
    ? `${review} The answer was changed on ${changed}, and has not been reviewed since.`
    : review;
}

/** An entry's sources as lines, numbered as its answer marks them. */
export function citations(entry: Entry, knowledge: Knowledge): string[] {
  const most = Math.min(LONGEST_CITATION, Math.floor(CITATIONS_SPACE / Math.max(entry.sources.length, 1)) - 8);
  return entry.sources.flatMap((id, at) => {
    const source = knowledge.sources.get(id);
    return source ? [`[${at + 1}] ${citation(source, most)}`] : [];
  });
}

/** A source's citation, linked, with what a reader must know when weighing it. At most about `most` characters. */
export function citation(source: Source, most: number): string {
  const marks = [
    source.type === 'practice page' ? 'practice page: shows what is done or said, not that it works' : source.type,
    source.verified ? undefined : 'not verified: nobody has read more than a mention of it',
    source.note,
  ].filter((mark) => mark !== undefined);
  const tail =
    marks.length === 0
      ? ''
      : ` _(${escapeText(shorten(marks.join('; ').replaceAll('_', ' '), Math.floor(most / 3)))})_`;
  const address = (source.url ?? '').length;
  const room = Math.max(40, most - tail.length - address - 10);
  return `${link(source.url, shorten(source.citation, room))}${tail}`;
}
