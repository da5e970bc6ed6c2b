import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from './knowledge/entry.js';
import { type Loaded, loadKnowledge } from './knowledge/load.js';
import type { Problem } from './knowledge/problem.js';
import { createMatcher, type Matcher } from './search/matcher.js';
import { type Model, train } from './search/train.js';

/** The knowledge in service: what is answered, and what finds the answer. Swapped whole, never changed. */
export interface Faq {
  knowledge: Knowledge;
  matcher: Matcher;
  version: string;
  /** Files without a line break at their end: written so, or cut off. */
  unended: readonly string[];
}

/** A knowledge folder after reading and training; `faq` is null where its problems forbid serving it. */
export interface LoadedFaq {
  faq: Faq | null;
  problems: Problem[];
}

/** What crosses from the loading process: plain data. */
export interface Trained extends Loaded {
  model: Model | null;
}

/** Reads a folder and trains the matcher on it. */
export async function trainFolder(dir: string): Promise<Trained> {
  const loaded = await loadKnowledge(dir);
  return { ...loaded, model: loaded.knowledge && train(loaded.knowledge) };
}

/** Loads a folder on this thread: for the command line and tests. */
export async function loadFaq(dir: string): Promise<LoadedFaq> {
  return inService(await trainFolder(dir));
}

/**
 * Loads a folder in a process of its own, so that answering goes on meanwhile, and what training needs is given back to
 * the machine, some 30 MB. Rejects when that process dies.
 */
export function loadFaqAside(dir: string): Promise<LoadedFaq> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./faq-process.js', import.meta.url)), [dir], {
      serialization: 'advanced',
      // Nothing that the bot keeps secret stands in its environment.
      env: {},
      execArgv: [`--max-semi-space-size=${YOUNG_MB}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (trained) => resolve(inService(trained as unknown as Trained)));
    child.once('error', reject);
    // Not when it exits: what it sent may still be on its way then.
    child.once('disconnect', () => reject(new Error('The loading process ended without a result.')));
  });
}

/** Megabytes for young objects while training, which makes many: with V8's own 16 it is a tenth slower. */
const YOUNG_MB = 64;

function inService({ knowledge, model, version, problems }: Trained): LoadedFaq {
  if (knowledge === null || model === null) return { faq: null, problems };
  const unended = problems.filter(({ code }) => code === 'K111').map(({ place }) => place.file);
  return { faq: { knowledge, matcher: createMatcher(model), version, unended }, problems };
}
