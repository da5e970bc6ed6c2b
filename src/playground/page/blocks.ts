/** Block Kit, as a message shows it. Page: https://docs.slack.dev/reference/block-kit/blocks */

import { card, container, taskCard, video } from './cards.js';
import { type Child, el, freshId } from './dom.js';
import { drawElement, image } from './elements.js';
import { folded } from './fold.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';
import { markdown } from './markdown.js';
import { richText } from './rich-text.js';
import type { Slot, Surface } from './slot.js';
import { dataTable, table } from './tables.js';
import { textObject } from './text-object.js';
import { sendsByEnter } from './texts.js';
import { undrawnBlock } from './undrawn.js';

type Draw = (block: Json, surface: Surface) => Child[];

const BLOCKS: Record<string, Draw> = {
  header: (block) => [el('h3', { class: 'header' }, textOf(block.text))],
  section(block, surface) {
    const fields = objectsIn(block.fields).map((field) => el('div', {}, ...textObject(field, surface.names)));
    const words = el('div', {}, ...(isObject(block.text) ? textObject(block.text, surface.names) : []));
    return [
      el(
        'div',
        { class: 'section-text' },
        ...(surface.folds && block.expand !== true ? folded(words) : [words]),
        fields.length > 0 ? el('div', { class: 'fields' }, ...fields) : null,
      ),
      isObject(block.accessory) ? drawElement(slotOf(block.accessory, block, surface)) : null,
    ];
  },
  context: (block, { names }) =>
    objectsIn(block.elements).map((part) =>
      part.type === 'image' ? image(part) : el('div', {}, ...textObject(part, names)),
    ),
  divider: () => [el('hr')],
  actions: drawElements,
  context_actions: drawElements,
  input,
  markdown: (block, { names }) => markdown(stringOf(block.text), names),
  rich_text: (block, { names }) => richText(block, names),
  image: (block) => [block.title ? el('p', {}, textOf(block.title)) : null, image(block)],
  alert(block, { names }) {
    const { sign } = ALERTS[stringOf(block.level)] ?? PLAIN_ALERT;
    return [
      el('span', { class: 'alert-sign', 'aria-hidden': 'true' }, sign),
      el('div', {}, ...(isObject(block.text) ? textObject(block.text, names) : [])),
    ];
  },
  table: (block, { names }) => [table(block, names)],
  data_table: (block, { names }) => [dataTable(block, names)],
  card: (block, surface) => card(block, surface, slotOf),
  carousel: (block, surface) => [
    el(
      'div',
      { class: 'carousel', role: 'group', 'aria-label': 'Cards', tabindex: '0' },
      ...objectsIn(block.elements).map((inner) => drawBlock(inner, surface)),
    ),
  ],
  container: (block, surface) => container(block, surface.names, drawBlocks(objectsIn(block.child_blocks), surface)),
  task_card: (block, { names }) => taskCard(block, names),
  plan: (block, { names }) => [
    el('p', {}, el('strong', {}, stringOf(block.title))),
    el('ul', { class: 'tasks' }, ...objectsIn(block.tasks).map((task) => el('li', {}, ...taskCard(task, names)))),
  ],
  video: (block) => video(block),
};

/** Levels of alerts: what is seen before the words, and what a screen reader says before them. */
const ALERTS: Record<string, { sign: string; spoken: string }> = {
  warning: { sign: '!', spoken: 'Warning' },
  error: { sign: '!', spoken: 'Urgent warning' },
  success: { sign: '✓', spoken: 'Done' },
};
const PLAIN_ALERT = { sign: 'i', spoken: 'Note' };

/** The blocks of a message or a view. */
export function drawBlocks(blocks: readonly Json[], surface: Surface): HTMLElement[] {
  return blocks.map((block) => drawBlock(block, surface));
}

/** A block; in its place, its name where this page cannot draw it. */
export function drawBlock(block: Json, surface: Surface): HTMLElement {
  const type = stringOf(block.type);
  const drawn = BLOCKS[type]?.(block, surface) ?? [undrawnBlock(block)];
  if (type !== 'alert')
    return el('div', { class: `block block-${type}`, 'data-block': stringOf(block.block_id) }, ...drawn);
  const level = stringOf(block.level) || 'default';
  const { spoken } = ALERTS[level] ?? PLAIN_ALERT;
  return el('div', { class: `block block-alert alert-${level}`, role: 'note', 'aria-label': spoken }, ...drawn);
}

function drawElements(block: Json, surface: Surface): Child[] {
  return objectsIn(block.elements).map((element) => drawElement(slotOf(element, block, surface)));
}

function slotOf(element: Json, block: Json, surface: Surface): Slot {
  return { element, block_id: stringOf(block.block_id), surface, sends: true, named: {}, label: '' };
}

/** Several boxes, which no label of HTML can be for. */
const GROUPS = new Set(['radio_buttons', 'checkboxes']);

/** A label, a field, a hint, and room for what is wrong with it. */
function input(block: Json, surface: Surface): Child[] {
  if (!isObject(block.element)) return [];
  const [own, hint, error] = [freshId(), freshId(), freshId()];
  const words = textOf(block.label);
  const sends = block.dispatch_action === true;
  const isGroup = GROUPS.has(stringOf(block.element.type));
  const named = {
    [isGroup ? 'aria-labelledby' : 'id']: own,
    'aria-describedby': `${hint} ${error}`,
    // A group of boxes to tick is not a field that could be required.
    ...(block.optional === true || block.element.type === 'checkboxes' ? {} : { 'aria-required': 'true' }),
  };
  const slot = { ...slotOf(block.element, block, surface), sends, named, label: words };
  const hints = [textOf(block.hint), sends && sendsByEnter(block.element) ? 'Enter sends it.' : ''];
  return [
    el(
      isGroup ? 'p' : 'label',
      { class: 'input-label', [isGroup ? 'id' : 'for']: own },
      words,
      block.optional === true ? el('span', {}, ' (optional)') : null,
    ),
    drawElement(slot),
    el('p', { class: 'input-hint', id: hint }, hints.filter(Boolean).join(' ')),
    el('p', { class: 'input-error', id: error }),
  ];
}
