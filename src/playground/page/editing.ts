/** A message of one's own, in a box in its place. */

import { el } from './dom.js';
import { draftOf, keepDraft } from './drafts.js';
import { decode, type Names } from './inline.js';

export interface EditingOptions {
  /** Where its draft is kept. */
  key: string;
  text: string;
  names: Names;
  /** Resolves to false where it could not be saved; the person has been told. */
  save(text: string): Promise<boolean>;
  stop(): void;
}

export function editor({ key, text, names, save, stop }: EditingOptions): HTMLElement {
  const draft = `edit ${key}`;
  const box = el('textarea', {
    class: 'field',
    rows: '3',
    'aria-label': 'Edit message',
    input: () => keepDraft(draft, box.value),
    keydown,
  });
  box.value = draftOf(draft) || typedAs(text, names);
  const form = el(
    'form',
    { class: 'editor', submit },
    box,
    el('button', { type: 'button', class: 'button', click: cancel }, 'Cancel'),
    el('button', { type: 'submit', class: 'button primary' }, 'Save'),
  );

  async function submit(event: Event) {
    event.preventDefault();
    if (box.value.trim() === '') return;
    if (!(await save(box.value.trim()))) return;
    keepDraft(draft, '');
    stop();
  }

  function cancel() {
    keepDraft(draft, '');
    stop();
  }

  function keydown(event: Event) {
    const { key: pressed, shiftKey, isComposing } = event as KeyboardEvent;
    if (isComposing) return;
    if (pressed === 'Enter' && !shiftKey) void submit(event);
    else if (pressed === 'Escape') {
      // The words stay for the next time; only "Cancel" gives them up.
      event.preventDefault();
      stop();
    }
  }

  queueMicrotask(() => box.focus());
  return form;
}

/** Slack's markup, turned back into what one types. */
function typedAs(text: string, names: Names): string {
  return decode(
    text
      .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${names.user(id)}`)
      .replace(/<!(channel|here|everyone)>/g, '@$1')
      .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1'),
  );
}
