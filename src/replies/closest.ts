import type { Entry } from '../knowledge/entry.js';
import { button, menu, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import type { Reply } from './reply.js';
import { NONE } from './suggest.js';
import { titled } from './titled.js';

const HEAD = 'Closest in the FAQ:';
/** Most other entries in the menu. */
export const MOST_OTHERS = 3;
/** The least confidence with which another entry is worth a line in the menu. */
export const LEAST_CONFIDENCE = 0.02;

/**
 * One entry far ahead of the others, to read; the others and the way out stand in a menu. A select, not an overflow: it says
 * what it holds, and takes any number of options on every client.
 */
export function closestReply(entry: Entry, others: readonly Entry[]): Reply {
  const said = `${HEAD}\n${titled(entry)}`;
  const read = button('choose', { label: 'Read it', value: entry.id, spoken: `Read it: ${entry.questions[0]}` });
  const text = [said, `Read it with its button, or choose something else: ${named(others)}.`].join('\n');
  return {
    text: shorten(text, LIMITS.text),
    blocks: [...sections(said), { type: 'actions', elements: [read, instead(others)] }],
  };
}

/** The same where the one far ahead stands above already, as a warning with its button. */
export function closestAboveReply(others: readonly Entry[]): Reply {
  const said = 'Closest in the FAQ is the warning above: read it with its button.';
  const text = [said, `Or choose something else: ${named(others)}.`].join('\n');
  return {
    text: shorten(text, LIMITS.text),
    blocks: [...sections(said), { type: 'actions', elements: [instead(others)] }],
  };
}

function instead(others: readonly Entry[]) {
  const choices = others.map(({ id, questions }) => ({ label: questions[0], value: `choose ${id}` }));
  return choices.length === 0 ? button('none', NONE) : menu('instead', 'Something else', [...choices, NONE]);
}

function named(others: readonly Entry[]): string {
  return [...others.map(({ questions }) => escapeWithin(questions[0], 300)), `"${NONE.label}"`].join(' · ');
}
