/** Blocks in a frame. Pages: https://docs.slack.dev/reference/block-kit/blocks/card-block, container-block, task-card-block, video-block */

import { type Child, el } from './dom.js';
import { drawElement, image } from './elements.js';
import { link, type Names } from './inline.js';
import { isObject, type Json, objectsIn, stringOf, textOf } from './json.js';
import { richText } from './rich-text.js';
import type { Slot, Surface } from './slot.js';
import { textObject } from './text-object.js';

export function card(block: Json, surface: Surface, slotOf: (it: Json, block: Json, on: Surface) => Slot): Child[] {
  const { names } = surface;
  const buttons = objectsIn(block.actions).map((element) => drawElement(slotOf(element, block, surface)));
  return [
    isObject(block.hero_image) ? image(block.hero_image) : null,
    heading(block, textObject(block.title, names), names),
    isObject(block.body) ? el('div', {}, ...textObject(block.body, names)) : null,
    buttons.length > 0 ? el('div', { class: 'card-buttons' }, ...buttons) : null,
  ];
}

/** One that can be shut is a disclosure of the browser's. */
export function container(block: Json, names: Names, inner: HTMLElement[]): Child[] {
  const title = isObject(block.rich_text_title)
    ? richText(block.rich_text_title, names)
    : textObject(block.title, names);
  const head = heading(block, title, names);
  const body = el('div', { class: 'container-body' }, ...inner);
  if (block.is_collapsible !== true) {
    if (block.has_header_divider === true) head.classList.add('divided');
    return [head, body];
  }
  return [el('details', { open: block.default_collapsed !== true }, el('summary', {}, head), body)];
}

const STATES: Record<string, { sign: string; words: string }> = {
  pending: { sign: '○', words: 'To do' },
  in_progress: { sign: '◐', words: 'Under way' },
  complete: { sign: '✓', words: 'Done' },
  error: { sign: '!', words: 'Failed' },
};

export function taskCard(block: Json, names: Names): Child[] {
  const { sign, words } = STATES[stringOf(block.status)] ?? { sign: '?', words: stringOf(block.status) };
  const parts = [block.details, block.output].filter(isObject).flatMap((part) => richText(part, names));
  const sources = objectsIn(block.sources).map(({ url, text }) => el('li', {}, link(stringOf(url), stringOf(text))));
  return [
    el('p', {}, el('span', { role: 'img', 'aria-label': words }, `${sign} `), stringOf(block.title)),
    ...parts,
    sources.length > 0 ? el('ul', {}, ...sources) : null,
  ];
}

/** The page loads nothing from elsewhere, so a video is its title, its words and a link. */
export function video(block: Json): Child[] {
  const title = textOf(block.title);
  const about = [stringOf(block.author_name), stringOf(block.provider_name)].filter(Boolean).join(', ');
  return [
    el('p', {}, el('strong', {}, block.title_url === undefined ? title : link(stringOf(block.title_url), title))),
    about ? el('p', { class: 'quiet' }, about) : null,
    textOf(block.description) ? el('p', {}, textOf(block.description)) : null,
    el('p', {}, link(stringOf(block.video_url), `Video: ${stringOf(block.alt_text)}`)),
  ];
}

function heading({ icon, subtitle }: Json, title: Child[], names: Names): HTMLElement {
  return el(
    'div',
    { class: 'card-head' },
    isObject(icon) ? image(icon) : null,
    el(
      'div',
      {},
      title.length > 0 ? el('strong', {}, ...title) : null,
      isObject(subtitle) ? el('div', { class: 'quiet' }, ...textObject(subtitle, names)) : null,
    ),
  );
}
