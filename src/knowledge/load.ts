import { createHash } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, opendir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble } from './assemble.js';
import type { Knowledge } from './entry.js';
import { aside, sortFiles, standingOf } from './folder.js';
import { parseFile } from './parse.js';
import type { ParsedFile } from './parsed.js';
import type { Read } from './places.js';
import { blocks, byPlace, type Problem, problem } from './problem.js';

/** Largest file that is read, in bytes. 10,000 entries in one file are about 10 MB. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** What a knowledge file has at the beginning of a line, and below it. */
const CONTENT = /^(entries|sources|terms|shorthand|synonyms|units):[ \t]*\r?\n[ \t]*(#|- |[a-z0-9-]+:)/m;
/** Names that are looked at below one folder: it may hold anything. */
const MOST_BELOW = 1000;
/** How files of word processors begin: RTF, and what is packed, such as .docx and .odt. */
const DOCUMENTS = ['{\\rtf', 'PK\u0003\u0004'];
/** Bytes of a read at once. */
const CHUNK = 1024 * 1024;
/** Opening a pipe waits for its other end, unless asked not to; Windows has no such pipes among its files. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What could be read of a folder, and what could not. */
export interface Seen {
  knowledge: Knowledge;
  /** Ids of entries and sources that are there and could not be read. */
  unread: ReadonlySet<string>;
  /** The fields of what was read that could not be read, or not whole. */
  lost: ReadonlyMap<object, ReadonlySet<string>>;
  /** Whether every file could be opened and was meant to be read. */
  isWhole: boolean;
}

/** A knowledge folder as it was read. */
export interface Loaded extends Read {
  /** Null where a problem forbids serving it. */
  knowledge: Knowledge | null;
  /** What could be read, whatever forbids serving it. */
  seen: Seen;
  /** Ordered by file and line. */
  problems: Problem[];
  /** Twelve hexadecimal digits of the files' names and bytes. */
  version: string;
  /** The names of the files that were read. */
  files: string[];
}

/** Reads and parses all `.yml` and `.yaml` files of a folder, in the order of their names. Never throws on bad content. */
export async function loadKnowledge(dir: string): Promise<Loaded> {
  let found: Dirent[];
  try {
    found = await readdir(dir, { withFileTypes: true });
  } catch {
    const message = `The knowledge folder ${dir} cannot be read.`;
    const remedy = 'Create it, or name another with KNOWLEDGE_DIR or --knowledge.';
    const problems = [unreadable('.', message, remedy)];
    const seen = { knowledge: assemble([]).knowledge, unread: new Set<string>(), lost: new Map(), isWhole: false };
    return { knowledge: null, seen, problems, version: '', files: [], places: new Map(), texts: new Map() };
  }
  const names = found.filter((each) => !each.isDirectory()).map(({ name }) => name);
  const { read, problems } = sortFiles(names);
  problems.push(...(await subfolders(dir, found)), ...(await disguised(dir, names)));
  const known: { name: string; bytes: Buffer }[] = [];
  const parsed: ParsedFile[] = [];
  const texts = new Map<string, string>();
  for (const name of read) {
    const bytes = await readBytes(dir, name);
    if ('code' in bytes) {
      problems.push(bytes);
      continue;
    }
    known.push({ name, bytes });
    const text = textOf(bytes, name);
    if (typeof text === 'string') {
      texts.set(name, text);
      parsed.push(parseFile(name, text));
    } else problems.push(text);
  }
  const places = new Map(parsed.flatMap((file) => [...file.places]));
  // A file that could not be opened, or was not meant to be passed over, may hold any id.
  const isWhole = !problems.some(blocks);
  const { knowledge, problems: across } = assemble(parsed, { read: { places, texts }, isWhole });
  problems.push(...parsed.flatMap((file) => file.problems), ...across);
  if (knowledge.entries.size === 0 && !problems.some(blocks)) {
    problems.push(unreadable('.', `There is no entry in ${dir}.`, 'Begin with the entry in knowledge/README.md.'));
  }
  return {
    knowledge: problems.some(blocks) ? null : knowledge,
    seen: {
      knowledge,
      unread: new Set(parsed.flatMap(({ broken }) => broken)),
      lost: new Map(parsed.flatMap(({ lost }) => [...lost])),
      isWhole,
    },
    problems: problems.sort(byPlace),
    version: versionOf(known),
    files: read,
    places,
    texts,
  };
}

/** Twelve hexadecimal digits of names and bytes, in their order. */
export function versionOf(files: readonly { name: string; bytes: Buffer }[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** Whether a folder holds anything that is read, or that somebody means to be. */
export async function isKnowledgeFolder(dir: string): Promise<boolean> {
  const names = await readdir(dir).catch(() => []);
  return names.some((name) => ['read', 'misnamed'].includes(standingOf(name)));
}

/** Only files of the folder itself are read: what hides below is told, and so is a folder that is named like a file. */
async function subfolders(dir: string, found: readonly Dirent[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const each of found.filter(({ name }) => !name.startsWith('.'))) {
    const { name } = each;
    if (standingOf(name) === 'read') {
      if (each.isDirectory()) problems.push(unreadable(name, 'This is a folder.', 'Give it another name.'));
      continue;
    }
    const below = each.isFile() ? 0 : await filesBelow(join(dir, name));
    const what = below === 1 ? 'a YAML file that is' : `${below} YAML files that are`;
    if (below > 0) problems.push(aside(name, `is a folder with ${what} not read`));
  }
  return problems;
}

/** How many of the first files in and below a folder would be read if they stood in the right one. */
async function filesBelow(path: string): Promise<number> {
  let seen = 0;
  let like = 0;
  try {
    for await (const { name } of await opendir(path, { recursive: true })) {
      if (standingOf(name) === 'read') like += 1;
      seen += 1;
      if (seen === MOST_BELOW) break;
    }
  } catch {
    // No folder, or none that may be read.
  }
  return like;
}

/** Files that an editor has saved as plain text, or without an extension, and that hold what a knowledge file does. */
async function disguised(dir: string, names: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const name of names.filter((each) => /^[^.~#][^.]*(\.txt)?$/i.test(each))) {
    const bytes = await readBytes(dir, name);
    if (!('code' in bytes) && CONTENT.test(bytes.toString())) problems.push(aside(name));
  }
  return problems;
}

/** The bytes of an ordinary file, also behind a link; never more than the largest, whatever its size is said to be. */
async function readBytes(dir: string, name: string): Promise<Buffer | Problem> {
  let file: FileHandle | undefined;
  try {
    file = await open(join(dir, name), READ);
    if (!(await file.stat()).isFile()) {
      const remedy = 'Put an ordinary file in its place, or remove it.';
      return unreadable(name, 'This is no ordinary file, but a folder, a pipe or a device, or a link to one.', remedy);
    }
    const chunks: Buffer[] = [];
    // One byte more than the largest tells that there is more.
    const stream = file.createReadStream({ end: LARGEST_FILE, highWaterMark: CHUNK, autoClose: false });
    for await (const chunk of stream) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (bytes.length <= LARGEST_FILE) return bytes;
    return unreadable(
      name,
      `The file has more than ${LARGEST_FILE} bytes, the most that is read.`,
      'Split it into topics.',
    );
  } catch {
    return unreadable(name, 'The file cannot be read.', 'Check that it is there and that the bot may read it.');
  } finally {
    await file?.close();
  }
}

function textOf(bytes: Buffer, name: string): string | Problem {
  if (DOCUMENTS.some((begin) => bytes.toString('latin1', 0, begin.length) === begin)) {
    const remedy =
      'Save it as plain text (UTF-8), or copy the text into a file that an editor such as VS Code has made.';
    return unreadable(name, 'The file is a document of a word processor, not plain text.', remedy);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable(name, 'The file is not UTF-8 text.', 'Save it as UTF-8 in your editor.');
  }
}

function unreadable(file: string, message: string, remedy: string): Problem {
  return problem('K102', { file, line: 1, col: 1 }, message, remedy);
}
