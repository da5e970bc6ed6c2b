import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type LabelledSet, measure } from '../redact/measure.js';
import { FAILED, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s redaction -- FILE.yml …
Prints recall by kind and the false alarms of the redaction on labelled questions.
Example: npm run -s redaction -- test/redact/labelled.yml test/redact/held-out.yml`;

/** `npm run redaction`. */
export async function redaction(args: string[], io: Io): Promise<number> {
  const { values, words: files, code } = readArgs(args, {}, HELP, io);
  if (values === null) return code;
  if (files.length === 0) {
    io.err(`Name the labelled files.\n${HELP}`);
    return MISUSED;
  }
  for (const file of files) {
    const set = await readSet(file);
    if (set === null) {
      io.err(`${file} cannot be read. It must be YAML with the lists "identifiers" and "clean".`);
      return FAILED;
    }
    report(file, set, io);
  }
  return OK;
}

async function readSet(file: string): Promise<LabelledSet | null> {
  try {
    const set = parse(await readFile(file, 'utf8')) as Partial<LabelledSet> | null;
    return Array.isArray(set?.identifiers) && Array.isArray(set.clean) ? (set as LabelledSet) : null;
  } catch {
    return null;
  }
}

function report(file: string, set: LabelledSet, io: Io): void {
  const { recall, falseAlarms, clean, marked } = measure(set);
  io.out(`${file}: ${marked} questions with identifiers, ${clean} without`);
  for (const [kind, { marked: all, missed }] of recall) {
    io.out(`  ${kind.padEnd(24)} ${share(all - missed.length, all)}`);
    for (const text of missed) io.out(`    stays in: ${text}`);
  }
  io.out(`  false alarms: ${share(falseAlarms.clean.length, clean)} clean questions`);
  io.out(`  false alarms: ${share(falseAlarms.marked.length, marked)} questions with identifiers, beside them`);
  for (const text of [...falseAlarms.clean, ...falseAlarms.marked]) io.out(`    redacted in: ${text}`);
}

/** As "29 of 30 (96.7 %)". */
function share(part: number, whole: number): string {
  const percent = whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
  return `${String(part).padStart(3)} of ${whole} (${percent} %)`;
}
