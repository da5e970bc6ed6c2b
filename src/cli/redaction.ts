import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { loadKnowledge } from '../knowledge/load.js';
import { errorLines } from '../knowledge/problem.js';
import { type LabelledSet, measure } from '../redact/measure.js';
import { type Found, find } from '../redact/redact.js';
import { vocabularyOf } from '../redact/vocabulary.js';
import { FAILED, folderOf, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s redaction -- [--knowledge DIR] FILE.yml …
Prints what the redaction takes out of labelled questions, by kind, and which ordinary words it takes with it.
  --knowledge DIR  another folder than that of KNOWLEDGE_DIR: its words may stay
Example: npm run -s redaction -- test/redact/clinic.yml test/redact/labelled.yml test/redact/held-out.yml`;

const FLAGS = { knowledge: { type: 'string' } } as const;

/** `npm run redaction`. */
export async function redaction(args: string[], io: Io): Promise<number> {
  const { values, words: files, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  if (files.length === 0) {
    io.err(`Name the labelled files.\n${HELP}`);
    return MISUSED;
  }
  const dir = folderOf(io, values.knowledge);
  const { knowledge, problems } = await loadKnowledge(dir);
  if (knowledge === null) {
    for (const line of errorLines(problems, dir)) io.err(line);
    return FAILED;
  }
  const vocabulary = vocabularyOf(knowledge);
  for (const file of files) {
    const set = await readSet(file);
    if (set === null) {
      io.err(`${file} cannot be read. It must be YAML with the lists "identifiers" and "clean".`);
      return FAILED;
    }
    report(file, set, (text) => find(text, vocabulary), io);
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

function report(file: string, set: LabelledSet, find: (text: string) => readonly Found[], io: Io): void {
  const { recall, words, told, clean, marked } = measure(set, find);
  io.out(`${file}: ${marked} questions with identifiers, ${clean} without`);
  for (const [identifier, { marked: all, missed }] of recall) {
    io.out(`  ${identifier.padEnd(24)} ${share(all - missed.length, all)}`);
    for (const text of missed) io.out(`    stays in: ${text}`);
  }
  io.out(`  ordinary words gone      ${share(words.gone.length, words.all)}`);
  for (const word of words.gone) io.out(`    gone: ${word}`);
  io.out(`  asker told for nothing   ${share(told.length, clean)}`);
  for (const text of told) io.out(`    told for: ${text}`);
}

/** As "29 of 30 (96.7 %)". */
function share(part: number, whole: number): string {
  const percent = whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
  return `${String(part).padStart(3)} of ${whole} (${percent} %)`;
}
