/** Building and updating the page. Text reaches the page as text nodes only, never as markup. */

export type Child = Node | string | null;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** An element. A function is a listener, `true` an empty attribute, `false` none. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The element with this id. Throws where page.html lacks it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`page.html has no element "${id}"`);
  return element;
}

/** One child of a list that is kept in step: built anew only where its signature has changed. */
export interface Item {
  key: string;
  signature: string;
  build(): HTMLElement;
  /** Called each time, for a part of it that is kept in step by itself. */
  tend?(element: HTMLElement): void;
}

const shown = new WeakMap<HTMLElement, Map<string, { signature: string; element: HTMLElement }>>();

/** Makes the children of `parent` these items. Unchanged ones stay as they are, with focus and all. */
export function keepInStep(parent: HTMLElement, items: readonly Item[]): void {
  const before = shown.get(parent) ?? new Map();
  const after = new Map<string, { signature: string; element: HTMLElement }>();
  items.forEach(({ key, signature, build, tend }, place) => {
    const old = before.get(key);
    const element: HTMLElement = old?.signature === signature ? old.element : build();
    if (old && old.element !== element) replace(old.element, element);
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null);
    after.set(key, { signature, element });
    tend?.(element);
  });
  for (const [key, { element }] of before) if (!after.has(key)) takeAway(parent, element);
  shown.set(parent, after);
}

/** Where the keyboard stood in what is gone it goes on from what is around it. */
function takeAway(parent: HTMLElement, element: HTMLElement): void {
  const held = element.contains(document.activeElement);
  element.remove();
  if (!held) return;
  if (parent.tabIndex < 0) parent.tabIndex = -1;
  parent.focus({ preventScroll: true });
}

/** Where the keyboard stood in the old element it goes on from the new one: on the same thing, or from its beginning. */
function replace(old: HTMLElement, element: HTMLElement): void {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || !old.contains(held)) {
    old.replaceWith(element);
    return;
  }
  const place = alike(old, held).indexOf(held);
  const [from, to] = held instanceof HTMLTextAreaElement ? [held.selectionStart, held.selectionEnd] : [null, null];
  old.replaceWith(element);
  const twin = alike(element, held)[place];
  if (twin instanceof HTMLTextAreaElement && from !== null) twin.setSelectionRange(from, to);
  if (twin === undefined && element.tabIndex < 0) element.tabIndex = -1;
  (twin ?? element).focus({ preventScroll: true });
}

/** What has the same name in a block of the same words: another block's button may do something else by now. */
function alike(within: HTMLElement, held: HTMLElement): HTMLElement[] {
  const wordsOf = (it: HTMLElement) => {
    const block = it.closest<HTMLElement>('[data-block]');
    const isField = it.matches('input, textarea, select');
    return [it.getAttribute('aria-label'), block?.dataset.block, isField ? '' : (block ?? it).textContent].join(' ');
  };
  return [...within.querySelectorAll<HTMLElement>(held.tagName)].filter((it) => wordsOf(it) === wordsOf(held));
}

/** Says at the foot of the page, aloud too, what went wrong and what to do; it stays until it is read and put away, or something else is said. */
export function complain(text: string): void {
  show(text, el('button', { type: 'button', class: 'put-away', click: () => show('') }, 'Dismiss'));
}

/** Beside an open dialog nothing can be read or pressed, so what is told stands in it while it is open. */
export function placeNotice(): void {
  (document.querySelector('dialog[open]') ?? document.body).append(byId('notice'));
}

function show(text: string, button: Child = null): void {
  if (text !== '') placeNotice();
  byId('notice').replaceChildren(...(text === '' ? [] : [text]), ...(button === null ? [] : [button]));
}

/** A new id for an element that another points to. */
export function freshId(): string {
  ids += 1;
  return `id-${ids}`;
}

let ids = 0;
