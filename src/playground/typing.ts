/** What Slack makes of what a person types: markup for mentions and links, and entities for `&`, `<` and `>`. */

import type { Json } from './json.js';
import { BOT, PEOPLE } from './workspace.js';

export interface Typed {
  /** Escaped text, as events carry it. */
  text: string;
  /** The same as one `rich_text` block, as events carry it too. */
  blocks: Json[];
}

const NAMES = new Map([BOT, ...PEOPLE].map(({ id, name }) => [`@${name.toLowerCase()}`, id]));
const MENTION = `<@[UW][A-Z0-9]+(?:\\|[^<>|]*)?>|@(?:${[BOT, ...PEOPLE].map(({ name }) => name).join('|')})\\b`;
const MARKUP = new RegExp(`(?<user>${MENTION})|@(?<range>channel|here|everyone)\\b|(?<url>https?://[^\\s<>]+)`, 'gi');

/** `@IASTM FAQ`, `<@U…>`, `<@U…|name>`, `@channel` and addresses become markup; all else is text, so that a typed `<!channel>` pings nobody. */
export function typed(raw: string): Typed {
  let text = '';
  const elements: Json[] = [];
  let end = 0;
  function plain(part: string) {
    if (part === '') return;
    text += escapeText(part);
    elements.push({ type: 'text', text: part });
  }
  for (const match of raw.matchAll(MARKUP)) {
    plain(raw.slice(end, match.index));
    end = match.index + match[0].length;
    const { user, range, url } = match.groups ?? {};
    if (user !== undefined) {
      // Some of Slack's clients put the name beside the id: `<@U…|anna>`.
      const inner = NAMES.get(user.toLowerCase()) ?? user.slice(2, -1);
      const [id] = inner.split('|');
      text += `<@${inner}>`;
      elements.push({ type: 'user', user_id: id });
    } else if (range !== undefined) {
      text += `<!${range.toLowerCase()}>`;
      elements.push({ type: 'broadcast', range: range.toLowerCase() });
    } else {
      text += `<${escapeText(url ?? '')}>`;
      elements.push({ type: 'link', url });
    }
  }
  plain(raw.slice(end));
  return { text, blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] };
}

/** Slack escapes these three characters and no other. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function mentionsBot(text: string): boolean {
  return text.includes(`<@${BOT.id}>`) || text.includes(`<@${BOT.id}|`);
}
