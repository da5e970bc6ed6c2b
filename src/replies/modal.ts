import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { LIMITS, shorten } from './limits.js';

/** The ids that Slack hands back when somebody sends a form, by which it is known what the form was for. */
export const MODALS = {
  /** A note on a vote down. */
  note: 'note',
  /** A question. */
  ask: 'ask',
  /** A reply, after which another question may be asked. */
  answered: 'answered',
  /** A question for the leads. */
  lead: 'lead',
  /** A lead's answer. */
  reply: 'reply',
  /** Where an answer is to be shared. */
  share: 'share',
  /** Wordings for an entry. */
  wordings: 'wordings',
  /** A whole entry. */
  draft: 'draft',
  /** What is to change of an entry, whose id comes back. */
  change: 'change',
  /** Who has reviewed an entry; the value of the button comes back. */
  mark: 'mark',
  /** What an edit would do; the id of the edit comes back. */
  proof: 'proof',
  /** What came of something; there is nothing to send. */
  done: 'done',
} as const;

export type ModalName = keyof typeof MODALS;

/** The modal whose callback id this is; undefined where it is none of ours. */
export function modalOf(callbackId: string): ModalName | undefined {
  return (Object.keys(MODALS) as ModalName[]).find((name) => MODALS[name] === callbackId);
}

/** Block and action of the one thing that a form asks for: a text, or a conversation. */
export const TYPED = 'typed';

/** A modal. `about` comes back when it is sent or something is pressed in it; without `submit` there is nothing to send. */
export function modal(
  name: ModalName,
  {
    title,
    submit,
    close = submit === undefined ? 'Close' : 'Cancel',
    about,
    blocks,
  }: { title: string; submit?: string; close?: string; about?: string; blocks: KnownBlock[] },
): ModalView {
  const words = (text: string) => ({
    type: 'plain_text' as const,
    text: shorten(text, LIMITS.modalWords),
    emoji: false,
  });
  return {
    type: 'modal',
    callback_id: MODALS[name],
    title: words(title),
    close: words(close),
    ...(submit === undefined ? {} : { submit: words(submit) }),
    ...(about === undefined ? {} : { private_metadata: about }),
    blocks,
  };
}

/** A field for a text of at most `most` characters, of several lines where it is said, with `initial` in it. */
export function inputOf({
  label,
  most,
  lines = false,
  initial = '',
}: {
  label: string;
  most: number;
  lines?: boolean;
  initial?: string;
}): InputBlock {
  return {
    type: 'input',
    block_id: TYPED,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: TYPED,
      multiline: lines,
      max_length: most,
      focus_on_load: true,
      ...(initial === '' ? {} : { initial_value: shorten(initial, most) }),
    },
  };
}

/** A field for a conversation, of those that the person sees; what is sent comes with a way to post there. */
export function conversationOf(label: string): InputBlock {
  return {
    type: 'input',
    block_id: TYPED,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'conversations_select',
      action_id: TYPED,
      response_url_enabled: true,
      // The bot itself would read there what it said.
      filter: { exclude_bot_users: true },
      focus_on_load: true,
    },
  };
}

/** Block and action of the one thing that may be ticked in a form. */
export const TICKED = 'ticked';

/** Something that is ticked at first, and may be unticked. */
export function checkOf({ label, what, hint }: { label: string; what: string; hint: string }): InputBlock {
  const words = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });
  const option = { text: words(what), value: TICKED, description: words(shorten(hint, LIMITS.label)) };
  return {
    type: 'input',
    block_id: TICKED,
    optional: true,
    label: words(label),
    element: { type: 'checkboxes', action_id: TICKED, options: [option], initial_options: [option] },
  };
}
