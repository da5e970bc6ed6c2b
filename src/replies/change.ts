import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { type Entry, EVIDENCE, type Knowledge, MOST_FEATURED, type Source } from '../knowledge/entry.js';
import { context, optionsOf, sections } from './blocks.js';
import { choiceField, type Filled, lookUpManyField, type Notes, textField, withNotes } from './fields.js';
import { LIMITS, shorten } from './limits.js';
import { modal } from './modal.js';
import { escapeWithin } from './mrkdwn.js';
import { placeText } from './to-change.js';
import { MOST, NO_PATIENTS, newSourceField, reviewerField, sourceOptions, whyField, YES_OR_NO } from './workshop.js';

/** What "nothing is stated" is called among the strengths of evidence: Slack lets nobody empty a menu of one. */
export const NOT_STATED = 'none';

/** What stands in the form that changes an entry, by field. */
export interface Changed {
  entry: Entry;
  /** What stands in each field: of the entry, or as it was typed. */
  filled: Filled;
  /** What is told above a field. */
  notes: Notes;
  /** Tells in a field's id what stood there when the form was opened. */
  tagOf(field: string): string;
  clinician: boolean;
}

/** The fields of an entry that the form has, by the names of its YAML; `title` is the first of `questions`, `wordings` the others. */
const LABELS = {
  short: 'The answer in one sentence',
  answer: 'The answer',
  sources: 'Sources',
  evidence: 'Strength of evidence',
  evidence_note: 'On the evidence, where one word is not enough',
  safety: 'Could a wrong answer harm a patient?',
  title: 'The question, as people see it',
  wordings: 'How else people ask it',
  watch_for: 'Words that must not be passed over',
  related: 'Related questions',
  featured: 'Is it one of the questions to begin with?',
  tests: 'Questions that it must win',
  review_every: 'Months until it is due for review again',
} as const;

/** Characters of a source in the list of marks. */
const LONGEST_SOURCE = 70;
/** Characters of a list that stand in one field: the rest is room for more. */
const PIECE = 2500;

/** The form that changes an entry. */
export function changeModal(changed: Changed, knowledge: Knowledge): ModalView {
  const { entry, filled, notes, tagOf, clinician } = changed;
  const first = (name: string) => filled[name]?.[0] ?? '';
  const id = (name: string, piece = 1) => `${name}${piece === 1 ? '' : piece}.${tagOf(name)}`;
  const text = (
    name: keyof typeof LABELS,
    more: { hint: string; most: number; lines?: boolean; optional?: boolean },
  ) => {
    const of = { name: id(name), label: LABELS[name], ...more };
    return fits(first(name)) ? roomy(of, first(name)) : inFile(name, first(name), entry);
  };
  const lines = (name: keyof typeof LABELS, hint: string) => {
    const pieces = inPieces(first(name).split('\n'));
    return pieces.map((piece, at) =>
      textField(
        {
          name: id(name, at + 1),
          label: pieces.length === 1 ? LABELS[name] : `${LABELS[name]} (${at + 1} of ${pieces.length})`,
          hint,
          most: LIMITS.typed,
          lines: true,
          optional: true,
        },
        piece,
      ),
    );
  };
  const picked = (name: 'sources' | 'related') => filled[name] ?? [];
  const evidence = [
    ...Object.entries(EVIDENCE).map(([word, means]) => ({ label: `${word}: ${means}`, value: word })),
    { label: 'not stated', value: NOT_STATED },
  ];
  return modal('change', {
    title: 'Change an entry',
    submit: 'See what changes',
    about: entry.id,
    blocks: withNotes(
      [
        ...sections(`*${escapeWithin(entry.questions[0], 300)}*`),
        context(placeText(entry), 'Nothing is written before you have seen what it changes.'),
        text('short', { hint: 'It stands first, in bold.', most: MOST.short, optional: true }),
        text('answer', {
          hint: '[1] marks the first source of the list; "- " begins a bullet, **bold** is bold.',
          most: LIMITS.typed,
          lines: true,
        }),
        // Marks and sources are changed together: without the one the other would stand for something else.
        ...(fits(first('answer'))
          ? [
              context(...marksOf(entry, knowledge)),
              lookUpManyField(
                {
                  name: id('sources'),
                  label: LABELS.sources,
                  hint: `Marks stand for the sources as they are numbered above; one more is [${entry.sources.length + 1}]. They are numbered anew where one goes.`,
                  what: 'cite',
                  placeholder: 'Author, year or title',
                  optional: true,
                },
                sourceOptions(picked('sources'), knowledge),
              ),
              newSourceField(first('source')),
            ]
          : []),
        choiceField({ name: id('evidence'), label: LABELS.evidence, choices: evidence }, first('evidence')),
        text('evidence_note', { hint: 'One sentence.', most: MOST.note, optional: true }),
        choiceField(
          {
            name: id('safety'),
            label: LABELS.safety,
            hint: 'Where it is yes before or after, a second lead publishes the change.',
            choices: YES_OR_NO,
            open: true,
          },
          first('safety'),
        ),
        text('title', { hint: NO_PATIENTS, most: MOST.title }),
        ...lines('wordings', `One a line. ${NO_PATIENTS}`),
        ...lines('watch_for', 'One a line: words that bring this entry to the eye whatever else is asked.'),
        lookUpManyField(
          { name: id('related'), label: LABELS.related, what: 'pick', placeholder: 'Type a few words', optional: true },
          optionsOf(
            picked('related').map((each) => ({
              label: knowledge.entries.get(each)?.questions[0] ?? each,
              value: each,
            })),
          ),
        ),
        choiceField(
          {
            name: id('featured'),
            label: LABELS.featured,
            hint: `People are shown ${MOST_FEATURED} of them, on the Home and beside the messages.`,
            choices: YES_OR_NO,
            open: true,
          },
          first('featured'),
        ),
        ...lines('tests', 'One a line, in other words than its phrasings. The bot does not learn them.'),
        text('review_every', { hint: 'Empty: twelve.', most: MOST.months, optional: true }),
        ...(clinician ? [reviewerField(first('reviewer'), REVIEWER_HINT)] : []),
        whyField(first('why')),
      ],
      notes,
    ),
  });
}

