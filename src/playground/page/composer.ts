/** The box to write in, with suggestions for mentions and slash commands. */

import type { WireCommand } from '../wire.js';
import { type Along, createAttachments } from './attach.js';
import { el } from './dom.js';
import { draftOf, keepDraft } from './drafts.js';
import { type MenuItem, menuButton } from './menu.js';

export interface ComposerOptions {
  id: string;
  label: string;
  /** Where the draft is kept. */
  draft: string;
  /** What the button beside the box offers besides files: the app's global shortcuts. */
  shortcuts: () => MenuItem[];
  /** In a thread: the channel that a reply can be told to as well. */
  place: string | null;
  /** Names that may follow `@`, the bot's first. */
  names: readonly string[];
  /** Slash commands; none in a thread. */
  commands: readonly WireCommand[];
  /** The quiet line below, for what is written so far. */
  hint(text: string): string;
  /** Resolves to why it could not be sent and what to do, or to null where it was. */
  send(text: string, along: Along): Promise<string | null>;
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

export function createComposer(options: ComposerOptions): Composer {
  const { id, label, draft, shortcuts, place, names, commands, hint, send } = options;
  let offered: Suggestion[] = [];
  let active = 0;
  /** Sent, and not yet known to have arrived. */
  const underway: { text: string; along: Along }[] = [];

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
  const failure = el('p', { class: 'failure', role: 'alert' });
  const attachments = createAttachments({ draft, place, changed: attached });
  const sign = el('span', { 'aria-hidden': 'true' }, '+');
  const element = el(
    'form',
    { class: 'composer', submit },
    list,
    el(
      'div',
      { class: 'writing' },
      menuButton('Shortcuts and files', sign, () => [...shortcuts(), ...attachments.items], 'tool'),
      box,
      sendButton,
    ),
    attachments.element,
    failure,
    hintLine,
  );
  box.value = draftOf(draft);
  // Once it stands in the page: before that it has no height to fit.
  queueMicrotask(changed);

  function submit(event: Event) {
    event.preventDefault();
    const text = box.value.trim();
    if (text !== '' || !attachments.isEmpty()) void attempt(text);
  }

  function enable() {
    sendButton.disabled = box.value.trim() === '' && attachments.isEmpty();
  }

  function attached() {
    remember();
    enable();
  }

  /** What could not be sent comes back into the box, before what has been written since. */
  async function attempt(text: string) {
    const sent = { text, along: attachments.take() };
    underway.push(sent);
    setText('');
    const fault = await send(text, sent.along);
    underway.splice(underway.indexOf(sent), 1);
    failure.textContent = fault ?? '';
    if (fault === null) return remember();
    attachments.putBack(sent.along);
    setText(together([text, box.value]));
  }

  function remember() {
    keepDraft(draft, together([...underway.map(({ text }) => text), box.value]));
    attachments.remember(underway.map(({ along }) => along));
  }

  function setText(text: string) {
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    changed();
  }

  function changed() {
    remember();
    enable();
    hintLine.textContent = hint(box.value);
    box.style.height = 'auto';
    // Out of sight it has no height.
    if (box.scrollHeight > 0) box.style.height = `${box.scrollHeight}px`;
    const atEnd = document.activeElement === box && box.selectionStart === box.value.length;
    offer(atEnd ? suggestionsFor(box.value, names, commands) : []);
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

function together(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
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
