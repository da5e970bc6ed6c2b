/** A menu of one thing whose options the app offers as one types. */

import { createCombobox, leastOf } from './combobox.js';
import { isObject, type Json, stringOf, textOf } from './json.js';
import { enter } from './press.js';
import type { Slot } from './slot.js';

export function pickOne(slot: Slot): Node {
  const { element, surface, block_id } = slot;
  const action_id = stringOf(element.action_id);
  const begun = isObject(element.initial_option) ? element.initial_option : {};
  const placeholder = textOf(element.placeholder) || 'Choose';

  // The words of what was picked are kept beside its value.
  const words = () => {
    const kept = surface.form.get(block_id, `${action_id} words`);
    return typeof kept === 'string' ? kept : textOf(begun.text);
  };
  const keep = (picked: string) => {
    surface.form.set(block_id, `${action_id} words`, picked);
    box.value = picked;
  };

  const { element: drawn, box } = createCombobox({
    slot,
    placeholder,
    least: leastOf(element),
    many: false,
    offer: (typed) => surface.suggest(block_id, action_id, typed),
    isPicked: () => false,
    refusal: () => '',
    pick(option: Json) {
      const before = words();
      keep(textOf(option.text));
      void enter(box, slot, stringOf(option.value), () => keep(before));
      return '';
    },
    /** An empty box lets go of what was picked; half a search brings it back. */
    left() {
      if (box.value.trim() !== '' || words() === '') box.value = words();
      else {
        keep('');
        void enter(box, slot, null);
      }
    },
  });
  box.value = words();
  return drawn;
}
