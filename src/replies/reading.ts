import type { KnownBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { cautionOf, evidenceLine } from './answer.js';
import { leadRow } from './ask-lead.js';
import { buttons, type Choice, context, notice, sections } from './blocks.js';
import { askLead, type Leads } from './leads.js';

import { LIMITS, shorten } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';
import { titled } from './titled.js';
import { topicMenu } from './topics.js';
import { type Ways, waysRow } from './ways.js';

/** What a press on the reading path does. */
const ACTS = ['open', 'again', 'got', 'unclear', 'skip', 'on', 'back', 'all', 'show'] as const;
type Act = (typeof ACTS)[number];

/** How far somebody is on the reading path. */
export interface Progress {
  units: number;
  entries: number;
  /** Entries that were read as they are now. Null where that cannot be looked up. */
  read: number | null;
  /** Minutes that the rest takes, or all of it where that cannot be looked up. */
  minutes: number;
}

/** An entry as a card of the reading path. */
export interface ReadingCard {
  entry: Entry;
  /** What tells its text from an earlier one. */
  version: string;
  unit: { number: number; title: string };
  progress: Progress;
  standing: 'new' | 'changed' | 'skipped' | 'read' | 'unclear';
  /** Whether a card stands before it, and whether another one is left to go on with. */
  hasBefore: boolean;
  hasOther: boolean;
}

/** Characters of a unit's title, and of a card's. */
const LONGEST_TITLE = 300;
/** Unclear entries that are listed at the end. */
const MOST_UNCLEAR = 5;

const STANDINGS: Record<ReadingCard['standing'], string> = {
  new: '',
  changed: '*Changed since you read it.*',
  skipped: 'You skipped this one.',
  read: 'You have read this one.',
  unclear: 'You marked this one as unclear.',
};

/** The act, entry and version in a button's value; null where it is none of ours. */
export function readReadingValue(value: string): { act: Act; entry: string; version: string } | null {
  const [name = '', entry = '', version = ''] = value.split(' ');
  const act = ACTS.find((each) => each === name);
  return act === undefined ? null : { act, entry, version };
}

/**
 * A card: title and answer in one sentence, with its caution, and what one can do. `whole` is the entry as an answer, in place of
 * that: once it is asked for, and where there is no sentence. `notes` stand above.
 */
export function cardReply(card: ReadingCard, whole: Reply | null, notes: readonly Reply[]): Reply {
  const { entry, unit, progress, standing } = card;
  const place = [`*${escapeWithin(unit.title, LONGEST_TITLE)}*`, placeLine(unit.number, progress), STANDINGS[standing]];
  const head = place.filter(Boolean).join('\n');
  // The answer begins with a bold line of its own.
  const title = escapeWithin(entry.questions[0], LONGEST_TITLE);
  const body =
    whole === null
      ? briefly(entry)
      : { text: `${title}\n\n${whole.text}`, blocks: [...sections(title), ...whole.blocks] };
  const choices = choicesOf(card, whole !== null);
  const ways = `Buttons: ${choices.map(({ label }) => label).join(' · ')}`;
  return {
    text: shorten([...textsOf(notes), head, body.text, ways].join('\n\n'), LIMITS.text),
    blocks: [...blocksOf(notes), context(head), ...body.blocks, buttons('learn', choices)],
  };
}

/** "Unit 2 of 4 · 7 of 16 read · about 6 min left". */
function placeLine(unit: number, { units, entries, read, minutes }: Progress): string {
  const place = `Unit ${unit} of ${units}`;
  if (read === null) return `${place} · ${entries} in all, about ${minutes} min`;
  return `${place} · ${read} of ${entries} read${read === entries ? '' : ` · about ${minutes} min left`}`;
}

/** What is to be known at once: nothing of it is behind a button. */
function briefly(entry: Entry): Reply {
  const title = titled(entry);
  const caution = cautionOf(entry);
  const evidence = evidenceLine(entry);
  return {
    text: [title, ...(caution === null ? [] : [caution]), evidence].join('\n\n'),
    blocks: [...sections(title), ...(caution === null ? [] : [notice(caution, 'warning')]), context(evidence)],
  };
}

function choicesOf({ entry, version, standing, hasBefore, hasOther }: ReadingCard, whole: boolean): Choice[] {
  const choice = (act: Act, label: string): Choice => ({
    label,
    value: `${act} ${entry.id} ${version}`,
    spoken: `${label}: ${entry.questions[0]}`,
  });
  const isRead = standing === 'read' || standing === 'unclear';
  return [
    { ...(isRead ? choice('on', 'Next') : choice('got', 'Got it')), first: true },
    ...(whole ? [] : [choice('all', 'Read all')]),
    standing === 'unclear' ? choice('got', 'Got it now') : choice('unclear', 'Unclear, ask a lead'),
    ...(hasBefore ? [choice('back', 'Back')] : []),
    ...(isRead || !hasOther ? [] : [choice('skip', 'Skip')]),
  ];
}

/** When all cards are read: what is unclear still, and the ways on. */
export function allReadReply(
  { entries }: Progress,
  unclear: readonly Entry[],
  ways: Ways,
  notes: readonly Reply[],
): Reply {
  const head = `*You have read all ${entries} of them.* Where an answer changes, it comes back here.`;
  const shown = unclear.slice(0, MOST_UNCLEAR);
  const rest = unclear.length - shown.length;
  const listed = `Unclear to you${rest === 0 ? '' : `, and ${rest} more`}:`;
  const again = shown.map(({ id, questions }) => ({
    ...sections(escapeWithin(questions[0], LONGEST_TITLE))[0],
    accessory: buttons('learn', [{ label: 'Read again', value: `show ${id}`, spoken: `Read again: ${questions[0]}` }])
      .elements[0],
  })) as KnownBlock[];
  const titles = shown.map(({ questions }) => `• ${escapeWithin(questions[0], LONGEST_TITLE)}`);
  return {
    text: shorten(
      [...textsOf(notes), head, ...(shown.length === 0 ? [] : [listed, ...titles])].join('\n'),
      LIMITS.text,
    ),
    blocks: [
      ...blocksOf(notes),
      ...sections(head),
      ...(shown.length === 0 ? [] : [...sections(listed), ...again]),
      ...waysRow(ways),
    ],
  };
}

/** After the last card while nothing can be kept. */
export function lastCardReply(ways: Ways, notes: readonly Reply[]): Reply {
  const text = `*That was the last card.* ${NOT_KEPT}`;
  return {
    text: [...textsOf(notes), text].join('\n\n'),
    blocks: [...blocksOf(notes), ...sections(text), ...waysRow(ways)],
  };
}

const NOT_KEPT = 'What you have read can neither be looked up nor kept just now. You can read on all the same.';

/** Above a card while the store is away. */
export function notKeptNote(): Reply {
  return plain(NOT_KEPT);
}

/** Above a card whose entry was changed after the card that was pressed was shown. */
export function changedNote(): Reply {
  return plain('This answer was changed meanwhile. Here it is as it is now.');
}

/** Above the next card where the one that was pressed is no longer on the path. */
export function offPathNote(): Reply {
  return plain('That card is no longer on the reading path.');
}

/** Above the next card, once something is marked as unclear: whom to ask, or the way to ask at once. */
export function unclearNote({ id, questions }: Entry, leads: Leads): Reply {
  const marked = `Marked as unclear: _${escapeWithin(questions[0], LONGEST_TITLE)}_`;
  const row = leadRow(leads, id);
  const text = row.length === 0 ? `${marked} ${askLead(leads)}` : marked;
  return { text, blocks: [...sections(text), ...row] };
}

function textsOf(notes: readonly Reply[]): string[] {
  return notes.map(({ text }) => text);
}

function blocksOf(notes: readonly Reply[]): KnownBlock[] {
  return notes.flatMap(({ blocks }) => blocks);
}

/** Where the FAQ has no reading path. */
export function noPathReply(knowledge: Knowledge): Reply {
  const text = 'This FAQ has no reading path. Ask me anything, or look through the topics.';
  return { text, blocks: [...sections(text), ...topicMenu(knowledge)] };
}

/** A line with the way to the reading path: for whoever comes first, and on the Home. */
export function pathOffer(progress: Pick<Progress, 'entries' | 'read' | 'minutes'>): KnownBlock[] {
  const { said, label } = offerTo(progress);
  const { elements } = buttons('learn', [{ label, value: 'open', spoken: `${label}: the reading path` }]);
  return [{ ...sections(said)[0], block_id: 'reading path', accessory: elements[0] } as KnownBlock];
}

function offerTo({ entries, read, minutes }: Pick<Progress, 'entries' | 'read' | 'minutes'>) {
  const all = `${entries} short cards, about ${minutes} min`;
  if (read === null)
    return { said: `*The reading path:* ${all}. How far you are cannot be looked up just now.`, label: 'Read' };
  if (read === 0) return { said: `*New here?* The reading path: ${all}, then a quiz.`, label: 'Begin' };
  if (read < entries)
    return { said: `*The reading path:* ${read} of ${entries} read · about ${minutes} min left`, label: 'Read on' };
  return { said: `*The reading path:* all ${entries} read`, label: 'Look again' };
}
