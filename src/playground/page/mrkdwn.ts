/** Slack's mrkdwn. Page: https://docs.slack.dev/messaging/formatting-message-text */

import { el } from './dom.js';
import { angle, code, decode, emoji, link, type Names } from './inline.js';

const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    '(?<![\\w*])\\*(?=\\S)(?<bold>.*?\\S)\\*(?![\\w*])',
    '(?<![\\w])_(?=\\S)(?<italic>.*?\\S)_(?![\\w])',
    '(?<![\\w~])~(?=\\S)(?<strike>.*?\\S)~(?![\\w~])',
    ':(?<emoji>[a-z0-9_+-]+):',
    '(?<url>https?://[^\\s<>|]+)',
  ].join('|'),
  'g',
);

/** A mrkdwn text. `verbatim` leaves bare addresses alone. */
export function mrkdwn(text: string, names: Names, verbatim = false): Node[] {
  return text.split('```').flatMap((part, place) => {
    if (place % 2 === 1) return [el('pre', {}, decode(part.replace(/^\n|\n$/g, '')))];
    return part.trim() === '' ? [] : lines(part.replace(/^\n|\n$/g, ''), names, verbatim);
  });
}

/** Groups lines: quotes, and what stands between. mrkdwn knows no lists; a line with a bullet is a line. */
function lines(text: string, names: Names, verbatim: boolean): Node[] {
  const groups: { kind: 'quote' | 'plain'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, quoted] = /^(?:&gt;|>) ?(.*)$/.exec(line) ?? [];
    const kind = quoted === undefined ? 'plain' : 'quote';
    const last = groups.at(-1);
    const kept = quoted ?? line;
    if (last?.kind === kind) last.lines.push(kept);
    else groups.push({ kind, lines: [kept] });
  }
  return groups.flatMap((group) => {
    const parts = withoutEmptyEnds(group.lines).map((line) => inline(line, names, verbatim));
    if (parts.length === 0) return [];
    return el(group.kind === 'quote' ? 'blockquote' : 'p', {}, ...broken(parts));
  });
}

/** A quote beside has its own distance. */
function withoutEmptyEnds(lines: string[]): string[] {
  const filled = lines.map((line) => line.trim() !== '');
  return lines.slice(filled.indexOf(true) < 0 ? lines.length : filled.indexOf(true), filled.lastIndexOf(true) + 1);
}

/** Lines with breaks between them; an empty line is a gap, which breaks by itself. */
export function broken(parts: (Node | string)[][]): (Node | string)[] {
  const isGap = (place: number) => parts[place]?.length === 0 && place > 0 && place < parts.length - 1;
  return parts.flatMap((part, place) => {
    if (isGap(place)) return [el('span', { class: 'gap' })];
    return place > 0 && !isGap(place - 1) ? [el('br'), ...part] : part;
  });
}

function inline(text: string, names: Names, verbatim: boolean): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) nodes.push(decode(text.slice(end, match.index)));
    end = match.index + match[0].length;
    nodes.push(part(match, names, verbatim));
  }
  if (end < text.length) nodes.push(decode(text.slice(end)));
  return nodes;
}

function part(match: RegExpMatchArray, names: Names, verbatim: boolean): Node | string {
  const found = match.groups ?? {};
  if (found.code !== undefined) return code(decode(found.code));
  if (found.angle !== undefined) return angle(found.angle, names);
  if (found.bold !== undefined) return el('strong', {}, ...inline(found.bold, names, verbatim));
  if (found.italic !== undefined) return el('em', {}, ...inline(found.italic, names, verbatim));
  if (found.strike !== undefined) return el('s', {}, ...inline(found.strike, names, verbatim));
  if (found.emoji !== undefined) return emoji(found.emoji);
  return verbatim ? decode(match[0]) : link(decode(match[0]));
}
