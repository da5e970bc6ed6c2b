import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads a copy of a folder's files in which some have other texts: nothing of the folder itself is touched. `name`: what the copy is for. */
export async function withTexts<T>(
  dir: string,
  { files, texts, name }: { files: readonly string[]; texts: ReadonlyMap<string, string>; name: string },
  read: (dir: string) => Promise<T>,
): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), `iastm-${name}-`));
  try {
    for (const file of files) {
      const text = texts.get(file);
      if (text === undefined) await copyFile(join(dir, file), join(copy, file));
      else await writeFile(join(copy, file), text);
    }
    return await read(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
