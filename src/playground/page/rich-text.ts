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
        return part.style === 'ordered' ? el('ol', {}, ...items) : el('ul', {}, ...items);
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

function inline(part: Json, names: Names): (Node | string)[] {
  return objectsIn(part.elements).map((element) => styled(element, leaf(element, names)));
}

function leaf(element: Json, names: Names): Node | string {
  switch (element.type) {
    case 'text':
      return stringOf(element.text);
    case 'link':
      return link(stringOf(element.url), stringOf(element.text) || stringOf(element.url));
    case 'user':
      return mention(`@${names.user(stringOf(element.user_id))}`);
    case 'channel':
      return mention(`#${names.channel(stringOf(element.channel_id))}`);
    case 'broadcast':
      return mention(`@${stringOf(element.range)}`);
    case 'emoji':
      return emoji(stringOf(element.name));
    default:
      return `[${stringOf(element.type)}]`;
  }
}

function styled(element: Json, inner: Node | string): Node | string {
  const style = element.style as Record<string, boolean> | undefined;
  if (!style) return inner;
  let node: Node | string = style.code && typeof inner === 'string' ? code(inner) : inner;
  if (style.bold) node = el('strong', {}, node);
  if (style.italic) node = el('em', {}, node);
  if (style.strike) node = el('s', {}, node);
  return node;
}
