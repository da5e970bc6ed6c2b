import type { ActionsBlock, Button, ModalView } from '@slack/types';
import type { Knowledge } from '../knowledge/entry.js';
import { button, context, sections } from './blocks.js';
import { askLead, IN_DANGER, type Leads } from './leads.js';
import { checkOf, inputOf, modal } from './modal.js';
import { escapeText } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { shownWarnings, type Warning, warningBlock, YOU } from './warning.js';

// What whoever asks a lead is shown on the way there.

const TITLE = 'Ask a lead';
/** Where the button carries no entry that did not help. */
const NO_ENTRY = '-';

/** Opens the form; nothing where there is no leads' channel. `shown`: the entry that did not help. */
export function leadButton({ channel }: Leads, shown?: string): Button[] {
  return channel === null ? [] : [button('lead', { label: TITLE, value: shown ?? NO_ENTRY })];
}

/** The same as a row of its own. */
export function leadRow(leads: Leads, shown?: string): ActionsBlock[] {
  const elements = leadButton(leads, shown);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** The entry that a button carries. */
export function readShown(value: string): string | null {
  return value === '' || value === NO_ENTRY ? null : value;
}

/** To "ask a lead", where no form opens by itself. */
export function leadReply(leads: Leads): Reply {
  if (leads.channel === null) return plain(`${askLead(leads)} ${IN_DANGER}`);
  const text = 'I pass a question on to the leads: press “Ask a lead” and look at the words before they are sent.';
  return { text: `${text} ${IN_DANGER}`, blocks: [...sections(text), ...leadRow(leads), context(IN_DANGER)] };
}

/** What the form shows before anything is sent. */
export interface LeadForm {
  /** Comes back with the form. */
  about: string;
  /** The question, redacted. */
  question: string;
  /** Characters that it may have at the most. */
  most: number;
  warnings: readonly Warning[];
  /** Where the answer is told. */
  told: 'thread' | 'here' | 'directly';
}

const TOLD = {
  thread: 'In the thread where you asked, where everybody reads it',
  here: 'Here, where you asked',
  directly: 'By direct message',
} as const;

/** The form that hands a question to the leads. */
export function leadModal({ about, question, most, warnings, told }: LeadForm, knowledge: Knowledge): ModalView {
  return modal('lead', {
    title: TITLE,
    submit: 'Send',
    about,
    blocks: [
      ...shownWarnings({ warnings }, knowledge).map((warned, at) => warningBlock(warned, YOU, at)),
      inputOf({ label: 'Your question', most, lines: true, initial: question }),
      checkOf({ label: 'The answer', what: 'Tell me when it is answered', hint: TOLD[told] }),
      context(
        'The leads see these words and where you asked, not your name. What looks like a person’s details is taken out before they do.',
        IN_DANGER,
      ),
    ],
  });
}

/** What came of the form. */
export interface Sent {
  question: string;
  /** Kinds of details that were taken out. */
  details: readonly string[];
  warnings: readonly Warning[];
  /** How many people have asked it. */
  askers: number;
  /** Whether a lead has claimed it. */
  claimed: boolean;
  tell: boolean;
}

/** In the place of the form. */
export function sentModal(
  { question, details, warnings, askers, claimed, tell }: Sent,
  knowledge: Knowledge,
): ModalView {
  const notes = [
    ...(details.length === 0
      ? []
      : [`Taken out before it was sent, since it seems to be a person’s details: ${details.join(', ')}.`]),
    ...(askers > 1 ? [`${askers} people have asked this.`] : []),
    ...(claimed ? ['A lead has claimed it already.'] : []),
    tell ? 'I tell you when it is answered.' : 'You asked not to be told when it is answered.',
    'Should it not reach them, I tell you directly.',
  ];
  return modal('lead', {
    title: TITLE,
    blocks: [
      ...shownWarnings({ warnings }, knowledge).map((warned, at) => warningBlock(warned, YOU, at)),
      ...sections(`*Kept, and on its way to the leads:*\n${quoted(question)}`),
      context(...notes, IN_DANGER),
    ],
  });
}

/** Under the field, when nothing that may be sent is left in it. */
export function nothingLeftText(): string {
  return 'Nothing is left of this once what looks like a person’s details is taken out. Please say it in other words.';
}

/** Under the field, when the question cannot be kept now. */
export function notHandedOnText(): string {
  return 'Sorry, this could not be kept just now, and no lead has seen it. Please send it again in a few minutes, or ask a lead in person.';
}

/** When the form cannot be opened. */
export function leadNotOpenedReply(leads: Leads): Reply {
  const text = `Sorry, the form could not be opened. Press “Ask a lead” once more. Or: ${askLead(leads)}`;
  return { text: `${text} ${IN_DANGER}`, blocks: [...sections(text), ...leadRow(leads), context(IN_DANGER)] };
}

/** When the leads' channel cannot be reached: no words are lost, and somebody else is named. */
export function notReachedReply(question: string, { people }: Leads): Reply {
  const whom = askLead({ people, channel: null });
  const text = `*Your question did not reach the leads: I cannot post in their channel.* ${whom}\n${quoted(question)}`;
  return { text: `${text}\n${IN_DANGER}`, blocks: [...sections(text), context(IN_DANGER)] };
}

/** A text as Slack quotes one; nothing in it can ping. */
export function quoted(text: string): string {
  const words = text === '' ? '(its words are no longer kept)' : text;
  return escapeText(words)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
