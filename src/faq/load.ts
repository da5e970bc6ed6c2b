import { fileURLToPath } from 'node:url';
import { assemble } from '../knowledge/assemble.js';
import type { Knowledge } from '../knowledge/entry.js';
import { withFormer } from '../knowledge/former.js';
import { type Loaded, loadKnowledge } from '../knowledge/load.js';
import type { Problem } from '../knowledge/problem.js';
import { UNDECIDED } from '../search/match.js';
import { createMatcher, type Matcher } from '../search/matcher.js';
import { type Model, train } from '../search/train.js';
import { runAside } from './aside.js';
import type { Keep, KeepOfTexts } from './kept.js';

/** The knowledge in service: what is answered, and what finds the answer. Swapped whole, never changed. */
export interface Faq {
  knowledge: Knowledge;
  matcher: Matcher;
  version: string;
}

/** A knowledge folder after reading and training; `faq` is null where its problems forbid serving it. */
export interface LoadedFaq {
  faq: Faq | null;
  problems: Problem[];
}

/** What crosses from the loading process: plain data. */
export interface Trained extends Pick<Loaded, 'knowledge' | 'problems' | 'version'> {
  model: Model | null;
}

/**
 * Milliseconds that reading and training may take: 10,000 entries take 15 s. At a start nothing is in service yet, and a bot that
 * ends on a starved machine starves it more by starting anew.
 */
export const LIMITS = { start: 300_000, reload: 60_000 } as const;
/** Megabytes for young objects while training, which makes many: with V8's own 16 it is a tenth slower. */
const YOUNG_MB = 64;

/** Reads a folder and trains the matcher on it, unless what was learned of the same texts is kept. */
export async function trainFolder(dir: string, keep?: KeepOfTexts): Promise<Trained> {
  const { knowledge, problems, version, texts } = await loadKnowledge(dir);
  return { knowledge, problems, version, model: knowledge && (await modelOf({ knowledge, texts }, keep)) };
}

/** What is learned of a knowledge, which comes from these texts alone. */
export async function modelOf(
  { knowledge, texts }: { knowledge: Knowledge; texts: Loaded['texts'] },
  keep: KeepOfTexts = async (_, make) => make(),
): Promise<Model> {
  return keep(texts, () => train(knowledge));
}

/** Loads a folder on this thread, or takes what is kept of it: for the command line and tests. */
export async function loadFaq(dir: string, keep: Keep = (_, make) => make()): Promise<LoadedFaq> {
  return ready(await keep(dir, () => trainFolder(dir)));
}

/**
 * Loads a folder in a process of its own, so that answering goes on meanwhile, and what training needs is given back to
 * the machine, some 30 MB. Rejects when that process dies, takes longer than `limit` milliseconds, or is aborted.
 */
export async function loadFaqAside(
  dir: string,
  { signal, limit }: { signal: AbortSignal; limit: number },
): Promise<LoadedFaq> {
  const script = fileURLToPath(new URL('./child.js', import.meta.url));
  const node = [`--max-semi-space-size=${YOUNG_MB}`];
  return ready((await runAside(script, [dir], { limit, signal, node })) as Trained);
}

/** In service while nothing may be served: without an entry, nothing can be answered or warned of by halves. */
export const NOTHING: Faq = {
  knowledge: assemble([]).knowledge,
  matcher: {
    match: () => UNDECIDED,
    why: (_, entry) => ({ entry, tokens: [], words: [], phrasing: null, similarity: 0 }),
    read: () => new Map(),
    overhear: () => ({ onSubject: false, warnings: [] }),
  },
  version: '',
};

/** Whether there is anything to answer from: a folder without an entry is refused. */
export function isServed({ knowledge }: Faq): boolean {
  return knowledge.entries.size > 0;
}

/** What came from the loading process, put to use. */
export function ready({ knowledge: read, model, version, problems }: Trained): LoadedFaq {
  const knowledge = read && { ...read, entries: withFormer(read.entries) };
  return { faq: knowledge && model && { knowledge, matcher: createMatcher(model), version }, problems };
}
