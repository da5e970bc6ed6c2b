import type { Button, ExternalSelect, KnownBlock, ModalView } from '@slack/types';
import type { Knowledge } from '../knowledge/entry.js';
import { quoted } from './ask-lead.js';
import { button, context, sections } from './blocks.js';
import { type Leads, named } from './leads.js';
import { inputOf, modal } from './modal.js';
import { escapeText, escapeWithin } from './mrkdwn.js';
import { NAMES, type Name } from './names.js';
import { plain, type Reply } from './reply.js';
import { titled } from './titled.js';
import { changeButton } from './to-change.js';
import { shownWarnings, type Warning, warningBlock, warningText } from './warning.js';

// What the leads see of a question that was handed to them.

/** An escalation, as much as its card tells. */
export interface Carded {
  text: string;
  door: string;
  /** Id of a channel that everybody may join. */
  channel: string | null;
  shown: string | null;
  candidates: readonly { entry: string; confidence: number }[];
  askers: number;
  state: 'open' | 'claimed' | 'answered' | 'closed';
  since: Date;
  lead: { user: string } | null;
  entry: string | null;
  answer: string | null;
  reopened: number;
}

/** Most nearest entries. */
const MOST_NEAREST = 3;
/** Characters of an answer that stand on the card. */
const LONGEST_ANSWER = 2000;
/** From which confidence on an entry is called so; the last takes the rest. */
const CHANCES = [
  [0.7, 'likely'],
  [0.3, 'perhaps'],
  [0, 'unlikely'],
] as const;

const DOORS: Record<string, string> = {
  'direct message': 'a direct message',
  command: 'a command',
  shortcut: 'the menu of a message',
  modal: 'the form',
  home: 'the app’s Home',
};

const MENTIONED = 'The question mentions';

/** The card of an escalation. */
export function cardReply(carded: Carded, warnings: readonly Warning[], knowledge: Knowledge): Reply {
  const { text, askers, entry, answer } = carded;
  const warned = shownWarnings({ warnings }, knowledge);
  const head = `*A question for the leads* · ${stateLine(carded)}\n${quoted(text)}`;
  const from = [
    `Asked in ${placeOf(carded)}`,
    ...(askers > 1 ? [`${askers} people have asked this`] : []),
    ...shownLine(carded, knowledge),
  ].join(' · ');
  const nearest = nearestOf(carded, knowledge);
  const given = givenLines({ entry, answer }, knowledge);
  const how =
    'Answer with the button, or mention me in this thread: what you write there goes to whoever asked, under your name. Names and details of patients are not passed on.';
  const isOpen = carded.state === 'open' || carded.state === 'claimed';
  return {
    text: [
      ...warned.map((each) => warningText(each, MENTIONED)),
      head,
      from,
      ...nearest.map(({ line }) => line),
      ...given,
      ...(isOpen ? [how] : []),
    ].join('\n'),
    blocks: [
      ...warned.map((each) => warningBlock(each, MENTIONED)),
      ...sections(head),
      context(from),
      ...nearest.map(({ line, id, title }, at): KnownBlock => {
        const read = button('read', { label: 'Read it', value: id, spoken: `Read it: ${title}` }, at);
        return { type: 'section', text: { type: 'mrkdwn', text: line, verbatim: true }, accessory: read };
      }),
      ...given.flatMap((line) => sections(line)),
      { type: 'actions', elements: actsOf(carded, knowledge) },
      ...(isOpen ? [context(how)] : []),
    ],
  };
}

function actsOf({ state, shown, text }: Carded, { entries }: Knowledge): (Button | ExternalSelect)[] {
  const act = (name: Name, label: string, value: string) => button(name, { label, value, spoken: `${label}: ${text}` });
  const again = act('reopen', 'Open again', 'lead');
  if (state === 'closed') return [again];
  const claim =
    state === 'open'
      ? [act('claim', 'Claim', 'first')]
      : state === 'claimed'
        ? [confirmed(act('claim', 'Take over', 'over'), 'Take this over from the lead who has it?')]
        : [];
  const answer = act('reply', state === 'answered' ? 'Change the answer' : 'Answer', 'reply');
  const close = confirmed(act('close', 'Close', 'close'), CLOSING[state]);
  const failed = entries.get(shown ?? '');
  return [...claim, answer, pick(), ...(failed === undefined ? [] : [changeButton(failed, 'Change the entry')]), close];
}

const CLOSING = {
  open: 'Close it without an answer? Whoever asked is told so.',
  claimed: 'Close it without an answer? Whoever asked is told so.',
  answered: 'Close it? The answer can then no longer be changed.',
} as const;

/** The menu that finds an entry as one types, and sends it once that is confirmed. */
function pick(): ExternalSelect {
  return {
    type: 'external_select',
    action_id: NAMES.send,
    min_query_length: 0,
    placeholder: words('Pick an entry'),
    confirm: confirmation('Send this entry, word for word, to whoever asked?', 'Send'),
  };
}

function confirmed(acting: Button, question: string): Button {
  return { ...acting, confirm: confirmation(question, acting.text.text) };
}

function confirmation(question: string, yes: string) {
  return { title: words('Are you sure?'), text: words(question), confirm: words(yes), deny: words('Cancel') };
}

function words(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}

