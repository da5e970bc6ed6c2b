/** A button that opens a menu above everything else: arrows walk in it, Escape closes only it. */

import { type Child, el } from './dom.js';

export interface MenuItem {
  label: string;
  detail?: string;
  act(): void;
}

/** `items` are asked for when it opens; `label` is the button's name. */
export function menuButton(label: string, sign: Child, items: () => MenuItem[], kind: string): HTMLButtonElement {
  const button = el(
    'button',
    { type: 'button', class: kind, 'aria-label': label, title: label, 'aria-haspopup': 'menu', click: open },
    sign,
  );
  button.setAttribute('aria-expanded', 'false');

  function open() {
    const menu = el('div', { class: 'menu-items', role: 'menu', 'aria-label': label, popover: 'auto', keydown });
    const close = () => {
      menu.hidePopover();
      button.focus();
    };
    menu.append(
      ...items().map(({ label: words, detail, act }) =>
        el(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            tabindex: '-1',
            click: () => {
              close();
              act();
            },
          },
          el('span', { class: 'menu-words' }, words),
          detail ? el('span', { class: 'menu-detail' }, detail) : null,
        ),
      ),
    );
    menu.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState !== 'closed') return;
      button.setAttribute('aria-expanded', 'false');
      menu.remove();
    });
    button.after(menu);
    menu.showPopover();
    button.setAttribute('aria-expanded', 'true');
    place(menu, button);
    (menu.firstElementChild as HTMLElement | null)?.focus();

    function keydown(event: Event) {
      const { key } = event as KeyboardEvent;
      const all = [...menu.children] as HTMLElement[];
      const at = all.indexOf(document.activeElement as HTMLElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[key];
      if (to !== undefined) all[to % all.length]?.focus();
      else if (key === 'Escape' || key === 'Tab') close();
      else return;
      event.preventDefault();
    }
  }

  return button;
}

/** Below the button, or above it where there is no room, and never over an edge. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const below = bottom + 4 + offsetHeight <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, below ? bottom + 4 : top - 4 - offsetHeight)}px`;
}
