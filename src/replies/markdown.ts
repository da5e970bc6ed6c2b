import { escapeText, link } from './mrkdwn.js';

/**
 * The Markdown of answers as Slack's mrkdwn, escaped: headings and bold, italics, lists, quotes, links, code and tables come out as
 * they are meant. Slack has no headings and shows no pipes as a table: a heading is a bold line, a row is an item of a list.
 */
export function mrkdwn(markdown: string): string {
  const shown: string[] = [];
  for (const { kind, lines } of paragraphs(markdown)) {
    if (kind === 'code') shown.push(['```', ...lines.map(escapeText), '```'].join('\n'));
    else if (kind === 'table') shown.push(...table(lines));
    else if (kind === 'heading') shown.push(heading(lines.join(' ')));
    else shown.push(item(lines.join(' ')));
  }
  return shown.join('\n').trim();
}

interface Paragraph {
  kind: 'code' | 'table' | 'heading' | 'gap' | 'text';
  lines: string[];
}

const FENCE = /^\s{0,8}(?:```|~~~)/;
const ROW = /^\s{0,8}\|/;
const HEADING = /^\s{0,3}#{1,6}\s/;
const LISTED = /^\s{0,8}(?:[-*+•]|\d{1,3}[.)])\s/;
const QUOTED = /^\s{0,3}>/;

/** Lines that belong together. A line break within a paragraph, as YAML and editors wrap it, is a space. */
function paragraphs(markdown: string): Paragraph[] {
  const found: Paragraph[] = [];
  let fenced = false;
  for (const line of markdown.split(/\r?\n/)) {
    const last = found.at(-1);
    if (FENCE.test(line)) {
      fenced = !fenced;
      if (fenced) found.push({ kind: 'code', lines: [] });
    } else if (fenced) last?.lines.push(line);
    else if (line.trim() === '') found.push({ kind: 'gap', lines: [] });
    else if (ROW.test(line) && last?.kind === 'table') last.lines.push(line);
    else if (ROW.test(line)) found.push({ kind: 'table', lines: [line] });
    else if (HEADING.test(line)) found.push({ kind: 'heading', lines: [line.trim()] });
    else if (last?.kind !== 'text' || LISTED.test(line) || QUOTED.test(line))
      found.push({ kind: 'text', lines: [line.trimEnd()] });
    else last.lines.push(line.trim());
  }
  return found;
}

/** A paragraph, an item of a list, or a quote; nothing where the paragraph is a gap. */
function item(text: string): string {
  const [, indent = '', rest = text] = /^(\s{0,8})[-*+•]\s+(.*)$/s.exec(text) ?? [];
  return rest === text ? inline(text) : `${indent}• ${inline(rest)}`;
}

function heading(text: string): string {
  const words = text.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '');
  return `*${inline(words).replaceAll('*', '')}*`;
}

/** A row of cells as an item: the first cell, then each other one under the heading of its column. */
function table(lines: readonly string[]): string[] {
  const rows = lines.map(cellsOf);
  const ruled = rows[1]?.every((cell) => /^:?-+:?$/.test(cell)) ?? false;
  const titles = ruled ? (rows[0] ?? []) : [];
  return rows.slice(ruled ? 2 : 0).map(([first = '', ...others]) => {
    const said = others.flatMap((cell, at) =>
      cell === '' ? [] : titles[at + 1] ? `${titles[at + 1]}: ${cell}` : cell,
    );
    return `• *${inline(first).replaceAll('*', '')}*${said.length === 0 ? '' : ` – ${inline(said.join('; '))}`}`;
  });
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Code, an image or a link in round brackets, a bare address; bold, struck and slanted words, of which mrkdwn has one sign each. */
const INLINE =
  /`([^`]{1,500})`|!?\[([^[\]]{1,300})\]\((https?:\/\/[^\s()<>]{1,1000})\)|<?(https?:\/\/[^\s<>|]{1,1000}[^\s<>|.,;:!?)\]'"])>?|\*\*((?:[^*]|\*(?!\*)){1,2000})\*\*|~~([^~]{1,2000})~~|(?<![\w*])\*([^\s*](?:[^*]{0,2000}[^\s*])?)\*(?![\w*])/g;

function inline(text: string): string {
  let shown = '';
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, label, address, bare, bold, struck, slanted] = found;
    shown += escapeText(text.slice(from, found.index));
    if (code !== undefined) shown += `\`${escapeText(code)}\``;
    else if (label !== undefined) shown += link(address, label.replaceAll('**', ''));
    else if (bare !== undefined) shown += link(bare, bare);
    else if (bold !== undefined) shown += `*${inline(bold)}*`;
    else if (struck !== undefined) shown += `~${inline(struck)}~`;
    else shown += `_${inline(slanted ?? '')}_`;
    from = found.index + whole.length;
  }
  return shown + escapeText(text.slice(from));
}