/** "Claimed by @Ben · today at 9:14". */
function stateLine({ state, lead, since, reopened, entry, answer }: Carded): string {
  const by = lead === null ? '' : ` by <@${escapeText(lead.user)}>`;
  const said = {
    open: reopened === 0 ? 'Open' : lead === null ? 'Open again: whoever asked it asks again' : `Open again${by}`,
    claimed: `Claimed${by}`,
    answered: `Answered${by}`,
    closed: entry === null && answer === null ? `Closed without an answer${by}` : `Closed, answered${by}`,
  }[state];
  return `${said} · ${moment(since)}`;
}

/** An instant on the reader's own clock. Page: https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function moment(at: Date): string {
  const plainly = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${plainly}>`;
}

function placeOf({ door, channel }: Carded): string {
  if (channel !== null) return `<#${escapeText(channel)}>`;
  return DOORS[door] ?? 'a channel that is private';
}

function shownLine({ shown }: Carded, { entries }: Knowledge): string[] {
  const entry = entries.get(shown ?? '');
  return entry === undefined ? [] : [`shown, and did not help: *${escapeWithin(entry.questions[0], 150)}*`];
}

function nearestOf({ candidates }: Carded, { entries }: Knowledge) {
  const known = candidates.flatMap(({ entry: id, confidence }) => {
    const entry = entries.get(id);
    return entry === undefined ? [] : [{ entry, confidence }];
  });
  return known.slice(0, MOST_NEAREST).map(({ entry, confidence }) => {
    const [, chance] = CHANCES.find(([least]) => confidence >= least) ?? CHANCES[2];
    return { id: entry.id, title: entry.questions[0], line: titled({ ...entry, short: `Near it: ${chance}` }) };
  });
}

function givenLines({ entry, answer }: Pick<Carded, 'entry' | 'answer'>, { entries }: Knowledge): string[] {
  const picked = entries.get(entry ?? '');
  return [
    ...(picked === undefined ? [] : [`*Sent:* the entry *${escapeWithin(picked.questions[0], 300)}*`]),
    ...(answer === null ? [] : [`*Sent:*\n${escapeWithin(answer, LONGEST_ANSWER)}`]),
  ];
}

/** In the card's thread, where a changed card alone would be overlooked. */
export function openAgainReply(): Reply {
  return plain('This question is open again: the last answer did not help.');
}

/** In the card's thread: the only word that leads get of whether it helped. */
export function itHelpedReply(): Reply {
  return plain('The answer helped whoever asked.');
}

/** The form for a lead's answer. */
export function answerModal({
  about,
  question,
  most,
  answer,
}: {
  about: string;
  question: string;
  most: number;
  answer: string;
}): ModalView {
  return modal('reply', {
    title: 'Answer a question',
    submit: 'Send',
    about,
    blocks: [
      ...sections(quoted(question)),
      inputOf({ label: 'Your answer', most, lines: true, initial: answer }),
      context(
        'It goes out under your name, and as not from the reviewed FAQ. Please leave out names and other details of patients.',
      ),
    ],
  });
}

/** In the place of that form, with how many are told. */
export function answerSentModal(told: number): ModalView {
  return modal('reply', { title: 'Answer a question', blocks: sections(passedOnText(told)) });
}

/** To a lead who has answered. */
export function passedOnText(told: number): string {
  if (told === 0) return 'Kept. Nobody asked to be told of the answer.';
  return told === 1 ? 'Passed on to whoever asked.' : `Passed on to the ${told} people who asked.`;
}

/** When somebody acts who is no lead. */
export function notALeadReply({ people, channel }: Leads): Reply {
  if (people.length > 0) return plain(`Only leads can do that: ${named(people)}.`);
  return plain(channel === null ? 'Only leads can do that.' : `Only those who are in <#${channel}> can do that.`);
}

/** When another lead was first. `ago`: milliseconds. */
export function takenReply(user: string | null, ago: number): Reply {
  const who = user === null ? 'Another lead' : `<@${escapeText(user)}>`;
  return plain(`${who} has claimed this, ${agoWords(ago)}. If it lies still, take it over with the card’s button.`);
}

/** When somebody else has acted at the same moment. */
export function changedMeanwhileReply(): Reply {
  return plain('Meanwhile somebody else has changed this: look at the card as it is now.');
}

/** The same under the field of a form. */
export function changedMeanwhileText(): string {
  return 'Meanwhile somebody else has changed this. Copy your text, close this form, and look at the card as it is now.';
}

/** When what a lead writes seems to hold a patient's details. */
export function detailsInAnswerText(details: readonly string[]): string {
  return `Not passed on: it seems to hold a person’s details (${details.join(', ')}). Please write it without them, and without names.`;
}

/** When an answer is too long, or empty. */
export function answerLengthText(most: number): string {
  return `Please write an answer of 1 to ${most} characters.`;
}

/** When what is acted on was closed, is kept no more, or cannot be reached now. */
export function closedAlreadyReply(): Reply {
  return plain('That was closed. Open it again with the card’s button first.');
}
export function notKeptAnyMoreReply(): Reply {
  return plain('That question is no longer kept: it was forgotten or is too old.');
}
export function notActedReply(): Reply {
  return plain('Sorry, that could not be kept just now, and nothing was changed. Please try again in a few minutes.');
}

/** "5 minutes ago". */
function agoWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
