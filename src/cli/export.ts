import { readConfig } from '../config.js';
import { createLog } from '../logging.js';
import { openStore } from '../store/open.js';
import type { Asked, Store, Vote } from '../store/store.js';
import { FAILED, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s export -- [--csv | --json] asked | votes
Writes all questions (asked) or all votes in the store of DATABASE_URL to standard output, oldest first.
  --csv   comma-separated, for a spreadsheet (default)
  --json  one JSON object per line
Example: npm run -s export -- votes > votes.csv`;

const FLAGS = { csv: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** What can be exported, with the columns in the order of the file. */
const COLUMNS = {
  asked: ['id', 'at', 'door', 'person', 'text', 'decision', 'entry', 'candidates', 'version'],
  votes: ['answer', 'at', 'entry', 'person', 'helpful', 'reason'],
} as const satisfies { asked: readonly (keyof Asked)[]; votes: readonly (keyof Vote)[] };

/** `npm run export`: CSV (RFC 4180) or JSON lines. */
export async function exportRows(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const [what = '', ...more] = words;
  if ((what !== 'asked' && what !== 'votes') || more.length > 0) {
    io.err(`Say what to export: asked or votes.\n${HELP}`);
    return MISUSED;
  }
  if (values.csv === true && values.json === true) {
    io.err(`Choose --csv or --json, not both.\n${HELP}`);
    return MISUSED;
  }
  const { config, faults } = readConfig(io.environment);
  if (config === null) {
    for (const fault of faults) io.err(fault);
    return FAILED;
  }
  try {
    // A damaged file is set aside on opening: the log on standard error then says where to.
    const store = await openStore(config.databaseUrl, { log: createLog('warn') });
    await writeRows(store, what, values.json === true, io).finally(() => store.close());
    return OK;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}

async function writeRows(store: Store, what: keyof typeof COLUMNS, json: boolean, io: Io): Promise<void> {
  const columns = COLUMNS[what];
  const rows: AsyncIterable<object> = what === 'asked' ? store.allAsked() : store.allVotes();
  if (!json) io.out(csvLine(columns));
  for await (const row of rows) {
    const cells = new Map<string, unknown>(Object.entries(row));
    if (json) io.out(JSON.stringify(Object.fromEntries(columns.map((column) => [column, cells.get(column)]))));
    else io.out(csvLine(columns.map((column) => plain(cells.get(column)))));
  }
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** RFC 4180 ends a line with CR and LF; the LF is added on printing. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r`;
}

/** A cell that a spreadsheet shows and does not run: what begins like a formula gets an apostrophe before it. */
function csvCell(text: string): string {
  const tame = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
