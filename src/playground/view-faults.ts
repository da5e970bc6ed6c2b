/** What Slack refuses of a modal or a home. Pages: https://docs.slack.dev/reference/views/modal-views and home-tab-views */

import { faultsOf } from './block-faults.js';
import { type Add, optional, text } from './checks.js';
import { isObject, type Json, objectsIn } from './json.js';
import { elementsOf, everyBlock } from './page/every-block.js';

/** Longest JSON of a view, in characters. */
const LARGEST = 250_000;
const IN_BAR = 24;

export interface ViewFaults {
  error: 'invalid_arguments' | 'view_too_large';
  messages: string[];
}

/** Null where Slack takes the view as one of this type. */
export function viewFaults(view: unknown, type: 'modal' | 'home'): ViewFaults | null {
  const messages: string[] = [];
  const add: Add = (fault, at) => messages.push(`[ERROR] ${fault} [json-pointer:${at}]`);
  if (!isObject(view) || !Array.isArray(view.blocks)) {
    add('missing required field: blocks', '/view/blocks');
    return { error: 'invalid_arguments', messages };
  }
  if (JSON.stringify(view).length > LARGEST) return { error: 'view_too_large', messages };
  if (view.type !== type) add(`unsupported type: ${view.type}`, '/view/type');
  optional(view.private_metadata || undefined, '/view/private_metadata', 3000, add);
  optional(view.callback_id || undefined, '/view/callback_id', 255, add);
  optional(view.external_id || undefined, '/view/external_id', 255, add);
  if (type === 'modal') modalFaults(view, add);
  messages.push(...faultsOf(view.blocks, type));
  const focused = everyBlock(objectsIn(view.blocks))
    .flatMap(elementsOf)
    .filter(({ focus_on_load }) => focus_on_load === true);
  if (focused.length > 1) add('only one element may have focus_on_load', '/view/blocks');
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : null;
}

function modalFaults(view: Json, add: Add): void {
  text(view.title, '/view/title', IN_BAR, add, 'plain_text');
  for (const button of ['submit', 'close'] as const) {
    if (view[button] !== undefined && view[button] !== null) {
      text(view[button], `/view/${button}`, IN_BAR, add, 'plain_text');
    }
  }
  const asks = Array.isArray(view.blocks) && view.blocks.some((block) => isObject(block) && block.type === 'input');
  if (asks && !view.submit) add('missing required field: submit', '/view/submit');
}
