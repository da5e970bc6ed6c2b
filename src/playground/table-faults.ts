/** What Slack refuses of tables. Pages: https://docs.slack.dev/reference/block-kit/blocks/table-block and data-table-block */

import { type Add, between, type Check, list, string } from './checks.js';
import { isObject, type Json, objectsIn } from './json.js';

const COLUMNS = 20;
/** Characters of all cells together. */
const ALL_CHARACTERS = { table: 10_000, data_table: 20_000 };

export const TABLES: Record<string, Check> = {
  table(it, at, add) {
    rows(it, at, 1, 100, ALL_CHARACTERS.table, add);
    if (it.column_settings !== undefined) list(it.column_settings, `${at}/column_settings`, COLUMNS, add);
  },
  data_table(it, at, add) {
    rows(it, at, 2, 201, ALL_CHARACTERS.data_table, add);
    string(it.caption, `${at}/caption`, 3000, add);
    between(it.page_size, `${at}/page_size`, 1, 100, add);
    between(it.row_header_column_index, `${at}/row_header_column_index`, 0, COLUMNS - 1, add);
  },
};

function rows(it: Json, at: string, least: number, most: number, characters: number, add: Add): void {
  list(it.rows, `${at}/rows`, most, add);
  const all: unknown[] = Array.isArray(it.rows) ? it.rows : [];
  if (all.length > 0 && all.length < least) add(`no fewer than ${least} items required`, `${at}/rows`);
  for (const [n, row] of all.entries()) {
    list(row, `${at}/rows/${n}`, COLUMNS, add);
    for (const [m, cell] of objectsIn(row).entries()) cellFaults(cell, `${at}/rows/${n}/${m}`, add);
  }
  const [first] = all;
  if (all.some((row) => Array.isArray(row) && Array.isArray(first) && row.length !== first.length))
    add('rows must have the same number of cells', `${at}/rows`);
  if (textIn(all) > characters) add(`must be less than ${characters + 1} characters`, `${at}/rows`);
}

function cellFaults(cell: Json, at: string, add: Add): void {
  if (cell.type === 'raw_text' || cell.type === 'raw_number')
    string(cell.text, `${at}/text`, ALL_CHARACTERS.data_table, add);
  if (cell.type === 'raw_number' && typeof cell.value !== 'number') add('must be a number', `${at}/value`);
}

/** Characters of all texts in it. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  );
}
