/** The part of Markdown that Slack's `markdown` block shows. Page: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */

import { el } from './dom.js';
import { angle, code, decode, emoji, link, type Names } from './inline.js';
import { broken } from './mrkdwn.js';

const INLINE = new RegExp(
  [
    '\\\\(?<escaped>[\\\\`*_{}\\[\\]()#+.!~>-])',
    '`(?<code>[^`\\n]+)`',
    '\\[(?<label>[^\\]\\n]+)\\]\\((?<target>[^)\\s]+)\\)',
    '<(?<angle>[@#!][^<>\\n]+)>',
    '\\*\\*(?=\\S)(?<bold>.*?\\S)\\*\\*',
    '~~(?=\\S)(?<strike>.*?\\S)~~',
    '(?<![\\w*])\\*(?=\\S)(?<star>.*?\\S)\\*(?![\\w*])',
    '(?<!\\w)_(?=\\S)(?<italic>.*?\\S)_(?!\\w)',
    ':(?<emoji>[a-z0-9_+-]+):',
    '(?<url>https?://[^\\s<>()]+)',
  ].join('|'),
  'g',
);

/** What a line begins with tells what it is. */
const KINDS = [
  ['heading', /^(#{1,6})\s+(.*)$/],
  ['rule', /^(?:---+|\*\*\*+)()()$/],
  ['quote', /^(>) ?(.*)$/],
  ['bullet', /^\s*([-*+])\s+(.*)$/],
  ['number', /^\s*(\d+)[.)]\s+(.*)$/],
  ['gap', /^()\s*()$/],
] as const;
type Kind = (typeof KINDS)[number][0] | 'plain';

export function markdown(text: string, names: Names): Node[] {
  return text.split(/^```.*$/m).flatMap((part, place) => {
    if (place % 2 === 1) return [el('pre', {}, part.replace(/^\n|\n$/g, ''))];
    return grouped(part).map((group) => block(group, names));
  });
}

interface Group {
  kind: Kind;
  mark: string;
  lines: string[];
}

function grouped(text: string): Group[] {
  const groups: Group[] = [];
  for (const line of text.split('\n')) {
    const [kind, pattern] = KINDS.find(([, candidate]) => candidate.test(line)) ?? ['plain' as const, /^()(.*)$/];
    const [, mark = '', rest = ''] = pattern.exec(line) ?? [];
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'heading') last.lines.push(rest);
    else groups.push({ kind, mark, lines: [rest] });
  }
  return groups.filter(({ kind }) => kind !== 'gap');
}

function block({ kind, mark, lines }: Group, names: Names): Node {
  const parts = lines.map((line) => inline(line, names));
  const items = () => parts.map((part) => el('li', {}, ...part));
  switch (kind) {
    case 'heading':
      return el('p', { class: `heading heading-${mark.length}` }, el('strong', {}, ...(parts[0] ?? [])));
    case 'rule':
      return el('hr');
    case 'quote':
      return el('blockquote', {}, ...broken(parts));
    case 'bullet':
      return el('ul', {}, ...items());
    case 'number':
      return el('ol', { start: mark }, ...items());
    case 'gap':
    case 'plain':
      return el('p', {}, ...broken(parts));
  }
}

function inline(text: string, names: Names): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) nodes.push(decode(text.slice(end, match.index)));
    end = match.index + match[0].length;
    nodes.push(part(match, names));
  }
  if (end < text.length) nodes.push(decode(text.slice(end)));
  return nodes;
}

function part(match: RegExpMatchArray, names: Names): Node | string {
  const found = match.groups ?? {};
  if (found.escaped !== undefined) return found.escaped;
  if (found.code !== undefined) return code(found.code);
  if (found.label !== undefined) return link(found.target ?? '', ...inline(found.label, names));
  if (found.angle !== undefined) return angle(found.angle, names);
  if (found.bold !== undefined) return el('strong', {}, ...inline(found.bold, names));
  if (found.strike !== undefined) return el('s', {}, ...inline(found.strike, names));
  const italic = found.star ?? found.italic;
  if (italic !== undefined) return el('em', {}, ...inline(italic, names));
  return found.emoji === undefined ? link(match[0]) : emoji(found.emoji);
}
