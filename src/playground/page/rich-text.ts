/** `rich_text`, which is how Slack keeps what people type. */

import { el } from './dom.js';
import { code, emoji, link, mention, type Names } from './inline.js';
import { type Json, objectsIn, stringOf } from './json.js';

export function richText(block: Json, names: Names): Node[] {
  return objectsIn(block.elements).map((part) => {
    const children = objectsIn(part.elements);
    switch (part.type) {
      case 'rich_text_list': {
        const items = children.map((item) => el('li', {}, ...inline(item, names)));
        const kind = { class: `depth-${Math.min(3, countOf(part.indent))}${part.border === 1 ? ' bordered' : ''}` };
        return part.style === 'ordered'
          ? el('ol', { ...kind, start: `${countOf(part.offset) + 1}` }, ...items)
          : el('ul', kind, ...items);
      }
      case 'rich_text_quote':
        return el('blockquote', {}, ...inline(part, names));
      case 'rich_text_preformatted':
        return el('pre', {}, ...inline(part, names));
      default:
        return el('p', {}, ...inline(part, names));
    }
  });
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function inline(part: Json, names: Names): (Node | string)[] {
  return objectsIn(part.elements).map((element) => styled(element, leaf(element, names)));
}

function leaf(element: Json, names: Names): Node | string {
  switch (element.type) {
    case 'text':
      return broken(stringOf(element.text));
    case 'link':
      return link(stringOf(element.url), stringOf(element.text) || stringOf(element.url));
    case 'user':
      return mention(`@${names.user(stringOf(element.user_id))}`);
    case 'channel':
      return mention(`#${names.channel(stringOf(element.channel_id))}`);
    case 'broadcast':
      return mention(`@${stringOf(element.range)}`);
    case 'usergroup':
      return mention(`@${stringOf(element.usergroup_id)}`);
    case 'date':
      return dateOf(element);
    case 'color':
      return code(stringOf(element.value));
    case 'emoji':
      return emoji(stringOf(element.name));
    default:
      return `[${stringOf(element.type)}]`;
  }
}

/** A line break in a text is one in the message. */
function broken(text: string): Node | string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').flatMap((line, place) => (place === 0 ? [line] : [el('br'), line]));
  return el('span', {}, ...lines);
}

/** The words that the app gave for readers who know no dates; Slack writes it by the reader's clock. */
function dateOf({ timestamp, fallback, url }: Json): Node | string {
  const words = stringOf(fallback) || new Date(countOf(timestamp) * 1000).toLocaleString();
  return stringOf(url) === '' ? words : link(stringOf(url), words);
}

function styled(element: Json, inner: Node | string): Node | string {
  const style = element.style as Record<string, boolean> | undefined;
  if (!style) return inner;
  let node: Node | string = style.code && typeof inner === 'string' ? code(inner) : inner;
  if (style.bold) node = el('strong', {}, node);
  if (style.italic) node = el('em', {}, node);
  if (style.strike) node = el('s', {}, node);
  if (style.underline) node = el('u', {}, node);
  return node;
}
