/** The ids by which the app is told of blocks and elements. */

import { type Json, stringOr } from './json.js';
import { elementsOf, everyBlock } from './page/every-block.js';
import { isStateful } from './states.js';

/** Slack gives every block an id, and every element an action id, where the app gave none. */
export function withIds(blocks: readonly Json[]): Json[] {
  const named = structuredClone(blocks) as Json[];
  for (const [place, block] of everyBlock(named).entries()) {
    block.block_id ??= `b${place}`;
    for (const [at, element] of elementsOf(block).entries()) {
      if (PRESSED.has(stringOr(element.type, '')) || isStateful(element)) element.action_id ??= `b${place}a${at}`;
    }
  }
  return named;
}

const PRESSED = new Set('button overflow feedback_buttons icon_button'.split(' '));
