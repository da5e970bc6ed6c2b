import type { Place, Placed } from '../store/store.js';
import type { Ask, Question, Said } from './ask.js';
import type { BotDeps } from './deps.js';
import { createKeep, LONGEST_STORED } from './keep.js';

/** Changes of one message that have block ids of their own, after the reply itself and what takes its place at a press. */
const ROUNDS = { first: 2, count: 18 } as const;

/** Where questions stand, and those that are edited there. */
export function createEdit({ store, redact, keys, now }: Pick<BotDeps, 'store' | 'redact' | 'keys' | 'now'>, ask: Ask) {
  /** Keeps where a question and its reply stand, for a day. */
  function place(asked: string, where: Place): Promise<void> {
    return store.place(asked, where);
  }

  /** Where a question of the last day stands. Null where it was not answered, or that is not known. */
  function placeOf({ id }: Pick<Question, 'id'>): Promise<Placed | null> {
    return store.placeOf(keys.asked(id));
  }

  /**
   * Answers an edited question anew, kept in place of what it was; its votes stay. Null where this edit was answered already, and
   * where nothing that is kept of the words has changed.
   */
  async function askAnew(question: Question, { asked }: Placed, edited: string): Promise<Said | null> {
    const text = redact(question.text).text.slice(0, LONGEST_STORED);
    if (asked.text !== '' && asked.text === text) return null;
    const keep = createKeep({ keys, now }, (anew) => store.revise(anew, edited));
    return ask(question, { keep, round: ROUNDS.first + (Math.floor(Number(edited)) % ROUNDS.count) });
  }

  return { place, placeOf, askAnew };
}
