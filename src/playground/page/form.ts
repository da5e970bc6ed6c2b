/** What is filled in in a message or a view; it outlives a reload. */

import type { WireValues } from '../wire.js';
import { draftOf, keepDraft } from './drafts.js';
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

/** `key` says where; the same key finds the same form again. */
export function createForm(key: string): Form {
  const filled = read(draftOf(`form ${key}`));
  return {
    get: (block_id, action_id) => filled[block_id]?.[action_id],
    set(block_id, action_id, value) {
      const { [action_id]: _, ...others } = filled[block_id] ?? {};
      filled[block_id] = value === undefined ? others : { ...others, [action_id]: value };
      keepDraft(`form ${key}`, JSON.stringify(filled));
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
  };
}

/** False for what was picked from a menu that has changed since. */
function offers(element: Json, value: Value): boolean {
  const groups = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options));
  const options = [...objectsIn(element.options), ...groups].map((option) => option.value);
  return options.length === 0 || [value ?? []].flat().every((one) => one === '' || options.includes(one));
}

function read(draft: string): WireValues {
  try {
    const kept: unknown = JSON.parse(draft || '{}');
    return isObject(kept) ? (kept as WireValues) : {};
  } catch {
    return {};
  }
}
