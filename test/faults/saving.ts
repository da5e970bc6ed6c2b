import {
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { knowledgeFiles, writeKnowledge } from './knowledge.js';
import type { Stage } from './stage.js';
import { sleep } from './wait.js';

/** The file that is saved in every manner. */
export const FILE = 'topic-0000.yml';

/** What it holds in an edition. */
export function fileOf(edition: number): string {
  return knowledgeFiles(10, edition).get(FILE) ?? '';
}

/** Slowly, as over a bad network. */
export async function inPieces(path: string, text: string): Promise<void> {
  const handle = openSync(path, 'w');
  for (const part of [0, 1, 2]) {
    writeSync(handle, text.slice((part * text.length) / 3, ((part + 1) * text.length) / 3));
    await sleep(400);
  }
}

/** As careful editors save. */
export function byRename(dir: string, edition: number): void {
  writeFileSync(join(dir, `${FILE}.new`), fileOf(edition));
  renameSync(join(dir, `${FILE}.new`), join(dir, FILE));
}

/** As `sed -i` saves: the text changed in a file of another name, which is put in the place of the first. */
export function bySed(dir: string, edition: number): void {
  const text = readFileSync(join(dir, FILE), 'utf8').replaceAll(/edition \d+/g, `edition ${edition}`);
  writeFileSync(join(dir, 'sedXb3k9f'), text);
  renameSync(join(dir, 'sedXb3k9f'), join(dir, FILE));
}

/** As Kubernetes swaps a ConfigMap: a new folder, and the link moved over by one rename. */
export function bySwap({ folder }: Stage, link: string, edition: number): void {
  const next = join(folder, `real-${edition}`);
  mkdirSync(next);
  writeKnowledge(next, 300, edition);
  const moving = `${link}-moving`;
  // Windows links folders without further rights only so.
  symlinkSync(next, moving, 'junction');
  try {
    renameSync(moving, link);
  } catch {
    unlinkSync(link);
    renameSync(moving, link);
  }
}
