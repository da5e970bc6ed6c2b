/**
 * What Slack refuses of blocks. The numbers are Slack's (https://docs.slack.dev/reference/block-kit) and stand here on
 * purpose apart from those that the bot keeps to: a wrong number there must fail against this second reading.
 */

import { type Add, type Check, list, optional, optionalText, type Surface, string, text } from './checks.js';
import { element, elements, image, input } from './element-faults.js';
import { isObject, type Json, objectsIn, stringOr } from './json.js';
import { everyBlock, within } from './page/every-block.js';
import { TABLES, textIn } from './table-faults.js';

/** Characters of all blocks together; Slack tells it only by its error (bolt-js#2509). */
const ALL_CHARACTERS = 13_200;
const MARKDOWN_CHARACTERS = 12_000;
const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

/**
 * Blocks that not every surface takes, and where they may stand. Page: https://docs.slack.dev/blocks.json
 */
const ONLY_IN: Record<string, readonly Surface[]> = {
  alert: ['modal'],
  card: ['message', 'home'],
  carousel: ['message', 'home'],
  container: ['message', 'home'],
  context_actions: ['message'],
  data_table: ['message'],
  data_visualization: ['message'],
  file: [],
  markdown: ['message'],
  plan: ['message'],
  table: ['message'],
  task_card: ['message'],
};
const KNOWN_UNCHECKED = 'data_visualization file plan rich_text'.split(' ');
/** What a container takes. */
const CHILDREN = 'actions context divider file header image input rich_text section table video'.split(' ');

const ALERT_LEVELS = 'default info warning error success'.split(' ');

const BLOCKS: Record<string, Check> = {
  header: (it, at, add) => text(it.text, `${at}/text`, 150, add, 'plain_text'),
  section(it, at, add, surface) {
    if (it.text === undefined && it.fields === undefined) add('missing required field: text or fields', at);
    if (it.text !== undefined) text(it.text, `${at}/text`, 3000, add);
    list(it.fields ?? [{}], `${at}/fields`, 10, add);
    for (const [n, field] of objectsIn(it.fields).entries()) text(field, `${at}/fields/${n}`, 2000, add);
    if (isObject(it.accessory)) element(it.accessory, 'accessory', `${at}/accessory`, add, surface);
  },
  context(it, at, add) {
    list(it.elements, `${at}/elements`, 10, add);
    for (const [n, part] of objectsIn(it.elements).entries()) {
      if (part.type === 'image') image(part, `${at}/elements/${n}`, add);
      else text(part, `${at}/elements/${n}`, 3000, add);
    }
  },
  divider() {},
  actions: elements('actions', 25),
  context_actions: elements('context_actions', 5),
  input(it, at, add, surface) {
    text(it.label, `${at}/label`, 2000, add, 'plain_text');
    optionalText(it.hint, `${at}/hint`, 2000, add);
    input(it.element, `${at}/element`, add, surface);
  },
  markdown: (it, at, add) => string(it.text, `${at}/text`, MARKDOWN_CHARACTERS, add),
  alert(it, at, add) {
    text(it.text, `${at}/text`, 200, add);
    if (it.level !== undefined && !ALERT_LEVELS.includes(stringOr(it.level, ''))) add('invalid level', `${at}/level`);
  },
  image(it, at, add) {
    image(it, at, add);
    optionalText(it.title, `${at}/title`, 2000, add);
  },
  card(it, at, add, surface) {
    if ([it.hero_image, it.title, it.actions, it.body].every((part) => part === undefined))
      add('missing required field: hero_image, title, actions or body', at);
    for (const [field, most] of Object.entries(CARD_TEXTS)) {
      if (it[field] !== undefined) text(it[field], `${at}/${field}`, most, add);
    }
    for (const field of ['hero_image', 'icon']) if (isObject(it[field])) image(it[field], `${at}/${field}`, add);
    if (it.actions !== undefined) elements('card', 3, 'actions')(it, at, add, surface);
  },
  carousel(it, at, add) {
    list(it.elements, `${at}/elements`, 10, add);
    only(['card'], within(it), `${at}/elements`, add);
  },
  container(it, at, add) {
    if (it.title === undefined && it.rich_text_title === undefined) add('missing required field: title', at);
    optionalText(it.title, `${at}/title`, 150, add);
    if (it.subtitle !== undefined) text(it.subtitle, `${at}/subtitle`, 150, add);
    if (isObject(it.icon)) image(it.icon, `${at}/icon`, add);
    list(it.child_blocks, `${at}/child_blocks`, 10, add);
    only(CHILDREN, within(it), `${at}/child_blocks`, add);
  },
  task_card(it, at, add) {
    string(it.task_id, `${at}/task_id`, 255, add);
    string(it.title, `${at}/title`, 3000, add);
    if (!TASK_STATES.includes(stringOr(it.status, ''))) add('invalid status', `${at}/status`);
  },
  video(it, at, add) {
    string(it.alt_text, `${at}/alt_text`, 200, add);
    text(it.title, `${at}/title`, 199, add, 'plain_text');
    string(it.thumbnail_url, `${at}/thumbnail_url`, 3000, add);
    for (const field of ['video_url', 'title_url']) {
      if ((field === 'video_url' || it[field] !== undefined) && !/^https:/.test(String(it[field])))
        add('must be an HTTPS URL', `${at}/${field}`);
    }
    optional(it.author_name, `${at}/author_name`, 49, add);
    optional(it.provider_name, `${at}/provider_name`, 50, add);
    optionalText(it.description, `${at}/description`, 200, add);
  },
  ...TABLES,
};

