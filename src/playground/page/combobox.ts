/** A box to type in with a list to pick from. Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */

import { el, freshId } from './dom.js';
import { type Json, objectsIn, textOf } from './json.js';
import type { Offer, Slot } from './slot.js';

/** What is typed is looked up this long after the last letter, in milliseconds. */
const PAUSE = 250;

export interface Picking {
  slot: Slot;
  placeholder: string;
  /** Letters that must be typed before anything is offered. */
  least: number;
  /** Several may be picked: the list stays open, and what is picked is marked in it. */
  many: boolean;
  offer(typed: string): Offer | Promise<Offer>;
  isPicked(option: Json): boolean;
  /** Why this one cannot be picked now, or an empty string. */
  refusal(option: Json): string;
  /** Picks it, or lets it go. Resolves to what is said of that. */
  pick(option: Json): string;
  /** The list is shut, or the box is left. */
  left(): void;
}

export interface Combobox {
  element: HTMLElement;
  box: HTMLInputElement;
  say(words: string): void;
}

export function createCombobox(picking: Picking): Combobox {
  const { slot, placeholder, least, many } = picking;
  const listId = freshId();
  let offered: Json[] = [];
  let items: HTMLElement[] = [];
  let active = -1;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const list = el('ul', {
    class: 'suggestions',
    role: 'listbox',
    id: listId,
    'aria-label': slot.label || placeholder,
    ...(many ? { 'aria-multiselectable': 'true' } : {}),
    hidden: true,
  });
  const said = el('p', { class: 'combobox-said', role: 'status' });
  const box = el('input', {
    type: 'text',
    class: 'field',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-expanded': 'false',
    ...('id' in slot.named ? slot.named : { 'aria-label': placeholder }),
    placeholder,
    input: typed,
    focus: () => least === 0 && box.value === '' && typed(),
    click: () => list.hidden && open(),
    blur() {
      shut('');
      picking.left();
    },
    keydown,
  });

  function typed() {
    clearTimeout(timer);
    if (box.value.trim().length < least) return shut(least > 0 ? `Type ${least} letters or more.` : '');
    timer = setTimeout(() => ask(box.value.trim()), PAUSE);
  }

  /** All there is, whatever stands in the box of what was picked before. */
  function open() {
    if (least === 0) void ask('');
  }

  async function ask(words: string) {
    asked += 1;
    const mine = asked;
    box.setAttribute('aria-busy', 'true');
    const { options, groups = [], trouble } = await picking.offer(words);
    if (mine !== asked) return;
    box.removeAttribute('aria-busy');
    if (document.activeElement !== box) return;
    offered = [...options, ...groups.flatMap((group) => objectsIn(group.options))];
    items = offered.map(item);
    active = -1;
    const grouped = groups.map((group) => {
      const inGroup = objectsIn(group.options).map((option) => items[offered.indexOf(option)] ?? '');
      const label = textOf(group.label);
      const named = el('span', { class: 'group-label', 'aria-hidden': 'true' }, label);
      return el('li', { role: 'presentation' }, named, el('ul', { role: 'group', 'aria-label': label }, ...inGroup));
    });
    list.replaceChildren(...items.slice(0, options.length), ...grouped);
    list.hidden = offered.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    mark();
    say(trouble ?? (offered.length === 0 ? 'No results.' : `${offered.length} to choose from.`));
  }

  function item(option: Json, place: number): HTMLElement {
    return el(
      'li',
      {
        role: 'option',
        id: `${listId}-${place}`,
        // Not click: that would come after the box has lost the focus and the list is gone.
        mousedown(event) {
          event.preventDefault();
          take(place);
        },
      },
      textOf(option.text),
      el('span', {}, textOf(option.description)),
    );
  }

  function mark() {
    items.forEach((it, place) => {
      const option = offered[place] ?? {};
      const picked = many && picking.isPicked(option);
      it.setAttribute('aria-selected', String(many ? picked : place === active));
      it.classList.toggle('active', place === active);
      it.classList.toggle('picked', picked);
      if (picking.refusal(option) === '') it.removeAttribute('aria-disabled');
      else it.setAttribute('aria-disabled', 'true');
      if (place === active) it.scrollIntoView({ block: 'nearest' });
    });
    if (active < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `${listId}-${active}`);
  }

  function take(place: number) {
    const option = offered[place];
    if (!option) return;
    const refusal = picking.refusal(option);
    if (refusal !== '') return say(refusal);
    const words = picking.pick(option);
    if (!many) return shut(words);
    if (box.value !== '') {
      box.value = '';
      shut(words);
      return open();
    }
    mark();
    say(words);
  }

  function shut(words: string) {
    clearTimeout(timer);
    asked += 1;
    box.removeAttribute('aria-busy');
    list.hidden = true;
    active = -1;
    mark();
    box.setAttribute('aria-expanded', 'false');
    say(words);
  }

  function say(words: string) {
    said.textContent = words;
  }

  function walk(step: number) {
    active = (active + step + offered.length) % offered.length;
    mark();
  }

  function keydown(event: Event) {
    const { key, isComposing } = event as KeyboardEvent;
    if (isComposing) return;
    if (list.hidden) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      open();
    } else if (key === 'ArrowDown') walk(1);
    else if (key === 'ArrowUp') walk(active < 0 ? 0 : -1);
    else if (key === 'Enter' && active >= 0) take(active);
    else if (key === 'Escape') {
      shut('');
      picking.left();
    } else return;
    event.preventDefault();
  }

  return { element: el('div', { class: 'combobox' }, box, list, said), box, say };
}

/** The fewest letters for which an external menu asks the app: three, unless the app says otherwise. */
export function leastOf({ min_query_length }: Json): number {
  return typeof min_query_length === 'number' ? min_query_length : 3;
}
