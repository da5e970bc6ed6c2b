import type { ActionsBlock, KnownBlock } from '@slack/types';
import { type Calendar, dayOf, daysBetween } from '../knowledge/day.js';
import { button, buttons, context, menu, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { changeButton } from './to-change.js';

/** What people asked in vain, of one subject, and how it stands. */
export interface GapCard {
  id: string;
  state: keyof typeof STATES;
  /** How often, and by how many people. */
  asked: number;
  people: number;
  last: Date;
  /** The different words that are still kept, those that stand for the gap first; redacted. */
  wordings: readonly string[];
  /** How many of the questions that have their words still the FAQ answers now, with which entries. */
  answered: number;
  worded: number;
  answers: readonly string[];
  /** The different words that it does not answer yet. */
  unanswered: readonly string[];
  /** Entries that were voted down for it. */
  down: readonly string[];
  nearest: readonly { entry: string; confidence: number }[];
}

/** How a gap stands, in words for leads. */
export const STATES = { new: 'new', planned: 'planned', done: 'done', ignored: 'not ours' } as const;

/** Which gaps are shown. */
const SHOWS = {
  open: { label: 'Open: new and planned', states: ['new', 'planned'] },
  done: { label: 'Done: answered now', states: ['done'] },
  ignored: { label: 'Not ours', states: ['ignored'] },
} as const;
export type GapShow = keyof typeof SHOWS;

/** A page of gaps; pages count from 1. */
interface GapsPart {
  cards: readonly GapCard[];
  show: GapShow;
  page: number;
  calendar: Calendar;
}

/** What leads can say of a gap, by how it stands. What the FAQ answers needs nothing said. */
const SAY = {
  planned: 'Planned',
  done: 'Done',
  ignored: 'Not ours',
  new: 'Reopen',
} as const;

const ON_PAGE = 5;
/** Wordings of a gap that are shown beside the first, and characters of each. */
const MOST_WORDINGS = 3;
const LONGEST_WORDING = 150;

/** Entries that were voted down, and can be changed from a gap. */
const MOST_CHANGED = 2;

/** The gaps for leads, the heaviest first. */
export function gapsReply({ cards, show, page, calendar }: GapsPart): Reply {
  const shown = shownGaps(cards, show);
  const pages = Math.max(1, Math.ceil(shown.length / ON_PAGE));
  const at = Math.max(1, Math.min(page, pages));
  const head = headOf(shown.length, show);
  const told = shown.slice((at - 1) * ON_PAGE, at * ON_PAGE);
  const foot = [
    'What people asked in vain, grouped by likeness; names and what else could tell of a person are taken out.',
    ...(pages === 1 ? [] : [`Page ${at} of ${pages}.`]),
  ].join(' ');
  return {
    text: shorten([head, ...told.map((card) => gapText(card, calendar)), foot].join('\n\n'), LIMITS.text),
    blocks: [
      ...sections(head),
      ...told.flatMap((card): KnownBlock[] => [
        { type: 'divider' },
        ...sections(gapText(card, calendar)),
        ...sayRow(card, show, at),
      ]),
      { type: 'divider' },
      context(foot),
      turnRow(show, at, pages),
    ],
  };
}

/** Those that leads have to look at. */
export function openGaps(cards: readonly GapCard[]): GapCard[] {
  return shownGaps(cards, 'open');
}

/** A gap whose words are all gone tells a lead nothing that could be answered. */
export function shownGaps(cards: readonly GapCard[], show: GapShow): GapCard[] {
  const states: readonly string[] = SHOWS[show].states;
  return cards.filter(({ state, worded }) => states.includes(state) && (worded > 0 || state !== 'new'));
}

/** A gap in one line, for lists. */
export function heardLine({ wordings: [first], ...card }: GapCard, calendar: Calendar): string {
  return `${first === undefined ? 'Its words are no longer kept' : quote(first)}: ${heardOf(card, calendar)}`;
}

/** "3 people, 6 times, last today". */
export function heardOf(
  { people, asked, last }: Pick<GapCard, 'people' | 'asked' | 'last'>,
  calendar: Calendar,
): string {
  return `${counted(people, 'person', 'people')}, ${counted(asked, 'time', 'times')}, last ${agoOf(last, calendar)}`;
}

function headOf(count: number, show: GapShow): string {
  if (show === 'done') return `*${count} ${gaps(count)} done*`;
  if (show === 'ignored') return `*${count} ${gaps(count)} not ours*`;
  return count === 0 ? '*No open gaps.* Whatever was asked lately found its answer.' : `*${count} open ${gaps(count)}*`;
}

function gaps(count: number): string {
  return count === 1 ? 'gap' : 'gaps';
}

/** `3 people, 6 times, last today: "can we do it over a metal plate"`, and what is near. */
export function gapText(card: GapCard, calendar: Calendar): string {
  const [first, ...others] = card.wordings;
  const heard = heardOf(card, calendar);
  const also = others.slice(0, MOST_WORDINGS).map(quote);
  const more = others.length - also.length;
  return [
    first === undefined ? '*Its words are no longer kept.*' : `*${quote(first)}*`,
    card.state === 'new' ? heard : `${heard} · ${STATES[card.state]}`,
    ...(also.length === 0 ? [] : [`Also: ${also.join(' · ')}${more === 0 ? '' : ` and ${more} more`}`]),
    ...(card.down.length === 0 ? [] : [`Voted down: ${card.down.join(', ')}`]),
    ...nowLine(card),
  ].join('\n');
}

/** What the FAQ says to the kept words now, found by asking it. */
function nowLine(card: GapCard): string[] {
  if (card.answered > 0) return answeredLines(card);
  const { nearest, worded } = card;
  if (nearest.length === 0) return worded === 0 ? [] : ['Nearest: nothing'];
  return [`Nearest: ${nearest.map(({ entry, confidence }) => `${entry} ${confidence.toFixed(2)}`).join(' · ')}`];
}

/** How much of a gap the FAQ answers now, and what it does not; nothing where it answers none of it. */
export function answeredLines({ answered, worded, answers, unanswered }: GapCard): string[] {
  if (answered === 0) return [];
  const open = unanswered.slice(0, MOST_WORDINGS).map(quote).join(' · ');
  return [
    `The FAQ answers ${answered} of ${worded} now: ${answers.join(', ')}`,
    ...(open === '' ? [] : [`Not yet: ${open}`]),
  ];
}

function sayRow(card: GapCard, show: GapShow, page: number): ActionsBlock[] {
  return [gapForms(card), gapSays(card, show, page)].filter(({ elements }) => elements.length > 0);
}

/** The forms that close a gap; none where nothing is left to write for it. */
export function gapForms(card: GapCard): ActionsBlock {
  const about = aboutOf(card);
  const forms = [
    { label: 'Add to an entry', value: `wordings ${card.id}`, spoken: `Add to an entry: ${about}` },
    { label: 'Draft an answer', value: `draft ${card.id}`, spoken: `Draft an answer: ${about}` },
  ];
  const add = buttons('add', worked(card) ? [] : forms);
  if (worked(card)) return add;
  // What was voted down is mended in its own words, as a rule.
  const change = card.down
    .slice(0, MOST_CHANGED)
    .map((id, at) => changeButton({ id, questions: [id] }, `Change ${id}`, at));
  return { ...add, elements: [...add.elements, ...change] };
}

/** What a lead can say of a gap; the page that it is said on is shown once more. */
export function gapSays(card: GapCard, show: GapShow, page: number): ActionsBlock {
  const choices = saidOf(card).map((state) => ({
    label: SAY[state],
    value: `${state} ${card.id} ${show} ${page}`,
    spoken: `${SAY[state]}: ${aboutOf(card)}`,
  }));
  return buttons('gap', choices);
}

function aboutOf({ wordings: [first] }: GapCard): string {
  return first ?? 'words no longer kept';
}

/** Whether nothing is left to write for it. */
function worked({ state, worded }: GapCard): boolean {
  return worded === 0 || state === 'done' || state === 'ignored';
}

function saidOf({ state, answered, worded }: GapCard): (keyof typeof SAY)[] {
  switch (state) {
    case 'new':
      return ['planned', 'ignored'];
    case 'planned':
      return ['done', 'ignored'];
    case 'ignored':
      return ['new'];
    case 'done':
      return worded > 0 && answered === worded ? [] : ['new'];
    default:
      return state satisfies never;
  }
}

function turnRow(show: GapShow, page: number, pages: number): ActionsBlock {
  const turns = [
    ...(page > 1 ? [{ label: 'Previous page', value: `${show} ${page - 1}` }] : []),
    ...(page < pages ? [{ label: 'Next page', value: `${show} ${page + 1}` }] : []),
  ];
  const shows = Object.entries(SHOWS).map(([value, { label }]) => ({ label, value: `${value} 1` }));
  return {
    type: 'actions',
    elements: [...turns.map((turn, at) => button('gaps', turn, at)), menu('gaps', 'Show', shows)],
  };
}

/** When the gaps cannot be read or kept now. */
export function gapsNotReadReply(): Reply {
  return plain('Sorry, the gaps could not be read or kept just now. Please try again in a few minutes.');
}

/** Which page of which gaps a button means; the first of the open ones where it is none of ours. */
export function readGapsValue(value: string): { show: GapShow; page: number } {
  const [show = '', page] = value.split(' ');
  return { show: Object.hasOwn(SHOWS, show) ? (show as GapShow) : 'open', page: Number(page) || 1 };
}

/** What a lead says of which gap, and the page that it was said on; null where the value is none of ours. */
export function readGapValue(
  value: string,
): { state: GapCard['state']; id: string; show: GapShow; page: number } | null {
  const [state = '', id, ...where] = value.split(' ');
  if (!id || !Object.hasOwn(SAY, state)) return null;
  return { state: state as GapCard['state'], id, ...readGapsValue(where.join(' ')) };
}

function quote(wording: string): string {
  return `“${escapeWithin(wording.replaceAll('*', '').replace(/\s+/g, ' '), LONGEST_WORDING)}”`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "today", "yesterday", "5 days ago". */
function agoOf(at: Date, { today, timeZone }: Calendar): string {
  const days = daysBetween(dayOf(at, timeZone), today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
