import type { KnownBlock } from '@slack/types';
import { type Entry, EVIDENCE, type Knowledge, type Source } from '../knowledge/entry.js';
import { alert, buttons, context, feedback, sections } from './blocks.js';
import { ANSWER_SPACE, LIMITS, SOURCES_SPACE, shorten, split } from './limits.js';
import { escapeText, escapeWithin, link, mrkdwn } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** Stands under the first line of every safety answer, and is never cut. */
export const CAUTION = 'A licensed clinician decides for this patient.';
/** Stands below every safety answer, and is never cut. */
export const IN_DOUBT = 'If in doubt, do not treat: ask. In an emergency call the local emergency number.';
const CUT = '_The answer is longer than Slack shows in one message; the rest stands in the FAQ’s file._';
/** Most related entries shown as buttons. */
const MOST_RELATED = 5;

/** An entry as an answer: short form, caution, text, strength of evidence, sources, review state, what to read next, votes. */
export function answerReply(entry: Entry, knowledge: Knowledge): Reply {
  const first = `*${escapeWithin(entry.short ?? entry.questions[0], 300)}*`;
  const whole = mrkdwn(entry.answer);
  const shown = whole.length <= ANSWER_SPACE ? whole : `${shorten(whole, ANSWER_SPACE)}\n\n${CUT}`;
  const evidence = evidenceLine(entry);
  const sources = sourceLines(entry, knowledge);
  const review = reviewLine(entry);
  const quoted = quotedLine(entry);
  const related = entry.related.flatMap((id) => knowledge.entries.get(id) ?? []).slice(0, MOST_RELATED);

  const answer: KnownBlock[] = [
    ...sections(first),
    ...(entry.safety ? [alert(CAUTION, 'warning')] : []),
    ...sections(shown),
    ...(entry.safety ? sections(IN_DOUBT) : []),
  ];
  const foot: KnownBlock[] = [
    context(evidence),
    ...split(shorten(`*Sources*\n${sources.join('\n')}`, SOURCES_SPACE), LIMITS.context).map((lines) => context(lines)),
    context(review, quoted),
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
  const caution = entry.safety ? [`${CAUTION} ${IN_DOUBT}`] : [];
  const cited = `Sources:\n${sources.join('\n')}`;
  const text = [first, ...caution, whole, evidence, cited, review, quoted].join('\n\n');
  return { text: shorten(text, LIMITS.text), blocks: [...answer, ...foot], foot: answer.length };
}

/** Says what kind of machine this is, and which question it took this for. */
function quotedLine({ questions }: Entry): string {
  const title = escapeWithin(questions[0], 300);
  return `Quoted word for word from the FAQ’s “${title}”; nothing is generated. The match to your question is automatic.`;
}

/** "Strength of evidence: fair (some controlled trials …). Reviews disagree." */
function evidenceLine({ evidence, evidenceNote }: Entry): string {
  const note = evidenceNote === undefined ? '' : ` ${escapeWithin(evidenceNote, 400)}`;
  if (evidence === undefined) return `Strength of evidence: not stated in the FAQ.${note}`;
  return `Strength of evidence: *${evidence}* (${EVIDENCE[evidence]}).${note}`;
}

/** "Reviewed by … on …", or plainly that it has not been. */
function reviewLine({ reviewed, reviewedBy }: Entry): string {
  if (reviewed === undefined || reviewedBy === undefined) {
    return 'Not yet reviewed by a clinician of this clinic.';
  }
  return `Reviewed by ${escapeWithin(reviewedBy, 100)} on ${reviewed}.`;
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