const REVIEWER_HINT =
  'Your name and profession, where you have read what you change beside its sources. Empty: the entry is to be reviewed anew.';

/** "[1] Cheatham SW (2016)": for what the marks of an answer stand. */
function marksOf(entry: Entry, { sources }: Knowledge): string[] {
  const listed = entry.sources.map(
    (id, at) => `[${at + 1}] ${escapeWithin(briefly(sources.get(id), id), LONGEST_SOURCE)}`,
  );
  const most = LIMITS.contextElements - 1;
  return listed.length <= most ? listed : [...listed.slice(0, most), listed.slice(most).join(' · ')];
}

/** A source by its first author and year. */
export function briefly(source: Source | undefined, id: string): string {
  const { citation = id } = source ?? {};
  const [, author = '', year = ''] = /^([^,(]{1,50}).*?(\(\d{4}\w?\))/s.exec(citation) ?? [];
  return author === '' ? citation : `${author.trim()} ${year}`;
}

function fits(value: string): boolean {
  return value.length <= LIMITS.typed;
}

/** A field that holds what stands there today, longer though that may be than it should. */
function roomy(of: Parameters<typeof textField>[0], value: string): InputBlock {
  return textField({ ...of, most: Math.max(of.most, value.length) }, value);
}

/** In place of a field that Slack would not take. */
function inFile(name: keyof typeof LABELS, value: string, { place }: Entry): KnownBlock {
  const more = name === 'answer' ? ' So do its sources, since its marks stand for them.' : '';
  return context(
    `*${LABELS[name]}* has ${value.length} characters, and a form holds ${LIMITS.typed}. It is changed in the file: \`${place.file}:${place.line}\`.${more}`,
  );
}

/** A list over as many fields as it takes, with room for more in each. */
function inPieces(items: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const item of items) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + item.length <= PIECE) pieces[pieces.length - 1] = `${last}\n${item}`;
    else pieces.push(item);
  }
  return pieces;
}

/** Under a field of the form. */
export const CHANGE_FAULTS = {
  nothing: 'Nothing is changed yet.',
  noTitle: 'Please write the question as people see it.',
  noAnswer: 'Please write the answer.',
  takenOut: (mark: number, source: string) =>
    `[${mark}] stands for “${shorten(source, 80)}”, which you have taken out. Take the mark out too, or keep the source.`,
  months: ({ least, most }: { least: number; most: number }) =>
    `Please write a whole number of months from ${least} to ${most}, or nothing: then it is twelve.`,
  marked: 'The answer is as it was: “Mark reviewed” in `/iastm review` writes who has reviewed it.',
} as const;

/** Above a field that somebody else has changed since the form was opened. */
export const MEANWHILE = {
  theirs: 'Somebody else has changed this meanwhile: here it is as it is now.',
  both: (now: string) =>
    `Somebody else has changed this meanwhile. What you typed stands below, and takes its place if you send it again. It says now: ${now}`,
  marks: ' Marks stand for the sources as they are numbered now.',
} as const;
