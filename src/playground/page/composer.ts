/** The box to write in, with suggestions for mentions and slash commands. */

import type { WireCommand } from '../wire.js';
import { el } from './dom.js';

export interface ComposerOptions {
  id: string;
  label: string;
  /** Names that may follow `@`, the bot's first. */
  names: readonly string[];
  /** Slash commands; none in a thread. */
  commands: readonly WireCommand[];
  /** The quiet line below, for what is written so far. */
  hint(text: string): string;
  send(text: string): void;
}

export interface Composer {
  element: HTMLElement;
  focus(): void;
  setText(text: string): void;
}

/** One suggestion: what is shown, and the text that it makes. */
interface Suggestion {
  title: string;
  detail: string;
  text: string;
}

export function createComposer({ id, label, names, commands, hint, send }: ComposerOptions): Composer {
  let offered: Suggestion[] = [];
  let active = 0;

  const list = el('ul', {
    class: 'suggestions',
    role: 'listbox',
    id: `${id}-suggestions`,
    'aria-label': 'Suggestions',
    hidden: true,
  });
  const box = el('textarea', {
    id,
    rows: '1',
    placeholder: label,
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': list.id,
    'aria-describedby': `${id}-hint`,
    input: changed,
    click: changed,
    keydown,
    blur: () => offer([]),
  });
  const sendButton = el('button', { type: 'submit', class: 'send', 'aria-label': 'Send', disabled: true }, '➤');
  const hintLine = el('p', { class: 'hint', id: `${id}-hint` }, hint(''));
  const element = el(
    'form',
    { class: 'composer', submit },
    list,
    el('div', { class: 'writing' }, box, sendButton),
    hintLine,
  );

  function submit(event: Event) {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return;
    setText('');
    send(text);
  }

  function setText(text: string) {
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    changed();
  }

  function changed() {
    sendButton.disabled = box.value.trim() === '';
    hintLine.textContent = hint(box.value);
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
    offer(box.selectionStart === box.value.length ? suggestionsFor(box.value, names, commands) : []);
  }

  function offer(suggestions: Suggestion[]) {
    offered = suggestions;
    active = 0;
    list.hidden = suggestions.length === 0;
    list.replaceChildren(...suggestions.map(option));
    mark();
  }

  function option({ title, detail }: Suggestion, place: number): HTMLElement {
    const mousedown = (event: Event) => {
      event.preventDefault();
      take(place);
    };
    return el(
      'li',
      // Not click: that would come after the box has lost the focus and the list is gone.
      { role: 'option', id: `${list.id}-${place}`, mousedown },
      el('strong', {}, title),
      el('span', {}, detail),
    );
  }

  function mark() {
    [...list.children].forEach((item, place) => {
      item.setAttribute('aria-selected', String(place === active));
    });
    if (list.hidden) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  }

  function take(place: number) {
    const chosen = offered[place];
    if (chosen) setText(chosen.text);
    offer([]);
  }

  function keydown(event: Event) {
    const { key, shiftKey, isComposing } = event as KeyboardEvent;
    if (isComposing) return;
    if (!list.hidden && keyInList(key)) event.preventDefault();
    else if (key === 'Enter' && !shiftKey) submit(event);
  }

  /** True where the key was for the list of suggestions. */
  function keyInList(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      active = (active + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length;
      mark();
    } else if (key === 'Enter' || key === 'Tab') take(active);
    else if (key === 'Escape') offer([]);
    else return false;
    return true;
  }

  return { element, setText, focus: () => box.focus() };
}

function suggestionsFor(text: string, names: readonly string[], commands: readonly WireCommand[]): Suggestion[] {
  if (/^\/\S*$/.test(text)) {
    return commands
      .filter(({ command }) => command.startsWith(text.toLowerCase()))
      .map(({ command, description = '', usage_hint = '' }) => ({
        title: `${command} ${usage_hint}`.trim(),
        detail: description,
        text: `${command} `,
      }));
  }
  const [, begun] = /(?:^|\s)@([\p{L}\d ]{0,30})$/u.exec(text) ?? [];
  if (begun === undefined) return [];
  return names
    .filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()) && name.length > begun.length)
    .map((name, place) => ({
      title: `@${name}`,
      detail: place === 0 && name === names[0] ? 'app' : '',
      text: `${text.slice(0, text.length - begun.length)}${name} `,
    }));
}
