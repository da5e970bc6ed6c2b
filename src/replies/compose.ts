import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { button, context } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import { type Name, nameOf } from './names.js';
import type { Reply } from './reply.js';
import { titled } from './titled.js';
import { carried, knownWarnings, type Warning, warningBlocks, warningText } from './warning.js';

/** What stands above and below a reply to a question. */
export interface Additions {
  /** The answered entry, which is not shown a second time. */
  entry?: string | null;
  warnings?: readonly Warning[];
  /** Something to be told with the reply, where only the asker sees it. */
  note?: Reply | null;
  corrections?: readonly { typed: string; read: string }[];
  /** Ids of further entries that the question is answered by. */
  also?: readonly string[];
}

/** Most entries under "Also", and most words told as read otherwise. */
const MOST_ALSO = 2;
const MOST_CORRECTIONS = 3;
/** Characters shown of a word that was read otherwise. */
const LONGEST_WORD = 60;
/** Choices of these names take their reply's place. */
const IN_PLACE: ReadonlySet<Name | undefined> = new Set<Name>(['choose', 'instead', 'none']);

/**
 * A reply with its warnings above everything, then a note and what was read otherwise, and further entries below the answer. A reply
 * with nothing to add is handed back as it is: answers are made once, and posted from what is kept of them.
 */
export function compose(reply: Reply, additions: Additions, knowledge: Knowledge): Reply {
  const { entry = null, note = null, corrections = [] } = additions;
  const warned = knownWarnings(
    (additions.warnings ?? []).filter((warning) => warning.entry !== entry),
    knowledge,
  );
  const shown = new Set([entry, ...warned.map((each) => each.entry.id)]);
  const also = [...new Set(additions.also ?? [])]
    .flatMap((id) => (shown.has(id) ? [] : (knowledge.entries.get(id) ?? [])))
    .slice(0, MOST_ALSO);
  const read = corrections.length === 0 ? [] : [correctionLine(corrections)];
  if (warned.length === 0 && note === null && read.length === 0 && also.length === 0) return reply;

  const above = [...warned.map(warningText), ...(note === null ? [] : [note.text]), ...read];
  const below = also.map(alsoText);
  const room = LIMITS.text - [...above, ...below].join('\n\n').length - 4;
  const own =
    warned.length === 0 ? reply.blocks : reply.blocks.map((block, at) => carrying(block, carried(warned, at)));
  return {
    text: [...above, shorten(reply.text, room), ...below].join('\n\n'),
    blocks: numbered([
      ...warned.flatMap(warningBlocks),
      ...(note?.blocks ?? []),
      ...read.map((line) => context(line)),
      ...own.slice(0, reply.foot),
      ...also.flatMap((each): KnownBlock[] => [{ type: 'divider' }, alsoBlock(each)]),
      ...(reply.foot === undefined ? [] : own.slice(reply.foot)),
    ]),
  };
}

/** `I read "plantar fascitis" as plantar fasciitis.` */
function correctionLine(corrections: NonNullable<Additions['corrections']>): string {
  const told = corrections
    .slice(0, MOST_CORRECTIONS)
    .map(({ typed, read }) => `"${escapeWithin(typed, LONGEST_WORD)}" as ${escapeWithin(read, LONGEST_WORD)}`);
  const last = told.pop();
  return `I read ${told.length === 0 ? last : `${told.join(', ')} and ${last}`}.`;
}

function alsoText(entry: Entry): string {
  return titled(entry, 'Also: ');
}

function alsoBlock(entry: Entry): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: alsoText(entry), verbatim: true },
    accessory: button('read', { label: 'Read it', value: entry.id, spoken: `Read it: ${entry.questions[0]}` }),
  };
}

/** A block with choices that take the reply's place carries the warnings on. */
function carrying(block: KnownBlock, warned: string): KnownBlock {
  const elements = block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
  const inPlace = elements.some((each) =>
    IN_PLACE.has(each && 'action_id' in each ? nameOf(each.action_id ?? '') : undefined),
  );
  return inPlace ? { ...block, block_id: warned } : block;
}

/** Numbers the buttons of each name over the whole message. */
function numbered(blocks: readonly KnownBlock[]): KnownBlock[] {
  const counts = new Map<string, number>();
  function renamed<T>(element: T): T {
    const [, name] = /^(.+):\d+$/.exec((element as { action_id?: string } | undefined)?.action_id ?? '') ?? [];
    if (name === undefined) return element;
    const number = counts.get(name) ?? 0;
    counts.set(name, number + 1);
    return { ...element, action_id: `${name}:${number}` };
  }
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(renamed) };
    if (block.type === 'section' && block.accessory) return { ...block, accessory: renamed(block.accessory) };
    return block;
  });
}
