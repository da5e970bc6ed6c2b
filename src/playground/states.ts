/** What each kind of element keeps of what a person did with it, in the shape that Slack gives it, and what Slack's client refuses. */

import { isObject, type Json, objectsIn, stringOr } from './json.js';
import { CHANNELS, PEOPLE } from './workspace.js';

interface Kind {
  /** The element's state, from what was filled in; `undefined` stands for untouched. */
  state(element: Json, filled: string | readonly string[] | null | undefined, offered: readonly Json[]): Json;
  isEmpty(state: Json): boolean;
  /** Why Slack's client does not send what is filled in, or null. */
  refusal?(element: Json, state: Json): string | null;
}

const text: Kind = {
  state: (element, filled) => ({
    value: filled === undefined ? stringOr(element.initial_value, null) : one(filled) || null,
  }),
  isEmpty: ({ value }) => stringOr(value, '').trim() === '',
  refusal({ min_length, max_length }, { value }) {
    const { length } = stringOr(value, '');
    if (typeof min_length === 'number' && length < min_length) return `Please enter at least ${min_length} characters.`;
    if (typeof max_length === 'number' && length > max_length) return `Please enter at most ${max_length} characters.`;
    return null;
  },
};
const email: Kind = {
  ...text,
  refusal: (_, { value }) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)) ? null : 'Please enter a valid email address.',
};
const url: Kind = {
  ...text,
  refusal: (_, { value }) => (/^https?:\/\/[^\s.]+\.\S+$/i.test(String(value)) ? null : 'Please enter a valid URL.'),
};
const figure: Kind = {
  ...text,
  refusal({ is_decimal_allowed, min_value, max_value }, { value }) {
    const number = Number(value);
    if (Number.isNaN(number)) return 'Please enter a number.';
    if (is_decimal_allowed !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
    if (min_value !== undefined && number < Number(min_value)) return `Please enter ${min_value} or more.`;
    if (max_value !== undefined && number > Number(max_value)) return `Please enter ${max_value} or less.`;
    return null;
  },
};
/** What is typed without any form is one section of it. */
const rich: Kind = {
  state(element, filled) {
    if (filled === undefined) return { rich_text_value: element.initial_value ?? null };
    const words = [{ type: 'rich_text_section', elements: [{ type: 'text', text: one(filled) }] }];
    return { rich_text_value: one(filled) === '' ? null : { type: 'rich_text', elements: words } };
  },
  isEmpty: ({ rich_text_value }) => !isObject(rich_text_value),
};
const date = moment('date', /^\d{4}-\d\d-\d\d$/, String);
const time = moment('time', /^([01]\d|2[0-3]):[0-5]\d$/, String);
const dateTime = moment('date_time', /^\d{10}$/, Number);
const pick: Kind = {
  state: (element, filled, offered) => ({
    selected_option: filled === undefined ? (element.initial_option ?? null) : optionOf(element, one(filled), offered),
  }),
  isEmpty: ({ selected_option }) => !isObject(selected_option),
};
const picks: Kind = {
  state: (element, filled, offered) => ({
    selected_options:
      filled === undefined
        ? objectsIn(element.initial_options)
        : atMost(element, filled).map((value) => optionOf(element, value, offered)),
  }),
  isEmpty: ({ selected_options }) => objectsIn(selected_options).length === 0,
};
const PUBLIC = CHANNELS.filter(({ person }) => person === undefined);

const KINDS: Record<string, Kind> = {
  plain_text_input: text,
  email_text_input: email,
  url_text_input: url,
  number_input: figure,
  rich_text_input: rich,
  datepicker: date,
  timepicker: {
    ...time,
    state: (element, filled, offered) => ({
      ...time.state(element, filled, offered),
      ...(element.timezone === undefined ? {} : { timezone: element.timezone }),
    }),
  },
  datetimepicker: dateTime,
  static_select: pick,
  external_select: pick,
  radio_buttons: pick,
  checkboxes: picks,
  users_select: placeKind('user', PEOPLE),
  conversations_select: placeKind('conversation', CHANNELS),
  channels_select: placeKind('channel', PUBLIC),
  multi_static_select: picks,
  multi_external_select: picks,
  multi_users_select: placesKind('user', PEOPLE),
  multi_conversations_select: placesKind('conversation', CHANNELS),
  multi_channels_select: placesKind('channel', PUBLIC),
};

/** True for elements that keep what is filled in. */
export function isStateful(element: Json): boolean {
  return Object.hasOwn(KINDS, stringOr(element.type, ''));
}

/** One element's state with its type, as `state.values` and actions have it. */
export function stateOf(
  element: Json,
  filled: string | readonly string[] | null | undefined,
  offered: readonly Json[],
): Json {
  const type = stringOr(element.type, '');
  return { type, ...KINDS[type]?.state(element, filled, offered) };
}

/** What Slack's client says of what is filled in, instead of sending the form; null where it sends it. */
export function refusalOf(element: Json, state: Json, optional: boolean): string | null {
  const kind = KINDS[stringOr(element.type, '')];
  if (!kind?.isEmpty(state)) return kind?.refusal?.(element, state) ?? null;
  return optional ? null : 'Please complete this required field.';
}

/** All options of a menu, in groups or not. */
export function optionsOf(element: Json): Json[] {
  return [...objectsIn(element.options), ...objectsIn(element.option_groups).flatMap((g) => objectsIn(g.options))];
}

function optionOf(element: Json, value: string, offered: readonly Json[]): Json | null {
  if (value === '') return null;
  const begun = [...objectsIn([element.initial_option]), ...objectsIn(element.initial_options)];
  const options = [...optionsOf(element), ...begun, ...offered];
  const found = options.find((option) => option.value === value);
  if (!found)
    throw new Error(
      `"${value}" is no option of ${element.action_id}. There are: ${options.map((o) => o.value).join(', ')}`,
    );
  return found;
}

/** A date, a time or both, as Slack writes it. */
function moment(what: 'date' | 'time' | 'date_time', form: RegExp, read: (filled: string) => unknown): Kind {
  const field = `selected_${what}`;
  return {
    state(element, filled) {
      if (filled === undefined) return { [field]: element[`initial_${what}`] ?? null };
      const said = one(filled);
      if (said !== '' && !form.test(said)) throw new Error(`"${said}" is no ${what} as Slack has it.`);
      return { [field]: said === '' ? null : read(said) };
    },
    isEmpty: (state) => state[field] === null,
  };
}

function placeKind(what: 'user' | 'conversation' | 'channel', places: readonly { id: string }[]): Kind {
  return {
    state(element, filled) {
      const id = filled === undefined ? stringOr(element[`initial_${what}`], '') : one(filled);
      if (id !== '' && !places.some((place) => place.id === id)) throw new Error(`There is no ${what} "${id}".`);
      return { [`selected_${what}`]: id || null };
    },
    isEmpty: (state) => state[`selected_${what}`] === null,
  };
}

function placesKind(what: 'user' | 'conversation' | 'channel', places: readonly { id: string }[]): Kind {
  const field = `selected_${what}s`;
  return {
    state(element, filled) {
      const begun = element[`initial_${what}s`];
      const ids = filled === undefined ? (Array.isArray(begun) ? begun : []) : atMost(element, filled);
      const stray = ids.find((id) => !places.some((place) => place.id === id));
      if (stray !== undefined) throw new Error(`There is no ${what} "${stray}".`);
      return { [field]: ids };
    },
    isEmpty: (state) => Array.isArray(state[field]) && state[field].length === 0,
  };
}

/** Slack's client lets nobody pick more than the app asked for. */
function atMost({ action_id, max_selected_items }: Json, filled: string | readonly string[] | null): readonly string[] {
  const values = many(filled);
  if (typeof max_selected_items === 'number' && values.length > max_selected_items)
    throw new Error(`${action_id} takes no more than ${max_selected_items}.`);
  return values;
}

function one(filled: string | readonly string[] | null): string {
  return typeof filled === 'string' ? filled : (filled?.[0] ?? '');
}

function many(filled: string | readonly string[] | null): readonly string[] {
  return typeof filled === 'string' ? [filled] : (filled ?? []);
}
