import type { ModalView } from '@slack/types';
import { context, sections } from './blocks.js';
import { textField } from './fields.js';
import { modal } from './modal.js';
import { escapeWithin } from './mrkdwn.js';

/** The button of a clinician on a card of the review, and what its form is sent by. */
export const MARK = 'Mark reviewed';
/** The field of the form. */
const REVIEWER = 'reviewer';
/** Characters of a title. */
const LONGEST_TITLE = 300;
/** Characters of a name with its profession. */
const LONGEST_NAME = 100;

/** Which card "Mark reviewed" stood on: how many came before, the version of what was shown, and its entry. */
export interface Marked {
  at: number;
  version: string;
  entry: string;
}

export function markValue({ at, version, entry }: Marked): string {
  return `${at} ${version} ${entry}`;
}

/** Null where the value is none of ours. */
export function readMarkValue(value: string): Marked | null {
  const [, at, version, entry] = /^(\d{1,5}) (\S+) (.+)$/s.exec(value) ?? [];
  return version === undefined || entry === undefined ? null : { at: Number(at), version, entry };
}

/** What a clinician confirms, with the name that will stand beside it. `name`: the one that this clinician wrote last. */
export function markModal({
  title,
  today,
  name,
  value,
}: Record<'title' | 'today' | 'name' | 'value', string>): ModalView {
  return modal('mark', {
    title: MARK,
    submit: MARK,
    about: value,
    blocks: [
      ...sections(`*${escapeWithin(title, LONGEST_TITLE)}*`),
      ...sections('You confirm that a clinician has read this answer and its sources.'),
      textField(
        {
          name: REVIEWER,
          label: 'Reviewed by',
          hint: 'Name and profession of the clinician. People see it under the answer.',
          most: LONGEST_NAME,
        },
        name,
      ),
      context(`The entry gets this name and the day, ${today}. What it says and what it answers stay as they are.`),
    ],
  });
}

/** The name in the form; empty where there is none. */
export function reviewerIn(fields: Readonly<Record<string, readonly string[]>>): string {
  return (fields[REVIEWER]?.[0] ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
}

/** To whoever has filled in blanks alone. */
export function noReviewer(): Record<string, string> {
  return { [REVIEWER]: 'Please write a name: a review without one does not count.' };
}

/** What was written. */
export function markedText(title: string, { reviewed, by }: { reviewed: string; by: string }): string {
  return `*Marked reviewed:* ${escapeWithin(title, LONGEST_TITLE)} · ${reviewed} · ${escapeWithin(by, LONGEST_NAME)}`;
}

/** Stands beside the edit in place of a proof. */
export const NOT_PROVED = 'What it says and what it answers stay as they are';

/** Why a review was not written. `changed`: another text is in service than the clinician saw. */
export function notMarkedText(why: 'changed' | 'done' | 'gone'): string {
  const said = {
    changed: 'the answer, its sources or its review have changed since they were shown to you. Please read it again.',
    done: 'the answer, its sources or its review have changed since they were shown to you, and it is due no longer.',
    gone: 'that entry is no longer in the FAQ.',
  };
  return `*Nothing is written*: ${said[why]}`;
}
