/** Everything on a post that a person can press or pick, with the action that Slack then sends. */

import { isObject, type Json, objectsIn, stringOr } from './json.js';
import type { Post } from './posts.js';

export interface Choice {
  block_id: string;
  action_id: string;
  /** The button's or option's value. */
  value: string | undefined;
  /** The words on it. */
  label: string;
  action: Json;
}

/** Which choice is meant: every field given must be the same. */
export type Wanted = Partial<Record<'block_id' | 'action_id' | 'value' | 'label', string | undefined>>;

/** The one choice that is meant. Throws with all choices listed where there is none, or more than one. */
export function choose(post: Post, wanted: Wanted): Choice {
  const all = choicesOn(post.blocks);
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const [found, ...more] = all.filter((choice) => given.every(([key, value]) => choice[key as keyof Wanted] === value));
  if (found && more.length === 0) return found;
  const asked = JSON.stringify(Object.fromEntries(given));
  const there = all
    .map(({ action_id, value, label }) => `  ${action_id} ${value ?? '(no value)'} "${label}"`)
    .join('\n');
  throw new Error(`${found ? 'More than one choice' : 'No choice'} matches ${asked}. On the post are:\n${there}`);
}

function choicesOn(blocks: readonly Json[]): Choice[] {
  return blocks.flatMap((block) =>
    [...objectsIn(block.elements), ...objectsIn([block.accessory])].flatMap((element) =>
      partsOf(element).map(({ part, more }) => {
        const place = { block_id: stringOr(block.block_id, ''), action_id: stringOr(element.action_id, '') };
        const value = stringOr(part.value, undefined);
        const action = { ...place, type: element.type, ...more };
        return { ...place, value, label: labelOf(part), action };
      }),
    ),
  );
}

/** The parts of an element that one presses, each with what it adds to the action. */
function partsOf(element: Json): { part: Json; more: Json }[] {
  switch (element.type) {
    case 'button': {
      const { text, value, url, style, confirm } = element;
      return [{ part: element, more: withoutUndefined({ text, value, url, style, confirm }) }];
    }
    case 'feedback_buttons':
      return objectsIn([element.positive_button, element.negative_button]).map((part) => ({
        part,
        more: { text: part.text, value: part.value },
      }));
    case 'icon_button': {
      const { icon, text, value } = element;
      return [{ part: element, more: withoutUndefined({ icon, text, value }) }];
    }
    case 'static_select':
    case 'overflow':
    case 'radio_buttons':
      return [
        ...objectsIn(element.options),
        ...objectsIn(element.option_groups).flatMap((g) => objectsIn(g.options)),
      ].map((part) => ({
        part,
        more: withoutUndefined({
          selected_option: { text: part.text, value: part.value },
          placeholder: element.placeholder,
        }),
      }));
    default:
      return [];
  }
}

function labelOf(part: Json): string {
  return isObject(part.text) ? stringOr(part.text.text, '') : '';
}

function withoutUndefined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
