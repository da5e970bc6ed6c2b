/** What one can press in a message or a view. Page: https://docs.slack.dev/reference/block-kit/block-elements */

import { el } from './dom.js';
import { INPUTS } from './inputs.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';
import { menuButton } from './menu.js';
import { pressOf, run } from './press.js';
import type { Slot } from './slot.js';
import { undrawnElement } from './undrawn.js';

type Draw = (slot: Slot) => Node;

const ELEMENTS: Record<string, Draw> = {
  button,
  overflow,
  feedback_buttons,
  icon_button,
  image: ({ element }) => image(element),
  ...INPUTS,
};

/** An element; in its place, its name where this page cannot draw it. */
export function drawElement(slot: Slot): Node {
  const type = stringOf(slot.element.type);
  const drawn = ELEMENTS[type]?.(slot) ?? undrawnElement(slot.element, slot.label);
  if (slot.element.focus_on_load === true && drawn instanceof HTMLElement) drawn.dataset.first = '';
  return drawn;
}

/** Slack cuts a long label on the button, so the whole of it is in its title. */
function button(slot: Slot): Node {
  const { element } = slot;
  const url = stringOf(element.url);
  const label = stringOf(element.accessibility_label);
  const words = textOf(element.text);
  const attributes = {
    class: `button ${stringOf(element.style)}`.trim(),
    title: words,
    ...(label ? { 'aria-label': label } : {}),
    click: (event: Event) => run(event.currentTarget, slot, pressOf(slot, element.value)),
  };
  const shown = el('span', { class: 'cut' }, words);
  if (/^https?:/i.test(url))
    return el('a', { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' }, shown);
  return el('button', { ...attributes, type: 'button' }, shown);
}

function overflow(slot: Slot): Node {
  const items = () =>
    objectsIn(slot.element.options).map((option) => ({
      label: textOf(option.text),
      detail: textOf(option.description),
      act: () => run(menu, slot, pressOf(slot, option.value)),
    }));
  const menu = menuButton('More options', '⋯', items, 'button overflow');
  return menu;
}

/** Slack keeps the vote lit on this person's screen only; the app is told of every change. */
function feedback_buttons(slot: Slot): Node {
  const sides = [
    { part: slot.element.positive_button, sign: '👍' },
    { part: slot.element.negative_button, sign: '👎' },
  ];
  const drawn = sides.map(({ part, sign }) => {
    const side = isObject(part) ? part : {};
    const words = textOf(side.text);
    return el(
      'button',
      {
        type: 'button',
        class: 'vote',
        'aria-pressed': 'false',
        'aria-label': stringOf(side.accessibility_label) || words,
        click: (event) => {
          for (const other of drawn) other.setAttribute('aria-pressed', String(other === event.currentTarget));
          run(event.currentTarget, { ...slot, element: {} }, pressOf(slot, side.value));
        },
      },
      el('span', { 'aria-hidden': 'true' }, sign),
      words,
    );
  });
  return el('div', { class: 'votes' }, ...drawn);
}

function icon_button(slot: Slot): Node {
  const { element } = slot;
  const words = textOf(element.text) || stringOf(element.icon);
  const click = (event: Event) => run(event.currentTarget, slot, pressOf(slot, slot.element.value));
  return el(
    'button',
    { type: 'button', class: 'vote', 'aria-label': stringOf(element.accessibility_label) || words, click },
    words,
  );
}

/** The page loads nothing from elsewhere, so a picture is its description and a link. */
export function image(element: Json): Node {
  const words = `Image: ${stringOf(element.alt_text)}`;
  const url = stringOf(element.image_url);
  if (!/^https?:/i.test(url)) return el('span', { class: 'image' }, words);
  return el('a', { class: 'image', href: url, target: '_blank', rel: 'noopener noreferrer' }, words);
}
