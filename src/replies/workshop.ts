import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { EVIDENCE, type Knowledge } from '../knowledge/entry.js';
import { buttons, context, optionsOf, sections } from './blocks.js';
import { choiceField, type Filled, lookUpField, lookUpManyField, type Notes, textField, withNotes } from './fields.js';
import { LIMITS } from './limits.js';
import { entryOptions } from './lookup.js';
import { modal } from './modal.js';
import type { Reply } from './reply.js';
import { changeMenu } from './to-change.js';

/** Characters of what is typed into the forms. */
export const MOST = {
  title: 150,
  wordings: 1500,
  short: 160,
  answer: 2500,
  note: 200,
  source: 500,
  name: 100,
  months: 10,
  why: 300,
} as const;
export const YES_OR_NO = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
];
export const NO_PATIENTS = 'Please leave out names and other details of patients.';

/** The ways to begin, for whoever says "add". */
export function beginReply(): Reply {
  const said = '*Something that the FAQ should answer?* Nothing is published before you have seen what it changes.';
  const begin = buttons('add', [
    { label: 'Add to an entry', value: 'wordings' },
    { label: 'Draft an answer', value: 'draft' },
  ]);
  return {
    text: `${said} Add to an entry, draft an answer, or change an entry.`,
    blocks: [...sections(said), { ...begin, elements: [...begin.elements, changeMenu()] }],
  };
}

const first = (filled: Filled, name: string) => filled[name]?.[0] ?? '';

/** Asks which entry answers some wordings. */
export function wordingsModal(filled: Filled, knowledge: Knowledge, notes: Notes = {}): ModalView {
  const entry = knowledge.entries.get(first(filled, 'entry'));
  return modal('wordings', {
    title: 'Add to an entry',
    submit: 'See what changes',
    blocks: withNotes(
      [
        lookUpField(
          { name: 'entry', label: 'Which entry answers it?', what: 'pick', placeholder: 'Type a few words' },
          entryOptions(entry === undefined ? [] : [entry]),
        ),
        textField(
          {
            name: 'wordings',
            label: 'How people ask it',
            hint: `One a line, as people type it. ${NO_PATIENTS}`,
            most: MOST.wordings,
            lines: true,
          },
          first(filled, 'wordings'),
        ),
        whyField(first(filled, 'why')),
      ],
      notes,
    ),
  });
}

/** Asks for a whole entry. `clinician`: whoever fills it in may also have reviewed it. */
export function draftModal(
  filled: Filled,
  knowledge: Knowledge,
  { clinician, notes = {} }: { clinician: boolean; notes?: Notes },
): ModalView {
  const topics = [...knowledge.topics.values()].map(({ id, title }) => ({ label: title, value: id }));
  const evidence = Object.entries(EVIDENCE).map(([word, means]) => ({ label: `${word}: ${means}`, value: word }));
  return modal('draft', {
    title: 'Draft an answer',
    submit: 'See what changes',
    blocks: withNotes(
      [
        textField({ name: 'title', label: 'The question, as people see it', most: MOST.title }, first(filled, 'title')),
        textField(
          {
            name: 'wordings',
            label: 'How else people ask it',
            hint: `One a line, eight or more if you can. ${NO_PATIENTS}`,
            most: MOST.wordings,
            lines: true,
            optional: true,
          },
          first(filled, 'wordings'),
        ),
        textField(
          { name: 'short', label: 'The answer in one sentence', hint: 'It stands first, in bold.', most: MOST.short },
          first(filled, 'short'),
        ),
        textField(
          {
            name: 'answer',
            label: 'The answer',
            hint: '60 to 120 plain words. [1] marks what the first source supports; "- " begins a bullet, **bold** is bold.',
            most: MOST.answer,
            lines: true,
          },
          first(filled, 'answer'),
        ),
        lookUpManyField(
          {
            name: 'sources',
            label: 'Sources',
            hint: '[1] marks the one that you pick first.',
            what: 'cite',
            placeholder: 'Author, year or title',
            optional: true,
          },
          sourceOptions(filled.sources ?? [], knowledge),
        ),
        newSourceField(first(filled, 'source')),
        choiceField({ name: 'topic', label: 'Topic', choices: topics }, first(filled, 'topic')),
        choiceField(
          { name: 'evidence', label: 'Strength of evidence', choices: evidence, optional: true },
          first(filled, 'evidence'),
        ),
        choiceField(
          {
            name: 'safety',
            label: 'Could a wrong answer harm a patient?',
            hint: 'Then it carries a caution, and a second lead publishes it.',
            choices: YES_OR_NO,
            open: true,
          },
          first(filled, 'safety'),
        ),
        ...(clinician ? [reviewerField(first(filled, 'reviewer'), REVIEWER_HINT)] : []),
        whyField(first(filled, 'why')),
      ],
      notes,
    ),
  });
}

const REVIEWER_HINT =
  'Your name and profession, where you have read the answer beside its sources. Empty: not reviewed yet.';

/** Who has reviewed what is sent, for a clinician. */
export function reviewerField(value: string, hint: string): InputBlock {
  return textField({ name: 'reviewer', label: 'Reviewed by', hint, most: MOST.name, optional: true }, value);
}

/** A source that is to be added to the list. */
export function newSourceField(value: string): InputBlock {
  const hint =
    'Authors (year). Title. Journal volume:pages. Then its address, https://… Its mark comes after those above.';
  const of = { name: 'source', label: 'A source that is not in the list', hint, most: MOST.source, optional: true };
  return textField(of, value);
}

/** Why the edit is made. */
export function whyField(value: string): InputBlock {
  const hint = 'Stands beside the edit, for other leads.';
  return textField({ name: 'why', label: 'Why', hint, most: MOST.why, optional: true }, value);
}

/** Sources for what has been typed so far, by their citation; the value is the source's id. */
export function sourcesLike(typed: string, { sources }: Knowledge): string[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  return [...sources.values()]
    .filter(({ id, citation }) => wanted.every((word) => `${id} ${citation}`.toLowerCase().includes(word)))
    .map(({ id }) => id)
    .slice(0, LIMITS.options);
}

/** Sources as options; one that the list does not have by its id. */
export function sourceOptions(ids: readonly string[], { sources }: Knowledge): PlainTextOption[] {
  return optionsOf(ids.map((id) => ({ label: sources.get(id)?.citation ?? id, value: id })));
}

/** In the place of a form while something is worked out. */
export function workingModal(what: 'proof' | 'publish'): ModalView {
  const said = {
    proof:
      '*Looking what changes …* The FAQ is learned anew with your edit, and asked everything that it is known to answer.',
    publish: '*Publishing …*',
  };
  return modal('done', { title: 'IASTM FAQ', blocks: [...sections(said[what]), context('This takes some seconds.')] });
}

/** Said under the field that it is about. */
export const FAULTS = {
  noWording: 'Please write at least one wording.',
  noSource: 'Please pick a source, or type one: an answer without a source is not published.',
  badSource: 'Please write it as: Authors (year). Title. Journal. https://…',
  noTopic: 'That topic is no longer in the FAQ.',
  noEntry: 'That entry is no longer in the FAQ.',
  mark: (most: number) => `A mark stands for a source of the list: [1]${most > 1 ? ` to [${most}]` : ''}.`,
  details: (found: readonly string[]) =>
    `This looks like details of a patient (${found.join(', ')}). Please leave them out.`,
  taken: (wording: string, title: string) => `“${wording}” is a phrasing of “${title}” already.`,
} as const;
