/** Channels, direct messages, and who one is. */

import type { WireHello, WireRole } from '../wire.js';
import { byId, el, type Item, keepInStep } from './dom.js';
import { picture } from './messages.js';

export interface SidebarState {
  hello: WireHello;
  viewer: string;
  channel: string;
  /** Messages that came while another channel was open. */
  unread(channel: string): number;
  /** What has come for somebody else, where the viewer does not see it. */
  waiting(person: string): number;
}

export interface SidebarActs {
  openChannel(id: string): void;
  become(person: string): void;
}

export function drawSidebar({ hello, viewer, channel, unread, waiting }: SidebarState, acts: SidebarActs): void {
  byId('team').textContent = hello.team;
  const items = hello.channels.map(({ id, name, private: closed }): Item & { direct: boolean } => {
    const count = unread(id);
    const current = id === channel;
    return {
      direct: name === null,
      key: id,
      signature: `${count} ${current}`,
      build: () => place(id, name, closed, count, current),
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
  // The keyboard may stand on one of them, so they are changed, not drawn anew.
  for (const radio of byId('people').querySelectorAll('input')) {
    radio.checked = radio.value === viewer;
    const count = badge(waiting(radio.value));
    radio
      .closest('label')
      ?.querySelector('.person-news')
      ?.replaceChildren(...(count ? [count] : []));
  }

  function place(id: string, name: string | null, closed: boolean, count: number, current: boolean): HTMLElement {
    const words = el('span', { class: 'place-name' }, name ?? hello.bot.name);
    if (closed) words.append(el('span', { class: 'aloud' }, '(private)'));
    const button = el(
      'button',
      {
        type: 'button',
        class: `place${count > 0 ? ' has-unread' : ''}`,
        'data-channel': id,
        click: () => acts.openChannel(id),
      },
      name === null ? picture(hello.bot.id, hello.bot.name, hello.bot.id) : signOf(closed),
      words,
      badge(count),
    );
    if (current) button.setAttribute('aria-current', 'page');
    return el('li', {}, button);
  }

  function person({ id, name, role }: WireRole): Item {
    return {
      key: id,
      signature: name,
      build: () =>
        el(
          'label',
          { class: 'person' },
          el('input', { type: 'radio', name: 'viewer', value: id, change: () => acts.become(id) }),
          picture(id, name, hello.bot.id),
          el('span', {}, name, ' ', el('span', { class: 'role' }, role)),
          el('span', { class: 'person-news' }),
        ),
    };
  }
}

/** A lock, as Slack has it, where not everybody is in. */
function signOf(closed: boolean): HTMLElement {
  if (!closed) return el('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
  const lock = (byId('lock') as HTMLTemplateElement).content.cloneNode(true);
  return el('span', { class: 'hash', 'aria-hidden': 'true' }, lock);
}

function badge(count: number): HTMLElement | null {
  return count > 0 ? el('span', { class: 'unread' }, String(count), el('span', { class: 'aloud' }, ' new')) : null;
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
