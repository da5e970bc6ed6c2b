import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How the files are called that stand beside the others while they are written: nothing reads or watches them. */
const UNFINISHED = /^\.edit-[0-9a-f]{12}$/;
/** Milliseconds after which an unfinished file is one of a process that has ended. */
const LEFT_BEHIND = 3_600_000;

/** What a file holds, to the byte: a mark at its beginning stays. Throws where it cannot be read, or is not UTF-8. */
export async function readText(path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
}

/** Whether a file, and the folder that it really stands in, may be written: tried, since rights alone do not tell. */
export async function isWritable(path: string): Promise<boolean> {
  try {
    const real = await realpath(path);
    await (await open(real, 'r+')).close();
    const unfinished = unfinishedIn(dirname(real));
    await (await open(unfinished, 'wx')).close();
    await rm(unfinished);
    return true;
  } catch {
    return false;
  }
}

function unfinishedIn(folder: string): string {
  return join(folder, `.edit-${randomBytes(6).toString('hex')}`);
}

/**
 * Puts a text in the place of another in one step: whoever reads the file, or finds it after a crash, finds the one or the other,
 * whole. False where it does not hold the other any more. A link stays one, and the file keeps its rights.
 */
export async function saveText(path: string, was: string, text: string): Promise<boolean> {
  const real = await realpath(path);
  const folder = dirname(real);
  await removeLeft(folder);
  const unfinished = unfinishedIn(folder);
  try {
    const file = await open(unfinished, 'wx', (await stat(real)).mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    // Somebody may have saved it in an editor meanwhile.
    if ((await readText(real)) !== was) return false;
    await rename(unfinished, real);
  } finally {
    await rm(unfinished, { force: true });
  }
  await syncFolder(folder);
  return true;
}

/** Brings the new name to the disk; some systems do not open folders, and do so by themselves. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null);
  await opened?.sync().catch(() => {});
  await opened?.close();
}

/** Removes what a process that was killed while it wrote has left. */
async function removeLeft(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => UNFINISHED.test(each))) {
    const path = join(folder, name);
    const { mtimeMs = Date.now() } = (await stat(path).catch(() => null)) ?? {};
    if (Date.now() - mtimeMs > LEFT_BEHIND) await rm(path, { force: true });
  }
}
