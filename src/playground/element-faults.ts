/** What Slack refuses of the elements in blocks. Page: https://docs.slack.dev/reference/block-kit/block-elements */

import { type Add, between, type Check, list, optional, optionalText, type Surface, string, text } from './checks.js';
import { isObject, type Json, objectsIn, stringOr } from './json.js';
import { MENUS } from './menu-faults.js';

const PLACEHOLDER = 150;
const TEXT_INPUT = 3000;

const ONE = 'static_select external_select users_select conversations_select channels_select';
const MANY =
  'multi_static_select multi_external_select multi_users_select multi_conversations_select multi_channels_select';
const CHOSEN = `${ONE} checkboxes radio_buttons datepicker timepicker`;

/** Which elements stand where: each has its own places. Page: https://docs.slack.dev/reference/block-kit/block-elements */
const PLACES = {
  actions: new Set(`${CHOSEN} ${MANY} button overflow datetimepicker workflow_button rich_text_input`.split(' ')),
  card: new Set(['button']),
  context_actions: new Set('feedback_buttons icon_button'.split(' ')),
  accessory: new Set(`${CHOSEN} ${MANY} button overflow image workflow_button`.split(' ')),
  /** Feedback, overflow and buttons may not. */
  input: new Set(
    `${CHOSEN} ${MANY} datetimepicker email_text_input file_input number_input plain_text_input rich_text_input url_text_input`.split(
      ' ',
    ),
  ),
};
type ElementPlace = keyof typeof PLACES;

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
  ...MENUS,
  plain_text_input(it, at, add) {
    typed(it, at, add);
    optional(it.initial_value, `${at}/initial_value`, TEXT_INPUT, add);
    between(it.min_length, `${at}/min_length`, 0, TEXT_INPUT, add);
    between(it.max_length, `${at}/max_length`, 1, TEXT_INPUT, add);
    if (Number(it.min_length ?? 0) > Number(it.max_length ?? TEXT_INPUT))
      add('must not be more than max_length', `${at}/min_length`);
  },
  email_text_input: typed,
  url_text_input: typed,
  number_input(it, at, add) {
    typed(it, at, add);
    if (typeof it.is_decimal_allowed !== 'boolean') add('must be a boolean', `${at}/is_decimal_allowed`);
    for (const field of ['initial_value', 'min_value', 'max_value'])
      form(it[field], `${at}/${field}`, /^-?\d+(\.\d+)?$/, add);
    if (Number(it.min_value) > Number(it.max_value)) add('must not be more than max_value', `${at}/min_value`);
  },
  rich_text_input(it, at, add) {
    typed(it, at, add);
    between(it.min_lines, `${at}/min_lines`, 1, 100, add);
    between(it.max_lines, `${at}/max_lines`, 1, 100, add);
  },
  file_input: (it, at, add) => between(it.max_files, `${at}/max_files`, 1, 10, add),
  datepicker(it, at, add) {
    optionalText(it.placeholder, `${at}/placeholder`, PLACEHOLDER, add);
    form(it.initial_date, `${at}/initial_date`, /^\d{4}-\d\d-\d\d$/, add);
  },
  timepicker(it, at, add) {
    optionalText(it.placeholder, `${at}/placeholder`, PLACEHOLDER, add);
    form(it.initial_time, `${at}/initial_time`, /^([01]\d|2[0-3]):[0-5]\d$/, add);
  },
  datetimepicker: (it, at, add) => between(it.initial_date_time, `${at}/initial_date_time`, 1e9, 9_999_999_999, add),
  image,
  icon_button(it, at, add) {
    text(it.text, `${at}/text`, 75, add, 'plain_text');
    if (it.icon !== 'trash') add('unsupported value', `${at}/icon`);
    optional(it.value, `${at}/value`, 2000, add);
    optional(it.accessibility_label, `${at}/accessibility_label`, 75, add);
    if (it.visible_to_user_ids !== undefined) list(it.visible_to_user_ids, `${at}/visible_to_user_ids`, 10, add);
  },
  workflow_button(it, at, add) {
    text(it.text, `${at}/text`, 75, add, 'plain_text');
    optional(it.accessibility_label, `${at}/accessibility_label`, 75, add);
    const { trigger } = isObject(it.workflow) ? it.workflow : {};
    string(isObject(trigger) ? trigger.url : undefined, `${at}/workflow/trigger/url`, 3000, add);
  },
};

