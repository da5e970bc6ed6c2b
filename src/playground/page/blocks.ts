/** Block Kit, as a message shows it. Page: https://docs.slack.dev/reference/block-kit/blocks */

import { type Child, el } from './dom.js';
import { drawElement, image, type SendPress } from './elements.js';
import type { Names } from './inline.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';
import { markdown } from './markdown.js';
import { mrkdwn } from './mrkdwn.js';
import { richText } from './rich-text.js';

export interface BlockContext {
  names: Names;
  press: SendPress;
}

type Draw = (block: Json, context: BlockContext) => Child[];

const BLOCKS: Record<string, Draw> = {
  header: (block) => [el('h3', { class: 'header' }, textOf(block.text))],
  section(block, context) {
    const fields = objectsIn(block.fields).map((field) => el('div', {}, ...textObject(field, context)));
    return [
      el(
        'div',
        { class: 'section-text' },
        ...(isObject(block.text) ? textObject(block.text, context) : []),
        fields.length > 0 ? el('div', { class: 'fields' }, ...fields) : null,
      ),
      isObject(block.accessory) ? drawElement(block.accessory, stringOf(block.block_id), context.press) : null,
    ];
  },
  context: (block, context) =>
    objectsIn(block.elements).map((part) =>
      part.type === 'image' ? image(part) : el('div', {}, ...textObject(part, context)),
    ),
  divider: () => [el('hr')],
  actions: drawElements,
  context_actions: drawElements,
  markdown: (block, context) => markdown(stringOf(block.text), context.names),
  rich_text: (block, context) => richText(block, context.names),
  image: (block) => [block.title ? el('p', {}, textOf(block.title)) : null, image(block)],
  alert(block, context) {
    const { sign } = ALERTS[stringOf(block.level)] ?? PLAIN_ALERT;
    return [
      el('span', { class: 'alert-sign', 'aria-hidden': 'true' }, sign),
      el('div', {}, ...(isObject(block.text) ? textObject(block.text, context) : [])),
    ];
  },
  table: (block, context) => [table(block, context)],
};

/** Levels of alerts: what is seen before the words, and what a screen reader says before them. */
const ALERTS: Record<string, { sign: string; spoken: string }> = {
  warning: { sign: '!', spoken: 'Warning' },
  error: { sign: '!', spoken: 'Urgent warning' },
  success: { sign: '✓', spoken: 'Done' },
};
const PLAIN_ALERT = { sign: 'i', spoken: 'Note' };

/** The blocks of a message. A type that this page cannot draw is named in a box. */
export function drawBlocks(blocks: readonly Json[], context: BlockContext): HTMLElement[] {
  return blocks.map((block) => {
    const type = stringOf(block.type);
    const drawn = BLOCKS[type]?.(block, context);
    if (!drawn)
      return el('div', { class: 'block unknown' }, `Block of type “${type}”: this page does not draw it, Slack may.`);
    if (type !== 'alert') return el('div', { class: `block block-${type}` }, ...drawn);
    const level = stringOf(block.level) || 'default';
    const { spoken } = ALERTS[level] ?? PLAIN_ALERT;
    return el('div', { class: `block block-alert alert-${level}`, role: 'note', 'aria-label': spoken }, ...drawn);
  });
}

function drawElements(block: Json, context: BlockContext): Child[] {
  return objectsIn(block.elements).map((element) => drawElement(element, stringOf(block.block_id), context.press));
}

function textObject(text: Json, { names }: BlockContext): Child[] {
  const words = stringOf(text.text);
  return text.type === 'mrkdwn' ? mrkdwn(words, names, text.verbatim === true) : [words];
}

function table(block: Json, context: BlockContext): HTMLElement {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  const cell = (tag: 'th' | 'td', content: Json) =>
    el(
      tag,
      {},
      ...(content.type === 'rich_text'
        ? richText(content, context.names)
        : [stringOf(content.text) || `${content.value ?? ''}`]),
    );
  const drawn = rows.map((row, place) =>
    el('tr', {}, ...objectsIn(row).map((content) => cell(place === 0 ? 'th' : 'td', content))),
  );
  return el('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': 'Table' }, el('table', {}, ...drawn));
}
