import { Worker } from 'node:worker_threads';
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

/** What crosses from the worker: plain data. */
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

/** Loads a folder on a thread of its own, so that answering goes on meanwhile. Rejects when the thread dies. */
export function loadFaqAside(dir: string): Promise<LoadedFaq> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./faq-worker.js', import.meta.url), { workerData: dir });
    worker.once('message', (trained: Trained) => resolve(inService(trained)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The loading thread ended without a result.')));
  });
}

function inService({ knowledge, model, version, problems }: Trained): LoadedFaq {
  if (knowledge === null || model === null) return { faq: null, problems };
  const unended = problems.filter(({ code }) => code === 'K111').map(({ place }) => place.file);
  return { faq: { knowledge, matcher: createMatcher(model), version, unended }, problems };
}
