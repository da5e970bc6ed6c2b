import type {
  ActionsBlock,
  Button,
  ContextBlock,
  KnownBlock,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { LIMITS, shorten, split } from './limits.js';
import { NAMES, type Name } from './names.js';

/** One or more sections that hold a mrkdwn text whole. */
export function sections(mrkdwn: string): SectionBlock[] {
  return split(mrkdwn, LIMITS.section).map((text) => ({
    type: 'section',
    text: { type: 'mrkdwn', text, verbatim: true },
    expand: true,
  }));
}

/** A text with its button. Slack would fold a longer one, on a phone after some five lines, and hide what follows. */
export function beside(mrkdwn: string, accessory: Button): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn, verbatim: true }, expand: true, accessory };
}

/** Small grey lines. */
export function context(...lines: string[]): ContextBlock {
  return {
    type: 'context',
    elements: lines
      .slice(0, LIMITS.contextElements)
      .map((line) => ({ type: 'mrkdwn', text: shorten(line, LIMITS.context), verbatim: true })),
  };
}

/** The sign before a line that must be seen. The words tell all of it: nobody has to see the sign. */
const SIGNS = { warning: ':warning:', urgent: ':rotating_light:' } as const;

/**
 * A line that must be seen, with a button where there is one. Slack has an alert block, but takes it in modals alone, and refuses
 * a message that holds one: a section it takes everywhere. Page: https://docs.slack.dev/blocks.json
 */
export function notice(mrkdwn: string, level: keyof typeof SIGNS, accessory?: Button): SectionBlock {
  const text = shorten(`${SIGNS[level]} ${mrkdwn}`, LIMITS.section);
  return {
    type: 'section',
    text: { type: 'mrkdwn', text, verbatim: true },
    expand: true,
    ...(accessory === undefined ? {} : { accessory }),
  };
}

/** What stands on a button, and what it stands for. */
export interface Choice {
  label: string;
  value: string;
  /** What a screen reader says in place of the label, where the label alone does not tell it from others. */
  spoken?: string;
  /** The one to go on with, which stands out. */
  first?: true;
}

/** A row of buttons of one name, numbered from 0. */
export function buttons(name: Name, choices: readonly Choice[]): ActionsBlock {
  return { type: 'actions', elements: choices.slice(0, LIMITS.actions).map((choice, at) => button(name, choice, at)) };
}

export function button(name: Name, { label, value, spoken, first }: Choice, at = 0): Button {
  return {
    type: 'button',
    action_id: `${NAMES[name]}:${at}`,
    text: { type: 'plain_text', text: shorten(label, LIMITS.label), emoji: false },
    value: shorten(value, LIMITS.value),
    ...(spoken === undefined ? {} : { accessibility_label: shorten(spoken, LIMITS.label) }),
    ...(first ? { style: 'primary' } : {}),
  };
}

/** A menu of one name. */
export function menu(name: Name, placeholder: string, choices: readonly Choice[]): StaticSelect {
  return {
    type: 'static_select',
    action_id: NAMES[name],
    placeholder: { type: 'plain_text', text: placeholder, emoji: false },
    options: optionsOf(choices),
  };
}

/** The options of a menu, as many as Slack takes. */
export function optionsOf(choices: readonly Choice[]): PlainTextOption[] {
  return choices.slice(0, LIMITS.options).map(({ label, value }) => ({
    text: { type: 'plain_text', text: shorten(label, LIMITS.label), emoji: false },
    value: shorten(value, LIMITS.optionValue),
  }));
}

/** "Was this helpful?" for an entry. */
export function feedback(entry: string): KnownBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: NAMES.vote,
        positive_button: {
          text: { type: 'plain_text', text: 'Helpful' },
          value: `up ${entry}`,
          accessibility_label: 'This answer was helpful',
        },
        negative_button: {
          text: { type: 'plain_text', text: 'Not helpful' },
          value: `down ${entry}`,
          accessibility_label: 'This answer was not helpful',
        },
      },
    ],
  };
}
