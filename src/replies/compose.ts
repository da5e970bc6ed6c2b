import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { blockId } from './block-id.js';
import { beside, button, context } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import { NAMES } from './names.js';
import type { Reply } from './reply.js';
import { restatedBlock, restatedText } from './restated.js';
import { type Sharing, shareButton } from './share.js';
import { titled } from './titled.js';
import { shownWarnings, told, type Warning, warningBlock, warningText } from './warning.js';

/** The question that a reply belongs to, and what stands above and below it. */
export interface Additions {
  /** Id of the question, which the buttons carry. */
  asked: string;
  /** Marks who asked, for what only that person may change. */
  asker?: string | null;
  /** True for a reply that takes the place of another: Slack wants new ids for the blocks of a changed message. */
  inPlace?: boolean;
  /** Tells the blocks' ids from those that the message had, where its question was edited: 0 to 19. */
  round?: number;
  /** The answered entry, which is not shown a second time. */
  entry?: string | null;
  /** The entry before it in its thread, with which the question was read. */
  readWith?: Entry | null;
  warnings?: readonly Warning[];
  /** Warnings of the reply that this one stands beside: not shown once more, but carried on by the buttons. */
  carried?: readonly Warning[];
  /** Something to be told with the reply, where only the asker sees it. */
  note?: Reply | null;
  /** The question in plain words, where Slack does not show it beside the reply. */
  restated?: string | undefined;
  /** Where only one person sees the answer, and may share it. */
  share?: Sharing | null | undefined;
  corrections?: readonly { typed: string; read: string }[];
  /** Ids of further entries that the question is answered by. */
  also?: readonly string[];
}

/** Most entries under "Also", and most words told as read otherwise. */
const MOST_ALSO = 2;
const MOST_CORRECTIONS = 3;
/** Characters shown of the title of what a question was read with. */
const LONGEST_TITLE = 300;
/** Characters shown of a word that was read otherwise. */
const LONGEST_WORD = 60;

/**
 * A reply with its warnings above everything, then a note and what was read otherwise, and further entries below the answer. Its
 * buttons carry the question. The reply handed in stays as it is: answers are made once, for everybody.
 */
export function compose(reply: Reply, additions: Additions, knowledge: Knowledge): Reply {
  const {
    asked,
    asker = null,
    inPlace = false,
    round = inPlace ? 1 : 0,
    readWith = null,
    entry = null,
    note = null,
    corrections = [],
  } = additions;
  const { restated = '', share = null } = additions;
  const warned = shownWarnings(additions, knowledge);
  const shown = new Set([entry, ...warned.map((each) => each.entry.id)]);
  const also = [...new Set(additions.also ?? [])]
    .flatMap((id) => (shown.has(id) ? [] : (knowledge.entries.get(id) ?? [])))
    .slice(0, MOST_ALSO);
  const read = [
    ...(corrections.length === 0 ? [] : [correctionLine(corrections)]),
    ...(readWith === null ? [] : [`I read this with: ${escapeWithin(readWith.questions[0], LONGEST_TITLE)}`]),
  ];

  const alsoIds = also.map(({ id }) => id);
  const shared = share === null || entry === null ? [] : [shareButton(share, entry, alsoIds)];

  const above = [
    ...warned.map((each) => warningText(each)),
    ...(note === null ? [] : [note.text]),
    ...(restated === '' ? [] : [restatedText(restated)]),
    ...read,
  ];
  const below = also.map(alsoText);
  const room = LIMITS.text - [...above, ...below].reduce((taken, { length }) => taken + length + 2, 0);
  const blocks = [
    ...warned.map((each) => warningBlock(each)),
    ...(note?.blocks ?? []),
    ...(restated === '' ? [] : [restatedBlock(restated)]),
    ...read.map((line) => context(line)),
    ...reply.blocks.slice(0, reply.foot),
    ...also.flatMap((each): KnownBlock[] => [{ type: 'divider' }, alsoBlock(each)]),
    ...withoutRelated(footOf(reply, shared), shown),
  ];
  const { warnings = [], carried = [] } = additions;
  const onwards = told(shownWarnings({ entry, warnings: [...warnings, ...carried] }, knowledge));
  const first = round * LIMITS.blocks;
  return {
    text: [...above, shorten(reply.text, room), ...below].join('\n\n'),
    blocks: numbered(blocks, (at) => blockId({ asked, asker, thread: share?.thread ?? null }, first + at, onwards)),
  };
}

/** Evidence, sources and votes, with further buttons in their row. */
function footOf({ blocks, foot = blocks.length }: Reply, more: readonly Button[]): KnownBlock[] {
  return blocks
    .slice(foot)
    .map((block) => (block.type === 'actions' ? { ...block, elements: [...block.elements, ...more] } : block));
}

/** Leaves out of the menu of related entries what stands in the reply already. */
function withoutRelated(blocks: readonly KnownBlock[], shown: ReadonlySet<string | null>): KnownBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'actions') return block;
    const elements = block.elements.flatMap((element) => {
      if (element.type !== 'static_select' || element.action_id !== NAMES.read) return [element];
      const options = element.options?.filter(({ value = '' }) => !shown.has(value)) ?? [];
      return options.length === 0 ? [] : [{ ...element, options }];
    });
    return { ...block, elements };
  });
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
  const spoken = `Read it: ${entry.questions[0]}`;
  return beside(alsoText(entry), button('read', { label: 'Read it', value: entry.id, spoken }));
}

/** Gives an id to every block that can be pressed, and numbers the buttons of each name over the whole message. */
function numbered(blocks: readonly KnownBlock[], idAt: (at: number) => string): KnownBlock[] {
  const counts = new Map<string, number>();
  function renamed<T>(element: T): T {
    const [, name] = /^(.+):\d+$/.exec((element as { action_id?: string }).action_id ?? '') ?? [];
    if (name === undefined) return element;
    const number = counts.get(name) ?? 0;
    counts.set(name, number + 1);
    return { ...element, action_id: `${name}:${number}` };
  }
  return blocks.map((block, at): KnownBlock => {
    if (block.type === 'actions')
      return { ...block, block_id: idAt(at), elements: block.elements.map((each) => renamed(each)) };
    if (block.type === 'context_actions') return { ...block, block_id: idAt(at) };
    if (block.type === 'section' && block.accessory)
      return { ...block, block_id: idAt(at), accessory: renamed(block.accessory) };
    return block;
  });
}
