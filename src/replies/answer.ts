import type { KnownBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { isUrgent } from '../knowledge/urgent.js';
import { button, context, feedback, menu, notice, sections } from './blocks.js';
import { citations, evidenceWord, reviewWord } from './evidence.js';
import { ANSWER_SPACE, LIMITS, shorten } from './limits.js';
import { mrkdwn } from './markdown.js';
import { escapeWithin } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** Stands under the first line of every safety answer, and is never cut. */
export const CAUTION = 'A licensed clinician decides for this patient.';
/** Stands beside it where the entry tells when to refer a patient. */
export const EMERGENCY = 'In an emergency call the local emergency number.';
const CUT = '_The answer is longer than Slack shows in one message; the rest stands in the FAQ’s file._';
/** Most related entries in the menu. */
const MOST_RELATED = 5;

/**
 * An entry as an answer: its short form in bold, a caution where it is on safety, its text, one line on how sure that is, and what one
 * can do next: see the sources, read on, vote.
 */
export function answerReply(entry: Entry, knowledge: Knowledge): Reply {
  const first = `*${escapeWithin(entry.short ?? entry.questions[0], 300)}*`;
  const whole = mrkdwn(entry.answer);
  const shown = whole.length <= ANSWER_SPACE ? whole : `${shorten(whole, ANSWER_SPACE)}\n\n${CUT}`;
  const caution = cautionOf(entry);
  const evidence = evidenceLine(entry);
  const answer: KnownBlock[] = [
    ...sections(first),
    ...(caution === null ? [] : [notice(caution, 'warning')]),
    ...sections(shown),
  ];
  const foot: KnownBlock[] = [
    context(evidence),
    { type: 'actions', elements: [sourcesButton(entry), ...relatedMenu(entry, knowledge)] },
    feedback(entry.id),
  ];
  const cited = `Sources:\n${citations(entry, knowledge).join('\n')}`;
  const text = [first, ...(caution === null ? [] : [caution]), whole, evidence, cited].join('\n\n');
  return { text: shorten(text, LIMITS.text), blocks: [...answer, ...foot], foot: answer.length };
}

/** What stands under the first line of a safety answer; null where it is none. */
export function cautionOf({ id, safety }: Entry): string | null {
  if (!safety) return null;
  return isUrgent(id) ? `${CAUTION} ${EMERGENCY}` : CAUTION;
}

/** "Evidence: low · not reviewed · 4 sources": what must be seen without a press. */
export function evidenceLine(entry: Entry): string {
  const { length } = entry.sources;
  const count = length === 1 ? '1 source' : `${length} sources`;
  return `Evidence: *${evidenceWord(entry)}* · ${reviewWord(entry)} · ${count}`;
}

function sourcesButton({ id, questions }: Entry) {
  return button('evidence', { label: 'Sources and review', value: id, spoken: `Sources and review: ${questions[0]}` });
}

function relatedMenu({ related }: Entry, { entries }: Knowledge) {
  const options = related
    .flatMap((id) => entries.get(id) ?? [])
    .slice(0, MOST_RELATED)
    .map(({ id, questions }) => ({ label: questions[0], value: id }));
  return options.length === 0 ? [] : [menu('read', 'Related', options)];
}
