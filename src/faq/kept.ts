import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';

/** Gives what was made of a folder as it stands, or makes it. */
export type Keep = <T>(dir: string, make: () => Promise<T>) => Promise<T>;
/** Gives what was made of the texts of a folder's files, or makes it. */
export type KeepOfTexts = <T>(texts: ReadonlyMap<string, string>, make: () => T) => Promise<T>;

/** Where the built program keeps results: beside the build, where they are thrown away with it. */
export const MODELS = fileURLToPath(new URL('../models', import.meta.url));

/** What all of it is made with, from the program's root: another byte there may make another model. */
const PROGRAM = ['english', 'faq', 'knowledge', 'search'].map((room) =>
  fileURLToPath(new URL(`../${room}`, import.meta.url)),
);
const PACKAGES = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
/** Results that are kept; the one that was not used for longest goes. */
const MOST = 4;
/** A folder with more names, or more bytes, is made anew each time: it is none that somebody tries an answer in. */
const MOST_NAMES = 1000;
const MOST_BYTES = 64 * 1024 * 1024;
/** Bytes of the checksum before what is kept. */
const SUM = 32;
/** Milliseconds after which a file that was never finished is swept up. */
const ABANDONED = 3_600_000;

/**
 * Keeps results in `folder`, by a hash of every name and byte that they were made of: the knowledge, the program, its packages
 * and Node. So nothing is ever stale, and two that write the same at once write the same. Where nothing can be kept, nothing is.
 */
export function keptIn(folder: string, program: readonly string[] = PROGRAM): Keep {
  return async (dir, make) => {
    const key = await keyOf(dir, program);
    if (key === null) return make();
    const file = join(folder, `${key}.model`);
    const kept = await read(file);
    if (kept !== null) return kept.value as Awaited<ReturnType<typeof make>>;
    const made = await make();
    // What was saved meanwhile may be in it, or not.
    if ((await keyOf(dir, program)) === key) await write(folder, file, made);
    return made;
  };
}

/** The same of texts alone, for what nothing else in their folder changes: a copy of it, or one with other files beside. */
export function keptTextsIn(folder: string, program: readonly string[] = PROGRAM): KeepOfTexts {
  return async (texts, make) => {
    const hash = await programHash(program).catch(() => null);
    if (hash === null) return make();
    for (const [name, text] of texts) hash.update(`${name}\0${text.length}\0${text}`);
    const file = join(folder, `${hash.digest('hex')}.model`);
    const kept = await read(file);
    if (kept !== null) return kept.value as ReturnType<typeof make>;
    const made = make();
    await write(folder, file, made);
    return made;
  };
}

/** Null where the folder cannot be read, or is too large to be read twice. */
async function keyOf(dir: string, program: readonly string[]): Promise<string | null> {
  try {
    const hash = await programHash(program);
    await addFolder(hash, dir);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

async function programHash(program: readonly string[]): Promise<ReturnType<typeof createHash>> {
  const hash = createHash('sha256').update(process.version);
  for (const room of program) await addFolder(hash, room);
  return hash.update(await readFile(PACKAGES).catch(() => ''));
}

/** Every name below a folder, and the bytes of all that are files. Throws where there is too much of either. */
async function addFolder(hash: ReturnType<typeof createHash>, dir: string): Promise<void> {
  const names = await readdir(dir, { recursive: true });
  if (names.length > MOST_NAMES) throw new Error('too many names');
  let bytes = 0;
  for (const name of names.sort()) {
    const path = join(dir, name);
    const found = await stat(path);
    bytes += found.size;
    if (bytes > MOST_BYTES) throw new Error('too many bytes');
    const content = found.isFile() ? await readFile(path) : Buffer.alloc(0);
    hash.update(`${name}\0${found.isFile()}\0${content.length}\0`).update(content);
  }
}

/** Null where there is nothing, or not what was written. */
async function read(file: string): Promise<{ value: unknown } | null> {
  try {
    const bytes = await readFile(file);
    const content = bytes.subarray(SUM);
    if (!sumOf(content).equals(bytes.subarray(0, SUM))) return null;
    const now = new Date();
    await utimes(file, now, now).catch(() => {});
    return { value: deserialize(content) };
  } catch {
    return null;
  }
}

/** Whole or not at all: written beside, then put in its place. A disk that is full or read-only costs time only. */
async function write(folder: string, file: string, value: unknown): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    const content = serialize(value);
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, Buffer.concat([sumOf(content), content]));
    await rename(unfinished, file);
    await sweep(folder);
  } catch {
    await rm(unfinished, { force: true }).catch(() => {});
  }
}

async function sweep(folder: string): Promise<void> {
  const found = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const byAge = found.sort((a, b) => b.at - a.at);
  const old = byAge.filter(({ name }) => name.endsWith('.model')).slice(MOST);
  const abandoned = byAge.filter(({ name, at }) => !name.endsWith('.model') && at < Date.now() - ABANDONED);
  for (const { name } of [...old, ...abandoned]) await rm(join(folder, name), { force: true });
}

function sumOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
