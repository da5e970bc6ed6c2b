import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseQuestions, type Question } from './questions.js';

const QUESTION_FILE = /\.(jsonl|ya?ml)$/;

/**
 * The names of question files, with a folder's own (none of its sub-folders') in its place, by name: `*.yml` is not expanded by
 * every shell. Throws where there is no such file or folder, or no question file in it.
 */
export async function questionFiles(names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of names) {
    const found = await stat(name).catch(() => null);
    if (found === null) throw new Error(`There is no file or folder "${name}".`);
    if (!found.isDirectory()) files.push(name);
    else files.push(...(await inFolder(name)));
  }
  return files;
}

async function inFolder(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => QUESTION_FILE.test(name)).sort();
  if (names.length === 0) throw new Error(`The folder "${folder}" holds no question file (.jsonl, .yml).`);
  return names.map((name) => join(folder, name));
}

/** Reads a question file. Throws with the place on anything that is no question. */
export async function readQuestions(file: string): Promise<Question[]> {
  const text = await readFile(file, 'utf8');
  // Some editors begin a file with a byte order mark.
  return parseQuestions(text.replace(/^\ufeff/, ''), file);
}
