/** What one can fill in. */

import { el, freshId } from './dom.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';
import { mrkdwn } from './mrkdwn.js';
import { amongOffered, amongOptions, amongPlaces, pickMany } from './pick-many.js';
import { pickOne } from './pick-one.js';
import { enter } from './press.js';
import type { Slot } from './slot.js';
import { MOMENTS, TEXTS } from './texts.js';

export const INPUTS: Record<string, (slot: Slot) => Node> = {
  ...TEXTS,
  ...MOMENTS,
  static_select: (slot) => select(slot, groupsOf(slot.element), 'initial_option'),
  users_select: (slot) => select(slot, [{ options: slot.surface.people.map(placeOption) }], 'initial_user'),
  conversations_select: (slot) => select(slot, [{ options: places(slot) }], 'initial_conversation'),
  channels_select: (slot) => select(slot, [{ options: places(slot) }], 'initial_channel'),
  external_select: pickOne,
  multi_static_select: (slot) => pickMany(slot, amongOptions(slot.element)),
  multi_external_select: (slot) => pickMany(slot, amongOffered(slot)),
  multi_users_select: (slot) =>
    pickMany(slot, amongPlaces(slot.element, 'initial_users', slot.surface.people.map(placeOption))),
  multi_conversations_select: (slot) =>
    pickMany(slot, amongPlaces(slot.element, 'initial_conversations', places(slot))),
  multi_channels_select: (slot) => pickMany(slot, amongPlaces(slot.element, 'initial_channels', places(slot))),
  radio_buttons: (slot) => choices(slot, 'radio'),
  checkboxes: (slot) => choices(slot, 'checkbox'),
};

interface Group {
  label?: string;
  options: Json[];
}

function groupsOf(element: Json): Group[] {
  const groups = objectsIn(element.option_groups);
  if (groups.length === 0) return [{ options: objectsIn(element.options) }];
  return groups.map((group) => ({ label: textOf(group.label), options: objectsIn(group.options) }));
}

/** Where one may pick, as far as the app asks for it. Slack offers public channels only where it asks for channels. */
function places({ element, surface }: Slot): Json[] {
  const publicOnly = stringOf(element.type).endsWith('channels_select');
  const filter = isObject(element.filter) ? element.filter : {};
  const include = publicOnly ? ['public'] : Array.isArray(filter.include) ? filter.include : null;
  return surface.places.filter(({ kind }) => include === null || include.includes(kind)).map(placeOption);
}

function placeOption({ id, name }: { id: string; name: string }): Json {
  return { text: { type: 'plain_text', text: name }, value: id };
}

function select(slot: Slot, groups: readonly Group[], initial: string): Node {
  const { element, surface, block_id, named } = slot;
  const placeholder = textOf(element.placeholder) || 'Choose';
  const option = (it: Json) => el('option', { value: stringOf(it.value) }, textOf(it.text));
  const drawn = groups.flatMap<Node>(({ label, options }) =>
    label === undefined ? options.map(option) : [el('optgroup', { label }, ...options.map(option))],
  );
  const menu: HTMLSelectElement = el(
    'select',
    {
      class: 'select',
      ...('id' in named ? named : { 'aria-label': placeholder }),
      change() {
        const before = shown;
        shown = menu.value;
        void enter(menu, slot, menu.value, () => {
          shown = before;
          menu.value = before;
        });
      },
    },
    el('option', { value: '', disabled: slot.sends }, placeholder),
    ...drawn,
  );
  const begun = element[initial];
  const kept = surface.form.get(block_id, stringOf(element.action_id));
  menu.value = kept === undefined ? stringOf((begun as Json | undefined)?.value) || stringOf(begun) : stringOf(kept);
  if (menu.selectedIndex < 0) menu.value = '';
  let shown = menu.value;
  return menu;
}

/** Radio buttons send the one, boxes all that are ticked. */
function choices(slot: Slot, type: 'radio' | 'checkbox'): Node {
  const { element, surface, block_id, named } = slot;
  const kept = surface.form.get(block_id, stringOf(element.action_id));
  const begun = objectsIn(type === 'radio' ? [element.initial_option] : element.initial_options);
  const chosen = kept === undefined ? begun.map(({ value }) => stringOf(value)) : [kept ?? []].flat();
  const name = freshId();
  const boxes = objectsIn(element.options).map((option) => {
    const value = stringOf(option.value);
    const box = el('input', { type, name, value, checked: chosen.includes(value), change: () => changed(box) });
    const described = textOf(option.description);
    const words =
      (option.text as Json | undefined)?.type === 'mrkdwn'
        ? mrkdwn(textOf(option.text), surface.names)
        : [textOf(option.text)];
    const label = el(
      'label',
      { class: 'choice' },
      box,
      el('span', {}, ...words, described ? el('span', { class: 'choice-detail' }, described) : null),
    );
    return { box, label };
  });
  let ticked = chosen;
  function changed(target: HTMLElement) {
    const before = ticked;
    ticked = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    void enter(target, slot, type === 'radio' ? (ticked[0] ?? null) : ticked, () => {
      ticked = before;
      for (const { box } of boxes) box.checked = before.includes(box.value);
    });
  }
  return el(
    'div',
    {
      class: 'choices',
      role: type === 'radio' ? 'radiogroup' : 'group',
      'aria-label': slot.label || 'Choices',
      ...named,
    },
    ...boxes.map(({ label }) => label),
  );
}
