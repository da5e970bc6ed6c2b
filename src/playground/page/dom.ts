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
}

const shown = new WeakMap<HTMLElement, Map<string, { signature: string; element: HTMLElement }>>();

/** Makes the children of `parent` these items. Unchanged ones stay as they are, with focus and all. */
export function keepInStep(parent: HTMLElement, items: readonly Item[]): void {
  const before = shown.get(parent) ?? new Map();
  const after = new Map<string, { signature: string; element: HTMLElement }>();
  items.forEach(({ key, signature, build }, place) => {
    const old = before.get(key);
    const element: HTMLElement = old?.signature === signature ? old.element : build();
    if (old && old.element !== element) replace(old.element, element);
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null);
    after.set(key, { signature, element });
  });
  for (const [key, { element }] of before) if (!after.has(key)) element.remove();
  shown.set(parent, after);
}

/** Where the keyboard stood in the old element it goes on from the new one, not from the top of the page. */
function replace(old: HTMLElement, element: HTMLElement): void {
  const held = old.contains(document.activeElement);
  old.replaceWith(element);
  if (!held) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Says something for a moment at the foot of the page, aloud too. */
export function notify(text: string): void {
  const notice = byId('notice');
  notice.textContent = text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => {
    notice.textContent = '';
  }, 6000);
}

let noticeTimer: ReturnType<typeof setTimeout> | undefined;
