import type { Entry, Knowledge } from '../knowledge/entry.js';
import type { Reading } from '../store/store.js';

/**
 * Words that adults read silently in a minute, in texts that are no fiction: Brysbaert 2019, a review of 190 studies,
 * doi:10.1016/j.jml.2019.104047.
 */
const WORDS_A_MINUTE = 238;

/** An entry of the reading path, as one person stands to it. */
export interface Card {
  entry: Entry;
  /** Hash of what is read of it. */
  version: string;
  /** Its unit, counted from 1. */
  unit: number;
  standing: 'new' | 'changed' | Reading['state'];
}

/** What tells the text of an entry from an earlier one: all that a reader sees of it, however its lines are broken. */
export function textOf({ short = '', answer, safety }: Entry): string {
  return JSON.stringify([short, answer, safety].map((part) => String(part).replace(/\s+/g, ' ').trim()));
}

/** The cards of the reading path in their order, each entry once. */
export function cardsOf(
  { path, entries }: Knowledge,
  readings: readonly Reading[],
  versionOf: (entry: Entry) => string,
): Card[] {
  // What was read of an entry under an id that it had before was read of it; the last reading counts.
  const inOrder = [...readings].sort((one, other) => one.at.getTime() - other.at.getTime());
  const known = new Map(inOrder.map((reading) => [entries.get(reading.entry)?.id, reading]));
  const cards = new Map<string, Card>();
  for (const [at, { entries: ids }] of path.entries()) {
    for (const id of ids) {
      const entry = entries.get(id);
      if (entry === undefined || cards.has(entry.id)) continue;
      const version = versionOf(entry);
      cards.set(entry.id, { entry, version, unit: at + 1, standing: standingOf(known.get(entry.id), version) });
    }
  }
  return [...cards.values()];
}

function standingOf(reading: Reading | undefined, version: string): Card['standing'] {
  if (reading === undefined) return 'new';
  if (reading.version === version) return reading.state;
  return reading.state === 'skipped' ? 'new' : 'changed';
}

/** Whether a card was read as it is now, understood or not. */
export function isRead({ standing }: Card): boolean {
  return standing === 'read' || standing === 'unclear';
}

/**
 * The card to go on with: the first that is new or has changed, else the first that was skipped, after `last` where one has just
 * been, and another one than that. Null where all is read.
 */
export function cardToRead(cards: readonly Card[], last = ''): Card | null {
  const open = cards.filter(({ standing }) => standing === 'new' || standing === 'changed');
  const [first] = open.filter(({ entry }) => entry.id !== last);
  if (first !== undefined) return first;
  const at = cards.findIndex(({ entry }) => entry.id === last);
  const round = [...cards.slice(at + 1), ...cards.slice(0, at + 1)];
  return round.find((card) => !isRead(card)) ?? null;
}

/** The card that stands so many after another, or before it. Null where none does. */
export function cardBeside(cards: readonly Card[], card: Card, steps: number): Card | null {
  return cards[cards.indexOf(card) + steps] ?? null;
}

/** Minutes that it takes to read cards whole, at least one. */
export function minutesFor(cards: readonly Card[]): number {
  const words = cards.map(({ entry: { short = '', answer } }) => `${short} ${answer}`.split(/\s+/).length);
  return Math.max(1, Math.round(words.reduce((sum, count) => sum + count, 0) / WORDS_A_MINUTE));
}
