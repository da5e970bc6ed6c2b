import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Place } from './entry.js';

/** Where the fields of one thing that was read stand: the value's own place, or its name's before a block, then each item of a list. */
export type FieldPlaces = ReadonlyMap<string, readonly Place[]>;

/** By an entry, a source, a unit … as it was read. Kept beside the knowledge: only a check asks for it. */
export type Places = ReadonlyMap<object, FieldPlaces>;

/** The places of a map's fields; of lists those items that could be read. */
export function fieldPlaces(node: unknown, place: (node: unknown) => Place, unread: ReadonlySet<unknown>): FieldPlaces {
  const places = new Map<string, Place[]>();
  if (!isMap(node)) return places;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const own = isScalar(value) && value.type !== Scalar.BLOCK_LITERAL && value.type !== Scalar.BLOCK_FOLDED;
    const items = isSeq(value)
      ? value.items.filter((item) => !unread.has(item))
      : isMap(value)
        ? value.items.map((pair) => pair.key)
        : [];
    places.set(String(key.value), [place(own && value.value !== null ? value : key), ...items.map(place)]);
  }
  return places;
}

/** What was read, beside the places of its fields. */
export interface Read {
  places: Places;
  /** By the file's name. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Where something in a field stands: the field itself, the item of its list of that number, or the first line of its text
 * that has these words. The owner's own place where that is not known.
 */
export function placeIn({ places, texts }: Read, owner: object, field: string, at?: number | string): Place {
  const known = places.get(owner)?.get(field);
  const first = known?.[0] ?? ('place' in owner ? (owner.place as Place) : { file: '.', line: 1, col: 1 });
  if (typeof at === 'number') return known?.[at + 1] ?? first;
  return (at === undefined ? undefined : placeOfWords(texts.get(first.file), first, at)) ?? first;
}

/** Looks from a field's first line on, as far as its text goes: to a line that is indented no deeper. */
function placeOfWords(text: string | undefined, { file, line, col }: Place, words: string): Place | undefined {
  const lines = text?.split('\n') ?? [];
  const depth = /^[ ]*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
  for (let at = line - 1; at < lines.length; at += 1) {
    const each = lines[at] ?? '';
    if (at >= line && each.trim() !== '' && /^[ ]*/.exec(each)?.[0].length === depth) return undefined;
    const found = each.indexOf(words, at === line - 1 ? col - 1 : 0);
    if (found >= 0) return { file, line: at + 1, col: found + 1 };
  }
  return undefined;
}
