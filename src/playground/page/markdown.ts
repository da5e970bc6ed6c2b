/** The part of Markdown that Slack's `markdown` block shows. Page: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */

import { el } from './dom.js';
import { angle, code, decode, emoji, link, type Names } from './inline.js';
import { broken } from './mrkdwn.js';

const INLINE = new RegExp(
  [
    '\\\\(?<escaped>[\\\\`*_{}\\[\\]()#+.!~>|-])',
    '`(?<code>[^`\\n]+)`',
    // A picture becomes a link, as in Slack.
    '!?\\[(?<label>[^\\]\\n]+)\\]\\((?<target>[^)\\s]+)\\)',
    '<(?<angle>[@#!][^<>\\n]+)>',
    '\\*\\*\\*(?=\\S)(?<both>.*?\\S)\\*\\*\\*',
    '\\*\\*(?=\\S)(?<bold>.*?\\S)\\*\\*',
    '(?<!\\w)__(?=\\S)(?<heavy>.*?\\S)__(?!\\w)',
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
  ['table', /^()\s*(\|.*\|)\s*$/],
  ['gap', /^()\s*()$/],
] as const;
type LineKind = (typeof KINDS)[number][0] | 'plain';

export function markdown(text: string, names: Names): Node[] {
  return text.split(/^```.*$/m).flatMap((part, place) => {
    if (place % 2 === 1) return [el('pre', {}, part.replace(/^\n|\n$/g, ''))];
    return grouped(part).map((group) => block(group, names));
  });
}

interface Group {
  kind: LineKind;
  mark: string;
  lines: string[];
  /** How deep each line is indented, in steps. */
  depths: number[];
}

/** The row below a table's head: `| --- | :-: |`. */
const RULE_ROW = /^\|(?:\s*:?-+:?\s*\|)+$/;
const TASK = /^\[([ xX])\] /;
const DEEPEST = 3;

function grouped(text: string): Group[] {
  const groups: Group[] = [];
  for (const line of text.split('\n')) {
    const [kind, pattern] = KINDS.find(([, candidate]) => candidate.test(line)) ?? ['plain' as const, /^()(.*)$/];
    const [, mark = '', rest = ''] = pattern.exec(line) ?? [];
    const depth = Math.min(DEEPEST, Math.floor((line.length - line.trimStart().length) / 2));
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'heading') {
      last.lines.push(rest);
      last.depths.push(depth);
    } else groups.push({ kind, mark, lines: [rest], depths: [depth] });
  }
  return groups.filter(({ kind }) => kind !== 'gap');
}

function block({ kind, mark, lines, depths }: Group, names: Names): Node {
  const parts = lines.map((line) => inline(line, names));
  const items = () => lines.map((line, place) => item(line, depths[place] ?? 0, names));
  switch (kind) {
    case 'heading':
      // Slack shows all levels in one size.
      return el('p', { class: 'heading' }, el('strong', {}, ...(parts[0] ?? [])));
    case 'table':
      return RULE_ROW.test(lines[1] ?? '') ? table(lines, names) : el('p', {}, ...broken(parts));
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

/** An item of a list, or of a list of tasks, whose boxes nobody can tick. */
function item(line: string, depth: number, names: Names): Node {
  const [task, done] = TASK.exec(line) ?? [];
  const kind = { class: `depth-${depth}${task === undefined ? '' : ' task'}` };
  if (task === undefined) return el('li', kind, ...inline(line, names));
  const label = done === ' ' ? 'To do' : 'Done';
  const box = el('span', { role: 'img', 'aria-label': label }, done === ' ' ? '☐ ' : '☑ ');
  return el('li', kind, box, ...inline(line.slice(task.length), names));
}

function table([head = '', , ...rows]: readonly string[], names: Names): Node {
  const cells = (row: string) => row.slice(1, -1).split(/(?<!\\)\|/);
  const line = (row: string, tag: 'th' | 'td') =>
    el('tr', {}, ...cells(row).map((cell) => el(tag, {}, ...inline(cell.trim(), names))));
  const drawn = [line(head, 'th'), ...rows.map((row) => line(row, 'td'))];
  return el('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': 'Table' }, el('table', {}, ...drawn));
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
  if (found.both !== undefined) return el('strong', {}, el('em', {}, ...inline(found.both, names)));
  const bold = found.bold ?? found.heavy;
  if (bold !== undefined) return el('strong', {}, ...inline(bold, names));
  if (found.strike !== undefined) return el('s', {}, ...inline(found.strike, names));
  const italic = found.star ?? found.italic;
  if (italic !== undefined) return el('em', {}, ...inline(italic, names));
  return found.emoji === undefined ? link(match[0]) : emoji(found.emoji);
}
