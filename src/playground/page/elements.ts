/** What one can press or pick in a message. */

import { el } from './dom.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';

/** One press: which element of which block, and the value chosen. */
export interface Press {
  block_id: string;
  action_id: string;
  value?: string;
}

/** Sends a press. Resolves to false where the app did not acknowledge it. */
export type SendPress = (press: Press) => Promise<boolean>;

type Draw = (element: Json, block_id: string, send: SendPress) => Node;

const ELEMENTS: Record<string, Draw> = { button, static_select, overflow, feedback_buttons, icon_button, image };

/** An element, or its type in a box where this page cannot draw it. */
export function drawElement(element: Json, block_id: string, send: SendPress): Node {
  const type = stringOf(element.type);
  return ELEMENTS[type]?.(element, block_id, send) ?? el('span', { class: 'unknown' }, `element: ${type}`);
}

function button(element: Json, block_id: string, send: SendPress): Node {
  const url = stringOf(element.url);
  const label = stringOf(element.accessibility_label);
  const attributes = {
    class: `button ${stringOf(element.style)}`.trim(),
    ...(label ? { 'aria-label': label } : {}),
    click: (event: Event) => run(event.currentTarget, element, pressOf(element, block_id, element.value), send),
  };
  const words = textOf(element.text);
  if (/^https?:/i.test(url))
    return el('a', { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' }, words);
  return el('button', { ...attributes, type: 'button' }, words);
}

function static_select(element: Json, block_id: string, send: SendPress): Node {
  const placeholder = textOf(element.placeholder) || 'Choose';
  const choice = (option: Json) => el('option', { value: stringOf(option.value) }, textOf(option.text));
  const groups = objectsIn(element.option_groups).map((group) =>
    el('optgroup', { label: textOf(group.label) }, ...objectsIn(group.options).map(choice)),
  );
  const options = [...objectsIn(element.options).map(choice), ...groups];
  const select: HTMLSelectElement = el(
    'select',
    {
      class: 'select',
      'aria-label': placeholder,
      change: () => run(select, element, pressOf(element, block_id, select.value), send),
    },
    el('option', { value: '', disabled: true, selected: true }, placeholder),
    ...options,
  );
  return select;
}

function overflow(element: Json, block_id: string, send: SendPress): Node {
  const items = objectsIn(element.options).map((option) =>
    el(
      'button',
      {
        type: 'button',
        click: (event) => {
          menu.open = false;
          run(event.currentTarget, element, pressOf(element, block_id, option.value), send);
        },
      },
      textOf(option.text),
    ),
  );
  const menu: HTMLDetailsElement = el(
    'details',
    { class: 'overflow' },
    el('summary', { class: 'button', 'aria-label': 'More actions' }, '⋯'),
    el('div', { class: 'overflow-items' }, ...items),
  );
  return menu;
}

/** Slack keeps the vote lit on this person's screen only; the app is told of every change. */
function feedback_buttons(element: Json, block_id: string, send: SendPress): Node {
  const sides = [
    { part: element.positive_button, sign: '👍' },
    { part: element.negative_button, sign: '👎' },
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
          run(event.currentTarget, {}, pressOf(element, block_id, side.value), send);
        },
      },
      el('span', { 'aria-hidden': 'true' }, sign),
      words,
    );
  });
  return el('div', { class: 'votes' }, ...drawn);
}

function icon_button(element: Json, block_id: string, send: SendPress): Node {
  const words = textOf(element.text) || stringOf(element.icon);
  const press = pressOf(element, block_id, element.value);
  const click = (event: Event) => run(event.currentTarget, element, press, send);
  return el('button', { type: 'button', class: 'vote', 'aria-label': words, click }, words);
}

/** The page loads nothing from elsewhere, so a picture is its description and a link. */
export function image(element: Json): Node {
  const words = `Image: ${stringOf(element.alt_text)}`;
  const url = stringOf(element.image_url);
  if (!/^https?:/i.test(url)) return el('span', { class: 'image' }, words);
  return el('a', { class: 'image', href: url, target: '_blank', rel: 'noopener noreferrer' }, words);
}

function pressOf(element: Json, block_id: string, value: unknown): Press {
  const press = { block_id, action_id: stringOf(element.action_id) };
  return typeof value === 'string' ? { ...press, value } : press;
}

async function run(target: EventTarget | null, element: Json, press: Press, send: SendPress): Promise<void> {
  if (isObject(element.confirm) && !(await confirmed(element.confirm))) return;
  if (!(target instanceof HTMLElement)) return;
  target.setAttribute('aria-busy', 'true');
  target.classList.toggle('unanswered', !(await send(press)));
  target.removeAttribute('aria-busy');
}

function confirmed(confirm: Json): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (value: string, label: unknown, kind: string) =>
      el('button', { class: `button ${kind}`, value }, textOf(label));
    const dialog = el(
      'dialog',
      { 'aria-label': textOf(confirm.title) },
      el(
        'form',
        { method: 'dialog' },
        el('h3', {}, textOf(confirm.title)),
        el('p', { class: 'question' }, textOf(confirm.text)),
        answer('no', confirm.deny, ''),
        answer('yes', confirm.confirm, stringOf(confirm.style) || 'primary'),
      ),
    );
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
