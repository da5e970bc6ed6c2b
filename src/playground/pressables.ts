/** Everything on a post or in a view that a person can press, pick or enter, with the action that Slack then sends. */

import type { Offered } from './forms.js';
import { isObject, type Json, objectsIn, stringOr } from './json.js';
import { elementsOf, everyBlock } from './page/every-block.js';
import { isStateful, optionsOf, stateOf } from './states.js';

export interface Pressable {
  block_id: string;
  action_id: string;
  /** The button's or option's value, what is typed, or all that is ticked. */
  value: string | readonly string[] | undefined;
  /** The words on it. */
  label: string;
  /** Throws where what is entered is nothing that the element offers. */
  action(): Json;
  /** True where it stays filled in, so that `state.values` tells it, too. */
  stays: boolean;
}

/** Which is meant: every field given must be the same. What is typed or ticked is `value`. */
export interface Wanted {
  block_id?: string | undefined;
  action_id?: string | undefined;
  label?: string | undefined;
  value?: string | readonly string[] | undefined;
}

/** The one that is meant. Throws with all of them listed where there is none, or more than one. */
export function pressableIn(blocks: readonly Json[], wanted: Wanted, offered: Offered): Pressable {
  const all = pressablesIn(blocks, wanted.value, offered);
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const [found, ...more] = all.filter((choice) =>
    given.every(([key, value]) => same(choice[key as keyof Wanted], value)),
  );
  if (found && more.length === 0) return found;
  const asked = JSON.stringify(Object.fromEntries(given));
  const there = all
    .map(({ action_id, value, label }) => `  ${action_id} ${value ?? '(no value)'} "${label}"`)
    .join('\n');
  throw new Error(`${found ? 'More than one' : 'Nothing'} matches ${asked}. There are:\n${there}`);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function pressablesIn(blocks: readonly Json[], entered: Wanted['value'], offered: Offered): Pressable[] {
  return everyBlock(blocks).flatMap((block) =>
    // An input block keeps to itself until the form is sent, unless it asks for more.
    (block.type === 'input' && block.dispatch_action !== true ? [] : elementsOf(block)).flatMap((element) => {
      const place = { block_id: stringOr(block.block_id, ''), action_id: stringOr(element.action_id, '') };
      return partsOf(element, entered, offered(place.block_id, place.action_id)).map(({ value, label, more }) => ({
        ...place,
        value,
        label,
        action: () => ({ ...place, type: element.type, ...withoutUndefined(more()) }),
        stays: isStateful(element),
      }));
    }),
  );
}

/** A part of an element that one presses, with what it adds to the action. */
interface Part {
  value: Pressable['value'];
  label: string;
  more(): Json;
}

function partsOf(element: Json, entered: Wanted['value'], offered: readonly Json[]): Part[] {
  const { placeholder, confirm } = element;
  switch (element.type) {
    case 'button': {
      const { text, value, url, style } = element;
      return [part(element, { text, value, url, style, confirm })];
    }
    case 'icon_button': {
      const { icon, text, value } = element;
      return [part(element, { icon, text, value })];
    }
    case 'feedback_buttons':
      return objectsIn([element.positive_button, element.negative_button]).map((side) =>
        part(side, { text: side.text, value: side.value }),
      );
    case 'overflow':
      return optionsOf(element).map((option) => part(option, { selected_option: option }));
    case 'static_select':
    case 'radio_buttons':
      return optionsOf(element).map((option) => part(option, { selected_option: option, placeholder }));
    case 'external_select':
      return offered.map((option) =>
        part(option, { selected_option: option, placeholder, min_query_length: element.min_query_length }),
      );
    default:
      // What is typed, ticked or picked from everybody is what it is said to be.
      return isStateful(element) && entered !== undefined
        ? [{ value: entered, label: labelOf({ text: placeholder }), more: () => stateOf(element, entered, offered) }]
        : [];
  }
}

function part(it: Json, more: Json): Part {
  return { value: stringOr(it.value, undefined), label: labelOf(it), more: () => more };
}

function labelOf(it: Json): string {
  return isObject(it.text) ? stringOr(it.text.text, '') : '';
}

function withoutUndefined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
