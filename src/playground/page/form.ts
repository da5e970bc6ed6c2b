/** What is filled in in a message or a view; it outlives a reload. */

import type { WireValues } from '../wire.js';
import { draftOf, keepDraft, keptOf } from './drafts.js';
import { elementsOf, everyBlock } from './every-block.js';
import { isObject, type Json, objectsIn, stringOf } from './json.js';

export type Value = string | string[] | null;

export interface Form {
  /** Undefined where nobody has touched it. */
  get(block_id: string, action_id: string): Value | undefined;
  /** Undefined leaves it as if nobody had touched it. */
  set(block_id: string, action_id: string, value: Value | undefined): void;
  /** All that is filled in in these blocks, to be sent. */
  values(blocks: readonly Json[]): WireValues;
}

/** One that a person may leave. */
export interface LeftForm extends Form {
  /** Takes up what was left in a form that asked for the same, where nothing is filled in here yet. True as long as it asks for that. */
  takeUp(asks: string): boolean;
  /** What is filled in is kept for the next form that asks for the same. */
  leave(asks: string): void;
}

/** `key` says where; the same key finds the same form again. */
export function createForm(key: string): LeftForm {
  let filled = read(`form ${key}`);
  let takenUp: string | null = null;
  const keep = () => keepDraft(`form ${key}`, JSON.stringify(filled));
  return {
    get: (block_id, action_id) => filled[block_id]?.[action_id],
    set(block_id, action_id, value) {
      const { [action_id]: _, ...others } = filled[block_id] ?? {};
      filled[block_id] = value === undefined ? others : { ...others, [action_id]: value };
      keep();
    },
    values(blocks) {
      const values: WireValues = {};
      for (const block of everyBlock(blocks)) {
        const block_id = stringOf(block.block_id);
        for (const element of elementsOf(block)) {
          const { action_id } = element;
          const value = filled[block_id]?.[stringOf(action_id)];
          if (value !== undefined && offers(element, value))
            values[block_id] = { ...values[block_id], [stringOf(action_id)]: value };
        }
      }
      return values;
    },
    takeUp(asks) {
      const left = Object.keys(filled).length > 0 ? '' : draftOf(`left ${asks}`);
      if (left === '') return asks === takenUp;
      filled = read(`left ${asks}`);
      takenUp = asks;
      keep();
      keepDraft(`left ${asks}`, '');
      return true;
    },
    leave(asks) {
      keepDraft(`left ${asks}`, JSON.stringify(filled));
    },
  };
}

/** False for what was picked from a menu that has changed since. */
function offers(element: Json, value: Value): boolean {
  const groups = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options));
  const options = [...objectsIn(element.options), ...groups].map((option) => option.value);
  return options.length === 0 || [value ?? []].flat().every((one) => one === '' || options.includes(one));
}

function read(key: string): WireValues {
  const kept = keptOf(key);
  return isObject(kept) ? (kept as WireValues) : {};
}
