import { openToRead } from '../store/open.js';
import type { ReadStore } from '../store/store.js';
import { COLUMNS } from '../store/tables.js';
import { csvLine } from './csv.js';
import { configOf, FAILED, type Io, MISUSED, OK, readArgs } from './io.js';
import { jsonLine } from './lines.js';

const HELP = `Usage: npm run -s export -- [--csv | --json] asked | votes | escalations
Writes all questions (asked), votes, or questions handed to the leads (escalations) in the store of DATABASE_URL to standard
output, oldest first.
  --csv   comma-separated, for a spreadsheet (default)
  --json  one JSON object per line
Example: npm run -s export -- votes > votes.csv`;

type Exported = keyof typeof COLUMNS;

const ROWS: Record<Exported, (store: ReadStore) => AsyncIterable<object>> = {
  asked: (store) => store.allAsked(),
  votes: (store) => store.allVotes(),
  escalations: (store) => store.allEscalations(),
};

const FLAGS = { csv: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** `npm run export`: CSV (RFC 4180) or JSON lines. */
export async function exportRows(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const [what = '', ...more] = words;
  if (!isTable(what) || more.length > 0) {
    io.err(`Say what to export: asked, votes or escalations.\n${HELP}`);
    return MISUSED;
  }
  if (values.csv === true && values.json === true) {
    io.err(`Choose --csv or --json, not both.\n${HELP}`);
    return MISUSED;
  }
  const config = configOf(io);
  if (config === null) return FAILED;
  try {
    // Without a key: rows that were written under another one can still be saved.
    const store = await openToRead(config.databaseUrl);
    await writeRows(store, what, values.json === true, io).finally(() => store.close());
    return OK;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}

function isTable(what: string): what is Exported {
  return Object.hasOwn(COLUMNS, what);
}

async function writeRows(store: ReadStore, what: Exported, json: boolean, io: Io): Promise<void> {
  const columns = COLUMNS[what];
  const rows: AsyncIterable<object> = ROWS[what](store);
  if (!json) io.out(csvLine(columns));
  for await (const row of rows) {
    const cells = new Map<string, unknown>(Object.entries(row));
    if (json) io.out(jsonLine(Object.fromEntries(columns.map((column) => [column, cells.get(column)]))));
    else io.out(csvLine(columns.map((column) => plain(cells.get(column)))));
  }
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
