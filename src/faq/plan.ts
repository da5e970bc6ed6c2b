import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Change, changed } from '../knowledge/change.js';
import type { Refusal } from '../knowledge/edit.js';
import { sortFiles } from '../knowledge/folder.js';
import { versionOf } from '../knowledge/load.js';
import { type Hunk, surely } from '../knowledge/patch.js';
import { runAside } from './aside.js';
import { readText } from './save.js';

/** What is to be planned. Plain data: it crosses to a process aside. */
export interface PlanInput {
  dir: string;
  changes: readonly Change[];
  /** What files say elsewhere, by name, in place of what they say in the folder. */
  texts?: Readonly<Record<string, string>>;
}

/** A file as it is, and as it is to be. */
export interface Planned {
  file: string;
  before: string;
  after: string;
  hunks: readonly Hunk[];
}

/** What an edit comes to in the files as they are now; without those in which it is so already. */
export type Plan =
  | { refused: Refusal; file: string }
  | {
      refused?: undefined;
      files: readonly Planned[];
      /** The version that the folder would have. */
      version: string;
    };

export type Plans = (input: PlanInput) => Promise<Plan>;

/** Milliseconds that reading and editing may take. */
const LIMIT = 60_000;

/** Plans an edit in a process of its own: large files take half a second. Rejects as `loadFaqAside` does. */
export function plansAside(signal: AbortSignal): Plans {
  const script = fileURLToPath(new URL('./plan-child.js', import.meta.url));
  return async (input) => (await runAside(script, [], { limit: LIMIT, signal, input })) as Plan;
}

/** Carries out changes in the texts of a folder, and writes nothing. Throws where a file cannot be read. */
export async function plan({ dir, changes, texts: elsewhere = {} }: PlanInput): Promise<Plan> {
  const texts = new Map<string, { before: string; after: string }>();
  for (const change of changes) {
    const { file } = change;
    const { before, after } = texts.get(file) ?? same(elsewhere[file] ?? (await readText(join(dir, file))));
    const edited = changed(after, change);
    if (edited.refused !== undefined) return { refused: edited.refused, file };
    texts.set(file, { before, after: edited.text });
  }
  const differ = [...texts].filter(([, { before, after }]) => before !== after);
  return {
    files: differ.map(([file, { before, after }]) => ({ file, before, after, hunks: surely(before, after) })),
    version: await versionWith(dir, new Map(differ.map(([file, { after }]) => [file, after]))),
  };
}

function same(text: string): { before: string; after: string } {
  return { before: text, after: text };
}

async function versionWith(dir: string, texts: ReadonlyMap<string, string>): Promise<string> {
  const { read } = sortFiles(await readdir(dir));
  const files = read.map(async (name) => {
    const text = texts.get(name) ?? (await readText(join(dir, name)).catch(() => null));
    return text === null ? [] : [{ name, bytes: Buffer.from(text) }];
  });
  return versionOf((await Promise.all(files)).flat());
}
