import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../knowledge/load.js';
import { createMatcher } from '../search/matcher.js';
import { train } from '../search/train.js';
import { runAside } from './aside.js';
import { lintFolder } from './lint-folder.js';
import type { Trained } from './load.js';

/** A folder that is not in service, to be tried. Plain data: it crosses to a process aside. */
export interface Attempt {
  dir: string;
  /** ISO date. */
  today: string;
  /** Whether the search is trained and every rule asked, which takes seconds; else the files are read alone. */
  whole: boolean;
}

/** Milliseconds that a training and all rules may take. */
const LIMIT = 120_000;

/** Tries a folder in a process of its own, so that answering goes on meanwhile. Rejects as `loadFaqAside` does. */
export async function attemptAside(input: Attempt, signal: AbortSignal): Promise<Trained> {
  const script = fileURLToPath(new URL('./attempt-child.js', import.meta.url));
  return (await runAside(script, [], { limit: LIMIT, signal, input })) as Trained;
}

/** What the folder comes to, and what `npm run check` finds in it. */
export async function attempt({ dir, today, whole }: Attempt): Promise<Trained> {
  const loaded = await loadKnowledge(dir);
  const { knowledge, problems, version } = loaded;
  if (!whole) return { knowledge, problems, version, model: null };
  if (knowledge === null) return { knowledge, version, model: null, problems: lintFolder(loaded, today) };
  const model = train(knowledge);
  return { knowledge, version, model, problems: lintFolder(loaded, today, createMatcher(model)) };
}
