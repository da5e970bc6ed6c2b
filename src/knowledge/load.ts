import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble } from './assemble.js';
import type { Knowledge } from './entry.js';
import { type ParsedFile, parseFile } from './parse.js';
import { blocks, byPlace, type Problem, problem } from './problem.js';

/** Largest file that is read, in bytes. 10,000 entries in one file are about 10 MB. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** The names of knowledge files: what begins with a full stop is an editor's own. */
export const KNOWLEDGE_FILE = /^[^.].*\.ya?ml$/;

/** A knowledge folder as it was read. */
export interface Loaded {
  /** Null where a problem forbids serving it. */
  knowledge: Knowledge | null;
  /** Ordered by file and line. */
  problems: Problem[];
  /** Twelve hexadecimal digits of the files' names and bytes. */
  version: string;
}

/** Reads and parses all `.yml` and `.yaml` files of a folder, in the order of their names. Never throws on bad content. */
export async function loadKnowledge(dir: string): Promise<Loaded> {
  const hash = createHash('sha256');
  const problems: Problem[] = [];
  const parsed: ParsedFile[] = [];
  let names: string[];
  try {
    names = (await readdir(dir)).filter((name) => KNOWLEDGE_FILE.test(name)).sort();
  } catch {
    const message = `The knowledge folder ${dir} cannot be read.`;
    problems.push(unreadable('.', message, 'Create it, or name another with KNOWLEDGE_DIR or --knowledge.'));
    return { knowledge: null, problems, version: '' };
  }
  for (const name of names) {
    const content = await readText(join(dir, name), name, hash);
    if (typeof content === 'string') parsed.push(parseFile(name, content));
    else problems.push(content);
  }
  const { knowledge, problems: across } = assemble(parsed);
  problems.push(...parsed.flatMap((file) => file.problems), ...across);
  if (knowledge.entries.size === 0 && problems.length === 0) {
    problems.push(unreadable('.', `There is no entry in ${dir}.`, 'Begin with the entry in knowledge/README.md.'));
  }
  problems.sort(byPlace);
  return {
    knowledge: problems.some(blocks) ? null : knowledge,
    problems,
    version: hash.digest('hex').slice(0, 12),
  };
}

async function readText(path: string, name: string, hash: Hash): Promise<string | Problem> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) {
      return unreadable(
        name,
        `The file has ${size} bytes; ${LARGEST_FILE} are the most that is read.`,
        'Split it into topics.',
      );
    }
    const bytes = await readFile(path);
    hash.update(name).update(bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return unreadable(name, 'The file is not UTF-8 text.', 'Save it as UTF-8 in your editor.');
    }
    return unreadable(name, 'The file cannot be read.', 'Check that it is there and that the bot may read it.');
  }
}

function unreadable(file: string, message: string, remedy: string): Problem {
  return problem('K102', { file, line: 1, col: 1 }, message, remedy);
}
