/** Draws the blocks of the app's home or of a modal, and keeps them in step: what is unchanged keeps what is typed. */

import type { WireView } from '../wire.js';
import { drawBlock } from './blocks.js';
import { keepInStep } from './dom.js';
import { stringOf } from './json.js';
import type { Surface } from './slot.js';

export function drawView(parent: HTMLElement, view: WireView, surface: Surface): void {
  keepInStep(
    parent,
    view.blocks.map((block, place) => ({
      key: `${view.id} ${stringOf(block.block_id) || place}`,
      signature: JSON.stringify(block),
      build: () => drawBlock(block, surface),
    })),
  );
}

/** Puts each error under its field, and goes to the first of them. No errors take all away. */
export function showErrors(parent: HTMLElement, errors: Readonly<Record<string, string>>): void {
  let first: HTMLElement | null = null;
  for (const block of parent.querySelectorAll<HTMLElement>('.block-input')) {
    const error = errors[block.dataset.block ?? ''] ?? '';
    const line = block.querySelector('.input-error');
    if (line) line.textContent = error;
    for (const field of block.querySelectorAll<HTMLElement>('.field, .select, [role=radiogroup]')) {
      if (error) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
    if (error) first ??= fieldIn(block);
  }
  first?.focus();
}

/** The thing to fill in that the app wants the keyboard in, or the first. */
export function fieldIn(parent: HTMLElement): HTMLElement | null {
  const fields = [...parent.querySelectorAll<HTMLElement>('.field, .select, .choices input')];
  return fields.find((field) => field.closest('[data-first]')) ?? fields[0] ?? null;
}
