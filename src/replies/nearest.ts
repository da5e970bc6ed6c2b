import Fuse from 'fuse.js';

/** Fuse.js calls a perfect match 0 and none 1. A slip or two in a name of some letters stay below. */
const FARTHEST = 0.35;
/** A second one as near as this is no less likely to be meant. */
const AS_NEAR = 0.05;
/** Characters of a name that are compared: in a shorter one a slip is another word, and Fuse.js takes no more at once. */
const SHORTEST = 5;
const LONGEST = 32;

/**
 * The item of which one of the names is meant, slips of the finger forgiven, but not in the first letter. Null where none is near,
 * or two are as near.
 */
export function nearest<Item>(
  typed: string,
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): Item | null {
  const name = typed.trim().toLowerCase().slice(0, LONGEST);
  if (name.length < SHORTEST) return null;
  const alike = items.flatMap((item) => {
    const names = namesOf(item).filter((each) => each[0]?.toLowerCase() === name[0]);
    return names.length === 0 ? [] : [{ item, names }];
  });
  const fuse = new Fuse(alike, { keys: ['names'], includeScore: true, threshold: FARTHEST });
  const [best, second] = fuse.search(name, { limit: 2 });
  if (best === undefined) return null;
  const rival = second !== undefined && (second.score ?? 1) - (best.score ?? 0) < AS_NEAR;
  return rival ? null : best.item.item;
}
