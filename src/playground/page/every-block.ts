/** Which blocks and elements there are. The page and its server both read them here. */

import { isObject, type Json, objectsIn } from './json.js';

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
