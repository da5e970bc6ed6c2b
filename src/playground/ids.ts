/** Which blocks and elements there are, and the ids by which the app is told of them. */

import { isObject, type Json, objectsIn, stringOr } from './json.js';
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

/** The blocks, each before those that stand in it. */
export function everyBlock(blocks: readonly Json[]): Json[] {
  return blocks.flatMap((block) => [block, ...everyBlock(within(block))]);
}

/** The blocks that stand in a block: a container's, or the cards of a carousel. */
export function within(block: Json): Json[] {
  if (block.type === 'container') return objectsIn(block.child_blocks);
  return block.type === 'carousel' ? objectsIn(block.elements) : [];
}

/** All elements of a block: those in its row, the one beside its text, the one that it asks with, a card's buttons. */
export function elementsOf(block: Json): Json[] {
  if (block.type === 'carousel') return [];
  return [
    ...objectsIn(block.elements),
    ...objectsIn(block.actions),
    ...[block.accessory, block.element].filter(isObject),
  ];
}

const PRESSED = new Set('button overflow feedback_buttons icon_button'.split(' '));
