/** Boxes to write in, and for dates and times the browser's own. */

import { el } from './dom.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';
import { enter } from './press.js';
import type { Slot } from './slot.js';

/** An app that wants to know of every character hears of it this long after the last one, in milliseconds. */
const PAUSE = 300;

export const TEXTS: Record<string, (slot: Slot) => Node> = {
  plain_text_input: (slot) => box(slot, stringOf(slot.element.initial_value)),
  email_text_input: (slot) => box(slot, stringOf(slot.element.initial_value), { inputmode: 'email' }),
  url_text_input: (slot) => box(slot, stringOf(slot.element.initial_value), { inputmode: 'url' }),
  number_input: (slot) => box(slot, `${slot.element.initial_value ?? ''}`, { inputmode: 'decimal' }),
  rich_text_input: (slot) =>
    el(
      'div',
      {},
      box({ ...slot, element: { ...slot.element, multiline: true } }, wordsOf(slot.element.initial_value)),
      el('p', { class: 'input-hint' }, 'In Slack this takes formatting; here it is plain.'),
    ),
};

/** Slack's picker has words of its own; what is chosen has Slack's form. */
export const MOMENTS: Record<string, (slot: Slot) => Node> = {
  datepicker: (slot) => moment(slot, 'date', stringOf(slot.element.initial_date), String, /^[1-9]\d{3}-/),
  timepicker: (slot) =>
    el(
      'div',
      {},
      moment(slot, 'time', stringOf(slot.element.initial_time), String),
      el('p', { class: 'input-hint' }, stringOf(slot.element.timezone)),
    ),
  datetimepicker: (slot) =>
    moment(slot, 'datetime-local', local(slot.element.initial_date_time), (value) => `${Date.parse(value) / 1000}`),
};

function box(slot: Slot, begun: string, more: Record<string, string> = {}): Node {
  const { element, surface, block_id, sends, named } = slot;
  const kept = surface.form.get(block_id, stringOf(element.action_id));
  const quiet = { ...slot, sends: false };
  const on = triggers(element);
  const placeholder = textOf(element.placeholder);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attributes = {
    class: 'field',
    ...('id' in named ? named : { 'aria-label': placeholder || 'Text' }),
    placeholder,
    ...more,
    input() {
      void enter(field, quiet, field.value);
      clearTimeout(timer);
      if (sends && on.includes('on_character_entered'))
        timer = setTimeout(() => enter(field, slot, field.value), PAUSE);
    },
    keydown(event: Event) {
      const { key, shiftKey, isComposing } = event as KeyboardEvent;
      if (key !== 'Enter' || shiftKey || isComposing || !sends || !sendsByEnter(element)) return;
      event.preventDefault();
      void enter(field, slot, field.value);
    },
  };
  const field: HTMLTextAreaElement | HTMLInputElement =
    element.multiline === true
      ? el('textarea', { ...attributes, rows: '4' })
      : el('input', { ...attributes, type: 'text', autocomplete: 'off' });
  field.value = kept === undefined ? begun : stringOf(kept);
  return field;
}

/** True for a box whose words go to the app with Enter, where its block sends at all. */
export function sendsByEnter(element: Json): boolean {
  return Object.hasOwn(TEXTS, stringOf(element.type)) && triggers(element).includes('on_enter_pressed');
}

function triggers({ dispatch_action_config }: Json): unknown[] {
  const on = isObject(dispatch_action_config) ? dispatch_action_config.trigger_actions_on : undefined;
  return Array.isArray(on) ? on : ['on_enter_pressed'];
}

function moment(
  slot: Slot,
  type: 'date' | 'time' | 'datetime-local',
  begun: string,
  told: (value: string) => string,
  whole = /./,
): HTMLElement {
  const { element, surface, block_id, named } = slot;
  const action_id = stringOf(element.action_id);
  const kept = surface.form.get(block_id, action_id);
  const fallback = { date: 'Date', time: 'Time', 'datetime-local': 'Date and time' }[type];
  const field: HTMLInputElement = el('input', {
    type,
    class: 'field moment',
    ...('id' in named ? named : { 'aria-label': textOf(element.placeholder) || fallback }),
    change() {
      if (field.value !== '' && !whole.test(field.value)) return;
      const before = shown;
      shown = field.value;
      void enter(field, slot, field.value === '' ? null : told(field.value), () => {
        shown = before;
        field.value = before;
      });
    },
  });
  const keptWords = type === 'datetime-local' ? local(Number(kept)) : stringOf(kept);
  let shown = kept === undefined ? begun : keptWords;
  field.value = shown;
  return field;
}

/** Seconds since 1970 as the browser's box for date and time takes them, by the clock of this machine. */
function local(seconds: unknown): string {
  if (typeof seconds !== 'number' || !(seconds > 0)) return '';
  const date = new Date(seconds * 1000);
  return new Date(seconds * 1000 - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function wordsOf(value: unknown): string {
  if (!isObject(value)) return '';
  const parts = objectsIn(value.elements).map((part) => stringOf(part.text) || wordsOf(part));
  return parts.join(value.type === 'rich_text' ? '\n' : '');
}