const CARD_TEXTS = { title: 150, subtitle: 150, body: 200 };
const TASK_STATES = 'pending in_progress complete error'.split(' ');

/** Blocks of other types may not stand here. */
function only(types: readonly string[], blocks: readonly Json[], at: string, add: Add): void {
  for (const [n, { type }] of blocks.entries())
    if (!types.includes(stringOr(type, ''))) add(`unsupported type: ${type}`, `${at}/${n}/type`);
}

/** Slack's messages on what is wrong with the blocks of a post or a view. */
export function faultsOf(blocks: readonly unknown[], surface: Surface): string[] {
  const faults: string[] = [];
  const add: Add = (fault, at) => faults.push(`[ERROR] ${fault} [json-pointer:${at}]`);
  const most = MOST_BLOCKS[surface];
  if (blocks.length > most) add(`no more than ${most} items allowed`, '/blocks');
  const ids = new Set<unknown>();
  for (const [n, block] of blocks.entries()) blockFaults(block, `/blocks/${n}`, add, surface, ids);
  const all = everyBlock(objectsIn(blocks));
  const markdown = all.filter(({ type }) => type === 'markdown');
  if (markdown.reduce((sum, block) => sum + stringOr(block.text, '').length, 0) > MARKDOWN_CHARACTERS)
    add(`markdown text must be less than ${MARKDOWN_CHARACTERS + 1} characters`, '/blocks');
  // Slack shows one table in a message, and refuses a second.
  if (all.filter(({ type }) => Object.hasOwn(TABLES, stringOr(type, ''))).length > 1)
    add('only_one_table_allowed', '/blocks');
  return faults;
}

function blockFaults(block: unknown, at: string, add: Add, surface: Surface, ids: Set<unknown>): void {
  if (!isObject(block)) {
    add('must be an object', at);
    return;
  }
  const type = stringOr(block.type, '');
  const check = BLOCKS[type];
  if (!check && !KNOWN_UNCHECKED.includes(type)) add(`unsupported type: ${block.type}`, `${at}/type`);
  else if (ONLY_IN[type]?.includes(surface) === false) add(`unsupported type: ${type}`, `${at}/type`);
  else check?.(block, at, add, surface);
  optional(block.block_id, `${at}/block_id`, 255, add);
  if (block.block_id !== undefined && ids.has(block.block_id)) add('block_id already exists', `${at}/block_id`);
  ids.add(block.block_id);
  const field = type === 'container' ? 'child_blocks' : 'elements';
  for (const [n, inner] of within(block).entries()) blockFaults(inner, `${at}/${field}/${n}`, add, surface, ids);
}

/** True where the blocks together hold more text than Slack takes in one message. */
export function tooLong(blocks: readonly unknown[]): boolean {
  return textIn(blocks) > ALL_CHARACTERS;
}
