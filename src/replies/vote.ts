import type { ModalView } from '@slack/types';
import type { Entry } from '../knowledge/entry.js';
import { leadButton, leadRow } from './ask-lead.js';
import { button, buttons, notice, sections } from './blocks.js';
import type { Leads } from './leads.js';
import { inputOf, modal } from './modal.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { changeRow } from './to-change.js';

/** Why an answer did not help. */
const REASONS = {
  'wrong-answer': 'It answers another question',
  unclear: 'I do not understand it',
  outdated: 'It is out of date',
  mistaken: 'I think it is wrong',
  unsafe: 'It could be unsafe',
} as const;

export type Reason = keyof typeof REASONS;

/** The reason and the entry in a button's value; null where it is none of ours. */
export function readReason(value: string): { reason: Reason; entry: string } | null {
  const [reason = '', entry] = value.split(' ');
  return entry && isReason(reason) ? { reason, entry } : null;
}

/** What a reason that is kept says. */
export function reasonText(reason: string): string {
  return isReason(reason) ? REASONS[reason] : reason;
}

function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}

/** Characters of a note on a vote. */
export const LONGEST_NOTE = 500;

/** After a vote up. */
export function thanksReply(): Reply {
  return plain('Thank you. Your vote is kept; vote again to change it.');
}

/** Asks why an entry did not help. */
export function whyNotReply(entry: string, leads: Leads): Reply {
  const text = 'Thank you. Your vote is kept. What was wrong with it?';
  const choices = Object.entries(REASONS).map(([reason, label]) => ({ label, value: `${reason} ${entry}` }));
  return {
    text: `${text} ${[...Object.values(REASONS), ...leadButton(leads).map((each) => each.text.text)].join(' · ')}`,
    blocks: [...sections(text), buttons('reason', choices), ...leadRow(leads, entry)],
  };
}

/** After the reason of a vote down, with a way to say more. `told`: the leads hear of it now. */
export function reasonKeptReply(
  reason: Reason,
  entry: string,
  { told, leads }: { told: boolean; leads: Leads },
): Reply {
  const unsafe = 'If a patient may be in danger, do not wait: ask a clinician now, or call the local emergency number.';
  const text = [
    told
      ? `Thank you. The leads are told now: “${REASONS[reason]}”.`
      : `Thank you. Kept for the leads: “${REASONS[reason]}”.`,
    ...(reason === 'unsafe' ? [unsafe] : []),
  ].join(' ');
  const more = button('note', { label: 'Add a note', value: `${reason} ${entry}` });
  return { text, blocks: [...sections(text), { type: 'actions', elements: [more, ...leadButton(leads, entry)] }] };
}

/** To the leads, at once: somebody holds an answer to be unsafe. Nobody is named. */
export function unsafeVoteReply(entry: Entry): Reply {
  const { id, questions } = entry;
  const title = escapeWithin(questions[0], 120);
  const said = `Somebody thinks that this answer could be unsafe: *${title}*`;
  const read = button('read', { label: 'Read it', value: id, spoken: `Read it: ${questions[0]}` });
  return { text: said, blocks: [notice(said, 'urgent', read), changeRow(entry)] };
}

/** Asks for a note on a vote down. `about` comes back with it. */
export function noteModal(about: string): ModalView {
  return modal('note', {
    title: 'A note for the leads',
    submit: 'Send',
    about,
    blocks: [
      ...sections('Please leave out names and other details of patients; what looks like them is taken out.'),
      inputOf({ label: 'What should be different?', most: LONGEST_NOTE, lines: true }),
    ],
  });
}

/** In the place of the form, when the note is kept. */
export function noteKeptModal(): ModalView {
  return modal('note', {
    title: 'A note for the leads',
    blocks: sections('Thank you. Your note is kept for the leads.'),
  });
}