const TRIGGERS = ['on_enter_pressed', 'on_character_entered'];

/** What all boxes to write in have. */
function typed(it: Json, at: string, add: Add): void {
  optionalText(it.placeholder, `${at}/placeholder`, PLACEHOLDER, add);
  if (it.dispatch_action_config === undefined) return;
  const on = isObject(it.dispatch_action_config) ? it.dispatch_action_config.trigger_actions_on : undefined;
  list(on, `${at}/dispatch_action_config/trigger_actions_on`, TRIGGERS.length, add);
  if (Array.isArray(on) && on.some((trigger) => !TRIGGERS.includes(trigger)))
    add('unsupported value', `${at}/dispatch_action_config/trigger_actions_on`);
}

function form(value: unknown, at: string, pattern: RegExp, add: Add): void {
  if (value !== undefined && !pattern.test(String(value))) add('invalid format', at);
}

/** A picture, with its words, from an address or a file of Slack, not both. */
export function image(it: Json, at: string, add: Add): void {
  string(it.alt_text, `${at}/alt_text`, 2000, add);
  if (it.slack_file === undefined) string(it.image_url, `${at}/image_url`, 3000, add);
  else if (it.image_url !== undefined) add('image_url and slack_file may not both be given', at);
}

/** Elements that not every surface takes. Page: https://docs.slack.dev/reference/block-kit/block-elements */
const ONLY_IN: Record<string, readonly Surface[]> = {
  datetimepicker: ['modal', 'message'],
  email_text_input: ['modal'],
  file_input: ['modal'],
  number_input: ['modal'],
  rich_text_input: ['modal', 'home'],
  url_text_input: ['modal'],
  workflow_button: ['message'],
};

/** An element where it stands, with the sums of its own kind; a kind that is not in the table is taken as it comes. */
export function element(it: Json, place: ElementPlace, at: string, add: Add, surface: Surface): void {
  const type = stringOr(it.type, '');
  const stands = PLACES[place].has(type) && ONLY_IN[type]?.includes(surface) !== false;
  if (!stands) add(`unsupported type: ${it.type}`, `${at}/type`);
  optional(it.action_id, `${at}/action_id`, 255, add);
  ELEMENTS[type]?.(it, at, add, surface);
  if (it.confirm !== undefined) confirmation(isObject(it.confirm) ? it.confirm : {}, `${at}/confirm`, add);
}

/** The question before a press. Page: https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
function confirmation(it: Json, at: string, add: Add): void {
  text(it.title, `${at}/title`, 100, add, 'plain_text');
  text(it.text, `${at}/text`, 300, add);
  text(it.confirm, `${at}/confirm`, 30, add, 'plain_text');
  text(it.deny, `${at}/deny`, 30, add, 'plain_text');
}

/** The element of an input block. */
export function input(it: unknown, at: string, add: Add, surface: Surface): void {
  if (!isObject(it)) {
    add('missing required field', at);
    return;
  }
  element(it, 'input', at, add, surface);
}

/** A row of elements, as many as may be, in this field of the block. */
export function elements(place: ElementPlace, most: number, field: 'elements' | 'actions' = 'elements'): Check {
  return (it, at, add, surface) => {
    list(it[field], `${at}/${field}`, most, add);
    const seen = new Set<unknown>();
    for (const [n, part] of objectsIn(it[field]).entries()) {
      element(part, place, `${at}/${field}/${n}`, add, surface);
      if (part.action_id !== undefined && seen.has(part.action_id)) {
        add(`action_id "${part.action_id}" already exists`, `${at}/${field}/${n}/action_id`);
      }
      seen.add(part.action_id);
    }
  };
}
