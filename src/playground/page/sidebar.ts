/** Channels, direct messages, and who one is. */

import type { WireHello } from '../wire.js';
import { byId, el, type Item, keepInStep } from './dom.js';
import { picture } from './messages.js';

export interface SidebarState {
  hello: WireHello;
  viewer: string;
  channel: string;
  /** Messages that came while another channel was open. */
  unread(channel: string): number;
}

export interface SidebarActs {
  openChannel(id: string): void;
  become(person: string): void;
}

export function drawSidebar({ hello, viewer, channel, unread }: SidebarState, acts: SidebarActs): void {
  byId('team').textContent = hello.team;
  const items = hello.channels.map(({ id, name }): Item & { direct: boolean } => {
    const count = unread(id);
    const current = id === channel;
    return {
      direct: name === null,
      key: id,
      signature: `${count} ${current}`,
      build: () => place(id, name, count, current),
    };
  });
  keepInStep(
    byId('channels'),
    items.filter(({ direct }) => !direct),
  );
  keepInStep(
    byId('dms'),
    items.filter(({ direct }) => direct),
  );
  keepInStep(byId('people'), hello.people.map(person));

  function place(id: string, name: string | null, count: number, current: boolean): HTMLElement {
    const sign =
      name === null
        ? picture(hello.bot.id, hello.bot.name, hello.bot.id)
        : el('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
    const words = el('span', { class: 'place-name' }, name ?? hello.bot.name);
    const badge =
      count > 0 ? el('span', { class: 'unread' }, String(count), el('span', { class: 'aloud' }, ' new')) : null;
    const button = el(
      'button',
      {
        type: 'button',
        class: `place${count > 0 ? ' has-unread' : ''}`,
        'data-channel': id,
        click: () => acts.openChannel(id),
      },
      sign,
      words,
      badge,
    );
    if (current) button.setAttribute('aria-current', 'page');
    return el('li', {}, button);
  }

  function person({ id, name }: { id: string; name: string }): Item {
    const chosen = id === viewer;
    return {
      key: id,
      signature: String(chosen),
      build: () =>
        el(
          'label',
          { class: 'person' },
          el('input', { type: 'radio', name: 'viewer', value: id, checked: chosen, change: () => acts.become(id) }),
          picture(id, name, hello.bot.id),
          name,
        ),
    };
  }
}

/** Up and down walk through the places, as in Slack. */
export function walkWithArrows(sidebar: HTMLElement): void {
  sidebar.addEventListener('keydown', (event) => {
    const places = [...sidebar.querySelectorAll<HTMLElement>('.place')];
    const at = places.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (at < 0 || step === 0) return;
    event.preventDefault();
    places[(at + step + places.length) % places.length]?.focus();
  });
}
