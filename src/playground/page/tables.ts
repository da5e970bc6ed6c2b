/** Tables. Pages: https://docs.slack.dev/reference/block-kit/blocks/table-block and data-table-block */

import { el } from './dom.js';
import type { Names } from './inline.js';
import { type Json, objectsIn, stringOf } from './json.js';
import { richText } from './rich-text.js';

/** Rows that Slack shows at once where the app says nothing. */
const PAGE = 5;

export function table(block: Json, names: Names): HTMLElement {
  const [head, ...rows] = rowsOf(block);
  const settings = objectsIn(block.column_settings);
  const line = (row: Json[], tag: 'th' | 'td') =>
    el('tr', {}, ...row.map((content, column) => cell(tag, content, names, settings[column])));
  return framed('Table', line(head ?? [], 'th'), ...rows.map((row) => line(row, 'td')));
}

/** Rows page by page. Slack sorts and filters them, too; that is not drawn here, and said. */
export function dataTable(block: Json, names: Names): HTMLElement {
  const [head = [], ...rows] = rowsOf(block);
  const size = typeof block.page_size === 'number' ? block.page_size : PAGE;
  const header = typeof block.row_header_column_index === 'number' ? block.row_header_column_index : 0;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const body = el('tbody');
  const where = el('span', { role: 'status' });
  const turn = (words: string, step: number) =>
    el('button', { type: 'button', class: 'button', click: () => show(page + step) }, words);
  const [before, after] = [turn('Previous', -1), turn('Next', 1)];
  let page = 0;

  function show(wanted: number) {
    page = Math.min(pages - 1, Math.max(0, wanted));
    const shown = rows.slice(page * size, (page + 1) * size);
    body.replaceChildren(
      ...shown.map((row) =>
        el('tr', {}, ...row.map((content, column) => cell(column === header ? 'th' : 'td', content, names))),
      ),
    );
    where.textContent = `Page ${page + 1} of ${pages}`;
    before.setAttribute('aria-disabled', String(page === 0));
    after.setAttribute('aria-disabled', String(page === pages - 1));
  }

  show(0);
  const heads = el('thead', {}, el('tr', {}, ...head.map((content) => cell('th', content, names))));
  const frame = framed(stringOf(block.caption), el('caption', {}, stringOf(block.caption)), heads, body);
  const pager = pages > 1 ? el('div', { class: 'pager' }, before, where, after) : null;
  return el(
    'div',
    {},
    frame,
    pager,
    el('p', { class: 'quiet' }, 'Slack sorts and filters this table; this page does not.'),
  );
}

function rowsOf({ rows }: Json): Json[][] {
  return Array.isArray(rows) ? rows.map(objectsIn) : [];
}

function cell(tag: 'th' | 'td', content: Json, names: Names, setting: Json = {}): HTMLElement {
  const words =
    content.type === 'rich_text' ? richText(content, names) : [stringOf(content.text) || `${content.value ?? ''}`];
  const kinds = [`to-${stringOf(setting.align) || 'left'}`, setting.is_wrapped === true ? '' : 'one-line'];
  return el(tag, { class: kinds.join(' ').trim() }, ...words);
}

function framed(label: string, ...parts: HTMLElement[]): HTMLElement {
  return el('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': label }, el('table', {}, ...parts));
}
