/** What Slack refuses of menus, radio buttons and boxes to tick, and of their options. Page: https://docs.slack.dev/reference/block-kit/block-elements */

import { isDeepStrictEqual } from 'node:util';
import { type Add, between, type Check, list, optional, optionalText, string, text } from './checks.js';
import { isObject, type Json, objectsIn } from './json.js';
import { optionsOf } from './states.js';

const PLACEHOLDER = 150;

export const MENUS: Record<string, Check> = {
  static_select: menu(ofOptions),
  multi_static_select: menu(ofOptions),
  external_select: menu(external),
  multi_external_select: menu(external),
  users_select: menu(),
  conversations_select: menu(ofConversations),
  channels_select: menu(),
  multi_users_select: menu(),
  multi_conversations_select: menu(ofConversations),
  multi_channels_select: menu(),
  overflow: (it, at, add) => options(it.options, at, 5, add, 'plain_text'),
  radio_buttons: boxes,
  checkboxes: boxes,
};

function ofOptions(it: Json, at: string, add: Add): void {
  choices(it, at, add);
  begunAmong(it, at, add);
}

const KINDS_OF_PLACE = ['im', 'mpim', 'private', 'public'];

function ofConversations({ filter }: Json, at: string, add: Add): void {
  if (filter === undefined) return;
  const { include } = isObject(filter) ? filter : {};
  if (!isObject(filter) || Object.keys(filter).length === 0) add('missing required field', `${at}/filter`);
  if (include === undefined) return;
  list(include, `${at}/filter/include`, KINDS_OF_PLACE.length, add);
  if (Array.isArray(include) && include.some((kind) => !KINDS_OF_PLACE.includes(kind)))
    add('unsupported value', `${at}/filter/include`);
}

/** A menu: what its kind asks for, and what all menus have. Page: https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
function menu(more: Check = () => {}): Check {
  return (it, at, add, surface) => {
    optionalText(it.placeholder, `${at}/placeholder`, PLACEHOLDER, add);
    between(it.max_selected_items, `${at}/max_selected_items`, 1, Number.MAX_SAFE_INTEGER, add);
    const most = Number(it.max_selected_items ?? Number.POSITIVE_INFINITY);
    for (const [name, begun] of Object.entries(it).filter(([field]) => BEGUN_WITH_MANY.test(field)))
      if (!Array.isArray(begun)) add('must be an array', `${at}/${name}`);
      else if (begun.length > most) add(`no more than ${most} items allowed`, `${at}/${name}`);
    more(it, at, add, surface);
  };
}

const BEGUN_WITH_MANY = /^initial_\w+s$/;

/** Radio buttons and boxes to tick. */
function boxes(it: Json, at: string, add: Add): void {
  options(it.options, at, 10, add);
  begunAmong(it, at, add);
}

function external(it: Json, at: string, add: Add): void {
  between(it.min_query_length, `${at}/min_query_length`, 0, 3000, add);
  for (const option of begunWith(it)) options([option], at, 1, add);
}

/** Options, or groups of options; not both. */
function choices(it: Json, at: string, add: Add): void {
  if (it.option_groups === undefined) {
    options(it.options, at, 100, add, 'plain_text');
    return;
  }
  if (it.options !== undefined) add('options and option_groups may not both be given', at);
  list(it.option_groups, `${at}/option_groups`, 100, add);
  for (const [n, group] of objectsIn(it.option_groups).entries()) {
    text(group.label, `${at}/option_groups/${n}/label`, 75, add, 'plain_text');
    options(group.options, `${at}/option_groups/${n}`, 100, add, 'plain_text');
  }
}

/** Faults of the options that an app offers for an external menu. */
export function choiceFaults(offered: Json, add: Add): void {
  const { options: plain, option_groups } = offered;
  choices(Array.isArray(plain) ? { options: plain } : { option_groups }, '', add);
}

function begunWith({ initial_option, initial_options }: Json): Json[] {
  return [...objectsIn([initial_option]), ...objectsIn(initial_options)];
}

/** What is chosen from the start must be, to the letter, one of the options. */
function begunAmong(it: Json, at: string, add: Add): void {
  const there = optionsOf(it);
  for (const option of begunWith(it))
    if (!there.some((other) => isDeepStrictEqual(other, option)))
      add(
        'initial option must match one of the options',
        `${at}/${it.initial_option ? 'initial_option' : 'initial_options'}`,
      );
}

/** Faults of the options of a menu, as many as may be. */
function options(value: unknown, at: string, most: number, add: Add, type?: 'plain_text'): void {
  list(value, `${at}/options`, most, add);
  for (const [n, option] of objectsIn(value).entries()) {
    text(option.text, `${at}/options/${n}/text`, 75, add, type);
    string(option.value, `${at}/options/${n}/value`, 150, add);
    optional(option.url, `${at}/options/${n}/url`, 3000, add);
    if (isObject(option.description)) text(option.description, `${at}/options/${n}/description`, 75, add);
  }
}
