/** Presses go to the app, after a question where the app wants one. */

import { el } from './dom.js';
import { isObject, type Json, stringOf, textOf } from './json.js';
import type { Press, Slot, Value } from './slot.js';

export function pressOf({ element, block_id }: Slot, value: unknown): Press {
  const press = { block_id, action_id: stringOf(element.action_id) };
  return typeof value === 'string' || Array.isArray(value) ? { ...press, value: value as string | string[] } : press;
}

/** Sends a press; what nobody acknowledges is marked, as in Slack. False where the person thought better of it. */
export async function run(target: EventTarget | null, { element, surface }: Slot, press: Press): Promise<boolean> {
  if (isObject(element.confirm) && !(await confirmed(element.confirm))) return false;
  if (!(target instanceof HTMLElement)) return true;
  target.setAttribute('aria-busy', 'true');
  target.classList.toggle('unanswered', !(await surface.press(press)));
  target.removeAttribute('aria-busy');
  return true;
}

/** Fills in a value, and sends it where the block asks for that. `undo` is called where the person thought better of it. */
export async function enter(
  target: EventTarget | null,
  slot: Slot,
  value: Value,
  undo: () => void = () => {},
): Promise<void> {
  const { form } = slot.surface;
  const action_id = stringOf(slot.element.action_id);
  const before = form.get(slot.block_id, action_id);
  form.set(slot.block_id, action_id, value);
  if (!slot.sends || value === null || (await run(target, slot, pressOf(slot, value)))) return;
  form.set(slot.block_id, action_id, before);
  undo();
}

/** Asks before something is done: the words are those of Slack's confirmation dialog. */
export function confirmed(confirm: Json): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (value: string, label: unknown, kind: string) =>
      el('button', { class: `button ${kind}`, value }, textOf(label));
    const dialog = el(
      'dialog',
      { class: 'confirm', 'aria-label': textOf(confirm.title) },
      el(
        'form',
        { method: 'dialog' },
        el('h3', {}, textOf(confirm.title)),
        el('p', { class: 'question' }, textOf(confirm.text)),
        answer('no', confirm.deny, ''),
        answer('yes', confirm.confirm, stringOf(confirm.style) || 'primary'),
      ),
    );
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
