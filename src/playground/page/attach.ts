/** What goes along with a message: files, and the word to the channel. */

import { el } from './dom.js';
import { keepDraft, keptOf } from './drafts.js';
import type { MenuItem } from './menu.js';

export interface Along {
  files?: string[];
  broadcast?: boolean;
}

export interface Attachments {
  /** Stands under the box. */
  element: HTMLElement;
  /** What the menu beside the box offers for it. */
  items: MenuItem[];
  isEmpty(): boolean;
  /** Takes all that is there away, to be sent. */
  take(): Along;
  /** Puts back what could not be sent. */
  putBack(along: Along): void;
  /** Keeps the files that are there, and those under way, over a reload. */
  remember(underway: readonly Along[]): void;
}

export interface AttachmentsOptions {
  /** Where the files are kept. */
  draft: string;
  /** The channel that a reply can be told to as well; null outside threads. */
  place: string | null;
  /** Called with every change. */
  changed(): void;
}

export function createAttachments({ draft, place, changed }: AttachmentsOptions): Attachments {
  let files: string[] = [];
  const list = el('ul', { class: 'attached', 'aria-label': 'Files' });
  const box = el('input', { type: 'checkbox' });
  const broadcast = place === null ? null : el('label', { class: 'broadcast' }, box, `Also send to ${place}`);
  const picker = el('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'aria-label': 'Files',
    change() {
      set([...files, ...[...(picker.files ?? [])].map(({ name }) => name)]);
      picker.value = '';
    },
  });

  function set(to: string[]) {
    show(to);
    changed();
  }

  function show(to: string[]) {
    files = to;
    list.hidden = files.length === 0;
    list.replaceChildren(
      ...files.map((name) =>
        el(
          'li',
          {},
          name,
          el(
            'button',
            {
              type: 'button',
              class: 'tool',
              'aria-label': `Remove ${name}`,
              click: () => set(files.filter((other) => other !== name)),
            },
            '✕',
          ),
        ),
      ),
    );
  }

  show(filesIn(`files ${draft}`));
  return {
    element: el('div', { class: 'along' }, list, picker, broadcast),
    // Only a file's name leaves this page.
    items: [{ label: 'Add a file', detail: 'Its name only; nothing is uploaded', act: () => picker.click() }],
    isEmpty: () => files.length === 0,
    take() {
      const along = { ...(files.length > 0 ? { files } : {}), ...(box.checked ? { broadcast: true } : {}) };
      box.checked = false;
      set([]);
      return along;
    },
    putBack(along) {
      box.checked = along.broadcast ?? false;
      set([...(along.files ?? []), ...files]);
    },
    remember(underway) {
      const names = [...underway.flatMap((along) => along.files ?? []), ...files];
      keepDraft(`files ${draft}`, names.length > 0 ? JSON.stringify(names) : '');
    },
  };
}

function filesIn(draft: string): string[] {
  const kept = keptOf(draft);
  return Array.isArray(kept) ? kept.map(String) : [];
}
