import type { KnownBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { cautionOf } from './answer.js';
import { button, buttons, context, notice, sections } from './blocks.js';
import { citation } from './evidence.js';
import { LIMITS, shorten } from './limits.js';
import { mrkdwn } from './markdown.js';
import { escapeWithin } from './mrkdwn.js';
import type { Reply } from './reply.js';
import { topicMenu } from './topics.js';
import { type Ways, waysRow } from './ways.js';

/** What a press on the quiz does. */
export type QuizPress =
  | { act: 'start' | 'more' }
  /** The next question; `after` is the one before, for while nothing can be kept. */
  | { act: 'next'; after: string }
  /** An option of a question; `tries` is the number of this answer. */
  | { act: 'pick'; item: string; tries: number; option: string };

/** Where a question stands among those of its sitting. */
export interface QuizPlace {
  /** Null where that cannot be looked up. */
  number: number | null;
  of: number;
  /** True where it was missed today. */
  again: boolean;
  /** Questions that were missed today, and come back. */
  back: number;
}

/** A question with its options as they are shown. */
export interface QuizCard {
  item: string;
  question: string;
  /** The number of the answer that is waited for. */
  tries: number;
  options: readonly { id: string; text: string }[];
  place: QuizPlace;
}

/** What came of a choice. */
export interface QuizAnswer {
  item: string;
  question: string;
  chose: string;
  right: string;
  isRight: boolean;
  /** In Markdown, word for word from the entry. */
  quote: string;
  /** The numbers of the sources that it is marked with. */
  marks: readonly number[];
  entry: Entry;
  place: QuizPlace;
}

/** Letters of options. */
const LETTERS = 'ABCDEFGHIJ';
/** Characters of a question, of an option and of a quote. */
const LONGEST_QUESTION = 500;
const LONGEST_OPTION = 300;
const LONGEST_QUOTE = 1500;
/** Characters of one citation, and citations under a quote. */
const LONGEST_CITATION = 300;
const MOST_CITED = 4;

/** Null for a value that none of our buttons has. */
export function readQuizValue(value: string): QuizPress | null {
  const [act, item = '', tries = '', option = ''] = value.split(' ');
  if (act === 'start' || act === 'more') return { act };
  if (act === 'next') return { act, after: item };
  if (act !== 'pick' || option === '' || !/^\d{1,6}$/.test(tries)) return null;
  return { act, item, tries: Number(tries), option };
}

/** A question. An option stands whole beside its letter: a phone cuts what stands on a button. */
export function questionReply({ item, question, tries, options, place }: QuizCard, notes: readonly string[]): Reply {
  const head = headOf(place);
  const asked = `*${escapeWithin(question, LONGEST_QUESTION)}*`;
  const lettered = options
    .slice(0, LETTERS.length)
    .map(({ id, text }, at) => ({ id, text, letter: LETTERS[at] ?? '' }));
  const rows = lettered.map(({ id, text, letter }, at): KnownBlock => {
    const choice = { label: letter, value: `pick ${item} ${tries} ${id}`, spoken: `${letter}: ${text}` };
    return {
      type: 'section',
      text: { type: 'mrkdwn', text: optionLine(letter, text), verbatim: true },
      accessory: button('quiz', choice, at),
    };
  });
  const lines = lettered.map(({ letter, text }) => optionLine(letter, text));
  return {
    text: shorten([...notes, head, asked, ...lines, 'Choose one with its button.'].join('\n'), LIMITS.text),
    blocks: [...notes.flatMap(sections), context(head), ...sections(asked), ...rows],
  };
}

function optionLine(letter: string, text: string): string {
  return `*${letter}*  ${escapeWithin(text, LONGEST_OPTION)}`;
}

/** "Quiz · 3 of 8", or that a question comes once more. */
function headOf({ number, of, again, back }: QuizPlace): string {
  if (again) return `Quiz · once more, since you missed it today${back > 1 ? ` · ${back - 1} more after it` : ''}`;
  return number === null ? 'Quiz' : `Quiz · ${number} of ${of}`;
}

/** "3 of 8 · 1 comes back today". */
function placeAfter({ number, of, again, back }: QuizPlace): string {
  const comes = back === 0 ? '' : ` · ${back} ${back === 1 ? 'comes' : 'come'} back today`;
  if (again) return `Once more${back === 0 ? ' · nothing else comes back today' : comes}`;
  return number === null ? 'Quiz' : `${number} of ${of}${comes}`;
}

/** Right or wrong, and the words of the FAQ that say so, with their source. */
export function feedbackReply(answer: QuizAnswer, knowledge: Knowledge, notes: readonly string[]): Reply {
  const { item, question, chose, right, isRight, entry, place } = answer;
  const option = (text: string) => escapeWithin(text, LONGEST_OPTION);
  const verdict = isRight
    ? `*Right:* ${option(chose)}`
    : `*Not right.* You chose: ${option(chose)}\n*Right is:* ${option(right)}`;
  const asked = escapeWithin(question, LONGEST_QUESTION);
  const quoted = mrkdwn(shorten(answer.quote, LONGEST_QUOTE));
  const said = `The FAQ says:\n${quoted
    .split('\n')
    .map((line) => `&gt; ${line}`)
    .join('\n')}`;
  const from = sourceLines(answer, knowledge);
  const caution = cautionOf(entry);
  const title = entry.questions[0];
  const head = placeAfter(place);
  const next = button('quiz', { label: 'Next', value: `next ${item}`, first: true });
  const read = button('read', { label: 'Read all', value: entry.id, spoken: `Read all: ${title}` });
  const sources = button('evidence', { label: 'Sources', value: entry.id, spoken: `Sources: ${title}` });
  const cautions = caution === null ? [] : [caution];
  return {
    text: shorten([...notes, verdict, asked, said, ...from, ...cautions, head].join('\n\n'), LIMITS.text),
    blocks: [
      ...notes.flatMap(sections),
      ...sections(`${asked}\n${verdict}`),
      ...sections(said),
      context(...from),
      ...cautions.map((text) => notice(text, 'warning')),
      context(head),
      { type: 'actions', elements: [next, read, sources] },
    ],
  };
}

/**
 * From which entry a quote is, and what its words rest on: the sources that it is marked with, or how many the entry has. A mark of the
 * sentence beside it supports that one, so it is not shown.
 */
function sourceLines({ entry, marks }: QuizAnswer, { sources }: Knowledge): string[] {
  const cited = marks.slice(0, MOST_CITED).flatMap((mark) => {
    const source = sources.get(entry.sources[mark - 1] ?? '');
    return source === undefined ? [] : [`[${mark}] ${citation(source, LONGEST_CITATION)}`];
  });
  const { length } = entry.sources;
  const rests = cited.length > 0 ? '' : `, which rests on ${length} ${length === 1 ? 'source' : 'sources'}`;
  return [`From “${escapeWithin(entry.questions[0], LONGEST_OPTION)}”${rests}`, ...cited];
}

/** How far somebody is with the quiz. */
export interface QuizStanding {
  questions: number;
  /** Right on two different days. */
  known: number;
  /** Questions that could be asked today still. */
  waiting: number;
  /** The next day on which one comes back, and how many then. Null where none does. */
  next: { inDays: number; count: number } | null;
}

/** When nothing is left of a sitting, and the ways on. */
export function sittingOverReply(standing: QuizStanding, ways: Ways, notes: readonly string[]): Reply {
  const { questions, known, waiting } = standing;
  const lines = [
    '*That is enough for now.*',
    `You know ${known} of ${questions}: right on two different days each.`,
    ...(waiting === 0 ? [] : [`${waiting} more can be asked today, if you like.`]),
    ...comesBack(standing),
  ];
  const more = waiting === 0 ? [] : [buttons('quiz', [{ label: 'Go on with the quiz', value: 'more', first: true }])];
  const text = lines.join('\n');
  return {
    text: shorten([...notes, text].join('\n\n'), LIMITS.text),
    blocks: [...notes.flatMap(sections), ...sections(text), ...more, ...waysRow(ways)],
  };
}

function comesBack({ next }: QuizStanding): string[] {
  if (next === null) return [];
  const { inDays, count } = next;
  const when = inDays <= 1 ? 'tomorrow' : `in ${inDays} days`;
  return [`${count === 1 ? 'One comes' : `${count} come`} back ${when}.`];
}

/** After the last question while nothing can be kept. */
export function lastQuestionReply(ways: Ways): Reply {
  const text = `*That was the last question.* ${notCountedNote()}`;
  return { text, blocks: [...sections(text), ...waysRow(ways)] };
}

/** Above a question or its feedback while the store is away. */
export function notCountedNote(): string {
  return 'Answers can neither be looked up nor kept just now, so this does not count. You can go on all the same.';
}

/** Above the feedback to a card that was answered before. */
export function answeredBeforeNote(): string {
  return 'You have answered this card before: only the first answer counts.';
}

/** Above the next question where the one that was answered is no longer asked as it was. */
export function otherQuestionNote(): string {
  return 'That question is no longer asked like this.';
}

/** Where the FAQ has no quiz. */
export function noQuizReply(knowledge: Knowledge): Reply {
  const text = 'This FAQ has no quiz. Ask me anything, or look through the topics.';
  return { text, blocks: [...sections(text), ...topicMenu(knowledge)] };
}

/** A line with the way to the quiz, on the Home. */
export function quizOffer({ questions, known, waiting }: QuizStanding): KnownBlock[] {
  const today = waiting === 0 ? 'nothing for today' : `${waiting} for today`;
  const said = `*The quiz:* ${known} of ${questions} known · ${today}`;
  const accessory = button('quiz', { label: 'Take the quiz', value: 'start' });
  return [{ ...sections(said)[0], block_id: 'quiz', accessory } as KnownBlock];
}
