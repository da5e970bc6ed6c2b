/**
 * What Slack refuses of blocks. The numbers are Slack's (https://docs.slack.dev/reference/block-kit) and stand here on
 * purpose apart from those that the bot keeps to: a wrong number there must fail against this second reading.
 */

import { isObject, type Json, objectsIn, stringOr } from './json.js';

/** Adds a fault, in Slack's words, with the place as a JSON pointer. */
type Add = (fault: string, at: string) => void;
type Check = (it: Json, at: string, add: Add) => void;

/** Characters of all blocks together; Slack tells it only by its error (bolt-js#2509). */
const ALL_CHARACTERS = 13_200;
const MARKDOWN_CHARACTERS = 12_000;
const KNOWN_UNCHECKED = 'card carousel container data_table file input plan rich_text task_card video'.split(' ');

const ALERT_LEVELS = 'default info warning error success'.split(' ');

const BLOCKS: Record<string, Check> = {
  header: (it, at, add) => text(it.text, `${at}/text`, 150, add, 'plain_text'),
  section(it, at, add) {
    if (it.text === undefined && it.fields === undefined) add('missing required field: text or fields', at);
    if (it.text !== undefined) text(it.text, `${at}/text`, 3000, add);
    list(it.fields ?? [{}], `${at}/fields`, 10, add);
    for (const [n, field] of objectsIn(it.fields).entries()) text(field, `${at}/fields/${n}`, 2000, add);
    if (isObject(it.accessory)) element(it.accessory, `${at}/accessory`, add);
  },
  context(it, at, add) {
    list(it.elements, `${at}/elements`, 10, add);
    for (const [n, part] of objectsIn(it.elements).entries()) {
      if (part.type !== 'image') text(part, `${at}/elements/${n}`, 3000, add);
    }
  },
  divider() {},
  actions: elements(25),
  context_actions: elements(5),
  markdown: (it, at, add) => string(it.text, `${at}/text`, MARKDOWN_CHARACTERS, add),
  alert(it, at, add) {
    text(it.text, `${at}/text`, 200, add);
    if (it.level !== undefined && !ALERT_LEVELS.includes(stringOr(it.level, ''))) add('invalid level', `${at}/level`);
  },
  image(it, at, add) {
    string(it.alt_text, `${at}/alt_text`, 2000, add);
    if (it.slack_file === undefined) string(it.image_url, `${at}/image_url`, 3000, add);
  },
  table: (it, at, add) => list(it.rows, `${at}/rows`, 100, add),
};

const ELEMENTS: Record<string, Check> = {
  button(it, at, add) {
    text(it.text, `${at}/text`, 75, add, 'plain_text');
    optional(it.value, `${at}/value`, 2000, add);
    optional(it.url, `${at}/url`, 3000, add);
    optional(it.accessibility_label, `${at}/accessibility_label`, 75, add);
    if (![undefined, 'primary', 'danger'].includes(it.style as string | undefined)) add('invalid style', `${at}/style`);
  },
  feedback_buttons(it, at, add) {
    for (const side of ['positive_button', 'negative_button'] as const) {
      const button = isObject(it[side]) ? it[side] : {};
      text(button.text, `${at}/${side}/text`, 75, add, 'plain_text');
      string(button.value, `${at}/${side}/value`, 2000, add);
      optional(button.accessibility_label, `${at}/${side}/accessibility_label`, 75, add);
    }
  },
  static_select(it, at, add) {
    optional(isObject(it.placeholder) ? it.placeholder.text : undefined, `${at}/placeholder/text`, 150, add);
    options(it.options ?? objectsIn(it.option_groups).flatMap((group) => group.options), at, 100, add);
  },
  overflow: (it, at, add) => options(it.options, at, 5, add),
  radio_buttons: (it, at, add) => options(it.options, at, 10, add),
};

/** Slack's messages on what is wrong with the blocks of a post (at most 50) or a view (at most 100). */
export function faultsOf(blocks: readonly unknown[], most: 50 | 100): string[] {
  const faults: string[] = [];
  const add: Add = (fault, at) => faults.push(`[ERROR] ${fault} [json-pointer:${at}]`);
  if (blocks.length > most) add(`no more than ${most} items allowed`, '/blocks');
  let markdown = 0;
  const ids = new Set<unknown>();
  for (const [n, block] of blocks.entries()) {
    const at = `/blocks/${n}`;
    if (!isObject(block)) {
      add('must be an object', at);
      continue;
    }
    const check = BLOCKS[stringOr(block.type, '')];
    if (check) check(block, at, add);
    else if (!KNOWN_UNCHECKED.includes(stringOr(block.type, ''))) add(`unsupported type: ${block.type}`, `${at}/type`);
    optional(block.block_id, `${at}/block_id`, 255, add);
    if (block.block_id !== undefined && ids.has(block.block_id)) add('block_id already exists', `${at}/block_id`);
    ids.add(block.block_id);
    if (block.type === 'markdown') markdown += stringOr(block.text, '').length;
  }
  if (markdown > MARKDOWN_CHARACTERS)
    add(`markdown text must be less than ${MARKDOWN_CHARACTERS + 1} characters`, '/blocks');
  return faults;
}

/** True where the blocks together hold more text than Slack takes in one message. */
export function tooLong(blocks: readonly unknown[]): boolean {
  return textIn(blocks) > ALL_CHARACTERS;
}

function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  );
}

function elements(most: number): Check {
  return (it, at, add) => {
    list(it.elements, `${at}/elements`, most, add);
    const seen = new Set<unknown>();
    for (const [n, part] of objectsIn(it.elements).entries()) {
      element(part, `${at}/elements/${n}`, add);
      if (part.action_id !== undefined && seen.has(part.action_id)) {
        add(`action_id "${part.action_id}" already exists`, `${at}/elements/${n}/action_id`);
      }
      seen.add(part.action_id);
    }
  };
}

function element(it: Json, at: string, add: Add) {
  optional(it.action_id, `${at}/action_id`, 255, add);
  ELEMENTS[stringOr(it.type, '')]?.(it, at, add);
}

function options(value: unknown, at: string, most: number, add: Add) {
  list(value, `${at}/options`, most, add);
  for (const [n, option] of objectsIn(value).entries()) {
    text(option.text, `${at}/options/${n}/text`, 75, add);
    string(option.value, `${at}/options/${n}/value`, 150, add);
    if (isObject(option.description)) text(option.description, `${at}/options/${n}/description`, 75, add, 'plain_text');
  }
}

function list(value: unknown, at: string, most: number, add: Add) {
  if (!Array.isArray(value) || value.length === 0) add('no fewer than 1 items required', at);
  else if (value.length > most) add(`no more than ${most} items allowed`, at);
}

function text(value: unknown, at: string, most: number, add: Add, type?: 'plain_text') {
  if (!isObject(value)) return add('missing required field', at);
  if (type ? value.type !== type : !['plain_text', 'mrkdwn'].includes(stringOr(value.type, ''))) {
    add(`unsupported type: ${value.type}`, `${at}/type`);
  }
  string(value.text, `${at}/text`, most, add);
}

function optional(value: unknown, at: string, most: number, add: Add) {
  if (value !== undefined) string(value, at, most, add);
}

function string(value: unknown, at: string, most: number, add: Add) {
  if (typeof value !== 'string') add('must be a string', at);
  else if (value.length === 0) add('must be more than 0 characters', at);
  else if (value.length > most) add(`must be less than ${most + 1} characters`, at);
}
