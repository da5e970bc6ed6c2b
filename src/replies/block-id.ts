import { LIMITS } from './limits.js';

/** An entry that is warned of, with the number of the words in its `watch_for`. */
export interface Told {
  entry: string;
  word: number;
}

/** What Slack hands back with every press, also for a message that only one person sees: the id of the button's block. */
export interface Carried {
  /** Id of the question that the reply belongs to. Null for a block of an earlier version, or of nobody's. */
  asked: string | null;
  /** Marks the person who asked, without telling who that is. Null where nobody or everybody did. */
  asker: string | null;
  /** Timestamp of the thread that an answer which one person alone sees may be shared to. Null where none is meant. */
  thread: string | null;
  /** What stood above the reply, the most urgent first. */
  warnings: readonly Told[];
}

/** `1kQ…22 characters…:4:8 characters@1763.000100 refer~1 clots~0`. Blocks of an earlier version have "warned" in the question's place. */
const SHAPE = /^([\w-]{0,40}):\d{1,3}(?::([\w-]{8}))?(?:@(\d{1,12}\.\d{1,6}))?((?: [^ ~]+~-?\d{1,9})*)$/;
const ASKED = /^[\w-]{22}$/;

/** A block's id. `at` tells it from the others of its message; the least urgent warnings go where not all find room. */
export function blockId(
  { asked, asker, thread = null }: { asked: string; asker: string | null; thread?: string | null },
  at: number,
  warnings: readonly Told[],
): string {
  const told = warnings.map(({ entry, word }) => `${entry}~${word}`);
  const head = [`${asked}:${at}`, asker === null ? '' : `:${asker}`, thread === null ? '' : `@${thread}`].join('');
  const id = () => [head, ...told].join(' ');
  while (id().length > LIMITS.blockId) told.pop();
  return id();
}

/** What a block's id carries: nothing where it is none of ours. */
export function readBlockId(id: string): Carried {
  const [, asked = '', asker = null, thread = null, told = ''] = SHAPE.exec(id) ?? [];
  const warnings = told.split(' ').flatMap((each) => {
    const [entry = '', word] = each.split('~');
    return word === undefined ? [] : [{ entry, word: Number(word) }];
  });
  return ASKED.test(asked) ? { asked, asker, thread, warnings } : { asked: null, asker: null, thread: null, warnings };
}
