/** Menus of several things: what is picked stands before the box, each with the way to let it go. */

import { createCombobox, leastOf } from './combobox.js';
import { el } from './dom.js';
import { type Json, objectsIn, stringOf, textOf } from './json.js';
import { enter } from './press.js';
import type { Offer, Slot } from './slot.js';

/** What there is to pick from. */
interface Source {
  least: number;
  offer(typed: string): Offer | Promise<Offer>;
  /** What the app began with. */
  begun: string[];
  /** All options that are known from the start. */
  known: Json[];
}

export function pickMany(slot: Slot, { least, offer, begun, known }: Source): Node {
  const { element, surface, block_id } = slot;
  const action_id = stringOf(element.action_id);
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  const names = new Map(known.map((option) => [stringOf(option.value), textOf(option.text)]));
  const kept = surface.form.get(block_id, action_id);
  const keptWords = [surface.form.get(block_id, `${action_id} words`) ?? []].flat();
  let picked = kept === undefined ? begun : [kept ?? []].flat();
  let sent = picked;
  for (const [place, words] of keptWords.entries()) {
    const value = picked[place];
    if (value !== undefined && !names.has(value)) names.set(value, words);
  }

  const tokens = el('ul', { class: 'tokens', 'aria-label': 'Chosen' });
  const {
    element: drawn,
    box,
    say,
  } = createCombobox({
    slot,
    placeholder: textOf(element.placeholder) || 'Choose one or more',
    least,
    many: true,
    offer,
    isPicked: (option) => picked.includes(stringOf(option.value)),
    refusal: (option) =>
      picked.length < most || picked.includes(stringOf(option.value))
        ? ''
        : `No more than ${most}. Take one away to choose another.`,
    pick(option) {
      const value = stringOf(option.value);
      names.set(value, textOf(option.text));
      if (picked.includes(value)) return letGo(value);
      change([...picked, value]);
      return `${textOf(option.text)} is chosen, ${picked.length} in all.`;
    },
    left() {
      box.value = '';
      send();
    },
  });
  box.addEventListener('keydown', (event) => {
    const last = picked.at(-1);
    if ((event as KeyboardEvent).key === 'Backspace' && box.value === '' && last !== undefined) say(letGo(last));
  });

  function change(values: string[]) {
    picked = values;
    surface.form.set(block_id, action_id, values);
    surface.form.set(block_id, `${action_id} words`, values.map(nameOf));
    draw();
  }

  function letGo(value: string): string {
    change(picked.filter((other) => other !== value));
    return `${nameOf(value)} is taken away, ${picked.length} left.`;
  }

  /** Slack tells the app once the list is shut, not of each pick. */
  function send() {
    if (JSON.stringify(picked) === JSON.stringify(sent)) return;
    const before = sent;
    sent = picked;
    void enter(box, slot, picked, () => {
      sent = before;
      change(before);
    });
  }

  function nameOf(value: string): string {
    return names.get(value) ?? value;
  }

  function draw() {
    tokens.hidden = picked.length === 0;
    tokens.replaceChildren(...picked.map((value) => el('li', { class: 'token' }, nameOf(value), removal(value))));
  }

  function removal(value: string): HTMLElement {
    const click = () => {
      say(letGo(value));
      send();
      box.focus();
    };
    return el('button', { type: 'button', 'aria-label': `Remove ${nameOf(value)}`, click }, '✕');
  }

  draw();
  return el('div', { class: 'many' }, tokens, drawn);
}

/** Options that stand in the blocks, sought by any part of their words. */
export function amongOptions(element: Json): Source {
  const groups = objectsIn(element.option_groups);
  const options = objectsIn(element.options);
  const begun = objectsIn(element.initial_options).map(({ value }) => stringOf(value));
  return {
    least: 0,
    begun,
    known: [...options, ...groups.flatMap((group) => objectsIn(group.options))],
    offer: (typed) => ({
      options: matching(options, typed),
      groups: groups
        .map((group) => ({ ...group, options: matching(objectsIn(group.options), typed) }))
        .filter((group) => group.options.length > 0),
      trouble: null,
    }),
  };
}

/** Options that the app is asked for. */
export function amongOffered({ element, surface, block_id }: Slot): Source {
  const begun = objectsIn(element.initial_options);
  return {
    least: leastOf(element),
    begun: begun.map(({ value }) => stringOf(value)),
    known: begun,
    offer: (typed) => surface.suggest(block_id, stringOf(element.action_id), typed),
  };
}

/** People or channels; `initial` is the field with those that the app began with. */
export function amongPlaces(element: Json, initial: string, places: Json[]): Source {
  const begun = element[initial];
  return {
    least: 0,
    begun: Array.isArray(begun) ? begun.map(stringOf) : [],
    known: places,
    offer: (typed) => ({ options: matching(places, typed), trouble: null }),
  };
}

function matching(options: readonly Json[], typed: string): Json[] {
  const sought = typed.toLowerCase();
  return options.filter((option) => textOf(option.text).toLowerCase().includes(sought));
}
