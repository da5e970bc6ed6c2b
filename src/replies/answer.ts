import type { KnownBlock } from '@slack/types';
import { type Entry, EVIDENCE, type Knowledge, type Source } from '../knowledge/entry.js';
import { buttons, context, feedback, sections } from './blocks.js';
import { ANSWER_SPACE, LIMITS, SOURCES_SPACE, shorten, split } from './limits.js';
import { escapeText, link, mrkdwn } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** Stands above every safety answer, and is never cut. */
export const CAUTION =
  'Safety: a licensed clinician decides for the individual patient. If in doubt, do not treat: ask. In an emergency call the local emergency number.';
/** Says what kind of machine this is. */
const QUOTED = 'Quoted word for word from the FAQ; nothing is generated. The match to your question is automatic.';
const CUT = '_The answer is longer than Slack shows in one message; the rest stands in the FAQ’s file._';
/** Most related entries shown as buttons. */
const MOST_RELATED = 5;

/** An entry as an answer: title, caution, text, strength of evidence, sources, review state, what to read next, votes. */
export function answerReply(entry: Entry, knowledge: Knowledge): Reply {
  const title = `*${escapeText(shorten(entry.questions[0], 300))}*`;
  const caution = entry.safety ? `:warning: *${CAUTION}*` : null;
  const whole = mrkdwn(entry.answer);
  const shown = whole.length <= ANSWER_SPACE ? whole : `${shorten(whole, ANSWER_SPACE)}\n\n${CUT}`;
  const evidence = evidenceLine(entry);
  const sources = sourceLines(entry, knowledge);
  const review = reviewLine(entry);
  const related = entry.related.flatMap((id) => knowledge.entries.get(id) ?? []).slice(0, MOST_RELATED);

  const blocks: KnownBlock[] = [
    ...sections(title),
    ...(caution ? sections(caution) : []),
    ...sections(shown),
    context(evidence),
    ...split(shorten(`*Sources*\n${sources.join('\n')}`, SOURCES_SPACE), LIMITS.context).map((lines) => context(lines)),
    context(review, QUOTED),
    ...(related.length > 0
      ? [
          context('Related questions'),
          buttons(
            'read',
            related.map(({ id, questions }) => ({ label: questions[0], value: id })),
          ),
        ]
      : []),
    context('Was this helpful?'),
    feedback(entry.id),
  ];
  const text = [title, caution, whole, evidence, `Sources:\n${sources.join('\n')}`, review, QUOTED]
    .filter((part) => part !== null)
    .join('\n\n');
  return { text: shorten(text, LIMITS.text), blocks };
}

/** "Strength of evidence: fair (some controlled trials …). Reviews disagree." */
function evidenceLine({ evidence, evidenceNote }: Entry): string {
  const note = evidenceNote === undefined ? '' : ` ${escapeText(shorten(evidenceNote, 400))}`;
  if (evidence === undefined) return `Strength of evidence: not stated in the FAQ.${note}`;
  return `Strength of evidence: *${evidence}* (${EVIDENCE[evidence]}).${note}`;
}

/** "Reviewed by … on …", or plainly that it has not been. */
function reviewLine({ reviewed, reviewedBy }: Entry): string {
  if (reviewed === undefined || reviewedBy === undefined) {
    return 'Not yet reviewed by a clinician of this clinic.';
  }
  return `Reviewed by ${escapeText(shorten(reviewedBy, 100))} on ${reviewed}.`;
}

function sourceLines(entry: Entry, knowledge: Knowledge): string[] {
  const most = Math.floor((SOURCES_SPACE - 100) / Math.max(entry.sources.length, 1));
  return entry.sources.flatMap((id, at) => {
    const source = knowledge.sources.get(id);
    return source ? [`[${at + 1}] ${sourceLine(source, most - 8)}`] : [];
  });
}

/** A source's citation, linked, with what a reader must know when weighing it. At most about `most` characters. */
export function sourceLine(source: Source, most = 600): string {
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
