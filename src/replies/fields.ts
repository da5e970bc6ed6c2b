import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import { notice, optionsOf } from './blocks.js';
import { escapeWithin } from './mrkdwn.js';
import { NAMES } from './names.js';

/** What was filled into a form, by block. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** What every field of a form has. Its block's id is its name. */
interface Field {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

const words = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

function field({ name, label, hint, optional = false }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: words(label),
    ...(hint === undefined ? {} : { hint: words(hint) }),
    optional,
    element,
  };
}

/** A text; of several lines where `lines` says so. */
export function textField(of: Field & { most: number; lines?: boolean }, value = ''): InputBlock {
  return field(of, {
    type: 'plain_text_input',
    action_id: of.name,
    multiline: of.lines ?? false,
    max_length: of.most,
    ...(value === '' ? {} : { initial_value: value }),
  });
}

/** One of a few, or of a list. */
export function choiceField(
  of: Field & { choices: readonly { label: string; value: string }[]; open?: boolean },
  value = '',
): InputBlock {
  const options = optionsOf(of.choices);
  const picked = options.find((option) => option.value === value);
  const initial = picked === undefined ? {} : { initial_option: picked };
  return field(
    of,
    of.open === true
      ? { type: 'radio_buttons', action_id: of.name, options, ...initial }
      : { type: 'static_select', action_id: of.name, options, ...initial },
  );
}

/** What is told above a field of a form, by its name; what is of no field stands on top. */
export type Notes = Readonly<Record<string, string>>;

/** Characters of one note. */
const LONGEST_NOTE = 2000;

/** A form's blocks with what is to be told above the fields that it is about. */
export function withNotes(blocks: readonly KnownBlock[], notes: Notes): KnownBlock[] {
  const noted = (name: string) => notice(escapeWithin(notes[name] ?? '', LONGEST_NOTE), 'warning');
  const names = new Set<string>();
  const below = blocks.flatMap((block) => {
    const name = nameOf(block.block_id ?? '');
    if (notes[name] === undefined || names.has(name)) return [block];
    names.add(name);
    return [noted(name), block];
  });
  return [...Object.keys(notes).flatMap((name) => (names.has(name) ? [] : [noted(name)])), ...below];
}

/** The field of a block whose id may tell more behind a sign or number: `watch_for2.1a2b`. */
function nameOf(block: string): string {
  return /^[a-z_]*/.exec(block)?.[0] ?? '';
}

/** What a menu has whose options are found as one types. */
function lookedUp({ what, placeholder }: { what: 'pick' | 'cite'; placeholder: string }) {
  return { action_id: NAMES[what], min_query_length: 0, placeholder: words(placeholder) };
}

/** Something of the knowledge, found as one types: an entry by its title and phrasings, or a source by its citation. */
export function lookUpField(
  of: Field & { what: 'pick' | 'cite'; placeholder: string },
  [initial]: readonly PlainTextOption[],
): InputBlock {
  return field(of, {
    type: 'external_select',
    ...lookedUp(of),
    ...(initial === undefined ? {} : { initial_option: initial }),
  });
}

/** Some of the knowledge, found as one types and picked one after the other, in the order in which they are picked. */
export function lookUpManyField(
  of: Field & { what: 'pick' | 'cite'; placeholder: string },
  initial: readonly PlainTextOption[],
): InputBlock {
  return field(of, {
    type: 'multi_external_select',
    ...lookedUp(of),
    ...(initial.length === 0 ? {} : { initial_options: [...initial] }),
  });
}
